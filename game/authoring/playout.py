"""A trial is played out to its end by a robot in one seat and empty chairs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from random import Random

from msgspec.structs import replace

from game.scenario.steps import Answers, Ask, Condition, Role, Step
from game.session.robots import Answering, Picks, Robot, depends
from game.session.stuck import Stuck, can_be_answered
from game.trial.record import Move, Trial
from game.trial.scoring import chair_picks

Stop = tuple[Condition | None, str, Role, Answering]  # when it is put, its key, to whom, the answer


class Playout:
    """`trial` as `robot` plays it in `role`, with empty chairs beside it, as often as one likes.

    It comes to what `after` would, move by move. Here each question is looked at only once, and the
    answers of one trial grow: that is twenty times as fast, and robots play thousands of trials.
    """

    def __init__(self, trial: Trial, role: Role, robot: Robot) -> None:
        self.trial, self.role, self.robot = trial, role, robot
        self.stops = tuple(self._stops())

    def play(self, chance: Random) -> Trial:
        """The trial at its end. Raises Stuck where the robot is asked what has no answer."""
        answers, moves = dict(self.trial.answers), list(self.trial.moves)
        for when, key, role, answering in self.stops:
            if when is None or when.holds(answers):
                answers[key] = picks = answering(answers, chance)
                moves.append(Move(role, picks, key))
        steps = self.trial.steps
        return replace(self.trial, moves=tuple(moves), answers=answers, at=len(steps))

    def _stops(self) -> Iterator[Stop]:
        """The asks that are left, in the order in which they are answered.

        Of those that are open at once the seat answers its own first; the chairs wait to hear it.
        """
        given = self.trial.answers
        for group, steps in groupby(self.trial.steps[self.trial.at :], _group):
            asks = [step for step in steps if isinstance(step, Ask) and step.key not in given]
            heard = [key for key in given if key.rpartition(".")[0] == group]
            for ask in sorted(asks, key=lambda ask: ask.role is not self.role):
                is_own = ask.role is self.role
                answering = self._answering(ask) if is_own else _chair(ask, tuple(heard))
                yield ask.when, ask.key, ask.role, answering
                heard.append(ask.key)

    def _answering(self, ask: Ask) -> Answering:
        answering = self.robot.habit(ask)
        if not depends(ask) and can_be_answered(ask, {}):
            return answering

        def unless_stuck(answers: Answers, chance: Random) -> Picks:
            if not can_be_answered(ask, answers):
                raise Stuck(self.trial.scenario.id, ask)
            return answering(answers, chance)

        return unless_stuck


def _group(step: Step) -> str:
    """What asks that are open at once have in common; nothing for other steps."""
    return step.group or step.key if isinstance(step, Ask) else ""


def _chair(ask: Ask, heard: tuple[str, ...]) -> Answering:
    """What an empty chair answers that has `heard` these answers."""
    if ask.follows or depends(ask):
        return lambda answers, _: chair_picks(ask, heard, answers)
    picks = chair_picks(ask, heard, {})
    return lambda *_: picks
