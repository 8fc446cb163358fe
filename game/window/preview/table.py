"""The preview's table: one seat at a trial of which nothing is kept but what the teacher picked."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from game.scenario.steps import Ask, Role
from game.session.session import Session
from game.session.table import Table
from game.trial.record import open_ask
from game.trial.speech import Speech
from game.trial.transcript import transcript
from game.trial.view import Action, View
from game.window.preview.rehearsal import starts

Picked = Callable[[str, tuple[str, ...]], None]


class PreviewTable:
    """A seat at `session`; `picked` hears what the teacher answers, by the key of the ask."""

    def __init__(
        self, session: Session, role: Role, speech: Callable[[], Speech], picked: Picked
    ) -> None:
        case = session.trial.scenario
        self.session, self.role = session, role
        self.case_id = case.id
        self.answered = False  # whether the teacher has answered anything at it
        self._seat = Table(session, role, case.id, speech)
        self._picked = picked
        self._starts = starts(case)
        self._before: dict[str, int] = {}  # a stop that was reached keeps its number of lines

    @property
    def lead(self) -> None:
        """A preview goes back and on by its own strip."""

    def view(self) -> View:
        return self._seat.view()

    def second_view(self) -> View | None:
        return self._seat.second_view()

    def submit(self, action: Action) -> str | None:
        ask = open_ask(self.session.trial, self.role)
        refused = self._seat.submit(action)
        if refused is None and ask is not None:
            self.answered = True
            self._picked(ask.key, action.picks)
        return refused

    def lines_before(self, stop: str) -> int:
        """How many lines the seat has heard when the trial comes to `stop`."""
        trial = self.session.trial
        start = self._starts[stop]
        if start > trial.at:
            return len(transcript(trial, self.role, Speech()))
        if stop not in self._before:
            earlier = {step.key for step in trial.steps[:start] if isinstance(step, Ask)}
            answers = {key: picks for key, picks in trial.answers.items() if key in earlier}
            then = replace(trial, at=start, answers=answers)
            self._before[stop] = len(transcript(then, self.role, Speech()))
        return self._before[stop]

    def stop_at(self, seen: int) -> str:
        """The stop at which the seat is when it has watched `seen` lines."""
        at = self.session.trial.at
        reached = [stop for stop, start in self._starts.items() if start <= at]
        low, high = 0, len(reached) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines_before(reached[middle]) <= seen:
                low = middle
            else:
                high = middle - 1
        return reached[low]
