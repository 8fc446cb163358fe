"""A small whole case to change bit by bit, and ways to ask what is found about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest

from game.scenario.diagnostics import Diagnostic
from game.scenario.load import Loaded, load_text

PARTS = {
    "format": "format: 1",
    "id": "id: case",
    "language": "language: en",
    "title": "title: The free skins",
    "summary": "summary: A gift that costs a lot.",
    "level": "level: junior",
    "minutes": "minutes: 40",
    "proceeding": "proceeding: criminal",
    "court": "court: The court of Heyan",
    "based_on": "based_on: {kind: invented, note: Nothing in it is real.}",
    "review": "review: {law_checked: 2026-11-23, by: nobody yet, status: a draft}",
    "people": """\
people:
  lin: {name: Lin, part: presiding_judge}
  zhou: {name: Zhou, part: prosecutor}
  he: {name: He, part: defender}
  chen: {name: Chen Hao, part: defendant}""",
    "documents": """\
documents:
  chat:
    kind: chat
    title: A group chat
    messages:
      - {by: lin, at: "20:14", says: "[Only today](trap:free_gift), ten free skins!"}
      - {by: zhou, at: 20:15, says: "The rules are on [the notice page](honest:notice)."}""",
    "traps": """\
traps:
  free_gift: {kind: free_lure, tell: A stranger gives you something., lesson: Ask first.}""",
    "honest": """\
honest:
  notice: It is the official page.""",
    "scenes": """\
scenes:
  - id: chat
    title: The chat
    chain: prevention
    beats:
      - say: The bell has not rung yet.
      - spot: chat""",
}


def whole(change: str = "") -> str:
    """The small case with the top-level parts of `change`, or its beats, in place of its own."""
    change = dedent(change)
    parts = dict(PARTS)
    if change.startswith("- "):
        head = parts["scenes"].split("      - ")[0]
        parts["scenes"] = head + indent(change.rstrip(), "      ")
        return "\n".join(parts.values()) + "\n"
    changed: dict[str, str] = {}
    for part in re.split(r"\n(?=[a-z_]+\W)", change.strip("\n")):
        name = re.match(r"[a-z_]*", part)[0]
        name = {"titel": "title"}.get(name, name)
        changed[name] = changed[name] + "\n" + part if name in changed else part
    return "\n".join(part for part in {**parts, **changed}.values() if part) + "\n"


@pytest.fixture
def case() -> Callable[[str], str]:
    """Makes a whole case out of a change to the small one."""
    return whole


@pytest.fixture
def loaded() -> Callable[[str], Loaded]:
    """Loads a text as if it stood in `case.yaml`."""
    return lambda text: load_text(text, Path("case.yaml"))


@pytest.fixture
def found() -> Callable[[str], list[tuple[str, int, int, str]]]:
    """What is found about a text: code, line, column, and the very characters underlined."""

    def find(text: str) -> list[tuple[str, int, int, str]]:
        result = load_text(text, Path("case.yaml"))
        lines = result.text.split("\n")
        return [(d.code, d.spot.line, d.spot.column, marked(lines, d)) for d in result.diagnostics]

    return find


def marked(lines: list[str], diagnostic: Diagnostic) -> str:
    """The characters that a diagnostic underlines."""
    spot = diagnostic.spot
    return lines[spot.line - 1][spot.column - 1 : spot.column - 1 + spot.length]
