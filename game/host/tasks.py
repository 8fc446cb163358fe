"""What a seat does beside voting: its job in a sentence, lines to read aloud, how it did."""

from __future__ import annotations

from collections.abc import Iterator

from game.host.events import Job, Pace
from game.host.forms import rich
from game.host.jobs import TASKS, is_read_by
from game.host.record import called
from game.host.room import Room, Seat
from game.host.tree import Node, Nodes, el, nodes
from game.scenario.steps import Ask
from game.scenario.words import T, Translate
from game.trial.record import is_over, taken
from game.trial.scoring import Mark, mark, per_criterion, total
from game.trial.speech import Speech
from game.trial.view import Line

READERS = (Job.READER, Job.CLERK)


def to_read(room: Room, seat: Seat, spoken: tuple[Line, ...]) -> Iterator[Line]:
    """The lines among those `spoken` that `seat` has still to read aloud.

    Where there are several readers, each lends one voice to the same people throughout.
    """
    if seat.role or seat.job not in READERS:
        return
    people = room.program.scenario.people
    numbers = {name: n for n, name in enumerate(people)}
    same = [one.number for one in room.at(seat.court) if not one.role and one.job is seat.job]
    for line in spoken[seat.read :]:
        person = people.get(line.by)
        if not is_read_by(seat.job, person.part if person else None, line.manner):
            continue
        if same[numbers.get(line.by, 0) % len(same)] == seat.number:
            yield line


def task(room: Room, seat: Seat, spoken: tuple[Line, ...], token: str, say: Translate) -> Nodes:
    """What the job of `seat` asks of it now, and its wish to speak or not.

    `spoken` is what everybody has heard; `token` proves that a form is from this page.
    """
    if not room.together or room.groups:
        return ()
    about = el("p", say(TASKS[seat.job]), cls="note") if seat.role is None else None
    if room.pace is Pace.WAITING:
        return nodes(about, _wish(seat, token, say))
    lines = [_aloud(line, say) for line in to_read(room, seat, spoken)]
    if not lines:
        return nodes(about)
    return nodes(
        about,
        el("h2", say(T("Read aloud"))),
        lines,
        _form("read", len(spoken), say(T("I have read it aloud")), token),
    )


def _aloud(line: Line, say: Translate) -> Node:
    who = el("b", called(line.name, line.part, say), ": ") if line.name else None
    return el("p", who, rich(line.says), cls="aloud")


def _wish(seat: Seat, token: str, say: Translate) -> Node:
    text = T("I may speak after all") if seat.quiet else T("I would rather not speak aloud")
    return _form("quiet", "no" if seat.quiet else "yes", say(text), token)


def _form(act: str, value: str | int, text: str, token: str) -> Node:
    return el(
        "form",
        el("input", type="hidden", name="page", value=token),
        el("input", type="hidden", name="act", value=act),
        el("input", type="hidden", name="value", value=value),
        el("button", text, type="submit", cls="quiet" if act == "quiet" else None),
        method="post",
        action="/seat/task",
        cls="inline",
    )


def result(room: Room, seat: Seat, speech: Speech) -> Nodes:
    """What this seat's own ballots would have earned, once its trial with others is over."""
    if not room.together or not is_over(room.trial_of(seat)):
        return ()
    say, marks = speech.text, tuple(own_marks(room, seat))
    sums = per_criterion(marks)
    if not sums:
        return ()
    rows = (
        el(
            "tr",
            el("th", speech.text(one.ask.prompt), scope="row"),
            el("td", f"{one.earned:g} / {one.possible:g}"),
            cls="sound" if one.earned >= one.possible else None,
        )
        for one in marks
    )
    return nodes(
        el("p", say(T("Your own ballots: {n} of 100", n=total(sums))), cls="total"),
        el("details", el("summary", say(T("Ballot by ballot"))), el("table", rows), id="ballots"),
    )


def own_marks(room: Room, seat: Seat) -> Iterator[Mark]:
    """The marks of each ballot that `seat` has cast on a turn that was answered since."""
    for step, known in taken(room.trial_of(seat)):
        if isinstance(step, Ask) and seat.number in room.ballots.get(step.key, {}):
            yield mark(step, room.ballots[step.key][seat.number], known)
