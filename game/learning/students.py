"""Students who are made up: each has an ability, and a habit for what is not known.

Ability is drawn from the normal distribution N(0, 1). For every single thing that a question wants
to be decided – the one choice, each phrase, each partner, each place in an order – the student
knows the sound answer with the probability

    1 / (1 + exp(-1.7 (ability - difficulty)))

which is the logistic model of item response theory (Birnbaum, in Lord and Novick, Statistical
theories of mental test scores, 1968). What is not known is guessed by the habit, as robots do that
do not read; habit has nothing to do with ability. Besides the robots' habits there is the keen
one, which looks for signs (see signs.py) and follows one of them. Where two signs agree, everybody
sees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, inf
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from game.learning.signs import Signs
from game.scenario.steps import Ask, Choice, TurnKind
from game.session.robots import ROBOTS
from game.session.stuck import Stuck, can_be_answered
from game.trial.record import Trial, available
from game.trial.rules import unfit
from game.trial.scoring import best_picks

SLOPE = 1.7
Picks = tuple[str, ...]
KEEN = "keen"
ROBOT_OF = {KEEN: "random"}  # what one does who finds no sign
BY_PLACE = ("first", "longest")  # the longest, too, is the first of those that are equally long
HABITS: Mapping[str, float] = {
    "random": 0.3,
    "first": 0.1,
    "longest": 0.1,
    "suspicious": 0.1,
    "trusting": 0.1,
    KEEN: 0.3,
}


class Form(Struct, frozen=True):
    """What is worked out about a turn before anybody sees it.

    `best` is the best answer where that is the same for everybody; None where it depends on what
    was answered before.
    """

    difficulty: float
    signs: Signs
    best: Picks | None = None


class Student(Struct, frozen=True):
    """`ability` is 0 in the middle of the class; -inf has not read at all."""

    ability: float
    habit: str
    chance: Random

    def knows(self, difficulty: float) -> bool:
        """Whether this time something of that `difficulty` is known."""
        if self.ability == -inf:
            return False
        return self.chance.random() < probability(self.ability, difficulty)

    def picks(self, trial: Trial, ask: Ask, form: Form) -> Picks:
        """A legal answer to `ask`. Raises Stuck where there is none."""
        best = form.best
        if best is None:
            best = best_picks(ask, trial.answers)
            if unfit(trial, ask, best):  # nobody can know what is not on offer
                if not can_be_answered(ask, trial.answers):
                    raise Stuck(trial.scenario.id, ask)
                return self._guess(trial, ask, form.signs)
        if ask.kind is TurnKind.ORDER:
            return self._ordered(best, form.difficulty)
        if ask.kind is TurnKind.AMOUNT or (ask.kind is TurnKind.CHOOSE and ask.most == 1):
            knows = self.knows(form.difficulty)
            return best if knows else self._guess(trial, ask, form.signs)
        guess = self._guess(trial, ask, form.signs)
        if ask.kind in (TurnKind.PAIR, TurnKind.SPEAK):
            return self._paired(best, guess, available(ask.choices, trial.answers), form)
        return self._several(best, guess, ask, available(ask.choices, trial.answers), form)

    def _guess(self, trial: Trial, ask: Ask, signs: Signs) -> Picks:
        seen = _on_offer(signs, trial, ask) if signs else []
        if plain := _plain(seen):
            return (plain,)
        if self.habit == KEEN and seen:
            return (self.chance.choice(seen),)
        if self.habit in BY_PLACE and ask.shuffled:
            ask = self._in_own_order(ask)
        return ROBOTS[ROBOT_OF.get(self.habit, self.habit)](trial, ask, self.chance)

    def _in_own_order(self, ask: Ask) -> Ask:
        """`ask` as this student sees it: choices stand in another order for everybody."""
        choices = self.chance.sample(ask.choices, len(ask.choices))
        right = self.chance.sample(ask.right, len(ask.right))
        return replace(ask, choices=tuple(choices), right=tuple(right))

    def _several(
        self, best: Picks, guess: Picks, ask: Ask, offered: tuple[Choice, ...], form: Form
    ) -> Picks:
        """Every choice is decided by itself; then it is made up to what the turn allows."""
        taken: list[str] = []
        left: list[str] = []
        for choice in offered:
            source = best if self.knows(form.difficulty) else guess
            (taken if choice.pick in source else left).append(choice.pick)
        if len(taken) > ask.most:
            taken = self.chance.sample(taken, ask.most)
        missing = max(0, ask.least - len(taken))
        return (*taken, *self.chance.sample(left, missing))

    def _paired(self, best: Picks, guess: Picks, offered: tuple[Choice, ...], form: Form) -> Picks:
        """Every left finds its partners, and every line of a rubric its level, by itself."""
        picks: list[str] = []
        for left in offered:
            source = best if self.knows(form.difficulty) else guess
            picks += [pick for pick in source if pick.partition("~")[0] == left.pick]
        return tuple(picks)

    def _ordered(self, best: Picks, difficulty: float) -> Picks:
        """What is known stands in order; the rest stands anywhere."""
        known = [self.knows(difficulty) for _ in best]
        order = [pick for pick, is_known in zip(best, known, strict=True) if is_known]
        for pick, is_known in zip(best, known, strict=True):
            if not is_known:
                order.insert(self.chance.randint(0, len(order)), pick)
        return tuple(order)


def _on_offer(signs: Signs, trial: Trial, ask: Ask) -> list[str]:
    offered = {choice.pick for choice in available(ask.choices, trial.answers)}
    return [pick for pick in signs.values() if pick in offered]


def _plain(seen: Sequence[str]) -> str | None:
    """What two or more of the signs `seen` agree on, against at most one."""
    ranked = Counter(seen).most_common(2)
    counts = [count for _, count in ranked]
    if not ranked or counts[0] < 2 or counts[1:] == counts[:1]:
        return None
    return ranked[0][0]


def probability(ability: float, difficulty: float) -> float:
    """How likely a student of that `ability` knows something of that `difficulty`."""
    return 1 / (1 + exp(-SLOPE * (ability - difficulty)))


def classroom(count: int, seed: int = 0) -> Iterator[Student]:
    """So many students; the same `seed` gives the same students and the same luck."""
    for number in range(count):
        chance = Random(f"{seed}/{number}")
        yield Student(chance.gauss(0, 1), _habit(chance), chance)


def strangers(count: int, seed: int = 0) -> Iterator[Student]:
    """So many students who have not read a word."""
    for number in range(count):
        chance = Random(f"{seed}/unread/{number}")
        yield Student(-inf, _habit(chance), chance)


def _habit(chance: Random) -> str:
    return chance.choices(tuple(HABITS), tuple(HABITS.values()))[0]
