"""A recorded trial is played again: every seat that has moves in the record plays as recorded."""

from __future__ import annotations

from collections.abc import Sequence

from game.session.journal import Heading
from game.session.session import Session
from game.session.shelf import Shelved
from game.trial.record import Move, begin, program


def recorded_session(shelved: Shelved, heading: Heading, moves: Sequence[Move]) -> Session:
    """A session at its beginning, whose seats wait for `moves`; nothing of it is kept."""
    trial = begin(program(shelved.scenario, heading.cut), heading.seed, heading.feedback)
    return Session(trial, frozenset({heading.role, *(move.role for move in moves)}))
