"""News for open pages: a stream that sends what has changed, and a long poll with the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from game.host.authority import Authority
from game.host.house import House
from game.host.seat import Page

LONG = 20.0  # seconds that a poll waits for news
AT_A_GLANCE = 0.5  # seconds between two changes of a page that shows the whole class
PADDING = b": " + b" " * 2048 + b"\n\n"  # some proxies hold back the first two thousand letters
HEADERS = {"cache-control": "no-store, no-transform", "x-accel-buffering": "no"}
PageFrom = Callable[[int], Page]


@dataclass(slots=True)
class Lost(Exception):
    """The page that wanted news is no longer there: its seat was removed, or it is elsewhere."""

    event: str


async def stream(
    house: House, authority: Authority, page: PageFrom, first: int, pause: float = 0.0
) -> AsyncIterator[bytes]:
    """Every change of `page`, from line `first` on, until the house is left.

    Whoever reads slowly gets fewer and larger changes: each is worked out when it can be sent, and
    not before `pause` seconds after the last.
    `page` raises Lost where it is gone; the reader is told so.
    """
    sent: dict[str, str] = {}
    yield PADDING
    while not house.leaving:
        bell = authority.bell
        try:
            now = page(first)
        except Lost as lost:
            yield f"event: {lost.event}\ndata: .\n\n".encode()
            return
        changed = tuple(part for part in now.regions if sent.get(part.id) != part.print)
        if changed or now.lines or not sent:
            sent.update((part.id, part.print) for part in changed)
            first = now.first + len(now.lines)
            news = msgspec.json.encode(replace(now, regions=changed))
            yield b"id: %d\ndata: %s\n\n" % (now.seq, news)
        else:
            yield b": still here\n\n"
        await asyncio.sleep(pause)
        await bell.wait()
    yield b"event: bye\ndata: .\n\n"


async def poll(house: House, authority: Authority, page: PageFrom, first: int, after: int) -> bytes:
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
