"""What the journal still has of every room, also of those that are over; and how it forgets."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from game.host.decisions import Refused
from game.host.events import (
    VERSION,
    Erased,
    Event,
    Forgotten,
    Joined,
    Mode,
    Moved,
    Opened,
    Removed,
    Seated,
    decoded,
    encoded,
    kind,
)
from game.host.journal import Entry, Journal, Taken
from game.host.names import friendly_name
from game.host.room import Room, new_room, replayed
from game.scenario.load import digest, load_text
from game.scenario.model import Scenario
from game.scenario.words import T, Words, put
from game.session.shelf import Shelf
from game.trial.record import Program, program

DAYS = 30  # after the last thing that happened in it, a room is deleted
A_DAY = 24 * 60 * 60.0
GONE = T(
    "{case}: the case has been changed or moved since this class played it, and no copy of it was "
    "kept."
)
OUTGROWN = T(
    "{case}: the case has been changed or moved since this class played it, and this version of "
    "the game cannot read the copy that was kept."
)
UNREADABLE = T("It was kept by another version of the game.")
RUNNING = T(
    "This class is open on the server {server}. Close it at its desk there, then delete it. If "
    "that server has just been switched off, wait a minute."
)
TRIES = 3  # to delete a seat from a room in which something happens


class Lost(Exception):
    """A room cannot be told from its entries any longer; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


Programmed = Callable[[Scenario, Opened], Program]


def _programmed(scenario: Scenario, opened: Opened) -> Program:
    return program(scenario, opened.cut)


@dataclass(frozen=True, slots=True)
class Kept:
    """A room as the `journal` has it."""

    name: str
    entries: tuple[Entry, ...]
    journal: Journal

    @property
    def opened(self) -> Opened | None:
        """How it was opened; None where another version of the game wrote that."""
        try:
            first = decoded(self.entries[0].payload)
        except msgspec.MsgspecError:
            return None
        return first if isinstance(first, Opened) else None

    @property
    def closed(self) -> bool:
        return any(entry.kind == "closed" for entry in self.entries)

    @property
    def at(self) -> str:
        """The day and the hour at which it was opened, as ISO 8601 has it."""
        opened = datetime.fromtimestamp(self.entries[0].at).astimezone()
        return opened.isoformat(timespec="seconds")

    @property
    def seats(self) -> frozenset[int]:
        """The numbers of all seats of which anything is kept."""
        found = set()
        for event in _events(self.entries):
            if isinstance(event, Joined) and event.key:
                found.add(event.seat)
        return frozenset(found)

    def name_of(self, seat: int) -> Words:
        """The made-up name of a seat; its number where that is all that can be read."""
        opened = self.opened
        return friendly_name(opened.first, seat) if opened else Words(str(seat))

    def room(self, shelf: Shelf, programmed: Programmed = _programmed) -> Room:
        """The room, told again. Raises Lost where its case is gone, or it cannot be read.

        Whoever has many rooms says how a case is `programmed`, so that they can share it.
        """
        opened = self.opened
        if opened is None:
            raise Lost(UNREADABLE)
        scenario = self._scenario(opened, shelf)
        try:
            events = [decoded(entry.payload) for entry in self.entries[1:]]
            case = programmed(scenario, opened)
            return replayed(new_room(self.name, opened, case), events)
        except (msgspec.MsgspecError, KeyError, AssertionError):
            raise Lost(UNREADABLE) from None

    def _scenario(self, opened: Opened, shelf: Shelf) -> Scenario:
        """The case as it was played: that on the shelf if it is the same, else the copy of it."""
        for shelved in (shelf.get(opened.case), shelf.get(opened.file)):
            if shelved is not None and shelved.digest == opened.digest:
                return shelved.scenario
        text = self.journal.case(self.name)
        if text is None or digest(text) != opened.digest:
            raise Lost(put(GONE, case=opened.case))
        loaded = load_text(text, Path(opened.file), shelf.laws_of(opened.file))
        if loaded.scenario is None:
            raise Lost(put(OUTGROWN, case=opened.case))
        return loaded.scenario


def kept_rooms(journal: Journal) -> Iterator[Kept]:
    """All rooms of the journal, the oldest first."""
    for name in journal.rooms():
        if entries := journal.read(name):
            yield Kept(name, entries, journal)


def kept_room(journal: Journal, name: str) -> Kept | None:
    """The one room called `name`."""
    entries = journal.read(name)
    return Kept(name, entries, journal) if entries else None


def old_rooms(journal: Journal, now: float) -> tuple[str, ...]:
    """The rooms in which nothing has happened for so long that they are to be deleted."""
    return journal.silent(now - DAYS * A_DAY)


def forget_old(journal: Journal, now: float) -> None:
    """Delete the old rooms that no server has open: it deletes those itself. Raises Unwritten."""
    for name in old_rooms(journal, now):
        if not journal.held(name):
            journal.erase(name)


def forget_room(journal: Journal, name: str) -> None:
    """Delete all that is kept of a room. Raises Unwritten, and Refused where a server has it open.

    One that is over is deleted whoever had it: nothing can happen in it any more.
    """
    kept = kept_room(journal, name)
    if kept is not None and not kept.closed and (servers := journal.held(name)):
        raise Refused(put(RUNNING, server=", ".join(servers)))
    journal.erase(name)


def forget_seat(journal: Journal, name: str, seat: int) -> None:
    """Delete what is kept of a seat. Raises Taken, Unwritten.

    A server that has the room open finds it in the journal, and lets the seat go.
    """
    gone = Forgotten(seat)
    for _ in range(TRIES):
        if (seq := journal.head(name) + 1) == 1:
            return  # all of it was deleted meanwhile
        last = Entry(name, seq, time.time(), None, "desk", kind(gone), VERSION, encoded(gone))
        if all(journal.append([[last]])):
            erase_seat(journal, name, seat)
            return
    raise Taken(f"{name} {seq}")


def erase_seat(journal: Journal, name: str, seat: int) -> None:
    """Erase what was kept of a seat that is forgotten. Raises Unwritten."""
    journal.rewrite(blanked(journal.read(name), seat))


def blanked(entries: Sequence[Entry], seat: int) -> tuple[Entry, ...]:
    """Those of `entries` that tell something of `seat`, without it.

    That somebody came and sat down in a role stays, with no key, language or answer: what the
    teams did afterwards could not be told without it.
    """
    found = []
    opened = decoded(entries[0].payload)
    shared = isinstance(opened, Opened) and opened.mode is not Mode.EACH
    kept = Forgotten | Moved if shared else Forgotten  # a shared trial has a number, too
    for entry in entries:
        event = decoded(entry.payload)
        if getattr(event, "seat", None) != seat or isinstance(event, kept):
            continue
        less = _less(event)
        found.append(replace(entry, aid=None, actor="", kind=kind(less), payload=encoded(less)))
    return tuple(found)


def _less(event: Event) -> Event:
    if isinstance(event, Joined):
        return Joined(event.seat, "", "", event.role, event.job, event.court)
    return event if isinstance(event, Seated | Removed) else Erased()


def _events(entries: Iterable[Entry]) -> Iterator[Event]:
    """The events that this version of the game can read."""
    for entry in entries:
        try:
            yield decoded(entry.payload)
        except msgspec.MsgspecError:
            continue
