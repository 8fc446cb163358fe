"""A tree is read as the classes declare; what does not fit is said, the rest still read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

import pytest

from game.scenario import kinds
from game.scenario.authored import Authored, OneOf, Passage, Ref, Text, Within, written
from game.scenario.diagnostics import Spot
from game.scenario.model import Beat
from game.scenario.nodes import grow
from game.scenario.page import Page
from game.scenario.reader import read
from game.scenario.words import T


class Colour(StrEnum):
    RED = "red"
    NO = "no"


class Bean(Authored):
    SHORTHAND: ClassVar[str] = "says"
    id: str = ""
    says: Text = written(T("what it says"))
    for_: str = written(T("for whom"), default="")


class Noted(Authored):
    id: str = written(T("an id"), default="")
    says: Passage = written(T("a text"))


class Box(Authored):
    title: Text = written(T("its title"))
    size: Annotated[int, Within(1, 10)] = written(T("how big it is"), default=1)
    weight: float = written(T("how heavy it is"), default=0.0)
    colour: Colour = written(T("its colour"), default=Colour.RED)
    trick: Annotated[str, OneOf((("lure", T("A lure")), ("rush", T("A rush"))))] = written(
        T("its trick"), default="lure"
    )
    parts: tuple[Annotated[str, Ref("exhibit")], ...] = written(T("its parts"), default=())
    tags: tuple[Text, ...] = written(T("its tags"), default=())
    ends: tuple[int, int] = written(T("two numbers"), default=(0, 0))
    beans: Mapping[str, Bean] = written(T("its beans"), factory=dict)
    pages: Mapping[int, tuple[str, ...]] = written(T("its pages"), factory=dict)
    pairs: Mapping[str, Text] = written(T("its pairs"), factory=dict)
    notes: tuple[Noted, ...] = written(T("its notes"), default=())
    inner: Box | None = written(T("another box"), default=None)
    steps: tuple[Beat, ...] = written(T("its steps"), default=())


class Hum(Beat):
    KIND: ClassVar[str] = "hum"
    SHORTHAND: ClassVar[str] = "lines"
    lines: tuple[Bean, ...] = written(T("its lines"))


class Peek(Beat):
    KIND: ClassVar[str] = "peek"
    SHORTHAND: ClassVar[str] = "document"
    document: Annotated[str, Ref("document")] = written(T("a document"))
    name: tuple[str, ...] = written(T("names"), default=())


@pytest.fixture(autouse=True)
def two_kinds(monkeypatch):
    monkeypatch.setattr(kinds, "kinds", lambda: {"hum": Hum, "peek": Peek})


def box(text, rest="title: x\n"):
    return read(grow(Page(rest + text)), Box)


def found(text, rest="title: x\n"):
    """Code, line and column of what is found, and the characters underlined."""
    lines = (rest + text).split("\n")
    return [
        (d.code, d.spot.line - rest.count("\n"), d.spot.column, _marked(lines, d.spot))
        for d in box(text, rest).findings
    ]


def _marked(lines, spot):
    return lines[spot.line - 1][spot.column - 1 : spot.column - 1 + spot.length]


def message(text, rest="title: x\n"):
    (finding,) = box(text, rest).findings
    return str(finding.message), str(finding.hint)


@pytest.mark.parametrize("text", ["no", "9:30", "2024-01-02", "0123", "~", "null", "1.0", "yes"])
def test_text_stays_text_whatever_yaml_would_make_of_it(text):
    assert box("", rest=f"title: {text}\n").value.title == text


def test_everything_that_can_be_declared_is_read():
    reading = box(
        "size: 7\nweight: 1.5\ncolour: no\ntrick: rush\nparts: [a, b]\ntags: one\nends: [3, 4]\n"
        "beans: {x: {says: hi, for: me}, y: yo}\npages: {15: [p, q], 40: r}\npairs: {l: m}\n"
        "notes:\n  - says: n\n    id: n1\ninner: {title: small}\n"
    )
    value = reading.value

    assert reading.findings == []
    assert (value.size, value.weight, value.colour, value.trick) == (7, 1.5, Colour.NO, "rush")
    assert (value.parts, value.tags, value.ends) == (("a", "b"), ("one",), (3, 4))
    assert value.beans == {"x": Bean(id="x", says="hi", for_="me"), "y": Bean(id="y", says="yo")}
    assert value.pages == {15: ("p", "q"), 40: ("r",)}
    assert value.pairs == {"l": "m"}
    assert value.notes == (Noted(says="n", id="n1"),)
    assert value.inner == Box(title="small")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- hum: la", Hum(lines=(Bean(says="la"),))),
        (
            "- hum: [la, {says: li, for: me}]",
            Hum(lines=(Bean(says="la"), Bean(says="li", for_="me"))),
        ),
        ("- hum: {says: la}", Hum(lines=(Bean(says="la"),))),
        ("- hum: {lines: la}", Hum(lines=(Bean(says="la"),))),
        ("- peek: chat", Peek(document="chat")),
        ("- peek: {document: chat, name: [a, b]}", Peek(document="chat", name=("a", "b"))),
    ],
)
def test_step_is_read_in_any_of_its_forms(text, expected):
    reading = box("steps:\n  " + text)

    assert reading.findings == []
    assert reading.value.steps == (expected,)


def test_step_may_have_a_condition_beside_it():
    reading = box("steps:\n  - hum: la\n    when: {not: {chose: run}, any: [{admitted: a}]}")
    when = reading.value.steps[0].when

    assert reading.findings == []
    assert (when.not_.chose, when.any[0].admitted) == ("run", "a")
    assert reading.value.steps[0].spots.of("when") == Spot(4, 5, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sizee: 3", [("C201", 1, 1, "sizee")]),
        ("Size: 3", [("C201", 1, 1, "Size")]),
        ("zzz: 3", [("C201", 1, 1, "zzz")]),
        ("inner: {size: 3}", [("C202", 1, 1, "inner")]),
        ("beans:\n  x: {for: me}", [("C202", 2, 3, "x")]),
        ("notes:\n  - id: a", [("C202", 2, 5, "i")]),
        ("tags: {a: b}", [("C204", 1, 7, "{")]),
        ("beans: x", [("C204", 1, 8, "x")]),
        ("size: big", [("C204", 1, 7, "big")]),
        ("size: 4.5", [("C204", 1, 7, "4.5")]),
        ("size: ４", [("C204", 1, 7, "４")]),
        ("weight: heavy", [("C204", 1, 9, "heavy")]),
        ("ends: [1]", [("C204", 1, 7, "[")]),
        ("ends: 1", [("C204", 1, 7, "1")]),
        ("ends: [1, x]", [("C204", 1, 11, "x")]),
        ("pages: {x: y}", [("C204", 1, 9, "x")]),
        ("inner: x", [("C204", 1, 8, "x")]),
        ("steps: [x]", [("C204", 1, 9, "x")]),
        ("colour: Red", [("C205", 1, 9, "Red")]),
        ("trick: lour", [("C205", 1, 8, "lour")]),
        ("size: 11", [("C207", 1, 7, "11")]),
        ("tags:", [("C206", 1, 1, "tags")]),
        ("tags: ''", [("C206", 1, 7, "''")]),
        ("tags: [a, ' ']", [("C206", 1, 11, "' '")]),
        ("inner: {title: }", [("C206", 1, 9, "title")]),
        ("parts: [a, b, a]", [("C208", 1, 15, "a")]),
        ("notes: [{id: a, says: x}, {id: a, says: y}]", [("C208", 1, 32, "a")]),
        ("beans: {X-1: x}", [("C210", 1, 9, "X-1")]),
        ("notes: [{id: 第一, says: x}]", [("C210", 1, 14, "第一")]),
        ("steps:\n  - huum: la", [("C213", 2, 5, "huum")]),
        ("steps:\n  - when: {chose: a}", [("C213", 2, 5, "w")]),
        ("steps:\n  - hum: la\n    peek: chat", [("C214", 3, 5, "peek")]),
        ("steps:\n  - peek: chat\n    name: a", [("C214", 3, 5, "name")]),
        ("steps:\n  - peek: chat\n    nose: a", [("C201", 3, 5, "nose")]),
        ("steps:\n  - hum: {syas: la}", [("C201", 2, 11, "syas")]),
        ("tags: 'a [b](trap:c)'", [("C215", 1, 14, "trap")]),
        ("notes: {says: 'a [b](trp:c)'}", [("C215", 1, 21, "(trp:c)")]),
    ],
)
def test_finding_stands_exactly_where_the_slip_is(text, expected):
    assert found(text) == expected


def test_unknown_field_offers_the_one_that_was_meant_and_reads_it():
    reading = box("sizee: 3")

    assert str(reading.findings[0].hint) == "did you mean “size”?"
    assert reading.value.size == 3


def test_required_field_under_a_near_name_is_not_missing_as_well():
    assert [code for code, *_ in found("", rest="titel: x\n")] == ["C201"]


def test_missing_field_is_explained():
    assert message("inner: {size: 3}") == ("“title” is missing here", "title: its title")


def test_wrong_form_is_answered_with_an_example():
    assert message("ends: 1") == (
        "“ends” must be a list of 2 in square brackets",
        "for example: [6, 12]",
    )


def test_wrong_name_is_answered_with_the_right_one_or_with_all():
    assert message("colour: rde")[1] == "did you mean “red”?"
    assert message("colour: blue")[1] == "it can be “red”, “no”"


@pytest.mark.parametrize("typed", ["４", "4个", " 约4斤", "size 4"])
def test_number_among_words_is_answered_with_the_bare_number(typed):
    assert message(f"size: '{typed}'")[1] == "write only the number: 4"


@pytest.mark.parametrize(
    ("text", "code"), [("a、b，c", "C111"), ("'a，b， c'", "C111"), ("a, b, c", "C204")]
)
def test_names_without_brackets_are_a_list_all_the_same(text, code):
    reading = box(f"parts: {text}\n")
    (finding,) = reading.findings

    assert (finding.code, str(finding.hint)) == (code, "write [a, b, c]")
    assert reading.value.parts == ("a", "b", "c")


def test_each_name_without_brackets_stands_where_it_is_written():
    spots = box("parts: a、bc\n").value.spots

    assert (spots.of("parts.0"), spots.of("parts.1")) == (Spot(2, 8, 1), Spot(2, 10, 2))


def test_commas_in_a_sentence_make_no_list():
    assert found("tags: 一、二，three") == []


@pytest.mark.parametrize("typed", ["否", "不是", "false"])
def test_what_was_typed_for_no_is_answered_with_the_keyword_but_not_taken(typed):
    assert message(f"colour: {typed}")[1] == "write colour: no"


def test_text_with_a_colon_that_became_a_key_is_told_to_quote():
    assert message("steps:\n  - hum: {'he said': x, says: la}")[1] == (
        "if this is text, put quotes around all of it"
    )


def test_broken_parts_leave_the_rest_readable():
    reading = box("size: big\ncolour: blue\nparts: [a, [b], c]\nbeans: {x: {}, y: yo}\n")
    value = reading.value

    assert (value.size, value.colour, value.parts) == (1, Colour.RED, ("a", "c"))
    assert (value.beans["x"].says, value.beans["y"].says) == ("", "yo")
    assert {"size", "colour", "parts", "says"} <= reading.lost


@pytest.mark.parametrize("text", ["x", "[a, b]", "", "a: b"])
def test_anything_can_be_read_as_anything(text):
    assert isinstance(read(grow(Page(text)), Box).value, Box)


def test_things_know_where_they_and_their_fields_stand():
    value = box("tags: [a, b]\nbeans:\n  x: hi\npairs: {l: m}\ninner: {title: t}\n").value

    assert value.spots.of("tags.1") == Spot(2, 11, 1)
    assert value.spots.of("beans.x") == Spot(4, 3, 1)
    assert value.beans["x"].spots.own == Spot(4, 3, 1)
    assert value.beans["x"].spots.of("says") == Spot(4, 6, 2)
    assert value.spots.of("pairs.l") == Spot(5, 9, 1)
    assert value.spots.of("pairs.l.value") == Spot(5, 12, 1)
    assert value.inner.spots.own == Spot(6, 1, 5)
    assert value.spots.of("size") == value.spots.own


def test_spans_know_where_their_ids_stand():
    value = box('notes:\n  - says: "One [b](trap:c), 你 [d](honest:e)"\n').value

    assert value.notes[0].spots.of("says#0") == Spot(3, 25, 1)
    assert value.notes[0].spots.of("says#1") == Spot(3, 42, 1)
