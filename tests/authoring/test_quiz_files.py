"""Whatever stands in a question file, its reader ends well; and what is written can be read."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.quizzes import aiken, gift, gift_out, moodle, sheet
from game.authoring.quizzes.question import Amount, Choice, Kind, Question, choosing, tidy, unfit
from game.authoring.quizzes.scenario_out import NO_BREAK, quoted, spanless
from game.scenario.choices import Soundness
from game.scenario.spans import faults, plain

SIGNS = "~=#{}:\\%[]()/-> \n\t$.,;\"'01AB?问答：）、"
HERE = Path(__file__).parent / "questions"
YES, NO, PARTLY = Soundness.YES, Soundness.NO, Soundness.PARTLY
quickly = settings(max_examples=200, deadline=None, derandomize=True)

anything = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=SIGNS, max_size=200),
    st.text(alphabet=st.characters(), max_size=60),
)
words = st.one_of(
    st.text(alphabet=SIGNS, min_size=1, max_size=20),
    st.text(min_size=1, max_size=20),
    st.sampled_from(["[html]<b>", "%50%x", "//", "::", "$CATEGORY: x", "\\n", "####", "=1+1"]),
)
texts = words.map(tidy).filter(bool)
reasons = st.one_of(st.just(""), texts)


@st.composite
def choosing_questions(draw, reason=reasons):
    says = draw(st.lists(texts, min_size=2, max_size=6, unique=True))
    right = draw(st.integers(1, len(says)))
    choices = tuple(
        Choice(text, YES if number < right else NO, draw(reason))
        for number, text in enumerate(says)
    )
    return Question(draw(texts), choosing(choices), choices, explanation=draw(reasons))


@st.composite
def pair_questions(draw):
    lefts = texts.filter(lambda text: "->" not in text)
    pairs = draw(
        st.lists(st.tuples(lefts, texts), min_size=2, max_size=5, unique_by=lambda pair: pair[0])
    )
    return Question(draw(texts), Kind.PAIRS, pairs=tuple(pairs), explanation=draw(reasons))


@st.composite
def amount_questions(draw):
    low, more = draw(st.integers(-999, 999)), draw(st.integers(0, 99))
    amount = Amount((low, low + more))
    return Question(draw(texts), Kind.AMOUNT, amount=amount, explanation=draw(reasons))


gift_questions = st.one_of(choosing_questions(), pair_questions(), amount_questions())


@quickly
@given(anything)
def test_any_text_is_read_as_gift(text):
    assert all(unfit(question) is None for question in gift.read(text).questions)


@quickly
@given(anything)
def test_any_text_is_read_as_aiken(text):
    assert all(unfit(question) is None for question in aiken.read(text).questions)


@quickly
@given(st.one_of(anything, anything.map(lambda text: "question,A,B,right\n" + text)))
def test_any_text_is_read_as_a_table(text):
    assert all(unfit(question) is None for question in sheet.read_csv(text).questions)


@quickly
@given(st.lists(gift_questions, min_size=1, max_size=3))
def test_what_is_written_in_gift_is_read_again(questions):
    written = gift_out.written(questions)
    taken = gift.read(written.text)

    assert list(taken.questions) == questions
    assert taken.remarks == written.remarks == ()


@quickly
@given(st.lists(choosing_questions(reason=st.just("")), min_size=1, max_size=3))
def test_what_is_written_in_a_table_is_read_again(questions):
    written = sheet.written(questions)
    taken = sheet.read_csv(written.text.replace("\r\n", "\n"))

    assert list(taken.questions) == questions


@quickly
@given(st.lists(gift_questions, max_size=3))
def test_moodle_xml_is_well_formed_and_tells_the_question(questions):
    written = moodle.written(questions)
    asked = [text.text for text in fromstring(written.text).iterfind("question/questiontext/text")]

    assert asked == [question.text for question in questions]


@quickly
@given(st.one_of(texts, st.text(alphabet="[]()【】（）\\ :：trapw law", max_size=30).map(tidy)))
def test_no_text_is_taken_for_a_span(text):
    safe = spanless(text)

    assert not list(faults(safe, ()))
    assert plain(safe).replace(NO_BREAK, "").replace(" ", "") == text.replace(NO_BREAK, "").replace(
        " ", ""
    )
    assert "\n" not in quoted(text)


def only(text):
    taken = gift.read(text)
    assert len(taken.questions) == 1, taken.remarks
    return taken.questions[0]


def test_a_title_and_a_remark_are_no_part_of_the_question():
    question = only("// a remark\n::A \\: title::Who?\n// another\n{=I#Yes. ~you}")

    assert (question.title, question.text) == ("A : title", "Who?")
    assert question.choices == (Choice("I", YES, "Yes."), Choice("you", NO))


def test_answers_in_the_middle_leave_a_gap():
    assert only("The {=clerk ~judge} writes.").text == "The _____ writes."


def test_answers_with_shares_of_the_marks_are_all_to_be_picked():
    question = only("Which?{~%50%a ~%-50%b ~%50%c}")

    assert question.kind is Kind.SEVERAL
    assert [choice.sound for choice in question.choices] == [YES, NO, YES]


def test_part_marks_beside_a_whole_answer_are_half_right():
    question = only("Which?{~a ~%25%b =c}")

    assert [choice.sound for choice in question.choices] == [NO, PARTLY, YES]


@pytest.mark.parametrize("answer", ["T", "TRUE"])
def test_true_or_false_becomes_two_choices_and_a_warning(answer):
    taken = gift.read(f"Sure?{{{answer}#No.#Yes.}}", ("对", "错"))

    assert taken.questions[0].choices == (Choice("对", YES, "Yes."), Choice("错", NO, "No."))
    assert "guessed" in str(taken.remarks[0].says)


@pytest.mark.parametrize(
    ("answer", "exact"),
    [("#16", (16, 16)), ("#10:2", (8, 12)), ("#3..5", (3, 5)), ("#\n=7:0\n", (7, 7))],
)
def test_a_number_may_have_a_tolerance_or_a_range(answer, exact):
    question = only("How many?{" + answer + "}")

    assert question.amount == Amount(exact)


def test_chinese_lines_are_joined_without_a_blank():
    assert only("谁主持\n庭审？{=审判长 ~书记员}").text == "谁主持庭审？"


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("Open {=a ~b", "not closed"),
        ("Closed =a ~b}", "not closed"),
        ("}Turned{", "not closed"),
        ("Two {=a ~b} and {=c ~d}", "several pairs"),
        ("Typed?{=a =b}", "typed in words"),
        ("Essay {}", "essay"),
        ("Nothing", "without answers"),
        ("None right {~a ~b}", "no answer is marked"),
        ("Pi?{#3.14}", "whole numbers"),
        ("Huge?{#999999999999}", "too large"),
        ("Pairs {=a -> b =c}", "lacks its"),
    ],
)
def test_what_no_quiz_can_ask_is_named_with_its_line(block, why):
    taken = gift.read("Fine?{=a ~b}\n\n" + block)

    assert len(taken.questions) == 1
    assert str(taken.remarks[-1].place) == "line 3"
    assert why in str(taken.remarks[-1].says)
    assert taken.remarks[-1].lost


def test_more_than_a_thousand_questions_are_too_many():
    taken = gift.read("Fine?{=a ~b}\n\n" * 1002)

    assert len(taken.questions) == 1000
    (remark,) = taken.remarks
    assert str(remark.place) == "line 2001"


def test_a_cell_that_excel_would_run_is_made_a_text():
    choices = (Choice("+cmd|'/c calc'!A0", YES), Choice("@sum", NO))
    written = sheet.written([Question("=1+1", Kind.ONE, choices)])

    assert written.text.splitlines()[1].startswith("'=1+1,'+cmd|'/c calc'!A0,'@sum,")


def test_an_apostrophe_inside_a_text_stays():
    choices = (Choice("it's", YES), Choice("'tis - or '=x", NO), Choice("'=y", NO))
    written = sheet.written([Question("a'=b", Kind.ONE, choices)])

    assert sheet.read_csv(written.text).questions[0].choices == choices


def test_a_table_says_what_it_has_no_place_for():
    choices = (Choice("a", YES, "So."), Choice("b", PARTLY, "Nearly."))
    order = Question("In order?", Kind.ORDER, order=("x", "y"))
    written = sheet.written([Question("Which?", Kind.ONE, choices), order])

    said = [str(remark.says) for remark in written.remarks]
    assert [part in text for part, text in zip(("reasons", "half", "order"), said, strict=True)]
    assert written.questions == 1


def workbook_of(*rows):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


HEADER = ("question", "A", "B", "right", "because")


def test_a_workbook_is_read_by_rows():
    taken = sheet.read_xlsx(workbook_of(HEADER, (), ("How many?", 3, 4.0, "B", "Count.")))

    (question,) = taken.questions
    assert question.choices == (Choice("3", NO), Choice("4", YES))
    assert str(question.place) == "row 3"


def test_a_formula_in_a_workbook_is_refused():
    taken = sheet.read_xlsx(workbook_of(HEADER, ("How many?", "=1+2", "4", "B", "")))

    assert not taken.questions
    assert str(taken.remarks[0].place) == "row 2"
    assert "=1+2" in str(taken.remarks[0].says)


def archive_of(name, data):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no zip at all", "not an .xlsx"),
        (b"\xd0\xcf\x11\xe0 old", "without a password"),
        (archive_of("xl/vbaProject.bin", b"x"), "macros"),
        (archive_of("xl/worksheets/sheet1.xml", b"0" * 30_000_000), "too large"),
        (archive_of("empty", b""), "damaged"),
    ],
)
def test_a_workbook_that_is_none_is_refused_with_a_sentence(data, why):
    pytest.importorskip("openpyxl")

    taken = sheet.read_xlsx(data)

    assert why in str(taken.remarks[0].says)


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    taken = sheet.read_xlsx(archive_of("some", b""))

    assert "mockcourt[sheets]" in str(taken.remarks[0].says)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


@pytest.fixture(scope="module")
def parts():
    return parts_of(workbook_of(HEADER, ("How many?", 3, 4, "B", "Count.")))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_damaged_workbook_is_survived(parts, data):
    damaged = dict(parts)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    at, cut = data.draw(st.integers(0, 400)), data.draw(st.integers(0, 40))
    filling = data.draw(st.one_of(st.binary(max_size=9), st.sampled_from([b"<f>1</f>", b"9" * 9])))
    damaged[name] = part[:at] + filling + part[at + cut :]
    book = packed(damaged)

    sheet.read_xlsx(book)
    sheet.read_xlsx(book[: -data.draw(st.integers(1, 400))])
