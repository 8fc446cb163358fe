"""What later steps ask about earlier answers: facts with one bit each, and the asks they need.

Only what some condition mentions can make two lines of play differ; the rest is sliced away
(Weiser, Program slicing, 1981). Of a condition over many asks only what is left of it is carried
on: as each ask passes, all that the answers so far come to shrinks into one bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.steps import (
    Agreed,
    All,
    AnyOf,
    Ask,
    Choice,
    Condition,
    Links,
    Not,
    Open,
    Picked,
    Step,
    TurnKind,
    room_choice,
)

Test = Callable[[int], bool]


class Some(Struct, frozen=True):
    """Holds when one of `picks` is among the answer to `ask`."""

    ask: str
    picks: frozenset[str]


class First(Struct, frozen=True):
    """Holds when the answer to `ask` begins with `pick`, which is what a room is counted by."""

    ask: str
    pick: str


Literal = Some | First
Joint = type[All] | type[AnyOf]


class Fact(Struct, frozen=True, eq=False):
    """A condition at its point: `bit` is its truth, known as soon as the ask at `ripe` has passed.

    Until then the bits `needs` are kept, and `test` reads them: they are of answers to `asks`, and
    of `earlier` facts. With no asks before it the fact is `ripe` at -1.
    """

    bit: int
    needs: int
    asks: frozenset[int]
    ripe: int
    test: Test
    earlier: tuple[Fact, ...] = ()


class Rule(NamedTuple):
    """How the truth of a condition is worked out from the bits `needs`."""

    test: Test
    needs: int
    earlier: tuple[Fact, ...] = ()


class Facts:
    """The facts of a row of steps. A place is the number of a step; sets of asks are bit masks."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.steps = steps
        self.place = {s.key: n for n, s in enumerate(steps) if isinstance(s, Ask)}
        self.signs: dict[int, dict[str, int]] = {}  # by ask: what a pick makes true
        self.firsts: dict[int, dict[str, int]] = {}  # by ask: what a pick makes true as the first
        self.unfollowed: set[int] = set()  # asks that conditions use in a way not followed here
        self._bits: dict[Literal, int] = {}
        self._facts: dict[tuple[Condition, frozenset[int]], Fact] = {}
        self._used = 0
        self.when = {
            n: self.fact(step.when, n)
            for n, step in enumerate(steps)
            if not isinstance(step, Open) and step.when is not None
        }
        self.offers = {
            n: tuple((c.pick, self.fact(c.when, n)) for c in conditional(steps[n]) if c.when)
            for n in self.place.values()
        }
        self.unfollowed.update(n for n in self.place.values() if self._looks_sideways(n))
        self.cones = self._cones()
        self.blocks = self._blocks()

    def fact(self, condition: Condition, place: int) -> Fact:
        """`condition` as the step at `place` sees it: answers given later are not there yet."""
        known = self._known(condition, place)
        if (condition, known) not in self._facts:
            self._remember(condition, known, self._compiled(condition, place))
        return self._facts[condition, known]

    def _known(self, condition: Condition, place: int) -> frozenset[int]:
        """The asks before `place` that `condition` mentions."""
        before = (self.place.get(key, place) for key in asked(condition))
        return frozenset(ask for ask in before if ask < place)

    def _remember(self, condition: Condition, known: frozenset[int], rule: Rule) -> Fact:
        ripe = max(known, default=-1)
        fact = Fact(self._bit(), rule.needs, known, ripe, rule.test, rule.earlier)
        self._facts[condition, known] = fact
        return fact

    def needed(self, facts: Iterator[Fact], place: int) -> int:
        """The asks that decide `facts` and whether a line comes as far as `place` at all."""
        asks = self.blocks[place]
        for fact in facts:
            for ask in fact.asks:
                asks |= self.cones[ask]
        return asks

    def own(self, place: int) -> Iterator[Fact]:
        """The facts that the ask at `place` depends on: whether it is put, and what it offers."""
        if place in self.when:
            yield self.when[place]
        yield from (fact for _, fact in self.offers[place])

    def offered(self, place: int, bits: int) -> Ask:
        """The ask at `place` with just the choices that stand open where `bits` are true."""
        ask = self.steps[place]
        assert isinstance(ask, Ask)
        if not self.offers[place]:
            return ask
        truth = iter([bool(bits & fact.bit) for _, fact in self.offers[place]])
        choices = tuple(c for c in ask.choices if c.when is None or next(truth))
        right = tuple(c for c in ask.right if c.when is None or next(truth))
        return bare(ask, choices, right)

    def _looks_sideways(self, place: int) -> bool:
        """Whether an ask depends on others that are open at the same time, in whatever order."""
        ask = self.steps[place]
        assert isinstance(ask, Ask)
        whens = (ask.when, *(c.when for c in conditional(ask)))
        others = {self.place[k] for w in whens if w for k in asked(w) if k in self.place}
        groups = {s.group for n in others if isinstance(s := self.steps[n], Ask)}
        return bool(ask.group) and ask.group in groups

    def _bit(self) -> int:
        self._used += 1
        return 1 << (self._used - 1)

    def _compiled(self, condition: Condition, place: int) -> Rule:
        if isinstance(condition, Agreed):
            return self._room(condition, place)
        if isinstance(condition, Not):
            inner, needs, earlier = self._compiled(condition.part, place)
            return Rule(lambda bits: not inner(bits), needs, earlier)
        return self._joined(All if isinstance(condition, All) else AnyOf, condition, place)

    def _joined(self, kind: Joint, condition: Condition, place: int) -> Rule:
        """A rule for what joins several parts: those that are known first make a fact together."""

        def ripe(part: Condition) -> int:
            return max(self._known(part, place), default=-1)

        stages = [
            tuple(some) for _, some in groupby(sorted(_flat(kind, condition), key=ripe), ripe)
        ]
        before: Fact | None = None
        for number, parts in enumerate(stages[:-1], 1):
            rule = self._stage(kind, parts, place, before)
            so_far = kind(tuple(part for stage in stages[:number] for part in stage))
            known = self._known(so_far, place)
            before = self._facts.get((so_far, known)) or self._remember(so_far, known, rule)
        return self._stage(kind, stages[-1] if stages else (), place, before)

    def _stage(
        self, kind: Joint, parts: tuple[Condition, ...], place: int, before: Fact | None
    ) -> Rule:
        """A rule for the `parts` that are all known at once, joined to what was known `before`."""
        picked = [part for part in parts if isinstance(part, Picked)]
        if kind is All and any(self.place.get(part.ask, place) >= place for part in picked):
            return Rule(lambda bits: False, 0)
        picked = [part for part in picked if self.place.get(part.ask, place) < place]
        mask = union(self._literal(some) for some in _literals(kind, picked))
        mask |= before.bit if before else 0
        others = [self._compiled(part, place) for part in parts if not isinstance(part, Picked)]
        needs = mask | union(other.needs for other in others)
        earlier = (*((before,) if before else ()), *(f for other in others for f in other.earlier))
        tests = tuple(other.test for other in others)
        if kind is All:
            return Rule(
                lambda bits: bits & mask == mask and all(test(bits) for test in tests),
                needs,
                earlier,
            )
        return Rule(
            lambda bits: bits & mask != 0 or any(test(bits) for test in tests), needs, earlier
        )

    def _room(self, room: Agreed, place: int) -> Rule:
        firsts: list[tuple[str, tuple[str, ...], int]] = []
        for key in room.asks:
            at = self.place.get(key, place)
            if at >= place:
                continue
            ask = self.steps[at]
            assert isinstance(ask, Ask)
            if ask.kind not in (TurnKind.CHOOSE, TurnKind.MARK):
                self.unfollowed.add(at)
            for choice in ask.choices:
                bit = self._literal(First(key, str(choice.pick)))
                firsts.append((key, (str(choice.pick),), bit))

        def agreed(bits: int) -> bool:
            given = {key: picks for key, picks, bit in firsts if bits & bit}
            return room_choice(room.asks, given) == room.pick

        return Rule(agreed, union(bit for _, _, bit in firsts))

    def _literal(self, literal: Literal) -> int:
        if literal not in self._bits:
            bit = self._bits[literal] = self._bit()
            at = self.place[literal.ask]
            if isinstance(literal, First):
                self.firsts.setdefault(at, {})[literal.pick] = bit
            else:
                signs = self.signs.setdefault(at, {})
                for pick in literal.picks:
                    signs[pick] = signs.get(pick, 0) | bit
        return self._bits[literal]

    def _cones(self) -> dict[int, int]:
        """For every ask the asks, itself too, that decide whether it is put and what it offers."""
        cones: dict[int, int] = {}
        for place in self.place.values():
            cones[place] = 1 << place
            for fact in self.own(place):
                for earlier in fact.asks:
                    cones[place] |= cones[earlier]
        return cones

    def _blocks(self) -> list[int]:
        """For every place, and the end, the asks that decide whether a line is stuck before it."""
        blocks = [0]
        for place, step in enumerate(self.steps):
            stuck = isinstance(step, Ask) and may_be_stuck(step)
            blocks.append(blocks[-1] | (self.cones[place] if stuck else 0))
        return blocks


def asked(condition: Condition) -> Iterator[str]:
    """The keys of the asks that `condition` mentions."""
    if isinstance(condition, Picked):
        yield condition.ask
    elif isinstance(condition, Agreed):
        yield from condition.asks
    elif isinstance(condition, Not):
        yield from asked(condition.part)
    else:
        for part in condition.parts:
            yield from asked(part)


def conditional(step: Step) -> tuple[Choice, ...]:
    """The choices of `step`, on both sides, that do not always stand open."""
    if not isinstance(step, Ask):
        return ()
    return tuple(c for c in (*step.choices, *step.right) if c.when is not None)


def bare(ask: Ask, choices: tuple[Choice, ...], right: tuple[Choice, ...]) -> Ask:
    """`ask` as somebody finds it to whom just `choices` and `right` are open."""

    def free(offered: tuple[Choice, ...]) -> tuple[Choice, ...]:
        return tuple(replace(c, when=None) if c.when is not None else c for c in offered)

    return replace(ask, choices=free(choices), right=free(right))


def may_be_stuck(ask: Ask) -> bool:
    """Whether `ask` might have no legal answer, by what is known without playing."""
    if ask.kind is TurnKind.AMOUNT:
        return ask.range is None or ask.range.least < 0 or ask.range.most < ask.range.least
    if ask.kind is not TurnKind.PAIR:
        always = sum(c.when is None for c in ask.choices)
        return ask.least > ask.most or ask.least > always
    assert isinstance(ask.marking, Links)
    fewest, most = ask.marking.each
    always = sum(c.when is None for c in ask.right)
    return fewest > 0 and (fewest > most or not ask.relations or (fewest > 1 and fewest > always))


def _flat(kind: Joint, condition: Condition) -> Iterator[Condition]:
    """The parts that are joined in the same way, however they are nested."""
    if isinstance(condition, All | AnyOf) and type(condition) is kind:
        for part in condition.parts:
            yield from _flat(kind, part)
    else:
        yield condition


def _literals(kind: Joint, picked: list[Picked]) -> Iterator[Some]:
    """What must be known of each ask: any pick of several does, where any part does."""
    if kind is All:
        yield from (Some(part.ask, frozenset((part.pick,))) for part in picked)
        return
    picks: dict[str, set[str]] = {}
    for part in picked:
        picks.setdefault(part.ask, set()).add(part.pick)
    yield from (Some(ask, frozenset(some)) for ask, some in picks.items())


def union(masks: Iterator[int]) -> int:
    """All the bits of `masks`."""
    together = 0
    for mask in masks:
        together |= mask
    return together
