"""The teacher's desk: who is here and what they do, the pace, and what the class answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.host.decisions import asked_of
from game.host.events import Mode, Pace, Picks
from game.host.house import House
from game.host.page import Page
from game.host.room import COURT, Room, Seat
from game.host.seat import PUBLIC
from game.host.tree import Node, Nodes, Region, el, nodes, region
from game.scenario.steps import Answers, Ask, Role, TurnKind
from game.scenario.words import TN, T, Translate, Words
from game.trial.record import Trial, is_over
from game.trial.scoring import mark
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
}
UNREACHED = (
    T("No device has reached this computer yet. Look at these, in this order:"),
    T("Are the devices in the same Wi-Fi as this computer?"),
    T("Does the Wi-Fi keep its guests apart (“client isolation”)? Then use another, or a hotspot."),
    T("Does a firewall on this computer ask whether to let Python through? Say yes."),
    T("Does the Wi-Fi want a page with a password first? Open that page on the devices."),
)
MOST_QUESTIONS = 60


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
                region("seats", self._seats(room, say)),
                *(_doing(room, seat, away, say) for seat in room.seats.values()),
                region("answers", _answers(room, speech)),
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

    def _button(self, room: Room, act: str, text: str, value: str = "", seat: int = 0) -> Node:
        chosen = el("input", type="hidden", name="value", value=value) if value else None
        of_seat = el("input", type="hidden", name="seat", value=seat) if seat else None
        return self.form(room, act, chosen, of_seat, el("button", text, type="submit"))

    def _pace(self, room: Room, say: Translate) -> Nodes:
        def button(act: str, text: str, value: str = "") -> Node:
            return self._button(room, act, text, value)

        begun = room.pace is not Pace.WAITING
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
            button("next", say(T("Next: count the ballots"))) if room.together and begun else None,
            button("step", say(step), "no" if room.by_hand else "yes") if room.together else None,
            button("door", say(door), "no" if room.door else "yes"),
        )

    def _seats(self, room: Room, say: Translate) -> Nodes:
        count = say(TN("{n} seat", "{n} seats", len(room.seats)))
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
        proceeding = room.program.scenario.proceeding
        roles: list[Role | None] = [*Role, None] if room.together else [*Role]
        named = [
            (role or "public", role_name(role, proceeding) if role else PUBLIC) for role in roles
        ]
        mine = seat.role or "public"
        select = el(
            "select",
            (el("option", say(w), value=value, selected=value == mine) for value, w in named),
            name="value",
            id=f"role-{seat.number}",
            aria_label=say(T("Role of {name}", name=seat.name)),
        )
        of_seat = el("input", type="hidden", name="seat", value=seat.number)
        change = el("button", say(T("Move")), type="submit")
        return el(
            "tr",
            el("th", say(seat.name), scope="row"),
            el("td", self.form(room, "seat", of_seat, select, change)),
            el("td", id=f"doing-{seat.number}"),
            el(
                "td",
                None
                if room.together
                else self._button(room, "help", say(T("Help over this turn")), seat=seat.number),
                self._button(room, "slip", say(T("Other device")), seat=seat.number),
                self._button(room, "remove", say(T("Remove")), seat=seat.number),
            ),
        )


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
    if room.together and ask and seat.number in room.ballots.get(ask.key, {}):
        return T("has voted")
    if seat.number in away:
        return T("is away")
    if not room.together:
        turns = [s.key for s in trial.steps if isinstance(s, Ask) and s.role is seat.role]
        done = sum(key in trial.answers for key in turns)
        return T("turn {n} of about {of}", n=done + 1, of=len(turns))
    return T("thinks") if ask else T("listens")


def _answers(room: Room, speech: Speech) -> Nodes:
    """Each question that was answered, the latest first, with what the class said."""
    given = list(_given(room))[-MOST_QUESTIONS:][::-1]
    if not given:
        return ()
    return nodes(
        el("h2", speech.text(T("Answers"))),
        (_question(room, ask, answers, speech, n == 0) for n, (ask, answers) in enumerate(given)),
    )


Answered = list[tuple[Picks, Answers]]


def _given(room: Room) -> Iterator[tuple[Ask, Answered]]:
    """The questions of the case in order, each with the answers of seats and what each knew."""
    steps = room.program.steps
    for step in steps:
        if not isinstance(step, Ask):
            continue
        answers = list(_to(room, step))
        if answers:
            yield step, answers


def _to(room: Room, ask: Ask) -> Iterator[tuple[Picks, Answers]]:
    if room.together:
        known = room.trials[COURT].answers
        for picks in room.ballots.get(ask.key, {}).values():
            yield picks, known
        return
    for number, seat in room.seats.items():
        trial: Trial = room.trials[number]
        if seat.role is ask.role and ask.key in trial.answers:
            yield trial.answers[ask.key], trial.answers


def _question(room: Room, ask: Ask, answers: Answered, speech: Speech, is_latest: bool) -> Node:
    say, marks = speech.text, [mark(ask, picks, known) for picks, known in answers]
    full = sum(m.earned >= m.possible for m in marks)
    role = role_name(ask.role, room.program.scenario.proceeding)
    asked = speech.text(ask.prompt)
    told = T("{role}: {ask} ({n} of {of} in full)", role=role, ask=asked, n=full, of=len(answers))
    if ask.kind in (TurnKind.CHOOSE, TurnKind.MARK):
        inside: Nodes = (el("table", _counts(ask, answers, speech)),)
    else:
        inside = (el("p", say(T("{n} of {of} in full", n=full, of=len(answers)))),)
    return el(
        "details",
        el("summary", say(told)),
        inside,
        id=f"ask-{ask.key}",
        open=is_latest,
        cls="latest" if is_latest else None,
    )


def _counts(ask: Ask, answers: Answered, speech: Speech) -> Iterator[Node]:
    counted = Counter(pick for picks, _ in answers for pick in picks)
    for choice in ask.choices:
        n = counted[choice.pick]
        sound = choice.worth > 0
        yield el(
            "tr",
            el("th", "✓ " if sound else "", speech.text(choice.label), scope="row"),
            el("td", el("progress", value=n, max=len(answers)), f" {n}"),
            cls="sound" if sound else None,
        )
