"""Work is saved after every move, goes on where it stopped, and a broken save is set aside."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.steps import Role
from game.session.wish import Wish
from game.trial.record import open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent


def start(reception, role=Role.JUDGE):
    shelved = reception.shelf.get("small_case")
    return reception.trials.start(shelved, role, Wish(seed=3))


def answer(table, times=1):
    for _ in range(times):
        trial = table.session.trial
        picks = best_picks(open_ask(trial, table.role), trial.answers)
        assert table.submit(Action(len(trial.moves), table.role, picks)) is None


def save_of(home):
    return home / "saves" / "small_case.journal"


def test_a_trial_goes_on_where_it_stopped_to_the_byte(come_in):
    table = start(come_in())
    answer(table, 5)

    resumed = come_in().trials.resume()

    assert msgspec.json.encode(resumed.view()) == msgspec.json.encode(table.view())


def test_the_save_is_written_before_the_answer_is_acknowledged(come_in, own_home):
    table = start(come_in())
    before = save_of(own_home).read_bytes()

    answer(table)

    assert len(save_of(own_home).read_bytes().splitlines()) == len(before.splitlines()) + 1


def test_a_last_line_cut_off_by_a_crash_costs_one_answer_at_most(come_in, own_home):
    table = start(come_in())
    answer(table, 3)
    save = save_of(own_home)
    save.write_bytes(save.read_bytes()[:-7])

    resumed = come_in().trials.resume()
    answer(resumed, 2)

    assert come_in().trials.resume().session.trial == resumed.session.trial


@pytest.mark.parametrize("rubbish", [b"", b"\n", b"{}\n", b"\xff\xfe\n", b"[1,2]\n", b"null\n"])
def test_a_broken_save_is_set_aside_with_a_word(come_in, own_home, rubbish):
    start(come_in())
    save_of(own_home).write_bytes(rubbish)
    reception = come_in()

    assert reception.trials.resume() is None
    assert "set aside" in reception.speech().text(reception.notices()[0])
    assert (own_home / "saves" / "small_case.broken1").read_bytes() == rubbish


def test_a_save_of_another_version_of_the_case_is_set_aside(come_in, shelf):
    answer(start(come_in()))
    case = shelf / "small_case.yaml"
    case.write_text(case.read_text().replace("A tiny case.", "Another case."))
    reception = come_in()

    assert reception.trials.resume() is None
    assert "another version" in reception.speech().text(reception.notices()[0])


def test_a_move_that_the_rules_refuse_breaks_the_save_not_the_game(come_in, own_home):
    answer(start(come_in()), 2)
    save = save_of(own_home)
    save.write_bytes(save.read_bytes().replace(b'"p1"', b'"p7"'))
    reception = come_in()

    assert reception.trials.resume() is None
    assert len(reception.notices()) == 1


def test_a_finished_trial_is_kept_but_not_resumed(come_in, own_home):
    table = start(come_in())
    while open_ask(table.session.trial, table.role):
        answer(table)

    assert come_in().trials.resume() is None
    assert (own_home / "saves" / "small_case.finished").is_file()


def test_where_nothing_can_be_written_one_plays_all_the_same(come_in, own_home):
    own_home.write_text("a file stands where the folder should be")
    reception = come_in()

    table = start(reception)
    answer(table, 2)

    assert len(table.session.trial.moves) > 2
    assert "cannot be saved" in reception.speech().text(reception.notices()[0])


def test_an_answer_that_cannot_be_saved_is_not_taken(come_in, own_home):
    table = start(come_in())
    shutil.rmtree(own_home / "saves")
    moves = table.session.trial.moves
    picks = best_picks(open_ask(table.session.trial, Role.JUDGE), {})

    said = table.submit(Action(len(moves), Role.JUDGE, picks))

    assert "could not be saved" in said
    assert table.session.trial.moves == moves


def test_the_language_changes_while_the_trial_goes_on(come_in):
    reception = come_in()
    table = start(reception)
    answer(table)
    before = table.view()

    reception.change(msgspec.structs.replace(reception.settings, language="zh_CN"))
    after = table.view()

    assert after.revision == before.revision
    assert after.people[0].part == "审判长"
    assert come_in().settings.language == "en"  # the command line asked for English this time


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(junk=st.binary(max_size=200), at=st.floats(0, 1))
def test_no_damage_to_a_save_ever_raises(come_in, own_home, junk, at):
    answer(start(come_in()), 2)
    save = save_of(own_home)
    content = save.read_bytes()
    cut = int(at * len(content))
    save.write_bytes(content[:cut] + junk + content[cut:])

    come_in().trials.resume()
