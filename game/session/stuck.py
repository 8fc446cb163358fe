"""A trial is stuck where somebody is asked what has no answer; the solver finds the way there."""

from __future__ import annotations

from game.scenario.steps import Answers, Ask, Links, TurnKind
from game.scenario.words import T, Words
from game.trial.record import available


class Stuck(Exception):
    """Raised for a seat that is to answer what has no answer; `words` tell a teacher."""

    def __init__(self, case: str, ask: Ask) -> None:
        super().__init__(ask.key)
        self.words: Words = T(
            "{scenario}: the turn “{ask}” has no answer, so a trial can be stuck there; "
            "“mockcourt solve” shows how one comes to it.",
            scenario=case,
            ask=ask.key,
        )


def can_be_answered(ask: Ask, answers: Answers) -> bool:
    """Whether `ask` has any legal answer after `answers`; without one the trial is stuck."""
    if ask.kind is TurnKind.AMOUNT:
        span = ask.range
        return span is not None and bool(range(span.least, span.most + 1, span.step))
    if ask.kind is TurnKind.PAIR:
        assert isinstance(ask.marking, Links)
        rights = len(available(ask.right, answers))
        return not rights or ask.marking.each[0] <= rights
    return ask.least <= len(available(ask.choices, answers))
