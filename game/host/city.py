"""One worker among several: it takes rooms that nobody has, and knows who has the others."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress

from msgspec import MsgspecError

from game.host.bus import RedisBus, Silent
from game.host.events import Opened, decoded
from game.host.house import House
from game.host.journal import Unwritten

BEAT = 0.35  # seconds between two looks at the leases
LEARN = 2.0  # seconds between two looks for rooms that others have opened
MEET = 3.0  # seconds between two looks at which workers there are, and who is here
MOST_PEERS = 40  # workers that a page may ask for its room when its own is silent
AGAIN = 1.0  # seconds after which a room that was taken over is looked at once more


class City:
    """The rooms of all workers, as this one knows them."""

    def __init__(self, house: House, bus: RedisBus) -> None:
        self._house, self._bus = house, bus
        self._rooms: dict[str, Opened] = {}
        self._owners: dict[str, str] = {}
        self._over: set[str] = set()  # rooms that are closed, or cannot be opened here
        self._learnt = 0.0
        self._met = 0.0
        self._told = asyncio.Event()
        self.peers: tuple[str, ...] = ()

    def claim(self, room: str) -> None:
        """Take the new `room` for this worker, where the bus can be asked."""
        try:
            self._owners.update(self._bus.hold([room]))
        except Silent as why:
            _log(why)

    def tell(self, room: str) -> None:
        """Let the other workers know at once that something was done to `room`."""
        try:
            self._bus.tell(room)
        except Silent as why:
            _log(why)

    def room_of(self, code: str) -> str:
        """The room of another worker with the six digits `code`, or the token of its QR code."""
        fits = (name for name, told in self._rooms.items() if code in (told.code, told.token))
        return next((name for name in fits if name not in self._over), "")

    def elsewhere(self, room: str) -> str | None:
        """Where `room` is: another worker's address, nothing while it moves, None if unknown."""
        if room not in self._rooms or room in self._over or room in self._house.rooms:
            return None
        owner = self._owners.get(room, "")
        return "" if owner == self._bus.own else owner

    def others(self) -> list[tuple[str, Opened, int]]:
        """The rooms of other workers: where, what is played, and how many are here there."""
        known = tuple(self._rooms.items())
        away = [(name, opened, at) for name, opened in known if (at := self.elsewhere(name))]
        counts = self._here([name for name, *_ in away])
        both = zip(away, counts, strict=True)
        return [(at, opened, len(here or ())) for (_, opened, at), here in both]

    def take_free_rooms(self) -> None:
        """Take what nobody has, before anybody is served."""
        with suppress(Silent, Unwritten):
            asyncio.run(self.look())

    async def go_on(self) -> None:
        """Look after the leases for as long as the worker lives."""
        while True:
            try:
                await self.look()
            except (Silent, Unwritten) as why:
                _log(why)
            except Exception:  # a room that cannot be read must not cost the others their leases
                logging.getLogger("uvicorn.error").exception("the leases could not be kept")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), BEAT)
            self._told.clear()

    async def listen(self) -> None:
        """Hear what others do to rooms. What is missed is seen a little later all the same."""
        while True:
            with suppress(Silent):
                async for room in self._bus.news():
                    await self._hear(room)
            await asyncio.sleep(BEAT)

    async def _hear(self, room: str) -> None:
        """Look what was done to `room`, which may be free now."""
        if room in self._house.rooms:
            with suppress(Unwritten):
                await self._house.follow()
        else:
            self._learnt = 0.0
            self._told.set()

    def leave(self) -> None:
        """Let the others have all rooms at once."""
        try:
            rooms = tuple(self._house.rooms)
            self._bus.release(rooms)
            for name in rooms:
                self._bus.tell(name)
        except Silent as why:
            _log(why)

    async def look(self) -> None:
        """Renew the leases, take rooms that nobody has, and learn who has the others."""
        if time.monotonic() > self._learnt + LEARN:
            await asyncio.to_thread(self._learn)
            self._learnt = time.monotonic()
        for name, authority in self._house.rooms.items():
            if authority.room.closed:
                self._over.add(name)
        if time.monotonic() > self._met + MEET:
            await asyncio.to_thread(self._meet)
            self._met = time.monotonic()
        wanted = {*self._rooms, *self._house.rooms} - self._over
        self._owners = await asyncio.to_thread(self._bus.hold, wanted)
        before = set(self._house.rooms)
        for name, owner in self._owners.items():
            if owner != self._bus.own:
                self._house.drop(name)
            elif name not in self._house.rooms:
                await self._take(name)
        if before != set(self._house.rooms):
            await asyncio.to_thread(self._house.keep_hold)

    def _meet(self) -> None:
        """Learn which workers there are, and note who is here."""
        house = self._house
        here = {
            name: authority.room.seats.keys() - house.away(authority.room)
            for name, authority in tuple(house.rooms.items())
        }
        found = self._bus.workers(here)
        self.peers = tuple(one for one in found if one != self._bus.own)[:MOST_PEERS]

    def _learn(self) -> None:
        journal = self._house.writer.journal
        for name in journal.rooms():
            if name in self._rooms or name in self._over:
                continue
            try:
                opened = decoded(journal.read(name)[0].payload)
            except MsgspecError:
                self._over.add(name)
                continue
            if isinstance(opened, Opened):
                self._rooms[name] = opened

    async def _take(self, name: str) -> None:
        """Become the authority over a room that nobody had."""
        authority = await asyncio.to_thread(self._house.resumed, name)
        if authority is None:
            self._over.add(name)
            await asyncio.to_thread(self._bus.release, [name])
            return
        (here,) = await asyncio.to_thread(self._here, [name])
        self._house.expect(authority.room, here)
        self._house.rooms.setdefault(name, authority)
        # Whoever had it may have been writing still, if only its lease was lost.
        asyncio.get_running_loop().call_later(AGAIN, authority.doubt)

    def _here(self, names: list[str]) -> list[list[int] | None]:
        """The seats that are here in each room; None where nobody knows."""
        try:
            return self._bus.here(names)
        except Silent:
            return [None] * len(names)


def _log(why: Exception) -> None:
    logging.getLogger("uvicorn.error").warning("%s", why)
