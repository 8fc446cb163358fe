"""The projector: how to come in, who is here, and the court as everybody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.host import record
from game.host.decisions import HALTED, team_ballots
from game.host.events import Pace
from game.host.house import House
from game.host.page import Page
from game.host.room import COURT, Room, Seat
from game.host.tree import Node, Nodes, el, nodes, region
from game.scenario.steps import Role
from game.scenario.words import TN, T, Translate
from game.trial.record import is_over, open_asks
from game.trial.terms import role_name


@dataclass(frozen=True, slots=True)
class Hall:
    """Makes the page of the projector. `address` is where students go."""

    house: House

    def page(self, room: Room, language: str, address: str, first: int = 0) -> Page:
        """The projector of `room` now, with its lines from number `first`."""
        say = self.house.speech(language, room.opened.file).text
        seen = self._court(room, language)
        spoken = seen.lines[first:] if seen else ()
        return Page(
            seq=room.seq,
            epoch=f"{room.id}.hall.{language}.{room.pace is Pace.WAITING}.{room.door}",
            regions=(
                region("way", _way_in(room, address, say)),
                region("here", _here(room, say)),
                region("status", _status(room, seen, say)),
                region("scene", el("h2", seen.scene) if seen else None),
                region("record", record.record(seen, say).inside if seen else ()),
                region("debrief", record.outcome(seen, say) if seen else ()),
            ),
            first=first,
            lines=record.lines(spoken, first, say),
        )

    def _court(self, room: Room, language: str) -> record.Court | None:
        """What everybody sees of the trial together; nothing before it is opened."""
        if not room.together or room.pace is Pace.WAITING:
            return None
        return record.court(self.house.view(room, COURT, Role.DEFENCE, language))


def _way_in(room: Room, address: str, say: Translate) -> Nodes:
    if not room.door:
        return nodes(el("p", say(T("The door is shut: nobody more can come in."))))
    code = f"{room.opened.code[:3]} {room.opened.code[3:]}"
    return nodes(
        el("p", say(T("Open this address:")), " ", el("b", address, cls="address")),
        el("p", say(T("Code:")), " ", el("b", code, cls="code")),
    )


def _here(room: Room, say: Translate) -> Nodes:
    count = len(room.seats)
    heading = el("h2", say(TN("{n} is here", "{n} are here", count)), cls="count")
    return nodes(heading, el("ul", (_guest(room, seat, say) for seat in room.seats.values())))


def _guest(room: Room, seat: Seat, say: Translate) -> Node:
    if room.together:
        role = role_name(seat.role, room.program.scenario.proceeding) if seat.role else None
        return el("li", say(seat.name), el("small", say(role)) if role else None)
    trial = room.trials[seat.number]
    done = trial.at if not is_over(trial) else len(trial.steps)
    bar = el("progress", value=done, max=len(trial.steps), aria_label=say(T("how far")))
    return el("li", say(seat.name), bar)


def _status(room: Room, seen: record.Court | None, say: Translate) -> Nodes:
    if room.pace is not Pace.OPEN:
        return nodes(el("p", say(HALTED[room.pace]), cls=f"halt {room.pace}"))
    if seen is None:
        return ()
    if seen.over:
        return nodes(el("p", say(T("The trial is over."))))
    return nodes(_waited_for(room, say))


def _waited_for(room: Room, say: Translate) -> Iterator[Node]:
    for ask in open_asks(room.trials[COURT]):
        name = role_name(ask.role, room.program.scenario.proceeding)
        cast, team = len(team_ballots(room, ask)), len(room.team(ask.role))
        says = T("{role}: {n} of {of} ballots", role=name, n=cast, of=team)
        yield el("p", say(says), cls="waiting")
