"""Robots are seats with a habit: they show what a player earns who does not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from game.scenario.steps import Ask, Choice, Links, Stance, TurnKind
from game.trial.record import Trial, available
from game.trial.scoring import best_picks
from game.trial.speech import Speech

Seat = Callable[[Trial, Ask, Random], tuple[str, ...]]


def expert(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """The best marks there are."""
    return best_picks(ask, trial.answers)


def random(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """Anything that is legal."""
    if ask.kind is TurnKind.AMOUNT:
        return (_amount(ask, chance.random()),)
    if ask.kind is TurnKind.PAIR:
        return _pairs(trial, ask, chance, lambda rights: chance.choice(rights))
    if ask.kind is TurnKind.SPEAK:
        return tuple(f"{line.pick}~{chance.choice(ask.right).pick}" for line in ask.choices)
    offered = [c.pick for c in available(ask.choices, trial.answers)]
    if ask.kind is TurnKind.MARK:
        return tuple(pick for pick in offered if chance.random() < 0.5)
    count = chance.randint(min(ask.least, len(offered)), min(ask.most, len(offered)))
    return tuple(chance.sample(offered, count))


def first(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """Whatever stands first."""
    return _by_place(trial, ask, chance, lambda choices: choices, 0.0)


def last(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """Whatever stands last."""
    return _by_place(trial, ask, chance, lambda choices: choices[::-1], 1.0)


def longest(
    trial: Trial, ask: Ask, chance: Random, speech: Speech | None = None
) -> tuple[str, ...]:
    """Whatever is said at most length; anything, where length cannot be chosen by."""
    if ask.kind is TurnKind.AMOUNT:
        return random(trial, ask, chance)
    spoken = speech or Speech()

    def by_length(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        return tuple(sorted(choices, key=lambda c: -len(spoken.text(c.label))))

    return _by_place(trial, ask, chance, by_length, 0.0)


def suspicious(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """Marks every phrase, challenges and excludes everything; anything, elsewhere."""
    return _by_stance(trial, ask, chance, Stance.CHALLENGES)


def trusting(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
    """Marks nothing, lets everything pass; anything, elsewhere."""
    return _by_stance(trial, ask, chance, Stance.ACCEPTS)


ROBOTS: Mapping[str, Seat] = {
    "expert": expert,
    "random": random,
    "first": first,
    "last": last,
    "longest": longest,
    "suspicious": suspicious,
    "trusting": trusting,
}


def _by_place(
    trial: Trial,
    ask: Ask,
    chance: Random,
    arrange: Callable[[tuple[Choice, ...]], tuple[Choice, ...]],
    share: float,
) -> tuple[str, ...]:
    if ask.kind is TurnKind.SPEAK:
        return random(trial, ask, chance)  # a robot has nothing to praise itself for
    if ask.kind is TurnKind.AMOUNT:
        return (_amount(ask, share),)
    if ask.kind is TurnKind.PAIR:
        rights = [c.pick for c in arrange(available(ask.right, trial.answers))]
        return _pairs(trial, ask, chance, lambda _: rights[0])
    offered = [c.pick for c in arrange(available(ask.choices, trial.answers))]
    return tuple(offered[: max(1, ask.least)])


def _by_stance(trial: Trial, ask: Ask, chance: Random, stance: Stance) -> tuple[str, ...]:
    if ask.kind is TurnKind.MARK:
        return tuple(c.pick for c in ask.choices) if stance is Stance.CHALLENGES else ()
    taking = [c.pick for c in available(ask.choices, trial.answers) if c.stance is stance]
    return (chance.choice(taking),) if taking else random(trial, ask, chance)


def _pairs(
    trial: Trial, ask: Ask, chance: Random, choose: Callable[[list[str]], str]
) -> tuple[str, ...]:
    assert isinstance(ask.marking, Links)
    rights = [c.pick for c in available(ask.right, trial.answers)]
    picks = []
    for left in available(ask.choices, trial.answers):
        skipped = ask.marking.each[0] == 0 and chance.random() < 0.5
        if rights and not skipped:
            relation = chance.choice(ask.relations).pick
            picks.append(f"{left.pick}~{choose(rights)}~{relation}")
    return tuple(picks)


def _amount(ask: Ask, share: float) -> str:
    assert ask.range is not None
    numbers = range(ask.range.least, ask.range.most + 1, ask.range.step)
    return str(numbers[min(len(numbers) - 1, int(share * len(numbers)))])
