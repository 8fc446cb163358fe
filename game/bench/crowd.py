"""A school of browsers in a process of its own: they join, listen, vote, and note what they saw.

Each student has one connection for the stream and one for everything else, as a browser has. What
the server sends is looked into only as far as the next answer needs it, so that the crowd costs
little beside what it measures.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

LOCAL = "127.0.0.1"
AT_ONCE = 64  # requests that the crowd has under way while it comes in
ID = re.compile(rb"id: (\d+)\n")
TURN = re.compile(
    rb'"name":"page","value":"(\w+)".{1,60}"name":"revision","value":"(\d+)"'
    rb'.{1,60}"name":"ask","value":"([^"]+)"'
)
PICK = re.compile(rb'"name":"pick","value":"([^"]+)"')
COOKIE = re.compile(rb"set-cookie: ((?:seat|desk)=[^;]+)", re.IGNORECASE)
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one request, and when."""

    status: int
    head: bytes
    body: bytes
    at: float

    @property
    def cookie(self) -> str:
        """The cookie of a seat or of a desk that came along."""
        found = COOKIE.search(self.head)
        return found[1].decode() if found else ""


class Asking(asyncio.Protocol):
    """One connection on which requests are made one after the other, and answered in order."""

    def __init__(self) -> None:
        self._due: deque[asyncio.Future[Answer]] = deque()
        self._come = b""
        self._transport: asyncio.Transport | None = None
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        while self._due:
            self._due.popleft().set_exception(ConnectionResetError())

    def leave(self) -> None:
        """Hang up."""
        if self._transport:
            self._transport.close()

    def ask(self, request: bytes) -> asyncio.Future[Answer]:
        """The answer to `request`, to be waited for."""
        due: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        if self.lost or self._transport is None:
            due.set_exception(ConnectionResetError())
            return due
        self._due.append(due)
        self._transport.write(request)
        return due

    def data_received(self, data: bytes) -> None:
        self._come += data
        while self._due and (end := self._come.find(b"\r\n\r\n")) >= 0:
            head = self._come[:end]
            found = LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self._come) < whole:
                return
            body, self._come = self._come[end + 4 : whole], self._come[whole:]
            due = self._due.popleft()
            if not due.done():
                now = asyncio.get_running_loop().time()
                due.set_result(Answer(int(head[9:12]), head, body, now))


@dataclass(slots=True)
class Class:
    """One room as its students see it: by when all of them had come to each event."""

    id: str
    code: str
    size: int = 0
    reached: dict[int, int] = field(default_factory=dict)
    seen_by_all: dict[int, float] = field(default_factory=dict)

    def come_to(self, before: int, now: int, at: float) -> None:
        """One of the room has come from event `before` to event `now`."""
        for seq in range(before + 1, now + 1):
            count = self.reached[seq] = self.reached.get(seq, 0) + 1
            if count == self.size:
                self.seen_by_all[seq] = at
                del self.reached[seq]


@dataclass(slots=True)
class Student(asyncio.Protocol):
    """One of a class: the stream of its seat, what it would answer now, the turn it last did."""

    room: Class
    number: int
    cookie: str = ""
    asking: Asking = field(default_factory=Asking)
    seq: int = 0
    page: str = ""
    revision: int = 0
    turn: str = ""
    pick: str = ""
    said: str = ""
    frames: int = 0
    octets: int = 0
    _come: bytes = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(request("GET", "/seat/stream?lines=0", self.cookie))

    def data_received(self, data: bytes) -> None:
        self.octets += len(data)
        *frames, self._come = (self._come + data).split(b"\n\n\r\n")
        for frame in frames:
            if found := ID.search(frame):
                self.frames += 1
                self._see(int(found[1]), frame)

    def _see(self, seq: int, frame: bytes) -> None:
        if self.seq:
            self.room.come_to(self.seq, seq, asyncio.get_running_loop().time())
        self.seq = seq
        if b'["turn",' not in frame:
            return
        found, pick = TURN.search(frame), PICK.search(frame)
        if found and pick:
            self.page, self.turn, self.pick = found[1].decode(), found[3].decode(), pick[1].decode()
            self.revision = int(found[2])
        else:
            self.turn = ""

    @property
    def is_asked(self) -> bool:
        """Whether there is a turn that it has not answered."""
        return bool(self.turn) and self.turn != self.said

    def act(self, aid: str) -> asyncio.Future[Answer]:
        """Hand in the pick for the turn that is open."""
        self.said = self.turn
        given = (
            f'{{"aid":"{aid}","page":"{self.page}","revision":{self.revision},'
            f'"ask":"{self.turn}","picks":["{self.pick}"]}}'
        )
        return self.asking.ask(request("POST", "/seat/act", self.cookie, given.encode()))


def request(method: str, path: str, cookie: str = "", body: bytes | None = None) -> bytes:
    """A request as a browser would send it, without what does not matter here."""
    kind = "json" if body and body[:1] == b"{" else "x-www-form-urlencoded"
    sent = f"content-type: application/{kind}\r\ncontent-length: {len(body)}\r\n" if body else ""
    head = f"{method} {path} HTTP/1.1\r\nhost: {LOCAL}\r\ncookie: {cookie}\r\n{sent}\r\n"
    return head.encode() + (body or b"")


def form(path: str, cookie: str, **fields: str) -> bytes:
    """A form, handed in."""
    return request("POST", path, cookie, urlencode(fields).encode())


async def side_by_side(
    work: Callable[[Student], Awaitable[Done]], students: Iterable[Student]
) -> list[Done]:
    """`work` for each of the `students`, not too many at a time."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(student: Student) -> Done:
        async with free:
            return await work(student)

    return list(await asyncio.gather(*(one(student) for student in students)))


def itself(student: Student) -> Student:
    """What a connection is to speak to."""
    return student
