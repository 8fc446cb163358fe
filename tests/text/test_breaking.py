"""Lines break as UAX #14 says, but for a few cases that are named here with their reasons."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from game.text.breaking import breaks, columns, wrap, wrap_columns

CLOSERS = "，。！？；：、）】》〉」』”…—～·%"
OPENERS = "（【《〈「『“‘"

# (why we differ, what stands before the place, what stands after it)
DIFFERENCES = [
    (
        "quotes: “甲”“乙”和 breaks between and after; LB19 holds what is not East Asian",
        "[“‘”’] *$",
        "",
    ),
    ("quotes: 说“OK” breaks before the quote whatever it opens", "", "[“‘”’]"),
    ("a dash, a tilde or a middle dot is first on no line (GB/T 15834)", "", "[—～·]"),
    ("a bracket after a middle dot is rare, so · is an ordinary closer to it", "·$", r"[(\[{]"),
    ("% and ℃ are first on no line, even after a space", "", "[%℃]"),
    ("……, ： and ； are first on no line, even after a space", " $", "[…：；]"),
    ("a currency sign after punctuation in a number (LB25) is not written", r"[^\w ]$", r"[$￥+]"),
    ("a flag is an ideograph to us", r"[$￥+]$", "[🇦-🇿]"),
    ("a hyphen after glue (LB20a) is not written", "\xa0-$", ""),
]

ALPHABET = [
    *"中文字法院庭证，。！？：；、（）《》【】…あ한 　abXY019.,:;!?()[]{}-/%$￥℃\"'=&#+～·—“”‘’\n\t"
]
ALPHABET += [
    "\xa0",
    "\u2060",
    "\u200b",
    "é",
    "e\u0301",
    "👍🏽",
    "👩‍👧",
    "🇨🇳",
    "\r\n",
    "……",
    "——",
    "3,000.5",
]
TEXTS = st.lists(st.sampled_from(ALPHABET), max_size=14).map("".join)
CLAUSES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "（", "“", "《", "“‘", " (", " "]),
        st.text("我们的法院证据", min_size=1, max_size=6) | st.sampled_from(["OK", "it’s", "30"]),
        st.sampled_from(
            ["，", "。”", "……", "——", "》，", "%", "！？", "～", "·", " ", "’”）。", ""]
        ),
    ),
)
PROSE = st.lists(CLAUSES, max_size=14).map("".join)


def pieces(text: str) -> list[str]:
    """The text cut wherever it may break."""
    ends = [0, *breaks(text), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def explained(text: str, place: int) -> bool:
    before, after = text[:place], text[place:]
    return any(re.search(a, before) and re.match(b, after) for _, a, b in DIFFERENCES)


@given(TEXTS)
def test_we_differ_from_uax_14_only_where_we_say_so(text):
    ours, theirs = set(breaks(text)), set(line_break_boundaries(text)) - {0, len(text)}

    assert [at for at in ours ^ theirs if not explained(text, at)] == []


@pytest.mark.parametrize(
    "parts",
    [
        "你|好！|我|是|XX|银|行|“安|全|中|心”|的|客|服，|工|号|9527。",
        "他|说：|“好|的……”，|然|后——|（走|了）。",
        "“甲”|“乙”|和|《丙》|《丁》",
        "马|克·|吐|温，|3·15|晚|会",
        "共|￥300|元，|涨|了|50%，|气|温|20℃",
        "He |said |“it’s |fine” |(really) — |3,000.50 |at |20:14 |on |2024/01/02.",
        "the |’90s, |free-|skin, |-5, |138-0013-8000, |and/|or",
        "http://|bank-|safe.example/|verify?|id=9527&x=1",
        "10\xa0km, |a\u2060b|中\u200b|文",
        "👩‍👧|和|👍🏽|🇨🇳|🇨🇳|e\u0301e\u0301|好",
        "一\n|二\r\n|三",
        "",
    ],
)
def test_a_line_may_break_at_every_bar_and_nowhere_else(parts):
    assert pieces(parts.replace("|", "")) == parts.split("|")


@given(PROSE, st.integers(24, 60))
def test_no_line_starts_with_closing_punctuation(text, width):
    for line in wrap_columns(text, width)[1:]:
        assert line[:1] not in CLOSERS or not line


@given(PROSE, st.integers(24, 60))
def test_no_line_ends_with_opening_punctuation(text, width):
    for line in wrap_columns(text, width)[:-1]:
        assert line[-1:] not in OPENERS or not line


@given(TEXTS, st.integers(4, 40))
def test_no_line_is_wider_than_asked(text, width):
    for start, end in wrap(text, width, columns):
        assert columns(text[start:end]) <= width or end - start == 1


@given(TEXTS, st.integers(1, 40))
def test_wrapping_loses_nothing_but_hanging_spaces_and_newlines(text, width):
    lines = wrap(text, width, columns)
    gaps = zip(
        [0, *(end for _, end in lines)], [*(start for start, _ in lines), len(text)], strict=True
    )

    assert (
        "".join(text[a:b] for a, b in gaps).strip(" \t\u3000\u200b\r\n\v\f\x85\u2028\u2029") == ""
    )


def test_every_newline_ends_a_line_and_the_last_opens_none():
    assert wrap_columns("一\n\n二\r\n三\n", 10) == ["一", "", "二", "三"]


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 10, columns) == [(0, 0)]


def test_a_word_too_long_for_any_line_is_split():
    assert wrap_columns("ok Supercalifragilistic", 8) == ["ok", "Supercal", "ifragili", "stic"]


def test_a_split_word_does_not_leave_its_comma_to_the_next_line():
    assert wrap_columns("abcdefgh，好", 8) == ["abcdefg", "h，好"]


def test_trailing_spaces_hang_over_the_edge():
    assert wrap("word     next", 4, len) == [(0, 4), (9, 13)]


def test_a_line_as_wide_as_its_own_measure_does_not_wrap():
    kerned = lambda text: len(text) * 0.99  # noqa: E731 the whole is narrower than its pieces

    assert wrap("to be or not to be", kerned("to be or not to be"), kerned) == [(0, 18)]


def test_chinese_takes_two_columns():
    assert columns("法庭 ok") == 7


def test_controls_take_no_column():
    assert columns("法\a庭") == 4
