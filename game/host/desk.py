"""The teacher's desk: who is here and what they do, the pace, and what the class answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.host import answers, progress
from game.host.decisions import asked_of, has_voted, tied
from game.host.events import Mode, Pace
from game.host.house import House
from game.host.jobs import Place, jobs_in, place_name
from game.host.names import so_many_seats
from game.host.page import Page
from game.host.room import COURT, Room, Seat, missing
from game.host.tree import Node, Nodes, Region, el, nodes, region
from game.scenario.steps import Ask, Role
from game.scenario.words import T, Translate, Words
from game.trial.record import is_over, open_asks
from game.trial.speech import Speech
from game.trial.terms import role_name

PACES = {
    Pace.WAITING: T("The trial has not been opened yet."),
    Pace.OPEN: T("Answers are open."),
    Pace.LOCKED: T("Answers are closed."),
    Pace.PAUSED: T("Everybody pauses."),
}
MODES = {
    Mode.EACH: T("each for themself"),
    Mode.TOGETHER: T("one trial together"),
    Mode.GROUPS: T("groups side by side"),
}
UNREACHED = (
    T("No device has reached this computer yet. Look at these, in this order:"),
    T("Are the devices in the same Wi-Fi as this computer?"),
    T("Does the Wi-Fi keep its guests apart (“client isolation”)? Then use another, or a hotspot."),
    T("Does a firewall on this computer ask whether to let Python through? Say yes."),
    T("Does the Wi-Fi want a page with a password first? Open that page on the devices."),
)
STUCK = 3  # minutes at one turn
MORE = T("More actions")


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes the teacher's page of a room. `token` goes into every form of it."""

    house: House
    token: str

    def page(self, room: Room, language: str, reached: bool) -> Page:
        """The desk of `room` now; `reached` says whether any other device has come by."""
        speech = self.house.speech(language, room.opened.file)
        say = speech.text
        away = self.house.away(room)
        return Page(
            seq=room.seq,
            epoch=f"{room.id}.desk.{language}",
            regions=(
                region("check", () if reached or room.seats else _unreached(say)),
                region("pace", self._pace(room, say)),
                region("bell", _bell(room, say)),
                region("stuck", self._stuck(room, away, say)),
                region("ties", self._ties(room, away, speech)),
                region("groups", self._groups(room, speech)),
                region("seats", self._seats(room, say)),
                *(_doing(room, seat, away, say) for seat in room.seats.values()),
                region("compared", _compared(room, speech)),
                region("errors", answers.misconceptions(room, speech)),
                region("answers", answers.answers(room, speech)),
            ),
        )

    def form(self, room: Room, act: str, *inside: Node | None, cls: str = "inline") -> Node:
        """A form that does `act` in `room`."""
        return el(
            "form",
            el("input", type="hidden", name="token", value=self.token),
            el("input", type="hidden", name="act", value=act),
            inside,
            method="post",
            action=f"/desk/{room.id}",
            cls=cls,
        )

    def _button(self, room: Room, act: str, text: str, **given: str | int) -> Node:
        hidden = (
            el("input", type="hidden", name=name, value=value) for name, value in given.items()
        )
        return self.form(room, act, *hidden, el("button", text, type="submit"))

    def _pace(self, room: Room, say: Translate) -> Nodes:
        def button(act: str, text: str, value: str = "") -> Node:
            return self._button(room, act, text, value=value)

        begun, one = room.pace is not Pace.WAITING, room.together and not room.groups
        opening = T("Open the answers") if begun else T("Open the trial")
        door = T("Let nobody more in") if room.door else T("Let late comers in")
        step = T("Go on by itself") if room.by_hand else T("Wait for me after every turn")
        return nodes(
            el("p", say(PACES[room.pace]), cls=f"halt {room.pace}", role="status"),
            button("pace", say(opening), Pace.OPEN) if room.pace is not Pace.OPEN else None,
            button("pace", say(T("Close the answers")), Pace.LOCKED)
            if room.pace is Pace.OPEN
            else None,
            button("pace", say(T("Pause")), Pace.PAUSED)
            if room.pace in (Pace.OPEN, Pace.LOCKED)
            else None,
            button("next", say(T("Next: count the ballots"))) if one and begun else None,
            button("back", say(T("One move back"))) if one and begun else None,
            button("skip", say(T("Skip this scene"))) if one and begun else None,
            button("verdict", say(T("Jump to the verdict"))) if begun else None,
            button("fit", say(T("Skip what does not fit in before the bell")))
            if room.bell
            else None,
            el(
                "details",
                el("summary", say(MORE)),
                button("step", say(step), "no" if room.by_hand else "yes") if one else None,
                button("rotate", say(T("Everybody to another place"))) if one else None,
                button("door", say(door), "no" if room.door else "yes"),
                id="more",
            ),
        )

    def _seats(self, room: Room, say: Translate) -> Nodes:
        count = say(so_many_seats(len(room.seats)))
        head = (say(T("Name")), say(T("Role")), say(T("What they do")), say(T("Change")))
        return nodes(
            el("h2", count),
            el(
                "table",
                el("thead", el("tr", (el("th", text, scope="col") for text in head))),
                el("tbody", (self._row(room, seat, say) for seat in room.seats.values())),
            ),
        )

    def _row(self, room: Room, seat: Seat, say: Translate) -> Node:
        of_seat = el("input", type="hidden", name="seat", value=seat.number)
        change = el("button", say(T("Move")), type="submit")
        marks = [say(words) for words in _wishes(seat)]
        return el(
            "tr",
            el("th", say(seat.name), (el("small", " ", words) for words in marks), scope="row"),
            el(
                "td",
                self.form(
                    room, "seat", of_seat, _place(room, seat, say), _group(room, seat, say), change
                ),
            ),
            el("td", id=f"doing-{seat.number}"),
            el(
                "td",
                el(
                    "details",
                    el("summary", say(MORE)),
                    self._more(room, seat, say),
                    id=f"more-{seat.number}",
                ),
            ),
        )

    def _more(self, room: Room, seat: Seat, say: Translate) -> Iterator[Node]:
        def button(act: str, words: Words, value: str = "yes") -> Node:
            return self._button(room, act, say(words), value=value, seat=seat.number)

        if not room.together:
            yield button("help", T("Help over this turn"))
            yield button("back", T("One move back"), str(seat.number))
        extra, muted, quiet = seat.extra, seat.muted, seat.quiet
        yield button("extra", T("No extra time") if extra else T("Extra time"), _no(extra))
        yield button("mute", T("Let take part again") if muted else T("Mute"), _no(muted))
        if room.together and not room.groups:
            yield button("quiet", T("May speak") if quiet else T("No speaking part"), _no(quiet))
        yield button("name", T("Another name"))
        yield button("slip", T("Other device"))
        yield button("remove", T("Remove"))

    def _stuck(self, room: Room, away: frozenset[int], say: Translate) -> Nodes:
        """Who has been at one turn for minutes, the longest first."""
        waits = {
            seat.number: self.house.minutes_at_turn(room, seat)
            for seat in room.seats.values()
            if seat.number not in away and not seat.muted and room.pace is Pace.OPEN
        }
        stuck = sorted((n for n, m in waits.items() if m >= STUCK), key=lambda n: -waits[n])
        if not stuck:
            return ()
        told = (T("{name}, for {n} minutes", name=room.seats[n].name, n=waits[n]) for n in stuck)
        return nodes(el("h2", say(T("Who is stuck"))), el("ul", (el("li", say(w)) for w in told)))

    def _ties(self, room: Room, away: frozenset[int], speech: Speech) -> Iterator[Node]:
        """The teams that have voted and cannot agree, with a button for each answer."""
        if not room.together or room.groups:
            return
        for ask in open_asks(room.trials[COURT]):
            leading = tied(room, ask)
            if leading and not missing(room, ask.role, away):
                yield self._tie(room, ask, {picks[0] for picks in leading}, speech)

    def _tie(self, room: Room, ask: Ask, leading: set[str], speech: Speech) -> Node:
        role = role_name(ask.role, room.program.scenario.proceeding)
        says = T("A tie in the team of {role}: {ask} You decide.", role=role, ask=ask.prompt)
        return el(
            "div",
            el("p", speech.text(says)),
            (
                self._button(room, "tie", speech.text(c.label), value=c.pick)
                for c in ask.choices
                if c.pick in leading
            ),
            cls="halt waiting",
        )

    def _groups(self, room: Room, speech: Speech) -> Nodes:
        """Where each group is, and what can be done about it."""
        if not room.groups:
            return ()
        rows = (self._group_row(room, court, speech) for court in progress.playing(room))
        return nodes(
            el("h2", speech.text(T("Groups"))),
            el("table", rows, cls="bars"),
        )

    def _group_row(self, room: Room, court: int, speech: Speech) -> Node:
        acts = [
            ("next", T("Next: count the ballots")),
            ("skip", T("Skip this scene")),
            ("back", T("One move back")),
        ]
        if room.pace is Pace.WAITING:
            acts = []
        elif is_over(room.trials[court]):
            acts = acts[-1:]
        buttons = (self._button(room, act, speech.text(words), value=court) for act, words in acts)
        return el(
            "tr",
            el("th", speech.text(progress.group_name(court)), scope="row"),
            el("td", progress.place(room, court, speech)),
            el("td", buttons),
        )


def _compared(room: Room, speech: Speech) -> Nodes:
    """How the groups compare so far, folded: the projector has it only once all have ended."""
    if not room.groups or not (told := progress.compared(room, speech)):
        return ()
    title = el("summary", speech.text(progress.COMPARED))
    return nodes(el("details", title, told, id="compared-groups", open=progress.all_over(room)))


def _no(is_so: bool) -> str:
    return "no" if is_so else "yes"


def _wishes(seat: Seat) -> Iterator[Words]:
    """What is special about a seat; only the desk shows it."""
    if seat.quiet:
        yield T("no speaking part")
    if seat.muted:
        yield T("muted")
    if seat.extra:
        yield T("extra time")


def _place(room: Room, seat: Seat, say: Translate) -> Node:
    """Where the seat may be moved to."""
    there: list[Place] = [*Role, *jobs_in(room.program)] if room.together else [*Role]
    options = (
        el(
            "option",
            say(place_name(room.program, place)),
            value=place,
            selected=place == seat.place,
        )
        for place in there
    )
    label = say(T("Role of {name}", name=seat.name))
    return el("select", options, name="value", id=f"role-{seat.number}", aria_label=label)


def _group(room: Room, seat: Seat, say: Translate) -> Node | None:
    if not room.groups:
        return None
    options = (
        el("option", say(progress.group_name(n)), value=n, selected=n == seat.court)
        for n in room.trials
    )
    label = say(T("Group of {name}", name=seat.name))
    return el("select", options, name="court", id=f"group-{seat.number}", aria_label=label)


def _bell(room: Room, say: Translate) -> Nodes:
    return nodes(el("p", say(progress.minutes_left(room)))) if room.bell else ()


def _unreached(say: Translate) -> Nodes:
    first, *rest = UNREACHED
    return nodes(el("p", say(first)), el("ul", (el("li", say(line)) for line in rest)))


def _doing(room: Room, seat: Seat, away: frozenset[int], say: Translate) -> Region:
    return region(f"doing-{seat.number}", say(_does(room, seat, away)))


def _does(room: Room, seat: Seat, away: frozenset[int]) -> Words:
    trial = room.trial_of(seat)
    if is_over(trial):
        return T("is done")
    ask = asked_of(room, seat)
    if room.together and ask and has_voted(room, seat, ask):
        return T("has voted")
    if seat.number in away:
        return T("is away")
    if not room.together:
        turns = [s.key for s in trial.steps if isinstance(s, Ask) and s.role is seat.role]
        done = sum(key in trial.answers for key in turns)
        return T("turn {n} of about {of}", n=done + 1, of=len(turns))
    return T("thinks") if ask else T("listens")
