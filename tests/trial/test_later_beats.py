"""Turns, remedies and the screening desk, each played in all three roles."""

from __future__ import annotations

import pytest

from game.scenario.steps import Ask, Role
from game.trial.record import begin, program
from game.trial.speech import Speech

JUDGE, PROSECUTION, DEFENCE = Role.JUDGE, Role.PROSECUTION, Role.DEFENCE


def asks(case, role, start):
    """The turns of `role` whose key starts with `start`, in order."""
    steps = begin(program(case)).steps
    return [s for s in steps if isinstance(s, Ask) and s.role is role and s.key.startswith(start)]


def heard(session):
    lines = session.view(JUDGE, Speech()).lines
    return ["".join(run.text for run in line.says) for line in lines]


def test_turns_ask_each_role_a_question_of_its_own(small_case):
    prompts = {role: [str(a.prompt) for a in asks(small_case, role, "court.12.")] for role in Role}

    assert prompts == {JUDGE: ["How long?"], PROSECUTION: ["A letter?"], DEFENCE: ["First?"]}


@pytest.mark.parametrize(("pick", "spoken"), [("y1", True), ("y2", False)])
def test_a_line_is_spoken_for_the_picked_choice_alone(pick, spoken, small_case, at):
    session = at(small_case, PROSECUTION, court__12__prosecution=(pick,))

    assert ("Let him write it." in heard(session)) is spoken
