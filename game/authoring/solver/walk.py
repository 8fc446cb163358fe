"""The row of steps is walked once with the set of all states that lines of play can be in.

A state is one whole number: the bits of the facts that are known and still needed. States that
agree in them go on as one (explicit-state reachability; Clarke, Grumberg and Peled, Model Checking,
1999).

What makes it fast is that a layer is a plain set, and that no state is looked at alone. An ask
reads few bits, so the layer falls into few groups that agree in those; what the answers lead to is
worked out once for a group and put onto the rest of its states all at once. Where a state came from
is not written down but looked for, and only on the way back from a witness.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from itertools import islice

from msgspec import Struct, field

from game.authoring.solver.answers import NOTHING, TooMany, Ways, ways
from game.authoring.solver.facts import Fact, Facts, union
from game.scenario.steps import Ask

Line = tuple[tuple[str, tuple[str, ...]], ...]  # keys of asks and what is picked, in order
Layer = set[int]  # every state that is reached

BATCH = 4096  # states that go on together before their number is held against the bound


class Kind(Enum):
    STEP = "step"
    BEAT = "beat"
    CHOICE = "choice"
    STUCK = "stuck"  # an ask that nobody can answer


class Target(Struct, frozen=True, eq=False):
    """What a walk looks out for: whether some line comes to `place` with all of `facts` true."""

    kind: Kind
    place: int
    facts: tuple[Fact, ...] = ()
    name: str = ""

    def asks(self, facts: Facts) -> int:
        """The asks that decide it, as a bit mask."""
        own = 0 if self.kind is not Kind.STUCK else facts.cones[self.place]
        return own | facts.needed(iter(self.facts), self.place)


class Ground:
    """What the walk over some of the asks needs to know at every place."""

    def __init__(self, facts: Facts, asks: int, targets: Sequence[Target] = ()) -> None:
        self.facts = facts
        self.places = [place for place in facts.place.values() if asks >> place & 1]
        last: dict[Fact, int] = {}
        for place in self.places:
            last |= {fact: max(place, last.get(fact, -1)) for fact in facts.own(place)}
        for target in targets:
            for fact in target.facts:
                last[fact] = max(target.place, last.get(fact, -1))
        _trace_back(last)
        self.start = sum(f.bit for f in last if f.ripe < 0 and f.test(0))
        self.ripe: dict[int, list[Fact]] = {}
        for fact in last:
            self.ripe.setdefault(fact.ripe, []).append(fact)
        self.keep = {place: self._kept(place, last) for place in self.places}
        self.own = {p: union(fact.bit for fact in facts.own(p)) for p in self.places}
        self.read = {
            p: self.own[p] | union(fact.needs for fact in self.ripe.get(p, ())) for p in self.places
        }
        self._masks: dict[tuple[int, int], tuple[int, ...] | None] = {}
        self._nexts: dict[tuple[int, int], tuple[int, ...] | None] = {}

    def _kept(self, place: int, last: dict[Fact, int]) -> int:
        kept = 0
        for fact, until in last.items():
            if fact.ripe > place:
                kept |= fact.needs
            elif until > place:
                kept |= fact.bit
        return kept

    def answers(self, place: int, bits: int, best: bool = True) -> Ways | None:
        """The ways to answer the ask at `place` where `bits` are true; None if it is not put."""
        when = self.facts.when.get(place)
        if when is not None and not bits & when.bit:
            return None
        signs = self.facts.signs.get(place, NOTHING)
        firsts = self.facts.firsts.get(place, NOTHING)
        return ways(self.facts.offered(place, bits), signs, firsts, best)

    def masks(self, place: int, bits: int) -> tuple[int, ...] | None:
        """What answers to the ask at `place` can make true where `bits` are; None if too much."""
        known = place, bits & self.own[place]
        if known not in self._masks:
            try:
                answers = self.answers(place, bits)
                self._masks[known] = (0,) if answers is None else tuple(answers)
            except TooMany:
                self._masks[known] = None
        return self._masks[known]

    def nexts(self, place: int, bits: int) -> Sequence[int] | None:
        """What answers where `bits` are read lead to: none, or None where there are too many."""
        known = place, bits
        if known not in self._nexts:
            masks = self.masks(place, bits)
            after = (self.after(place, bits, mask) for mask in masks or ())
            self._nexts[known] = None if masks is None else tuple(dict.fromkeys(after))
        return self._nexts[known]

    def beyond(self, place: int) -> int:
        """The bits that go on beyond the ask at `place` without being read there."""
        return self.keep[place] & ~self.read[place]

    def after(self, place: int, bits: int, mask: int) -> int:
        """What is kept of `bits` once the ask at `place` has made `mask` true."""
        known = bits | mask
        for fact in self.ripe.get(place, ()):
            if fact.test(known):
                known |= fact.bit
        return known & self.keep[place]


def _trace_back(last: dict[Fact, int]) -> None:
    """Add to the facts in `last` those that they are made of, and how long those are needed."""
    waiting = list(last)
    while waiting:
        fact = waiting.pop()
        for earlier in fact.earlier:
            if last.get(earlier, -1) < fact.ripe:
                last[earlier] = fact.ripe
                waiting.append(earlier)


class Walk(Struct):
    """What came of a walk. What it did not meet is proved absent up to the place `sure`."""

    ground: Ground
    met: dict[Target, tuple[int, int, int]] = field(default_factory=dict)  # layer, mask and bits
    missed: set[Target] = field(default_factory=set)  # some line comes to the place otherwise
    layers: list[Layer] = field(default_factory=list)
    states: int = 0
    sure: int = 0

    def picks(self, target: Target) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The picks that lead to `target`, which was met; the last ask first."""
        layer, mask, bits = self.met[target]
        state = next(state for state in self.layers[layer] if state & mask == bits)
        for number in range(layer, 0, -1):
            place = self.ground.places[number - 1]
            before = self._before(state, number)
            ask = self.ground.facts.steps[place]
            assert isinstance(ask, Ask)
            for mask, way in (self.ground.answers(place, before) or {}).items():
                if self.ground.after(place, before, mask) == state:
                    yield ask.key, way.picks
                    break
            state = before

    def _before(self, state: int, layer: int) -> int:
        """A state of the layer below from which an answer leads to `state` in `layer`."""
        ground, place = self.ground, self.ground.places[layer - 1]
        read, beyond = ground.read[place], ground.beyond(place)
        return next(
            before
            for before in self.layers[layer - 1]
            if not before & beyond & ~state
            and any(
                before & beyond | bit == state for bit in ground.nexts(place, before & read) or ()
            )
        )


def walk(facts: Facts, asks: int, targets: Sequence[Target], bound: int) -> Walk:
    """Everywhere that lines of play over `asks` can be, as far as `targets` matter.

    Where more than `bound` states are open at once the rest is left out: what is met is met all
    the same, but nothing is proved absent from there on.
    """
    ground = Ground(facts, asks, targets)
    found = Walk(ground, sure=len(facts.steps))
    found.layers.append({ground.start})
    stuck = {t.place: t for t in targets if t.kind is Kind.STUCK}
    waiting = sorted((t for t in targets if t.kind is not Kind.STUCK), key=lambda t: t.place)
    seen = 0
    for place in ground.places:
        here = seen
        while seen < len(waiting) and waiting[seen].place <= place:
            seen += 1
        _look(found, waiting[here:seen])
        _step(found, place, stuck.get(place), bound)
    _look(found, waiting[seen:])
    found.states = sum(len(layer) for layer in found.layers)
    return found


def _look(found: Walk, targets: Sequence[Target]) -> None:
    """See which `targets` have some state of the newest layer with all they want, and which all."""
    newest = found.layers[-1]
    for target in targets:
        wanted = union(fact.bit for fact in target.facts)
        if any(state & wanted == wanted for state in newest):
            found.met[target] = len(found.layers) - 1, wanted, wanted
        if target.kind is Kind.BEAT and any(state & wanted != wanted for state in newest):
            found.missed.add(target)


def _step(found: Walk, place: int, stuck: Target | None, bound: int) -> None:
    """Add the layer of states after the ask at `place`."""
    ground = found.ground
    read, beyond = ground.read[place], ground.beyond(place)
    reached: Layer = set()
    found.layers.append(reached)
    for bits, rests in _groups(found.layers[-2], read, beyond).items():
        nexts = ground.nexts(place, bits)
        if nexts is None:
            found.sure = min(found.sure, place)
        elif not nexts and stuck is not None:
            found.met.setdefault(stuck, (len(found.layers) - 2, read, bits))
        for batch in _batches(rests):
            for bit in nexts or ():
                reached.update([rest | bit for rest in batch])
            if len(reached) > bound:
                found.sure = min(found.sure, place)
                return


def _groups(layer: Layer, read: int, beyond: int) -> dict[int, Layer]:
    """By the bits of `read`: what states of `layer` that agree in them keep `beyond` those."""
    groups: dict[int, Layer] = {bits: set() for bits in {state & read for state in layer}}
    if len(groups) == 1:
        return {bits: {state & beyond for state in layer} for bits in groups}
    for state in layer:
        groups[state & read].add(state & beyond)
    return groups


def _batches(rests: Layer) -> Iterator[Collection[int]]:
    if len(rests) <= BATCH:
        yield rests
        return
    left = iter(rests)
    while batch := list(islice(left, BATCH)):
        yield batch
