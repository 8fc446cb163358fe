"""The one authority over a room: it decides, writes, and only then tells.

A decision never waits. It is made on the room as it will be (`ahead`), its entries go to the
journal, and once they are on the disk the room that everybody sees (`room`) takes the step too.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable

from game.host.decisions import Events, Refused
from game.host.events import VERSION, encoded, kind
from game.host.journal import Entry, Taken, Unwritten, Writer
from game.host.room import Room, replayed
from game.scenario.words import T

Decision = Callable[[Room], Events]
NOT_WRITTEN = T(
    "This could not be saved, so it does not count. Tell your teacher: the disk of the computer "
    "that hosts the class may be full."
)
REMEMBERED = 4096  # actions whose answer is known without asking the journal


class Authority:
    """Decides for one room. Everything that changes in it changes here.

    The `bell` rings at the next news; whoever waits takes it before looking at the room.
    """

    def __init__(self, room: Room, writer: Writer, aids: tuple[str, ...] = ()) -> None:
        self.room = room
        self.ahead = room
        self._writer = writer
        self._done: OrderedDict[str, None] = OrderedDict.fromkeys(aids[-REMEMBERED:])
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._generation = 0
        self.bell = asyncio.Event()

    async def act(self, decision: Decision, actor: str, aid: str | None = None) -> None:
        """Let what `decision` decides happen; it counts, and is on the disk, when this returns.

        An `aid` that is known counts as done. Raises Refused with the reason where it may not be.
        """
        if aid is not None and aid in self._done:
            return
        if aid is not None and (earlier := self._under_way.get(aid)):
            await asyncio.shield(earlier)
            return
        events = decision(self.ahead)
        if not events:
            return
        entries = self._entries(events, actor, aid)
        reached = replayed(self.ahead, events)
        self.ahead = reached
        writing = asyncio.wrap_future(self._writer.write(entries))
        going = asyncio.ensure_future(self._settle(writing, reached, self._generation, aid))
        going.add_done_callback(_heard)
        if aid is not None:
            self._under_way[aid] = going
        await asyncio.shield(going)  # whoever asked may hang up; what was decided goes on

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

    async def _settle(
        self, writing: asyncio.Future[None], reached: Room, generation: int, aid: str | None
    ) -> None:
        """Take the step to `reached` once it is written, or fall back and say so."""
        try:
            await writing
        except (Taken, Unwritten) as failed:
            self._fall_back(generation)
            raise Refused(NOT_WRITTEN) from failed
        finally:
            if aid is not None:
                self._under_way.pop(aid, None)
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
            self.ahead = self.room

    def ring(self) -> None:
        """Wake all who wait for news."""
        self.bell.set()
        self.bell = asyncio.Event()


def _heard(going: asyncio.Future[None]) -> None:
    """Whoever asked may have hung up; a failure then has nobody to be told to."""
    if not going.cancelled():
        going.exception()
