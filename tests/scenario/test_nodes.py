"""YAML becomes a tree that knows where everything stands, and complains in a teacher's words."""

from __future__ import annotations

import time
import tracemalloc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from game.scenario import nodes
from game.scenario.diagnostics import Spot
from game.scenario.nodes import Lost, Mapping, Scalar, Sequence, grow
from game.scenario.page import Mend, Page, mended


def spots(text):
    """The line and column of every text in the tree, by the text."""
    tree = grow(Page(text))
    found = {}

    def visit(node):
        if isinstance(node, Scalar):
            found[node.text] = astuple(tree.spot(node))
        for key, value in getattr(node, "pairs", {}).values():
            visit(key)
            visit(value)
        for item in getattr(node, "items", ()):
            visit(item)

    visit(tree.root)
    return found


def complaints(text):
    return [(d.code, d.spot.line, d.spot.column) for d in grow(Page(text)).findings]


def test_every_text_knows_its_line_column_and_length():
    text = "a: 你好世界\nb: {c: \"d\", e: 'f'}\ng:\n  - h\n  - i: |\n      j\n"

    assert spots(text) == {
        "a": (1, 1, 1),
        "你好世界": (1, 4, 4),
        "b": (2, 1, 1),
        "c": (2, 5, 1),
        "d": (2, 8, 3),
        "e": (2, 13, 1),
        "f": (2, 16, 3),
        "g": (3, 1, 1),
        "h": (4, 5, 1),
        "i": (5, 5, 1),
        "j\n": (5, 8, 1),
    }


def test_text_over_several_lines_is_underlined_to_the_end_of_the_first():
    assert spots("a: one\n  two\nb: c")["one two"] == (1, 4, 3)


def test_texts_are_never_guessed_to_be_something_else():
    assert {"no", "9:30", "2024-01-02", "0123", "~", "null", "1.0"} <= set(
        spots("[no, 9:30, 2024-01-02, 0123, ~, null, 1.0]")
    )


def test_mended_lines_are_reported_in_the_teachers_own_columns():
    text = "a：“b” c"
    page = mended(text, [Mend(1, 2, 1, ": "), Mend(1, 3, 3, '"b"')])

    assert page.text == 'a: "b" c'
    assert [page.spot(0, column).column for column in (0, 1, 3, 6, 7)] == [1, 2, 3, 6, 7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\na: c", ("C131", 2, 1)),
        ("a: {b: c, b: d}", ("C131", 1, 11)),
        ("a: &x b\n", ("C132", 1, 4)),
        ("a: *x\n", ("C132", 1, 4)),
        ("a: !!python/object:os.system b\n", ("C133", 1, 4)),
        ("a: !x {b: c}\n", ("C133", 1, 4)),
        ("a:\n  <<: {b: c}\n", ("C134", 2, 3)),
        ("a: b\n---\nc: d", ("C136", 2, 1)),
        ("{[a, b]: c}", ("C137", 1, 2)),
        ("? {a: b}\n: c", ("C137", 1, 3)),
        ("a:\n  b: c\n d: e", ("C130", 3, 2)),
        ("a: b\n- c", ("C130", 2, 1)),
        ("a: [b, c\nd: e", ("C130", 1, 4)),
        ("a: {b: c\n", ("C130", 1, 4)),
        ('a: "\\q"', ("C130", 1, 5)),
        ("a:\n  - b\n  c: d", ("C130", 3, 3)),
        ("a: - b", ("C130", 1, 4)),
        ("a: b\nc\nd: e", ("C130", 2, 1)),
        ("a: |x\n  b", ("C130", 1, 5)),
        ("%", ("C130", 1, 1)),
    ],
)
def test_complaint_points_at_the_place_to_mend(text, expected):
    assert complaints(text)[0] == expected


def test_first_of_two_equal_keys_is_kept():
    root = grow(Page("a: b\na: c\nd: e")).root

    assert [(key, value.text) for key, (_, value) in root.pairs.items()] == [("a", "b"), ("d", "e")]


def test_what_stands_before_a_break_is_kept_except_the_last_text():
    tree = grow(Page("a: b\nc:\n  d: e\n f: g\n"))

    assert tree.cut
    assert tree.root.cut
    assert tree.root.pairs["a"][1].text == "b"
    assert isinstance(tree.root.pairs["c"][1].pairs["d"][1], Lost)


def test_empty_file_has_no_root():
    assert grow(Page("# nothing\n")).root is None


def test_billion_laughs_are_a_finding_and_take_no_memory():
    lines = ["a0: &a0 lol"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
    tracemalloc.start()
    started = time.process_time()

    tree = grow(Page("\n".join(lines)))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {d.code for d in tree.findings} == {"C132"}
    assert peak < 2_000_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_bounded(opening):
    tree = grow(Page(opening * 100_000))

    assert tree.cut
    assert "C135" in {d.code for d in tree.findings}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a: one two [x](trap:y) z", 17),
        ('a: "one two [x](trap:y) z"', 18),
        ("a: 'one two [x](trap:y) z'", 18),
    ],
)
def test_place_in_a_text_on_one_line(text, start):
    tree = grow(Page(text))
    node = tree.root.pairs["a"][1]

    assert tree.spots_in(node, [(node.text.index("trap"), 4)]) == [
        Spot(1, text.index("trap") + 1, 4)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: one\n  two [x](trap:y)\n",
        "a: one\n\n  two [x](trap:y)\n",
        'a: "one \\"x\\" \\u4f60 \\\n  two\n\n  [x](trap:y)"\n',
        "a: 'it''s\n   two [x](trap:y)'\n",
        "a: |\n  one\n\n    two\n  [x](trap:y)\n",
        "a: >-\n  one\n\n  two\n    three\n  [x](trap:y)\n",
        "- a: |2\n     one [x](trap:y)\n",
    ],
)
def test_place_in_a_text_over_several_lines(text):
    tree = grow(Page(text))
    root = tree.root.items[0] if isinstance(tree.root, Sequence) else tree.root
    node = root.pairs["a"][1]
    before = text[: text.index("trap")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")

    assert tree.spots_in(node, [(node.text.index("trap"), 4)]) == [Spot(line, column, 4)]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(alphabet="ab你，：\"'\\ \n#-\t", min_size=1, max_size=60),
    st.sampled_from(["'", '"', "|", ">", None]),
    st.sampled_from([20, 80]),
)
def test_every_character_of_any_text_is_found_again(text, style, width):
    dumped = yaml.dump({"k": text}, default_style=style, width=width, allow_unicode=True)
    tree = grow(Page(dumped))
    node = next(iter(tree.root.pairs.values()))[1]
    lines = dumped.split("\n")

    assert node.text == text
    offsets = [offset for offset, character in enumerate(text) if character not in " \n\t"]
    spots = tree.spots_in(node, [(offset, 1) for offset in offsets])
    for offset, spot in zip(offsets, spots, strict=True):
        assert lines[spot.line - 1].startswith((text[offset], "\\"), spot.column - 1)


def test_pure_parser_finds_the_same(monkeypatch):
    text = "a: 你好\nb: {c: [d, e]}\nf: >\n  g\n"
    fast = spots(text)
    monkeypatch.setattr(nodes.yaml, "__with_libyaml__", False)

    assert spots(text) == fast
    assert complaints("a: [b\nc: d")[0] == ("C130", 1, 4)


def test_trees_are_plain():
    root = grow(Page("a: [b]")).root

    assert isinstance(root, Mapping)
    assert isinstance(root.pairs["a"][1], Sequence)
