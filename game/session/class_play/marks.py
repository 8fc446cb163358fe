"""The marks of each team, read off the moves and the cards; how fast anybody was counts nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from game.scenario.steps import Ask, Role
from game.session.class_play.lines import asks_still_open
from game.session.class_play.plan import Plan, answered_at_keyboard
from game.session.class_play.register import Cards
from game.trial.debrief import scorecard
from game.trial.record import Trial, taken
from game.trial.scoring import Mark, mark, possible
from game.trial.view import CriterionMark, Scorecard


class TeamCard(Struct, frozen=True):
    """What one team has done: how many turns it answered, its marks, and what it did best."""

    answered: int
    marks: Scorecard

    @property
    def best(self) -> CriterionMark | None:
        """The criterion with the largest share of its marks; None before anything is earned."""
        earned = [row for row in self.marks.criteria if row.earned > 0]
        return max(earned, key=lambda r: (r.earned / r.possible, r.possible), default=None)

    @property
    def points(self) -> tuple[float, float]:
        """Marks earned of marks possible."""
        rows = self.marks.criteria
        return sum(row.earned for row in rows), sum(row.possible for row in rows)


def team_cards(
    plan: Plan, role: Role, trial: Trial, shown: Mapping[str, Cards]
) -> tuple[TeamCard, ...]:
    """The card of each team of a class that was seated as `role` and has `shown` cards.

    A question that is still open for another seat is not counted yet.
    """
    marks: list[list[Mark]] = [[] for _ in plan.teams]
    answered = [0] * len(plan.teams)
    at_keyboard = answered_at_keyboard(plan, role, trial)
    waiting = asks_still_open(trial)
    for ask, known in taken(trial):
        if not isinstance(ask, Ask) or ask.key in waiting:
            continue
        if ask.key in at_keyboard:
            team = at_keyboard[ask.key]
            marks[team].append(mark(ask, trial.answers[ask.key], known))
            answered[team] += 1
            continue
        for team, picks in enumerate(shown.get(ask.key, ())):
            nothing = Mark(ask, 0.0, possible(ask, known))
            marks[team].append(nothing if picks is None else mark(ask, picks, known))
            answered[team] += picks is not None
    return tuple(TeamCard(n, scorecard(given)) for n, given in zip(answered, marks, strict=True))
