"""A room is one class at one case: who sits where, and every trial that is played in it.

It is a value. `after` gives the room after an event and decides nothing, so reading the journal
again always leads to the same room; what may happen is said in `decisions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TypeVar

from game.host import events
from game.host.events import Event, Job, Joined, Mode, Moved, Opened, Pace, Picks, Seated
from game.host.names import friendly_name
from game.scenario.names import Proceeding
from game.scenario.steps import Ask, Criterion, Role
from game.scenario.words import Words
from game.session.session import with_script
from game.trial.record import Move, Program, Trial, begin, open_ask
from game.trial.record import after as after_move
from game.trial.skipping import Skip, skip

COURT = 0  # the number of the trial that all play together; no seat has it
Of = TypeVar("Of")
UNDONE = 40  # as many moves can be taken back


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the room; without a `role` it has a `job`.

    `key` is the hash of what its browser keeps, `slip` that of the slip it may move with. `court`
    is the number of its trial; `done` what it was before; `read` how many lines it has read aloud.
    """

    number: int
    name: Words
    key: str
    language: str
    role: Role | None = None
    slip: str = ""
    job: Job = Job.PUBLIC
    court: int = COURT
    done: tuple[str, ...] = ()
    quiet: bool = False
    muted: bool = False
    extra: bool = False
    read: int = 0
    named: int = 0

    @property
    def place(self) -> str:
        """The role or the job of this seat."""
        return self.role or self.job


@dataclass(frozen=True, slots=True)
class Room:
    """A class at a case. `trials` are by number: of the seat, of the group, or only the COURT's.

    `ballots` are what each seat last said on a turn, by the key of the turn; `joined` counts all
    seats that there ever were; `past` are the trials to which one can go back, `backs` how often
    that was done; the `bell` rings at that time, in seconds since 1970, if it is not 0.
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
    past: Mapping[int, tuple[Trial, ...]] = field(default_factory=dict)
    bell: float = 0.0
    backs: int = 0

    @property
    def together(self) -> bool:
        """Whether seats share a trial, all of them one or each group its own."""
        return self.opened.mode is not Mode.EACH

    @property
    def groups(self) -> bool:
        return self.opened.mode is Mode.GROUPS

    def trial_of(self, seat: Seat) -> Trial:
        """The trial that `seat` takes part in."""
        return self.trials[seat.court]

    def at(self, court: int) -> tuple[Seat, ...]:
        """The seats that take part in the trial number `court`."""
        return tuple(seat for seat in self.seats.values() if seat.court == court)

    def team(self, role: Role | None, court: int = COURT) -> tuple[Seat, ...]:
        """The seats of `role` (None: of no role) in the trial `court`, the speaker first."""
        return tuple(seat for seat in self.at(court) if seat.role is role)

    def voters(self, ask: Ask, court: int = COURT) -> tuple[Seat, ...]:
        """The seats whose ballots decide on `ask`, the speaker's first.

        Assessors vote with the bench; in a bench of seven, as public interests call for, they
        vote on facts, and on the law only say what they think (People's Assessors Law 16, 21-23).
        """
        team = self.team(ask.role, court)
        seven = self.program.scenario.proceeding is Proceeding.PUBLIC_INTEREST
        if ask.role is Role.JUDGE and not (seven and ask.criterion is Criterion.LAW):
            team += tuple(seat for seat in self.at(court) if is_assessor(seat))
        return tuple(seat for seat in team if not seat.muted)


def is_assessor(seat: Seat) -> bool:
    return seat.role is None and seat.job is Job.ASSESSOR


def new_room(id_: str, opened: Opened, program: Program) -> Room:
    """The room that `opened` opens; `program` is the case that it names, read and cut."""
    room = Room(id_, opened, program)
    if not room.together:
        return room
    court = begin(program, opened.seed, opened.feedback)
    numbers = range(1, opened.groups + 1) if room.groups else (COURT,)
    return replace(room, trials=dict.fromkeys(numbers, court), pace=Pace.WAITING)


def replayed(room: Room, events: Iterable[Event]) -> Room:
    """`room` after all of `events`."""
    return reduce(after, events, room)


def after(room: Room, event: Event) -> Room:
    """`room` after `event`, and after all that empty chairs then say; `room` is unchanged."""
    room = replace(_changed(room, event), seq=room.seq + 1)
    stirring = Joined | Seated | events.Removed | events.Forgotten | events.Paced | events.TakenBack
    if isinstance(event, stirring) and room.together:
        return _with_empty_chairs(room)
    return room


def _changed(room: Room, event: Event) -> Room:
    match event:
        case Joined():
            return _joined(room, event)
        case events.Cast():
            cast = {**room.ballots.get(event.ask, {}), event.seat: event.picks}
            return replace(room, ballots={**room.ballots, event.ask: cast})
        case Moved():
            return _moved(room, event)
        case events.Paced():
            return replace(room, pace=event.pace)
        case events.Stepped():
            return replace(room, by_hand=event.by_hand)
        case events.Skipped():
            return _skipped(room, event)
        case events.TakenBack():
            return _back(room, event.court)
        case events.Removed():
            return replace(room, seats=_without(event.seat, room.seats))
        case events.Forgotten():
            return _forgotten(room, event.seat)
        case events.Erased():
            return room
        case events.Doored():
            return replace(room, door=event.open)
        case events.Timed():
            return replace(room, bell=event.at)
        case events.Closed():
            return replace(room, closed=True)
        case Opened():
            raise ValueError("a room opens once")
        case _:
            return _with_changed_seat(room, event)


Seatly = (
    events.Spoke | Seated | events.Named | events.Muted | events.Hushed | events.Given
    | events.Read | events.Slipped | events.Handed
)  # fmt: skip


def _with_changed_seat(room: Room, event: Seatly) -> Room:
    """`room` after an event that changes nothing but one seat."""
    seat = room.seats[event.seat]
    match event:
        case Seated():
            return _seated(room, event)
        case events.Spoke():
            seat = replace(seat, language=event.language)
        case events.Named():
            name = friendly_name(room.opened.first, event.name)
            seat = replace(seat, name=name, named=event.name)
        case events.Muted():
            seat = replace(seat, muted=event.muted)
        case events.Hushed():
            seat = replace(seat, quiet=event.quiet)
        case events.Given():
            seat = replace(seat, extra=event.extra)
        case events.Read():
            seat = replace(seat, read=event.lines)
        case events.Slipped():
            seat = replace(seat, slip=event.slip)
        case events.Handed():
            seat = replace(seat, key=event.key, slip="")
    return _with_seat(room, seat)


def _with_seat(room: Room, seat: Seat) -> Room:
    return replace(room, seats={**room.seats, seat.number: seat})


def _joined(room: Room, event: Joined) -> Room:
    named = event.seat if event.name is None else event.name
    seat = Seat(
        event.seat,
        friendly_name(room.opened.first, named),
        event.key,
        event.language,
        event.role,
        job=event.job,
        court=event.court if room.together else event.seat,
        done=event.done,
        quiet=event.quiet,
        extra=event.extra,
        named=named,
    )
    room = replace(_with_seat(room, seat), joined=max(room.joined, event.seat))
    return room if room.together else _begun(room, seat)


def _begun(room: Room, seat: Seat) -> Room:
    """`room` with a trial for `seat` alone; neighbours see choices in another order."""
    assert seat.role is not None
    opened = room.opened
    trial = begin(room.program, opened.seed + seat.number, opened.feedback)
    return _with_trial(room, seat.number, with_script(trial, frozenset({seat.role})))


def _seated(room: Room, event: Seated) -> Room:
    before = room.seats[event.seat]
    court = event.court if room.together else before.court
    seat = replace(
        before, role=event.role, job=event.job, court=court, done=(*before.done, before.place)
    )
    if court != before.court:
        room = replace(room, ballots=_without_ballots(room, seat))
    room = _with_seat(room, seat)
    return room if room.together else _begun(room, seat)


def _without_ballots(room: Room, seat: Seat) -> Mapping[str, Mapping[int, Picks]]:
    """The ballots without those of `seat` on turns that its new court has still to answer."""
    answered = room.trials[seat.court].answers
    return {
        ask: cast if ask in answered else {n: p for n, p in cast.items() if n != seat.number}
        for ask, cast in room.ballots.items()
    }


def _moved(room: Room, event: Moved) -> Room:
    trial = after_move(room.trials[event.seat], Move(event.role, event.picks, event.ask))
    room = _kept(room, event.seat)
    return _with_trial(room, event.seat, _scripted(room, event.seat, trial))


def _skipped(room: Room, event: events.Skipped) -> Room:
    skipping = skip(room.trials[event.court], Skip(event.scenes))
    room = _kept(room, event.court)
    return _with_trial(room, event.court, _scripted(room, event.court, skipping))


def _kept(room: Room, court: int) -> Room:
    """`room`, which remembers how the trial `court` stands now."""
    past = (*room.past.get(court, ()), room.trials[court])[-UNDONE:]
    return replace(room, past={**room.past, court: past})


def _back(room: Room, court: int) -> Room:
    *rest, trial = room.past[court]
    again = {ask.key for ask in trial.steps if isinstance(ask, Ask)} - set(trial.answers)
    here = {seat.number for seat in room.at(court)}
    ballots = {
        ask: {n: p for n, p in cast.items() if n not in here} if ask in again else cast
        for ask, cast in room.ballots.items()
    }
    past = {**room.past, court: tuple(rest)}
    return _with_trial(
        replace(room, past=past, ballots=ballots, backs=room.backs + 1), court, trial
    )


def _forgotten(room: Room, seat: int) -> Room:
    ballots = {ask: _without(seat, cast) for ask, cast in room.ballots.items()}
    room = replace(room, seats=_without(seat, room.seats), ballots=ballots)
    if room.together:
        return room
    trials, past = _without(seat, room.trials), _without(seat, room.past)
    return replace(room, trials=trials, past=past)


def _without(number: int, of_seats: Mapping[int, Of]) -> dict[int, Of]:
    return {seat: of_seat for seat, of_seat in of_seats.items() if seat != number}


def _with_trial(room: Room, number: int, trial: Trial) -> Room:
    return replace(room, trials={**room.trials, number: trial})


def _with_empty_chairs(room: Room) -> Room:
    """`room` after what the roles say that nobody has; nothing while all three are empty."""
    if room.pace is Pace.WAITING:
        return room
    trials = {number: _scripted(room, number, trial) for number, trial in room.trials.items()}
    return replace(room, trials=trials)


def _scripted(room: Room, number: int, trial: Trial) -> Trial:
    """`trial` after what the roles say that nobody has in the trial of that `number`."""
    humans = frozenset(seat.role for seat in room.at(number) if seat.role)
    return with_script(trial, humans) if humans else trial


def missing(
    room: Room, role: Role, away: frozenset[int] = frozenset(), court: int = COURT
) -> tuple[Seat, ...]:
    """Who of the team of `role` has still to cast a ballot on the turn that is open to it.

    Seats in `away` are not waited for.
    """
    ask = open_ask(room.trials[court], role)
    if ask is None:
        return ()
    cast = room.ballots.get(ask.key, {})
    return tuple(
        s for s in room.voters(ask, court) if s.number not in cast and s.number not in away
    )
