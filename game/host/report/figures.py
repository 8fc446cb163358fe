"""What a report comes to, over all its classes: questions, marks, tricks, and what to repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from itertools import islice
from math import sqrt
from statistics import fmean

from game.host.report.model import Answer, ClassReport, Option, Question, Report, Student, Texts
from game.scenario.steps import Criterion, TurnKind
from game.scenario.tricks import TRICKS
from game.scenario.words import Words
from game.session.advice import ENOUGH
from game.session.progress import (
    Found,
    criteria_of_all,
    tricks_of_all,
    vigilance_of_all,
)
from game.trial.vigilance import Vigilance

# Fixed days do as well as any that grow or adapt (Latimier et al. 2021); what was learned about
# scams fades within two to four weeks. What the class can do comes back late, to see if it stayed.
SOON, LATE = (2, 7, 21, 60), (21, 60)
SOUND = 0.6  # of the answers right: that question needs no talk
ALARMS = 0.25  # of the look-alikes suspected: the class has become jumpy
FEW = 5  # answers: of fewer, nothing is compared
MOST_CASES = 4  # to choose from on one day
MOST_TO_TALK_ABOUT = 10  # questions: a lesson has room for no more


class Against(Enum):
    """How a class did beside made-up students; within two standard errors it is alike."""

    FEW = "few"
    WORSE = "worse"
    ALIKE = "alike"
    BETTER = "better"


class Slip(Enum):
    """What the commonest mistake at a question was."""

    PICKED = "picked"
    MISSED = "missed"
    SUSPECTED = "suspected"


@dataclass(frozen=True, slots=True)
class Mistake:
    """The commonest mistake: an option, what was done with it, and how often."""

    slip: Slip
    option: Option
    times: int


@dataclass(slots=True)
class Asked:
    """A question, and what all classes that had it answered; `one` is the first of them.

    `beside` is for each answer the share of made-up students that has it right.
    """

    one: ClassReport
    question: Question
    answers: list[Answer] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)

    @property
    def id(self) -> tuple[str, str, str]:
        """What tells it from all other questions: the case, its text, and the key in it."""
        return self.one.case, self.one.digest, self.question.shared or self.question.key

    @property
    def right(self) -> float:
        """The share that has it right; where much is to be decided, how much of it."""
        return fmean(answer.score for answer in self.answers)

    @property
    def expected(self) -> float | None:
        """The share of made-up students that has it right, in the same seats."""
        return fmean(self.beside) if self.beside else None

    @property
    def against(self) -> Against | None:
        """None where made-up students never come to the question, as with some follow-ups."""
        expected, count = self.expected, len(self.answers)
        if expected is None:
            return None
        if count < FEW:
            return Against.FEW
        margin = 2 * sqrt(max(expected * (1 - expected), 0.01) / count)
        if abs(self.right - expected) <= margin:
            return Against.ALIKE
        return Against.WORSE if self.right < expected else Against.BETTER

    @property
    def mistake(self) -> Mistake | None:
        """The commonest mistake that can be told by its words; None if nobody made any."""
        found = [m for option in self.question.options if (m := self._with(option)).times]
        return max(found, key=lambda mistake: mistake.times, default=None)

    def _with(self, option: Option) -> Mistake:
        picked = sum(option.pick in answer.picks for answer in self.answers)
        if self.question.kind is not TurnKind.MARK:
            return Mistake(Slip.PICKED, option, 0 if option.sound else picked)
        if option.sound:
            return Mistake(Slip.MISSED, option, len(self.answers) - picked)
        return Mistake(Slip.SUSPECTED, option, picked)


def questions(report: Report) -> tuple[Asked, ...]:
    """All questions in order; the same one of the same case counts over all classes."""
    found: dict[tuple[str, str, str], Asked] = {}
    for one in report.classes:
        by_key = {question.key: Asked(one, question) for question in one.questions}
        for asked in by_key.values():
            found.setdefault(asked.id, asked)
        for student in one.students:
            for answer in student.answers:
                own = by_key[answer.question]
                asked = found[own.id]
                asked.answers.append(answer)
                if own.question.expected is not None:
                    asked.beside.append(own.question.expected)
    return tuple(asked for asked in found.values() if asked.answers)


def to_talk_about(report: Report) -> list[Asked]:
    """The questions that most of the class did not have right, the weakest first.

    What only a few came to says little, unless the class is that small.
    """
    least = min(FEW, sum(1 for _ in everybody(report)) // 3)
    asked_enough = (asked for asked in questions(report) if len(asked.answers) >= least)
    weak = [asked for asked in asked_enough if asked.right < SOUND]
    return sorted(weak, key=lambda asked: asked.right)[:MOST_TO_TALK_ABOUT]


def everybody(report: Report) -> Iterator[tuple[ClassReport, Student]]:
    """The students of all classes who have answered anything, each with the class."""
    for one in report.classes:
        for student in one.students:
            if student.answers:
                yield one, student


def mean_marks(report: Report) -> float | None:
    totals = [student.total for _, student in everybody(report)]
    return fmean(totals) if totals else None


def mean_made_up(report: Report) -> float | None:
    """What made-up students would have come to in the same seats."""
    means = [
        one.made_up[student.role].mean
        for one, student in everybody(report)
        if student.role in one.made_up
    ]
    return fmean(means) if means else None


def spread(report: Report) -> tuple[list[int], list[float]]:
    """How many students have which marks, by tens; and how many made-up ones would have, in 100."""
    counts, made_up, seats = [0] * 10, [0.0] * 10, 0
    for one, student in everybody(report):
        counts[min(9, student.total // 10)] += 1
        if student.role in one.made_up:
            seats += 1
            beside = one.made_up[student.role]
            for place, count in enumerate(beside.tens):
                made_up[place] += count / max(1, beside.students)
    return counts, [100 * share / max(1, seats) for share in made_up]


def criteria(report: Report) -> dict[Criterion, tuple[float, float]]:
    """Points earned of points possible."""
    sums = criteria_of_all(student.criteria for _, student in everybody(report))
    return {criterion: (earned.points, earned.of) for criterion, earned in sums.items()}


def tricks(report: Report) -> dict[str, Found]:
    """How often each kind of trick was met and caught, the most often missed first."""
    return tricks_of_all(student.tricks for _, student in everybody(report))


def watched(report: Report) -> Vigilance | None:
    """The vigilance of everybody as one."""
    return vigilance_of_all(student.seen for _, student in everybody(report))


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is due on a day: tricks by kind, criteria, look-alikes, and cases to do it with."""

    day: date
    after: int
    tricks: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    look_alikes: bool
    cases: tuple[Texts, ...]

    @property
    def is_due(self) -> bool:
        return bool(self.tricks or self.criteria or self.look_alikes)


def repeats(report: Report) -> tuple[Repeat, ...]:
    """What to repeat when, counted from the latest class; days on which nothing is due are out."""
    missed: list[str] = []
    caught: list[str] = []
    for kind, found in tricks(report).items():
        (missed if found.caught < ENOUGH * found.met else caught).append(kind)
    weak = tuple(c for c, (got, of) in criteria(report).items() if got < SOUND * of)
    seen = watched(report)
    jumpy = seen is not None and seen.false_alarms > ALARMS * seen.look_alikes
    first = date.fromisoformat(report.day)
    due = []
    for number, days in enumerate(SOON):
        kinds = (*missed, *caught) if days in LATE else tuple(missed)
        day = first + timedelta(days=days)
        others = tuple(c for c in weak if c is not Criterion.TRAPS)
        cases = tuple(islice(_practice(report, kinds, number), MOST_CASES))
        due.append(Repeat(day, days, kinds, others, jumpy, cases))
    return tuple(repeat for repeat in due if repeat.is_due)


def _practice(report: Report, kinds: Sequence[str], number: int) -> Iterator[Texts]:
    """For each of `kinds` a case, the next one in turn every time, none of them twice."""
    told = set()
    for kind in kinds:
        cases = {str(case): case for one in report.classes for case in one.practice.get(kind, ())}
        if rest := [name for name in cases if name not in told]:
            name = rest[number % len(rest)]
            told.add(name)
            yield cases[name]


def trick_name(kind: str) -> Words:
    """What a kind of trick is called; one that this version does not know keeps its id."""
    return dict(TRICKS).get(kind) or Words(kind)


def traps_of(report: Report, kind: str) -> Iterator[tuple[Texts, Texts]]:
    """What gives away the traps of `kind` in the cases of the report, and what to do instead."""
    told = set()
    for one in report.classes:
        for trap in one.traps:
            if trap.kind == kind and str(trap) not in told:
                told.add(str(trap))
                yield trap.tell, trap.lesson
