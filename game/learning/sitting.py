"""One student sits through a case: the row of steps is walked once, with empty chairs beside.

It comes to the same answers as a trial that is played move by move, but it keeps one record of
answers that grows, instead of a new trial for every move, and what never changes is worked out
once for the whole class: a thousand students take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.steps import Ask, Role, Step
from game.trial.record import Trial
from game.trial.scoring import Mark, earned, possible, script_picks

Answer = Callable[[Trial, Ask], tuple[str, ...]]  # of a trial whose answers are read, not kept


class Seating(Struct, frozen=True):
    """A seat in a trial that has not begun. `scripted` is what empty chairs answer in any case.

    Asks that are open together stand together, those of `role` first.
    """

    trial: Trial
    role: Role
    asks: tuple[Ask, ...]
    scripted: Mapping[str, tuple[str, ...]]


def seating(trial: Trial, role: Role) -> Seating:
    """The seat of `role` in `trial`, from its beginning."""
    asks = tuple(
        ask
        for together in _groups(trial.steps)
        for ask in sorted(together, key=lambda ask: ask.role is not role)
    )
    others = [ask for ask in asks if ask.role is not role and is_settled(ask) and not ask.follows]
    return Seating(trial, role, asks, {ask.key: script_picks(trial, ask) for ask in others})


def sit(seat: Seating, answer: Answer) -> Iterator[Mark]:
    """The marks of a student in `seat`, turn by turn, who gives each `answer`."""
    answers: dict[str, tuple[str, ...]] = {}
    now = replace(seat.trial, moves=(), answers=answers, at=0)
    for ask in seat.asks:
        if ask.when is not None and not ask.when.holds(answers):
            continue
        if ask.role is seat.role:
            picks = answer(now, ask)
            yield Mark(ask, earned(ask, picks, answers), possible(ask, answers))
        else:
            picks = seat.scripted.get(ask.key) or script_picks(now, ask)
        answers[ask.key] = picks


def is_settled(ask: Ask) -> bool:
    """Whether what `ask` offers is the same whatever was answered before."""
    return all(choice.when is None for choice in (*ask.choices, *ask.right))


def _groups(steps: Sequence[Step]) -> Iterator[list[Ask]]:
    """The asks of `steps`; those that stand side by side in one group come together."""

    def together(numbered: tuple[int, Step]) -> object:
        number, step = numbered
        return (step.group if isinstance(step, Ask) else "") or number

    for _, side_by_side in groupby(enumerate(steps), key=together):
        yield [step for _, step in side_by_side if isinstance(step, Ask)]
