"""A table is one person's seat at one trial, with the work saved after every move."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.journal import BrokenSave, Deed, Heading, Journal
from game.session.lead import Lead
from game.session.session import Session
from game.session.shelf import Shelf, Shelved
from game.trial.back import Stands
from game.trial.record import Trial, begin, is_over, program
from game.trial.rules import Refusal
from game.trial.speech import Speech
from game.trial.view import Action, View

OTHER_VERSION = T("The saved trial belongs to another version of this case.")
NOT_SAVED = T("Your answer could not be saved ({why}). Make some room on the disk, then try again.")


class Table:
    """One seat at one trial. `speech` gives the language of the moment, so it may change.

    `ended` is told of the trial once it is over. `second` gives the language that stands beside
    the first, if there is one.
    """

    def __init__(
        self,
        session: Session,
        role: Role,
        case_id: str,
        speech: Callable[[], Speech],
        ended: Callable[[Session], None] | None = None,
        second: Callable[[], Speech | None] = lambda: None,
    ) -> None:
        self.session = session
        self.role = role
        self.case_id = case_id
        self._speech = speech
        self._ended = ended
        self._second = second
        self._finished: Journal | None = None

    @property
    def lead(self) -> Lead:
        """The way to stop, to go back, and to skip."""
        return Lead(self)

    def view(self, role: Role | None = None) -> View:
        """What the seat, or that of `role`, may see now, in the language of the moment."""
        return self._seen(role or self.role, self._speech())

    def text(self, words: Words) -> str:
        """`words` in the language of the moment."""
        return self._speech().text(words)

    def second_view(self) -> View | None:
        """What `view` gives, in the language that stands beside it; None where there is none."""
        speech = self._second()
        return self._seen(self.role, speech) if speech else None

    def _seen(self, role: Role, speech: Speech) -> View:
        return self.session.view(role, speech)

    def submit(self, action: Action) -> str | None:
        """Play `action` and save it; None, or in words why that cannot be."""
        return self.saved(lambda: self.session.submit(action))

    def saved(self, change: Callable[[], Refusal | Stands | None]) -> str | None:
        """Make a `change` and save it; None, or in words why that cannot be."""
        session = self.session
        try:
            if is_over(session.trial) and self._finished:
                self._finished.reopen()
                session.journal, self._finished = self._finished, None
            refusal = change()
        except OSError as error:
            return not_saved(error, self._speech())
        if is_over(session.trial):
            self._close(is_new=refusal is None)
        return self.text(refusal.words) if refusal else None

    def _close(self, is_new: bool) -> None:
        """Put the save among the finished ones, and tell of the end if it `is_new`."""
        if journal := self.session.journal:
            journal.finish()
            self.session.journal, self._finished = None, journal
        if is_new and self._ended:
            self._ended(self.session)


def not_saved(error: OSError, speech: Speech) -> str:
    """What to tell somebody whose answer could not be written to disk."""
    return speech.text(put(NOT_SAVED, why=error.strerror or type(error).__name__))


def opened(shelved: Shelved, heading: Heading) -> Trial:
    """The trial that `heading` tells of, before its first move."""
    case = shelved.variant(heading.facts) or shelved.scenario
    return begin(program(case, heading.cut), heading.seed, heading.feedback)


def case_of(shelf: Shelf, heading: Heading) -> Shelved | None:
    """The case that `heading` names: by its id on the `shelf`, else by the file that it was."""
    return shelf.get(heading.scenario) or shelf.get(heading.file)


def new_session(
    shelved: Shelved,
    heading: Heading,
    journal: Journal | None,
    humans: frozenset[Role] = frozenset(),
) -> Session:
    """A session at its beginning: `humans` are the seats of people, or the one in `heading`."""
    trial = opened(shelved, heading)
    if journal:
        journal.begin(heading)
    return Session(trial, humans or frozenset({heading.role}), journal)


def resumed_session(
    shelved: Shelved,
    heading: Heading,
    moves: tuple[Deed, ...],
    journal: Journal,
    humans: frozenset[Role] = frozenset(),
) -> Session:
    """The session to which `moves` of `humans` have led, kept on in `journal`.

    Raises BrokenSave where they were made in another version of the case, or in none.
    """
    if heading.digest != shelved.digest:
        raise BrokenSave(OTHER_VERSION)
    session = new_session(shelved, heading, None, humans)
    session.replay(moves)
    session.journal = journal
    return session
