"""The clock tells what is left of a trial, and what to skip so that it ends before the bell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from game.scenario.model import Scene
from game.scenario.names import Stage
from game.scenario.steps import Ask, Open, Role
from game.trial.record import Trial, is_over
from game.trial.skipping import scene_now


class Ahead(Struct, frozen=True):
    """A scene that is not over: what is left of its `minutes`, and whether it is `skipped`.

    `weight` is in how many of the case's cuts it stands; `needed` is the one with the decision.
    """

    scene: Scene
    minutes: int
    skipped: bool
    weight: int
    needed: bool


class Plan(Struct, frozen=True):
    """Which scenes to skip, and how many minutes the others then take."""

    skip: tuple[str, ...]
    minutes: int


def turns_left(trial: Trial, role: Role) -> int:
    """How many turns `role` may still have to answer. Some may fall away, as the trial goes."""
    return sum(ask.role is role and scene not in trial.skips for scene, ask in _asks_left(trial))


def minutes_left(trial: Trial) -> int:
    """How many minutes a class needs for what is left, as the case tells."""
    return sum(part.minutes for part in ahead(trial) if not part.skipped)


def ahead(trial: Trial) -> tuple[Ahead, ...]:
    """The scenes from the present one to the last; none when the trial is over."""
    if is_over(trial):
        return ()
    case = trial.scenario
    ids = [scene.id for scene in case.scenes]
    here = ids.index(scene_now(trial))
    needed = _decisive(case.scenes)
    return tuple(
        Ahead(
            scene,
            _rest(trial, scene) if number == here else scene.minutes,
            scene.id in trial.skips,
            sum(scene.id in cut for cut in case.cuts.values()),
            scene.id == needed,
        )
        for number, scene in enumerate(case.scenes[here:], here)
    )


def plan(trial: Trial, minutes: int) -> Plan:
    """What to skip so that the trial ends within `minutes`, as far as that can be.

    The scene with the decision stays. Of the others those go first that stand in the fewest of
    the case's own cuts, the longer before the shorter; what still fits comes back.
    """
    scenes = [part for part in ahead(trial) if not part.skipped]
    takes = sum(part.minutes for part in scenes)
    dropped: list[Ahead] = []
    for part in sorted(scenes, key=lambda part: (part.weight, -part.minutes)):
        if takes > minutes and not part.needed:
            dropped.append(part)
            takes -= part.minutes
    for part in reversed(dropped.copy()):
        if takes + part.minutes <= minutes:
            dropped.remove(part)
            takes += part.minutes
    gone = {part.scene.id for part in dropped}
    return Plan(tuple(part.scene.id for part in scenes if part.scene.id in gone), takes)


def up_to(trial: Trial, scene: str) -> tuple[str, ...]:
    """The scenes to skip so that the trial goes on with `scene`."""
    ids = [part.scene.id for part in ahead(trial)]
    return tuple(ids[: ids.index(scene)]) if scene in ids else ()


def _decisive(scenes: Sequence[Scene]) -> str:
    """The scene in which the case is decided: the first that has a decision, else the last."""
    deciding = (s.id for s in scenes if any(beat.STAGE is Stage.DECISION for beat in s.beats))
    return next(deciding, scenes[-1].id)


def _rest(trial: Trial, scene: Scene) -> int:
    """The minutes of `scene` by the share of its asks that are still to come."""
    start = next(
        number
        for number, step in enumerate(trial.steps)
        if isinstance(step, Open) and step.scene == scene.id
    )
    asks = left = 0
    for number, step in enumerate(trial.steps[start + 1 :], start + 1):
        if isinstance(step, Open):
            break
        if isinstance(step, Ask):
            asks += 1
            left += number >= trial.at and step.key not in trial.answers
    return ceil(scene.minutes * left / asks) if asks else 0


def _asks_left(trial: Trial) -> Iterator[tuple[str, Ask]]:
    """The asks that may still come, with the scene that each stands in."""
    scene = scene_now(trial)
    for step in trial.steps[trial.at :]:
        if isinstance(step, Open):
            scene = step.scene
        elif isinstance(step, Ask) and step.key not in trial.answers:
            yield scene, step
