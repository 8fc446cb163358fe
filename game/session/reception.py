"""The reception gives a face all it needs: cases, a seat at a table, settings and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.journal import FORMAT, BrokenSave, Heading, Journal
from game.session.session import Session
from game.session.settings import Settings, load_settings, save_settings
from game.session.shelf import Shelf, Shelved
from game.session.table import Table, new_session, resumed_session
from game.text.catalogues import Catalogues, catalogues
from game.trial.record import Feedback
from game.trial.speech import Speech

SAVES = "saves"
SET_ASIDE = T("{why} It was set aside as “{file}”, and nothing is lost.")


@dataclass(slots=True)
class Reception:
    """Where people come in. `home` keeps saves and settings, `locales` the translations."""

    shelf: Shelf
    locales: Path
    home: Path
    settings: Settings
    _notices: list[Words] = field(default_factory=list)
    _speeches: dict[str, Speech] = field(default_factory=dict)

    def speech(self, scenarios: Iterable[str] = ()) -> Speech:
        """How people are spoken to in the language of the moment, about any of `scenarios`."""
        language = self.settings.language
        key = "/".join((language, *scenarios))
        if key not in self._speeches:
            words = self.catalogues(scenarios)
            self._speeches[key] = Speech(words, language, self.shelf.laws)
        return self._speeches[key]

    def catalogues(self, scenarios: Iterable[str] = ()) -> Catalogues:
        """The translations into the language of the moment."""
        return catalogues(self.locales, self.settings.language, scenarios, self.home / "cache")

    def change(self, settings: Settings) -> None:
        """Take on `settings` and keep them, if the folder can be written."""
        self.settings = settings
        try:
            save_settings(self.home, settings)
        except OSError:
            self._notices.append(T("The settings could not be saved."))

    def start(
        self, shelved: Shelved, role: Role, cut: int | None, feedback: Feedback, seed: int
    ) -> Table:
        """A new trial with a seat for `role`. A save of the same case is begun afresh.

        Without a `cut`, what is played is the cut to as many minutes as the case says it takes.
        """
        heading = _heading(shelved, role, cut, feedback, seed)
        try:
            session = new_session(shelved, heading, self._journal(shelved.scenario.id))
        except OSError:
            self._notices.append(
                T("This trial cannot be saved here. You can play it all the same.")
            )
            session = new_session(shelved, heading, None)
        return self._table(shelved, session, role)

    def start_unsaved(
        self, shelved: Shelved, role: Role, cut: int | None, feedback: Feedback, seed: int
    ) -> Table:
        """A new trial of which nothing is kept."""
        heading = _heading(shelved, role, cut, feedback, seed)
        return self._table(shelved, new_session(shelved, heading, None), role)

    def resume(self, case_id: str | None = None) -> Table | None:
        """The trial that was left off last (of that case), or None if there is none."""
        for path in self._saves():
            if case_id not in (None, path.stem):
                continue
            if table := self._resumed(Journal(path)):
                return table
        return None

    def has_save(self, case_id: str) -> bool:
        return self._journal(case_id).path.is_file()

    def notices(self) -> tuple[Words, ...]:
        """What people should hear, such as that a save was set aside; told once."""
        due = tuple(self._notices)
        self._notices.clear()
        return due

    def _resumed(self, journal: Journal) -> Table | None:
        shelved = self.shelf.get(journal.path.stem)
        if shelved is None:
            return None
        try:
            session, role = resumed_session(shelved, journal)
        except BrokenSave as broken:
            file = journal.set_aside().name
            self._notices.append(put(SET_ASIDE, why=broken.why, file=file))
            return None
        except OSError:
            self._notices.append(T("The saved trial cannot be opened."))
            return None
        return self._table(shelved, session, role)

    def _table(self, shelved: Shelved, session: Session, role: Role) -> Table:
        case_id = shelved.scenario.id
        return Table(session, role, case_id, lambda: self.speech((case_id,)))

    def _journal(self, case_id: str) -> Journal:
        return Journal(self.home / SAVES / f"{case_id}.journal")

    def _saves(self) -> list[Path]:
        """The journals of unfinished trials, the latest first."""
        try:
            found = list((self.home / SAVES).glob("*.journal"))
            return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
        except OSError:
            return []


def _heading(
    shelved: Shelved, role: Role, cut: int | None, feedback: Feedback, seed: int
) -> Heading:
    case = shelved.scenario
    usual = case.minutes if case.minutes in case.cuts else None
    return Heading(FORMAT, case.id, shelved.digest, role, seed, cut or usual, feedback)


def open_reception(
    root: Path, home: Path, language: str | None = None, scenarios: Path | None = None
) -> Reception:
    """The reception of the game that lies in `root`, speaking `language` if one is named."""
    from msgspec.structs import replace

    settings = load_settings(home)
    if language:
        settings = replace(settings, language=language)
    return Reception(Shelf(scenarios or root / "scenarios"), root / "locales", home, settings)
