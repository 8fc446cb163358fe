"""A turn tells what it pictures, what others have asked, and what was counted."""

from __future__ import annotations

from game.scenario.steps import Ask, Role, Staging
from game.trial.record import begin, program
from game.trial.show import view_for
from game.trial.speech import Speech


def turn_at(session, role):
    return view_for(session.trial, role, Speech()).turn


def key_of(case, part, role):
    """The key of the ask of `role` whose key ends in `part`."""
    asks = [step for step in begin(program(case)).steps if isinstance(step, Ask)]
    return next(a.key for a in asks if a.role is role and a.key.endswith(part))


def test_the_judge_sees_what_both_sides_have_asked_for(small_case, at):
    key = next(
        step.key
        for step in begin(program(small_case)).steps
        if isinstance(step, Ask) and step.role is Role.JUDGE and len(step.asked) == 2
    )
    turn = turn_at(at(small_case, Role.JUDGE, key), Role.JUDGE)

    assert [one.role for one in turn.asked] == [Role.PROSECUTION, Role.DEFENCE]
    assert 12 <= turn.asked[0].n <= 16
    assert 6 <= turn.asked[1].n <= 10


def test_whoever_asks_first_sees_no_numbers_of_others(small_case):
    asks = [s for s in begin(program(small_case)).steps if isinstance(s, Ask) and s.range and s.law]

    assert {len(a.asked) for a in asks if a.role is Role.PROSECUTION} == {0}
    assert {len(a.asked) for a in asks if a.role is Role.DEFENCE} == {1}


def test_a_number_is_decided_by_a_law_card_of_the_case(small_case):
    trial = begin(program(small_case))
    named = {step.law for step in trial.steps if isinstance(step, Ask) and step.law}

    assert named
    assert named <= set(trial.program.cited)


def test_a_rule_of_screening_comes_with_its_counts(small_case, at):
    session = at(small_case, Role.JUDGE, key_of(small_case, ".rule.judge", Role.JUDGE))
    turn = turn_at(session, Role.JUDGE)
    free = next(option for option in turn.options if option.pick == "w1")

    counts = [(count.name, count.n) for count in free.tally.each]
    assert counts == [("Star", 9), ("Bobo", 7), ("Lan", 0)]


def test_each_staging_is_used_by_some_beat(small_case):
    used = {s.staging for s in begin(program(small_case)).steps if isinstance(s, Ask) and s.staging}

    assert used == set(Staging)
