"""Pages C348 and C349 of the manual: what the day, the law cards and the fonts say of a case."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.code import Code
from game.scenario.words import T

KEEPING: Mapping[str, Code] = {
    "C348": Code(
        T("The law has moved on since it was checked"),
        T(
            "Laws are amended, and a class should not learn what no longer holds. "
            "Hold the case against the law cards that it cites, and these against the law; "
            "then write the day on which you did."
        ),
        "review: {law_checked: 2020-01-01, by: nobody yet, status: a draft}",
        "review: {law_checked: 2026-11-23, by: nobody yet, status: a draft}",
    ),
    "C349": Code(
        T("A character that the game's fonts do not have"),
        T(
            "Where the computer has no other font for it, the class sees a box. "
            "Take another character or say it in words; a little face can be a mood."
        ),
        "title: The free skins \U0001f98a",
        "title: The free skins",
    ),
}
