"""A wish is what somebody asked for before a trial begins; what it leaves open a face asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.trial.feedback import Feedback

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.session.shelf import Shelved


class Wish(Struct, frozen=True):
    """A case by id or path, a seat, and how to play; None is still to be asked for."""

    case: str | None = None
    role: Role | None = None
    cut: int | None = None
    feedback: Feedback = Feedback.TURN
    seed: int = 0
    robot: str | None = None
    facts: tuple[str, ...] = ()
    team: int = 1


def unknown(wish: Wish, shelved: Shelved) -> Words | None:
    """What to tell somebody who asks for a cut, or for facts, that the case does not have."""
    return _unknown_cut(wish, shelved.scenario) or _unknown_facts(wish, shelved)


def _unknown_facts(wish: Wish, shelved: Shelved) -> Words | None:
    if shelved.variant(wish.facts) is not None:
        return None
    parameters = shelved.scenario.parameters.values()
    if not parameters:
        return T("In this case no fact can be chosen; leave “--fact” out.")
    names = "; ".join(", ".join(parameter.values) for parameter in parameters)
    return T("Of each of these groups one fact can be chosen: {names}.", names=names)


def _unknown_cut(wish: Wish, case: Scenario) -> Words | None:
    if wish.cut is None or wish.cut in case.cuts:
        return None
    if not case.cuts:
        return T("This case has no cuts; leave “--cut” out.")
    minutes = ", ".join(str(minutes) for minutes in sorted(case.cuts))
    return T("This case can be cut to these minutes: {minutes}.", minutes=minutes)
