"""The best and the worst marks that a role can have: proved where it can be, else bounded.

Marks are a ratio, points earned of points possible, and no criterion falls below zero. As the sum
of max(0, points) over the criteria is the largest sum over any set of them, the best ratio is the
best over these sets, each found by Dinkelbach's method (On nonlinear fractional programming, 1967):
what earns more than a share of what is possible is looked for along the row, until nothing does.
For the worst the same gives a floor that no line falls below; the worst line found is the ceiling.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from game.authoring.solver.answers import TooMany, some_answer
from game.authoring.solver.explore import completed
from game.authoring.solver.facts import Facts, bare
from game.authoring.solver.walk import Ground, Line
from game.scenario.steps import Ask, Criterion, Role
from game.trial.record import Move, Program, after, available, begin
from game.trial.scoring import FULL, Mark, marks, per_criterion, possible, total

ALMOST = 1e-9
Criteria = frozenset[Criterion]


class Extreme(Struct, frozen=True):
    """Marks of 100 that `line` earns; no line passes `limit`. Where they agree they are proved."""

    marks: int
    limit: int
    line: Line

    @property
    def proved(self) -> bool:
        return self.marks == self.limit


class TooWide(Exception):
    """Raised where more states are open at once than the bound."""


def extreme(program: Program, facts: Facts, role: Role, best: bool, bound: int) -> Extreme:
    """The best marks of `role` over all lines of play of `program`, or the worst."""
    line, is_whole = _plain(program, role, best)
    reached = _total(program, line, role)
    if is_whole and reached == (FULL if best else 0):
        return Extreme(reached, reached, line)
    try:
        return _Search(program, facts, role, best, bound).found(line if is_whole else None)
    except (TooWide, TooMany):
        return Extreme(reached, FULL if best else 0, line)


def _plain(program: Program, role: Role, best: bool) -> tuple[Line, bool]:
    """A line in which everybody gives good answers, save that `role` gives bad ones for the worst.

    It stops where an ask has no answer; the second value is whether it came to the end.
    """
    answers: dict[str, tuple[str, ...]] = {}
    for step in program.steps:
        if isinstance(step, Ask) and (step.when is None or step.when.holds(answers)):
            open_ = available(step.choices, answers), available(step.right, answers)
            found = some_answer(bare(step, *open_), best or step.role is not role)
            if found is None:
                return tuple(answers.items()), False
            answers[step.key] = found.picks
    return tuple(answers.items()), True


def _total(program: Program, line: Line, role: Role) -> int:
    return total(per_criterion(iter(_marks(program, line, role))))


def _marks(program: Program, line: Line, role: Role) -> tuple[Mark, ...]:
    trial = begin(program)
    asks = {step.key: step for step in program.steps if isinstance(step, Ask)}
    for key, picks in line:
        trial = after(trial, Move(asks[key].role, picks, key))
    return tuple(marks(trial, role))


class _Search:
    """Looks for the best or the worst line of one role among the asks that decide its marks."""

    def __init__(self, program: Program, facts: Facts, role: Role, best: bool, bound: int) -> None:
        self.program, self.facts, self.role = program, facts, role
        self.best, self.bound = best, bound
        asks = facts.blocks[-1]
        self.criteria: list[Criterion] = []
        for place in facts.place.values():
            ask = facts.steps[place]
            if isinstance(ask, Ask) and ask.role is role:
                asks |= facts.cones[place]
                if ask.criterion not in self.criteria:
                    self.criteria.append(ask.criterion)
        self.ground = Ground(facts, asks)

    def found(self, line: Line | None) -> Extreme:
        """The extreme of all lines that come to an end, from `line`, which is one, or any other."""
        if line is None:
            gain, line = self._pass(frozenset(self.criteria), 0.0)
            if gain is None:
                return Extreme(0, 0, ())
        if not self.best:
            least, nothing = self._pass(frozenset(), -1.0)
            if least is not None and least < ALMOST:  # who can earn nothing has no marks
                return Extreme(0, 0, nothing)
        share = self._share(line)
        limits = []
        for criteria in self._sets():
            limit, better = self._limit(criteria, share if self.best else 1.0)
            limits.append(limit)
            for other in better:
                if (self._share(other) > share) == self.best and self._share(other) != share:
                    line, share = other, self._share(other)
        limit = max(limits, default=0.0)
        limit = max(limit, share) if self.best else min(max(limit, 0.0), share)
        return Extreme(_total(self.program, line, self.role), round(FULL * limit), line)

    def _sets(self) -> Iterator[Criteria]:
        for size in range(len(self.criteria), 0, -1):
            yield from (frozenset(some) for some in combinations(self.criteria, size))

    def _share(self, line: Line) -> float:
        """The marks of `line`, of 1, before they are rounded."""
        sums = per_criterion(iter(_marks(self.program, line, self.role)))
        most = sum(of for _, of in sums.values())
        return sum(got for got, _ in sums.values()) / most if most else 0.0

    def _limit(self, criteria: Criteria, share: float) -> tuple[float, list[Line]]:
        """The extreme ratio of what `criteria` earn, if it passes `share`; the lines on the way."""
        lines: list[Line] = []
        while True:
            gain, line = self._pass(criteria, share)
            if gain is None or (gain <= ALMOST if self.best else gain >= -ALMOST):
                return share, lines
            lines.append(line)
            given = _marks(self.program, line, self.role)
            got = sum(m.earned for m in given if m.ask.criterion in criteria)
            most = sum(m.possible for m in given)
            if not most or got / most == share:
                return share, lines
            share = got / most

    def _pass(self, criteria: Criteria, share: float) -> tuple[float | None, Line]:
        """The extreme of points earned in `criteria` less `share` of the possible, and its line.

        None where every line is stuck before its end.
        """
        layer = {self.ground.start: 0.0}
        came: list[dict[int, tuple[int, tuple[str, ...] | None]]] = []
        for place in self.ground.places:
            layer, origins = self._step(place, layer, criteria, share)
            came.append(origins)
        if not layer:
            return None, ()
        state = max(layer, key=lambda s: layer[s] if self.best else -layer[s])
        gain, picks = layer[state], {}
        for place, origins in zip(reversed(self.ground.places), reversed(came), strict=True):
            before, picked = origins[state]
            ask = self.facts.steps[place]
            if picked is not None and isinstance(ask, Ask):
                picks[ask.key] = picked
            state = before
        return gain, completed(self.program, picks, len(self.program.steps))

    def _step(
        self, place: int, layer: dict[int, float], criteria: Criteria, share: float
    ) -> tuple[dict[int, float], dict[int, tuple[int, tuple[str, ...] | None]]]:
        read, keep = self.ground.read[place], self.ground.keep[place]
        table: dict[int, list[tuple[int, float, tuple[str, ...] | None]]] = {}
        reached: dict[int, float] = {}
        came: dict[int, tuple[int, tuple[str, ...] | None]] = {}
        for state, value in layer.items():
            bits = state & read
            if bits not in table:
                table[bits] = list(self._nexts(place, bits, criteria, share))
            for bit, gain, picks in table[bits]:
                there = state & ~read & keep | bit
                new = value + gain
                if there not in reached or (new > reached[there]) == self.best:
                    reached[there], came[there] = new, (state, picks)
            if len(reached) > self.bound:
                raise TooWide
        return reached, came

    def _nexts(
        self, place: int, bits: int, criteria: Criteria, share: float
    ) -> Iterator[tuple[int, float, tuple[str, ...] | None]]:
        ask = self.facts.offered(place, bits)
        own = ask.role is self.role
        answers = self.ground.answers(place, bits, self.best or not own)
        if answers is None:
            yield self.ground.after(place, bits, 0), 0.0, None
            return
        cost = share * possible(ask, {}) if own else 0.0
        for mask, way in answers.items():
            earns = way.earns if own and ask.criterion in criteria else 0.0
            yield self.ground.after(place, bits, mask), earns - cost, way.picks
