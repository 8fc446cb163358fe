"""What a finished trial leaves behind: marks by seat, tricks by kind, and nothing that breaks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.steps import Role
from game.session.progress import (
    FILE,
    KEPT,
    Found,
    Played,
    Progress,
    load_progress,
    record_of,
    save_progress,
)
from game.session.reception import open_reception
from game.session.wish import Wish
from game.trial.record import open_ask
from game.trial.scoring import best_picks, marks, per_criterion
from game.trial.view import Action


@pytest.fixture
def reception(request, own_home):
    root = request.config.rootpath
    return lambda: open_reception(root, own_home, "en", root / "tests" / "cases")


def play(reception, role=Role.JUDGE, seat="start"):
    shelved = reception.shelf.get("small_case")
    table = getattr(reception.trials, seat)(shelved, role, Wish())
    while (ask := open_ask(table.session.trial, role)) is not None:
        trial = table.session.trial
        table.submit(Action(len(trial.moves), role, best_picks(ask, trial.answers)))


def one(case="a", role=Role.JUDGE, total=50, **tricks):
    found = {kind: Found(met, caught) for kind, (met, caught) in tricks.items()}
    return Played(case, role, "2026-11-24", total, {}, found)


def test_a_finished_trial_is_remembered_with_its_marks(reception):
    play(reception())
    (kept,) = reception().progress().played

    assert (kept.case, kept.role, kept.total) == ("small_case", "judge", 100)
    assert kept.tricks == {"free_lure": Found(1, 1)}


def test_a_trial_that_a_robot_plays_is_not_remembered(reception):
    play(reception(), seat="start_unsaved")

    assert reception().progress() == Progress()


def test_the_marks_are_those_of_the_debrief(small_case, at):
    session = at(small_case, Role.JUDGE, bait__1__judge=("p2",))
    sums = per_criterion(marks(session.trial, Role.JUDGE))
    kept = record_of(session.trial, Role.JUDGE, "2026-11-24")

    assert {c: (e.points, e.of) for c, e in kept.criteria.items()} == {
        c: (round(got, 2), round(of, 2)) for c, (got, of) in sums.items()
    }
    assert kept.tricks == {"free_lure": Found(1, 0)}
    assert (kept.seen.hits, kept.seen.false_alarms) == (0, 1)


def test_the_best_marks_of_each_seat_count():
    progress = Progress((one(total=40), one(total=70), one(total=60), one("b", total=99)))

    assert progress.best("a") == {Role.JUDGE: 70}
    assert progress.best("c") == {}


def test_tricks_add_up_over_cases_the_most_often_missed_first():
    progress = Progress((one(threat=(2, 2), secrecy=(1, 0)), one("b", threat=(2, 1))))

    assert list(progress.tricks.items()) == [("secrecy", Found(1, 0)), ("threat", Found(4, 3))]


def test_old_records_go_but_the_best_marks_stay():
    progress = Progress((one(total=90),))
    for _ in range(KEPT + 5):
        progress = progress.with_one_more(one(total=10))

    assert len(progress.played) == KEPT
    assert progress.best("a") == {Role.JUDGE: 90}


def test_even_best_marks_do_not_grow_without_end():
    progress = Progress()
    for number in range(KEPT + 3):
        progress = progress.with_one_more(one(f"case_{number}"))

    assert len(progress.played) == KEPT
    assert progress.cases[0] == f"case_{KEPT + 2}"


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b"\xff", b'{"format":2,"played":[]}', b'{"format":1,"played":[{}]}',
        b'{"format":1,"played":[],"name":"Xiao Ming"}',
        b'{"format":1,"played":[{"case":"a","role":"judge","day":"2026-11-24","total":101,'
        b'"criteria":{}}]}',
        b" " * (2**20 + 1),
    ],
    ids=["empty", "cut", "list", "bytes", "later", "hollow", "stranger", "too good", "huge"],
)  # fmt: skip
def test_a_damaged_file_is_set_aside_with_a_sentence(reception, own_home, damage):
    own_home.mkdir(parents=True)
    (own_home / FILE).write_bytes(damage)
    first = reception()

    assert first.progress() == Progress()
    (notice,) = first.notices()
    assert "progress.broken1.json" in first.speech().text(notice)
    assert (own_home / "progress.broken1.json").read_bytes() == damage
    assert reception().progress() == Progress()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=300))
def test_no_file_breaks_the_game(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    progress, sentence = load_progress(tmp_path)

    assert (progress == Progress()) or sentence is None
    assert sentence is None or not (tmp_path / FILE).exists()


def test_what_is_kept_comes_back(tmp_path):
    progress = Progress((one(threat=(2, 1)), one("b")))
    save_progress(tmp_path, progress)

    assert load_progress(tmp_path) == (progress, None)
    assert "name" not in msgspec.json.decode((tmp_path / FILE).read_bytes())


def test_what_was_learned_can_be_deleted(reception, own_home):
    play(reception())
    (own_home / "progress.broken1.json").write_text("old")
    reception().forget_progress()

    assert reception().progress() == Progress()
    assert not list(own_home.glob("progress*"))


def test_a_home_that_cannot_be_written_costs_only_the_memory(reception, own_home):
    own_home.parent.mkdir(exist_ok=True)
    own_home.write_text("a file, not a folder")
    playing = reception()
    play(playing)

    told = [playing.speech().text(notice) for notice in playing.notices()]
    assert any("could not be remembered" in sentence for sentence in told)
