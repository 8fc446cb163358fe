"""A table is one person's seat at one trial, with the work saved after every move."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.steps import Role
from game.scenario.words import T, put
from game.session.journal import BrokenSave, Heading, Journal
from game.session.session import Session
from game.session.shelf import Shelved
from game.trial.record import Move, Trial, begin, is_over, program
from game.trial.speech import Speech
from game.trial.view import Action, View

OTHER_VERSION = T("The saved trial belongs to another version of this case.")
NOT_SAVED = T("Your answer could not be saved ({why}). Make some room on the disk, then try again.")


class Table:
    """One seat at one trial. `speech` gives the language of the moment, so it may change.

    `ended` is told of the trial once it is over.
    """

    def __init__(
        self,
        session: Session,
        role: Role,
        case_id: str,
        speech: Callable[[], Speech],
        ended: Callable[[Session], None] | None = None,
    ) -> None:
        self.session = session
        self.role = role
        self.case_id = case_id
        self._speech = speech
        self._ended = ended

    def view(self, role: Role | None = None) -> View:
        """What the seat, or that of `role`, may see now, in the language of the moment."""
        return self.session.view(role or self.role, self._speech())

    def submit(self, action: Action) -> str | None:
        """Play `action` and save it; None, or in words why that cannot be."""
        speech = self._speech()
        try:
            refusal = self.session.submit(action)
        except OSError as error:
            return not_saved(error, speech)
        if refusal:
            return speech.text(refusal.words)
        if is_over(self.session.trial):
            self._close()
        return None

    def _close(self) -> None:
        if self.session.journal:
            self.session.journal.finish()
            self.session.journal = None
        if self._ended:
            self._ended(self.session)


def not_saved(error: OSError, speech: Speech) -> str:
    """What to tell somebody whose answer could not be written to disk."""
    return speech.text(put(NOT_SAVED, why=error.strerror or type(error).__name__))


def opened(shelved: Shelved, heading: Heading) -> Trial:
    """The trial that `heading` tells of, before its first move."""
    case = shelved.variant(heading.facts) or shelved.scenario
    return begin(program(case, heading.cut), heading.seed, heading.feedback)


def new_session(shelved: Shelved, heading: Heading, journal: Journal | None) -> Session:
    """A session at its beginning, with the person in the seat that `heading` names."""
    trial = opened(shelved, heading)
    if journal:
        journal.begin(heading)
    return Session(trial, frozenset({heading.role}), journal)


def resumed_session(
    shelved: Shelved, heading: Heading, moves: tuple[Move, ...], journal: Journal
) -> Session:
    """The session to which `moves` have led, kept on in `journal`.

    Raises BrokenSave where they were made in another version of the case, or in none.
    """
    if heading.digest != shelved.digest:
        raise BrokenSave(OTHER_VERSION)
    session = new_session(shelved, heading, None)
    session.replay(moves)
    session.journal = journal
    return session
