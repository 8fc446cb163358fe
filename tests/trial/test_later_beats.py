"""Turns, remedies and the screening desk, each played in all three roles."""

from __future__ import annotations

import pytest

from game.scenario.steps import Ask, Role
from game.trial.record import begin, program
from game.trial.scoring import best_picks
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


def test_a_remedy_is_asked_for_accepted_and_ordered_in_that_order(small_case):
    steps = begin(program(small_case)).steps
    keys = [s.key for s in steps if isinstance(s, Ask) and s.key.startswith("court.13.")]

    order = ["prosecution", "defence", "judge"]
    assert keys == [f"court.13.{r}" for r in order] + [f"court.13.amount.{r}" for r in order]


def test_the_court_orders_line_by_line_what_the_judge_picked(small_case, at):
    answers = {"court__13__judge": ("u1", "u3"), "court__13__amount__judge": ("2500",)}

    ordered = [line for line in heard(at(small_case, JUDGE, **answers)) if "court orders" in line]

    assert ordered == [
        "The court orders: Delete it.",
        "The court orders: Leave school.",
        "The court orders the defendant to pay 2500 yuan.",
    ]


def test_a_court_that_orders_no_money_says_so(small_case, at):
    session = at(small_case, JUDGE, court__13__amount__judge=("0",))

    assert "The court orders no payment." in heard(session)
    assert not any("0 yuan" in line and "court" in line for line in heard(session))


def test_nobody_reads_of_prosecution_or_defence_in_a_remedy(small_case):
    steps = begin(program(small_case)).steps
    start = next(n for n, s in enumerate(steps) if getattr(s, "key", "") == "court.13.prosecution")
    texts = [str(s.prompt if isinstance(s, Ask) else s.says) for s in steps[start : start + 21]]

    assert "We accept no payment." in texts
    assert not any(word in text.lower() for text in texts for word in ("prosecut", "defence"))


def test_the_best_number_is_one_that_is_on_offer(small_case):
    (ask,) = asks(small_case, DEFENCE, "court.13.amount")

    assert best_picks(ask, {}) == ("1500",)
