"""The report on made-up students: a table for people, rows for machines, and a picture."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.authoring.robots import show_robots
from game.authoring.students.report import show_students
from game.scenario.words import filled
from game.text.breaking import columns
from game.text.catalogues import catalogues

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "cases" / "small_case.yaml"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_table_fits_eighty_columns_and_names_the_line(capsys, tmp_path, language):
    words = catalogues(ROOT / "locales", language, (), tmp_path)

    code = show_students([SMALL], 60, None, False, None, lambda text: filled(text, words), language)

    lines = capsys.readouterr().out.splitlines()
    spotted = SMALL.read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(spotted, 1) if "spot: {document: chat" in text)
    assert code == 0
    assert max(columns(text) for text in lines) <= 80
    assert any(text.split()[:3] == ["!", str(line), "bait.1.name.judge"] for text in lines)


def test_rows_are_those_of_robots_with_the_questions_besides(capsys):
    show_students([SMALL], 60, None, True, None, str, "en")

    rows = json.loads(capsys.readouterr().out)
    keys = {"scenario", "role", "robot", "plays", "mean", "sd", "min", "max", "questions"}
    assert [set(row) for row in rows] == [keys] * 3
    assert {row["robot"] for row in rows} == {"students"}
    weak = next(q for q in rows[0]["questions"] if q["ask"] == "bait.1.name.judge")
    assert weak["flags"] == ["weak", "easy"]
    assert weak["says"][0].startswith("This question does not tell who has read")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_picture_has_a_dot_for_each_question_and_explains_what_stands_out(
    capsys, tmp_path, language
):
    words = catalogues(ROOT / "locales", language, (), tmp_path)
    picture = tmp_path / "questions.svg"

    show_students([SMALL], 60, None, True, picture, lambda text: filled(text, words), language)

    rows = json.loads(capsys.readouterr().out)
    drawn = ElementTree.parse(picture).getroot()
    judged = [q for row in rows for q in row["questions"] if "seldom" not in q["flags"]]
    texts = [element.text or "" for element in drawn.iter(f"{SVG}text")]
    assert len(list(drawn.iter(f"{SVG}circle"))) == len(judged)
    assert all(any(q["ask"] in text for text in texts) for q in judged if q["flags"])


def test_several_scenarios_have_a_picture_each(tmp_path, capsys):
    other = tmp_path / "other.yaml"
    text = SMALL.read_text(encoding="utf-8")
    other.write_text(text.replace("id: small_case", "id: other"), encoding="utf-8")

    show_students([SMALL, other], 40, None, True, tmp_path / "q.svg", str, "en")

    assert {p.name for p in tmp_path.glob("*.svg")} == {"q.small_case.svg", "q.other.svg"}


def test_a_picture_that_cannot_be_written_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")

    code = show_students([SMALL], 40, None, True, tmp_path / "file" / "q.svg", str, "en")

    assert code == 1
    assert "cannot be written" in capsys.readouterr().err


AFTER = "      - say: She told her mum."
STUCK = (
    "      - quiz: {ask: Age?, because: B., amount: {offered: [30, 0], exact: [14, 14], unit: y}}\n"
)


@pytest.mark.parametrize("show", [show_students, show_robots])
def test_a_case_in_which_a_trial_is_stuck_is_told_and_the_others_are_shown(tmp_path, capsys, show):
    stuck = tmp_path / "stuck.yaml"
    text = SMALL.read_text(encoding="utf-8").replace("id: small_case", "id: stuck")
    stuck.write_text(text.replace(AFTER, STUCK + AFTER), encoding="utf-8")
    rest = (None, str, "en") if show is show_students else (str,)

    code = show([stuck, SMALL], 20, None, True, *rest)

    said = capsys.readouterr()
    assert code == 1
    assert "stuck: the turn “bait.3.judge” has no answer" in said.err
    assert {row["scenario"] for row in json.loads(said.out)} == {"small_case"}
