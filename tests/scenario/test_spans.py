"""Spans are cut out of texts as they were meant, and what only looks like one is pointed at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.spans import Found, Piece, faults, pieces, plain, spans

ALL = ("trap", "honest", "law")


def at(text, allowed=ALL):
    """Where the faults of a text are, and the very characters."""
    return [text[f.offset : f.offset + f.length] for f in faults(text, allowed)]


def test_text_without_spans_is_one_piece():
    assert pieces("你好 [呲牙] (笑)") == (Piece("你好 [呲牙] (笑)"),)
    assert pieces("") == ()


def test_spans_stand_between_plain_pieces():
    assert pieces("Hi! [Only today](trap:free_gift), see [art. 266](law:criminal_law/266).") == (
        Piece("Hi! "),
        Piece("Only today", "trap", "free_gift"),
        Piece(", see "),
        Piece("art. 266", "law", "criminal_law/266"),
        Piece("."),
    )


def test_span_may_be_all_of_a_text():
    assert pieces("[是的](honest:notice)") == (Piece("是的", "honest", "notice"),)


def test_escaped_bracket_opens_no_span():
    assert pieces(r"\[x](trap:y)") == (Piece("[x](trap:y)"),)
    assert pieces(r"[a \[b\] c](trap:y)") == (Piece("a [b] c", "trap", "y"),)
    assert at(r"\[x](trap:y)"[:4]) == []


def test_plain_leaves_the_marks_out():
    assert plain("a [b](trap:x) c [d](law:e/1)") == "a b c d"


def test_spans_say_where_their_ids_stand():
    assert spans("a [b](trap:xy)") == (Found("trap", "xy", 11),)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[words](trap:x", "(trap:x"),
        ("[words(trap:x)", "(trap:x)"),
        ("words](trap:x)", "](trap:x)"),
        ("words(trap:x)", "(trap:x)"),
        ("[](trap:x)", "[](trap:x)"),
        ("[ ](trap:x)", "[ ](trap:x)"),
        ("[words](trap:)", "(trap:)"),
        ("[words] (trap:x)", " "),
        ("[words](trp:x)", "(trp:x)"),
        ("[words](x)", "(x)"),
        ("[words](http://example.com)", "(http://example.com)"),
        ("[words]（trap:x）", "[words]（trap:x）"),
        ("[words](trap：x)", "[words](trap：x)"),
        ("【words】(trap:x)", "【words】(trap:x)"),
        ("[words](Trap:x)", "Trap"),
    ],
)
def test_malformed_span_is_pointed_at(text, marked):
    assert at("Before " + text + " after") == [marked]


@pytest.mark.parametrize("text", ["[a [b](trap:x) c](trap:y)", "[a [b](honest:x)](trap:y) d"])
def test_span_in_a_span_is_found_and_said_to_be_that(text):
    (fault,) = faults(text, ALL)

    assert str(fault.message) == "a span stands inside another span"


def test_kind_that_does_not_belong_here_is_found():
    assert at("[a](trap:x) [b](law:y)", ("law",)) == ["trap"]


@pytest.mark.parametrize(
    "text",
    [
        "[呲牙]（笑）",
        "see (a: b)",
        "他说（trap）",
        "[1] (2)",
        "f(x)",
        "a [b] c",
        "(law)",
        "是（法律：x）",
    ],
)
def test_what_is_no_span_is_left_alone(text):
    assert at(text) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="[]()（）【】:：\\ trap" + "x你", max_size=40))
def test_any_text_is_cut_and_nothing_is_lost(text):
    assert all(piece.text for piece in pieces(text))
    assert all(0 <= f.offset <= f.offset + f.length <= len(text) for f in faults(text, ALL))
    if not spans(text):
        assert plain(text) == text.replace("\\[", "[").replace("\\]", "]")
