"""The projector: how to come in, who is here, and the court as everybody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.host import record
from game.host.decisions import HALTED, team_ballots, tied
from game.host.events import Pace
from game.host.house import House
from game.host.jobs import place_name
from game.host.page import Page
from game.host.progress import COMPARED, all_over, bar, compared, group_name, groups, minutes_left
from game.host.room import COURT, Room, Seat, missing
from game.host.tree import Node, Nodes, el, nodes, region
from game.scenario.steps import Role
from game.scenario.words import TN, T, Translate, Words
from game.trial.record import open_asks
from game.trial.speech import Speech
from game.trial.terms import role_name


@dataclass(frozen=True, slots=True)
class Hall:
    """Makes the page of the projector. `address` is where students go."""

    house: House

    def page(self, room: Room, language: str, address: str, first: int = 0) -> Page:
        """The projector of `room` now, with its lines from number `first`."""
        speech = self.house.speech(language, room.opened.file)
        say, seen = speech.text, self._court(room, language)
        spoken = seen.lines[first:] if seen else ()
        return Page(
            seq=room.seq,
            epoch=f"{room.id}.hall.{language}.{room.pace is Pace.WAITING}.{room.door}.{room.backs}",
            regions=(
                region("way", _way_in(room, address, say)),
                region("here", _here(room, say)),
                region("bell", el("p", say(minutes_left(room))) if room.bell else None),
                region("groups", _groups(room, speech)),
                region("status", _status(room, seen, say)),
                region("scene", el("h2", seen.scene, cls="unseen") if seen else None),
                region("record", record.record(seen, say).inside if seen else ()),
                region("debrief", record.outcome(seen, say) if seen else ()),
            ),
            first=first,
            lines=record.lines(spoken, first, say),
        )

    def _court(self, room: Room, language: str) -> record.Court | None:
        """What everybody sees of the trial together; nothing before it is opened."""
        if not room.together or room.groups or room.pace is Pace.WAITING:
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


def people_here(count: int) -> Words:
    """How many are in a room."""
    return TN("{n} is here", "{n} are here", count)


def _here(room: Room, say: Translate) -> Nodes:
    heading = el("h2", say(people_here(len(room.seats))), cls="count")
    return nodes(heading, el("ul", (_guest(room, seat, say) for seat in room.seats.values())))


def _guest(room: Room, seat: Seat, say: Translate) -> Node:
    if room.together:
        place = say(place_name(room.program, seat.role or seat.job))
        group = (say(group_name(seat.court)), " · ") if room.groups else ()
        return el("li", say(seat.name), el("small", group, place))
    return el("li", say(seat.name), bar(room.trials[seat.number], say(T("how far"))))


def _groups(room: Room, speech: Speech) -> Nodes:
    """Where the groups are; once all have ended, how they compare. Not before: it tells answers."""
    if not room.groups or room.pace is Pace.WAITING:
        return ()
    if all_over(room):
        return nodes(el("h2", speech.text(COMPARED)), compared(room, speech))
    return groups(room, speech)


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
        cast, team = len(team_ballots(room, ask)), len(room.voters(ask))
        says = T("{role}: {n} of {of} ballots", role=name, n=cast, of=team)
        yield el("p", say(says), cls="waiting")
        if not missing(room, ask.role) and tied(room, ask):
            yield el("p", say(T("A tie: your teacher decides.")), cls="waiting")
