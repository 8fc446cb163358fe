"""What one seat is shown: the view of its role, its turn as a form, and what the room waits for."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from game.host import forms, record
from game.host.decisions import HALTED, MUTED, may_answer, team_ballots
from game.host.events import Pace, Picks
from game.host.house import House
from game.host.jobs import place_name
from game.host.page import MINE, Page, Shown
from game.host.places import Place, Regions, Turnout
from game.host.progress import minutes_left
from game.host.room import Room, Seat
from game.host.tasks import READERS, result, task
from game.host.tree import Node, Nodes, el, nodes, region
from game.scenario.steps import Ask, Role
from game.scenario.words import TN, T, Translate, Words
from game.trial.record import is_over, open_asks
from game.trial.terms import role_name
from game.trial.view import Turn, View

EXTRA = T("Take your time: your answers are still taken.")
MOST_PLACES = 600
NO_TALLY = region("tally")


@dataclass(frozen=True, slots=True)
class SeatPages:
    """Makes the pages of seats: once for all who see the same."""

    house: House
    places: OrderedDict[Hashable, Place] = field(default_factory=OrderedDict)
    turnouts: dict[tuple[str, int], Turnout] = field(default_factory=dict)

    def page(self, room: Room, seat: Seat, first: int = 0) -> Page:
        """What `seat` sees now, with its lines from number `first`."""
        page = self.shown(room, seat, first).page
        return page if page.seq == room.seq else replace(page, seq=room.seq)

    def shown(self, room: Room, seat: Seat, first: int = 0) -> Shown:
        """The same, as it is shown to all alike. In what is played alone, `seq` may lag behind."""
        return self.shown_at(self.place(room, seat), room, seat, first)

    def shown_at(self, place: Place, room: Room, seat: Seat, first: int) -> Shown:
        """The same, for a `seat` of which it is known that its place is `place`."""
        if place.room is not room:
            place.at(room)
        ask = place.ask_of(seat)
        key = (ask.key if ask else "", place.cast_by(seat, ask), first, *_own(place, room, seat))
        known = place.shown.get(key)
        if known is None:
            known = place.shown[key] = Shown(self._made(place, seat, ask, first))
        return known

    def place(self, room: Room, seat: Seat) -> Place:
        """Where `seat` sits in `room` now."""
        key = (room.id, seat.court, seat.place, seat.language)
        known = self.places.pop(key, None)
        if known is None or not known.holds(room, seat):
            known = self._found(room, seat, known)
        if len(self.places) >= MOST_PLACES:
            self.places.popitem(last=False)
        self.places[key] = known
        return known

    def _found(self, room: Room, seat: Seat, before: Place | None) -> Place:
        view = self._view(room, seat, seat.role or Role.DEFENCE)
        if before and before.pace is room.pace and _standing(before.view) == _standing(view):
            standing = before.standing
        else:
            standing = self._standing(room, seat, view)
        trial = room.trial_of(seat)
        heard = tuple(line for line in view.lines if line.manner != "reason")
        turnout = self._turnout(room, seat)
        asks = open_asks(trial)
        return Place(seat.court, trial, room.pace, turnout, view, heard, standing, asks, room)

    def _turnout(self, room: Room, seat: Seat) -> Turnout:
        key = room.id, seat.court
        if key not in self.turnouts:
            while len(self.turnouts) >= MOST_PLACES:
                del self.turnouts[next(iter(self.turnouts))]
            self.turnouts[key] = Turnout(seat.court)
        return self.turnouts[key]

    def _view(self, room: Room, seat: Seat, role: Role) -> View:
        return self.house.view(room, seat.court, role, seat.language)

    def _made(self, place: Place, seat: Seat, ask: Ask | None, first: int) -> Page:
        room, view = place.room, place.view
        say = self.house.speech(seat.language, room.opened.file).text
        tally = place.turnout.region(room, seat.language, say) if room.together else NO_TALLY
        spoken = view.lines if seat.role else place.heard
        if room.pace is Pace.WAITING:
            spoken = ()
        return Page(
            seq=room.seq,
            epoch=epoch(room, seat),
            regions=(
                *self._parts(place, seat, ask, say),
                tally,
                *place.standing,
                *self._asides(place, seat),
            ),
            first=first,
            lines=record.lines(spoken[first:], first, say) if first < len(spoken) else (),
        )

    def _parts(self, place: Place, seat: Seat, ask: Ask | None, say: Translate) -> Regions:
        """The status, which changes with the ballots of one's team, and the call and the form."""
        room, key, cast = place.room, ask.key if ask else "", place.cast_by(seat, ask)
        may = (may_answer(room, seat), seat.muted, room.pace)
        team: tuple[int, ...] = ()
        if ask and room.together and seat in (voters := place.team(ask)):
            cast_in = room.ballots.get(ask.key, {})
            team = (sum(one.number in cast_in for one in voters), len(voters))
        status, form = ("status", key, cast is None, team, may), ("form", key, cast, may)
        if status not in place.parts:
            place.parts[status] = (region("status", _status(room, seat, place.view, ask, say)),)
        if form not in place.parts:
            turn = self._view(room, seat, ask.role).turn if ask else None
            place.parts[form] = (
                region("call", _call(room, seat, turn, say)),
                region("turn", _form(room, seat, place.view, turn, say)),
            )
        return place.parts[status] + place.parts[form]

    def _asides(self, place: Place, seat: Seat) -> Regions:
        """What a job asks for besides voting, when the bell rings, and how one did in the end."""
        room = place.room
        key = ("asides", *_own(place, room, seat), place.readers)
        if key not in place.parts:
            speech = self.house.speech(seat.language, room.opened.file)
            bell = el("p", speech.text(minutes_left(room))) if room.bell else None
            place.parts[key] = (
                region("job", task(room, seat, place.heard, MINE, speech.text)),
                region("bell", bell),
                region("result", result(room, seat, speech)),
            )
        return place.parts[key]

    def _standing(self, room: Room, seat: Seat, view: View) -> Regions:
        """The regions that change with the trial only."""
        if room.pace is Pace.WAITING:
            return tuple(region(id_) for id_ in ("scene", "briefing", "record", "debrief"))
        say = self.house.speech(seat.language, room.opened.file).text
        seen: View | record.Court = view if seat.role else record.court(view)
        told: Nodes = ()
        if isinstance(seen, record.Court):
            told = record.outcome(seen, say)
        elif view.debrief:
            told = record.taught(view.debrief, say)
        return (
            region("scene", view.scene.title),
            region("briefing", el("p", forms.rich(view.briefing)) if seat.role else None),
            record.record(seen, say),
            region("debrief", told),
        )


def _standing(view: View) -> tuple[object, ...]:
    """All in `view` that the regions are made of which change with the trial only."""
    looked_up = view.exhibits, view.documents, view.people, view.laws
    on_the_table = record.on_the_table(view), view.focus, view.turn is None
    return view.scene.title, view.briefing, view.debrief, *looked_up, *on_the_table


def epoch(room: Room, seat: Seat) -> str:
    """What must stay the same for a page of `seat` to be changed rather than loaded anew."""
    sits = f"{seat.court}.{seat.place}.{_renamed(seat)}.{seat.language}"
    return f"{room.id}.{MINE}.{sits}.{room.backs}"


def _renamed(seat: Seat) -> int:
    """The number of the name that a teacher gave; 0 for the seat's own."""
    return seat.named if seat.named != seat.number else 0


def _own(place: Place, room: Room, seat: Seat) -> tuple[Hashable, ...]:
    """What a page shows that others at the same place need not see alike; the bell goes on too.

    Readers have lines of their own, and at the end of a trial together each is told of their own
    ballots.
    """
    is_alone = seat.place in READERS or (room.together and not place.asks)
    alone = seat.number if is_alone else 0
    bell = minutes_left(room) if room.bell else None
    own = seat.muted, seat.extra, seat.quiet, seat.read
    return alone, _renamed(seat), *own, room.backs, bell


def page_token(seat: Seat) -> str:
    """What a form of `seat` must bring along, besides the cookie, to come from our own page."""
    return hashlib.sha256(f"page {seat.key}".encode()).hexdigest()[:32]


def seat_role(room: Room, seat: Seat) -> Words:
    """What `seat` is in the room."""
    return place_name(room.program, seat.role or seat.job)


def _status(room: Room, seat: Seat, view: View, ask: Ask | None, say: Translate) -> Nodes:
    if not may_answer(room, seat) and not is_over(room.trial_of(seat)):
        return nodes(el("p", say(HALTED[room.pace]), cls=f"halt {room.pace}"))
    parts = [say(_progress(room, view))]
    if seat.muted:
        parts.append(say(MUTED))
    elif room.pace is not Pace.OPEN and not is_over(room.trial_of(seat)):
        parts.append(say(EXTRA))
    if ask and room.together:
        parts += [say(words) for words in _ballots(room, seat, ask)]
    elif view.waiting_for:
        names = [say(role_name(role, view.case.proceeding)) for role in view.waiting_for]
        parts.append(say(T("The court waits for: {names}.", names=", ".join(names))))
    return nodes(el("p", part) for part in parts if part)


def _progress(room: Room, view: View) -> Words:
    if view.debrief:
        return T("The trial is over.")
    if room.together:
        return T("Scene {n} of {of}", n=view.scene.number, of=view.scene.of)
    return T("Turn {n} of {of}", n=min(view.turns, view.done + 1), of=view.turns)


def _ballots(room: Room, seat: Seat, ask: Ask) -> Iterator[Words]:
    team = room.voters(ask, seat.court)
    if seat not in team:
        name = role_name(ask.role, room.program.scenario.proceeding)
        yield T("{role} is to answer. What would you say? Your vote is secret.", role=name)
        return
    cast = len(team_ballots(room, ask, seat.court))
    if seat.number in room.ballots.get(ask.key, {}):
        yield T("Your ballot is in. You may change it until the last one comes.")
    if len(team) > 1:
        yield TN("{n} ballot of {of} is in.", "{n} ballots of {of} are in.", cast, of=len(team))


def _call(room: Room, seat: Seat, turn: Turn | None, say: Translate) -> str | None:
    """What a screen reader says at once: only that it is this seat's turn."""
    if turn is None or not may_answer(room, seat) or _cast(room, seat, turn):
        return None
    return say(T("It is your turn: {ask}", ask="".join(run.text for run in turn.prompt)))


def _cast(room: Room, seat: Seat, turn: Turn) -> Picks:
    return room.ballots.get(turn.key, {}).get(seat.number, ())


def _form(room: Room, seat: Seat, view: View, turn: Turn | None, say: Translate) -> Nodes:
    if turn is None:
        return ()
    cast = _cast(room, seat, turn)
    voted = seat.number in room.ballots.get(turn.key, {})
    button = forms.HAND_IN if not room.together else forms.AGAIN if voted else forms.VOTE
    halted = seat.muted or not may_answer(room, seat)
    return nodes(
        el("h2", forms.rich(turn.prompt), id="prompt", tabindex="-1"),
        el("p", forms.how(turn, say), cls="how"),
        el(
            "form",
            el("input", type="hidden", name="page", value=MINE),
            el("input", type="hidden", name="revision", value=view.revision),
            el("input", type="hidden", name="ask", value=turn.key),
            el(
                "fieldset",
                el("legend", say(T("Your answer")), cls="unseen"),
                forms.fields(turn, view.documents, cast, say),
                el("button", say(button), type="submit"),
                disabled=halted,
                cls="plain",
            ),
            method="post",
            action="/seat/answer",
            data_outbox=True,
        ),
        (_hint(n, hint, say) for n, hint in enumerate(turn.hints, 1)),
    )


def _hint(number: int, hint: str, say: Translate) -> Node:
    return el("details", el("summary", say(T("Hint {n}", n=number))), el("p", hint), cls="hint")
