"""The reception gives a face all it needs: cases, trials, settings and words.

The title screen stands here first, so the rules and the reader of scenarios are imported later.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from game.scenario.words import T, Words
from game.session.settings import Settings, load_settings, other_language, save_settings
from game.session.shelf import Shelf
from game.text.catalogues import Catalogues, catalogues
from game.text.whereabouts import LOCALES

if TYPE_CHECKING:
    from game.session.class_play.trials import ClassTrials
    from game.session.progress import Progress
    from game.session.session import Session
    from game.session.trials import Trials
    from game.trial.speech import Speech

SAVES = "saves"
PACKS = "packs"
OF_CLASSES = "class"  # where, among the saves, those of classes are
KEPT = 2  # cases and their words that are held: that of the trial, and one looked at before


class Reception(Struct):
    """Where people come in. `home` keeps saves and settings, `locales` the translations."""

    shelf: Shelf
    locales: Path
    home: Path
    settings: Settings
    _notices: list[Words] = field(default_factory=list)
    _speeches: dict[tuple[str, str], Speech] = field(default_factory=dict)

    @property
    def trials(self) -> Trials:
        """The way to a seat."""
        from game.session.trials import Trials

        saves, tell = self.home / SAVES, self._notices.append
        return Trials(
            self.shelf, saves, self.speech, tell, ended=self._remember, second=self.second_speech
        )

    @property
    def class_trials(self) -> ClassTrials:
        """The way to the seats for a whole class."""
        from game.session.class_play.trials import ClassTrials

        saves = self.home / SAVES / OF_CLASSES
        return ClassTrials(self.shelf, saves, self.speech, self._notices.append)

    def speech(self, scenario: str = "") -> Speech:
        """How people are spoken to in the language of the moment, about `scenario` if named.

        It is named as on the shelf: by its id, or by the path of its file.
        """
        return self._speech(self.settings.language, scenario)

    def second_speech(self, scenario: str = "") -> Speech | None:
        """The same in the language that stands beside it, if the player wants two."""
        if not self.settings.two_languages:
            return None
        return self._speech(other_language(self.settings.language), scenario)

    def _speech(self, language: str, scenario: str) -> Speech:
        from game.trial.speech import Speech

        key = (language, scenario)
        if key not in self._speeches:
            words = self.catalogues((scenario,) if scenario else (), language)
            laws = self.shelf.laws_of(scenario) if scenario else self.shelf.laws
            self._speeches[key] = Speech(words, language, laws)
            if len(self._speeches) > KEPT:
                del self._speeches[next(iter(self._speeches))]
        return self._speeches[key]

    def in_language(self, language: str) -> Reception:
        """The same reception for people who speak `language`."""
        return Reception(
            self.shelf, self.locales, self.home, replace(self.settings, language=language)
        )

    def apart(self) -> Reception:
        """A reception to work in another thread with: it reads its cases for itself."""
        shelf = Shelf(self.shelf.folder, self.shelf.packs, self.shelf.keeps)
        return Reception(shelf, self.locales, self.home, self.settings)

    def catalogues(self, scenarios: Iterable[str] = (), language: str = "") -> Catalogues:
        """The translations into `language`, or into that of the moment."""
        files = [self.shelf.find(scenario) for scenario in scenarios]
        wanted = language or self.settings.language
        return catalogues(self.locales, wanted, files, self.home / "cache")

    def change(self, settings: Settings) -> None:
        """Take on `settings` and keep them, if the folder can be written."""
        self.settings = settings
        try:
            save_settings(self.home, settings)
        except OSError:
            self._notices.append(T("The settings could not be saved."))

    def has_save(self, case_id: str = "*") -> bool:
        """Whether a trial (of that case) was left unfinished."""
        return any((self.home / SAVES).glob(f"{case_id}.*journal"))  # or .2.journal

    def has_class_save(self, case_id: str = "*") -> bool:
        """Whether a class has left a trial (of that case) unfinished."""
        return any((self.home / SAVES / OF_CLASSES).glob(f"{case_id}.journal"))

    def class_left_off_last(self) -> bool:
        """Whether the trial that was left off last is that of a class."""
        from game.session.journal import journals

        saves = journals(self.home / SAVES)[:1] + journals(self.home / SAVES / OF_CLASSES)[:1]
        latest = max(saves, key=lambda path: path.stat().st_mtime, default=None)
        return latest is not None and latest.parent.name == OF_CLASSES

    def progress(self) -> Progress:
        """What has been learned so far. Where that cannot be read, people are told."""
        from game.session.progress import load_progress

        progress, sentence = load_progress(self.home)
        if sentence is not None:
            self._notices.append(sentence)
        return progress

    def forget_progress(self) -> None:
        """Delete what has been learned so far, if the folder can be written."""
        from game.session.progress import NOT_FORGOTTEN, forget_progress

        try:
            forget_progress(self.home)
        except OSError:
            self._notices.append(NOT_FORGOTTEN)

    def _remember(self, session: Session) -> None:
        """Keep what the people of `session`, which is over, have earned."""
        from datetime import date

        from game.session.progress import NOT_KEPT, record_of, save_progress

        progress, day = self.progress(), date.today().isoformat()
        for role in sorted(session.humans):
            progress = progress.with_one_more(record_of(session.trial, role, day))
        try:
            save_progress(self.home, progress)
        except OSError:
            self._notices.append(NOT_KEPT)

    def notices(self) -> tuple[Words, ...]:
        """What people should hear, such as that a save was set aside; told once."""
        due = tuple(self._notices)
        self._notices.clear()
        return due


def open_reception(
    root: Path, home: Path, language: str | None = None, scenarios: Path | None = None
) -> Reception:
    """The reception of the game that lies in `root`, speaking `language` if one is named."""
    settings = load_settings(home)
    if language:
        settings = replace(settings, language=language)
    shelf = Shelf(scenarios or root / "scenarios", home / PACKS, KEPT, home / "cache")
    return Reception(shelf, root / LOCALES, home, settings)
