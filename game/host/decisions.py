"""What may happen in a room: each decision gives the events that follow, or says why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice, takewhile

from game.host.events import (
    Cast,
    Closed,
    Doored,
    Event,
    Forgotten,
    Handed,
    Job,
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
from game.host.jobs import Place, concerns, free_group, free_place
from game.host.room import COURT, Room, Seat, after, is_assessor, missing
from game.scenario.steps import Ask, Role, Step, TurnKind
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
MUTED = T("Your teacher lets you watch for a while. Your answers do not count just now.")
NO_GROUP = T("There is no such group.")
OWN_PACE = T("Each group goes at its own pace.")
NO_TIE = T("The ballots are not tied any more.")

Events = tuple[Event, ...]
Nobody: frozenset[int] = frozenset()


class Refused(Exception):
    """Raised for what may not happen; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


def join(
    room: Room, key: str, language: str, role: Role | None = None, quiet: bool = False
) -> Events:
    """Somebody comes in; whoever plays alone may choose a role, in a trial together it is given.

    Who is `quiet` would rather have no speaking part.
    """
    if room.closed:
        raise Refused(OVER)
    if not room.door:
        raise Refused(SHUT)
    if len(room.seats) >= MOST_SEATS or room.joined >= MOST_JOINED:
        raise Refused(FULL)
    court, place = _free(room, role, quiet)
    given, job = role_and_job(place)
    spoken = known_language(language)
    return (Joined(room.joined + 1, key, spoken, given, job, court, quiet=quiet),)


def _free(room: Room, role: Role | None, quiet: bool) -> tuple[int, Place]:
    if not room.together:
        return COURT, role or Role.JUDGE
    return free_group(room) if room.groups else (COURT, free_place(room, quiet))


def role_and_job(place: Place) -> tuple[Role | None, Job]:
    """A place as a seat has it: a role, or none and a job."""
    return (place, Job.PUBLIC) if isinstance(place, Role) else (None, place)


def speak(room: Room, seat: int, language: str) -> Events:
    seated(room, seat)
    return (Spoke(seat, known_language(language)),)


def answer(
    room: Room, seat: int, revision: int, ask: str, picks: Picks, away: frozenset[int] = Nobody
) -> Events:
    """The seat answers the turn `ask`, which it saw when the trial had `revision` moves.

    In a trial together that is a ballot; with the last one that is waited for, the team answers.
    """
    sitting = seated(room, seat)
    trial = room.trial_of(sitting)
    if sitting.muted:
        raise Refused(MUTED)
    if not may_answer(room, sitting):
        raise Refused(Refusal.OVER.words if is_over(trial) else HALTED[room.pace])
    role, asked = sitting.role, asked_of(room, sitting)
    same = () if asked is None else (asked,) if role else alike_asks(trial, asked)
    if asked is not None and ask not in (one.key for one in same):
        raise Refused(Refusal.STALE.words)
    if not room.together:
        assert role is not None
        try:
            moved = play(trial, Action(revision, role, picks)).moves[-1]
        except IllegalAction as illegal:
            raise Refused(illegal.refusal.words) from None
        return (Moved(seat, role, moved.ask, picks),)
    if role is None:
        return _voted(room, sitting, asked, picks, away)
    if why := refusal(trial, Action(revision, role, picks)):
        raise Refused(why.words)
    cast = Cast(seat, ask, picks)
    return (cast, *_counted(after(room, cast), role, away, sitting.court))


def may_answer(room: Room, seat: Seat) -> bool:
    """Whether answers of `seat` are taken now; extra time goes on when they are closed to others.

    In a trial together that is until the teacher goes on.
    """
    return room.pace is Pace.OPEN or (seat.extra and room.pace is Pace.LOCKED)


def _voted(room: Room, seat: Seat, asked: Ask | None, picks: Picks, away: frozenset[int]) -> Events:
    """A ballot of somebody without a role; only an assessor's counts for an answer."""
    cast = _vote(room.trial_of(seat), seat, asked, picks)
    if not is_assessor(seat) or asked is None or seat not in room.voters(asked, seat.court):
        return (cast,)
    return (cast, *_counted(after(room, cast), asked.role, away, seat.court))


def asked_of(room: Room, seat: Seat) -> Ask | None:
    """The turn that `seat` may answer now; whoever has a job, the first open one it is about."""
    trial = room.trial_of(seat)
    if seat.role:
        return open_ask(trial, seat.role)
    asks = [ask for ask in open_asks(trial) if concerns(room.program, seat.job, ask)]
    if not asks:
        return None
    voted = [ask for ask in alike_asks(trial, asks[0]) if has_voted(room, seat, ask)]
    if not voted:
        return asks[0]
    return voted[0] if voted[0] in asks else None  # a question to all three is put to them once


def has_voted(room: Room, seat: Seat, ask: Ask) -> bool:
    """Whether the ballot of `seat` on `ask` is in."""
    return seat.number in room.ballots.get(ask.key, {})


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


def _vote(trial: Trial, seat: Seat, ask: Ask | None, picks: Picks) -> Cast:
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
    for court, trial in room.trials.items():
        for ask in open_asks(trial):
            if events := _counted(room, ask.role, away, court):
                return events
    return ()


def _counted(room: Room, role: Role, away: frozenset[int], court: int) -> Events:
    """The team's answer if all ballots are in that are waited for.

    A tie in the trial together waits for the teacher; a group goes with its speaker. While answers
    are closed nothing is counted: whoever has extra time does not make the court go on.
    """
    if room.pace is not Pace.OPEN:
        return ()
    ask = open_ask(room.trials[court], role)
    if ask is None or not team_ballots(room, ask, court) or missing(room, role, away, court):
        return ()
    if not room.groups and tied(room, ask, court):
        return ()
    return tuple(_answered(room, ask, team_answer(room, ask, court), court))


def _answered(room: Room, ask: Ask, picks: Picks, court: int) -> Iterator[Event]:
    yield (moved := Moved(court, ask.role, ask.key, picks))
    still = open_asks(after(room, moved).trials[court])
    others_go_on = ask.group and still and still[0].group == ask.group
    if room.by_hand and still and not others_go_on:
        yield Paced(Pace.LOCKED)


def team_ballots(room: Room, ask: Ask, court: int = COURT) -> tuple[Picks, ...]:
    """The ballots that decide on `ask`, the speaker's first."""
    cast = room.ballots.get(ask.key, {})
    return tuple(cast[s.number] for s in room.voters(ask, court) if s.number in cast)


def tied(room: Room, ask: Ask, court: int = COURT) -> tuple[Picks, ...]:
    """The answers to `ask` that equally many want more than any other; none if one leads."""
    if ask.kind is not TurnKind.CHOOSE or ask.most > 1:
        return ()
    counts = Counter(team_ballots(room, ask, court))
    most = max(counts.values(), default=0)
    leading = tuple(picks for picks, n in counts.items() if n == most)
    return leading if len(leading) > 1 else ()


def break_tie(room: Room, pick: str) -> Events:
    """The teacher decides between answers that equally many want in the trial together."""
    for ask in open_asks(room.trials[COURT]) if COURT in room.trials else ():
        if (pick,) in tied(room, ask):
            return tuple(_answered(room, ask, (pick,), COURT))
    raise Refused(NO_TIE)


def team_answer(room: Room, ask: Ask, court: int = COURT) -> Picks:
    """What the ballots on `ask` come to; without any, what an empty chair would say."""
    trial, ballots = room.trials[court], team_ballots(room, ask, court)
    if not ballots:
        return script_picks(trial, ask)
    turn = view_for(trial, ask.role, Speech()).turn
    assert turn is not None
    picks = agreed(turn, ballots)
    return ballots[0] if unfit(trial, ask, picks) else picks


def go_on(room: Room, court: int = COURT) -> Events:
    """The teacher closes the open turns: the ballots are counted as they are, and on it goes."""
    if not room.together:
        raise Refused(ALONE)
    if court not in room.trials:
        raise Refused(NO_GROUP)
    if room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    asks = open_asks(room.trials[court])
    if not asks:
        raise Refused(NOTHING_OPEN)
    events: list[Event] = []
    for key in [ask.key for ask in asks]:
        still = next((a for a in open_asks(room.trials[court]) if a.key == key), None)
        if still is None:  # an empty chair was quicker
            continue
        moved = Moved(court, still.role, still.key, team_answer(room, still, court))
        events.append(moved)
        room = after(room, moved)
    if room.by_hand and room.pace is Pace.OPEN and not is_over(room.trials[court]):
        events.append(Paced(Pace.LOCKED))
    return tuple(events)


def help_on(room: Room, seat: int) -> Events:
    """The teacher helps somebody over a turn at which they are stuck: an empty chair answers it."""
    sitting = seated(room, seat)
    if room.together:
        raise Refused(TOGETHER)
    trial, ask = room.trial_of(sitting), asked_of(room, sitting)
    if ask is None:
        raise Refused(NOTHING_OPEN)
    return (Moved(seat, ask.role, ask.key, script_picks(trial, ask)),)


def pace(room: Room, wanted: Pace) -> Events:
    """The teacher opens, locks or pauses the answers."""
    not_over(room)
    if wanted is Pace.WAITING:
        raise Refused(NOTHING_OPEN)
    if room.together and room.pace is Pace.WAITING and wanted is Pace.OPEN:
        if not any(seat.role for seat in room.seats.values()):
            raise Refused(NOBODY)
    elif room.pace is Pace.WAITING:
        raise Refused(NOT_YET)
    return () if room.pace is wanted else (Paced(wanted),)


def step(room: Room, by_hand: bool) -> Events:
    not_over(room)
    if room.groups:
        raise Refused(OWN_PACE)
    return () if room.by_hand is by_hand else (Stepped(by_hand),)


def seat_as(
    room: Room, seat: int, role: Role | None, job: Job = Job.PUBLIC, court: int | None = None
) -> Events:
    """The teacher gives a seat another place or group. Whoever plays alone begins anew in it."""
    sitting = seated(room, seat)
    if role is None and not room.together:
        raise Refused(NO_ROLE)
    number = sitting.court if court is None else court
    if number not in room.trials:
        raise Refused(NO_GROUP)
    same = (sitting.role, sitting.job, sitting.court) == (role, job, number)
    return () if same else (Seated(seat, role, job, number),)


def remove(room: Room, seat: int) -> Events:
    seated(room, seat)
    return (Removed(seat),)


def forget(room: Room, seat: int) -> Events:
    """Everything of a seat is to go, also once the class is over, or after it was removed."""
    return (Forgotten(seat),)


def door(room: Room, is_open: bool) -> Events:
    not_over(room)
    return () if room.door is is_open else (Doored(is_open),)


def slip(room: Room, seat: int, hashed: str) -> Events:
    """A slip is written for a seat, which an earlier one does not fit any longer."""
    seated(room, seat)
    return (Slipped(seat, hashed),)


def hand_over(room: Room, hashed: str, key: str) -> Events:
    """Whoever has the slip takes its seat along."""
    not_over(room)
    for seat in room.seats.values():
        if seat.slip and seat.slip == hashed:
            return (Handed(seat.number, key),)
    raise Refused(NO_SEAT)


def come_over(room: Room, old: str, key: str) -> Events:
    """The page whose key was `old` has followed its room to another server, where it gets `key`."""
    not_over(room)
    for seat in room.seats.values():
        if seat.key == old:
            return (Handed(seat.number, key),)
    raise Refused(NO_SEAT)


def close(room: Room) -> Events:
    not_over(room)
    return (Closed(),)


def not_over(room: Room) -> None:
    if room.closed:
        raise Refused(OVER)


def seated(room: Room, number: int) -> Seat:
    not_over(room)
    if number not in room.seats:
        raise Refused(NO_SEAT)
    return room.seats[number]
