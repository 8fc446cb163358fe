"""The house has all rooms of this computer: it opens them, finds them again, knows who is in."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import msgspec
from msgspec.structs import replace

from game.host.authority import Authority
from game.host.decisions import Refused, count
from game.host.events import VERSION, Closed, Mode, Opened, decoded, encoded
from game.host.journal import Entry, Taken, Unwritten, Writer
from game.host.names import COUNT
from game.host.room import Room, Seat, new_room, replayed
from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.reception import Reception
from game.session.settings import spoken_language
from game.session.shelf import Shelf
from game.trial.record import Trial, program
from game.trial.show import Sight
from game.trial.speech import Speech
from game.trial.view import View

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, 1, I and L to mix up
SLIP = 6  # letters of a slip
SOON, LATE = 60.0, 240.0  # seconds until a silent seat is away: with the script, and without
MOST_ROOMS = 40
MOST_VIEWS = 600  # views that are kept: a trial together needs a few, one alone one each
GONE = T("{case}: the case has been changed or moved since, so its room was not opened again.")
UNREADABLE = T("A room was kept by another version of the game, so it was not opened again.")
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


@dataclass(slots=True)
class House:
    """All rooms, by id, and what is shared by them.

    `here_until` is when each seat will be taken to be away, by room and number, unless it says
    something before; `reached` says whether any other device has come by.
    """

    reception: Reception
    writer: Writer
    rooms: dict[str, Authority] = field(default_factory=dict)
    notices: list[Words] = field(default_factory=list)
    here_until: dict[tuple[str, int], float] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)
    reached: bool = False
    leaving: bool = False
    city: Whereabouts | None = None
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
            own = self.reception
            spoken = replace(own.settings, language=name)
            self._receptions[name] = Reception(own.shelf, own.locales, own.home, spoken)
        return self._receptions[name]

    def resume(self) -> None:
        """Open every room of the journal that is not closed, as it was."""
        for name in self.writer.journal.rooms():
            if authority := self.resumed(name):
                self.rooms[name] = authority

    def resumed(self, name: str) -> Authority | None:
        """The room `name` as the journal has it; None if it is closed or cannot be opened here."""
        try:
            return self._resumed(name)
        except (msgspec.MsgspecError, KeyError, AssertionError):
            self.notices.append(UNREADABLE)
            return None

    def drop(self, name: str) -> None:
        """Another worker has the room `name` now: send everybody there."""
        if authority := self.rooms.pop(name, None):
            authority.ring()

    def _resumed(self, name: str) -> Authority | None:
        first, *rest = self.writer.journal.read(name)
        opened = decoded(first.payload)
        assert isinstance(opened, Opened)
        events = [decoded(entry.payload) for entry in rest]
        if events and isinstance(events[-1], Closed):
            return None
        shelved = self.shelf.get(opened.case) or self.shelf.get(opened.file)
        if shelved is None or shelved.digest != opened.digest:
            self.notices.append(put(GONE, case=opened.case))
            return None
        room = replayed(new_room(name, opened, program(shelved.scenario, opened.cut)), events)
        aids = tuple(entry.aid for entry in rest if entry.aid)
        return Authority(room, self.writer, aids)

    def open(self, case: str, mode: Mode, cut: int | None = None) -> Room:
        """Open a new room for `case`; it is on the disk when this returns. Raises Refused."""
        shelved = self.shelf.get(case)
        if shelved is None:
            raise Refused(put(NO_CASE, case=case))
        if len(self.rooms) >= MOST_ROOMS:
            raise Refused(TOO_MANY)
        scenario, chance = shelved.scenario, secrets.SystemRandom()
        usual = scenario.minutes if scenario.minutes in scenario.cuts else None
        opened = Opened(
            case=scenario.id,
            file=str(shelved.path.resolve()),
            digest=shelved.digest,
            mode=mode,
            code=self._free_code(),
            token=secrets.token_urlsafe(16),
            first=chance.randrange(COUNT),
            seed=chance.randrange(2**31),
            cut=cut if cut in scenario.cuts else usual,
        )
        room = new_room(secrets.token_hex(8), opened, program(scenario, opened.cut))
        if self.city:
            self.city.claim(room.id)
        kept = Entry(room.id, 1, time.time(), None, "desk", "opened", VERSION, encoded(opened))
        try:
            self.writer.write([kept]).result()
        except (Taken, Unwritten) as failed:
            raise Refused(put(NOT_SAVED, why=str(failed))) from failed
        self.rooms[room.id] = Authority(room, self.writer)
        return room

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

    def by_key(self, key: str) -> tuple[Authority, Seat] | None:
        """The seat whose browser keeps `key`, and its room."""
        wanted = hashed(key)
        name, number = self._keys.get(wanted) or self._sought(wanted)
        authority = self.rooms.get(name)
        seat = authority.room.seats.get(number) if authority else None
        if authority is None or seat is None or seat.key != wanted or authority.room.closed:
            self._keys.pop(wanted, None)
            return None
        self._keys[wanted] = name, number
        return authority, seat

    def _sought(self, wanted: str) -> tuple[str, int]:
        for name, authority in self.rooms.items():
            for seat in authority.room.seats.values():
                if seat.key == wanted:
                    return name, seat.number
        return "", 0

    def hear(self, room: Room, seat: Seat, silence: float) -> None:
        """Note that the seat is here, and may be silent for so many seconds."""
        self.here_until[room.id, seat.number] = time.monotonic() + silence

    def away(self, room: Room) -> frozenset[int]:
        """The seats that have not been heard of for a while, and need not be waited for."""
        now, at_first = time.monotonic(), self.started + SOON
        return frozenset(n for n in room.seats if now > self.here_until.get((room.id, n), at_first))

    async def look_around(self) -> None:
        """Count the votes that wait only for who is away, and ring, so that streams stay open."""
        for authority in self.rooms.values():
            away = self.away(authority.room)
            with suppress(Refused):
                await authority.act(partial(count, away=away), "house")
            authority.beat()

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
