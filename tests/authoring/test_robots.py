"""No habit that does without reading earns a pass in any shipped case."""

from __future__ import annotations

import pytest

from game.authoring.robots import robots
from game.scenario.steps import Role

PLAYS = 40
NOISE = 8  # of 100 marks: no habit of position or length may be worth more than this


@pytest.fixture(scope="module")
def results(free_skins):
    return {(p.role, p.robot): p for p in robots(free_skins, PLAYS)}


@pytest.mark.parametrize("role", list(Role))
def test_the_expert_has_full_marks(results, role):
    assert min(results[role, "expert"].totals) == 100


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("robot", ["random", "first", "last", "longest", "suspicious", "trusting"])
def test_who_does_not_read_does_not_pass(results, role, robot):
    assert results[role, robot].mean < 45


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("robot", ["first", "last", "longest"])
def test_no_place_and_no_length_is_better_than_chance(results, role, robot):
    assert abs(results[role, robot].mean - results[role, "random"].mean) < NOISE
