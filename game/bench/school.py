"""Figures of a served school: 1,232 students in 28 rooms, beside a bare loop that only sends."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.bench.bare import drained
from game.bench.lesson import EVERY
from game.bench.row import Row
from game.bench.spending import surroundings
from game.bench.stories import story
from game.host.start import missing_packages

ROOMS, STUDENTS = 28, 1232
SHORT = 0.25  # minutes that the school answers, unless it is asked for longer
PER_QUESTION = 20  # lines of a made-up case
SETTLING = 240.0  # seconds for all that comes before and after


@dataclass(frozen=True, slots=True)
class Serving:
    """A server under way: where it listens, its process, and the key of its desk."""

    port: int
    process: int
    key: str


def school(root: Path, minutes: float) -> Iterator[Row]:
    """What it costs to serve a whole school, whose every answer is durable before it counts."""
    if not Path("/proc/self/stat").exists():
        return  # only there is told what another process has spent
    if missing_packages():
        return
    seconds = max(EVERY, minutes * 60)
    with surroundings() as around:
        home = Path(around["MOCKCOURT_HOME"])
        case = home / "packs" / "story" / "story.yaml"
        case.parent.mkdir(parents=True)
        questions = int(seconds / EVERY) + 8
        case.write_text(story(PER_QUESTION * questions).case, encoding="utf-8")
        with serving(root, around) as server:
            told = lesson(server, seconds)
        lost = missing(home / "class" / "class.sqlite3", told["acknowledged"])
    yield from _rows(told, lost, drained(STUDENTS, int(told["octets"])))


def _rows(told: dict[str, Any], lost: int, bare: float) -> Iterator[Row]:
    yield Row("1,232 join, CPU", told["join_cpu"], "s", "limit 0.5 s", 0.5)
    yield Row("their first pages, CPU", told["page_cpu"], "s", "limit 2 s", 2)
    name = "246 answers a second, share of a core"
    yield Row(name, told["share"], "%", "limit 50 %", 50)
    seen = "until the last of the room has seen one"
    yield Row(f"{seen}, p50", told["p50"], "ms", "limit 50 ms", 50)
    yield Row(f"{seen}, p99", told["p99"], "ms", "limit 50 ms", 50)
    delivery = told["act_cpu"] / max(1.0, told["frames"]) * 1e6
    yield Row("CPU of one delivery, all included", delivery, "µs", "a bare send()", bare)
    yield Row("memory with 1,232 students", told["memory"], "MB", "limit 80 MB", 80)
    grown = told["grown"] / max(1, told["acts"]) * 1000
    yield Row("memory that 1,000 answers add", grown, "MB", "limit 1 MB", 1)
    votes = f"{told['votes']:,.0f} vote at once, seen by all"
    yield Row(votes, told["vote"], "s", "limit 0.5 s", 0.5)
    yield Row("the same, CPU", told["vote_cpu"], "s", "limit 0.5 s", 0.5)
    yield Row(
        "answers refused as late", told["refused"] + told["skipped"], "", "of all", told["acts"]
    )
    yield Row("acknowledged and lost, or not seen", lost + told["unseen"], "", "limit 1", 1)


@contextmanager
def serving(root: Path, around: dict[str, str], *arguments: str) -> Iterator[Serving]:
    """`python main.py host`, in a process of its own, until the block is left."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "main.py", "host", "--port", str(port), "--lang", "en", *arguments]
    process = subprocess.Popen(command, cwd=root, env=around, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "")
        key = next(line.strip().partition("key=")[2] for line in lines if "key=" in line)
        yield Serving(port, process.pid, key)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def lesson(server: Serving, seconds: float, **plan: object) -> dict[str, Any]:
    """The figures of a lesson with `server`, which a process of its own makes and takes."""
    wanted = {
        "port": server.port,
        "process": server.process,
        "key": server.key,
        "rooms": ROOMS,
        "students": STUDENTS,
        "seconds": seconds,
        **plan,
    }
    command = [sys.executable, "-m", "game.bench.lesson", json.dumps(wanted)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=seconds + SETTLING
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def missing(journal: Path, acknowledged: list[list[str]]) -> int:
    """How many answers were acknowledged, and are not exactly once in the journal."""
    with closing(sqlite3.connect(journal)) as db:
        rows = db.execute("SELECT room, aid FROM entry WHERE aid IS NOT NULL")
        kept = {(room, aid.partition(".")[2]) for room, aid in rows}
    return sum(tuple(one) not in kept for one in acknowledged)
