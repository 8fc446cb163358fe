"""Scenes can be skipped: the script plays them for everybody, and nobody earns or loses by it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.steps import Open
from game.trial.record import Trial


class Skip(Struct, frozen=True):
    """The teacher lets the script play what is left of these scenes."""

    scenes: tuple[str, ...]


def skip(trial: Trial, wanted: Skip) -> Trial:
    """`trial` with the scenes that are `wanted` left to the script; it has yet to play them."""
    return replace(trial, skips=trial.skips | set(wanted.scenes))


def scene_now(trial: Trial) -> str:
    """The id of the scene in which `trial` stands; at its end, of the last."""
    before = (step for step in reversed(trial.steps[: trial.at]) if isinstance(step, Open))
    return next((step.scene for step in before), "")


def is_skipping(trial: Trial) -> bool:
    """Whether the script answers for everybody now."""
    return bool(trial.skips) and scene_now(trial) in trial.skips
