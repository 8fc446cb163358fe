"""A trial in small: what may be done, what follows from it, and what it earns."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.playout import Playout
from game.authoring.robots import earned
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.trial.feedback import Feedback
from game.trial.record import Move, after, begin, open_ask, open_asks, program
from game.trial.rules import IllegalAction, Refusal, play, refusal
from game.trial.scoring import best_picks, marks
from game.trial.show import Sight, view_for
from game.trial.speech import Speech
from game.trial.view import Action

JUDGE, PROSECUTION, DEFENCE = Role.JUDGE, Role.PROSECUTION, Role.DEFENCE


def test_playing_leaves_the_trial_before_unchanged(small_case):
    trial = begin(program(small_case))

    later = play(trial, Action(0, JUDGE, ("p1",)))

    assert trial.moves == ()
    assert len(later.moves) == 1


def test_an_answer_to_a_turn_that_is_gone_is_stale(small_case):
    trial = play(begin(program(small_case)), Action(0, JUDGE, ("p1",)))

    assert refusal(trial, Action(0, JUDGE, ("p1",))) is Refusal.STALE


def test_another_roles_move_does_not_make_mine_stale(small_case):
    trial = play(begin(program(small_case)), Action(0, PROSECUTION, ("p1",)))

    assert refusal(trial, Action(0, JUDGE, ("p1",))) is None


def test_a_move_from_the_future_is_stale(small_case):
    trial = begin(program(small_case))

    assert refusal(trial, Action(7, JUDGE, ("p1",))) is Refusal.STALE


def test_what_was_not_offered_is_refused(small_case):
    trial = begin(program(small_case))

    with pytest.raises(IllegalAction) as illegal:
        play(trial, Action(0, JUDGE, ("p9",)))
    assert illegal.value.refusal is Refusal.NOT_OFFERED


def test_the_same_pick_twice_is_refused(small_case):
    trial = begin(program(small_case))

    assert refusal(trial, Action(0, JUDGE, ("p1", "p1"))) is Refusal.TWICE


def test_only_the_judge_rules(small_case, at):
    session = at(small_case, JUDGE, "rule.log")

    action = Action(len(session.trial.moves), DEFENCE, ("admit",))

    assert refusal(session.trial, action) is Refusal.NOT_YOUR_TURN


def test_a_partner_missing_on_the_left_is_refused(small_case, at):
    session = at(small_case, JUDGE, "bait.4.judge")

    action = Action(len(session.trial.moves), JUDGE, ("s1~m1~supports",))

    assert refusal(session.trial, action) is Refusal.UNEVEN


@pytest.mark.parametrize("typed", ["-1", "121", "1e2", "007", "", "٣", "12.5"])
def test_an_amount_outside_its_range_is_refused(small_case, at, typed):
    session = at(small_case, JUDGE, "court.5.judge")

    action = Action(len(session.trial.moves), JUDGE, (typed,))

    assert refusal(session.trial, action) is Refusal.NOT_OFFERED


def test_a_finished_trial_takes_no_more_moves(small_case, at):
    session = at(small_case, JUDGE)

    action = Action(len(session.trial.moves), JUDGE, ("p1",))

    assert refusal(session.trial, action) is Refusal.OVER


def test_a_condition_skips_what_does_not_hold(small_case, at):
    told = at(small_case, JUDGE, "bait.4.judge")
    waited = at(small_case, JUDGE, "bait.4.judge", bait__2__judge=("wait",))

    assert "She told her mum." in lines(told, JUDGE)
    assert "She told her mum." not in lines(waited, JUDGE)


def test_empty_chairs_go_with_the_room(small_case, at):
    session = at(small_case, DEFENCE, "bait.4.defence", bait__2__defence=("pay",))

    assert session.trial.answers["bait.2.judge"] == ("pay",)


def test_a_scripted_counsel_may_err(small_case, at):
    session = at(small_case, JUDGE, "rule.shot")

    assert session.trial.answers["court.1.challenge"] == ("none",)


def test_a_question_that_the_judge_stops_is_not_answered(small_case, at):
    stopped = at(small_case, JUDGE, "court.3.judge")
    allowed = at(small_case, JUDGE, "court.3.judge", court__2__rule__q2=("allow",))

    assert "I never did." not in lines(stopped, JUDGE)
    assert "I never did." in lines(allowed, JUDGE)


def test_marking_everything_earns_no_more_than_marking_nothing(small_case, at):
    everything = at(small_case, JUDGE, "bait.1.name.judge", bait__1__judge=("p1", "p2"))

    assert next(marks(everything.trial, JUDGE)).earned == 0


def test_a_flawed_exhibit_let_in_costs_as_much_as_excluding_it_earns(small_case, at):
    caught = at(small_case, JUDGE, "court.2.judge")
    missed = at(small_case, JUDGE, rule__shot=("admit",))

    assert mark_of(caught, "rule.shot") == 1
    assert mark_of(missed, "rule.shot") == -1


def test_a_lawful_but_unfair_sentence_earns_at_most_half(small_case, at):
    session = at(small_case, JUDGE, court__5__judge=("15",))

    assert 0 < mark_of(session, "court.5.judge") < 0.5


def test_an_unlawful_sentence_earns_nothing(small_case, at):
    session = at(small_case, JUDGE, court__5__judge=("100",))

    assert mark_of(session, "court.5.judge") == 0


@pytest.mark.parametrize("role", list(Role))
def test_the_expert_earns_everything(shipped, role):
    trial = Playout(begin(program(shipped)), role, ROBOTS["expert"]).play(Random(0))

    assert earned(trial, role) == 100


@pytest.mark.parametrize("feedback", list(Feedback))
def test_reasons_come_when_the_feedback_says(small_case, feedback):
    trial = begin(program(small_case), feedback=feedback)
    trial = play(trial, Action(0, JUDGE, ("p1",)))

    told = [line.manner for line in view_for(trial, JUDGE, Speech()).lines]

    assert ("reason" in told) is (feedback is Feedback.TURN)


def test_lines_only_grow(shipped):
    trial, seen = begin(program(shipped)), ()
    while asks := open_asks(trial):
        now = view_for(trial, DEFENCE, Speech()).lines
        assert now[: len(seen)] == seen
        seen = now
        picks = best_picks(asks[0], trial.answers)
        trial = play(trial, Action(len(trial.moves), asks[0].role, picks))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), role=st.sampled_from(Role), robot=st.sampled_from(list(ROBOTS)))
def test_every_robot_comes_to_the_end_of_every_trial(small, seed, role, robot):
    trial = Playout(begin(program(small), seed), role, ROBOTS[robot]).play(Random(seed))

    assert open_asks(trial) == ()
    assert 0 <= earned(trial, role) <= 100


@settings(max_examples=200, deadline=None)
@given(picks=st.lists(st.text(max_size=12), max_size=4), revision=st.integers(-3, 3))
def test_no_action_however_strange_gets_past_the_rules(small, picks, revision):
    trial = begin(program(small))
    action = Action(revision, JUDGE, tuple(picks))

    why = refusal(trial, action)

    assert why is not None or (revision == 0 and set(picks) <= {"p1", "p2"})


@pytest.fixture(scope="module")
def small(small_case: Scenario) -> Scenario:
    return small_case


def lines(session, role):
    view = view_for(session.trial, role, Speech())
    return ["".join(run.text for run in line.says) for line in view.lines]


def mark_of(session, key):
    role = next(a.role for a in session.trial.steps if getattr(a, "key", "") == key)
    return next(m.earned for m in marks(session.trial, role) if m.ask.key == key)


def test_a_role_without_a_turn_is_told_whom_to_wait_for(small_case):
    trial = begin(program(small_case))
    for role in (JUDGE, PROSECUTION):
        trial = play(trial, Action(len(trial.moves), role, ("p1",)))

    view = view_for(trial, JUDGE, Speech())

    assert open_ask(trial, JUDGE) is None
    assert view.waiting_for == (DEFENCE,)


@pytest.mark.parametrize("feedback", list(Feedback))
@pytest.mark.parametrize("role", list(Role))
def test_a_seat_that_was_kept_sees_what_a_new_one_would(feedback, role, small_case):
    trial, kept, chance = begin(program(small_case), 3, feedback), Sight(role, Speech()), Random(3)
    while asks := open_asks(trial):
        assert kept.of(trial) == view_for(trial, role, Speech())
        ask = chance.choice(asks)
        trial = after(trial, Move(ask.role, ROBOTS["random"](trial, ask, chance), ask.key))
    assert kept.of(trial) == view_for(trial, role, Speech())


def test_a_seat_that_was_kept_follows_a_move_that_is_taken_back(small_case):
    before = begin(program(small_case))
    ask = open_ask(before, JUDGE)
    moved = after(before, Move(JUDGE, best_picks(ask, {}), ask.key))
    kept = Sight(JUDGE, Speech())

    kept.of(moved)

    assert kept.of(before) == view_for(before, JUDGE, Speech())


@pytest.mark.parametrize(
    ("until", "opened"), [("bait.1.judge", ["bait"]), (None, ["bait", "court"])]
)
def test_a_view_knows_the_scenes_that_were_opened_and_the_last_is_where_the_court_is(
    at, small_case, until, opened
):
    view = at(small_case, JUDGE, until).view(JUDGE, Speech())

    assert [scene.id for scene in view.opened] == opened
    assert view.opened[-1] == view.scene
