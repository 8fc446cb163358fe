"""A recorded trial is played again: every seat that has moves in the record plays as recorded."""

from __future__ import annotations

from collections.abc import Sequence

from game.session.journal import Deed, Heading
from game.session.session import Session
from game.session.shelf import Shelved
from game.session.table import opened
from game.trial.record import Move


def recorded_session(shelved: Shelved, heading: Heading, moves: Sequence[Deed]) -> Session:
    """A session at its beginning, whose seats wait for `moves`; nothing of it is kept."""
    trial = opened(shelved, heading)
    seats = {move.role for move in moves if isinstance(move, Move)}
    return Session(trial, frozenset({heading.role, *seats}))
