"""Question files of every state come in as playable scenarios, go out again, and name each loss."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.exchange import export_quizzes, import_questions
from game.authoring.playout import Playout
from game.authoring.robots import earned
from game.scenario.diagnostics import Severity
from game.scenario.load import load
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.trial.record import begin, open_asks, program

QUESTIONS = sorted((Path(__file__).parent / "questions").iterdir())
SKINS = Path(__file__).parent.parent.parent / "scenarios" / "free_skins.yaml"
ONE = "Who decides?{=the judge #Yes. ~the clerk #No.####So it is.}\n"
GIFT_SIGNS = "~=#{}:\\%[]()（）【】 \n->'\"aZ1问|&*!@`?,\u3000law:trap"


def taken_in(path, folder, language="en", force=False):
    return import_questions(path, folder, language, str, force)


def assert_plays(path):
    loaded = load(path)
    assert loaded.scenario, [f"{d.spot.line}: {d.message}" for d in loaded.diagnostics]
    for role in Role:
        trial = Playout(begin(program(loaded.scenario)), role, ROBOTS["expert"]).play(Random(0))
        assert not open_asks(trial)
        assert earned(trial, role) == 100
    return loaded.scenario


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_every_imported_file_can_be_played_to_the_end(path, language, tmp_path):
    taken_in(path, tmp_path, language)

    (made,) = tmp_path.glob("*.yaml")
    assert assert_plays(made).language == language


def test_an_imported_file_has_no_finding_but_that_two_choices_can_be_guessed(tmp_path):
    for path in QUESTIONS:
        taken_in(path, tmp_path)

    found = {d.code for made in tmp_path.glob("*.yaml") for d in load(made).diagnostics}
    assert found <= {"C311"}


def test_what_was_lost_is_named_with_its_line(tmp_path, capsys):
    path = next(path for path in QUESTIONS if path.name == "every_kind.gift")

    assert taken_in(path, tmp_path) == 1

    printed = capsys.readouterr().out
    for line in (
        "line 2: the category “court/evidence”",
        "line 20: true or false can be guessed",
        "line 37: only whole numbers",
        "line 39: an answer that is typed in words",
        "line 45: a curly bracket is not closed",
        "9 questions were taken.",
    ):
        assert line in printed


def test_a_file_without_losses_is_fine(tmp_path, capsys):
    path = tmp_path / "One.gift"
    path.write_text(ONE)

    assert taken_in(path, tmp_path) == 0
    assert "1 question was taken." in capsys.readouterr().out
    assert load(tmp_path / "one.yaml").scenario


def test_ids_do_not_tell_the_answer(tmp_path):
    path = tmp_path / "q.gift"
    path.write_text("One?{=zebra ~ape ~bear}\n\nTwo?{=ape ~zebra ~bear}\n")
    taken_in(path, tmp_path)

    case = load(tmp_path / "q.yaml").scenario
    right = [
        choice.id
        for beat in case.scenes[0].beats
        for choice in beat.choices.values()
        if choice.sound == "yes"
    ]
    assert right == ["c3", "c1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_chinese_table_is_read_in_every_encoding(encoding, tmp_path):
    table = next(path for path in QUESTIONS if path.name == "chinese.csv")
    path = tmp_path / "题目.csv"
    path.write_bytes(table.read_text(encoding="utf-8").encode(encoding))

    assert taken_in(path, tmp_path, "zh_CN") == 0

    case = load(tmp_path / "questions.yaml").scenario
    assert case.scenes[0].beats[0].ask == "谁作最后陈述？"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.gift", b"", "empty"),
        ("a.gift", b"\x00\x01\x02" * 99, "not a text file"),
        ("a.gift", b"x" * 2_000_001, "2000 kB"),
        ("a.xlsm", b"PK", "macros"),
        ("a.xlsx", b"PK", "damaged"),
        ("a.docx", b"PK", "these files"),
        ("a.csv", b"ask,yes,no\n1,2,3\n", "must name the columns"),
        ("a.csv", b'question,A,B,right\n"open,1,2,A\n', "quotation mark"),
        ("a.csv", b"question,A,B,right\n" + b"x" * 200_000 + b",1,2,A\n", "far too long"),
        ("a.aiken", b"Who?\n", "no answers follow"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(name, data, why, tmp_path, capsys):
    path = tmp_path / name
    path.write_bytes(data)

    assert taken_in(path, tmp_path) == 1
    assert why in capsys.readouterr().err
    assert not list(tmp_path.glob("*.yaml"))


def test_a_missing_file_and_a_folder_are_refused(tmp_path, capsys):
    (tmp_path / "folder.gift").mkdir()

    assert taken_in(tmp_path / "none.gift", tmp_path) == 1
    assert taken_in(tmp_path / "folder.gift", tmp_path) == 1
    printed = capsys.readouterr().err
    assert "none.gift: there is no such file" in printed
    assert "folder.gift: this is not an ordinary file" in printed


def test_what_exists_is_not_overwritten_without_force(tmp_path, capsys):
    path, made = tmp_path / "one.gift", tmp_path / "one.yaml"
    path.write_text(ONE)
    made.write_text("mine")

    assert taken_in(path, tmp_path) == 1
    assert made.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert taken_in(path, tmp_path, force=True) == 0
    assert load(made).scenario


def test_a_place_that_cannot_be_written_is_named(tmp_path, capsys):
    path, taken = tmp_path / "one.gift", tmp_path / "file"
    path.write_text(ONE)
    taken.write_text("no folder")

    assert taken_in(path, taken) == 1
    assert "cannot be written" in capsys.readouterr().err


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    ending=st.sampled_from([".gift", ".aiken", ".txt", ".csv", ".xlsx"]),
    data=st.one_of(st.binary(max_size=99), st.text(alphabet=GIFT_SIGNS).map(str.encode)),
)
def test_whatever_a_file_holds_importing_it_ends_well(ending, data, tmp_path):
    path = tmp_path / ("some" + ending)
    path.write_bytes(data)

    assert taken_in(path, tmp_path, force=True) in (0, 1)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(says=st.lists(st.text(alphabet=GIFT_SIGNS), min_size=4, max_size=4))
def test_whatever_the_texts_say_the_case_can_be_loaded(says, tmp_path):
    folder = tmp_path / "made"
    shutil.rmtree(folder, ignore_errors=True)
    path = tmp_path / "some.gift"
    path.write_text("::{}::{}{{={}#x ~{}z\n####y}}".format(*says), encoding="utf-8")

    taken_in(path, folder)

    for made in folder.glob("*.yaml"):
        errors = [d for d in load(made).diagnostics if d.severity is Severity.ERROR]
        assert not errors


@pytest.mark.parametrize(("to", "ending"), [("gift", ".gift"), ("csv", ".csv"), ("moodle", ".xml")])
def test_the_quizzes_of_a_case_go_out_and_losses_are_named(to, ending, tmp_path, capsys):
    export_quizzes(SKINS, to, tmp_path, str)

    printed = capsys.readouterr().out
    assert (tmp_path / f"free_skins{ending}").is_file()
    assert "question 1: the link to the law card criminal_procedure_law/198" in printed
    assert "steps are no quizzes and stay out" in printed


def test_a_table_opens_in_excel_with_its_chinese_letters(tmp_path):
    export_quizzes(SKINS, "csv", tmp_path / "out.csv", str)

    assert (tmp_path / "out.csv").read_bytes().startswith(codecs.BOM_UTF8)


def test_what_went_out_comes_in_again(tmp_path):
    assert export_quizzes(SKINS, "gift", tmp_path, str) == 0
    assert taken_in(tmp_path / "free_skins.gift", tmp_path) == 0

    case = assert_plays(tmp_path / "free_skins.yaml")
    assert len(case.scenes[0].beats) == 6


def test_an_export_is_not_overwritten_without_force(tmp_path):
    output = tmp_path / "out.gift"
    output.write_text("mine")

    assert export_quizzes(SKINS, "gift", output, str) == 1
    assert output.read_text() == "mine"
    assert export_quizzes(SKINS, "gift", output, str, force=True) == 0


def test_a_broken_case_is_not_exported(tmp_path, capsys):
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\n")

    assert export_quizzes(path, "gift", tmp_path, str) == 1
    assert "mockcourt check" in capsys.readouterr().err


def test_a_case_without_quizzes_has_nothing_to_export(tmp_path, capsys):
    path = tmp_path / "one.gift"
    path.write_text(ONE)
    taken_in(path, tmp_path)
    made = tmp_path / "one.yaml"
    text = made.read_text(encoding="utf-8")
    made.write_text(text[: text.index("      - quiz:")] + "      - say: Hello.\n", encoding="utf-8")

    assert export_quizzes(made, "csv", tmp_path, str) == 1
    assert "there is no quiz here" in capsys.readouterr().err
