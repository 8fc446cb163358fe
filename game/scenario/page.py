"""A page is the text that YAML reads, its slips mended, and the way back to the file's columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.scenario.diagnostics import Spot


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """Put `text` in place of `length` characters. Line and column count from 1, as in a spot."""

    line: int
    column: int
    length: int
    text: str


@dataclass(frozen=True)
class Page:
    """A text to parse. `shifts` has, for a mended line (from 0), its mends from left to right."""

    text: str
    shifts: Mapping[int, tuple[Mend, ...]] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def spot(self, line: int, column: int, length: int = 1) -> Spot:
        """The teacher's spot for a place on this page, which counts from 0."""
        if line in self.shifts:
            end = self._written(line, column + length)
            column = self._written(line, column)
            length = max(end - column, 1)
        return Spot(line + 1, column + 1, length)

    def _written(self, line: int, column: int) -> int:
        moved = 0
        for mend in self.shifts[line]:
            start = mend.column - 1 + moved
            if column <= start:
                break
            if column < start + len(mend.text):
                return mend.column - 1 + min(column - start, mend.length)
            moved += len(mend.text) - mend.length
        return column - moved


def mended(text: str, mends: Iterable[Mend]) -> Page:
    """`text` with `mends` made; of two that overlap the first is made."""
    shifts: dict[int, tuple[Mend, ...]] = {}
    lines = text.split("\n")
    by_line: dict[int, list[Mend]] = {}
    for mend in sorted(set(mends)):
        by_line.setdefault(mend.line - 1, []).append(mend)
    for number, wanted in by_line.items():
        shifts[number] = _apart(wanted)
        lines[number] = _made(lines[number], shifts[number])
    return Page("\n".join(lines), shifts)


def _apart(mends: list[Mend]) -> tuple[Mend, ...]:
    apart: list[Mend] = []
    free = 0
    for mend in mends:
        if mend.column >= free:
            apart.append(mend)
            free = mend.column + mend.length
    return tuple(apart)


def _made(line: str, mends: tuple[Mend, ...]) -> str:
    for mend in reversed(mends):
        start = mend.column - 1
        line = line[:start] + mend.text + line[start + mend.length :]
    return line


WHITE = " \t\n"
ESCAPED = re.compile(r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|.", re.DOTALL)
DOUBLED = re.compile(r"''|.", re.DOTALL)
SINGLE = re.compile(r".", re.DOTALL)
BLANK_ESCAPES = {r"\n", r"\t", r"\ ", "\\\n"}


def place(
    page: Page, start: tuple[int, int], style: str, text: str, offset: int
) -> tuple[int, int]:
    """Line and column on `page` (from 0) of `text[offset]`, for a scalar that starts at `start`.

    YAML folds and escapes a text but never reorders it. So its n-th character that is no blank is
    also the n-th in the file.
    """
    line, column = start
    if (quick := _on_one_line(page.lines[line], column, style, text)) is not None:
        return line, quick + offset
    nth = sum(character not in WHITE for character in text[:offset])
    if style in "|>" and style:
        line, column = line + 1, 0
    elif style:
        column += 1
    return _nth(page.lines, line, column, style, nth)


def _on_one_line(line: str, column: int, style: str, text: str) -> int | None:
    first = column + 1 if style in ("'", '"') else column
    return first if line.startswith(text, first) else None


def _nth(lines: list[str], line: int, column: int, style: str, nth: int) -> tuple[int, int]:
    unit = {'"': ESCAPED, "'": DOUBLED}.get(style, SINGLE)
    for number in range(line, len(lines)):
        first = column if number == line else 0
        for found in unit.finditer(lines[number] + "\n", first):
            if _is_blank(found[0]):
                continue
            if not nth:
                return number, found.start()
            nth -= 1
    return line, column


def _is_blank(unit: str) -> bool:
    if len(unit) > 2:
        return chr(min(int(unit[2:], 16), 0x10FFFF)) in WHITE
    return unit in BLANK_ESCAPES or unit in WHITE
