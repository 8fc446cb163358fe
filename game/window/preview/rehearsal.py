"""A rehearsal brings a trial to a beat, with all before it answered: by the teacher, or well."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from game.scenario.court import beats, condition
from game.scenario.model import Scenario
from game.scenario.steps import Ask, Role
from game.session.session import Session
from game.trial.record import Move, Trial, after, begin, open_asks, program
from game.trial.rules import unfit
from game.trial.scoring import script_picks
from game.window.preview.places import END
from game.window.preview.ways import Way, way_to

Kept = Mapping[str, tuple[str, ...]]  # what the teacher picked, by the key of the ask


class Rehearsed(Struct, frozen=True):
    """A trial that has come to a beat.

    `unfit` are the asks whose kept picks did not fit any more. It was `led` there if others had to
    answer otherwise than they would, and `missed` it if no way could be found.
    """

    session: Session
    unfit: frozenset[str] = frozenset()
    led: bool = False
    missed: bool = False


def rehearse(case: Scenario, role: Role, stop: str, kept: Kept) -> Rehearsed:
    """The trial of `case` at `stop`, with a person in the seat of `role`."""
    trial = begin(program(case))
    held = next((condition(case, beat.when) for key, beat in beats(case) if key == stop), None)
    came, no_fit = _answered(trial, role, stop, kept, Way())
    led = held is not None and not held.holds(came.answers)
    if held is not None and led:
        came, no_fit = _answered(trial, role, stop, kept, way_to(held))
    missed = held is not None and not held.holds(came.answers)
    return Rehearsed(Session(came, frozenset({role})), no_fit, led, missed)


def _answered(
    trial: Trial, role: Role, stop: str, kept: Kept, way: Way
) -> tuple[Trial, frozenset[str]]:
    end = starts(trial.scenario)[stop]
    no_fit = set()
    while trial.at < end:
        asks = open_asks(trial)
        ask = next((ask for ask in asks if ask.role is role), asks[0])
        given = kept.get(ask.key)
        if given is not None and unfit(trial, ask, given):
            no_fit.add(ask.key)
            given = None
        picks = _fitting(trial, ask, way.picks(trial, ask)) or given
        if picks is None:
            picks = script_picks(trial, ask)
        trial = after(trial, Move(ask.role, picks, ask.key))
    return trial, frozenset(no_fit)


def _fitting(trial: Trial, ask: Ask, picks: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if picks is None or unfit(trial, ask, picks) else picks


def starts(case: Scenario) -> dict[str, int]:
    """The number of the first step of every stop; a scene's heading belongs to its first beat."""
    begins: dict[str, int] = {}
    number, opened = 0, ""
    for key, beat in beats(case):
        begins[key] = number
        scene = key.rpartition(".")[0]
        number += sum(1 for _ in beat.steps(case, key)) + (scene != opened)
        opened = scene
    return {**begins, END: number}
