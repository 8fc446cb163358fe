"""Numbers that a court decides on: what is on offer, what is lawful, what each role may say."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from game.scenario.diagnostics import Diagnostic, Spots
from game.scenario.steps import (
    AnyOf,
    Ask,
    Condition,
    Criterion,
    Near,
    Picked,
    Range,
    Role,
    TurnKind,
)
from game.scenario.words import T, Words, own


class Unit(StrEnum):
    MONTHS = "months"
    DAYS = "days"
    YEARS = "years"
    YUAN = "yuan"


UNITS = {
    Unit.MONTHS: T("months"),
    Unit.DAYS: T("days"),
    Unit.YEARS: T("years"),
    Unit.YUAN: T("yuan"),
}


class Ranged(Protocol):
    """What a teacher writes about a number to be decided."""

    @property
    def spots(self) -> Spots: ...
    @property
    def unit(self) -> Unit: ...
    @property
    def offered(self) -> tuple[int, int]: ...
    @property
    def lawful(self) -> tuple[int, int]: ...
    @property
    def fair_because(self) -> str: ...
    @property
    def lawful_because(self) -> str: ...
    @property
    def unlawful_because(self) -> str: ...


def number_turn(
    key: str,
    role: Role,
    prompt: Words,
    ranged: Ranged,
    fair: tuple[int, int],
    step: int = 1,
    *,
    law: str = "",
    asked: tuple[tuple[Role, str], ...] = (),
) -> Ask:
    """The turn in which `role` names a number; for it, `fair` is fair.

    `law` is the card to decide by, `asked` the turns in which others have named theirs.
    """
    return Ask(
        key=key,
        role=role,
        kind=TurnKind.AMOUNT,
        criterion=Criterion.LAW,
        prompt=prompt,
        choices=(),
        marking=Near(
            fair,
            ranged.lawful,
            own(ranged.fair_because),
            own(ranged.lawful_because),
            own(ranged.unlawful_because),
        ),
        range=Range(*ranged.offered, step, UNITS[ranged.unit]),
        law=law,
        asked=asked,
    )


def is_among(ask: str, numbers: range) -> Condition:
    """Holds when one of `numbers` was the answer to `ask`."""
    return AnyOf(tuple(Picked(ask, str(number)) for number in numbers))


def check_ranges(ranged: Ranged, names: tuple[str, ...], step: int = 1) -> Iterator[Diagnostic]:
    """C326: what is fair lies within the lawful range, that within the offer, and can be said.

    `names` are the fields of `ranged` with what is fair; numbers on offer go up by `step`.
    """
    reversed_ones = list(_reversed(ranged, ("offered", "lawful", *names)))
    yield from reversed_ones
    if reversed_ones:
        return
    for name in names:
        fair: tuple[int, int] = getattr(ranged, name)
        if not _inside(fair, ranged.lawful):
            yield Diagnostic(
                "C326",
                ranged.spots.of(name),
                T("this range is not within the lawful range"),
                T("keep to “lawful:”, which goes from {least} to {most}", **_ends(ranged.lawful)),
            )
        elif _inside(fair, ranged.offered) and not _reached(fair, ranged.offered, step):
            yield Diagnostic(
                "C326",
                ranged.spots.of(name),
                T("no number on offer lies in this range"),
                T("from {least} the numbers go up by {step}", least=ranged.offered[0], step=step),
            )
    if not _inside(ranged.lawful, ranged.offered):
        yield Diagnostic(
            "C326",
            ranged.spots.of("lawful"),
            T("the lawful range is not within what is offered"),
            T("“offered:” must hold all from {least} to {most}", **_ends(ranged.lawful)),
        )


def _reversed(ranged: Ranged, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Ranges that start with their larger number; nothing else about them can be said."""
    for name in names:
        least, most = getattr(ranged, name)
        if least > most:
            yield Diagnostic(
                "C326",
                ranged.spots.of(name),
                T("the larger number stands first in this range"),
                T("write {sample}", sample=f"{name}: [{most}, {least}]"),
            )


def _ends(ends: tuple[int, int]) -> dict[str, int]:
    return {"least": ends[0], "most": ends[1]}


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] <= inner[1] <= outer[1]


def _reached(fair: tuple[int, int], offered: tuple[int, int], step: int) -> bool:
    """Whether counting up from the least offered by `step` meets `fair`."""
    first = fair[0] + (offered[0] - fair[0]) % step
    return first <= fair[1]
