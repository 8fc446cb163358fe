"""A wish is what somebody asked for before a trial begins; what it leaves open a face asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.trial.feedback import Feedback

if TYPE_CHECKING:
    from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Wish:
    """A case by id or path, a seat, and how to play; None is still to be asked for."""

    case: str | None = None
    role: Role | None = None
    cut: int | None = None
    feedback: Feedback = Feedback.TURN
    seed: int = 0
    robot: str | None = None


def unknown_cut(wish: Wish, case: Scenario) -> Words | None:
    """What to tell somebody who asks for a cut that `case` does not have."""
    if wish.cut is None or wish.cut in case.cuts:
        return None
    if not case.cuts:
        return T("This case has no cuts; leave “--cut” out.")
    minutes = ", ".join(str(minutes) for minutes in sorted(case.cuts))
    return T("This case can be cut to these minutes: {minutes}.", minutes=minutes)
