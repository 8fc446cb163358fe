"""A claim keeps two copies of the game, running on one home, off each other's saved trials.

The system holds it and lets it go when the process ends, however it ends. It belongs to the
process: whoever asks twice in one copy of the game is not in their own way.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HELD: dict[Path, int] = {}  # open files by the path of the journal; a fact of this process


def claim(journal: Path) -> bool:
    """Whether this copy of the game may write `journal`: False while another copy does.

    Where the system cannot tell, as on some shared folders, it may.
    """
    if journal in _HELD:
        return True
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(journal.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return True  # nothing can be written here, and the journal will say so
    try:
        _lock(file)
    except BlockingIOError:
        os.close(file)
        return False
    except OSError:
        os.close(file)
        return True
    _HELD[journal] = file
    return True


def release_all_but(journal: Path | None = None) -> None:
    """Let go of every claim of this process except that on `journal`: one trial at a time."""
    for other in [path for path in _HELD if path != journal]:
        os.close(_HELD.pop(other))


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        """Lock the first byte of `file`. Raises BlockingIOError where another process has it."""
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(file: int) -> None:
        """Lock `file`. Raises BlockingIOError where another process has it."""
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except PermissionError as error:  # POSIX lets a system say EACCES instead
            raise BlockingIOError from error
