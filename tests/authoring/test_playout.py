"""Playing out takes a short way to what the rules come to move by move."""

from __future__ import annotations

from random import Random

import pytest

from game.authoring.playout import Playout
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.trial.record import begin, is_over, open_asks, program
from game.trial.rules import play
from game.trial.scoring import script_picks
from game.trial.view import Action


def by_the_rules(trial, role, seat, seed):
    chance = Random(seed)
    while asks := open_asks(trial):
        ask = next((a for a in asks if a.role is role), asks[0])
        picks = seat(trial, ask, chance) if ask.role is role else script_picks(trial, ask)
        trial = play(trial, Action(len(trial.moves), ask.role, picks))
    return trial


@pytest.mark.parametrize("role", list(Role))
def test_every_move_is_the_one_that_the_rules_would_accept(shipped, role):
    start = begin(program(shipped), seed=3)
    playout = Playout(start, role, ROBOTS["random"])

    found = [playout.play(Random(seed)) for seed in (5, 6)]

    assert found == [by_the_rules(start, role, ROBOTS["random"], seed) for seed in (5, 6)]
    assert all(is_over(trial) for trial in found)
    assert not start.moves


@pytest.mark.parametrize("robot", list(ROBOTS))
def test_every_habit_answers_as_it_would_move_by_move(free_skins, robot):
    start = begin(program(free_skins, 40), seed=3)

    found = Playout(start, Role.DEFENCE, ROBOTS[robot]).play(Random(5))

    assert found == by_the_rules(start, Role.DEFENCE, ROBOTS[robot], 5)


@pytest.mark.parametrize("made", range(1, 40, 2))
def test_a_trial_that_has_begun_is_played_out_from_where_it_is(free_skins, made):
    start = begin(program(free_skins, 15))
    whole = by_the_rules(start, Role.JUDGE, ROBOTS["expert"], 0)
    middle = start
    for move in whole.moves[:made]:
        middle = play(middle, Action(len(middle.moves), move.role, move.picks))

    assert Playout(middle, Role.JUDGE, ROBOTS["expert"]).play(Random(0)) == whole
