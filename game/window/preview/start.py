"""The preview's door: one window for one file, and a sentence where there is no screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.scenario.model import LawBook
from game.scenario.words import T, Words
from game.session.reception import Reception
from game.session.settings import Settings
from game.session.shelf import LAW_FILE
from game.session.wish import Wish
from game.trial.speech import Speech
from game.window.preview.draft import Draft, Opening
from game.window.preview.letterbox import Letterbox, Request
from game.window.start import Entrance, NoDisplay, on_screen

FINE, NOT_SHOWN, MISUSED = 0, 1, 2


class Backstage(Entrance):
    """Doors through which no setting is kept: a preview tries languages, it does not choose one."""

    def save_settings(self, settings: Settings) -> None:
        self.reception.settings = settings

    def has_save(self) -> bool:
        return False


def preview(assets: Path, reception: Reception, file: Path, request: Request) -> int:
    """Show the scenario in `file` and follow it until the window is closed; the exit code.

    Where the file is shown already, that window is moved instead.
    """
    path = reception.shelf.find(str(file))
    if path.name == LAW_FILE:
        return _say(reception, T("There is nothing to play in a file of law cards."), MISUSED)
    letters = Letterbox(reception.home / "cache", path)
    if not letters.take():
        if not letters.ask(request):
            return _say(reception, T("The preview that is open cannot be reached."), NOT_SHOWN)
        return _say(reception, T("This file is open in a preview already, which follows."), FINE)
    try:
        return on_screen(lambda: _open(assets, reception, path, request, letters))
    except NoDisplay:
        return _say(reception, T("There is no screen for a window here."), NOT_SHOWN)
    finally:
        letters.leave()


def _say(reception: Reception, words: Words, code: int) -> int:
    print(reception.speech().text(words))
    return code


def drafted(reception: Reception, path: Path, request: Request) -> Draft:
    """The draft in the file at `path`, not yet read."""
    opening = Opening(request.at, request.role) if request.role else Opening(request.at)
    return Draft(path, opening, spoken(reception), reception.shelf.laws)


def spoken(reception: Reception) -> Callable[[str, LawBook | None], Speech]:
    """How people are spoken to about a case, in the language of the moment."""
    known: dict[tuple[str, str], Speech] = {}

    def speak(case_id: str, laws: LawBook | None) -> Speech:
        key = (reception.settings.language, case_id)
        if key not in known or known[key].laws is not laws:
            words = reception.catalogues((case_id,) if case_id else ())
            known[key] = Speech(words, key[0], laws)
        return known[key]

    return speak


def _open(
    assets: Path, reception: Reception, path: Path, request: Request, letters: Letterbox
) -> int:
    from game.window.loop import play
    from game.window.preview.app import PreviewApp
    from game.window.rescue import Rescue
    from game.window.sounds import Sounds

    doors = Backstage(assets, reception, Wish())
    draft = drafted(reception, path, request)
    volume = doors.settings().volume

    def start(size: tuple[int, int]) -> Rescue:
        return Rescue(PreviewApp(doors, size, Sounds(assets / "sounds", volume), draft, letters))

    return play(start)
