"""What goes wrong in the server is written to a file, and old lines leave it again."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from game.host.archive import A_DAY, DAYS

ERRORS = "errors.log"
DATED = re.compile(r"\d{4}-\d\d-\d\d \d\d:")


def log_into(path: Path) -> None:
    """Write what goes wrong to `path`; the teacher sees sentences."""
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("uvicorn.error")
    log.setLevel(logging.WARNING)
    log.propagate = False
    log.addHandler(handler)


def forget_errors(path: Path, now: float) -> None:
    """Delete what was written to `path` too long ago.

    The file stays where it is: a server may have it open.
    """
    since = str(datetime.fromtimestamp(now - DAYS * A_DAY))
    with suppress(OSError), path.open("r+", encoding="utf-8", errors="replace") as file:
        lines = file.readlines()
        fresh = (n for n, line in enumerate(lines) if DATED.match(line) and line > since)
        if first := next(fresh, len(lines)):
            file.seek(0)
            file.truncate()
            file.writelines(lines[first:])
