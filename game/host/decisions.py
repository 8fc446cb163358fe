"""What may happen in a room: each decision gives the events that follow, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice, takewhile

from game.host.events import (
    Cast,
    Closed,
    Doored,
    Event,
    Handed,
    Joined,
    Moved,
    Pace,
    Paced,
    Picks,
    Removed,
    Seated,
    Slipped,
    Spoke,
    Stepped,
)
from game.host.room import COURT, Room, Seat, after, missing
from game.scenario.steps import Ask, Role, Step
from game.scenario.words import T, Words
from game.session.settings import known_language
from game.session.team import agreed
from game.trial.record import Trial, is_over, open_ask, open_asks
from game.trial.rules import IllegalAction, Refusal, play, refusal, unfit
from game.trial.scoring import script_picks
from game.trial.show import view_for
from game.trial.speech import Speech
from game.trial.view import Action

MOST_SEATS = 72  # in a room at a time
MOST_JOINED = 400  # in its whole life
TEAM = 5  # members of a team; who comes later sits on the public benches

FULL = T("This room is full.")
SHUT = T("The door of this room is shut. Ask your teacher to open it.")
OVER = T("This class is over.")
NO_SEAT = T("You have no seat in this room any more. Ask your teacher for the code.")
NOBODY = T("Nobody sits in one of the three roles yet.")
NOT_YET = T("The trial has not begun yet. Your teacher opens it.")
HALTED = {
    Pace.WAITING: NOT_YET,
    Pace.LOCKED: T("Answers are closed for the moment. Your teacher opens them again."),
    Pace.PAUSED: T("Pause! Look up to your teacher."),
}
NO_ROLE = T("Whoever plays alone needs one of the three roles.")
NOTHING_OPEN = T("There is no open turn to close.")
ALONE = T("Here everybody plays alone, at their own pace.")
TOGETHER = T("In a trial together nobody is stuck alone: count the ballots instead.")

Events = tuple[Event, ...]
Nobody: frozenset[int] = frozenset()


class Refused(Exception):
    """Raised for what may not happen; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


def join(room: Room, key: str, language: str, role: Role | None = None) -> Events:
    """Somebody comes in; whoever plays alone may choose a role, in a trial together it is given."""
    if room.closed:
        raise Refused(OVER)
    if not room.door:
        raise Refused(SHUT)
    if len(room.seats) >= MOST_SEATS or room.joined >= MOST_JOINED:
        raise Refused(FULL)
    given = _free_role(room) if room.together else role or Role.JUDGE
    return (Joined(room.joined + 1, key, known_language(language), given),)


def _free_role(room: Room) -> Role | None:
    """The role with the smallest team; None where all teams are as large as they should be."""
    role = min(Role, key=lambda role: len(room.team(role)))
    return role if len(room.team(role)) < TEAM else None


def speak(room: Room, seat: int, language: str) -> Events:
    _seat(room, seat)
    return (Spoke(seat, known_language(language)),)


def answer(
    room: Room, seat: int, revision: int, ask: str, picks: Picks, away: frozenset[int] = Nobody
) -> Events:
    """The seat answers the turn `ask`, which it saw when the trial had `revision` moves.

    In a trial together that is a ballot; with the last one that is waited for, the team answers.
    """
    sitting = _seat(room, seat)
    trial = room.trial_of(sitting)
    if room.pace is not Pace.OPEN:
        raise Refused(Refusal.OVER.words if is_over(trial) else HALTED[room.pace])
    role, asked = sitting.role, asked_of(room, sitting)
    if asked is not None and not (asked.key == ask or (role is None and _alike(trial, asked, ask))):
        raise Refused(Refusal.STALE.words)
    if not room.together:
        assert role is not None
        try:
            moved = play(trial, Action(revision, role, picks)).moves[-1]
        except IllegalAction as illegal:
            raise Refused(illegal.refusal.words) from None
        return (Moved(seat, role, moved.ask, picks),)
    if role is None:
        return (_vote(trial, sitting, asked, picks),)
    if why := refusal(trial, Action(revision, role, picks)):
        raise Refused(why.words)
    cast = Cast(seat, ask, picks)
    return (cast, *_counted(after(room, cast), role, away))


def asked_of(room: Room, seat: Seat) -> Ask | None:
    """The turn that `seat` may answer now; the public say what they think of the first open one."""
    trial = room.trial_of(seat)
    if seat.role:
        return open_ask(trial, seat.role)
    asks = open_asks(trial)
    if not asks:
        return None
    alike = alike_asks(trial, asks[0])
    voted = [ask for ask in alike if seat.number in room.ballots.get(ask.key, {})]
    if not voted:
        return asks[0]
    return voted[0] if voted[0] in asks else None  # a question to all three is put to them once


def alike_asks(trial: Trial, ask: Ask) -> tuple[Ask, ...]:
    """All asks that put the question of `ask`, which is open; itself is among them."""
    if not ask.group:
        return (ask,)
    # Those of a group stand side by side; to look through all steps would take too long.
    steps, first = trial.steps, trial.at
    while first and _is_of(ask.group, steps[first - 1]):
        first -= 1
    group = takewhile(partial(_is_of, ask.group), islice(steps, first, None))
    return tuple(step for step in group if isinstance(step, Ask) and step.prompt == ask.prompt)


def _is_of(group: str, step: Step) -> bool:
    return isinstance(step, Ask) and step.group == group


def _alike(trial: Trial, ask: Ask, key: str) -> bool:
    """Whether the ask called `key` is the question of `ask`, put to another role."""
    return any(other.key == key for other in alike_asks(trial, ask))


def _vote(trial: Trial, seat: Seat, ask: Ask | None, picks: Picks) -> Event:
    """A ballot of the public: it shows what the benches think, and moves nothing."""
    if ask is None:
        raise Refused((Refusal.OVER if is_over(trial) else Refusal.NOT_YOUR_TURN).words)
    if why := unfit(trial, ask, picks):
        raise Refused(why.words)
    return Cast(seat.number, ask.key, picks)


def count(room: Room, away: frozenset[int]) -> Events:
    """What follows when the seats in `away` are not waited for any longer."""
    if not room.together or room.pace is not Pace.OPEN:
        return ()
    for ask in open_asks(room.trials[COURT]):
        if events := _counted(room, ask.role, away):
            return events
    return ()


def _counted(room: Room, role: Role, away: frozenset[int]) -> Events:
    """The team's answer if all ballots are in that are waited for."""
    ask = open_ask(room.trials[COURT], role)
    if ask is None or not team_ballots(room, ask) or missing(room, role, away):
        return ()
    return tuple(_answered(room, ask))


def _answered(room: Room, ask: Ask) -> Iterator[Event]:
    yield (moved := Moved(COURT, ask.role, ask.key, team_answer(room, ask)))
    still = open_asks(after(room, moved).trials[COURT])
    others_go_on = ask.group and still and still[0].group == ask.group
    if room.by_hand and still and not others_go_on:
        yield Paced(Pace.LOCKED)


def team_ballots(room: Room, ask: Ask) -> tuple[Picks, ...]:
    """The ballots that the team of `ask` has cast on it, the speaker's first."""
    cast = room.ballots.get(ask.key, {})
    return tuple(cast[seat.number] for seat in room.team(ask.role) if seat.number in cast)


def team_answer(room: Room, ask: Ask) -> Picks:
    """What the ballots on `ask` come to; without any, what an empty chair would say."""
    trial, ballots = room.trials[COURT], team_ballots(room, ask)
    if not ballots:
        return script_picks(trial, ask)
    turn = view_for(trial, ask.role, Speech()).turn
    assert turn is not None
    picks = agreed(turn, ballots)
    return ballots[0] if unfit(trial, ask, picks) else picks


def go_on(room: Room) -> Events:
    """The teacher closes the open turns: the ballots are counted as they are, and on it goes."""
    if not room.together:
        raise Refused(ALONE)
    if room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    asks = open_asks(room.trials[COURT])
    if not asks:
        raise Refused(NOTHING_OPEN)
    events: list[Event] = []
    for key in [ask.key for ask in asks]:
        still = next((a for a in open_asks(room.trials[COURT]) if a.key == key), None)
        if still is None:  # an empty chair was quicker
            continue
        moved = Moved(COURT, still.role, still.key, team_answer(room, still))
        events.append(moved)
        room = after(room, moved)
    if room.by_hand and room.pace is Pace.OPEN and not is_over(room.trials[COURT]):
        events.append(Paced(Pace.LOCKED))
    return tuple(events)


def help_on(room: Room, seat: int) -> Events:
    """The teacher helps somebody over a turn at which they are stuck: an empty chair answers it."""
    sitting = _seat(room, seat)
    if room.together:
        raise Refused(TOGETHER)
    trial, ask = room.trial_of(sitting), asked_of(room, sitting)
    if ask is None:
        raise Refused(NOTHING_OPEN)
    return (Moved(seat, ask.role, ask.key, script_picks(trial, ask)),)


def pace(room: Room, wanted: Pace) -> Events:
    """The teacher opens, locks or pauses the answers."""
    _not_over(room)
    if wanted is Pace.WAITING:
        raise Refused(NOTHING_OPEN)
    if room.together and room.pace is Pace.WAITING and wanted is Pace.OPEN:
        if not any(seat.role for seat in room.seats.values()):
            raise Refused(NOBODY)
    elif room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    return () if room.pace is wanted else (Paced(wanted),)


def step(room: Room, by_hand: bool) -> Events:
    _not_over(room)
    return () if room.by_hand is by_hand else (Stepped(by_hand),)


def seat_as(room: Room, seat: int, role: Role | None) -> Events:
    """The teacher gives a seat another role. Whoever plays alone begins anew in it."""
    sitting = _seat(room, seat)
    if role is None and not room.together:
        raise Refused(NO_ROLE)
    return () if sitting.role is role else (Seated(seat, role),)


def remove(room: Room, seat: int) -> Events:
    _seat(room, seat)
    return (Removed(seat),)


def door(room: Room, is_open: bool) -> Events:
    _not_over(room)
    return () if room.door is is_open else (Doored(is_open),)


def slip(room: Room, seat: int, hashed: str) -> Events:
    """A slip is written for a seat, which an earlier one does not fit any longer."""
    _seat(room, seat)
    return (Slipped(seat, hashed),)


def hand_over(room: Room, hashed: str, key: str) -> Events:
    """Whoever has the slip takes its seat along."""
    _not_over(room)
    for seat in room.seats.values():
        if seat.slip and seat.slip == hashed:
            return (Handed(seat.number, key),)
    raise Refused(NO_SEAT)


def close(room: Room) -> Events:
    _not_over(room)
    return (Closed(),)


def _not_over(room: Room) -> None:
    if room.closed:
        raise Refused(OVER)


def _seat(room: Room, number: int) -> Seat:
    _not_over(room)
    if number not in room.seats:
        raise Refused(NO_SEAT)
    return room.seats[number]
