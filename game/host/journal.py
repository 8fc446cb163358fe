"""The journal is the truth about every room: entries are added and read in order.

None is ever changed, but for what is deleted with a seat.

An action counts once its entries are on the disk. One thread writes for all rooms and commits
together whatever has come in meanwhile, so a class that answers in the same instant waits for one
flush of the disk and not for fifty.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

SCHEMA = Path(__file__).resolve().parent / "sql"
TOGETHER = 512  # groups that one commit takes at most
COLUMNS = "room, seq, at, aid, actor, kind, v, payload"
HOLD = 40.0  # seconds for which a room is held by a server that says nothing more


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened in a room, as the journal keeps it.

    `aid` names the action that it came of, so that the same one does not count twice; what follows
    from an action has none.
    """

    room: str
    seq: int
    at: float
    aid: str | None
    actor: str
    kind: str
    v: int
    payload: str


class Unwritten(Exception):
    """The journal could not be written; what was to be written did not happen."""


class Taken(Exception):
    """Entries do not follow on those that the room has, or their action was written before."""


class Journal(Protocol):
    """Where entries are kept. A group of entries, all of one room, is written whole or not.

    `place` is the computer that has them; nothing where that is this one.
    """

    place: str

    def append(self, groups: Sequence[Sequence[Entry]]) -> tuple[bool, ...]:
        """Write `groups` for good; for each, whether it fitted. Raises Unwritten for all."""

    def read(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        """The entries of `room` that come after the one numbered `after`."""

    def head(self, room: str) -> int:
        """The number of the last entry of `room`; 0 if it has none."""

    def heads(self, rooms: Collection[str]) -> dict[str, int]:
        """The same for each of `rooms` that has any."""

    def rooms(self) -> tuple[str, ...]:
        """The rooms that have entries, the oldest first."""

    def silent(self, since: float) -> tuple[str, ...]:
        """The rooms in which nothing has happened since then."""

    def rewrite(self, entries: Sequence[Entry]) -> None:
        """Put `entries` in place of those with their numbers. Raises Unwritten.

        Only what is deleted with a seat is ever rewritten.
        """

    def erase(self, room: str) -> None:
        """Delete all entries of `room`, and its case. Raises Unwritten.

        Nothing can be written to it any more: no number follows on.
        """

    def hold(self, rooms: Collection[str], server: str) -> None:
        """Note that `server` has `rooms` open now, and no others. Raises Unwritten."""

    def held(self, room: str) -> tuple[str, ...]:
        """The servers that have `room` open, as they said not long ago."""

    def keep_case(self, room: str, text: str) -> None:
        """Keep the case of `room` as it is. Raises Unwritten."""

    def case(self, room: str) -> str | None:
        """The case of `room` as it was; None where it was not kept."""

    def close(self) -> None: ...


class SqliteJournal:
    """The journal in one file beside the saves: nothing to install, and it outlives a crash."""

    place = ""

    def __init__(self, path: Path) -> None:
        """Open `path`, or make it. Raises Unwritten where that cannot be."""
        self._lock = threading.Lock()
        self._path = path
        with _unwritten():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA busy_timeout = 5000")
            self._db.execute("PRAGMA secure_delete = ON")  # what is deleted leaves the disk too
            _bring_up_to_date(self._db, path)

    def append(self, groups: Sequence[Sequence[Entry]]) -> tuple[bool, ...]:
        with self._changing():
            return tuple(self._fits(group) for group in groups)

    def _fits(self, group: Sequence[Entry]) -> bool:
        if self._last(group[0].room) + 1 != group[0].seq:
            return False
        self._db.execute("SAVEPOINT one_group")
        try:
            self._db.executemany(
                f"INSERT INTO entry ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(e.room, e.seq, e.at, e.aid, e.actor, e.kind, e.v, e.payload) for e in group],
            )
        except sqlite3.IntegrityError:
            self._db.execute("ROLLBACK TO one_group")
            return False
        finally:
            if self._db.in_transaction:
                self._db.execute("RELEASE one_group")
        return True

    def _last(self, room: str) -> int:
        row = self._db.execute("SELECT MAX(seq) FROM entry WHERE room = ?", (room,)).fetchone()
        return int(row[0] or 0)

    def read(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        with self._lock:
            rows = self._db.execute(
                f"SELECT {COLUMNS} FROM entry WHERE room = ? AND seq > ? ORDER BY seq",
                (room, after),
            )
            return tuple(Entry(*row) for row in rows)

    def head(self, room: str) -> int:
        with self._lock:
            return self._last(room)

    def heads(self, rooms: Collection[str]) -> dict[str, int]:
        with self._lock, _unwritten():
            return {room: last for room in rooms if (last := self._last(room))}

    def rooms(self) -> tuple[str, ...]:
        with self._lock:
            rows = self._db.execute("SELECT room FROM entry WHERE seq = 1 ORDER BY at, room")
            return tuple(room for (room,) in rows)

    def silent(self, since: float) -> tuple[str, ...]:
        with self._lock, _unwritten():
            rows = self._db.execute(
                "SELECT room FROM entry GROUP BY room HAVING MAX(at) < ?", (since,)
            )
            return tuple(room for (room,) in rows)

    def rewrite(self, entries: Sequence[Entry]) -> None:
        with self._deleting():
            self._db.executemany(
                "UPDATE entry SET aid = ?, actor = ?, kind = ?, payload = ? "
                "WHERE room = ? AND seq = ?",
                [(e.aid, e.actor, e.kind, e.payload, e.room, e.seq) for e in entries],
            )

    def erase(self, room: str) -> None:
        with self._deleting():
            for table in ("entry", "held", "played"):
                self._db.execute(f"DELETE FROM {table} WHERE room = ?", (room,))

    def hold(self, rooms: Collection[str], server: str) -> None:
        now = time.time()
        with self._changing():
            self._db.execute("DELETE FROM held WHERE server = ?", (server,))
            self._db.executemany(
                "INSERT INTO held VALUES (?, ?, ?)", [(room, server, now) for room in rooms]
            )

    def held(self, room: str) -> tuple[str, ...]:
        with self._lock, _unwritten():
            rows = self._db.execute(
                "SELECT server FROM held WHERE room = ? AND at > ? ORDER BY server",
                (room, time.time() - HOLD),
            )
            return tuple(server for (server,) in rows)

    def keep_case(self, room: str, text: str) -> None:
        with self._changing():
            self._db.execute("INSERT INTO played VALUES (?, ?)", (room, text))

    def case(self, room: str) -> str | None:
        with self._lock:
            kept = self._db.execute("SELECT text FROM played WHERE room = ?", (room,)).fetchone()
            return str(kept[0]) if kept else None

    @contextmanager
    def _deleting(self) -> Iterator[None]:
        """Delete for good: from what is still to be moved into the file, and from old copies."""
        with self._changing():
            yield
        with self._lock, _unwritten():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for copy in self._path.parent.glob(f"{self._path.stem}.before_*.sqlite3"):
                copy.unlink()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Change all of it or nothing. Raises Unwritten."""
        with self._lock, _unwritten():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except sqlite3.Error:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        with self._lock:
            self._db.close()


@contextmanager
def _unwritten() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise Unwritten(str(error)) from error


def _bring_up_to_date(db: sqlite3.Connection, path: Path) -> None:
    """Run the numbered files that `db` has not seen, keeping a copy of what it was before."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    due = [file for file in sorted(SCHEMA.glob("*.sql")) if int(file.name[:3]) > version]
    if version and due:
        before = path.with_suffix(f".before_{due[0].name[:3]}.sqlite3")
        before.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", (str(before),))
    for file in due:
        steps = file.read_text(encoding="utf-8")
        number = int(file.name[:3])
        db.executescript(f"BEGIN;\n{steps}\nPRAGMA user_version = {number};\nCOMMIT;")


Failure = Taken | Unwritten | None
Waiting = tuple[tuple[Entry, ...], Callable[[Failure], None]]


class Writer:
    """The one thread that writes. What is given to it comes back done, in the order it came."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._due: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        self._come: deque[tuple[asyncio.Future[None], Failure]] = deque()
        self._thread = threading.Thread(target=self._write, name="journal", daemon=True)
        self._thread.start()

    def write(self, entries: Iterable[Entry]) -> Future[None]:
        """Write `entries`, all of one room. The future raises Taken or Unwritten if it failed."""
        done: Future[None] = Future()
        self._due.put((tuple(entries), partial(_settle, done)))
        return done

    def written(self, entries: Iterable[Entry]) -> asyncio.Future[None]:
        """The same, to be awaited."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        self._due.put((tuple(entries), partial(self._hand_over, loop, done)))
        return done

    def _hand_over(
        self, loop: asyncio.AbstractEventLoop, done: asyncio.Future[None], failure: Failure
    ) -> None:
        """Let the event loop know; it is woken once for all that has come until it looks."""
        self._come.append((done, failure))
        if len(self._come) == 1:
            with suppress(RuntimeError):  # it has ended, and nobody waits any longer
                loop.call_soon_threadsafe(self._take_over)

    def _take_over(self) -> None:
        while self._come:
            _settle(*self._come.popleft())

    def close(self) -> None:
        """Write what is still due, then stop and close the journal."""
        self._due.put(None)
        self._thread.join()
        self.journal.close()

    def _write(self) -> None:
        while (first := self._due.get()) is not None:
            waiting, goes_on = self._with_all_that_waits(first)
            self._commit(waiting)
            if not goes_on:
                return

    def _with_all_that_waits(self, first: Waiting) -> tuple[list[Waiting], bool]:
        waiting = [first]
        while len(waiting) < TOGETHER:
            try:
                one = self._due.get_nowait()
            except queue.Empty:
                return waiting, True
            if one is None:
                return waiting, False
            waiting.append(one)
        return waiting, True

    def _commit(self, waiting: list[Waiting]) -> None:
        try:
            fitted = self.journal.append([entries for entries, _ in waiting])
        except Exception as failed:  # whatever it was, the thread has to outlive it
            for _, tell in waiting:
                tell(Unwritten(str(failed)))
            return
        for (entries, tell), fits in zip(waiting, fitted, strict=True):
            tell(None if fits else Taken(f"{entries[0].room} {entries[0].seq}"))


def _settle(done: Future[None] | asyncio.Future[None], failure: Failure) -> None:
    if done.done():  # whoever wanted it has gone
        return
    if failure is None:
        done.set_result(None)
    else:
        done.set_exception(failure)
