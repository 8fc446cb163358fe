"""A slip of the keyboard is found where it is, and nowhere that Chinese punctuation is right."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from game.scenario.codes import MANUAL
from game.scenario.page import mended
from game.scenario.slips import scan

SLIPS = [code for code in MANUAL if "C110" <= code <= "C128"]


def slips(text):
    """Code, line, column and length of every slip."""
    return [(d.code, *astuple(d.spot)) for d in scan(text).findings]


def after_mending(text):
    return mended(text, scan(text).mends).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title：免费", [("C110", 1, 6, 1)]),
        ("title ：免费", [("C110", 1, 7, 1)]),
        ("a: 1\npeople：\n  chen：{name: X}", [("C110", 2, 7, 1), ("C110", 3, 7, 1)]),
        ("- by：chen", [("C110", 1, 5, 1)]),
        ("cuts:\n  15：[a]", [("C110", 2, 5, 1)]),
        ("a: {by：x，says：y}", [("C110", 1, 7, 1), ("C111", 1, 9, 1), ("C110", 1, 14, 1)]),
        ("a: {by: x， says: y}", [("C111", 1, 10, 1)]),
        ("a: [x， y、z]", [("C111", 1, 6, 1), ("C111", 1, 9, 1)]),
        ('a: ["x"，"y"]', [("C111", 1, 8, 1)]),
        ("a:\n  [x,\n   y，z]", [("C111", 3, 5, 1)]),
        ("a: ｛by: x｝", [("C112", 1, 4, 1), ("C112", 1, 10, 1)]),
        ("a: ［x, y］", [("C112", 1, 4, 1), ("C112", 1, 9, 1)]),
        ("a: 【x, y】", [("C112", 1, 4, 1), ("C112", 1, 9, 1)]),
        ("a: [x, y】", [("C112", 1, 9, 1)]),
        ("a: “hello”", [("C113", 1, 4, 7)]),
        ("a: ‘hello’", [("C113", 1, 4, 7)]),
        ("a: ＂hello＂", [("C113", 1, 4, 7)]),
        ("- “hello”", [("C113", 1, 3, 7)]),
        ("“a”: hello", [("C113", 1, 1, 3)]),
        ("“a”：hello", [("C113", 1, 1, 3), ("C110", 1, 4, 1)]),
        ("a: {b: “hello”, c: d}", [("C113", 1, 8, 7)]),
        ("a:\u3000b", [("C114", 1, 3, 1)]),
        ("a:\u00a0b", [("C114", 1, 3, 1)]),
        ("a:\n\u3000\u3000b: c", [("C114", 2, 1, 2)]),
        ("a:\n \u00a0b: c", [("C114", 2, 2, 1)]),
        ("-\u3000b: c", [("C114", 1, 2, 1)]),
        ("a:\n\tb: c", [("C115", 2, 1, 1)]),
        ("a:\n  \tb: c", [("C115", 2, 3, 1)]),
        ("－ a", [("C116", 1, 1, 1)]),
        ("－a", [("C116", 1, 1, 1)]),
        ("— a", [("C116", 1, 1, 1)]),
        ("＃ a remark", [("C116", 1, 1, 1)]),
        ("level:junior", [("C117", 1, 6, 1)]),
        ('level:"junior"', [("C117", 1, 6, 1)]),
        ("a: {by:chen, b: c}", [("C117", 1, 7, 1)]),
        ("-one", [("C118", 1, 1, 1)]),
        ("-say: x", [("C118", 1, 1, 1)]),
        ("-一", [("C118", 1, 1, 1)]),
        ("a: Note: this", [("C119", 1, 8, 1)]),
        ("a: He said:", [("C119", 1, 11, 1)]),
        ("a: {b: Note: this, c: d}", [("C119", 1, 12, 1)]),
        ('a: "hello', [("C120", 1, 4, 1)]),
        ("a: 'hello\nb: 'x'", [("C120", 1, 4, 1)]),
        ('a: "hello”', [("C120", 1, 4, 1)]),
        ('a: {b: "hello, c: d}', [("C120", 1, 8, 1)]),
        ("a: 'It's me'", [("C121", 1, 8, 5)]),
        ('a: "No," he said', [("C121", 1, 10, 7)]),
        ('a: {b: "He said "no" twice", c: d}', [("C121", 1, 18, 10)]),
        ("a: [Only today](trap:x)!", [("C122", 1, 4, 1)]),
        ("a: @chen", [("C122", 1, 4, 1)]),
        ("a: *really* not", [("C122", 1, 4, 1)]),
        ("a: !注意 安全", [("C122", 1, 4, 1)]),
        ("a: 100%", []),
        ("a: %d", [("C122", 1, 4, 1)]),
        ("a: > text", [("C122", 1, 4, 1)]),
        ("a: >- text", [("C122", 1, 4, 2)]),
        ("a: | text\n  more", [("C122", 1, 4, 1)]),
        ("a: {b: See [art. 1](law:x), c: d}", [("C122", 1, 12, 1)]),
        ("a: Gift #1 is free", [("C123", 1, 9, 10)]),
        ("a: Gift # a remark", []),
        ("a: #上课了\nb: c", [("C123", 1, 4, 4)]),
        ("a: #第一场\n  b: c", []),
        ("a: {b: Gift #1, c: d}", [("C123", 1, 13, 9)]),
        ("a: b\n  c: d", [("C124", 2, 3, 1)]),
        ("a: b\n  c: d\n  e: f", [("C124", 2, 3, 1)]),
        ('a: "b"\n  c: d', [("C124", 2, 3, 1)]),
        ("a: {b: c}\n  - d", [("C124", 2, 3, 1)]),
        ("a:\n  b: c\n  d: e\n f: g", [("C125", 4, 2, 1)]),
        ("a:\n  b: c\n  d: e\n   f: g", [("C124", 4, 4, 1)]),
        ("a:\n    b: c\n  d: e\n  f: g", [("C125", 2, 5, 1)]),
        ("a:\n b: c\n  d: e\n  f: g", [("C125", 2, 2, 1)]),
        ("- a: b\n   c: d", [("C124", 2, 4, 1)]),
        ("- a: b\n c: d", [("C125", 2, 2, 1)]),
        ("a:\n  - b\n  - c\n - d", [("C125", 4, 2, 1)]),
        ("a: [b, c\nd: e", [("C126", 1, 4, 1)]),
        ("a: [b, c", [("C126", 1, 4, 1)]),
        ("- {a: b, c: d\n- {a: b}", [("C126", 1, 3, 1)]),
        ("a: {b: [c, d}", [("C126", 1, 13, 1)]),
        ("a: b\n  - c", [("C124", 2, 3, 1)]),
        ("a: \u00a0b", [("C114", 1, 4, 1)]),
        ("a: \u3000\u3000b", [("C114", 1, 4, 2)]),
        ("a: b\u00a0", [("C114", 1, 5, 1)]),
        ("a: 你好 # x", []),
        ("a: {b:\u3000c, d: \u00a0e, f: g\u3000}", [("C114", 1, n, 1) for n in (7, 14, 22)]),
        ("learn:\n  —Twelve\n  —Three", [("C116", 2, 3, 1), ("C116", 3, 3, 1)]),
        ("learn:\n  • one\n  •two", [("C116", 2, 3, 1), ("C116", 3, 3, 1)]),
        ("learn:\n  1. one\n  2、two", [("C116", 2, 3, 2), ("C116", 3, 3, 2)]),
        ("learn:\n  - one\n  —two", [("C116", 3, 3, 1)]),
        ('a: 20:03"', [("C120", 1, 9, 1)]),
        ('a: free skins"', [("C120", 1, 14, 1)]),
        ('a: the "free" skins, and "more"', []),
        ("a: {kind: b note: c}", [("C127", 1, 13, 4)]),
        ('a: {says: "b" by: c}', [("C127", 1, 15, 2)]),
        ("a: {kind: b, says: c d, by: e note: f}", [("C127", 1, 31, 4)]),
        ("a:\n  - b\n  c\n  - d", [("C128", 3, 3, 1)]),
        ("a:\n  b\n  - c\n  - d", [("C128", 2, 3, 1)]),
        ("a:\n  b: c\n  - d: e\n  - f: g", [("C128", 2, 3, 4)]),
        ("a:\n  - b: c\n    d: e\n  b: f\n    d: g\nh: i", [("C128", 4, 3, 4)]),
        ("a:\n  b: c\n    d: e\n    f: g\n  - b: h\n    d: i", [("C128", 2, 3, 4)]),
        ("a:\n  {b: c}\n  - {d: e}", [("C128", 2, 3, 6)]),
        ("a:\n  - {b: c}\n  {d: e}", [("C128", 3, 3, 6)]),
    ],
)
def test_slip_is_found_exactly(text, expected):
    assert slips(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: 你好，世界：真的！“是的”，他说。",
        "a: 【通知】本周活动",
        "a: “好”，他说：“走吧”",
        "a: 10，000元",
        'a: "b：c，d [e] {f}: g # h"',
        "a: 'b：c，d： e: f'",
        'a: "two lines，\n  b：c"',
        "a: |\n  b：c，d\n  “e”\n  f: g\n  \tx\n\n  －h\nb: c",
        "- |-\n b：c\n- d",
        "a: >-\n  \u3000\u3000首行缩进\n  b：c",
        "a: first\n  小雨：你好\n  \u3000说：好\nb: c",
        "- 小雨：你好",
        "- VIP：你好",
        "a: {b: 你好，世界, c: 好：的}",
        "a: [你好，世界, 好的]",
        "a: {b: It's me, c: rock 'n roll}",
        "a: http://example.com:80/x",
        "- http://example.com",
        "a: [http://example.com, b]",
        "a: 9:30\nb: -5\nc: -\n",
        "a: '',\n"[:5],
        "---\na: b\n...\n",
        "# 备注：，【】“”\na: b # 备注：，",
        'a: {"b": "c", d: [e, {f: g}]}',
        "a: {b: c,\n    d: [e,\n    f],\n    # remark：\n    g: h}",
        "“你好”，他说: 好",
        "a: *alias\nb: &anchor c\nd: !!str e",
        'a: "x" # remark',
        "a: [b] # remark",
        "left text: right text",
        '"left: text": right',
        "? a\n: b",
        "a:\n- b\n- c\nd:\n    e: f\n    g: h\ni: j",
        "a:\n  - b:\n      - c\n    d: e\n  - - f\n    - g",
        "a: {\n  b: c\n}\nd: [\n  e\n]",
        "a: &x\n  b: c\nd: !y\n  - e",
        "  a: b\n  c: d",
        "a: b\n---\n  c: d",
        "says:\n  —他走了\n  1. 好",
        "a: Twelve\u3000free\u00a0skins",
        "says:\n  ——他走了",
        "- a\n- - b\n  - c\n- d: e\n  f: g",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert slips(text) == []


@pytest.mark.parametrize("code", [c for c in SLIPS if c not in ("C123",)])
def test_mends_undo_the_slip(code):
    assert slips(after_mending(MANUAL[code].fail)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title：免费", "title: 免费"),
        ("a: {by：x，says：y}", "a: {by: x, says: y}"),
        ("a: ｛by: x｝", "a: {by: x}"),
        ("a: “say "[:3] + "“say \\ it”", 'a: "say \\\\ it"'),
        ("“by”：chen", "by: chen"),
        ("a:\n\u3000\u3000b: c", "a:\n    b: c"),
        ("a:\n\tb: c", "a:\n  b: c"),
        ("a:\n\tb: c\n    d: e", "a:\n    b: c\n    d: e"),
        ("－ a", "- a"),
        ("－a", "- a"),
        ('a: He said: "no"', 'a: "He said: \\"no\\""'),
        ('a: "hello”', 'a: "hello"'),
        ("a: 'It's me'", 'a: "It\'s me"'),
        ('a: "He said "no" to me"', 'a: "He said \\"no\\" to me"'),
        ("a: [Only](trap:x) today", 'a: "[Only](trap:x) today"'),
        ("a: {b: See [art. 1](law:x), c: d}", 'a: {b: "See [art. 1](law:x)", c: d}'),
        ("a: b\n  c: d", "a: b\nc: d"),
        ("a: b\n  c:\n    d: e\n  f: g", "a: b\nc:\n    d: e\nf: g"),
        ("a:\n  b:\n    c: d\n   e:\n    f: g", "a:\n  b:\n    c: d\n  e:\n    f: g"),
        ("a:\n  b: c\n  d: e\n f: g", "a:\n  b: c\n  d: e\n  f: g"),
        ("a:\n    b: c\n  d: e\n  f: g", "a:\n  b: c\n  d: e\n  f: g"),
        ("-a: b\n  c: d", "- a: b\n  c: d"),
        ("a: |\n\tb：c\n\td", "a: |\n  b：c\n  d"),
        ("a:\n  b: |\n\u3000\u3000c", "a:\n  b: |\n    c"),
        ("a: [b, {c: d\n\ne: f", "a: [b, {c: d}]\n\ne: f"),
        ("a: {b: [c, d}", "a: {b: [c, d]}"),
        ("a: {b: Gift #1, c: d}", 'a: {b: "Gift #1", c: d}'),
        ("a:\u3000 b\u00a0", "a:  b"),
        ("learn:\n  ·one\n  1. two", "learn:\n  - one\n  - two"),
        ("a: {kind: b  note: c}", "a: {kind: b, note: c}"),
        ("a:\n  - b: c\n  d:\n      e: f", "a:\n  - b: c\n  - d:\n      e: f"),
        ("a: >- text\n  more\nb: c", "a: text\n  more\nb: c"),
        ("a: >- “text”", 'a: "text"'),
    ],
)
def test_mend(text, expected):
    assert after_mending(text) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("level:junior", "write level: junior"),
        ("a: {b: c, by:chen}", "write by: chen"),
        ("-one", "write - one; or put quotes around a text that starts so"),
        (
            "-a very long story",
            "write - a very long stor…; or put quotes around a text that starts so",
        ),
    ],
)
def test_hint_shows_how_the_very_line_should_read(text, hint):
    (finding,) = scan(text).findings

    assert str(finding.hint) == hint


CHINESE = st.text(alphabet="，。：；、“”‘’【】｛｝（）—－＃\u3000你好ab1 ", min_size=1, max_size=40)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(CHINESE)
def test_no_slip_is_found_inside_quotes_or_blocks(text):
    indented = "|\n    x" + text

    assert slips('a: "' + text + '"\nb: c') == []
    assert slips('a: {b: "' + text + '", c: d}') == []
    assert slips("a: " + indented + "\nb: c") == []
    assert slips("- x\n- " + indented + "\n- c") == []


@pytest.mark.parametrize("text", ["a: {b：c，", "a: [", "- ", "a: “x” y “", "a: '", 'a: "', "\t"])
def test_very_long_lines_take_no_time(text):
    started = time.process_time()

    scan(text * 300_000)
    scan((text + "\n") * 30_000)

    assert time.process_time() - started < 10


def test_a_stray_line_is_one_finding_and_hides_nothing_below(case, found):
    text = case("").replace("title:", "A title without its key\ntitle:", 1)

    assert [code for code, *_ in found(text)] == ["C130"]
