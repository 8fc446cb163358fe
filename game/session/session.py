"""A session seats people and empty chairs at one trial; the empty chairs play by the file."""

from __future__ import annotations

from game.scenario.steps import Ask, Role
from game.scenario.words import T, Words
from game.session.journal import BrokenSave, Journal
from game.trial.record import Move, Trial, after, is_over, open_ask, open_asks
from game.trial.rules import IllegalAction, Refusal, play, unfit
from game.trial.scoring import is_waiting_for_the_room, script_picks
from game.trial.show import Sight
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
        self._sights: dict[Role, Sight] = {}
        self._let_the_script_speak()

    def view(self, role: Role, speech: Speech) -> View:
        """What the seat of `role` may see now."""
        sight = self._sights.get(role)
        if sight is None or sight.speech is not speech:
            sight = self._sights[role] = Sight(role, speech)
        return sight.of(self.trial)

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
            if self.again(move):
                raise BrokenSave(T("The saved trial does not fit this case."))

    def again(self, move: Move) -> Words | None:
        """Make `move`, which was made before, again; or why that cannot be here."""
        if why := misfit(self.trial, move):
            return why
        self.trial = after(self.trial, move)
        self._let_the_script_speak()
        return None

    def _let_the_script_speak(self) -> None:
        while ask := self._next_for_the_script():
            self.trial = after(self.trial, Move(ask.role, script_picks(self.trial, ask), ask.key))

    def _next_for_the_script(self) -> Ask | None:
        for ask in open_asks(self.trial):
            waits = is_waiting_for_the_room(self.trial, ask, self.humans)
            if ask.role not in self.humans and not waits:
                return ask
        return None


def misfit(trial: Trial, move: Move) -> Words | None:
    """Why `move`, which was made before, does not fit into `trial` here; None if it does."""
    if is_over(trial):
        return T("The trial is over by then.")
    ask = open_ask(trial, move.role)
    if ask is None:
        return T("Here it is the turn of somebody else: “{ask}”.", ask=open_asks(trial)[0].key)
    if ask.key != move.ask:
        return T("Here the case asks “{ask}” instead.", ask=ask.key)
    refusal = unfit(trial, ask, move.picks)
    return refusal.words if refusal else None
