"""Lines that were watched in an earlier trial are known in the next one."""

from __future__ import annotations

from game.session.heard import heard
from game.trial.view import Line, Run


def line(says, by="chen"):
    return Line("said", (Run(says),), by=by)


def test_a_line_is_known_in_the_next_trial_and_not_yet_in_this_one(tmp_path):
    first = heard(tmp_path, "case")
    first.add(line("Objection!"))
    next_one = heard(tmp_path, "case")

    assert line("Objection!") not in first
    assert line("Objection!") in next_one
    assert line("Objection!", by="zhou") not in next_one
    assert line("Objection!") not in heard(tmp_path, "another")


def test_a_line_is_written_once(tmp_path):
    for _ in range(2):
        trial = heard(tmp_path, "case")
        trial.add(line("No."))
        trial.add(line("No."))

    assert len((tmp_path / "heard" / "case.txt").read_text().split()) == 1


def test_a_broken_file_counts_as_none(tmp_path):
    (tmp_path / "heard").mkdir()
    (tmp_path / "heard" / "case.txt").write_bytes(b"\xff not a number")

    assert line("No.") not in heard(tmp_path, "case")


def test_where_nothing_can_be_written_the_trial_goes_on(tmp_path):
    (tmp_path / "heard").write_text("a file where the folder should be")
    trial = heard(tmp_path, "case")
    trial.add(line("No."))

    assert line("No.") not in trial
