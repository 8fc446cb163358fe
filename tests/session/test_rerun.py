"""A finished trial is listed, and watched again with each answer and what it earned."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.steps import Role
from game.session.rerun import finished_trials, rerun
from game.session.wish import Wish
from game.trial.feedback import Feedback
from game.trial.record import is_over, open_ask
from game.trial.scoring import best_picks, marks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def played(come_in):
    """A trial without feedback before its end, with a scene skipped, to its end."""
    reception = come_in()
    shelved = reception.shelf.get("small_case")
    table = reception.trials.start(shelved, Role.JUDGE, Wish(feedback=Feedback.END))
    table.lead.skip(("bait",))
    while not is_over(table.session.trial):
        trial = table.session.trial
        picks = best_picks(open_ask(trial, Role.JUDGE), trial.answers)
        assert table.submit(Action(len(trial.moves), Role.JUDGE, picks)) is None
    return table


def test_only_what_was_played_to_its_end_is_listed(come_in, played):
    reception = come_in()
    shelved = reception.shelf.get("small_case")

    (listed,) = finished_trials(reception)
    reception.trials.start(shelved, Role.DEFENCE, Wish())

    assert (listed.name, listed.case, listed.role) == ("small_case", "A small case", Role.JUDGE)
    assert list(finished_trials(come_in())) == [listed]


def test_an_earlier_trial_of_the_same_case_can_be_watched_too(come_in, played):
    reception = come_in()
    shelved = reception.shelf.get("small_case")
    table = reception.trials.start(shelved, Role.DEFENCE, Wish())
    table.lead.skip(("bait", "court"))

    listed = list(finished_trials(come_in()))

    assert [trial.role for trial in listed] == [Role.DEFENCE, Role.JUDGE]
    assert [rerun(come_in(), trial.name).role for trial in listed] == [Role.DEFENCE, Role.JUDGE]


def test_each_answer_is_there_with_its_reasons_and_what_it_earned(come_in, played):
    again = rerun(come_in(), "small_case")

    view = again.view()
    own = list(marks(played.session.trial, Role.JUDGE))
    assert [(a.key, a.earned) for a in again.answered()] == [
        (mark.ask.key, round(mark.earned, 2)) for mark in own
    ]
    assert {line.turn for line in view.lines if line.turn} == {mark.ask.key for mark in own}
    assert view.turn is None
    assert view.debrief == played.view().debrief


def test_a_record_that_fits_no_longer_is_shown_as_far_as_it_fits(come_in, played, own_home):
    file = own_home / "saves" / "small_case.finished"
    lines = file.read_text().splitlines()
    file.write_text("\n".join([*lines[:3], lines[3].replace('"picks":["', '"picks":["no ')]) + "\n")

    again = rerun(come_in(), "small_case")

    assert len(again.answered()) == 1
    assert again.view().turn is None


@pytest.mark.parametrize("name", ["another", "small_case"])
def test_what_is_gone_or_broken_is_not_shown(come_in, played, own_home, name):
    (own_home / "saves" / "small_case.finished").write_text("{}\n")

    assert rerun(come_in(), name) is None
    assert list(finished_trials(come_in())) == []
