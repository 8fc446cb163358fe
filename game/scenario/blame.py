"""YAML's complaints, put into a teacher's words and on the place to mend."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from game.scenario.diagnostics import Diagnostic
from game.scenario.page import Page
from game.scenario.words import T, Words


class Reproach(NamedTuple):
    """How to say a complaint of YAML; `at_start` if the place to mend is where the thing began."""

    complaint: str
    message: Words
    hint: Words
    at_start: bool = False


QUOTE = T("put quotes around the text")
REPROACHES = (
    Reproach(
        "mapping values are not allowed",
        T("a colon stands here where the line above or this text already has its value"),
        T("put quotes around a text with a colon in it, or line the key up with its neighbours"),
    ),
    Reproach(
        "could not find expected ':'",
        T("this line is no key with a colon, and it continues no text"),
        T("write “key: value”, or indent the line so that it belongs to the text above"),
        at_start=True,
    ),
    Reproach(
        "expected '-' indicator|block sequence entries are not allowed",
        T("this line does not fit the list that it stands in"),
        T("start every item of the list with “- ” on a line of its own, all in the same column"),
    ),
    Reproach(
        r"expected ',' or '[\]}]'",
        T("the bracket that opens here is not closed, or a comma is missing after it"),
        T("check that every [ has its ] and every {left} its {right}", left="{", right="}"),
        at_start=True,
    ),
    Reproach(
        "unexpected end of stream|unexpected document (indicator|separator)",
        T("the quote that opens here is never closed"),
        T("add the missing quote at the end of the text"),
        at_start=True,
    ),
    Reproach(
        "unknown escape|hexdecimal|hexadecimal|invalid Unicode|escape sequence",
        T("a backslash in double quotes has a meaning of its own"),
        T("write \\\\ for one backslash, or use single quotes"),
    ),
    Reproach(
        "cannot start any token",
        T("a text cannot start with this character"),
        QUOTE,
    ),
    Reproach("tab character", T("a tab stands where spaces belong"), T("use spaces to indent")),
    Reproach(
        "comment or line break|chomping|indentation indicator|leading space",
        T("after | or > the text starts on the next line"),
        T("put the text on the next line, indented; or put quotes around it"),
    ),
    Reproach(
        "alphabetic or numeric|tag handle|tag URI|'!'|expected (URI|tag)|tag suffix|directive",
        T("a text cannot start with this character"),
        QUOTE,
        at_start=True,
    ),
    Reproach(
        "expected key|block end",
        T("this line does not line up with the lines that it belongs to"),
        T("give lines that belong together exactly the same number of spaces in front"),
    ),
    Reproach(
        "document start|stream end|node content|flow",
        T("YAML expects something else here"),
        T("look for a missing quote, bracket or comma here or in the line above"),
    ),
)
STRAY_DASH = Reproach(
    "",
    T("a dash starts an item here, but the lines above it are no items"),
    T("put “- ” in front of each of them, or leave it out here"),
)
ANYTHING = Reproach(
    "",
    T("YAML cannot read on from here"),
    T("look for a missing quote, colon or bracket here or in the line above"),
)


def blame(page: Page, error: yaml.YAMLError) -> Diagnostic:
    """The finding for a syntax error that YAML has given up at."""
    complaint = str(getattr(error, "problem", None) or error)
    reproach = next((r for r in REPROACHES if re.search(r.complaint, complaint)), ANYTHING)
    mark: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None)
    if reproach.at_start or mark is None:
        mark = start or mark
    line, column = last_before(page, mark.line, mark.column) if mark else (0, 0)
    if reproach.complaint.endswith("block end") and page.lines[line].startswith("- ", column):
        reproach = STRAY_DASH
    return Diagnostic("C130", page.spot(line, column), reproach.message, reproach.hint)


def last_before(page: Page, line: int, column: int) -> tuple[int, int]:
    """The place itself, or the last one before it that has a character to point at."""
    line = min(line, len(page.lines) - 1)
    while line > 0 and not page.lines[line].strip():
        line -= 1
        column = len(page.lines[line].rstrip()) - 1
    return line, max(min(column, len(page.lines[line]) - 1), 0)
