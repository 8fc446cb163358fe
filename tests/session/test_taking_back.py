"""An answer is taken back where that is fair, a teacher goes back always, and a save stays true."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.steps import Role, TurnKind
from game.session.journal import BrokenSave, Journal
from game.session.wish import Wish
from game.trial.feedback import Feedback
from game.trial.record import available, is_over, open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent


def start(reception, feedback=Feedback.END):
    shelved = reception.shelf.get("small_case")
    return reception.trials.start(shelved, Role.JUDGE, Wish(seed=3, feedback=feedback))


def answer(table, times=1):
    for _ in range(times):
        trial = table.session.trial
        picks = best_picks(open_ask(trial, table.role), trial.answers)
        assert table.submit(Action(len(trial.moves), table.role, picks)) is None
    return table


def finish(table):
    while not is_over(table.session.trial):
        answer(table)
    return table


def seen(table):
    return msgspec.json.encode(table.view())


def test_an_answer_that_is_taken_back_leaves_no_trace_in_the_trial(come_in):
    table = answer(start(come_in()), 2)
    before = seen(table)
    answer(table)

    assert table.lead.take_back() is None
    assert seen(table) == before


def test_all_answers_can_be_taken_back_one_by_one_but_no_more(come_in):
    table = start(come_in())
    before = seen(table)
    answer(table, 4)

    said = [table.lead.take_back() for _ in range(5)]

    assert said == [None] * 4 + ["There is no answer to take back yet."]
    assert seen(table) == before


def test_a_killed_program_comes_back_with_what_was_taken_back_and_answered_anew(come_in):
    table = answer(start(come_in()), 4)
    table.lead.take_back()
    table.lead.take_back()
    trial = table.session.trial
    worst = Action(len(trial.moves), Role.JUDGE, ("pay",))
    assert table.submit(worst) is None

    resumed = come_in().trials.resume()

    assert seen(resumed) == seen(table)
    assert resumed.lead.take_back() is None
    assert seen(come_in().trials.resume()) == seen(resumed) != seen(table)


def test_with_feedback_after_each_answer_an_answer_stands(come_in):
    table = answer(start(come_in(), Feedback.TURN))
    before = seen(table)

    assert "so it stands" in table.lead.take_back()
    assert table.lead.stands() is not None
    assert seen(table) == before


def test_with_feedback_after_the_scene_an_answer_stands_once_the_scene_is_over(come_in):
    table = start(come_in(), Feedback.SCENE)
    taken_back = []
    while table.view().scene.id == "bait":
        taken_back.append(table.lead.stands())
        answer(table)

    assert len(taken_back) > 2
    assert set(taken_back[1:]) == {None}
    assert "The scene is over" in table.lead.take_back()


def test_a_teacher_takes_back_what_the_player_may_not(come_in):
    table = start(come_in(), Feedback.TURN)
    before = seen(table)
    answer(table)

    assert table.lead.take_back(teacher=True) is None
    assert seen(table) == before == seen(come_in().trials.resume())


def test_a_player_does_not_undo_what_the_teacher_skipped_but_the_teacher_does(come_in):
    table = answer(start(come_in()))
    before = seen(table)
    assert table.lead.skip(("bait",)) is None

    assert "Your teacher" in table.lead.take_back()
    assert table.lead.take_back(teacher=True) is None
    assert seen(table) == before


def test_a_skip_is_saved_too(come_in):
    table = answer(start(come_in()))
    table.lead.skip(("bait",))
    answer(table)

    resumed = come_in().trials.resume()

    assert seen(resumed) == seen(table)
    assert resumed.session.trial == table.session.trial


def test_the_last_answer_of_all_stands_for_the_player_and_not_for_the_teacher(come_in, own_home):
    table = finish(start(come_in()))
    assert "The trial is over" in table.lead.take_back()
    assert come_in().trials.resume() is None

    assert table.lead.take_back(teacher=True) is None

    assert not is_over(table.session.trial)
    assert seen(come_in().trials.resume()) == seen(table)
    finish(table)
    assert (own_home / "saves" / "small_case.finished").is_file()


def test_where_it_cannot_be_saved_nothing_is_taken_back(come_in, own_home):
    table = answer(start(come_in()))
    before = seen(table)
    shutil.rmtree(own_home / "saves")

    assert "could not be saved" in table.lead.take_back()
    assert seen(table) == before


def test_a_journal_that_takes_back_more_than_was_done_is_broken(come_in, own_home):
    table = answer(start(come_in()))
    table.lead.take_back()
    file = own_home / "saves" / "small_case.journal"
    file.write_text(file.read_text() + '{"back":"judge"}\n')

    with pytest.raises(BrokenSave):
        Journal(file).read()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    deeds=st.lists(st.sampled_from(["answer", "worst", "back", "teacher", "bait", "court"])),
    feedback=st.sampled_from(Feedback),
)
def test_whatever_is_answered_taken_back_and_skipped_a_save_stays_true(come_in, deeds, feedback):
    table = start(come_in(), feedback)
    for deed in deeds:
        do(table, deed)

    if not is_over(table.session.trial):
        assert come_in().trials.resume().session.trial == table.session.trial


def do(table, deed):
    """Answer well or as badly as can be, take back as player or teacher, or skip a scene."""
    trial = table.session.trial
    match deed:
        case "back" | "teacher":
            table.lead.take_back(teacher=deed == "teacher")
        case "bait" | "court":
            table.lead.skip((deed,))
        case _ if ask := open_ask(trial, Role.JUDGE):
            picks = {"answer": best_picks, "worst": mistaken}[deed](ask, trial.answers)
            assert table.submit(Action(len(trial.moves), Role.JUDGE, picks)) is None


def mistaken(ask, answers):
    """Another answer than the best where that is easily had."""
    if ask.kind is TurnKind.CHOOSE and ask.most == 1:
        return (available(ask.choices, answers)[-1].pick,)
    return best_picks(ask, answers)
