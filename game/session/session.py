"""A session seats people and empty chairs at one trial; the empty chairs play by the file."""

from __future__ import annotations

from game.scenario.steps import Ask, Role
from game.scenario.words import T, Words
from game.session.journal import Back, BrokenSave, Deed, Journal, written
from game.trial.back import Stands, stands
from game.trial.record import Move, Trial, after, is_over, open_ask, open_asks
from game.trial.rules import IllegalAction, Refusal, play, unfit
from game.trial.scoring import is_waiting_for_the_room, script_picks
from game.trial.show import Sight
from game.trial.skipping import Skip, is_skipping, skip
from game.trial.speech import Speech
from game.trial.view import Action, View

TEACHER = "teacher"


class Session:
    """One trial and its seats. Everything that changes while playing changes here."""

    def __init__(
        self, trial: Trial, humans: frozenset[Role], journal: Journal | None = None
    ) -> None:
        self.trial = trial
        self.humans = humans
        self.journal = journal
        self._sights: dict[tuple[Role, str], Sight] = {}
        self._past: list[tuple[Trial, Deed]] = []  # what people did, and the trial before it
        self._let_the_script_speak()

    def view(self, role: Role, speech: Speech) -> View:
        """What the seat of `role` may see now."""
        key = (role, speech.language)
        sight = self._sights.get(key)
        if sight is None or sight.speech is not speech:
            sight = self._sights[key] = Sight(role, speech)
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
            self.journal.append(written(trial.moves[-1]))
        self._come_to(trial, trial.moves[-1])
        return None

    def stands(self, role: Role | None) -> Stands | None:
        """Why `role` may not take back its last answer; None if it may. A teacher has no role."""
        last = self._past[-1][1] if self._past else None
        if role is None:
            return None if last else Stands.NOTHING
        return stands(self.trial, last, role)

    def take_back(self, role: Role | None) -> Stands | None:
        """Undo the last answer of `role`, or what people did last if a teacher wants it.

        Raises OSError where a journal cannot be written; the trial then stands as before.
        """
        if why := self.stands(role):
            return why
        if self.journal:
            self.journal.append(Back(role or TEACHER))
        self.trial, _ = self._past.pop()
        return None

    def skip(self, scenes: tuple[str, ...]) -> None:
        """Leave `scenes` to the script from now on, as a teacher wants it.

        Raises OSError where a journal cannot be written; the trial then stands as before.
        """
        wanted = Skip(scenes)
        if self.journal:
            self.journal.append(written(wanted))
        self._come_to(skip(self.trial, wanted), wanted)

    def replay(self, deeds: tuple[Deed, ...]) -> None:
        """Do again what people did before.

        Raises BrokenSave where a move is not one that the trial would have accepted.
        """
        for deed in deeds:
            if self.again(deed):
                raise BrokenSave(T("The saved trial does not fit this case."))

    def again(self, deed: Deed) -> Words | None:
        """Do `deed`, which was done before, again; or why that cannot be here."""
        if isinstance(deed, Skip):
            self._come_to(skip(self.trial, deed), deed)
            return None
        if why := misfit(self.trial, deed):
            return why
        self._come_to(after(self.trial, deed), deed)
        return None

    def _come_to(self, trial: Trial, deed: Deed) -> None:
        """Go on with `trial`, to which `deed` has led."""
        self._past.append((self.trial, deed))
        self.trial = trial
        self._let_the_script_speak()

    def _let_the_script_speak(self) -> None:
        self.trial = with_script(self.trial, self.humans)


def with_script(trial: Trial, humans: frozenset[Role]) -> Trial:
    """`trial` after all that the chairs without `humans` answer now, as the file has it.

    In a scene that is skipped nobody is asked: all of it is answered.
    """
    while ask := _next_for_the_script(trial, humans):
        picks, skipped = script_picks(trial, ask), is_skipping(trial)
        trial = after(trial, Move(ask.role, picks, ask.key, skipped))
    return trial


def _next_for_the_script(trial: Trial, humans: frozenset[Role]) -> Ask | None:
    for ask in open_asks(trial):
        if is_skipping(trial):
            return ask
        waits = is_waiting_for_the_room(trial, ask, humans)
        if ask.role not in humans and not waits:
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
