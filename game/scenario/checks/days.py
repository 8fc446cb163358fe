"""C347: a day is written as 2026-11-23.

The game tells you when the law of a case has not been looked at for a year, and it can only do so
if it can read the day. Other ways of writing it mean different days in different countries.

FAIL
    review: {law_checked: 23 November, by: nobody yet, status: a draft}
PASS
    review: {law_checked: 2026-11-23, by: nobody yet, status: a draft}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.days import no_day
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import LawBook, Scenario

NEEDS: tuple[str, ...] = ("review", "law_checked")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding where the day of the review is none."""
    if finding := no_day(case.review, "law_checked"):
        yield finding


def check_laws(laws: LawBook) -> Iterator[Diagnostic]:
    """A finding for every day on a law card that is none."""
    for card in laws.cards.values():
        for field in ("in_force", "checked"):
            if finding := no_day(card, field):
                yield finding
