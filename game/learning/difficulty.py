"""How hard a question is, as far as its form shows; the unit is one spread of ability in a class.

    choose one, mark phrases    -0.4    below the middle of the class
    pair, order                  0.0
    give a number               +0.4, and more the fewer of the numbers on offer are right
    each choice beyond three    +0.15   (at most +0.6; one fewer is easier)
    several picks               +0.2
    each partly sound choice    +0.3    (at most +0.6)
    a decoy in like words       +0.6 x the share of words that it has in common with the sound one
    honest look-alikes          +0.5 x their share of the phrases
    partners to choose among    +0.1    for each beyond three (at most +0.6)

The weights are judged, not measured: no class has been counted. They put questions in a plausible
order, and nothing that a report flags should hang on them alone.
"""

from __future__ import annotations

from math import log10

from game.learning.signs import words
from game.scenario.steps import Ask, Choice, Near, TurnKind, Worth
from game.trial.speech import Speech

KINDS = {
    TurnKind.CHOOSE: -0.4,
    TurnKind.MARK: -0.4,
    TurnKind.PAIR: 0.0,
    TurnKind.ORDER: 0.0,
    TurnKind.AMOUNT: 0.4,
    TurnKind.SPEAK: 0.0,  # it earns no marks
}
AT_MOST = 0.6


def difficulty(ask: Ask) -> float:
    """The ability at which a student knows each answer to `ask` in half of all cases."""
    base = KINDS[ask.kind]
    if ask.kind is TurnKind.CHOOSE:
        return base + _choosing(ask)
    if ask.kind is TurnKind.MARK:
        decoys = sum(choice.worth < 0 for choice in ask.choices)
        return base + 0.5 * decoys / max(1, len(ask.choices))
    if ask.kind is TurnKind.PAIR:
        return base + min(AT_MOST, 0.1 * max(0, len(ask.right) * len(ask.relations) - 3))
    if ask.kind is TurnKind.AMOUNT:
        return base + _narrow(ask)
    return base


def _choosing(ask: Ask) -> float:
    best = ask.marking.best if isinstance(ask.marking, Worth) else 1.0
    top = [c for c in ask.choices if c.worth > 0 and (c.worth >= best or ask.most > 1)]
    partly = sum(c.worth > 0 for c in ask.choices) - len(top)
    more = min(AT_MOST, 0.15 * (len(ask.choices) - 3)) + min(AT_MOST, 0.3 * partly)
    alike = max((_alike(s, c) for s in top for c in ask.choices if c not in top), default=0.0)
    return more + 0.6 * alike + (0.2 if ask.most > 1 else 0.0)


def _alike(one: Choice, other: Choice) -> float:
    speech = Speech()
    a, b = words(speech.text(one.label)), words(speech.text(other.label))
    return len(a & b) / len(a | b) if a | b else 0.0


def _narrow(ask: Ask) -> float:
    if ask.range is None or not isinstance(ask.marking, Near):
        return 0.0
    numbers = range(ask.range.least, ask.range.most + 1, ask.range.step)
    low, high = ask.marking.fair
    right = sum(low <= number <= high for number in numbers)
    return min(AT_MOST, 0.25 * log10(len(numbers) / right)) if right else AT_MOST
