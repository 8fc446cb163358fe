"""The numerical answers of GIFT: a number, a number with a tolerance, or a range."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from game.authoring.quizzes.question import Amount
from game.scenario.words import T, Words

NUMBER = r"([+-]?[0-9]{1,12}(?:\.[0-9]{1,12})?)"
ANSWER = re.compile(r"(?:%([0-9]{1,3})(?:\.[0-9]+)?%)?" + NUMBER + r"(?:(:|\.\.)" + NUMBER + ")?")


class Numbers(NamedTuple):
    """The number that has all the marks, the feedback to it, and what did not come through."""

    amount: Amount | None
    feedback: str
    remarks: tuple[Words, ...]


def amount(entries: list[tuple[str, str]]) -> Numbers:
    """The number in `entries`, each an answer with the sign before it."""
    chosen: tuple[Amount | None, str] | None = None
    remarks: list[Words] = []
    for _, entry in entries:
        value, _, feedback = entry.partition("#")
        found = ANSWER.fullmatch("".join(value.split()))
        if found and int(found[1] or 100) == 100 and chosen is None:
            low, high = _ends(found)
            chosen = _whole(low, high), feedback
            if chosen[0] and (low.denominator > 1 or high.denominator > 1):
                remarks.append(T("fractions are left out: only whole numbers are offered"))
        elif value.strip() or feedback.strip():
            dropped = " ".join((value.strip() or feedback).split())[:40]
            remarks.append(T("the answer “{answer}” is left out", answer=dropped))
    return Numbers(*(chosen or (None, "")), tuple(remarks))


def _ends(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    first, second = Fraction(found[2]), Fraction(found[4] or 0)
    if found[3] == "..":
        return first, second
    return first - abs(second), first + abs(second)


def _whole(low: Fraction, high: Fraction) -> Amount | None:
    least, most = ceil(low), floor(high)
    return Amount((least, most)) if least <= most else None
