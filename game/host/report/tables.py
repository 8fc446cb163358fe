"""Every number of a report stands in a table; the page and all files are written from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from game.host.desk import MODES
from game.host.jobs import JOBS
from game.host.report import figures
from game.host.report.figures import Against, Asked, Mistake, Slip
from game.host.report.model import ClassReport, Report, Student, Voice
from game.scenario.steps import Criterion
from game.scenario.words import TN, T, Translate, Words, put
from game.session.progress import vigilance_of_all
from game.trial.terms import CRITERIA, EYES, LEANINGS, role_name
from game.trial.vigilance import Vigilance

Cell = str | int | None
Row = tuple[Cell, ...]

CLASS, CASE, SEAT, NAME, ROLE = T("Class"), T("Case"), T("Seat"), T("Made-up name"), T("Role")
QUESTION, RIGHT, MADE_UP = T("Question"), T("Right, %"), T("Made-up class, %")
AGAINST = {
    Against.FEW: T("too few answers"),
    Against.WORSE: T("harder for this class"),
    Against.ALIKE: T("about the same"),
    Against.BETTER: T("easier for this class"),
}
SLIPS = {
    Slip.PICKED: T("“{says}” (×{n})"),
    Slip.MISSED: T("missed: “{says}” (×{n})"),
    Slip.SUSPECTED: T("suspected, though honest: “{says}” (×{n})"),
}
RIGHT_MEANS = T(
    "Right: how many have it right; where much is to be decided, how much of it. The made-up "
    "class answers the same questions by ability and luck; its figures are judged from the form of "
    "each question, and no real class was ever measured for them."
)
LOOK_ALIKES = T("honest look-alikes, which are not to be suspected")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading, and a note below it. Numbers are whole, so that all writers agree."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def tables(report: Report, voice: Voice) -> tuple[Table, ...]:
    """All tables of `report`, but that of single answers."""
    return _Tables(report, voice).all()


def answers(report: Report, voice: Voice) -> Table:
    """Every single answer, a row each."""
    return _Tables(report, voice).answers()


@dataclass(frozen=True, slots=True)
class _Tables:
    report: Report
    voice: Voice

    @property
    def say(self) -> Translate:
        return self.voice.say

    def all(self) -> tuple[Table, ...]:
        return (
            self.classes(),
            self.marks(),
            self.criteria(),
            self.vigilance(),
            self.tricks(),
            self.talk(),
            self.repeats(),
            self.students(),
            self.questions(),
        )

    def _table(self, id_: str, title: Words, columns: tuple[Words, ...], rows: Iterator[Row],
               note: Words | None = None) -> Table:  # fmt: skip
        named = tuple(self.say(column) for column in columns)
        clean = tuple(tuple(printable(c) if isinstance(c, str) else c for c in r) for r in rows)
        return Table(id_, self.say(title), named, clean, self.say(note) if note else "")

    def classes(self) -> Table:
        columns = (CLASS, CASE, T("Day"), T("How"), T("Students"), T("Answers given"),
                   T("Marks, mean of 100"), T("Made-up class, mean of 100"))  # fmt: skip
        return self._table("classes", T("Classes"), columns, self._classes())

    def _classes(self) -> Iterator[Row]:
        for one in self.report.classes:
            alone = Report((one,))
            yield (
                called(one),
                self.voice.of(one.title),
                one.day,
                self.say(MODES[one.mode]),
                sum(1 for _ in figures.everybody(alone)),
                one.answers,
                _whole(figures.mean_marks(alone)),
                _whole(figures.mean_made_up(alone)),
            )

    def marks(self) -> Table:
        columns = (T("Marks"), T("Students"), T("Students, %"), MADE_UP)
        return self._table("marks", T("How the marks are spread"), columns, self._spread())

    def _spread(self) -> Iterator[Row]:
        counts, made_up = figures.spread(self.report)
        for ten, (count, beside) in enumerate(zip(counts, made_up, strict=True)):
            name = f"{10 * ten}–{10 * ten + 9 if ten < 9 else 100}"
            yield name, count, percent(count, sum(counts)), round(beside)

    def criteria(self) -> Table:
        columns = (T("Criterion"), T("Points"), T("Points possible"), T("Marks, %"))
        rows = (
            (self.say(CRITERIA[name]), round(got), round(of), percent(got, of))
            for name, (got, of) in figures.criteria(self.report).items()
        )
        return self._table("criteria", T("Marks by criterion"), columns, rows)

    def vigilance(self) -> Table:
        columns = (T("Traps seen"), T("Traps met"), T("False alarms"), T("Look-alikes met"),
                   T("Eyes"))  # fmt: skip
        seen = figures.watched(self.report)
        rows = iter([self._seen(seen)] if seen else [])
        note = T(
            "Vigilance has two sides: to see traps, and not to suspect what is honest. Both count "
            "alike."
        )
        return self._table("vigilance", T("Vigilance of the whole class"), columns, rows, note)

    def _seen(self, seen: Vigilance | None) -> Row:
        if seen is None:
            return (None,) * 5
        eyes = T("{one}, {other}", one=EYES[seen.eyes], other=LEANINGS[seen.word])
        return seen.hits, seen.traps, seen.false_alarms, seen.look_alikes, self.say(eyes)

    def tricks(self) -> Table:
        columns = (T("Trick"), T("Met"), T("Seen"), T("Missed"), T("Seen, %"),
                   T("What gives it away"), T("What to do instead"))  # fmt: skip
        return self._table("tricks", T("Traps by kind"), columns, self._tricks())

    def _tricks(self) -> Iterator[Row]:
        for kind, found in figures.tricks(self.report).items():
            traps = [
                (self.voice.of(tell), self.voice.of(lesson))
                for tell, lesson in figures.traps_of(self.report, kind)
            ]
            yield (
                self.say(figures.trick_name(kind)),
                found.met,
                found.caught,
                found.met - found.caught,
                percent(found.caught, found.met),
                self._told(tell for tell, _ in traps),
                self._told(lesson for _, lesson in traps),
            )

    def questions(self) -> Table:
        columns = (T("No."), *self._case, ROLE, QUESTION, T("Criterion"), T("Answers given"), RIGHT,
                   MADE_UP, T("Beside the made-up class"))  # fmt: skip
        rows = (
            (
                number,
                *self._of(asked.one),
                self._asked_of(asked),
                self.voice.of(asked.question.asks),
                self.say(CRITERIA[asked.question.criterion]),
                len(asked.answers),
                percent(asked.right),
                None if asked.expected is None else percent(asked.expected),
                self.say(AGAINST[asked.against]) if asked.against else None,
            )
            for number, asked in enumerate(figures.questions(self.report), 1)
        )
        return self._table("questions", T("Questions"), columns, rows, RIGHT_MEANS)

    def _asked_of(self, asked: Asked) -> str:
        if asked.question.shared:
            return self.say(T("all roles"))
        return self.say(role_name(asked.question.role, asked.one.proceeding))

    def talk(self) -> Table:
        columns = (T("No."), QUESTION, RIGHT, T("What many believe"), T("Commonest mistake"),
                   T("What to say to it"))  # fmt: skip
        numbers = {asked.id: n for n, asked in enumerate(figures.questions(self.report), 1)}
        rows = (
            self._to_talk_about(asked, numbers[asked.id])
            for asked in figures.to_talk_about(self.report)
        )
        return self._table("talk", T("What to talk about first"), columns, rows)

    def _to_talk_about(self, asked: Asked, number: int) -> Row:
        mistake = asked.mistake
        return (
            number,
            self.voice.of(asked.question.asks),
            percent(asked.right),
            self.voice.of(asked.question.belief) or None,
            self._mistake(mistake) if mistake else None,
            (self.voice.of(mistake.option.because) or None) if mistake else None,
        )

    def _mistake(self, mistake: Mistake) -> str:
        says = self.voice.of(mistake.option.says)
        return self.say(put(SLIPS[mistake.slip], says=says, n=mistake.times))

    def repeats(self) -> Table:
        columns = (T("Day"), T("Days after"), T("What to repeat"), T("For example with"))
        note = T(
            "What was learned about traps fades within weeks, so it comes back after 2, 7, 21 and "
            "60 days, five minutes each time. The last one is the one that counts: what the class "
            "still sees then, it has learned."
        )
        return self._table("repeats", T("What to repeat when"), columns, self._repeats(), note)

    def _repeats(self) -> Iterator[Row]:
        for due in figures.repeats(self.report):
            what = [self.say(figures.trick_name(kind)) for kind in due.tricks]
            what += [self.say(CRITERIA[criterion]) for criterion in due.criteria]
            what += [self.say(LOOK_ALIKES)] if due.look_alikes else []
            cases = [self.voice.of(case) for case in due.cases]
            yield due.day.isoformat(), due.after, self._list(what), self._list(cases) or None

    def students(self) -> Table:
        found = figures.criteria(self.report)
        columns = (*self._class, SEAT, NAME, ROLE, T("Answers given"), T("Trial"),
                   T("Marks of 100"),
                   *(T("{criterion}, %", criterion=CRITERIA[name]) for name in found),
                   T("Traps seen"), T("Traps met"), T("False alarms"), T("Look-alikes met"),
                   T("Eyes"))  # fmt: skip
        rows = (
            self._student(one, student, tuple(found))
            for one in self.report.classes
            for student in one.students
        )
        note = T(
            "Names are made up; who had which seat is known to the class alone. In a trial "
            "together these are the marks of each student's own ballots, whatever the team decided."
        )
        return self._table("students", T("Students"), columns, rows, note)

    def _student(self, one: ClassReport, student: Student, found: tuple[Criterion, ...]) -> Row:
        earned = student.criteria
        return (
            *self._who(one, student),
            len(student.answers),
            self.say(T("finished") if student.done else T("unfinished")),
            student.total if student.answers else None,
            *(percent(earned[c].points, earned[c].of) if c in earned else None for c in found),
            *self._seen(vigilance_of_all([student.seen])),
        )

    def answers(self) -> Table:
        columns = (*self._class, SEAT, NAME, ROLE, T("Key"), QUESTION, T("Answer"), RIGHT)
        return self._table("answers", T("Every answer"), columns, self._answers())

    def _answers(self) -> Iterator[Row]:
        for one in self.report.classes:
            asked = {question.key: question for question in one.questions}
            for student in one.students:
                for answer in student.answers:
                    question = asked[answer.question]
                    says = {o.pick: self.voice.of(o.says) for o in question.options}
                    yield (
                        *self._who(one, student),
                        answer.question,
                        self.voice.of(question.asks),
                        self._list(says.get(pick, pick) for pick in answer.picks),
                        percent(answer.score),
                    )

    def _who(self, one: ClassReport, student: Student) -> Row:
        role = role_name(student.role, one.proceeding) if student.role else JOBS[student.job]
        return (*self._in(one), student.seat, self.say(one.name_of(student)), self.say(role))

    def _list(self, parts: Iterable[str]) -> str:
        """`parts` in one line, as the language puts them side by side."""
        return self._joined(T("{one}; {more}"), parts)

    def _told(self, sentences: Iterable[str]) -> str:
        """`sentences` one after the other, each once."""
        return self._joined(T("{one} {more}"), dict.fromkeys(sentences))

    def _joined(self, between: Words, parts: Iterable[str]) -> str:
        def put_beside(one: str, more: str) -> str:
            return self.say(put(between, one=one, more=more))

        return reduce(put_beside, parts) if (parts := tuple(parts)) else ""

    @property
    def _class(self) -> tuple[Words, ...]:
        """The column that tells classes apart, where there are several."""
        return (CLASS,) if len(self.report.classes) > 1 else ()

    def _in(self, one: ClassReport) -> Row:
        return (called(one),) if self._class else ()

    @property
    def _case(self) -> tuple[Words, ...]:
        """The column that tells cases apart, where there are several."""
        return (CASE,) if len({one.case for one in self.report.classes}) > 1 else ()

    def _of(self, one: ClassReport) -> Row:
        return (self.voice.of(one.title),) if self._case else ()


def called(one: ClassReport) -> str:
    """A class by its name, or by the beginning of its room's."""
    return one.name or one.room[:6]


def students_counted(report: Report) -> Words:
    """How many students, in how many classes."""
    students = TN("{n} student", "{n} students", sum(1 for _ in figures.everybody(report)))
    classes = TN("{n} class", "{n} classes", len(report.classes))
    return T("{one}, {other}", one=classes, other=students)


def printable(text: str) -> str:
    """`text` without what no page and no workbook can show, wherever it came from."""
    return "".join(c if c.isprintable() else " " for c in text)


def percent(got: float, of: float = 1.0) -> int:
    """A share as so many of a hundred."""
    return round(100 * got / of) if of else 0


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
