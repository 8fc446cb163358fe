"""A room is one class at one case: who sits where, and every trial that is played in it.

It is a value. `after` gives the room after an event and decides nothing, so reading the journal
again always leads to the same room; what may happen is said in `decisions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TypeVar

from game.host.events import (
    Cast,
    Closed,
    Doored,
    Erased,
    Event,
    Forgotten,
    Handed,
    Joined,
    Mode,
    Moved,
    Opened,
    Pace,
    Paced,
    Picks,
    Removed,
    Seated,
    Slipped,
    Spoke,
    Stepped,
)
from game.host.names import friendly_name
from game.scenario.steps import Role
from game.scenario.words import Words
from game.session.session import with_script
from game.trial.record import Move, Program, Trial, begin, open_ask
from game.trial.record import after as after_move

COURT = 0  # the number of the trial that all play together; no seat has it
Of = TypeVar("Of")
SEATING = Joined | Seated | Removed | Forgotten  # after these, a chair may be empty


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the room; without a `role` it is on the public benches.

    `key` is the hash of what its browser keeps, `slip` that of the slip it may move with.
    """

    number: int
    name: Words
    key: str
    language: str
    role: Role | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A class at a case. `trials` are by number of the seat, or only the COURT's.

    `ballots` are what each seat last said on a turn, by the key of the turn; `joined` counts all
    seats that there ever were.
    """

    id: str
    opened: Opened
    program: Program
    seats: Mapping[int, Seat] = field(default_factory=dict)
    trials: Mapping[int, Trial] = field(default_factory=dict)
    ballots: Mapping[str, Mapping[int, Picks]] = field(default_factory=dict)
    pace: Pace = Pace.OPEN
    by_hand: bool = False
    door: bool = True
    closed: bool = False
    joined: int = 0
    seq: int = 1

    @property
    def together(self) -> bool:
        return self.opened.mode is Mode.TOGETHER

    def trial_of(self, seat: Seat) -> Trial:
        """The trial that `seat` takes part in."""
        return self.trials[COURT if self.together else seat.number]

    def team(self, role: Role | None) -> tuple[Seat, ...]:
        """The seats of `role` (None: of the public), the speaker first."""
        return tuple(seat for seat in self.seats.values() if seat.role is role)


def new_room(id_: str, opened: Opened, program: Program) -> Room:
    """The room that `opened` opens; `program` is the case that it names, read and cut."""
    room = Room(id_, opened, program)
    if not room.together:
        return room
    court = begin(program, opened.seed, opened.feedback)
    return replace(room, trials={COURT: court}, pace=Pace.WAITING)


def replayed(room: Room, events: Iterable[Event]) -> Room:
    """`room` after all of `events`."""
    return reduce(after, events, room)


def after(room: Room, event: Event) -> Room:
    """`room` after `event`, and after all that empty chairs then say; `room` is unchanged."""
    room = replace(_changed(room, event), seq=room.seq + 1)
    if isinstance(event, SEATING | Moved | Paced) and room.together:
        return _with_empty_chairs(room)
    return room


def _changed(room: Room, event: Event) -> Room:
    match event:
        case Joined():
            return _joined(room, event)
        case Spoke():
            return _with_seat(room, replace(room.seats[event.seat], language=event.language))
        case Cast():
            cast = {**room.ballots.get(event.ask, {}), event.seat: event.picks}
            return replace(room, ballots={**room.ballots, event.ask: cast})
        case Moved():
            return _moved(room, event)
        case Paced():
            return replace(room, pace=event.pace)
        case Stepped():
            return replace(room, by_hand=event.by_hand)
        case Seated():
            return _seated(room, event)
        case Removed():
            return replace(room, seats=_without(event.seat, room.seats))
        case Forgotten():
            return _forgotten(room, event.seat)
        case Erased():
            return room
        case Doored():
            return replace(room, door=event.open)
        case Slipped():
            return _with_seat(room, replace(room.seats[event.seat], slip=event.slip))
        case Handed():
            return _with_seat(room, replace(room.seats[event.seat], key=event.key, slip=""))
        case Closed():
            return replace(room, closed=True)
        case Opened():
            raise ValueError("a room opens once")


def _with_seat(room: Room, seat: Seat) -> Room:
    return replace(room, seats={**room.seats, seat.number: seat})


def _joined(room: Room, event: Joined) -> Room:
    name = friendly_name(room.opened.first, event.seat)
    seat = Seat(event.seat, name, event.key, event.language, event.role)
    room = replace(_with_seat(room, seat), joined=max(room.joined, event.seat))
    return room if room.together else _begun(room, seat)


def _begun(room: Room, seat: Seat) -> Room:
    """`room` with a trial for `seat` alone; neighbours see choices in another order."""
    assert seat.role is not None
    opened = room.opened
    trial = begin(room.program, opened.seed + seat.number, opened.feedback)
    return _with_trial(room, seat.number, with_script(trial, frozenset({seat.role})))


def _seated(room: Room, event: Seated) -> Room:
    seat = replace(room.seats[event.seat], role=event.role)
    room = _with_seat(room, seat)
    return room if room.together else _begun(room, seat)


def _moved(room: Room, event: Moved) -> Room:
    trial = after_move(room.trials[event.seat], Move(event.role, event.picks, event.ask))
    if event.seat != COURT:
        trial = with_script(trial, frozenset({event.role}))
    return _with_trial(room, event.seat, trial)


def _forgotten(room: Room, seat: int) -> Room:
    return replace(
        room,
        seats=_without(seat, room.seats),
        trials=_without(seat, room.trials),
        ballots={ask: _without(seat, cast) for ask, cast in room.ballots.items()},
    )


def _without(number: int, of_seats: Mapping[int, Of]) -> dict[int, Of]:
    return {seat: of_seat for seat, of_seat in of_seats.items() if seat != number}


def _with_trial(room: Room, number: int, trial: Trial) -> Room:
    return replace(room, trials={**room.trials, number: trial})


def _with_empty_chairs(room: Room) -> Room:
    """`room` after what the roles say that nobody has; nothing while all three are empty."""
    humans = frozenset(seat.role for seat in room.seats.values() if seat.role)
    if room.pace is Pace.WAITING or not humans:
        return room
    return _with_trial(room, COURT, with_script(room.trials[COURT], humans))


def missing(room: Room, role: Role, away: frozenset[int] = frozenset()) -> tuple[Seat, ...]:
    """Who of the team of `role` has still to cast a ballot on the turn that is open to it.

    Seats in `away` are not waited for.
    """
    ask = open_ask(room.trials[COURT], role)
    if ask is None:
        return ()
    cast = room.ballots.get(ask.key, {})
    return tuple(s for s in room.team(role) if s.number not in cast and s.number not in away)
