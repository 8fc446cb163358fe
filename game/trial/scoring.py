"""Marks are read off the moves afterwards, never counted while playing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, takewhile

from msgspec import Struct

from game.scenario.choices import guess_cost
from game.scenario.steps import (
    Answers,
    Ask,
    Choice,
    Criterion,
    InOrder,
    Links,
    Near,
    Range,
    Role,
    TurnKind,
    Worth,
    room_choice,
)
from game.trial.record import Trial, available, open_asks, taken

FULL = 100


class Mark(Struct, frozen=True):
    """Points of one turn. `earned` may fall below zero: a false alarm costs."""

    ask: Ask
    earned: float
    possible: float


def marks(trial: Trial, role: Role) -> Iterator[Mark]:
    """The marks of every turn that `role` has answered itself, in order."""
    for step, known in taken(trial):
        if isinstance(step, Ask) and step.role is role and step.key not in trial.skipped:
            yield mark(step, trial.answers[step.key], known)


def mark(ask: Ask, picks: tuple[str, ...], answers: Answers) -> Mark:
    """What `picks` earn as the answer to `ask` after `answers`, and what they could have earned."""
    return Mark(ask, earned(ask, picks, answers), possible(ask, answers))


def per_criterion(given: Iterable[Mark]) -> dict[Criterion, tuple[float, float]]:
    """Points earned of points possible per criterion that was asked about; never below zero.

    A speech is rated by those who listen, for the speaker's sake; it earns no marks.
    """
    sums: dict[Criterion, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for mark in given:
        if mark.ask.kind is TurnKind.SPEAK:
            continue
        sums[mark.ask.criterion][0] += mark.earned
        sums[mark.ask.criterion][1] += mark.possible
    return {c: (max(0.0, sums[c][0]), sums[c][1]) for c in Criterion if c in sums}


def total(sums: dict[Criterion, tuple[float, float]]) -> int:
    """All criteria together, of 100, so that roles with more and fewer turns compare."""
    most = sum(of for _, of in sums.values())
    return round(FULL * sum(got for got, _ in sums.values()) / most) if most else 0


def earned(ask: Ask, picks: tuple[str, ...], answers: Answers) -> float:
    """What `picks` earn as the answer to `ask` after `answers`."""
    marking = ask.marking
    if isinstance(marking, Worth):
        worth = {choice.pick: choice.worth for choice in ask.choices}
        got = sum(worth.get(pick, 0.0) for pick in picks)
        return max(-marking.best, min(marking.best, got))
    if isinstance(marking, Links):
        return sum(left_earns(ask, left, picks, answers) for left in _lefts(ask, answers))
    if isinstance(marking, InOrder):
        return in_order(marking.order, picks)
    return near(marking, int(picks[0]))


def possible(ask: Ask, answers: Answers) -> float:
    """The most that an answer to `ask` can earn after `answers`."""
    if isinstance(ask.marking, Worth):
        return ask.marking.best
    if isinstance(ask.marking, Links):
        linked = {link.left for link in ask.marking.links}
        return float(sum(left.pick in linked for left in _lefts(ask, answers)))
    return 1.0


def left_earns(ask: Ask, left: Choice, picks: tuple[str, ...], answers: Answers) -> float:
    """What one left of a pairing earns: the share of sound partners less the unsound ones."""
    assert isinstance(ask.marking, Links)
    sound = {f"{k.left}~{k.right}~{k.relation}" for k in ask.marking.links if k.left == left.pick}
    given = [pick for pick in picks if pick.partition("~")[0] == left.pick]
    if not given:
        return 0.0
    if not sound:
        return -1.0
    hits = sum(pick in sound for pick in given)
    alternatives = len(available(ask.right, answers)) * len(ask.relations)
    single = ask.marking.each[1] == 1
    cost = guess_cost(alternatives) if single and ask.marking.each[0] == 1 else -1.0
    return max(-1.0, (hits + cost * (len(given) - hits)) / len(given))


def in_order(order: tuple[str, ...], picks: tuple[str, ...]) -> float:
    """Kendall's tau between the right order and the given one: 1 the same, -1 the reverse."""
    place = {pick: number for number, pick in enumerate(picks)}
    pairs = list(combinations([pick for pick in order if pick in place], 2))
    signs = [1 if place[first] < place[second] else -1 for first, second in pairs]
    return sum(signs) / len(signs) if signs else 1.0


def near(marking: Near, number: int) -> float:
    """1 within the fair range; within the lawful one half at its edge, falling to 0; else 0."""
    low, high = marking.fair
    if low <= number <= high:
        return 1.0
    least, most = marking.lawful
    if not least <= number <= most:
        return 0.0
    away = low - number if number < low else number - high
    room = low - least if number < low else most - high
    return 0.5 * (1 - away / (room + 1))


def best_picks(ask: Ask, answers: Answers) -> tuple[str, ...]:
    """An answer to `ask` that earns all it can."""
    marking = ask.marking
    if ask.kind is TurnKind.SPEAK:
        return tuple(f"{line.pick}~{ask.right[-1].pick}" for line in ask.choices)
    if isinstance(marking, InOrder):
        return marking.order
    if isinstance(marking, Near):
        return (str(_middle(marking.fair, ask.range)),)
    if isinstance(marking, Links):
        return tuple(_best_links(ask, marking, answers))
    offered = sorted(available(ask.choices, answers), key=lambda c: -c.worth)
    picked = [c.pick for c in offered[: ask.most] if c.worth > 0]
    for choice in offered[len(picked) : ask.least]:
        picked.append(choice.pick)
    return tuple(picked[:1] if ask.most == 1 else picked)


def _middle(fair: tuple[int, int], offered: Range | None) -> int:
    """The number on offer that lies nearest to the middle of what is fair."""
    middle = (fair[0] + fair[1]) // 2
    if offered is None:
        return middle
    last = (offered.most - offered.least) // offered.step
    step = round((middle - offered.least) / offered.step)
    return offered.least + min(last, max(0, step)) * offered.step


def script_picks(trial: Trial, ask: Ask) -> tuple[str, ...]:
    """What an empty chair answers: what the file says, else the best, or what the room chose."""
    heard: tuple[str, ...] = ()
    if ask.follows:
        newest = reversed(tuple(trial.answers))  # those of an open group are the last
        heard = tuple(takewhile(lambda key: key.rpartition(".")[0] == ask.group, newest))[::-1]
    return chair_picks(ask, heard, trial.answers)


def chair_picks(ask: Ask, heard: tuple[str, ...], answers: Answers) -> tuple[str, ...]:
    """The same, of a chair that has `heard` what was answered to these asks of its group."""
    if ask.script:
        return ask.script
    if ask.follows and (room := room_choice(heard, answers)):
        return (room,)
    return best_picks(ask, answers)


def is_waiting_for_the_room(trial: Trial, ask: Ask, humans: frozenset[Role]) -> bool:
    """Whether an empty chair should still hear what the people in the room say."""
    return ask.follows and any(a.role in humans for a in open_asks(trial))


def _best_links(ask: Ask, marking: Links, answers: Answers) -> Iterator[str]:
    rights = {choice.pick for choice in available(ask.right, answers)}
    for left in _lefts(ask, answers):
        sound = [k for k in marking.links if k.left == left.pick and k.right in rights]
        if sound:
            yield f"{left.pick}~{sound[0].right}~{sound[0].relation}"
        elif marking.each[0] and rights:
            yield f"{left.pick}~{min(rights)}~{ask.relations[0].pick}"


def _lefts(ask: Ask, answers: Answers) -> tuple[Choice, ...]:
    return available(ask.choices, answers) if ask.kind is TurnKind.PAIR else ()
