"""A code is one document: the claim, why it matters, and how wrong and right look."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `fail` and `passes` are parts of a case; files that cannot be read have none."""

    title: Words
    why: Words
    fail: str = ""
    passes: str = ""
