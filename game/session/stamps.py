"""A stamp tells whether a file is still what it was: when it was changed, and how long it is."""

from __future__ import annotations

from pathlib import Path


def stamp_of(file: Path) -> tuple[int, int]:
    """The stamp of `file`; noughts where there is none."""
    try:
        told = file.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)
