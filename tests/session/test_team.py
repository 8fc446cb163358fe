"""A team's answer follows from its members' ballots, and is always one that the court accepts."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.load import load
from game.scenario.steps import Criterion, Role, TurnKind
from game.session.robots import ROBOTS
from game.session.session import Session
from game.session.team import agreed
from game.trial.record import begin, open_ask, program
from game.trial.rules import refusal
from game.trial.show import view_for
from game.trial.speech import Speech
from game.trial.view import Action, Option, Turn

SMALL = Path(__file__).parent.parent / "cases" / "small_case.yaml"
CASE = program(load(SMALL).scenario)


def turn(kind, least=1, most=1):
    options = tuple(Option(pick, ()) for pick in "abcd")
    return Turn("t", kind, Criterion.LAW, (), options, least, most)


@pytest.mark.parametrize(
    ("asked", "ballots", "answer"),
    [
        (turn(TurnKind.CHOOSE), ["a", "b", "b"], "b"),
        (turn(TurnKind.CHOOSE), ["a", "b", "b", "a"], "a"),
        (turn(TurnKind.CHOOSE, 1, 3), ["abc", "bc", "b"], "bc"),
        (turn(TurnKind.CHOOSE, 2, 3), ["ab", "cd", "ca"], "ac"),
        (turn(TurnKind.MARK), ["a", "b", ""], ""),
        (turn(TurnKind.MARK), ["ab", "b"], "ba"),
        (turn(TurnKind.ORDER), ["abcd", "bacd", "bacd"], "bacd"),
        (turn(TurnKind.ORDER), ["abcd", "badc"], "abcd"),
    ],
)
def test_the_team_answers_what_most_of_it_want_and_the_speaker_breaks_ties(asked, ballots, answer):
    assert set(agreed(asked, [tuple(b) for b in ballots])) == set(answer)
    if asked.kind is TurnKind.ORDER:
        assert "".join(agreed(asked, [tuple(b) for b in ballots])) == answer


def test_of_amounts_the_middle_one_counts_and_not_the_loudest():
    asked = turn(TurnKind.AMOUNT)

    assert agreed(asked, [("3",), ("4",), ("120",)]) == ("4",)
    assert agreed(asked, [("9",), ("2",)]) == ("9",)


def test_each_left_of_a_pairing_goes_to_its_commonest_partner():
    ballots = [("l~r1~x", "m~r1~x"), ("l~r2~x",), ("l~r2~x",)]

    assert agreed(turn(TurnKind.PAIR), ballots) == ("l~r2~x",)


@given(st.lists(st.sampled_from(sorted(ROBOTS)), min_size=1, max_size=5), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_whatever_the_members_want_the_court_accepts_the_teams_answer(robots, seed):
    session = Session(begin(CASE, seed), frozenset({Role.JUDGE}))
    chance = Random(seed)
    while ask := open_ask(session.trial, Role.JUDGE):
        view = view_for(session.trial, Role.JUDGE, Speech())
        ballots = [ROBOTS[name](session.trial, ask, chance) for name in robots]
        answer = agreed(view.turn, ballots)
        action = Action(view.revision, Role.JUDGE, answer)

        assert refusal(session.trial, action) is None
        if len(ballots) == 1:
            assert sorted(answer) == sorted(ballots[0])
        session.submit(action)
