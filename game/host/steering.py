"""What the teacher decides beside the pace: time and the bell, the way ahead, and single seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from game.host.decisions import (
    MOST_JOINED,
    NO_GROUP,
    NOT_YET,
    Events,
    Refused,
    not_over,
    role_and_job,
    seated,
)
from game.host.events import (
    Event,
    Given,
    Hushed,
    Joined,
    Muted,
    Named,
    Pace,
    Paced,
    Read,
    Seated,
    Skipped,
    TakenBack,
    Timed,
)
from game.host.jobs import ALOUD, Place, free_place, place_of, rotated
from game.host.room import COURT, Room, Seat
from game.scenario.steps import Role
from game.scenario.words import T
from game.trial.clock import ahead, plan, up_to
from game.trial.record import Trial, is_over

LONGEST = 240  # minutes until the bell
NOTHING_BACK = T("There is nothing to take back.")
NOTHING_AHEAD = T("There is nothing left to skip.")
NO_MINUTES = T("Type how many minutes are left until the bell: a number from 1 to 240.")


def name_anew(room: Room, seat: int) -> Events:
    """Give a seat another of the made-up names, one that nobody here has had."""
    seated(room, seat)
    used = {one.named for one in room.seats.values()}
    return (Named(seat, next(n for n in count(MOST_JOINED + 1) if n not in used)),)


def mute(room: Room, seat: int, muted: bool) -> Events:
    """Let a seat watch only; what it has cast on open turns does not count meanwhile."""
    return () if seated(room, seat).muted is muted else (Muted(seat, muted),)


def extra_time(room: Room, seat: int, extra: bool) -> Events:
    """Let a seat go on answering when answers are closed to the others."""
    return () if seated(room, seat).extra is extra else (Given(seat, extra),)


def hush(room: Room, seat: int, quiet: bool) -> Events:
    """A seat would rather not speak aloud, or does not mind; a speaking part is taken from it."""
    sitting = seated(room, seat)
    if sitting.quiet is quiet:
        return ()
    hushed = Hushed(seat, quiet)
    if not quiet or not room.together or room.groups or place_of(sitting.place) not in ALOUD:
        return (hushed,)
    role, job = role_and_job(free_place(room, quiet=True))
    return hushed, Seated(seat, role, job, sitting.court)


def read_aloud(room: Room, seat: int, lines: int) -> Events:
    """A reader or the clerk says that it has read the first so many lines."""
    sitting = seated(room, seat)
    return (Read(seat, lines),) if lines > sitting.read else ()


def rotate(room: Room) -> Events:
    """Give every seat of a trial together another place, for the next trial or the next scene."""
    not_over(room)
    if not room.together or room.groups:
        raise Refused(NO_GROUP)
    return tuple(_rotated(room))


def _rotated(room: Room) -> Iterator[Event]:
    for number, place in rotated(room.program, tuple(room.seats.values())).items():
        if place != room.seats[number].place:
            yield Seated(number, *role_and_job(place))


def come_along(old: Room, new: Room) -> Events:
    """The class of `old` comes into `new`, with its names and wishes and in other places."""
    seats = tuple(old.seats.values())
    in_turn = not new.together or new.groups
    given = _in_turn(seats, len(new.trials) or 1) if in_turn else rotated(new.program, seats)
    return tuple(_moved_in(seat, given[seat.number], n, new) for n, seat in enumerate(seats))


def _moved_in(seat: Seat, place: Place, nth: int, new: Room) -> Joined:
    role, job = role_and_job(place)
    return Joined(
        seat.number,
        seat.key,
        seat.language,
        role,
        job,
        nth % len(new.trials) + 1 if new.groups else COURT,
        done=(*seat.done, seat.place),
        quiet=seat.quiet,
        extra=seat.extra,
        name=seat.named,
    )


def _in_turn(seats: Sequence[Seat], groups: int) -> dict[int, Place]:
    """The three roles in turn, so that every group has them all; another one each lesson."""
    lesson = max((len(seat.done) for seat in seats), default=0) + 1
    roles = tuple(Role)
    return {seat.number: roles[(n // groups + lesson) % 3] for n, seat in enumerate(seats)}


def _court(room: Room, court: int) -> Trial:
    not_over(room)
    if court not in room.trials:
        raise Refused(NO_GROUP)
    if room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    return room.trials[court]


def take_back(room: Room, court: int) -> Events:
    """The teacher undoes what was done last in a trial."""
    _court(room, court)
    if not room.past.get(court):
        raise Refused(NOTHING_BACK)
    return (TakenBack(court),)


def skip_scene(room: Room, court: int) -> Events:
    """Leave what is left of the present scene to the script."""
    parts = ahead(_court(room, court))
    if not parts:
        raise Refused(NOTHING_AHEAD)
    return (Skipped(court, (parts[0].scene.id,)),)


def to_verdict(room: Room) -> Events:
    """Go on with the scene in which the case is decided, in every trial that is not yet there."""
    not_over(room)
    if room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    events = []
    for court, trial in room.trials.items():
        decisive = next((part.scene.id for part in ahead(trial) if part.needed), "")
        if scenes := up_to(trial, decisive):
            events.append(Skipped(court, scenes))
    if not events:
        raise Refused(NOTHING_AHEAD)
    return tuple(events)


def fit_in(room: Room, now: float) -> Events:
    """Skip what does not fit in before the bell; the decision stays."""
    if not room.bell:
        raise Refused(NO_MINUTES)
    left = int((room.bell - now) // 60)
    skips = {
        court: plan(trial, left).skip for court, trial in room.trials.items() if not is_over(trial)
    }
    events = tuple(Skipped(court, scenes) for court, scenes in skips.items() if scenes)
    if not events:
        raise Refused(NOTHING_AHEAD)
    return events


def set_bell(room: Room, minutes: int, now: float) -> Events:
    """The bell rings in so many `minutes`; 0 takes it away. `now` is in seconds since 1970."""
    not_over(room)
    if not 0 <= minutes <= LONGEST:
        raise Refused(NO_MINUTES)
    return (Timed(now + 60 * minutes if minutes else 0.0),)


def ring(room: Room, now: float) -> Events:
    """When the bell rings, answers are closed; what is in stays, and the teacher may go on."""
    if not room.bell or now < room.bell:
        return ()
    gone = Timed(0.0)
    return (gone, Paced(Pace.LOCKED)) if room.pace is Pace.OPEN else (gone,)
