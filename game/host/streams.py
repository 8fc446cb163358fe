"""News for open pages: a stream that sends what has changed, and a long poll with the same."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from game.host.authority import Authority
from game.host.guards import WIRE
from game.host.house import House
from game.host.page import Page, Prints, Shown, with_mine

LONG = 20.0  # seconds that a poll waits for news
PADDING = b": " + b" " * 2048 + b"\n\n"  # some proxies hold back the first two thousand letters
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"transfer-encoding", b"chunked"),
]
STILL_HERE = b": still here\n\n"
BEHIND = 32 * 1024  # octets that wait for a reader until nothing more is sent
SOON = 0.25  # seconds until it is looked whether a slow reader has caught up
AT_A_GLANCE = 0.5  # seconds between two changes of a page that shows the whole class
ShownFrom = Callable[[int], Shown]


@dataclass(slots=True)
class Lost(Exception):
    """The page that wanted news is no longer there: its seat was removed, or it is elsewhere."""

    event: str


class Stream:
    """Every change of a page, from line `first` on, until the house is left, as an ASGI answer.

    Whoever reads slowly gets fewer and larger changes: each is worked out when it can be sent.
    `page` raises Lost where it is gone; the reader is told so. `token` is the reader's own, and
    `rest` how many seconds a page that takes long to make is left alone after it has changed.

    A piece of news is written to the connection as soon as the room rings, without a task that
    wakes for each reader: that is half of what a school costs.
    """

    __slots__ = (
        "_authority", "_beats", "_before", "_first", "_house", "_later", "_over", "_page", "_rest",
        "_sent", "_task", "_token", "_wire",
    )  # fmt: skip

    def __init__(
        self,
        house: House,
        authority: Authority,
        page: ShownFrom,
        first: int,
        token: bytes = b"",
        rest: float = 0.0,
    ) -> None:
        self._house, self._authority, self._page = house, authority, page
        self._first, self._token, self._rest = first, token, rest
        self._sent: Prints = ()
        self._before: Shown | None = None
        self._beats = authority.beats
        self._later: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._over = False
        self._wire: asyncio.WriteTransport | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream until it ends or the reader has hung up."""
        if WIRE not in scope or scope["http_version"] == "1.0":
            raise HTTPException(505)  # the page goes on by the long poll
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": PADDING, "more_body": True})
        self._wire = scope[WIRE]
        self._task = asyncio.current_task()
        self._authority.listeners.add(self)
        try:
            self.write(self.news())
            await _hung_up(receive)
        except asyncio.CancelledError:
            if not self._over or self._task is None:
                raise
            self._task.uncancel()
        finally:
            self._authority.listeners.discard(self)
            if self._later:
                self._later.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def news(self) -> bytes:
        """What is new, to be written now; nothing where the reader can take no more yet."""
        assert self._wire is not None
        if self._over or (self._later is not None and not self._house.leaving):
            return b""
        if self._wire.get_write_buffer_size() > BEHIND:
            self._again(SOON)
            return b""
        if self._house.leaving:
            return self._last("bye")
        try:
            return self._told(self._page(self._first))
        except Lost as lost:
            return self._last(lost.event)
        except Exception:  # one page that cannot be made must not keep news from the others
            logging.getLogger("uvicorn.error").exception("a page could not be made")
            return self._last("bye")

    def write(self, news: bytes) -> None:
        """Write `news` to the connection; after the last of them the stream ends."""
        if not news or self._wire is None:
            return
        self._wire.write(b"%x\r\n%b\r\n" % (len(news), news))
        if self._over and self._task:
            self._task.cancel()

    def _told(self, shown: Shown) -> bytes:
        """What brings the reader to the page that is `shown`."""
        is_beat, self._beats = self._authority.beats != self._beats, self._authority.beats
        if shown is self._before or (shown.prints == self._sent and not shown.page.lines):
            return STILL_HERE if is_beat else b""
        news, self._sent = shown.news(self._sent), shown.prints
        self._before, self._first = shown, shown.end
        if self._rest:
            self._again(self._rest)
        return with_mine(news, self._token)

    def _again(self, seconds: float) -> None:
        self._later = asyncio.get_running_loop().call_later(seconds, self._catch_up)

    def _catch_up(self) -> None:
        self._later = None
        self.write(self.news())

    def _last(self, event: str) -> bytes:
        self._over = True
        return f"event: {event}\ndata: .\n\n".encode()


async def _hung_up(receive: Receive) -> None:
    """Return when the reader is gone."""
    while (await receive())["type"] != "http.disconnect":
        continue


async def poll(
    house: House, authority: Authority, page: Callable[[int], Page], first: int, after: int
) -> bytes:
    """The page once something has come after the event `after`, or after a while. Raises Lost."""
    with_patience = asyncio.get_running_loop().time() + LONG
    while authority.room.seq <= after and not house.leaving:
        left = with_patience - asyncio.get_running_loop().time()
        if left <= 0:
            break
        try:
            await asyncio.wait_for(authority.bell.wait(), left)
        except TimeoutError:
            break
    return msgspec.json.encode(page(first))
