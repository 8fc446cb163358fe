"""A trial is played out to its end by a robot in one seat and empty chairs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from game.scenario.steps import Answers, Ask, Role, Step
from game.session.robots import Seat
from game.session.stuck import Stuck, can_be_answered
from game.trial.record import Move, Trial
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
    while (at := _next_ask(trial.steps, at, answers)) < len(trial.steps):
        ask = _own_ask(trial.steps, at, role, answers)
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


def _next_ask(steps: Sequence[Step], at: int, answers: Answers) -> int:
    """The first step from `at` that waits for an answer; at the end, the number of steps."""
    while at < len(steps) and not _is_open(steps[at], answers):
        at += 1
    return at


def _own_ask(steps: Sequence[Step], at: int, role: Role, answers: Answers) -> Ask:
    """Of the asks that are open together from `at` on, that of `role`, else the first."""
    first = steps[at]
    assert isinstance(first, Ask)
    if first.role is role or not first.group:
        return first
    for step in islice(steps, at + 1, None):
        if not (isinstance(step, Ask) and step.group == first.group):
            break
        if step.role is role and _is_open(step, answers):
            return step
    return first


def _is_open(step: Step, answers: Answers) -> bool:
    if not isinstance(step, Ask) or step.key in answers:
        return False
    return step.when is None or step.when.holds(answers)
