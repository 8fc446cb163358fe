"""A watch looks at a file a few times a second, and says when there is something new to read."""

from __future__ import annotations

import stat
from hashlib import sha256
from pathlib import Path

from game.scenario.source import LIMIT

EVERY = 0.25  # seconds between two looks
GRACE = 1.0  # for so long a file may be gone or empty: many editors write it anew in two steps
SURE = 3.0  # so long after a look some disks may still give a newer file the same time

Mark = tuple[int, ...]  # what the system says about a file, without opening it
GONE: Mark = ()


class Watch:
    """Looks at the file at `path`. A save counts when two looks in a row find the same."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._next = 0.0
        self._mark: Mark | None = None  # at the last look
        self._since = 0.0  # when it became like that
        self._read: Mark | None = None  # at the last reading
        self._digest = ""
        self._again = float("inf")  # when to read once more, whatever the mark says

    def news(self, now: float) -> bool:
        """Whether the file holds something else than when this last said so."""
        if now < self._next:
            return False
        self._next = now + EVERY
        mark = _mark(self.path)
        if mark != self._mark and self._mark is not None:
            self._mark, self._since = mark, now
            return False
        self._mark = mark
        if mark == self._read and now < self._again:
            return False
        if _is_doubtful(mark) and self._read is not None and now - self._since < GRACE:
            return False
        return self._differs(mark, now)

    def unsure(self) -> None:
        """Say so again at the next look: the reading did not go well."""
        self._read, self._digest = GONE, "unread"

    def _differs(self, mark: Mark, now: float) -> bool:
        self._again = now + SURE if mark != self._read else float("inf")
        self._read = mark
        before, self._digest = self._digest, _digest(self.path, mark)
        return self._digest != before


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return GONE
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode


def _is_doubtful(mark: Mark) -> bool:
    return mark == GONE or mark[1] == 0


def _digest(path: Path, mark: Mark) -> str:
    """What tells one content of the file from another; only an ordinary file is opened."""
    if mark == GONE or not stat.S_ISREG(mark[3]):
        return f"nothing to read {mark[3:]}"
    try:
        with path.open("rb") as file:
            return sha256(file.read(LIMIT + 1)).hexdigest()
    except OSError as error:
        return f"unreadable {type(error).__name__}"
