"""What work costs: CPU seconds and peak memory, never the time on the wall."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

REPEATS = 7
MEGABYTE = 1024 * 1024
CAN_WAIT = hasattr(os, "wait4")  # Windows does not tell what a process has spent

Result = TypeVar("Result")


class Spent(Struct, frozen=True):
    """What a whole process took: CPU seconds, and its peak memory in MB."""

    cpu: float
    memory: float


def milliseconds(work: Callable[[], object]) -> float:
    """CPU milliseconds of the fastest of several runs of `work`."""
    return min(seconds(work) for _ in range(REPEATS)) * 1000


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def spent(command: Sequence[str | Path], surroundings: Mapping[str, str]) -> Spent:
    """What `command` took from its start to its end, whatever it prints and however it ends."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([*map(str, command)], stdout=quiet, stderr=quiet, env=surroundings)
    _, process.returncode, usage = os.wait4(process.pid, 0)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Spent(usage.ru_utime + usage.ru_stime, peak / MEGABYTE)


def in_turn(
    works: Mapping[str, Callable[[], Result]], repeats: int = REPEATS
) -> dict[str, list[Result]]:
    """Several results of each of `works`, run in turn so that a busy minute is shared by all."""
    found: dict[str, list[Result]] = {name: [] for name in works}
    for _ in range(repeats):
        for name, work in works.items():
            found[name].append(work())
    return found


def middle(found: Sequence[Spent]) -> Spent:
    """The median CPU, and the highest peak of memory."""
    return Spent(statistics.median(s.cpu for s in found), max(s.memory for s in found))


@contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """An environment as a player has it who has started the game before: compiled and cached.

    It is the same for all that is run in it, and gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="mockcourt-bench-") as folder:
        given = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        compiled = str(Path(folder) / "compiled")
        yield {**given, "MOCKCOURT_HOME": folder, "PYTHONPYCACHEPREFIX": compiled}
