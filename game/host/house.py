"""The house has all rooms of this computer: it opens them, finds them again, knows who is in."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from game.host import decisions
from game.host.archive import (
    Lost,
    erase_seat,
    forget_old,
    forget_room,
    forget_seat,
    kept_room,
    old_rooms,
)
from game.host.authority import Authority
from game.host.decisions import Refused, asked_of, count, has_voted
from game.host.events import VERSION, Mode, Opened, Pace, encoded
from game.host.journal import Entry, Taken, Unwritten, Writer
from game.host.names import COUNT
from game.host.room import Room, Seat, new_room
from game.host.steering import ring
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.reception import Reception
from game.session.settings import spoken_language
from game.session.shelf import Shelf
from game.trial.record import Program, Trial, program
from game.trial.show import Sight
from game.trial.speech import Speech
from game.trial.view import View

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, 1, I and L to mix up
SLIP = 6  # letters of a slip
SOON, LATE = 60.0, 240.0  # seconds until a silent seat is away: with the script, and without
MOST_ROOMS = 40
NOT_OPENED = T("A room was not opened again. {why}")
GROUPS, MOST_GROUPS = 4, 12  # trials side by side: usually, and at most
MOST_VIEWS = 600  # views that are kept: a trial together needs a few, one alone one each
NO_CASE = T("There is no case “{case}” that can be played.")
TOO_MANY = T("There are too many rooms. Close one first.")
NOT_SAVED = T("The room cannot be saved here: {why}. Make some room on the disk, then try again.")
WRONG = T("That code fits no room. Look at the screen in front again.")


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Whereabouts(Protocol):
    """What the pages ask about rooms that this process does not have."""

    def claim(self, room: str) -> None: ...

    def room_of(self, code: str) -> str: ...

    def elsewhere(self, room: str) -> str | None: ...

    def tell(self, room: str) -> None: ...

    def others(self) -> list[tuple[str, Opened, int]]: ...

    @property
    def peers(self) -> tuple[str, ...]: ...


@dataclass(slots=True)
class House:
    """All rooms, by id, and what is shared by them.

    `here_until` is when each seat will be taken to be away, by room and number, unless it says
    something before; `turns` are the turn of each seat and since when it has had it; `reached` says
    whether any other device has come by; `remote` is the slip of a second desk, hashed.
    `own` is the address of this server; `deleted` are rooms that were deleted while they were open.
    """

    reception: Reception
    writer: Writer
    rooms: dict[str, Authority] = field(default_factory=dict)
    notices: list[Words] = field(default_factory=list)
    here_until: dict[tuple[str, int], float] = field(default_factory=dict)
    turns: dict[tuple[str, int], tuple[str, float]] = field(default_factory=dict)
    remote: tuple[str, float] = ("", 0.0)
    started: float = field(default_factory=time.monotonic)
    reached: bool = False
    leaving: bool = False
    city: Whereabouts | None = None
    own: str = ""
    deleted: set[str] = field(default_factory=set)
    _receptions: dict[str, Reception] = field(default_factory=dict)
    _keys: dict[str, tuple[str, int]] = field(default_factory=dict)
    _views: OrderedDict[tuple[str, int, Role, str], tuple[Sight, Trial, View]] = field(
        default_factory=OrderedDict
    )

    @property
    def shelf(self) -> Shelf:
        return self.reception.shelf

    def speech(self, language: str, file: str = "") -> Speech:
        """How people are spoken to in `language`, about the case in `file` if there is one."""
        return self.reception_in(language).speech(file)

    def reception_in(self, language: str) -> Reception:
        """The reception that speaks `language`, one of those that the game has."""
        name = spoken_language(language)
        if name not in self._receptions:
            self._receptions[name] = self.reception.in_language(name)
        return self._receptions[name]

    def resume(self) -> None:
        """Open every room of the journal that is not closed, as it was."""
        for name in self.writer.journal.rooms():
            if authority := self.resumed(name):
                self.rooms[name] = authority
        self.keep_hold()

    def resumed(self, name: str) -> Authority | None:
        """The room `name` as the journal has it; None if it is closed or cannot be opened here."""
        kept = kept_room(self.writer.journal, name)
        if kept is None or kept.closed:
            return None
        try:
            room = kept.room(self.shelf, self._program)
        except Lost as lost:
            self.notices.append(put(NOT_OPENED, why=lost.words))
            return None
        aids = tuple(entry.aid for entry in kept.entries if entry.aid)
        return Authority(room, self.writer, aids)

    def elsewhere(self, room: str) -> str | None:
        """Where `room` is, if another worker has it; nothing while it moves."""
        return self.city.elsewhere(room) if self.city else None

    def drop(self, name: str) -> None:
        """Another worker has the room `name` now: send everybody there."""
        if authority := self.rooms.pop(name, None):
            authority.ring()

    def keep_hold(self) -> None:
        """Let other processes know which rooms are open here."""
        with suppress(Unwritten):  # then they do not know it for a while
            self.writer.journal.hold(tuple(self.rooms), self.own)

    async def follow(self) -> None:
        """Take over what other processes did to the rooms here, and let go of what is over."""
        before = {name: authority.room.seq for name, authority in self.rooms.items()}
        heads = await asyncio.to_thread(self.writer.journal.heads, before)
        for name, authority in tuple(self.rooms.items()):
            head = heads.get(name, 0)
            if name in before and (head < before[name] or head > authority.ahead.seq):
                with suppress(Refused):
                    await authority.catch_up()
                self._views.clear()  # a seat may have been forgotten
            if authority.room.closed:
                self._clear(name)

    def _clear(self, name: str) -> None:
        """Forget a room that is over; whoever has a page of it open is told."""
        authority = self.rooms.pop(name, None)
        if authority is not None and authority.deleted:
            self.deleted.add(name)
        self.here_until = {at: until for at, until in self.here_until.items() if at[0] != name}
        self.turns = {at: turn for at, turn in self.turns.items() if at[0] != name}
        self._keys = {key: at for key, at in self._keys.items() if at[0] != name}

    async def forget(self, name: str, seat: int | None = None) -> None:
        """Delete what is kept of a room, or of one seat of it. Raises Refused, Taken, Unwritten."""
        journal, authority = self.writer.journal, self.rooms.get(name)
        if seat is None:
            if authority is not None and not authority.room.closed:
                await authority.act(decisions.close, "desk")
            await asyncio.to_thread(forget_room, journal, name)
            await self._end(name)
        elif authority is None:
            await asyncio.to_thread(forget_seat, journal, name, seat)
        else:
            await authority.act(partial(decisions.forget, seat=seat), "desk")
            await asyncio.to_thread(erase_seat, journal, name, seat)
        self._views.clear()  # they have seen what is to be forgotten
        if self.city:
            await asyncio.to_thread(self.city.tell, name)

    async def _end(self, name: str) -> None:
        """Tell everybody in the room `name` that it was deleted, and let go of it."""
        if authority := self.rooms.get(name):
            with suppress(Refused):
                await authority.catch_up()
        self._clear(name)

    async def forget_old(self) -> None:
        """Delete all rooms in which nothing has happened for so long. Raises Unwritten.

        What other servers have open they delete themselves.
        """
        journal, now = self.writer.journal, time.time()
        for name in await asyncio.to_thread(old_rooms, journal, now):
            if name in self.rooms:
                await asyncio.to_thread(journal.erase, name)
                await self._end(name)
        await asyncio.to_thread(forget_old, journal, now)

    def open(self, case: str, mode: Mode, groups: int = GROUPS, after: str = "") -> Room:
        """Open a new room for `case`; it is on the disk when this returns. Raises Refused.

        So many `groups` play it side by side; the class comes from the room `after`, if it is one.
        """
        shelved = self.shelf.get(case)
        if shelved is None:
            raise Refused(put(NO_CASE, case=case))
        if len(self.rooms) >= MOST_ROOMS:
            raise Refused(TOO_MANY)
        scenario, chance = shelved.scenario, secrets.SystemRandom()
        before = self.rooms.get(after)  # a class that comes along keeps its names
        usual = scenario.minutes if scenario.minutes in scenario.cuts else None
        opened = Opened(
            case=scenario.id,
            file=str(shelved.path.resolve()),
            digest=shelved.digest,
            mode=mode,
            code=self._free_code(),
            token=secrets.token_urlsafe(16),
            first=before.room.opened.first if before else chance.randrange(COUNT),
            seed=chance.randrange(2**31),
            cut=usual,
            groups=min(max(groups, 2), MOST_GROUPS) if mode is Mode.GROUPS else 0,
            after=after,
        )
        room = new_room(secrets.token_hex(8), opened, self._program(scenario, opened))
        if self.city:
            self.city.claim(room.id)
        kept = Entry(room.id, 1, time.time(), None, "desk", "opened", VERSION, encoded(opened))
        try:
            self.writer.write([kept]).result()
        except (Taken, Unwritten) as failed:
            raise Refused(put(NOT_SAVED, why=str(failed))) from failed
        with suppress(Unwritten):  # without the copy it can be told for as long as the case stays
            self.writer.journal.keep_case(room.id, self.shelf.load(shelved.path).text)
        self.rooms[room.id] = Authority(room, self.writer)
        self.keep_hold()
        if self.city:
            self.city.tell(room.id)
        return room

    def _program(self, scenario: Scenario, opened: Opened) -> Program:
        """The program of a room; a whole school at one case has it but once."""
        wanted = opened.digest, opened.cut
        others = (authority.room for authority in self.rooms.values())
        same = (o.program for o in others if (o.opened.digest, o.opened.cut) == wanted)
        return next(same, None) or program(scenario, opened.cut)

    def _free_code(self) -> str:
        taken = {authority.room.opened.code for authority in self.rooms.values()}
        while (code := f"{secrets.randbelow(10**6):06}") in taken:
            pass
        return code

    def by_code(self, code: str) -> Authority | None:
        """The open room with the six digits `code`, or the token of its QR code."""
        for authority in self.rooms.values():
            opened = authority.room.opened
            if not authority.room.closed and (
                secrets.compare_digest(opened.code.encode(), code.encode())
                or secrets.compare_digest(opened.token.encode(), code.encode())
            ):
                return authority
        return None

    def by_slip(self, slip: str) -> Authority | None:
        """The room in which `slip` was written for a seat."""
        wanted = hashed(slip)
        for authority in self.rooms.values():
            if any(seat.slip == wanted for seat in authority.room.seats.values()):
                return authority
        return None

    def is_remote(self, slip: str) -> bool:
        """Whether `slip` is that of a second desk; then it fits no more."""
        wanted, until = self.remote
        fits = secrets.compare_digest(wanted, hashed(slip)) and time.monotonic() < until
        if fits:
            self.remote = ("", 0.0)
        return fits

    def by_key(self, key: str) -> tuple[Authority, Seat] | None:
        """The seat whose browser keeps `key`, and its room."""
        wanted = hashed(key)
        name, number = self._keys.get(wanted, ("", 0))
        if authority := self.rooms.get(name):
            seat = authority.room.seats.get(number)
            if seat and seat.key == wanted and not authority.room.closed:
                return authority, seat
        return self._sought(wanted)

    def _sought(self, wanted: str) -> tuple[Authority, Seat] | None:
        """The same, looked for in all rooms; where it was is remembered."""
        self._keys.pop(wanted, None)
        for name, authority in self.rooms.items():
            if authority.room.closed:
                continue  # its class may have gone on in another room
            for seat in authority.room.seats.values():
                if seat.key == wanted:
                    self._keys[wanted] = name, seat.number
                    return authority, seat
        return None

    def hear(self, room: Room, seat: Seat, silence: float) -> None:
        """Note that the seat is here, and may be silent for so many seconds."""
        silence = 2 * silence if seat.extra else silence
        self.here_until[room.id, seat.number] = time.monotonic() + silence

    def expect(self, room: Room, here: Collection[int] | None) -> None:
        """Wait for those who were `here` where the room was before; for all if nobody knows."""
        soon = time.monotonic() + SOON
        for number in room.seats:
            expected = here is None or number in here
            self.here_until[room.id, number] = soon if expected else 0.0

    def away(self, room: Room) -> frozenset[int]:
        """The seats that have not been heard of for a while, and need not be waited for."""
        now, at_first = time.monotonic(), self.started + SOON
        return frozenset(n for n in room.seats if now > self.here_until.get((room.id, n), at_first))

    async def look_around(self) -> None:
        """Count the votes that wait only for who is away, and ring, so that streams stay open."""
        await asyncio.to_thread(self.keep_hold)
        for authority in tuple(self.rooms.values()):
            away = self.away(authority.room)
            with suppress(Refused):
                await authority.act(partial(ring, now=time.time()), "house")
                await authority.act(partial(count, away=away), "house")
            self.watch(authority.room)
            authority.beat()

    def watch(self, room: Room) -> None:
        """Note since when each seat has had the turn that it has now."""
        for seat in room.seats.values():
            ask = asked_of(room, seat) if room.pace is Pace.OPEN else None
            key = ask.key if ask and not has_voted(room, seat, ask) else ""
            if self.turns.get((room.id, seat.number), ("", 0.0))[0] != key:
                self.turns[room.id, seat.number] = key, time.monotonic()

    def minutes_at_turn(self, room: Room, seat: Seat) -> int:
        """For how many minutes `seat` has been at the turn that it has now; 0 if it has none."""
        key, since = self.turns.get((room.id, seat.number), ("", 0.0))
        return int((time.monotonic() - since) // 60) if key else 0

    def let_go(self) -> None:
        """Let other processes know that no room is open here any more."""
        with suppress(Unwritten):  # then they wait for a while
            self.writer.journal.hold((), self.own)

    def leave(self) -> None:
        """Let everybody who waits for news go."""
        self.leaving = True
        for authority in self.rooms.values():
            authority.ring()

    def view(self, room: Room, number: int, role: Role, language: str) -> View:
        """What `role` may see of the trial `number` of `room`, in `language`."""
        key, trial = (room.id, number, role, language), room.trials[number]
        known = self._views.pop(key, None)
        if known is None:
            sight = Sight(role, self.speech(language, room.opened.file))
            known = sight, trial, sight.of(trial)
            if len(self._views) >= MOST_VIEWS:
                self._views.popitem(last=False)
        elif known[1] is not trial:
            known = known[0], trial, known[0].of(trial)
        self._views[key] = known
        return known[2]


def new_slip() -> str:
    """A slip that can be read out and typed."""
    return "".join(secrets.choice(ALPHABET) for _ in range(SLIP))
