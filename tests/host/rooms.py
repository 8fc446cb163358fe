"""A room for tests: opened by hand, with verbs that decide and happen in one go."""

from __future__ import annotations

from msgspec.structs import replace

from game.host import decisions
from game.host.events import Mode, Moved, Opened, Pace
from game.host.room import Room, Seat, after, new_room, replayed
from game.scenario.model import Scenario
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
