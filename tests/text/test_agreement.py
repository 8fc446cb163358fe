"""A translation that would break the game is found, at its line and its words."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.diagnostics import Severity
from game.text.agreement import findings
from game.text.po import UnreadablePo, read

ROOT = Path(__file__).resolve().parents[2]
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
SPANS = "[Only today](trap:hurry), see [the board](honest:board)."


def entry(original: str, translation: str, flags: str = "") -> str:
    def quoted(text: str) -> str:
        text = text.replace("\\", "\\\\").replace('"', r"\"").replace("\n", "\\n")
        return f'"{text}"'

    return f"{flags}msgid {quoted(original)}\nmsgstr {quoted(translation)}\n"


def found(original: str, translation: str, flags: str = "") -> list[tuple[str, int, str]]:
    """The code, the line, and the underlined words of every finding."""
    text, diagnostics = findings((HEAD + entry(original, translation, flags)).encode())
    lines = text.split("\n")
    return [
        (d.code, d.spot.line, lines[d.spot.line - 1][d.spot.column - 1 :][: d.spot.length])
        for d in diagnostics
    ]


def test_spans_may_stand_in_another_order():
    assert found(SPANS, "看[公告](honest:board)，[只限今天](trap:hurry)。") == []


@pytest.mark.parametrize(
    ("translation", "code", "marked"),
    [
        ("看[公告](honest:board)。", "C404", 'msgstr "看[公告](honest:board)。"'),
        ("[今](trap:hurry)[天](trap:hurry)[告](honest:board)", "C404", "(trap:hurry)"),
        ("[今天](trap:hurry)，[公告](trap:board)", "C404", "(trap:board)"),
        ("[](trap:hurry)，[公告](honest:board)", "C405", "[](trap:hurry)"),
        ("[今天]（trap:hurry），[公告](honest:board)", "C405", "[今天]（trap:hurry）"),
        ("[今天](trap:hurry)，[公告](honest:board){n}", "C403", "{n}"),
    ],
)
def test_a_broken_span_or_place_is_underlined(translation, code, marked):
    assert (code, 6, marked) in found(SPANS, translation)


def test_a_missing_place_names_it():
    _, diagnostics = findings((HEAD + entry("{name} has {n}.", "有{n}。")).encode())

    assert [d.code for d in diagnostics] == ["C403"]
    assert "{name}" in str(diagnostics[0].message)


def test_line_breaks_at_the_edges_are_only_a_warning():
    _, diagnostics = findings((HEAD + entry("Come.\n", "来。")).encode())

    assert [(d.code, d.severity) for d in diagnostics] == [("C406", Severity.WARNING)]


@pytest.mark.parametrize("flags", ["#, fuzzy\n", "#~ "])
def test_what_is_not_used_in_playing_is_not_checked(flags):
    text = entry(SPANS, "坏", flags).replace(
        "\nmsgstr", "\n#~ msgstr" if "~" in flags else "\nmsgstr"
    )

    assert findings((HEAD + text).encode())[1] == ()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (HEAD + 'msgid "A"\nmsgstr “甲”\n', 6),
        (HEAD + 'msgid "A\nmsgstr "甲"\n', 5),
        (HEAD + 'msgid "A"\nmsgstr "甲"\n<<<<<<< HEAD\n', 7),
        (HEAD + 'msgid "A"\n\nmsgid "B"\nmsgstr "乙"\n', 5),
        (HEAD.replace("utf-8", "evil"), 1),
        (HEAD.replace("=utf-8", "=utf-8\\nPlural-Forms: nplurals=999999999; plural=0;"), 1),
        ((HEAD + 'msgid "A"\nmsgstr "甲"\n').encode("gbk"), 6),
    ],
    ids=["full-width quotes", "open quotes", "conflict", "no msgstr", "charset", "plurals", "gbk"],
)
def test_what_cannot_be_read_is_one_finding_with_its_line(content, line):
    _, diagnostics = findings(content if isinstance(content, bytes) else content.encode())

    assert [(d.code, d.spot.line) for d in diagnostics] == [("C402", line)]


@given(st.binary(max_size=200) | st.text('msgidstr "\\\n#~|,[0]:', max_size=120).map(str.encode))
def test_no_file_however_bad_brings_a_traceback(content):
    with suppress(UnreadablePo):
        read(content)
    _, diagnostics = findings(content)

    assert all(d.spot.line >= 1 and str(d.message) for d in diagnostics)


@pytest.mark.parametrize("po", sorted((ROOT / "locales").rglob("*.po")), ids=lambda po: po.stem)
def test_the_shipped_translations_agree_with_their_originals(po):
    codes = {diagnostic.code for diagnostic in findings(po.read_bytes())[1]}
    speaks_of_spans = {"C404", "C405"} if po.stem == "game" else set()

    assert codes <= speaks_of_spans
