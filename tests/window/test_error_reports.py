"""What is written down of an error tells where it was, and nothing of who played."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session.reports import discreet, report, write_report
from tests.conftest import ROOT
from tests.window.sample import CASE_ID


@pytest.mark.parametrize("said", ["Wang wrote 'He told Me'", "小雨 said “He told Me”"])
def test_a_report_has_the_way_to_the_error_but_no_answer_and_no_name(said, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: ROOT)
    try:
        try:
            _ = {}["p7"]
        except KeyError as error:
            raise RuntimeError(said) from error
    except RuntimeError as error:
        told = report(error, {"case": CASE_ID})

    assert told.index("KeyError: 'p7'") < told.index("RuntimeError: ")
    assert "test_error_reports.py" in told
    assert f"case: {CASE_ID}" in told
    assert "He told Me" not in told
    assert "小雨" not in told
    assert str(ROOT) not in told


def test_ids_stay_and_quotations_go():
    assert discreet("no ask 'bait.3.judge' in “The free skins”") == "no ask 'bait.3.judge' in …"


def test_no_more_reports_are_kept_than_anybody_reads(tmp_path):
    for _ in range(25):
        write_report(tmp_path, ValueError(), {})

    assert len(list(tmp_path.rglob("*.txt"))) == 20


def test_an_error_that_cannot_say_what_it_is_is_reported_all_the_same(tmp_path):
    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError

    assert "Mute: ?" in write_report(tmp_path, Mute(), {}).read_text("utf-8")
