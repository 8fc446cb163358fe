"""Margins are the columns in which the lines of a mapping or list may start."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.scenario.slip import Slip, Where, out_of_line, too_far_right

# The start of an entry: a key with its colon, or the dash of an item.
STRUCTURED = re.compile(r"([a-z_][a-z0-9_]*(?=: |:$|：)|-(?= |$|[a-z_]+:))")


class Astray(NamedTuple):
    """A line out of its margin: its slip, where it stands, and where it should."""

    slip: int
    column: int
    target: int


class Margins:
    """Follows the columns down a file. `open` says that the last line still waits for its value."""

    def __init__(self, slips: list[Slip]) -> None:
        self.slips = slips
        self.columns: list[int] = []
        self.open = True
        self.astray: Astray | None = None

    def fits(self, column: int) -> bool:
        """Whether an entry may start in `column`; if so, it is taken to start there."""
        if self.columns and self.columns[-1] == column:
            return True
        return self.settle(column) == column

    def settle(self, column: int) -> int:
        """Where an entry that starts in `column` was meant to: there, or in the nearest margin."""
        left: int | None = None
        while self.columns and self.columns[-1] > column:
            left = self.columns.pop()
        top = self.columns[-1] if self.columns else -1
        if top == column:
            return column
        if left is None and not self.open:
            return top
        if left is None or (top < 0 and column > 0):
            self.columns.append(column)
            return column
        if top < 0 or left - column <= column - top:
            self.columns.append(left)
            return left
        return top

    def shift(self, number: int, line: str, at: int, shifted: int) -> int:
        """How much further right an entry at `at` is to be taken to stand; it may be a slip.

        When odd spaces have `shifted` the line, its margin was a guess already.
        """
        found = STRUCTURED.match(line, at)
        if found is None or self.fits(at + shifted) or shifted:
            return 0
        target = self.settle(at)
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

    def enter(self, column: int) -> None:
        """An item starts behind its dash, in `column`."""
        self.columns.append(column)
        self.open = True

    def clear(self) -> None:
        """A new document starts."""
        self.columns.clear()
        self.open = True
