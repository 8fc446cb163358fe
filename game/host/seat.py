"""What one seat is shown: the view of its role, its turn as a form, and what the room waits for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from game.host import forms, record
from game.host.decisions import HALTED, MUTED, asked_of, may_answer, team_ballots
from game.host.events import Pace, Picks
from game.host.house import House
from game.host.jobs import place_name
from game.host.progress import minutes_left
from game.host.room import Room, Seat
from game.host.tasks import result, task
from game.host.tree import Node, Nodes, Region, el, nodes, region
from game.scenario.steps import Ask, Role
from game.scenario.words import TN, T, Translate, Words
from game.trial.record import Trial, is_over
from game.trial.terms import role_name
from game.trial.view import Turn, View


class Page(Struct, frozen=True):
    """A page as it is after the event `seq`: its regions, and the lines from number `first`.

    With another `epoch` it is another page: it is loaded anew instead of being changed.
    """

    seq: int
    epoch: str
    regions: tuple[Region, ...]
    first: int = 0
    lines: Nodes = ()

    def by_id(self) -> dict[str, Region]:
        """The regions by id, with the lines among them."""
        return {
            "lines": Region("lines", "", self.lines),
            **{part.id: part for part in self.regions},
        }


EXTRA = T("Take your time: your answers are still taken.")


@dataclass(frozen=True, slots=True)
class SeatPages:
    """Makes the pages of seats, and keeps what a team sees alike."""

    house: House
    shared: dict[tuple[str, int, Role, str], tuple[Trial, tuple[Region, ...]]]

    def page(self, room: Room, seat: Seat, first: int = 0) -> Page:
        """What `seat` sees now, with its lines from number `first`."""
        speech = self.house.speech(seat.language, room.opened.file)
        say = speech.text
        view = self._view(room, seat)
        turn, spoken = self._turn(room, seat), view.lines
        heard = tuple(line for line in view.lines if line.manner != "reason")
        if room.pace is Pace.WAITING:
            spoken = ()
        elif seat.role is None:
            spoken = heard
        return Page(
            seq=room.seq,
            epoch=epoch(room, seat),
            regions=(
                region("status", _status(room, seat, view, say)),
                region("call", _call(room, seat, turn, say)),
                region("turn", _form(room, seat, view, turn, say)),
                *self._alike(room, seat, view, say),
                region("job", task(room, seat, heard, page_token(seat), say)),
                region("bell", el("p", say(minutes_left(room))) if room.bell else None),
                region("result", result(room, seat, speech)),
            ),
            first=first,
            lines=record.lines(spoken[first:], first, say) if first < len(spoken) else (),
        )

    def _view(self, room: Room, seat: Seat) -> View:
        return self.house.view(room, seat.court, seat.role or Role.DEFENCE, seat.language)

    def _turn(self, room: Room, seat: Seat) -> Turn | None:
        """The turn that the seat may answer; for the public that of the role that is asked."""
        if room.pace is Pace.WAITING or (ask := asked_of(room, seat)) is None:
            return None
        return self.house.view(room, seat.court, ask.role, seat.language).turn

    def _alike(self, room: Room, seat: Seat, view: View, say: Translate) -> tuple[Region, ...]:
        """The regions that change with the trial only, and are the same for a whole team."""
        if room.pace is Pace.WAITING:
            return _empty()
        public = seat.role is None
        role = seat.role or Role.DEFENCE
        key = (room.id + ("/public" if public else ""), seat.court, role, seat.language)
        known = self.shared.get(key)
        trial = room.trial_of(seat)
        if known and known[0] is trial:  # one move back and another one has the same revision
            return known[1]
        seen = record.court(view) if public else view
        told = (
            record.outcome(record.court(view), say)
            if public
            else record.taught(view.debrief, say)
            if view.debrief
            else ()
        )
        made = (
            region("scene", view.scene.title),
            region("briefing", el("p", forms.rich(view.briefing)) if not public else None),
            record.record(seen, say),
            region("debrief", told),
        )
        if len(self.shared) > 600:
            self.shared.clear()
        self.shared[key] = (trial, made)
        return made


def _empty() -> tuple[Region, ...]:
    """What is there before the trial is opened: nothing."""
    return tuple(region(id_) for id_ in ("scene", "briefing", "record", "debrief"))


def epoch(room: Room, seat: Seat) -> str:
    """What must stay the same for a page of `seat` to be changed rather than loaded anew."""
    sits = f"{seat.number}.{seat.court}.{seat.place}.{seat.named}.{seat.language}"
    return f"{room.id}.{sits}.{room.backs}"


def page_token(seat: Seat) -> str:
    """What a form of `seat` must bring along, besides the cookie, to come from our own page."""
    return hashlib.sha256(f"page {seat.key}".encode()).hexdigest()[:32]


def seat_role(room: Room, seat: Seat) -> Words:
    """What `seat` is in the room."""
    return place_name(room.program, seat.role or seat.job)


def _status(room: Room, seat: Seat, view: View, say: Translate) -> Nodes:
    if not may_answer(room, seat) and not is_over(room.trial_of(seat)):
        return nodes(el("p", say(HALTED[room.pace]), cls=f"halt {room.pace}"))
    ask = asked_of(room, seat)
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
            el("input", type="hidden", name="page", value=page_token(seat)),
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
