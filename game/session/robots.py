"""Robots are seats with a habit: they show what a player earns who does not read.

A habit looks at a question once, and then answers it as often as it is put: robots play thousands
of trials.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from msgspec import Struct

from game.scenario.steps import Answers, Ask, Choice, Links, Stance, TurnKind
from game.trial.record import Trial, available
from game.trial.scoring import best_picks
from game.trial.speech import Speech

Picks = tuple[str, ...]
Answering = Callable[[Answers, Random], Picks]  # what is answered after what has been answered
Habit = Callable[[Ask], Answering]
Choices = tuple[Choice, ...]


class Robot(Struct, frozen=True):
    """Somebody in a seat who answers by a habit."""

    habit: Habit

    def __call__(self, trial: Trial, ask: Ask, chance: Random) -> Picks:
        return self.habit(ask)(trial.answers, chance)


def expert(ask: Ask) -> Answering:
    """The best marks there are."""
    if depends(ask):
        return lambda answers, _: best_picks(ask, answers)
    best = best_picks(ask, {})
    return lambda *_: best


def random(ask: Ask) -> Answering:
    """Anything that is legal."""
    if ask.kind is TurnKind.AMOUNT:
        return lambda _, chance: (_amount(ask, chance.random()),)
    if ask.kind is TurnKind.PAIR:
        return _pairs(ask, lambda rights, chance: chance.choice(rights).pick)
    if ask.kind is TurnKind.SPEAK:
        return lambda _, chance: tuple(
            f"{line.pick}~{chance.choice(ask.right).pick}" for line in ask.choices
        )
    if ask.kind is TurnKind.MARK:
        return lambda answers, chance: tuple(
            c.pick for c in available(ask.choices, answers) if chance.random() < 0.5
        )
    if ask.least == ask.most == 1 and not depends(ask):
        alone = [(choice.pick,) for choice in ask.choices]
        return lambda _, chance: alone[int(chance.random() * len(alone))]
    return lambda answers, chance: _some(available(ask.choices, answers), ask, chance)


def first(ask: Ask) -> Answering:
    """Whatever stands first."""
    return _by_place(ask, lambda choices: choices, 0.0)


def last(ask: Ask) -> Answering:
    """Whatever stands last."""
    return _by_place(ask, lambda choices: choices[::-1], 1.0)


def longest(ask: Ask) -> Answering:
    """Whatever is said at most length; anything, where length cannot be chosen by."""
    if ask.kind is TurnKind.AMOUNT:
        return random(ask)
    spoken = Speech()

    def by_length(choices: Choices) -> Choices:
        return tuple(sorted(choices, key=lambda c: -len(spoken.text(c.label))))

    return _by_place(ask, by_length, 0.0)


def suspicious(ask: Ask) -> Answering:
    """Marks every phrase, challenges and excludes everything; anything, elsewhere."""
    return _by_stance(ask, Stance.CHALLENGES)


def trusting(ask: Ask) -> Answering:
    """Marks nothing, lets everything pass; anything, elsewhere."""
    return _by_stance(ask, Stance.ACCEPTS)


ROBOTS: Mapping[str, Robot] = {
    "expert": Robot(expert),
    "random": Robot(random),
    "first": Robot(first),
    "last": Robot(last),
    "longest": Robot(longest),
    "suspicious": Robot(suspicious),
    "trusting": Robot(trusting),
}


def depends(ask: Ask) -> bool:
    """Whether what may be answered depends on earlier answers."""
    return any(choice.when is not None for choice in (*ask.choices, *ask.right))


def _by_place(ask: Ask, arrange: Callable[[Choices], Choices], share: float) -> Answering:
    if ask.kind is TurnKind.SPEAK:
        return random(ask)  # a robot has nothing to praise itself for
    if ask.kind is TurnKind.AMOUNT:
        return lambda *_: (_amount(ask, share),)
    if ask.kind is TurnKind.PAIR:
        return _pairs(ask, lambda rights, _: arrange(rights)[0].pick)
    count = max(1, ask.least)
    return lambda answers, _: tuple(
        c.pick for c in arrange(available(ask.choices, answers))[:count]
    )


def _by_stance(ask: Ask, stance: Stance) -> Answering:
    if ask.kind is TurnKind.MARK:
        marked = tuple(c.pick for c in ask.choices) if stance is Stance.CHALLENGES else ()
        return lambda *_: marked
    anything = random(ask)

    def answering(answers: Answers, chance: Random) -> Picks:
        taking = [c.pick for c in available(ask.choices, answers) if c.stance is stance]
        return (chance.choice(taking),) if taking else anything(answers, chance)

    return answering


def _some(offered: Choices, ask: Ask, chance: Random) -> Picks:
    count = chance.randint(min(ask.least, len(offered)), min(ask.most, len(offered)))
    return tuple(choice.pick for choice in chance.sample(offered, count))


def _pairs(ask: Ask, choose: Callable[[Choices, Random], str]) -> Answering:
    """Each left with the right that `choose` takes; every second alone, where that is allowed."""
    assert isinstance(ask.marking, Links)
    may_skip = ask.marking.each[0] == 0

    def answering(answers: Answers, chance: Random) -> Picks:
        rights, picks = available(ask.right, answers), []
        for left in available(ask.choices, answers):
            skipped = may_skip and chance.random() < 0.5
            if rights and not skipped:
                relation = chance.choice(ask.relations).pick
                picks.append(f"{left.pick}~{choose(rights, chance)}~{relation}")
        return tuple(picks)

    return answering


def _amount(ask: Ask, share: float) -> str:
    assert ask.range is not None
    numbers = range(ask.range.least, ask.range.most + 1, ask.range.step)
    return str(numbers[min(len(numbers) - 1, int(share * len(numbers)))])
