"""A room for tests: opened by hand, with verbs that decide and happen in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

import pytest
from msgspec.structs import replace

from game.host import decisions
from game.host.archive import Kept, kept_room
from game.host.events import VERSION, Event, Mode, Moved, Opened, Pace, encoded, kind
from game.host.journal import Entry, Journal
from game.host.room import Room, Seat, after, new_room, replayed
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.scenario.words import Words
from game.session.robots import ROBOTS
from game.trial.record import program
from game.trial.scoring import best_picks


def opened(case: Scenario, mode: Mode) -> Opened:
    groups = 4 if mode is Mode.GROUPS else 0
    start = Opened(case.id, "case.yaml", "digest", mode, "123456", "token", first=7, seed=3)
    return replace(start, groups=groups)


class Played:
    """A room and everything that happened in it."""

    def __init__(self, case: Scenario, mode: Mode) -> None:
        self.start = new_room("r", opened(case, mode), program(case))
        self.room: Room = self.start
        self.events: list = []

    def happen(self, events):
        for event in events:
            self.room = after(self.room, event)
            self.events.append(event)
        return events

    def join(self, role=None) -> int:
        self.happen(decisions.join(self.room, f"key {self.room.joined}", "en", role))
        return self.room.joined

    def open(self):
        self.happen(decisions.pace(self.room, Pace.OPEN))

    def seat(self, number: int) -> Seat:
        return self.room.seats[number]

    def best(self, number: int):
        ask = decisions.asked_of(self.room, self.seat(number))
        return best_picks(ask, self.room.trial_of(self.seat(number)).answers)

    def answer(self, number: int, picks=None, away=frozenset()):
        trial = self.room.trial_of(self.seat(number))
        ask = decisions.asked_of(self.room, self.seat(number))
        picks = self.best(number) if picks is None else picks
        revision = len(trial.moves)
        key = ask.key if ask else ""
        return self.happen(decisions.answer(self.room, number, revision, key, tuple(picks), away))

    def moves(self) -> int:
        return sum(isinstance(event, Moved) for event in self.events)

    def replayed(self) -> Room:
        return replayed(self.start, self.events)


def why(call: Callable[..., object], *given: object) -> Words:
    """Why what is asked for is refused."""
    with pytest.raises(decisions.Refused) as refused:
        call(*given)
    return refused.value.words


def played(case: Scenario, mode: Mode, seats: int, seed: int = 1) -> Played:
    """A class in which some answer as well as can be and others by lot, to the end."""
    chance, room = Random(seed), Played(case, mode)
    for number in range(seats):
        room.join(list(Role)[number % 3] if mode is Mode.EACH else None)
    if mode is not Mode.EACH:
        room.open()
    went_on = True
    while went_on:
        went_on = False
        for seat in tuple(room.room.seats.values()):
            ask = decisions.asked_of(room.room, seat)
            cast = room.room.ballots.get(ask.key, {}) if ask else {}
            if ask is None or seat.number in cast:
                continue
            trial = room.room.trial_of(seat)
            able = chance.random() < 0.25 + 0.6 * (seat.number % 2)
            room.answer(seat.number, None if able else ROBOTS["random"](trial, ask, chance))
            went_on = True
    return room


def entries(name: str, events: Iterable[Event], at: float) -> list[Entry]:
    """`events` as the journal keeps them."""
    return [
        Entry(name, number, at, f"a{number}", "seat", kind(event), VERSION, encoded(event))
        for number, event in enumerate(events, 1)
    ]


def kept(journal: Journal, room: Played, at: float = 1000.0) -> Kept | None:
    """A class that was played by hand, as it is in the journal."""
    journal.append([entries("r", (room.start.opened, *room.events), at)])
    return kept_room(journal, "r")
