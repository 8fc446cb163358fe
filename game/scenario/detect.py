"""Detection turns: something is either sound or has one flaw, and both mistakes cost the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from msgspec.structs import replace

from game.scenario.steps import Ask, Choice, Stance, Worth
from game.scenario.words import Words

Ground = TypeVar("Ground", bound=StrEnum)
PASSED = 0.5  # letting a sound thing pass earns half of what catching a flaw earns


def detection(
    ask: Ask,
    passes: tuple[str, Words],
    grounds: Mapping[Ground, Words],
    truth: str,
    because: Words,
) -> Ask:
    """`ask` with the choice to let something pass and a choice for each ground of objection.

    `truth` is the ground that really exists, or anything else where nothing is wrong. A false
    alarm costs as much as a miss; a real flaw under the wrong ground earns nothing.
    """
    flawed = truth in grounds
    let_pass = Choice(
        passes[0], passes[1], -1.0 if flawed else PASSED, because, stance=Stance.ACCEPTS
    )
    objections = tuple(
        Choice(
            ground,
            label,
            1.0 if ground == truth else 0.0 if flawed else -1.0,
            because,
            stance=Stance.CHALLENGES,
        )
        for ground, label in grounds.items()
    )
    best = 1.0 if flawed else PASSED
    return replace(ask, choices=(let_pass, *objections), marking=Worth(best))
