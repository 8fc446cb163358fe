"""quiz: a question with its explanation, in one of five forms.

- quiz: {ask: ..., choices: {a1: {...}, a2: {...}}, because: ...}       one or several sound
- quiz: {ask: ..., order: [first, second, third], because: ...}
- quiz: {ask: ..., pairs: [{left: this, right: that}, ...], because: ...}
- quiz: {ask: ..., amount: {offered: [0, 30], exact: [14, 14], unit: years}, because: ...}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from game.scenario.forms import Question
from game.scenario.model import Scenario
from game.scenario.steps import Step, everybody


class Quiz(Question):
    """One question, put to every role."""

    KIND: ClassVar[str] = "quiz"

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        if turn := self.turn(key):
            yield from everybody(turn)
