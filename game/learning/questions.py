"""Which questions tell able students from weak ones, as far as their form can show.

A class of made-up students (see students.py) answers every turn of a role. Of every question this
module works out what test theory asks about an item (Lord and Novick, 1968):

- `right`, the facility p: the share of students with full marks. A turn of many small decisions,
  such as phrases to be marked, is hardly ever all right, so there it is the mean share of marks.
- `r`, the corrected item-total correlation: between this question and the rest of the student's
  marks. With a right-or-wrong question that is the point-biserial correlation.
- `unread`: the same as `right`, for students who know nothing, and guess by habit and by signs.
- `chance`: the same as `right`, for answers drawn by lot.

What this can tell, and what it cannot. Knowledge in the model grows with ability by design, so a
question WILL look good unless something in its form keeps it from that: signs that show the answer
to whoever has not read, so few choices that guessing does it, a sound choice that is not on offer,
full marks for whatever is picked. Those are what the report can find, and `unread` and `chance` owe
nothing to the ability that was put in. It cannot tell whether a question is well put, whether its
answer is true, whether children have heard of it elsewhere, or how hard it is for a real class: a
high `r` is no praise. With 1,000 students an `r` is uncertain by about 0.06.

Why there is no fitted curve (2PL): where ability is known because it was drawn, the fit would only
give back the model that was put in. Shares by ability are shown as they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import StatisticsError, correlation, fmean

from msgspec import Struct, field

from game.learning.signs import Sign, sound
from game.learning.students import Form
from game.scenario.steps import Ask, Role, TurnKind
from game.trial.scoring import Mark

FEW = 30  # students: of fewer, nothing is said
BANDS = 10  # of ability, with as many students each
ALMOST = 1e-9
By = dict[int, float]  # a score from 0 to 1, by the number of the student


class Question(Struct, frozen=True):
    """A turn of one role, and what became of it. `curve` is `right` from weak to able students."""

    ask: Ask
    form: Form
    students: int
    right: float
    unread: float
    chance: float
    r: float | None
    curve: tuple[float, ...] = ()

    @property
    def telling(self) -> tuple[Sign, ...]:
        """The signs that point at the sound choice."""
        return tuple(sign for sign, pick in self.form.signs.items() if pick == sound(self.ask))


class Class(Struct, frozen=True):
    """What a class came to in one role: its questions, and the marks of every student, of 100."""

    role: Role
    questions: tuple[Question, ...]
    totals: tuple[int, ...]


class Scores(Struct):
    """The scores of a class, by the key of the ask."""

    by_ask: dict[str, By] = field(default_factory=dict)
    sums: By = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, student: int, mark: Mark) -> None:
        """Take down what `student` had for a turn."""
        got = score(mark)
        self.by_ask.setdefault(mark.ask.key, {})[student] = got
        self.sums[student] = self.sums.get(student, 0.0) + got
        self.counts[student] = self.counts.get(student, 0) + 1

    def of(self, ask: str) -> By:
        return self.by_ask.get(ask, {})

    def mean(self, ask: str) -> float:
        given = self.of(ask)
        return fmean(given.values()) if given else 0.0

    def discrimination(self, ask: str) -> float | None:
        """How the question goes with the rest of the marks; None where there are too few students.

        As students come different ways, the rest is the mean of whatever else a student was asked.
        Where everybody has the same, nothing is told: 0.
        """
        met = [n for n in self.of(ask) if self.counts[n] > 1]
        if len(met) < FEW:
            return None
        own = [self.of(ask)[n] for n in met]
        rest = [(self.sums[n] - self.of(ask)[n]) / (self.counts[n] - 1) for n in met]
        try:
            return correlation(own, rest)
        except StatisticsError:
            return 0.0

    def curve(self, ask: str, bands: Sequence[Sequence[int]]) -> Iterator[float]:
        """The mean score in each of `bands` of students."""
        given = self.of(ask)
        for band in bands:
            scores = [given[n] for n in band if n in given]
            yield fmean(scores) if scores else 0.0


def bands(abilities: Sequence[float]) -> list[list[int]]:
    """The numbers of the students in bands of as many each, from weak to able."""
    ranked = sorted(range(len(abilities)), key=lambda n: abilities[n])
    size = max(1, len(ranked) / BANDS)
    return [ranked[round(n * size) : round((n + 1) * size)] for n in range(BANDS)]


def is_one_decision(ask: Ask) -> bool:
    """Whether `ask` is either right or wrong."""
    return ask.kind is TurnKind.AMOUNT or (ask.kind is TurnKind.CHOOSE and ask.most == 1)


def score(mark: Mark) -> float:
    """A turn as 1 for full marks and 0 for less; of many decisions the share of the marks."""
    if mark.possible <= 0:
        return 1.0 if mark.earned >= 0 else 0.0
    if is_one_decision(mark.ask):
        return 1.0 if mark.earned >= mark.possible - ALMOST else 0.0
    return min(1.0, max(0.0, mark.earned / mark.possible))
