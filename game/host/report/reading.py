"""The report of a class is read off its room; nothing was counted while it played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from game.host.events import Picks
from game.host.report.model import (
    Answer,
    ClassReport,
    MadeUp,
    Option,
    Question,
    Student,
    Texts,
    Trap,
)
from game.host.room import Room, Seat
from game.host.tasks import own_marks
from game.learning.questions import Class, score
from game.learning.study import study
from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.words import Words, own
from game.session.progress import Earned, as_seen, tricks_met
from game.session.stuck import Stuck
from game.trial.reasons import soundness
from game.trial.record import Program, is_over
from game.trial.scoring import Mark, marks, per_criterion, total
from game.trial.speech import Speech
from game.trial.vigilance import weighed

MADE_UP = 200  # students; a few hundred give each question to the nearest few of a hundred
Given = list[tuple[Mark, Picks]]
Classmates = Mapping[Role, Class]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a room does not know of itself: when it was, how it is told of, and what comes next.

    `speeches` are by language; `practice` are titles of cases in which a trick comes back.
    """

    at: str
    speeches: Mapping[str, Speech]
    name: str = ""
    practice: Mapping[str, tuple[Texts, ...]] = field(default_factory=dict)

    def texts(self, words: Words | None) -> Texts:
        """`words` in all languages."""
        if words is None:
            return {}
        return {language: speech.text(words) for language, speech in self.speeches.items()}


def class_report(room: Room, telling: Telling, classmates: Classmates) -> ClassReport:
    """What the class in `room` came to, beside its made-up `classmates`."""
    given = {seat.number: list(_given(room, seat)) for seat in room.seats.values()}
    answered = {mark.ask.key for rows in given.values() for mark, _ in rows}
    case, opened = room.program.scenario, room.opened
    asks = [step for step in _asks(room.program) if step.key in answered]
    roles = {ask.role for ask in asks}
    kinds = {trap.kind for trap in case.traps.values()}
    return ClassReport(
        room=room.id,
        name=telling.name,
        case=case.id,
        digest=opened.digest,
        cut=opened.cut,
        title=telling.texts(own(case.title)),
        proceeding=case.proceeding,
        at=telling.at,
        mode=opened.mode,
        first=opened.first,
        questions=tuple(_question(ask, room.program, telling, classmates) for ask in asks),
        students=tuple(_student(room, room.seats[n], rows) for n, rows in given.items()),
        traps=tuple(
            Trap(t.kind, telling.texts(own(t.tell)), telling.texts(own(t.lesson)))
            for t in case.traps.values()
        ),
        made_up={role: _made_up(of) for role, of in classmates.items() if role in roles},
        practice={kind: cases for kind, cases in telling.practice.items() if kind in kinds},
    )


def made_up_class(program: Program) -> Classmates:
    """Made-up students in each role of `program`; a role that they cannot finish stays empty."""
    found = {}
    for role in Role:
        try:
            found[role] = study(program, role, MADE_UP, unread=0)
        except Stuck:
            continue
    return found


def _given(room: Room, seat: Seat) -> Iterator[tuple[Mark, Picks]]:
    """What `seat` has answered itself: in a trial together its ballots."""
    if room.together:
        rows = ((mark, room.ballots[mark.ask.key][seat.number]) for mark in own_marks(room, seat))
    else:
        trial = room.trial_of(seat)
        assert seat.role is not None
        rows = ((mark, trial.answers[mark.ask.key]) for mark in marks(trial, seat.role))
    return ((mark, picks) for mark, picks in rows if mark.ask.kind is not TurnKind.SPEAK)


def _student(room: Room, seat: Seat, given: Given) -> Student:
    sums = per_criterion(mark for mark, _ in given)
    marked = [(mark.ask, picks) for mark, picks in given if mark.ask.kind is TurnKind.MARK]
    return Student(
        seat=seat.number,
        role=seat.role,
        job=seat.job,
        answers=tuple(
            Answer(m.ask.key, picks, round(score(m), 4), round(m.earned, 4), round(m.possible, 4))
            for m, picks in given
        ),
        done=is_over(room.trial_of(seat)),
        total=max(0, total(sums)),
        criteria={c: Earned(round(got, 2), round(of, 2)) for c, (got, of) in sums.items()},
        tricks=tricks_met(room.program.scenario, marked),
        seen=as_seen(weighed(marked)),
    )


def _question(ask: Ask, program: Program, telling: Telling, classmates: Classmates) -> Question:
    made_up = classmates[ask.role].questions if ask.role in classmates else ()
    expected = next((round(q.right, 4) for q in made_up if q.ask.key == ask.key), None)
    is_list = ask.kind in (TurnKind.CHOOSE, TurnKind.MARK)
    return Question(
        key=ask.key,
        role=ask.role,
        kind=ask.kind,
        criterion=ask.criterion,
        asks=telling.texts(ask.prompt),
        options=tuple(
            Option(c.pick, telling.texts(c.label), soundness(c), telling.texts(c.because))
            for c in (ask.choices if is_list else ())
        ),
        belief=telling.texts(ask.belief),
        expected=expected,
        shared=_shared(ask, program),
    )


def _asks(program: Program) -> Iterator[Ask]:
    """The turns that earn marks; a speech is rated for the speaker's sake."""
    for step in program.steps:
        if isinstance(step, Ask) and step.kind is not TurnKind.SPEAK:
            yield step


def _shared(ask: Ask, program: Program) -> str:
    """The group of `ask`, if it puts the same question to all roles."""
    prompts = {other.prompt for other in _asks(program) if other.group == ask.group}
    return ask.group if ask.group and prompts == {ask.prompt} else ""


def _made_up(of: Class) -> MadeUp:
    tens = [0] * 10
    for marks_of_one in of.totals:
        tens[min(9, max(0, marks_of_one) // 10)] += 1
    return MadeUp(len(of.totals), round(fmean(of.totals), 2), tuple(tens))
