"""A trial is played out to its end by a robot in one seat and empty chairs beside it."""

from __future__ import annotations

from itertools import chain
from random import Random

from msgspec.structs import replace

from game.scenario.steps import Role
from game.session.robots import Seat
from game.session.stuck import Stuck, can_be_answered
from game.trial.record import Move, Trial, next_ask, open_together
from game.trial.rules import unfit
from game.trial.scoring import script_picks


def played_out(trial: Trial, role: Role, seat: Seat, seed: int) -> Trial:
    """`trial` at its end, with `seat` in `role` and empty chairs beside it.

    It comes to what `after` would, move by move. Here the answers of one trial grow instead, which
    only the seats get to see: that is three times as fast, and robots play thousands of trials.
    Raises Stuck where `role` is asked what has no answer.
    """
    chance = Random(seed)
    answers, moves = dict(trial.answers), list(trial.moves)
    going = replace(trial, answers=answers)
    at = trial.at
    while (at := next_ask(trial.steps, at, answers)) < len(trial.steps):
        asks = open_together(trial.steps, at, answers)
        first = next(asks)
        ask = next((ask for ask in chain([first], asks) if ask.role is role), first)
        if ask.role is role:
            if not can_be_answered(going, ask):
                raise Stuck(trial.scenario.id, ask)
            picks = seat(going, ask, chance)
            assert unfit(going, ask, picks) is None, (ask.key, picks)
        else:
            picks = script_picks(going, ask)
        answers[ask.key] = picks
        moves.append(Move(ask.role, picks, ask.key))
    return replace(trial, moves=tuple(moves), answers=answers, at=at)
