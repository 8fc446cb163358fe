"""A report is a value: what a class, or many, answered and earned; all tables are read off it.

As JSON it is the file that classes pass on, to be merged into the report of a whole camp. It holds
generated names and answers, in all languages of the game, and nothing else about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from game.host.events import Job, Mode
from game.host.names import friendly_name
from game.scenario.names import Proceeding
from game.scenario.steps import Criterion, Role, TurnKind
from game.scenario.words import T, Translate, Words, put
from game.session.progress import Count, Earned, Found, Name, Seen

FORMAT = 1
LARGEST = 50 * 2**20  # bytes of a file that is read at all
Texts = dict[str, str]  # the same words, by language
Share = Annotated[float, Meta(ge=0, le=1)]
At = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]

NO_REPORT = T("“{file}” is no report of a class. Write one with: {line}")
NEWER = T("“{file}” comes from a newer version of the game. Install that first.")
UNREAD = T("“{file}” cannot be read ({why}).")


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """A choice, whether it is sound (None: half right), and why."""

    pick: str
    says: Texts
    sound: bool | None = None
    because: Texts = {}


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """A turn that was answered. `expected` is the share of made-up students that has it right.

    `shared` names what is put to all three roles alike, and so is one question.
    """

    key: str
    role: Role
    kind: TurnKind
    criterion: Criterion
    asks: Texts
    options: tuple[Option, ...] = ()
    belief: Texts = {}
    expected: Share | None = None
    shared: str = ""


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody answered: `score` is 1 for all right; `points` below zero are a cost."""

    question: str
    picks: tuple[str, ...]
    score: Share
    points: float
    of: float


class Student(Struct, frozen=True, forbid_unknown_fields=True):
    """A seat, without a `role` in its `job`; `done` is whether its trial is over."""

    seat: Count
    role: Role | None
    answers: tuple[Answer, ...]
    done: bool
    total: Annotated[int, Meta(ge=0, le=100)]
    criteria: dict[Criterion, Earned] = {}
    tricks: dict[Name, Found] = {}
    seen: Seen | None = None
    job: Job = Job.PUBLIC


class Trap(Struct, frozen=True, forbid_unknown_fields=True):
    """A trap of the case: the kind of trick, what gives it away, and what to do instead."""

    kind: Name
    tell: Texts
    lesson: Texts


class MadeUp(Struct, frozen=True, forbid_unknown_fields=True):
    """What made-up students came to in a role: their number, their mean, and marks by tens."""

    students: Count
    mean: Annotated[float, Meta(ge=0, le=100)]
    tens: Annotated[tuple[Count, ...], Meta(min_length=10, max_length=10)]


class ClassReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What one class came to. `first` is where the generated names of its seats begin.

    `practice` are cases in which a trick comes back, by its kind.
    """

    room: Name
    name: str
    case: Name
    digest: str
    cut: int | None
    title: Texts
    proceeding: Proceeding
    at: At
    mode: Mode
    first: Count
    questions: tuple[Question, ...]
    students: tuple[Student, ...]
    traps: tuple[Trap, ...] = ()
    made_up: dict[Role, MadeUp] = {}
    practice: dict[Name, tuple[Texts, ...]] = {}

    @property
    def day(self) -> str:
        return self.at[:10]

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return sum(len(student.answers) for student in self.students)

    def name_of(self, student: Student) -> Words:
        return friendly_name(self.first, student.seat)


class Report(Struct, frozen=True, forbid_unknown_fields=True):
    """The classes, the oldest first."""

    classes: tuple[ClassReport, ...]
    format: Annotated[int, Meta(ge=FORMAT, le=FORMAT)] = FORMAT

    @property
    def day(self) -> str:
        """The day of the latest class."""
        return max(one.day for one in self.classes)


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks to the readers of a report in their language."""

    language: str
    say: Translate

    def of(self, texts: Texts) -> str:
        """What `texts` are in that language, or in any."""
        return texts.get(self.language) or next(iter(texts.values()), "")


class Unreadable(Exception):
    """A file is no report; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


class _Numbered(Struct):
    format: int


def as_json(report: Report) -> bytes:
    """`report` as a file."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def from_json(content: bytes, file: str) -> Report:
    """The report that `content` of `file` is. Raises Unreadable."""
    try:
        if msgspec.json.decode(content, type=_Numbered).format > FORMAT:
            raise Unreadable(put(NEWER, file=file))
        report = msgspec.json.decode(content, type=Report)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        line = "mockcourt report ROOM -o class.json"
        raise Unreadable(put(NO_REPORT, file=file, line=line)) from None
    if not report.classes or not all(_is_whole(one) for one in report.classes):
        raise Unreadable(put(UNREAD, file=file, why=T("its parts do not fit together")))
    return report


def _is_whole(one: ClassReport) -> bool:
    """Whether it is of some day, every answer is to a question, and none of a few are too many."""
    try:
        if not 2000 <= datetime.fromisoformat(one.at).year <= 3000:
            return False
    except ValueError:
        return False
    known = {question.key for question in one.questions}
    return all(
        all(answer.question in known for answer in student.answers)
        and all(found.caught <= found.met for found in student.tricks.values())
        and (student.seen is None or _is_possible(student.seen))
        for student in one.students
    )


def _is_possible(seen: Seen) -> bool:
    return seen.hits <= seen.traps and seen.false_alarms <= seen.look_alikes
