"""Slips of a hasty keyboard are found line by line, before YAML blames another line for them.

Inside quotes, in text after | or >, and where a plain text goes on, Chinese punctuation is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.flow import QUOTED, Flow, is_ordinary
from game.scenario.margins import MANY, STRUCTURED, Margins
from game.scenario.page import Mend
from game.scenario.slip import (
    ODD,
    OPENING,
    SMART,
    SPAN_START,
    WRAPPED,
    Slip,
    Where,
    after_quote,
    early_text,
    inner_colon,
    missing_dash,
    open_bracket,
    open_quote,
    smart_quotes,
    space_after,
    special_start,
    swallowed,
    too_far_right,
    unopened_quote,
    wide_bracket,
    wide_hash,
)
from game.scenario.starts import COLON, Starts, skip

# By far the most lines: a field, or an item in braces, that has nothing to trip over.
PAIR = r"[a-z_][a-z0-9_]*: (?:\"[^\"\\]*\"|\w[\w ./-]*|\[[\w ,./-]*\])"
PAIRS = r"\{(?:" + PAIR + r", )*" + PAIR + r"\}"
ORDINARY = re.compile(
    r" *(- )?(?:[a-z_][a-z0-9_]*:(?: +(?:\"[^\"\\]*\"|([A-Za-z0-9\u4e00-\u9fff][^#:]*(?<![\""
    + ODD
    + "]))|"
    + PAIRS
    + r"))?|(?<=- )"
    + PAIRS
    + r")"
)
EARLY = re.compile(r"[|>][+-]?[0-9]?[+-]? +(?=[^ #])")  # a text on the line of its sign
HEADER = re.compile(r"[|>][+-]?[0-9]?[+-]?\s*(?:#.*)?$")
PROGRAMMED = re.compile(r"[*&!][\w!./-]*(?:\s|$)", re.ASCII)
BRACED = re.compile(
    r"[｛［].*[｝］\]}]$|【\s*(?:[\w./-]+|[\"“].*)(?:\s*[,，、]\s*\S+)*\s*[】\]]$", re.ASCII
)

LONG = 2000  # characters; a line longer than this was not typed, and its slips are left to YAML

# After these an error of YAML further down is most likely their doing: the mend was a guess.
FAR = frozenset({"C112", "C114", "C115", "C116", "C118", "C120", "C128"})


class Scan(NamedTuple):
    """The slips of a text, from top to bottom."""

    slips: tuple[Slip, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return tuple(slip.finding for slip in self.slips)

    @property
    def mends(self) -> tuple[Mend, ...]:
        return tuple(mend for slip in self.slips for mend in slip.mends)


def scan(text: str) -> Scan:
    """The slips in `text`."""
    scanner = Scanner(text.split("\n"))
    scanner.run()
    return Scan(tuple(scanner.slips))


def unexplained(found: Iterable[Diagnostic], scan: Scan) -> list[Diagnostic]:
    """What YAML `found`, without the errors that a slip is to blame for."""
    blamed = [f for f in scan.findings if f.severity is Severity.ERROR]
    return [f for f in found if f.code != "C130" or not any(_explains(b, f) for b in blamed)]


def _explains(slip: Diagnostic, error: Diagnostic) -> bool:
    below = error.spot.line - slip.spot.line
    return below >= 0 if slip.code in FAR else 0 <= below <= 1


class Scanner:
    """Goes down the lines and remembers what the next one may be part of."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.slips: list[Slip] = []
        self.flow = Flow(self.slips.append, self._close_in_flow)
        self.block: int | None = None  # lines further right than this are text after | or >
        self.plain: int | None = None  # lines further right than this go on with a plain text
        self.is_keyed = False  # whether that text is the value of a key
        self.margins = Margins(lines, self.slips)
        self.starts = Starts(lines, slips=self.slips, margins=self.margins)
        self.left = 0  # the column of the entry that is being read

    def run(self) -> None:
        number = at = 0
        while number < len(self.lines):
            there, column = self._step(number, at)
            number, at = (number + 1, 0) if there <= number else (there, column)
        if self.flow.stack:
            self._close_brackets(len(self.lines))

    def _step(self, number: int, at: int) -> tuple[int, int]:
        """Read one line from `at`; the answer is where to go on if that is not the next line."""
        line = self.lines[number]
        if self.flow.stack and len(line) <= LONG and (at or not self._is_outside(line)):
            return self._in_flow(number, line, at)
        if self.flow.stack:
            self._close_brackets(number)
        if at:
            self._tail(number, line, at, None)
            return number, 0
        indent = len(line) - len(line.lstrip(" "))
        is_text = self.block is not None and indent > self.block
        if is_text or indent == len(line) or line[indent] == "#":
            return number, 0
        continues = self.plain is not None and indent > self.plain
        if continues and not self._is_astray(number, line, indent):
            return number, 0
        text, self.block, self.plain = self.block, None, None
        if len(line) > LONG:
            self.plain = indent
            return number, 0
        is_odd = self.margins.is_odd(indent, line[indent] == "-")
        ordinary = None if is_odd else ORDINARY.fullmatch(line)
        if ordinary and self.margins.fits(number, indent):
            self._ordinary(ordinary, indent)
            return number, 0
        return self._entry(number, line, indent, text)

    def _entry(self, number: int, line: str, indent: int, text: int | None) -> tuple[int, int]:
        """A line with structure: indentation, dashes, a key, a value."""
        at, shift = indent, 0
        if not line[indent].isascii() or line[indent] == "\t":
            at, shift = self.starts.indentation(number, line, text)
            if at == len(line):
                return number, 0
            if text is not None and at + shift > text:
                self.block = text
                return number, 0
        if not indent and line[:3] in ("---", "..."):
            self.margins.clear()
            return number, 0
        lone = self.margins.lone(at + shift)
        if self._was_item(number, at + shift):
            self._start_items(number, self.margins.lone(at + shift - 2))
            self.margins.enter(at + shift)
        shift += self.margins.shift(number, line, at, shift)
        is_listed = self.margins.is_in_list(at + shift)
        dash, before = -1, len(self.slips)
        while at < len(line) and (end := self.starts.dash(number, line, at)) is not None:
            if dash < 0:
                self._start_items(number, lone)
            dash, at = at + shift, end
            shift += sum(slip.growth for slip in self.slips[before:])
            before = len(self.slips)
            self.margins.enter(at + shift)
        if at == len(line):
            return number, 0
        if line[at] == "＃":
            self.slips.append(wide_hash(Where(number, line, at, at + 1)))
            return number, 0
        if dash < 0 and is_listed:
            self.slips.append(missing_dash(Where(number, line, at, len(line.rstrip()))))
            dash, shift = at + shift, shift + 2
            self.margins.enter(at + shift)
        self.left = at + shift
        value = self.starts.key(number, line, at)
        self.is_keyed = value is not None
        if value is None:
            waits = self.margins.open  # or else it is a stray line, and the next is not more of it
            self.left, value = dash if dash >= 0 else at + shift - waits, at
        self.margins.open = _is_awaited(line, value)
        return self._value(number, line, value)

    def _was_item(self, number: int, column: int) -> bool:
        """Whether the line above is an item without its dash, and this one goes on with it."""
        start = column - 2
        if self.margins.open or self.margins.columns[-1:] != [start]:
            return False
        if self.margins.lone(start) == MANY or STRUCTURED.match(self.lines[number], column) is None:
            return False
        below = (line for line in self.lines[number + 1 :] if line[: start + 1].strip())
        return next(below, "").startswith(" " * start + "- ")

    def _start_items(self, number: int, lone: int) -> None:
        """A dash stands on line `number`; the `lone` line above it lacks one."""
        if lone != MANY:
            line = self.lines[lone]
            start = len(line) - len(line.lstrip(" "))
            self.slips.append(missing_dash(Where(lone, line, start, len(line.rstrip()))))
        self.margins.start_items(number, lone)

    def _ordinary(self, line: re.Match[str], indent: int) -> None:
        self.left = indent
        if line[1]:
            self.left += 2
            self.margins.enter(self.left)
        self.plain = self.left if line[2] else None
        self.is_keyed = True
        self.margins.open = line[0].endswith(":")

    def _is_astray(self, number: int, line: str, indent: int) -> bool:
        """Whether a line further right than a plain text is an entry, not more of the text."""
        found = STRUCTURED.match(line, indent)
        if found is None:
            return False
        is_item = found[1] == "-"
        if self.margins.lone(indent) != MANY if is_item else self.is_keyed:
            return True
        where = Where(number, line, found.start(1), found.end(1))
        self.slips.append(too_far_right(where, ()))
        return False

    def _is_outside(self, line: str) -> bool:
        """Whether a line cannot belong to the brackets that are open above it."""
        indent = len(line) - len(line.lstrip(" "))
        return indent <= self.left and STRUCTURED.match(line, indent) is not None

    def _close_brackets(self, number: int) -> None:
        """The brackets that were open above line `number` were never closed."""
        while number > 0 and not self.lines[number - 1].strip():
            number -= 1
        line = self.lines[number - 1]
        end = Where(number - 1, line, len(line.rstrip()), len(line.rstrip()))
        self.slips.append(open_bracket(self.flow.first, end, self.flow.missing))
        self.flow.stack = ""

    def _value(self, number: int, line: str, at: int) -> tuple[int, int]:
        if at >= len(line) or line[at] == "#":
            self._remark(number, line, at)
            return number, 0
        sign = line[at]
        if sign in "\"'":
            return self._quoted(number, line, at)
        if sign in "|>" and HEADER.match(line, at):
            self.block = self.left
        elif early := EARLY.match(line, at):
            self.slips.append(early_text(Where(number, line, at, early.end())))
            return self._value(number, line, early.end())
        elif sign in "[{" or sign in OPENING:
            return self._bracket(number, line, at)
        elif sign in "|>@`%" or (sign in "*&!" and not PROGRAMMED.match(line, at)):
            self._special(number, line, at)
        elif sign in SMART and (found := WRAPPED.fullmatch(line.rstrip(), at)):
            self.slips.append(smart_quotes(Where(number, line, at, found.end())))
        elif sign not in "*&!":
            self._plain(number, line, at)
        return number, 0

    def _remark(self, number: int, line: str, at: int) -> None:
        """A remark in place of a value; it was meant as one if it is glued and nothing follows."""
        if line[at + 1 : at + 2].strip(" #!-="):
            below = next((below for below in self.lines[number + 1 :] if below.strip()), "")
            indent = len(below) - len(below.lstrip())
            if indent < self.left or (indent == self.left and not below.startswith("-", indent)):
                text = Where(number, line, at, len(line.rstrip()))
                self.slips.append(swallowed(text, text))

    def _plain(self, number: int, line: str, at: int) -> None:
        self.plain = self.left
        end = len(line)
        if (remark := line.find(" #", at)) >= 0:
            end = remark
            if line[remark + 2 : remark + 3].strip(" #!-=") and line[at] != "#":
                self.slips.append(swallowed(Where(number, line, remark + 1, len(line.rstrip()))))
        last = len(line[:end].rstrip())
        if line[last - 1] == '"' and line.count('"', at, end) == 1:
            self.slips.append(unopened_quote(Where(number, line, last - 1, last)))
        if odd := space_after(number, line, at, end):
            self.slips.append(odd)
        if colon := COLON.search(line, at, end):
            text = Where(number, line, at, at + len(line[at:end].rstrip()))
            where = text._replace(start=colon.start(), end=colon.end())
            self.slips.append(inner_colon(where, text))
            self.plain = None

    def _special(self, number: int, line: str, at: int) -> None:
        text = Where(number, line, at, len(line.rstrip()))
        self.slips.append(special_start(text._replace(end=at + 1), text))

    def _bracket(self, number: int, line: str, at: int) -> tuple[int, int]:
        rest = line[at:].rstrip()
        if SPAN_START.match(line, at):
            self._special(number, line, at)
            return number, 0
        if line[at] in OPENING:
            if not BRACED.match(rest):
                self._plain(number, line, at)
                return number, 0
            self.slips.append(wide_bracket(Where(number, line, at, at + 1)))
        elif is_ordinary(rest):
            return number, 0
        self.flow.start(Where(number, line, at, at + 1))
        return self._in_flow(number, line, at + 1)

    def _in_flow(self, number: int, line: str, at: int) -> tuple[int, int]:
        there, column = self.flow.line(number, line, at)
        return (there, column) if self.flow.stack else (number, 0)

    def _quoted(self, number: int, line: str, at: int) -> tuple[int, int]:
        if found := QUOTED.match(line, at):
            self._tail(number, line, found.end(), at)
            return number, 0
        if there := self._close(number, at, self.left):
            return there
        self.slips.append(open_quote(Where(number, line, at, len(line))))
        return number, 0

    def _tail(self, number: int, line: str, at: int, start: int | None) -> None:
        """What follows a closing quote, which should be nothing."""
        rest = line[at:].strip()
        if rest and rest[0] != "#":
            end = len(line.rstrip())
            text = None if start is None else Where(number, line, start, end)
            self.slips.append(after_quote(Where(number, line, skip(line, at), end), text))

    def _close_in_flow(self, number: int, at: int) -> tuple[int, int] | None:
        return self._close(number, at, self.left)

    def _close(self, number: int, at: int, left: int) -> tuple[int, int] | None:
        """Where the quote at `at`, open at the end of its line, is closed further down."""
        mark = self.lines[number][at]
        unit = re.compile(r"(?:[^\"\\]|\\.|\\$)*\"" if mark == '"' else r"(?:[^']|'')*'(?!')")
        for below in range(number + 1, len(self.lines)):
            line = self.lines[below]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= left:
                return None
            if found := unit.match(line):
                return below, found.end()
        return None


def _is_awaited(line: str, at: int) -> bool:
    """Whether the value at `at` stands on the lines below."""
    rest = line[at:]
    return not rest.strip() or rest[0] in "#&!*"
