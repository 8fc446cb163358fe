"""What robots tell of a case: what they come to, and how their marks spread."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.coverage import Coverage, coverage_lines, coverage_rows
from game.authoring.histogram import histogram, histogram_lines
from game.authoring.robots import Shown, robots, show_robots
from game.scenario.load import load_text
from game.scenario.words import filled
from game.text.breaking import columns
from game.text.catalogues import catalogues
from game.trial.record import program

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "cases" / "small_case.yaml"


def edited(old, new):
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    found = load_text(text.replace(old, new), SMALL)
    assert found.scenario is not None
    return found.scenario


def covered(scenario, plays=5):
    seen = Coverage()
    for played in robots(scenario, plays, watch=True):
        seen.add(played.coverage)
    return seen


def test_a_beat_that_no_trial_comes_to_stands_out():
    never = edited(
        "      - say: She told her mum.",
        "      - decide: {ask: And then?, choices: "
        "{police: {says: Police, sound: yes, because: G.}, "
        "sleep: {says: Sleep, because: Bad.}, cry: {says: Cry, because: Sad.}}}\n"
        "        when: {chose: tell}\n"
        "      - say: Never.\n        when: {all: [{chose: pay}, {chose: police}]}\n"
        "      - say: She told her mum.",
    )
    seen = covered(never)

    lines = list(coverage_lines(program(never), seen, str))
    beat = next(row for row in coverage_rows(program(never), seen) if row["beat"] == "bait.4")

    assert beat["reached"] == 0
    assert any(line.startswith("! bait.4 ") and line.endswith("never") for line in lines)
    assert lines[-1].startswith("Steps never reached: 1.")


def test_coverage_counts_only_what_the_robot_picked(small_case):
    played = next(p for p in robots(small_case, 6, watch=True) if p.robot == "expert")

    rows = {row["beat"]: row for row in coverage_rows(program(small_case), played.coverage)}

    assert rows["bait.2"]["choices"] == {"bait.2.judge": {"tell": 6, "pay": 0, "wait": 0}}
    assert rows["bait.3"]["reached"] == 6


def test_every_trial_is_in_one_bar():
    bars = histogram((0, 9, 10, 55, 99, 100, 100))

    assert bars == [2, 1, 0, 0, 0, 1, 0, 0, 0, 3]
    assert all(len(line) <= 80 for line in histogram_lines((0, 100) * 500))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_report_fits_eighty_columns(capsys, tmp_path, language):
    words = catalogues(ROOT / "locales", language, (), tmp_path)

    show_robots(
        [SMALL],
        3,
        None,
        False,
        lambda text: filled(text, words),
        Shown(coverage=True, histogram=True),
    )

    assert max(columns(line) for line in capsys.readouterr().out.splitlines()) <= 80


def test_json_keeps_its_rows_and_has_more_only_when_asked(capsys):
    keys = {"scenario", "role", "robot", "plays", "mean", "sd", "min", "max"}

    show_robots([SMALL], 2, None, True, str)
    plain = json.loads(capsys.readouterr().out)
    show_robots([SMALL], 2, None, True, str, Shown(coverage=True, histogram=True))
    full = json.loads(capsys.readouterr().out)

    assert all(set(row) == keys for row in plain)
    assert all(set(row) == keys | {"coverage", "histogram"} for row in full)
    assert all(sum(row["histogram"]) == 2 for row in full)
