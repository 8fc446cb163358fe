"""A page is the text that YAML reads, its slips mended, and the way back to the file's columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from game.scenario.diagnostics import Spot


class Mend(Struct, frozen=True, order=True):
    """Put `text` in place of `length` characters. Line and column count from 1, as in a spot."""

    line: int
    column: int
    length: int
    text: str


class Page(Struct, frozen=True, dict=True):
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


def places(
    page: Page, start: tuple[int, int], style: str, text: str, offsets: Sequence[int]
) -> list[tuple[int, int]]:
    """Line and column on `page` (from 0) of `text[offset]` for each of the rising `offsets`.

    YAML folds and escapes a text but never reorders it. So its n-th character that is no blank is
    also the n-th in the file.
    """
    line, column = start
    if style in ("|", ">"):
        line, column = line + 1, 0
    elif style:
        column += 1
    if not offsets or page.lines[line].startswith(text, column):
        return [(line, column + offset) for offset in offsets]
    counts: list[int] = []
    done = counted = 0
    for offset in offsets:
        counted += sum(character not in WHITE for character in text[done:offset])
        counts.append(counted)
        done = offset
    return _counted_off(page.lines, line, column, style, counts)


def _counted_off(
    lines: list[str], line: int, column: int, style: str, counts: list[int]
) -> list[tuple[int, int]]:
    """Where the characters stand that have so many others before them, from `line` on."""
    found: list[tuple[int, int]] = []
    unit = {'"': ESCAPED, "'": DOUBLED}.get(style, SINGLE)
    nth = 0
    for number in range(line, len(lines)):
        for one in unit.finditer(lines[number] + "\n", column if number == line else 0):
            if _is_blank(one[0]):
                continue
            while counts[len(found)] == nth:
                found.append((number, one.start()))
                if len(found) == len(counts):
                    return found
            nth += 1
    return found + [(line, column)] * (len(counts) - len(found))


def _is_blank(unit: str) -> bool:
    if len(unit) > 2:
        return chr(min(int(unit[2:], 16), 0x10FFFF)) in WHITE
    return unit in BLANK_ESCAPES or unit in WHITE
