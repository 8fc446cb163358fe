"""Findings are shown with the caret exactly under the character, however wide the text is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.machines import Finding
from game.authoring.report import columns, quote, render
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.words import T

PATH = Path("scenarios/free_skins.yaml")
TEXT = "format: 1\n            answer: chats\n"
FOUND = Diagnostic(
    "C203",
    Spot(2, 21, 5),
    T("no exhibit is called “{name}”", name="chats"),
    T("did you mean “chat”?"),
)


def shown(text, spot, severity=Severity.ERROR):
    finding = Finding(PATH, text, Diagnostic("C101", spot, T("x"), None, severity))
    return render([finding], "pretty", str, False).split("\n")


def test_pretty_points_quotes_and_suggests():
    assert render([Finding(PATH, TEXT, FOUND)], "pretty", str, False) == (
        "C203: no exhibit is called “chats”\n"
        "  --> scenarios/free_skins.yaml:2:21\n"
        "2 |             answer: chats\n"
        "  |                     ^^^^^\n"
        "  = did you mean “chat”?\n"
        "\n"
        "1 error in 1 file"
    )


@pytest.mark.parametrize(
    ("line", "spot", "under"),
    [
        ("标题：免费", Spot(1, 3, 1), "    ^^"),
        ("a 标 b", Spot(1, 5, 1), "     ^"),
        ("e\u0301：", Spot(1, 3, 1), " ^^"),
        ("😀x", Spot(1, 2, 1), "  ^"),
        ("ab", Spot(1, 3, 1), "  ^"),
    ],
)
def test_caret_stands_under_the_character_in_a_terminal(line, spot, under):
    assert quote(line, spot)[1] == under


def test_tabs_and_strange_spaces_are_shown():
    assert quote("\tb", Spot(1, 1, 1)) == ("→   b", "^^^^")
    assert quote("a:\u00a0b", Spot(1, 3, 1)) == ("a:␣b", "  ^")


def test_only_what_is_around_the_spot_is_shown_of_a_long_line():
    line, under = quote("字" * 400 + "X" + "字" * 400, Spot(1, 401, 1))

    assert columns(line) <= 101
    assert line[0] == line[-1] == "…"
    assert columns(line[: line.index("X")]) == under.index("^")


def test_spot_after_the_last_line_is_shown_without_a_quote():
    assert shown("a\n", Spot(2, 1, 1))[:3] == ["C101: x", f"  --> {PATH.as_posix()}:2:1", ""]


def test_file_that_could_not_be_read_has_no_quote():
    assert len(shown("", Spot())) == 4


def test_severity_below_error_is_named():
    assert shown("a", Spot(), Severity.WARNING)[0] == "C101 (warning): x"
    assert shown("a", Spot(), Severity.NOTE)[0] == "C101 (note): x"


def test_concise_is_a_line_for_each():
    findings = [Finding(PATH, TEXT, FOUND)] * 2

    assert (
        render(findings, "concise", str, False).split("\n")
        == ["scenarios/free_skins.yaml:2:21: C203 no exhibit is called “chats”"] * 2
    )


def test_json_has_all_there_is():
    assert json.loads(render([Finding(PATH, TEXT, FOUND)], "json", str, False)) == [
        {
            "file": "scenarios/free_skins.yaml",
            "line": 2,
            "column": 21,
            "code": "C203",
            "severity": "error",
            "message": "no exhibit is called “chats”",
            "hint": "did you mean “chat”?",
        }
    ]


def test_nothing_found():
    assert render([], "pretty", str, False) == "Nothing to mend."
    assert render([], "concise", str, False) == ""
    assert json.loads(render([], "json", str, False)) == []


def test_summary_counts_findings_and_files():
    warning = Diagnostic("C218", Spot(), T("x"), None, Severity.WARNING)
    findings = [
        Finding(PATH, TEXT, FOUND),
        Finding(PATH, TEXT, FOUND),
        Finding(Path("b.yaml"), TEXT, warning),
    ]

    assert render(findings, "pretty", str, False).endswith("2 errors, 1 warning in 2 files")


def test_everything_said_goes_through_the_translator():
    def loud(words):
        return str(words).upper()

    text = render([Finding(PATH, TEXT, FOUND)], "pretty", loud, False)

    assert "NO EXHIBIT" in text
    assert "DID YOU MEAN" in text
    assert "1 ERROR IN 1 FILE" in text


def test_colour_changes_nothing_but_colour():
    coloured = render([Finding(PATH, TEXT, FOUND)], "pretty", str, True)
    plain = coloured
    for code in ("\033[1;31m", "\033[34m", "\033[1m", "\033[0m"):
        plain = plain.replace(code, "")

    assert coloured != plain == render([Finding(PATH, TEXT, FOUND)], "pretty", str, False)
