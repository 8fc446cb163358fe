"""An answer can be taken back until it was told whether it was sound; a teacher always can."""

from __future__ import annotations

from enum import Enum

from game.scenario.steps import Ask, Open, Role
from game.scenario.words import T, Words
from game.trial.feedback import Feedback
from game.trial.record import Move, Trial, is_over
from game.trial.skipping import Skip


class Stands(Enum):
    """Why an answer stands; its value is the sentence that the seat reads."""

    NOTHING = T("There is no answer to take back yet.")
    OVER = T("The trial is over, and you have seen what your answers were worth.")
    MOVED_ON = T("Your teacher has moved the trial on since then.")
    ANSWERED = T("Somebody else has answered since then.")
    TURN_TOLD = T(
        "You have seen why it was right or wrong, so it stands. Think first, then decide."
    )
    SCENE_TOLD = T("The scene is over, and you have seen why, so the answer stands.")

    @property
    def words(self) -> Words:
        return self.value


def stands(trial: Trial, last: Move | Skip | None, role: Role) -> Stands | None:
    """Why `role` may not take back what people did `last` in `trial`, or None if it may."""
    if last is None:
        return Stands.NOTHING
    if is_over(trial):
        return Stands.OVER
    if isinstance(last, Skip):
        return Stands.MOVED_ON
    if last.role is not role:
        return Stands.ANSWERED
    if trial.feedback is Feedback.TURN:
        return Stands.TURN_TOLD
    if trial.feedback is Feedback.SCENE and _scene_is_over(trial, last.ask):
        return Stands.SCENE_TOLD
    return None


def _scene_is_over(trial: Trial, ask: str) -> bool:
    """Whether another scene was opened since `ask` was put."""
    for step in reversed(trial.steps[: trial.at]):
        if isinstance(step, Open):
            return True
        if isinstance(step, Ask) and step.key == ask:
            return False
    return False  # its group is still open
