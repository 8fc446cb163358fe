"""Findings are rendered for people and editors here, and for machines in `machines`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from game.authoring.machines import Finding, as_github, as_json, as_sarif
from game.scenario.diagnostics import Severity, Spot, counted, headed
from game.scenario.words import TN, T, Translate

MACHINES = {"json": as_json, "sarif": as_sarif, "github": as_github}
FORMATS = ("pretty", "concise", *MACHINES)
WIDE = 100  # columns of a quoted line; of a longer one only what is around the spot is shown
LEAD = 30  # columns to show before the spot in a line that is cut
TAB = "→   "
STRANGE = "\u00a0\u2002\u2003\u2009\u200b\u202f\ufeff"  # spaces that are shown as an open box

RED, YELLOW, BLUE, BOLD, PLAIN = "\033[1;31m", "\033[1;33m", "\033[34m", "\033[1m", "\033[0m"
COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: BLUE}


def render(findings: Sequence[Finding], format: str, translate: Translate, colour: bool) -> str:
    """`findings` as `format` wants them: one of FORMATS."""
    if format in MACHINES:
        return MACHINES[format](findings, translate)
    if format == "concise":
        return "\n".join(_concise(finding, translate) for finding in findings)
    lines: dict[Path, list[str]] = {}
    parts = []
    for finding in findings:
        if finding.path not in lines:
            lines[finding.path] = finding.text.split("\n")
        parts.append(_pretty(finding, lines[finding.path], translate, colour))
    return "\n\n".join([*parts, summary(findings, translate)])


def summary(findings: Sequence[Finding], translate: Translate) -> str:
    """How many findings of each severity there are, and in how many files."""
    several = counted([finding.diagnostic for finding in findings])
    if not findings:
        return translate(several)
    n = len({finding.path for finding in findings})
    return translate(
        T("{several} in {files}", several=several, files=TN("{n} file", "{n} files", n))
    )


def columns(text: str) -> int:
    """How many columns `text` takes in a terminal: a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _concise(finding: Finding, translate: Translate) -> str:
    return f"{_where(finding)}: {finding.diagnostic.code} {translate(finding.diagnostic.message)}"


def _where(finding: Finding) -> str:
    spot = finding.diagnostic.spot
    return f"{finding.path.as_posix()}:{spot.line}:{spot.column}"


def _pretty(finding: Finding, lines: Sequence[str], translate: Translate, colour: bool) -> str:
    found = finding.diagnostic
    paint = _painter(colour)
    head = headed(found, translate)
    message = paint(BOLD, translate(found.message))
    parts = [f"{paint(COLOURS[found.severity], head + ':')} {message}"]
    parts.append(f"  {paint(BLUE, '-->')} {_where(finding)}")
    margin = " " * len(str(found.spot.line))
    if found.spot.line <= len(lines) and lines[found.spot.line - 1].strip("\n"):
        quoted, under = quote(lines[found.spot.line - 1], found.spot)
        parts.append(f"{paint(BLUE, f'{found.spot.line} |')} {quoted}")
        parts.append(f"{paint(BLUE, f'{margin} |')} {paint(COLOURS[found.severity], under)}")
    if found.hint:
        parts.append(f"{paint(BLUE, f'{margin} =')} {translate(found.hint)}")
    return "\n".join(part.rstrip() for part in parts)


def quote(line: str, spot: Spot) -> tuple[str, str]:
    """`line` as it is shown, and a second line with carets exactly under the spot."""
    start = spot.column - 1
    before, marked = _shown(line[:start]), _shown(line[start : start + spot.length])
    after = _shown(line[start + spot.length :])
    if columns(before + marked + after) > WIDE:
        before = _end(before, LEAD)
        marked = _start(marked, WIDE - LEAD)
        after = _start(after, WIDE - columns(before + marked))
    carets = "^" * max(columns(marked), 1)
    return before + marked + after, " " * columns(before) + carets


def _shown(text: str) -> str:
    text = text.replace("\t", TAB)
    return "".join("␣" if sign in STRANGE else sign for sign in text)


def _start(text: str, width: int) -> str:
    """As much of the start of `text` as `width` columns hold."""
    if columns(text) <= width:
        return text
    return _fitting(text, width - 1) + "…"


def _end(text: str, width: int) -> str:
    """As much of the end of `text` as `width` columns hold."""
    if columns(text) <= width:
        return text
    return "…" + _fitting(text[::-1], width - 1)[::-1]


def _fitting(text: Iterable[str], width: int) -> str:
    kept = []
    for character in text:
        width -= _columns(character)
        if width < 0:
            break
        kept.append(character)
    return "".join(kept)


def _painter(colour: bool) -> Callable[[str, str], str]:
    def paint(code: str, text: str) -> str:
        return code + text + PLAIN if colour and text else text

    return paint
