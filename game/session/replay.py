"""A recorded trial is played again: every seat that has moves in the record plays as recorded."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.steps import Ask, Links, TurnKind
from game.session.journal import Heading
from game.session.session import Session
from game.session.shelf import Shelved
from game.trial.record import Move, Trial, available, begin, program


def recorded_session(shelved: Shelved, heading: Heading, moves: Sequence[Move]) -> Session:
    """A session at its beginning, whose seats wait for `moves`; nothing of it is kept."""
    trial = begin(program(shelved.scenario, heading.cut), heading.seed, heading.feedback)
    return Session(trial, frozenset({heading.role, *(move.role for move in moves)}))


def can_be_answered(trial: Trial, ask: Ask) -> bool:
    """Whether there is any legal answer to `ask`; without one the trial is stuck."""
    if ask.kind is TurnKind.AMOUNT:
        span = ask.range
        return span is not None and bool(range(span.least, span.most + 1, span.step))
    if ask.kind is TurnKind.PAIR:
        assert isinstance(ask.marking, Links)
        rights = len(available(ask.right, trial.answers))
        return not rights or ask.marking.each[0] <= rights
    return ask.least <= len(available(ask.choices, trial.answers))
