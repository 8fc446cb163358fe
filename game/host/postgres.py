"""The journal in PostgreSQL, for more classes than one computer hosts; otherwise it is the same.

One connection, used by one thread at a time, is enough for the one writer. One that broke is opened
anew by whoever needs it next: what was under way then counts as not written, and its room looks
again what the journal has.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar
from urllib.parse import urlsplit

import psycopg

from game.host.journal import COLUMNS, HOLD, SCHEMA, Entry, Unwritten

WAIT = 3  # seconds for a connection
LOCK = 7_301_986  # says that somebody is bringing the tables up to date; any number would do
WRITING = 7_301_987  # shared by all that write, so that nobody writes to a room as it is deleted
OPTIONS = "-c synchronous_commit=on -c statement_timeout=5000 -c lock_timeout=4000"
INSERT = f"INSERT INTO entry ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
UPDATE = """
UPDATE entry SET aid = %s, actor = %s, kind = %s, payload = %s WHERE room = %s AND seq = %s
"""
NOW = "EXTRACT(EPOCH FROM clock_timestamp())"  # one clock for all servers
HELD = f"SELECT server FROM held WHERE room = %s AND at > {NOW} - {HOLD} ORDER BY server"
SELECT = f"SELECT {COLUMNS} FROM entry WHERE room = %s AND seq > %s ORDER BY seq"
Connection = psycopg.Connection[tuple[object, ...]]
Group = Sequence[Entry]
Got = TypeVar("Got")


class PostgresJournal:
    """The journal at `url`. What it says of `Journal` holds, whatever else writes to it."""

    def __init__(self, url: str) -> None:
        """Open it, and make its tables where they are missing. Raises Unwritten."""
        self._url = url
        self.place = urlsplit(url).hostname or "localhost"
        self._lock = threading.Lock()
        self._db: Connection | None = None
        self._do(_bring_up_to_date)

    def append(self, groups: Sequence[Group]) -> tuple[bool, ...]:
        return self._do(lambda db: _appended(db, groups))

    def read(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        rows = self._do(lambda db: db.execute(SELECT, (room, after)).fetchall())
        return tuple(Entry(*row) for row in rows)  # type: ignore[arg-type]

    def head(self, room: str) -> int:
        return self._do(lambda db: _heads(db, [room]).get(room, 0))

    def heads(self, rooms: Collection[str]) -> dict[str, int]:
        return self._do(lambda db: _heads(db, rooms))

    def rooms(self) -> tuple[str, ...]:
        return self._names("SELECT room FROM entry WHERE seq = 1 ORDER BY at, room")

    def silent(self, since: float) -> tuple[str, ...]:
        return self._names("SELECT room FROM entry GROUP BY room HAVING MAX(at) < %s", since)

    def _names(self, asked: str, *given: object) -> tuple[str, ...]:
        """The first column of what is `asked`."""
        rows = self._do(lambda db: db.execute(asked, given).fetchall())
        return tuple(str(name) for name, *_ in rows)

    def rewrite(self, entries: Sequence[Entry]) -> None:
        rows = [(e.aid, e.actor, e.kind, e.payload, e.room, e.seq) for e in entries]
        self._do(lambda db: db.cursor().executemany(UPDATE, rows))

    def erase(self, room: str) -> None:
        self._do(lambda db: _erase(db, room))

    def hold(self, rooms: Collection[str], server: str) -> None:
        self._do(lambda db: _hold(db, rooms, server))

    def held(self, room: str) -> tuple[str, ...]:
        return self._names(HELD, room)

    def keep_case(self, room: str, text: str) -> None:
        self._do(lambda db: db.execute("INSERT INTO played VALUES (%s, %s)", (room, text)))

    def case(self, room: str) -> str | None:
        return next(iter(self._names("SELECT text FROM played WHERE room = %s", room)), None)

    def close(self) -> None:
        with self._lock:
            if self._db:
                self._db.close()

    def _do(self, work: Callable[[Connection], Got]) -> Got:
        """What `work` gives, all of it in one transaction. Raises Unwritten."""
        with self._lock:
            try:
                if self._db is None or self._db.closed:
                    self._db = psycopg.connect(self._url, connect_timeout=WAIT, options=OPTIONS)
                with self._db.transaction():
                    return work(self._db)
            except psycopg.Error as error:
                if self._db and (self._db.broken or isinstance(error, psycopg.OperationalError)):
                    self._db.close()
                raise Unwritten(str(error).strip()) from error


def _appended(db: Connection, groups: Sequence[Group]) -> tuple[bool, ...]:
    """Write all that follows on in one go, or, where that fails, one group after the other."""
    db.execute("SELECT pg_advisory_xact_lock_shared(%s)", (WRITING,))
    heads = _heads(db, [group[0].room for group in groups])
    fitted = []
    for group in groups:
        fits = heads.get(group[0].room, 0) + 1 == group[0].seq
        fitted.append(fits)
        if fits:
            heads[group[0].room] = group[-1].seq
    due = [e for group, fits in zip(groups, fitted, strict=True) if fits for e in group]
    try:
        with db.transaction():
            _insert(db, due)
    except psycopg.errors.UniqueViolation:
        return tuple(_fits(db, group) for group in groups)
    return tuple(fitted)


def _fits(db: Connection, group: Group) -> bool:
    if _heads(db, [group[0].room]).get(group[0].room, 0) + 1 != group[0].seq:
        return False
    try:
        with db.transaction():
            _insert(db, group)
    except psycopg.errors.UniqueViolation:
        return False
    return True


def _insert(db: Connection, entries: Sequence[Entry]) -> None:
    rows = [(e.room, e.seq, e.at, e.aid, e.actor, e.kind, e.v, e.payload) for e in entries]
    with db.cursor() as cursor:
        cursor.executemany(INSERT, rows)


def _erase(db: Connection, room: str) -> None:
    db.execute("SELECT pg_advisory_xact_lock(%s)", (WRITING,))
    for table in ("entry", "held", "played"):
        db.execute(f"DELETE FROM {table} WHERE room = %s", (room,))


def _hold(db: Connection, rooms: Collection[str], server: str) -> None:
    db.execute("DELETE FROM held WHERE server = %s", (server,))
    with db.cursor() as cursor:
        rows = [(room, server) for room in rooms]
        cursor.executemany(f"INSERT INTO held VALUES (%s, %s, {NOW})", rows)


def _heads(db: Connection, rooms: Collection[str]) -> dict[str, int]:
    asked = "SELECT room, MAX(seq) FROM entry WHERE room = ANY(%s) GROUP BY room"
    return {str(room): int(str(head)) for room, head in db.execute(asked, (list(rooms),))}


def _bring_up_to_date(db: Connection) -> None:
    """Run the numbered files that the database has not seen; one process at a time does so."""
    db.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
    db.execute("CREATE TABLE IF NOT EXISTS brought_to (version INTEGER NOT NULL)")
    row = db.execute("SELECT MAX(version) FROM brought_to").fetchone()
    version = int(str(row[0] or 0)) if row else 0
    for file in sorted(SCHEMA.glob("*.sql")):
        if (number := int(file.name[:3])) > version:
            db.execute(file.read_bytes())
            db.execute("INSERT INTO brought_to VALUES (%s)", (number,))
