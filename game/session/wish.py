"""A wish is what somebody asked for before a trial begins; what it leaves open a face asks for."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.steps import Role
from game.trial.feedback import Feedback


@dataclass(frozen=True, slots=True)
class Wish:
    """A case by id or path, a seat, and how to play; None is still to be asked for."""

    case: str | None = None
    role: Role | None = None
    cut: int | None = None
    feedback: Feedback = Feedback.TURN
    seed: int = 0
    robot: str | None = None
