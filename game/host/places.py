"""What those see alike who sit at one place: worked out once for all of them, and only anew."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from game.host.decisions import alike_asks, asked_of
from game.host.events import Pace, Picks
from game.host.jobs import concerns
from game.host.page import Shown
from game.host.room import Room, Seat
from game.host.tasks import READERS
from game.host.tree import Region, region
from game.scenario.steps import Ask
from game.scenario.words import T, Translate, Words
from game.trial.record import Trial, open_asks
from game.trial.view import Line, View

Regions = tuple[Region, ...]


@dataclass(slots=True)
class Place:
    """What all see alike who have one role or job in one trial and read one language.

    `standing` changes with the trial only. `parts` are made when first asked for and kept while
    the trial stands still, `teams` and `readers` while all keep their `seats`, `shown` while the
    whole room stands still.
    """

    court: int
    trial: Trial
    pace: Pace
    turnout: Turnout
    view: View
    heard: tuple[Line, ...]
    standing: Regions
    asks: tuple[Ask, ...]
    room: Room
    seats: Mapping[int, Seat] = field(default_factory=dict)
    readers: tuple[int, ...] = ()
    ballots: tuple[Mapping[int, Picks], ...] = ()
    teams: dict[str, tuple[Seat, ...]] = field(default_factory=dict)
    parts: dict[Hashable, Regions] = field(default_factory=dict)
    shown: dict[Hashable, Shown] = field(default_factory=dict)
    asked: dict[int, tuple[list[Picks | None], Ask | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at(self.room)

    def holds(self, room: Room, seat: Seat) -> bool:
        """Whether `seat`, which sat here, still does."""
        return self.trial is room.trial_of(seat) and self.pace is room.pace

    def at(self, room: Room) -> None:
        """Go on to `room`; what each plays alone does not change with what others do."""
        self.room = room
        self.ballots = tuple(room.ballots.get(ask.key, {}) for ask in self.asks)
        if room.together:
            self.shown.clear()
        if self.seats is not room.seats:
            self.seats = room.seats
            self.readers = tuple(one.number for one in room.at(self.court) if one.place in READERS)
            self.teams.clear()

    def team(self, ask: Ask) -> tuple[Seat, ...]:
        """The seats whose ballots decide on `ask`."""
        if ask.key not in self.teams:
            self.teams[ask.key] = self.room.voters(ask, self.court)
        return self.teams[ask.key]

    def ask_of(self, seat: Seat) -> Ask | None:
        """The turn that `seat` may answer. With a job it depends on what the seat has said."""
        if self.pace is Pace.WAITING:
            return None
        if seat.role:
            return next((ask for ask in self.asks if ask.role is seat.role), None)
        said = [cast.get(seat.number) for cast in self.ballots]
        known = self.asked.get(seat.number)
        if known is None or known[0] != said:
            known = self.asked[seat.number] = said, asked_of(self.room, seat)
        return known[1]

    def cast_by(self, seat: Seat, ask: Ask | None) -> Picks | None:
        """What `seat` has said on `ask`."""
        return self.room.ballots.get(ask.key, {}).get(seat.number) if ask else None


@dataclass(slots=True)
class Turnout:
    """How many of those who are asked in one trial have answered, whatever they said.

    All places there are told the same, so it is counted once for them.
    """

    court: int
    room: Room | None = None
    asks: tuple[str, ...] = ()
    may: frozenset[int] = frozenset()
    told: dict[str, Region] = field(default_factory=dict)

    def region(self, room: Room, language: str, say: Translate) -> Region:
        """The part of a page that tells it as it is in `room`."""
        if self.room is not room:
            self._at(room)
        if language not in self.told:
            words = self._words(room)
            self.told[language] = region("tally", say(words) if words else None)
        return self.told[language]

    def _at(self, room: Room) -> None:
        before, self.room = self.room, room
        self.told.clear()
        trial = room.trials[self.court]
        if before and before.seats is room.seats and before.trials[self.court] is trial:
            return
        asks = open_asks(trial)
        alike = alike_asks(trial, asks[0]) if asks else ()
        asked = (s.number for s in room.at(self.court) if any(is_put_to(room, s, a) for a in alike))
        self.asks, self.may = tuple(ask.key for ask in alike), frozenset(asked)

    def _words(self, room: Room) -> Words | None:
        if not self.asks or room.pace is Pace.WAITING:
            return None
        said = {number for ask in self.asks for number in room.ballots.get(ask, {})}
        n = len(self.may & said)
        return T("{n} of {of} have answered.", n=n, of=len(self.may))


def is_put_to(room: Room, seat: Seat, ask: Ask) -> bool:
    """Whether `seat` is asked `ask`, by its role or its job."""
    if seat.muted:
        return False
    return ask.role is seat.role if seat.role else concerns(room.program, seat.job, ask)
