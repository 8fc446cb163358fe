"""Who reads earns everything, who does not read does not pass, and the able do better."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.authoring.robots import robots
from game.learning.study import study
from game.scenario.court import beats
from game.scenario.marked import phrases
from game.scenario.steps import Role
from game.trial.record import program

PLAYS = 15
NOISE = 9  # of 100 marks: no habit of position or length may be worth more than this
STUDENTS = 60


def test_who_reads_earns_everything_and_no_habit_passes_or_beats_chance(case):
    played = {(p.role, p.robot): p for p in robots(case, PLAYS)}

    assert {key for key, robot in played.items() if not robot.passes} == set()
    for role in Role:
        by_chance = played[role, "random"].mean
        for robot in ("first", "last", "longest"):
            assert played[role, robot].mean < by_chance + NOISE, (role, robot)


def test_the_able_half_of_a_class_does_better(case):
    done = study(program(case), Role.JUDGE, STUDENTS)
    tells = [question.r for question in done.questions if question.r is not None]

    assert fmean(tells) > 0.2


def test_traps_and_look_alikes_keep_a_balance(case):
    marked = [case.documents[name] for _, beat in beats(case) for name in beat.reads()]
    found = {(document.id, p.pick): p for document in marked for p in phrases(document)}
    if not found:
        pytest.skip("nothing to mark")

    share = sum(not phrase.is_trap for phrase in found.values()) / len(found)

    assert 0.35 <= share <= 0.65
