"""A session seats people and empty chairs at one trial; the empty chairs play by the file."""

from __future__ import annotations

from game.scenario.steps import Ask, Role
from game.scenario.words import T
from game.session.journal import BrokenSave, Journal
from game.trial.record import Move, Trial, after, open_ask, open_asks
from game.trial.rules import IllegalAction, Refusal, play, unfit
from game.trial.scoring import is_waiting_for_the_room, script_picks
from game.trial.show import view_for
from game.trial.speech import Speech
from game.trial.view import Action, View


class Session:
    """One trial and its seats. Everything that changes while playing changes here."""

    def __init__(
        self, trial: Trial, humans: frozenset[Role], journal: Journal | None = None
    ) -> None:
        self.trial = trial
        self.humans = humans
        self.journal = journal
        self._let_the_script_speak()

    def view(self, role: Role, speech: Speech) -> View:
        """What the seat of `role` may see now."""
        return view_for(self.trial, role, speech)

    def submit(self, action: Action) -> Refusal | None:
        """Play `action` and all that empty chairs answer to it; or the reason why it is refused.

        Raises OSError where a journal cannot be written; the trial then stands as before.
        """
        try:
            trial = play(self.trial, action)
        except IllegalAction as illegal:
            return illegal.refusal
        if self.journal:
            self.journal.append(trial.moves[-1])
        self.trial = trial
        self._let_the_script_speak()
        return None

    def replay(self, moves: tuple[Move, ...]) -> None:
        """Make `moves`, which people made before, again.

        Raises BrokenSave where a move is not one that the trial would have accepted.
        """
        for move in moves:
            ask = open_ask(self.trial, move.role)
            if not ask or ask.key != move.ask or unfit(self.trial, ask, move.picks):
                raise BrokenSave(T("The saved trial does not fit this case."))
            self.trial = after(self.trial, move)
            self._let_the_script_speak()

    def _let_the_script_speak(self) -> None:
        while ask := self._next_for_the_script():
            self.trial = after(self.trial, Move(ask.role, script_picks(self.trial, ask), ask.key))

    def _next_for_the_script(self) -> Ask | None:
        for ask in open_asks(self.trial):
            waits = is_waiting_for_the_room(self.trial, ask, self.humans)
            if ask.role not in self.humans and not waits:
                return ask
        return None
