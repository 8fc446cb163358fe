"""Cells of tables that Excel opens: no text of a teacher or a student is taken for a formula."""

from __future__ import annotations

import re

RISKY = re.compile(r"'*[=+\-@\t\r]")
DEFUSED = re.compile(r"^'(?='*[=+\-@\t\r])")


def defused(cell: str) -> str:
    """`cell` so that Excel takes it for a text, never for a formula."""
    return "'" + cell if RISKY.match(cell) else cell


def as_written(cell: str) -> str:
    """`cell` as it was before `defused`."""
    return DEFUSED.sub("", cell)
