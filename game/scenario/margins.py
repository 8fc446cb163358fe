"""Margins are the columns in which the lines of a mapping or list may start."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.scenario.slip import Slip, Where, out_of_line, too_far_right

# The start of an entry: a key with its colon, or the dash of an item.
STRUCTURED = re.compile(r"([a-z_][a-z0-9_]*(?=: |:$|：)|-(?= |$|[a-z_]+:))")
STEP = 2  # columns by which a line stands further right than what it belongs to, as a rule
MANY = -1


class Astray(NamedTuple):
    """A line out of its margin: its slip, where it stands, and where it should."""

    slip: int
    column: int
    target: int


class Margins:
    """Follows the columns down a file. `open` says that the last line still waits for its value."""

    def __init__(self, lines: list[str], slips: list[Slip]) -> None:
        self.lines = lines
        self.slips = slips
        self.columns: list[int] = []
        self.openers: list[int] = []  # the only line in each margin, or MANY
        self.lists: list[bool] = []  # whether each margin is that of a list
        self.open = True
        self.astray: Astray | None = None

    def takes(self, column: int) -> bool:
        """Whether an entry may start in `column`."""
        return column in self.columns or (self.open and column > max(self.columns, default=-1))

    def fits(self, number: int, column: int) -> bool:
        """Whether line `number` may start in `column`; if so, it is taken to start there."""
        if self.columns and self.columns[-1] == column:
            self.openers[-1] = MANY
            return True
        return self.settle(number, column) == column

    def settle(self, number: int, column: int) -> int:
        """Where a line that starts in `column` was meant to: there, or in the nearest margin."""
        left, opener = -1, MANY
        while self.columns and self.columns[-1] > column:
            left, opener = self.columns.pop(), self.openers.pop()
            self.lists.pop()
        top = self.columns[-1] if self.columns else -1
        if self.astray is not None and column < min(self.astray[1:]):
            self.astray = None
        if top == column:
            self.openers[-1] = MANY
            return column
        if (same := self._as_before(column, top, left)) is not None:
            return same
        if left < 0:
            return self._further_right(number, column, top)
        if top < 0 and column > 0:
            return self._enter(column, number)
        if left != top + STEP and top >= 0 and self._blame(opener, column):
            return self._enter(column, MANY)
        between = (top + left) // 2 if (left - top) % 2 == 0 else -1
        if top >= 0 and column == between and self._holds(number, left):
            return top
        if top < 0 or left - column <= column - top:
            return self._enter(left, MANY)
        return top

    def _holds(self, number: int, left: int) -> bool:
        """Whether line `number` waits for its value, and that follows in the margin `left`."""
        below = next((line for line in self.lines[number + 1 : number + 10] if line.strip()), "")
        indent = len(below) - len(below.lstrip(" "))
        return self.lines[number].rstrip().endswith(":") and indent == left

    def _as_before(self, column: int, top: int, left: int) -> int | None:
        """Where a line goes that is out of its margin just as one above it was."""
        if self.astray is None or self.astray.column != column:
            return None
        if self.astray.target == left:
            return self._enter(left, MANY)
        return top if self.astray.target == top else None

    def _further_right(self, number: int, column: int, top: int) -> int:
        if self.open:
            return self._enter(column, number)
        parent = self.columns[-2] if len(self.columns) > 1 else -STEP
        if column == parent + STEP != top and self._blame(self.openers[-1], column):
            self.columns[-1], self.openers[-1] = column, MANY
            return column
        return top

    def _enter(self, column: int, number: int) -> int:
        self.columns.append(column)
        self.openers.append(number)
        self.lists.append(number != MANY and self.lines[number].startswith("-", column))
        return column

    def _blame(self, opener: int, column: int) -> bool:
        """Whether not this line is astray but the one that it should line up with, `opener`."""
        line = self.lines[opener] if opener != MANY else ""
        at = len(line) - len(line.lstrip(" "))
        found = STRUCTURED.match(line, at)
        if found is None or found[1] == "-":
            return False
        where = Where(opener, line, found.start(1), found.end(1))
        mend = Where(opener, line, 0, at).put(" " * column)
        self.slips.append(out_of_line(where, (mend,)))
        return True

    def shift(self, number: int, line: str, at: int, shifted: int) -> int:
        """How much further right an entry at `at` is to be taken to stand; it may be a slip.

        When odd spaces have `shifted` the line, its margin was a guess already.
        """
        target = self.settle(number, at + shifted)
        found = STRUCTURED.match(line, at)
        if found is None or target == at + shifted or shifted:
            return 0
        mend = Where(number, line, 0, at).put(" " * target)
        if self.astray is not None and self.astray[1:] == (at, target):
            slip = self.slips[self.astray.slip]
            self.slips[self.astray.slip] = slip._replace(mends=(*slip.mends, mend))
            return target - at
        self.astray = Astray(len(self.slips), at, target)
        where = Where(number, line, found.start(1), found.end(1))
        if target > at or self.open:
            self.slips.append(out_of_line(where, (mend,)))
        else:
            self.slips.append(too_far_right(where, () if found[1] == "-" else (mend,)))
        return target - at

    def tab_width(self, number: int, end: int) -> int:
        """How many spaces a tab was meant to be: as many as line the text up with others."""
        line, after = self.lines[number], self.lines[number + 1 : number + 10]
        below = next((line for line in after if line.strip()), "")
        margin = len(below) - len(below.lstrip(" "))
        columns = {width: len(line[:end].expandtabs(width)) for width in (2, 4, 8, 3, 1)}
        fitting = {width: column for width, column in columns.items() if self.takes(column)}
        opens = line.endswith(":")
        for width, column in fitting.items():
            if margin > column if opens else margin == column or margin in self.columns:
                return width
        return next(iter(fitting), STEP)

    def is_in_list(self, column: int) -> bool:
        """Whether what starts in `column` is an item of the list that is open."""
        return bool(self.columns) and self.columns[-1] == column and self.lists[-1]

    def is_odd(self, column: int, is_item: bool) -> bool:
        """Whether an item, or what is none, does not go with what its margin holds."""
        if column not in self.columns:
            return False
        return self.lone(column) != MANY if is_item else self.lists[self.columns.index(column)]

    def lone(self, column: int) -> int:
        """The line that is the only one in the margin at `column` and no item, or MANY."""
        if column not in self.columns or self.open:
            return MANY
        at = self.columns.index(column)
        return MANY if self.lists[at] else self.openers[at]

    def start_items(self, number: int, lone: int) -> None:
        """Line `number` has a dash: a list's margin, if it or the `lone` line is first there."""
        if lone != MANY or self.openers[-1] == number:
            self.lists[-1] = True

    def enter(self, column: int) -> None:
        """An item starts behind its dash, in `column`."""
        self._enter(column, MANY)
        self.open = True

    def clear(self) -> None:
        """A new document starts."""
        self.columns.clear()
        self.openers.clear()
        self.lists.clear()
        self.open = True
