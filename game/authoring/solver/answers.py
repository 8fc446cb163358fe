"""The legal answers to an ask, put into classes: only what an answer makes true tells two apart.

Within a class the best, or the worst, answer stands for all, so no set of picks is tried twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice
from typing import NamedTuple

from game.scenario.steps import Ask, Choice, InOrder, Links, Near, TurnKind
from game.trial.scoring import best_picks, earned, left_earns

MOST = 100_000  # combinations of one ask to go through


class Way(NamedTuple):
    """An answer, and what it earns."""

    earns: float
    picks: tuple[str, ...]


Ways = dict[int, Way]  # by what the answer makes true
Signs = Mapping[str, int]  # what each pick makes true
NOTHING: Signs = {}


class TooMany(Exception):
    """Raised where an ask has more than MOST classes of answers to go through."""


def ways(ask: Ask, signs: Signs = NOTHING, firsts: Signs = NOTHING, best: bool = True) -> Ways:
    """For everything that an answer to `ask` can make true: the best such answer, or the worst.

    All choices of `ask` must stand open. No ways at all: nobody can answer it. Raises TooMany.
    """
    if ask.kind is TurnKind.AMOUNT:
        return _best_of(_amounts(ask, signs), best)
    if ask.kind is TurnKind.PAIR:
        return _pairs(ask, signs, best)
    if ask.kind is TurnKind.SPEAK:
        return _ratings(ask, signs)
    return _best_of(_choices(ask, signs, firsts, best), best)


def some_answer(ask: Ask, best: bool = True) -> Way | None:
    """One answer that earns most, or least; None if nobody can answer.

    Where there are too many answers to compare, it is the one that the rules call best.
    """
    try:
        return next(iter(ways(ask, best=best).values()), None)
    except TooMany:
        picks = best_picks(ask, {})
        return Way(earned(ask, picks, {}), picks)


def _best_of(found: Iterable[tuple[int, Way]], best: bool) -> Ways:
    kept: Ways = {}
    for number, (mask, way) in enumerate(found):
        if number > MOST:
            raise TooMany
        if mask not in kept or (way.earns > kept[mask].earns) == best:
            kept[mask] = way
    return kept


def _choices(ask: Ask, signs: Signs, firsts: Signs, best: bool) -> Iterator[tuple[int, Way]]:
    cells: dict[int, list[Choice]] = {}
    for choice in sorted(ask.choices, key=lambda c: c.worth, reverse=best):
        cells.setdefault(signs.get(choice.pick, 0), []).append(choice)
    free = cells.pop(0, [])
    for count in range(min(ask.most, len(cells)) + 1):
        for chosen in combinations(cells, count):
            mask = 0
            for sign in chosen:
                mask |= sign
            named = [choice for sign in chosen for choice in cells[sign]]
            for first in [None, *named, *free] if firsts else [None]:
                must = [first if first in cells[sign] else cells[sign][0] for sign in chosen]
                may = [*free, *(choice for choice in named if choice not in must)]
                picks = _filled(ask, must, may, first, best)
                if picks is None or (firsts and picks and first is None):
                    continue
                led = firsts.get(first.pick, 0) if first else 0
                yield mask | led, Way(earned(ask, picks, {}), picks)


def _filled(
    ask: Ask, must: list[Choice], may: list[Choice], first: Choice | None, best: bool
) -> tuple[str, ...] | None:
    """The best, or worst, picks with all of `must`, some of `may`, and `first` at the front."""
    taken = list(must)
    if first is not None:
        if first not in taken:
            taken.append(first)
        taken.sort(key=lambda c: c is not first)
    least = ask.least
    if isinstance(ask.marking, InOrder) and not best:
        least = max(least, min(2, ask.most, len(taken) + len(may)))  # one alone is in order
    left = sorted((c for c in may if c is not first), key=lambda c: c.worth, reverse=best)
    for choice in left:
        gains = choice.worth > 0 if best else choice.worth < 0
        if len(taken) < least or (gains and len(taken) < ask.most):
            taken.append(choice)
    if not ask.least <= len(taken) <= ask.most:
        return None
    picks = [c.pick for c in taken]
    if isinstance(ask.marking, InOrder):
        order = {pick: n for n, pick in enumerate(ask.marking.order)}
        picks.sort(key=lambda pick: order.get(pick, len(order)), reverse=not best)
    return tuple(picks)


def _amounts(ask: Ask, signs: Signs) -> Iterator[tuple[int, Way]]:
    assert isinstance(ask.marking, Near)
    if ask.range is None:
        return
    offered = ask.range
    least = offered.least if offered.least >= 0 else offered.least % offered.step
    numbers = range(least, offered.most + 1, offered.step)
    named = [int(p) for p in signs if p.isdigit() and int(p) in numbers and str(int(p)) == p]
    for number in dict.fromkeys((*named, *_telling(ask.marking, numbers, signs))):
        way = Way(earned(ask, (str(number),), {}), (str(number),))
        yield signs.get(str(number), 0), way


def _telling(near: Near, numbers: range, signs: Signs) -> Iterator[int]:
    """Unnamed numbers, the best and the worst among them: marks fall away from what is fair."""
    if not numbers:
        return
    low = min(max(near.fair[0], numbers[0]), numbers[-1])
    fair = min(len(numbers) - 1, -(-(low - numbers[0]) // numbers.step))
    for walk in (numbers, numbers[::-1], numbers[fair:], numbers[: fair + 1][::-1]):
        yield from islice((n for n in walk if str(n) not in signs), 1)


def _ratings(ask: Ask, signs: Signs) -> Ways:
    """The ratings of a speech earn nothing, so they differ only where somebody asks about them."""
    total: Ways = {0: Way(0.0, ())}
    for line in ask.choices:
        picks = [f"{line.pick}~{level.pick}" for level in ask.right]
        levels = {signs.get(pick, 0): pick for pick in picks}
        if len(total) * len(levels) > MOST:
            raise TooMany
        total = {
            mask | sign: Way(0.0, (*way.picks, pick))
            for mask, way in total.items()
            for sign, pick in levels.items()
        }
    return total


def _pairs(ask: Ask, signs: Signs, best: bool) -> Ways:
    """Every left is answered by itself, so the ways of the lefts are multiplied, class by class."""
    total: Ways = {0: Way(0.0, ())}
    for left in ask.choices:
        lefts = _best_of(_partners(ask, left, signs, best), best)
        if len(total) * len(lefts) > MOST:
            raise TooMany
        total = _best_of(
            (
                (one | other, Way(a.earns + b.earns, a.picks + b.picks))
                for one, a in total.items()
                for other, b in lefts.items()
            ),
            best,
        )
    return total


def _partners(ask: Ask, left: Choice, signs: Signs, best: bool) -> Iterator[tuple[int, Way]]:
    assert isinstance(ask.marking, Links)
    fewest, most = ask.marking.each
    options = _alike(ask, left, signs, most)
    for count in range(fewest if ask.right else 0, min(most, len(ask.right)) + 1):
        for chosen in combinations(options, count):
            if len({right for right, _, _ in chosen}) < count:
                continue
            mask = 0
            for _, _, sign in chosen:
                mask |= sign
            picks = tuple(pick for _, pick, _ in chosen)
            yield mask, Way(left_earns(ask, left, picks, {}), picks)


def _alike(ask: Ask, left: Choice, signs: Signs, most: int) -> list[tuple[str, str, int]]:
    """The partners of `left`: of those that nothing tells apart, no more than can be picked."""
    assert isinstance(ask.marking, Links)
    sound = {f"{k.left}~{k.right}~{k.relation}" for k in ask.marking.links}
    interchangeable = most == 1 or len(ask.relations) == 1
    kept: dict[tuple[int, bool], list[tuple[str, str, int]]] = {}
    for right in ask.right:
        for relation in ask.relations:
            pick = f"{left.pick}~{right.pick}~{relation.pick}"
            sign = signs.get(pick, 0)
            alike = kept.setdefault((sign, pick in sound), [])
            if len(alike) < most or not interchangeable:
                alike.append((right.pick, pick, sign))
    return [option for alike in kept.values() for option in alike]
