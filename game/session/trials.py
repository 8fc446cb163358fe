"""Trials begin here and go on here; each is kept in a journal of its own while it lasts."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.claims import claim, release_all_but
from game.session.journal import FORMAT, BrokenSave, Deed, Heading, Journal, journals
from game.session.session import Session
from game.session.shelf import Shelf, Shelved
from game.session.table import Table, case_of, new_session, resumed_session
from game.session.wish import Wish
from game.trial.speech import Speech

Seated = TypeVar("Seated")
SET_ASIDE = T("{why} It was set aside as “{file}”, and nothing is lost.")
NOT_KEPT = T("This trial cannot be saved here. You can play it all the same.")
NOT_OPENED = T("The saved trial cannot be opened.")
SAVED_TWICE = T(
    "This case is being played in another window of the game as well. Both trials are saved, each "
    "by itself."
)
OPEN_ELSEWHERE = T(
    "The saved trial is open in another window of the game. Go on there, or close that window "
    "first."
)
COPIES = 20  # of the game that may play one case at the same time on one home
NO_CASE = T("The case of the saved trial is gone, or something is wrong with its file.")


class Trials(Struct, frozen=True):
    """Seats people at trials. `tell` takes what they should hear; `speech` is how, about a case.

    `ended` is told of every trial that people have played to its end. `second` is how they are
    spoken to in a second language, where they want one.
    """

    shelf: Shelf
    saves: Path
    speech: Callable[[str], Speech]
    tell: Callable[[Words], None]
    ended: Callable[[Session], None] | None = None
    second: Callable[[str], Speech | None] = lambda _: None

    def start(self, shelved: Shelved, role: Role, wish: Wish) -> Table:
        """A new trial with a seat for `role`. A save of the same case is begun afresh.

        Where nothing can be saved, people are told and play all the same.
        """
        heading = heading_of(shelved, role, wish)
        try:
            journal = own_journal(self.saves, heading.scenario, self.tell)
            session = new_session(shelved, heading, journal)
        except OSError:
            self.tell(NOT_KEPT)
            session = new_session(shelved, heading, None)
        return self._table(shelved, session, role, self.ended)

    def start_unsaved(self, shelved: Shelved, role: Role, wish: Wish) -> Table:
        """A new trial of which nothing is kept."""
        session = new_session(shelved, heading_of(shelved, role, wish), None)
        return self._table(shelved, session, role, None)

    def resume(self, case_id: str | None = None) -> Table | None:
        """The trial that was left off last (of that case), or None if there is none to go on with.

        A save that cannot be gone on with is set aside, and people are told.
        """
        return left_off(self.saves, case_id, self.tell, self._resumed)

    def _resumed(self, journal: Journal) -> Table | None:
        def seated(shelved: Shelved, heading: Heading, moves: tuple[Deed, ...]) -> Table:
            session = resumed_session(shelved, heading, moves, journal)
            return self._table(shelved, session, heading.role, self.ended)

        return gone_on(journal, self.shelf, self.tell, seated)

    def _table(
        self,
        shelved: Shelved,
        session: Session,
        role: Role,
        ended: Callable[[Session], None] | None,
    ) -> Table:
        named = str(shelved.path)
        return Table(
            session,
            role,
            shelved.scenario.id,
            lambda: self.speech(named),
            ended,
            lambda: self.second(named),
        )


def own_journal(saves: Path, case_id: str, tell: Callable[[Words], None]) -> Journal:
    """Where a new trial of the case is kept: not where another copy of the game keeps one.

    What this copy has kept until now is let go of. Raises OSError where nothing can be kept.
    """
    for number in range(1, COPIES):
        name = f"{case_id}.{number}" if number > 1 else case_id
        path = saves / f"{name}.journal"
        if claim(path):
            if number > 1:
                tell(SAVED_TWICE)
            release_all_but(path)
            return Journal(path)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def left_off(
    saves: Path,
    case_id: str | None,
    tell: Callable[[Words], None],
    resumed: Callable[[Journal], Seated | None],
) -> Seated | None:
    """Whoever is `resumed` at the trial that was left off last (of that case), if there is one.

    Where it is open in another copy of the game, people are told.
    """
    elsewhere = False
    for path in journals(saves):
        if case_id not in (None, path.name.partition(".")[0]):
            continue
        if not claim(path):
            elsewhere = True
        elif seated := resumed(Journal(path)):
            release_all_but(path)
            return seated
    if elsewhere:
        tell(OPEN_ELSEWHERE)
    return None


def gone_on(
    journal: Journal,
    shelf: Shelf,
    tell: Callable[[Words], None],
    seated: Callable[[Shelved, Heading, tuple[Deed, ...]], Seated],
) -> Seated | None:
    """Whoever is `seated` again at the trial in `journal`; None if it cannot be gone on with.

    Then people are told why; a save that is broken is set aside.
    """
    try:
        heading, moves = journal.read()
        shelved = case_of(shelf, heading)
        if shelved is None:
            tell(NO_CASE)
            return None
        return seated(shelved, heading, moves)
    except BrokenSave as broken:
        tell(put(SET_ASIDE, why=broken.why, file=journal.set_aside().name))
    except OSError:
        tell(NOT_OPENED)
    return None


def heading_of(shelved: Shelved, role: Role, wish: Wish) -> Heading:
    """What is tried. Without a cut it is the one to as many minutes as the case says it takes."""
    case = shelved.scenario
    usual = case.minutes if case.minutes in case.cuts else None
    return Heading(
        format=FORMAT,
        scenario=case.id,
        file=str(shelved.path.resolve()),
        digest=shelved.digest,
        role=role,
        seed=wish.seed,
        cut=wish.cut or usual,
        feedback=wish.feedback,
        facts=wish.facts,
    )
