"""Trials of a class begin here and go on here; they are kept apart from those of single players."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from game.scenario.steps import Role
from game.scenario.words import Words
from game.session.class_play.plan import Plan, humans
from game.session.class_play.register import SUFFIX, Register, opened, read
from game.session.class_play.table import ClassTable
from game.session.journal import Deed, Heading, Journal
from game.session.session import Session
from game.session.shelf import Shelf, Shelved
from game.session.table import new_session, resumed_session
from game.session.trials import NOT_KEPT, gone_on, heading_of, left_off, own_journal
from game.session.wish import Wish
from game.trial.speech import Speech


class ClassTrials(Struct, frozen=True):
    """Seats classes at trials, as Trials seats one person. `saves` is where theirs are kept."""

    shelf: Shelf
    saves: Path
    speech: Callable[[str], Speech]
    tell: Callable[[Words], None]

    def start(self, shelved: Shelved, role: Role, wish: Wish, plan: Plan) -> ClassTable:
        """A new trial for a class. A save of the same case is begun afresh.

        Where nothing can be saved, people are told and play all the same.
        """
        heading = heading_of(shelved, role, wish)
        session = new_session(shelved, heading, None, humans(plan, role))
        try:
            journal = own_journal(self.saves, heading.scenario, self.tell)
            journal.begin(heading)
            register = opened(journal.path.with_suffix(SUFFIX), plan)
            session.journal = journal
        except OSError:
            self.tell(NOT_KEPT)
            register = opened(None, plan)
        return self._table(shelved, session, role, register)

    def resume(self, case_id: str | None = None) -> ClassTable | None:
        """The trial that a class left off last (of that case), if there is one to go on with.

        A save that cannot be gone on with is set aside, and people are told.
        """
        return left_off(self.saves, case_id, self.tell, self._resumed)

    def _resumed(self, journal: Journal) -> ClassTable | None:
        def seated(shelved: Shelved, heading: Heading, moves: tuple[Deed, ...]) -> ClassTable:
            register = read(journal.path.with_suffix(SUFFIX))
            people = humans(register.plan, heading.role)
            session = resumed_session(shelved, heading, moves, journal, people)
            return self._table(shelved, session, heading.role, register)

        return gone_on(journal, self.shelf, self.tell, seated)

    def _table(
        self, shelved: Shelved, session: Session, role: Role, register: Register
    ) -> ClassTable:
        named = str(shelved.path)
        return ClassTable(session, role, shelved.scenario.id, lambda: self.speech(named), register)
