"""Choices as teachers write them, and what each is worth; guessing is corrected for everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.steps import Choice, Worth
from game.scenario.words import T, own


class Soundness(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Offered(Authored):
    """A choice. One that is not sound is a decoy and says why."""

    SKETCHES: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("sound", "because"),
        ("because",),
        ("because",),
    )

    id: str = ""
    says: Text = written(T("the choice as players read it"))
    sound: Soundness = written(T("yes, partly or no"), sample="yes", default=Soundness.NO)
    because: Text | None = written(T("why it is sound or not; a decoy must say it"), default=None)
    law: Annotated[str, Ref("law")] | None = written(T("the law card behind it"), default=None)


def guess_cost(alternatives: int) -> float:
    """What a wrong pick costs, so that guessing among `alternatives` earns nothing on average.

    The classical correction for guessing, right - wrong / (k - 1).
    """
    return -1.0 / (alternatives - 1) if alternatives > 1 else 0.0


def one_sound(choices: Mapping[str, Offered]) -> tuple[tuple[Choice, ...], Worth]:
    """The choices of a turn that takes one pick."""
    wrong = guess_cost(len(choices))
    worth = {Soundness.YES: 1.0, Soundness.PARTLY: 0.25, Soundness.NO: wrong}
    return tuple(choice(c, worth[c.sound]) for c in choices.values()), Worth(1.0)


def several_sound(choices: Mapping[str, Offered], take: int) -> tuple[tuple[Choice, ...], Worth]:
    """The choices of a turn that takes up to `take` picks; each earns or costs the same."""
    worth = {Soundness.YES: 1.0, Soundness.PARTLY: 0.0, Soundness.NO: -1.0}
    sound = sum(c.sound is Soundness.YES for c in choices.values())
    return tuple(choice(c, worth[c.sound]) for c in choices.values()), Worth(
        float(min(take, sound))
    )


def choice(offered: Offered, worth: float) -> Choice:
    """`offered` as the rules know it."""
    because = own(offered.because) if offered.because else None
    return Choice(offered.id, own(offered.says), worth, because)


def check_one_sound(choices: Mapping[str, Offered], spot: Spot) -> Iterator[Diagnostic]:
    """C310: a turn that takes one pick has at least two choices, and exactly one that is sound."""
    sound = [c for c in choices.values() if c.sound is Soundness.YES]
    if len(choices) < 2:
        hint = T("add another choice, with “because:” to say why it is not sound")
        yield Diagnostic("C310", spot, T("a question needs at least two choices"), hint)
    if not sound:
        yield Diagnostic(
            "C310", spot, T("no choice here is sound"), T("write “sound: yes” under the right one")
        )
    for extra in sound[1:]:
        yield Diagnostic(
            "C310",
            extra.spots.of("sound"),
            T("“{id}” is a second sound choice, but only one can be picked", id=extra.id),
            T("if it is half right, write “sound: partly”"),
        )
    if len(choices) == 2:
        yield Diagnostic(
            "C311",
            spot,
            T("two choices can be guessed"),
            T("add a third, or ask for the reason as well"),
            Severity.WARNING,
        )
