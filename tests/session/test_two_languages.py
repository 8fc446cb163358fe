"""A seat may be shown its trial in two languages, which never differ in anything but words."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.wish import Wish
from game.trial.record import open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def table(own_home):
    """The judge's seat at the free skins, for somebody who wants both languages."""
    reception = open_reception(ROOT, own_home, "zh_CN")
    reception.settings = replace(reception.settings, two_languages=True)
    return reception.trials.start(reception.shelf.get("free_skins"), Role.JUDGE, Wish(seed=3))


def shape(view):
    """What does not depend on the language."""
    turn = view.turn
    return (
        [(line.manner, line.by, line.turn, line.sound) for line in view.lines],
        [(document.id, len(document.passages)) for document in view.documents],
        [exhibit.id for exhibit in view.exhibits],
        turn and (turn.key, sorted(o.pick for o in turn.options), len(turn.hints)),
    )


def test_both_views_are_of_one_shape_at_every_move_of_a_trial(table):
    while ask := open_ask(trial := table.session.trial, Role.JUDGE):
        view, second = table.view(), table.second_view()

        assert shape(view) == shape(second)
        assert view.lines[0].says != second.lines[0].says
        picks = best_picks(ask, trial.answers)
        assert table.submit(Action(view.revision, Role.JUDGE, picks)) is None


def test_whoever_wants_one_language_has_no_second_view(own_home):
    reception = open_reception(ROOT, own_home, "en")
    shelved = reception.shelf.get("free_skins")
    table = reception.trials.start_unsaved(shelved, Role.JUDGE, Wish())

    assert table.second_view() is None
