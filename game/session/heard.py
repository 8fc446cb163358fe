"""Which lines of a case were watched in earlier trials, so that they need not be again."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.trial.view import Line

FOLDER = "heard"


class Heard:
    """The lines of one case that were watched before this trial; kept in `file`, if there is one.

    A line is known by who says it and by its words, so another language is heard anew. An
    unreadable file counts as none, and one that cannot be written is let be.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before = _read(file) if file is not None else frozenset()
        self._now: set[int] = set()

    def __contains__(self, line: Line) -> bool:
        return _mark(line) in self._before

    def add(self, line: Line) -> None:
        """`line` is watched now, and will be known in the next trial."""
        mark = _mark(line)
        if self._file is None or mark in self._before or mark in self._now:
            return
        self._now.add(mark)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="ascii") as file:
                file.write(f"{mark:08x}\n")
        except OSError:
            self._file = None


def heard(home: Path, case_id: str) -> Heard:
    """What was heard of a case, as kept in the folder `home`."""
    return Heard(home / FOLDER / f"{case_id}.txt")


def _mark(line: Line) -> int:
    said = "".join(run.text for run in line.says)
    return zlib.crc32(f"{line.by}\n{line.quote}\n{said}".encode())


def _read(file: Path) -> frozenset[int]:
    try:
        return frozenset(int(row, 16) for row in file.read_text("ascii").split())
    except (OSError, ValueError):
        return frozenset()
