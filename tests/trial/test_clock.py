"""What is left of a trial, what to skip before the bell, and that nobody pays for a skip."""

from __future__ import annotations

import pytest

from game.scenario.steps import Role
from game.session.session import Session
from game.trial.clock import ahead, minutes_left, plan, turns_left, up_to
from game.trial.record import begin, is_over, open_ask, program
from game.trial.scoring import best_picks, marks, per_criterion
from game.trial.show import view_for
from game.trial.so_far import so_far
from game.trial.speech import Speech
from game.trial.view import Action
from game.trial.vigilance import vigilance


def session_of(case, cut=40, role=Role.JUDGE):
    return Session(begin(program(case, cut)), frozenset({role}))


def answered(session, times=1, role=Role.JUDGE):
    for _ in range(times):
        trial = session.trial
        picks = best_picks(open_ask(trial, role), trial.answers)
        assert session.submit(Action(len(trial.moves), role, picks)) is None
    return session


def test_at_the_beginning_all_the_minutes_of_the_cut_are_left(free_skins):
    trial = session_of(free_skins, 40).trial

    assert minutes_left(trial) == sum(s.minutes for s in trial.scenario.scenes) == 40


def test_with_every_answer_there_is_less_left_and_at_the_end_nothing(free_skins):
    session = session_of(free_skins, 15)
    told = []
    while not is_over(session.trial):
        told.append((minutes_left(session.trial), turns_left(session.trial, Role.JUDGE)))
        answered(session)

    assert told == sorted(told, reverse=True)
    assert (minutes_left(session.trial), turns_left(session.trial, Role.JUDGE)) == (0, 0)


def test_a_plan_is_needed_only_when_the_bell_is_near(free_skins):
    assert plan(session_of(free_skins).trial, 40).skip == ()


@pytest.mark.parametrize("minutes", range(3, 40))
def test_a_plan_fits_the_minutes_and_keeps_the_verdict(free_skins, minutes):
    trial = session_of(free_skins).trial

    planned = plan(trial, minutes)

    kept = [part for part in ahead(trial) if part.scene.id not in planned.skip]
    assert planned.minutes == sum(part.minutes for part in kept) <= minutes
    assert "verdict" in {part.scene.id for part in kept}


def test_a_plan_skips_first_what_the_shorter_cuts_leave_out(free_skins):
    trial = session_of(free_skins).trial

    assert set(plan(trial, 25).skip).isdisjoint(free_skins.cuts[15])


def test_a_trial_goes_on_with_the_scene_that_the_teacher_wants(free_skins):
    session = answered(session_of(free_skins))

    session.skip(up_to(session.trial, "debate"))

    view = view_for(session.trial, Role.JUDGE, Speech())
    assert view.scene.id == "debate"
    assert "bait" in view.skipped
    debate, last_words, verdict = (s.minutes for s in session.trial.scenario.scenes[-3:])
    assert last_words + verdict < view.minutes_left <= debate + last_words + verdict


def test_what_is_skipped_earns_nothing_and_costs_nothing(free_skins):
    session = answered(session_of(free_skins), 2)
    own = list(marks(session.trial, Role.JUDGE))

    session.skip(tuple(s.id for s in session.trial.scenario.scenes))

    assert is_over(session.trial)
    assert list(marks(session.trial, Role.JUDGE)) == own
    debrief = view_for(session.trial, Role.JUDGE, Speech()).debrief
    assert {m.criterion for m in debrief.marks.criteria} == set(per_criterion(own))


def test_traps_of_a_skipped_document_are_not_called_missed(small_case):
    session = session_of(small_case, None)

    session.skip(("bait",))

    assert vigilance(session.trial, Role.JUDGE) is None
    session.skip(("court",))
    assert view_for(session.trial, Role.JUDGE, Speech()).debrief.traps == ()


def test_the_record_says_where_a_scene_was_skipped(small_case):
    session = session_of(small_case, None)

    session.skip(("bait",))

    lines = view_for(session.trial, Role.JUDGE, Speech()).lines
    said = ["".join(run.text for run in line.says) for line in lines if line.scene == "bait"]
    assert sum("Skipped to save time" in text for text in said) == 1


def test_so_far_tells_scene_record_and_last_decision(free_skins):
    session = session_of(free_skins)
    fresh = [str(line) for line in so_far(view_for(session.trial, Role.JUDGE, Speech()))]
    session.skip(up_to(session.trial, "defence_case"))
    answered(session)
    later = [str(line) for line in so_far(view_for(session.trial, Role.JUDGE, Speech()))]

    assert fresh[0].startswith("Scene 1 of 11")
    assert fresh[1] == "No exhibit is on the record yet."
    assert "admitted" in later[1]
    assert later[2].startswith("The court decided last: “")
