"""The one authority over a room: it decides, writes, and only then tells.

A decision never waits. It is made on the room as it will be (`ahead`), its entries go to the
journal, and once they are on the disk the room that everybody sees (`room`) takes the step too.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Protocol

from game.host.decisions import Events, Refused
from game.host.events import VERSION, decoded, encoded, kind
from game.host.journal import Entry, Taken, Unwritten, Writer
from game.host.room import Room, replayed
from game.scenario.words import T

Decision = Callable[[Room], Events]
NOT_WRITTEN = T(
    "This could not be saved, so it does not count. Tell your teacher: the disk of the computer "
    "that hosts the class may be full."
)
TAKEN = T("Too much happened here at the same time, so this does not count. Try again.")
DELETED = T("This class was deleted. Nothing of it is kept any more.")
REMEMBERED = 512  # actions whose answer is known without asking the journal
TRIES = 3  # to write in a room to which another process writes too
GAP = 0.025  # seconds between two rings: what comes in meanwhile is told together
BUSY = 0.01  # seconds that a ring comes late where there is much to do
HERD = 4  # events that show that a whole class is answering at once
PATIENCE = 0.2  # seconds that news may wait then, so that all answers of an instant are told once


class Listener(Protocol):
    """Whoever is told of news at once: first what it is, then it is written."""

    def news(self) -> bytes: ...

    def write(self, news: bytes) -> None: ...


class Authority:
    """Decides for one room. Everything that changes in it changes here.

    At news all `listeners` are told, and the `bell` rings; whoever waits for it takes it before
    looking at the room. `beats` counts the rings that only keep streams open.
    """

    def __init__(self, room: Room, writer: Writer, aids: tuple[str, ...] = ()) -> None:
        self.room = room
        self.ahead = room
        self.deleted = False
        self._writer = writer
        self._done: OrderedDict[str, None] = OrderedDict.fromkeys(aids[-REMEMBERED:])
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._generation = 0
        self._unsure = False
        self._looking = asyncio.Lock()
        self._looks: asyncio.Future[None] | None = None
        self.beats = 0
        self.bell = asyncio.Event()
        self.listeners: set[Listener] = set()
        self._rings: asyncio.TimerHandle | None = None
        self._rang = 0.0
        self._asked = 0.0
        self._told = room.seq

    async def act(self, decision: Decision, actor: str, aid: str | None = None) -> None:
        """Let what `decision` decides happen; it counts, and is on the disk, when this returns.

        An `aid` that is known counts as done. Raises Refused with the reason where it may not be.
        """
        if aid is not None and aid in self._done:
            return
        if aid is not None and (earlier := self._under_way.get(aid)):
            with suppress(Taken):
                await _counted(earlier)
                return
        if self._unsure and await self._look_again() and aid in self._done:
            return
        for _ in range(TRIES):
            if self.deleted:
                raise Refused(DELETED)
            if not (events := decision(self.ahead)):
                return
            try:
                await self._write(events, actor, aid)
                return
            except Taken:  # another process has written to the room: look, then decide anew
                await self._look_again()
                if aid is not None and aid in self._done:
                    return
        raise Refused(DELETED if self.deleted else TAKEN)

    async def _write(self, events: Events, actor: str, aid: str | None) -> None:
        """Write what was decided. Raises Taken, and Refused where the journal cannot be written."""
        entries = self._entries(events, actor, aid)
        reached = replayed(self.ahead, events)
        self.ahead = reached
        writing = self._writer.written(entries)
        writing.add_done_callback(partial(self._settle, reached, self._generation, aid))
        if aid is not None:
            self._under_way[aid] = writing
        await _counted(writing)

    async def catch_up(self) -> None:
        """Look again whether the journal has more, or has the room no longer. Raises Refused."""
        self._unsure = True
        await self._look_again()

    def doubt(self) -> None:
        """The same, without anybody waiting for it."""
        self._looks = asyncio.ensure_future(self.catch_up())
        self._looks.add_done_callback(lambda looked: looked.cancelled() or looked.exception())

    def _entries(self, events: Events, actor: str, aid: str | None) -> tuple[Entry, ...]:
        room, now = self.ahead, time.time()
        return tuple(
            Entry(
                room=room.id,
                seq=room.seq + number,
                at=now,
                aid=aid if number == 1 else None,
                actor=actor,
                kind=kind(event),
                v=VERSION,
                payload=encoded(event),
            )
            for number, event in enumerate(events, 1)
        )

    def _settle(
        self, reached: Room, generation: int, aid: str | None, writing: asyncio.Future[None]
    ) -> None:
        """Take the step to `reached` once it is written, or fall back."""
        if aid is not None:
            self._under_way.pop(aid, None)
        if writing.exception() is not None:
            self._fall_back(generation)
            return
        if reached.seq > self.room.seq:  # unless that was found in the journal before
            self.room = reached
        if aid is not None:
            self._done[aid] = None
            if len(self._done) > REMEMBERED:
                self._done.popitem(last=False)
        self.ring()

    def _fall_back(self, generation: int) -> None:
        """Forget what was decided since the journal failed; decisions made later stand."""
        if generation == self._generation:
            self._generation += 1
            self.ahead, self._unsure = self.room, True

    async def _look_again(self) -> bool:
        """Take over what the journal has beyond this room: a failed write may have been written.

        So is what another process has written that took the room for its own. Where the last of
        our own entries is gone, so is the room.
        """
        async with self._looking:
            while self._unsure:
                generation, room = self._generation, self.room
                try:
                    found = await asyncio.to_thread(
                        self._writer.journal.read, room.id, room.seq - 1
                    )
                except Unwritten as failed:
                    raise Refused(NOT_WRITTEN) from failed
                if generation == self._generation and room is self.room:
                    self._take_over(found[1:]) if found else self._end()
        return True

    def _end(self) -> None:
        """The room was deleted: nothing more happens in it, and whoever is in it is told."""
        self._unsure, self.deleted = False, True
        self.room = self.ahead = replace(self.room, closed=True)
        self.ring()

    def _take_over(self, entries: tuple[Entry, ...]) -> None:
        self._unsure = False
        self.room = self.ahead = replayed(self.room, [decoded(e.payload) for e in entries])
        self._done.update((entry.aid, None) for entry in entries if entry.aid)
        if entries:
            self.ring()

    def ring(self) -> None:
        """Wake all who wait for news, at once, or soon where they were woken just now."""
        if self._rings is None:
            self._asked = asyncio.get_running_loop().time()
            self._ring_at(max(self._asked, self._rang + GAP))

    def beat(self) -> None:
        """Wake all who wait, so that streams stay open."""
        self.beats += 1
        self.ring()

    def _ring_at(self, due: float) -> None:
        self._rings = asyncio.get_running_loop().call_at(due, self._ring, due)

    def _ring(self, due: float) -> None:
        now = asyncio.get_running_loop().time()
        herd = self.room.seq - self._told >= HERD and now - due > BUSY
        if herd and now - self._asked < PATIENCE:
            self._ring_at(now + GAP)
            return
        self._rings, self._rang, self._told = None, now, self.room.seq
        self.bell.set()
        self.bell = asyncio.Event()
        # In one go, so that whoever reads wakes once; waking is most of what it costs to send.
        for listener, news in [(one, one.news()) for one in tuple(self.listeners)]:
            listener.write(news)


async def _counted(writing: asyncio.Future[None]) -> None:
    """Return when it is written; whoever asked may hang up, and what was decided goes on."""
    try:
        await asyncio.shield(writing)
    except Unwritten as failed:
        raise Refused(NOT_WRITTEN) from failed
