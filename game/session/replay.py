"""A recorded trial is played again: every seat that has moves in the record plays as recorded."""

from __future__ import annotations

from collections.abc import Sequence

from game.session.journal import Heading
from game.session.session import Session
from game.session.shelf import Shelved
from game.session.table import opened
from game.trial.record import Move


def recorded_session(shelved: Shelved, heading: Heading, moves: Sequence[Move]) -> Session:
    """A session at its beginning, whose seats wait for `moves`; nothing of it is kept."""
    trial = opened(shelved, heading)
    return Session(trial, frozenset({heading.role, *(move.role for move in moves)}))
