"""The window's door: joins the reception to the window, and says so where there is no screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.scenario.steps import Role
from game.scenario.words import T, Translate, filled
from game.session.home import papers
from game.session.reception import Reception
from game.session.settings import LANGUAGES, Settings
from game.session.shelf import Shelved
from game.session.wish import Wish, unknown
from game.trial.feedback import Feedback
from game.window.doors import CaseShown, Language
from game.window.intents import Begin, Intent, OpenCase, Tell

if TYPE_CHECKING:
    from game.session.advice import Advice
    from game.session.cards import Card
    from game.session.class_play.plan import Plan
    from game.session.class_play.table import ClassTable
    from game.session.heard import Heard
    from game.session.progress import Progress
    from game.session.rerun import Finished, Rerun
    from game.session.table import Table
    from game.trial.view import View


class NoDisplay(Exception):
    """There is no screen to open a window on."""


class Entrance:
    """The doors of the window, as the reception opens them."""

    def __init__(self, assets: Path, reception: Reception, wish: Wish) -> None:
        self.assets = assets
        self.reception = reception
        self.wish = wish

    def cases(self) -> tuple[CaseShown, ...]:
        progress = self.progress()
        return tuple(self._listed(card, progress) for card in self._cards())

    def start(
        self, case_id: str, role: Role, cut: int | None, feedback: str, facts: tuple[str, ...]
    ) -> Table:
        wish = replace(self.wish, cut=cut, feedback=Feedback(feedback), facts=facts)
        return self.reception.trials.start(self._shelved(case_id), role, wish)

    def resume(self, case_id: str | None = None) -> Table | None:
        if case_id is None and self.reception.class_left_off_last():
            of_class = self.reception.class_trials.resume()
            return of_class or self.reception.trials.resume()
        return self.reception.trials.resume(case_id)

    def start_class(self, wanted: Begin, plan: Plan) -> ClassTable:
        wish = replace(
            self.wish, cut=wanted.cut, feedback=Feedback(wanted.feedback), facts=wanted.facts
        )
        case = self._shelved(wanted.case_id)
        return self.reception.class_trials.start(case, wanted.role, wish, plan)

    def resume_class(self, case_id: str) -> ClassTable | None:
        return self.reception.class_trials.resume(case_id)

    def heard(self, case_id: str) -> Heard:
        from game.session.heard import heard

        return heard(self.reception.home, case_id)

    def finished(self) -> tuple[Finished, ...]:
        from game.session.rerun import finished_trials

        return tuple(finished_trials(self.reception))

    def rerun(self, name: str) -> Rerun | None:
        from game.session.rerun import rerun

        return rerun(self.reception, name)

    def has_save(self) -> bool:
        return self.reception.has_save() or self.reception.has_class_save()

    def progress(self) -> Progress:
        return self.reception.progress()

    def forget_progress(self) -> None:
        self.reception.forget_progress()

    def advice(self) -> Advice | None:
        from game.session.advice import advise

        return advise(self._cards(), self.progress())

    def papers(self) -> Path:
        return papers(self.reception.home)

    def settings(self) -> Settings:
        return self.reception.settings

    def save_settings(self, settings: Settings) -> None:
        self.reception.change(settings)

    def languages(self) -> tuple[Language, ...]:
        return tuple(Language(code, name) for code, name in LANGUAGES)

    def translate(self, language: str = "") -> Translate:
        form = self.reception.catalogues((), language)
        return lambda words: filled(words, form)

    def notices(self) -> tuple[str, ...]:
        return tuple(self.translate()(notice) for notice in self.reception.notices())

    def report(self, error: BaseException, facts: Mapping[str, object]) -> Path | None:
        from game.session.reports import write_report

        return write_report(self.reception.home, error, facts)

    def _shelved(self, case_id: str) -> Shelved:
        wanted = (self.wish.case, case_id) if self.wish.case else (case_id,)
        found = (self.reception.shelf.get(name) for name in wanted)
        return next(s for s in found if s and s.scenario.id == case_id)

    def _card(self, shelved: Shelved) -> Card:
        from game.session.cards import card_of

        return card_of(shelved, self.reception.speech(str(shelved.path)))

    def _cards(self) -> Iterator[Card]:
        """The cards of the case that was asked for, else of all that can be played."""
        if self.wish.case:
            named = self.reception.shelf.get(self.wish.case)
            return iter((self._card(named),)) if named else iter(())
        from game.session.listing import cases

        return (card for _, card in cases(self.reception))

    def _listed(self, card: Card, progress: Progress) -> CaseShown:
        case = card.case
        saves = self.reception.has_save(case.id), self.reception.has_class_save(case.id)
        return CaseShown(case, card.cuts, *saves, card.cover, progress.best(case.id))


class Studio(Entrance):
    """The doors for pictures: what they show does not hang on what was played here before."""

    def heard(self, case_id: str) -> Heard:
        from game.session.heard import Heard

        return Heard()


def open_window(assets: Path, reception: Reception, wish: Wish) -> int:
    """Open the window on the title, or on the case that `wish` names, and play until it closes.

    Raises NoDisplay where there is no screen.
    """

    def play() -> int:
        from game.window.rescue import run

        doors = Entrance(assets, reception, wish)
        return run(doors, opening(doors))

    return on_screen(play)


def on_screen(play: Callable[[], int]) -> int:
    """Call `play`, which opens a window. Raises NoDisplay where there is no screen."""
    if sys.platform.startswith("linux") and not _may_have_screen():
        raise NoDisplay
    import pygame

    try:
        return play()
    except pygame.error as error:
        if pygame.display.get_init():
            raise
        raise NoDisplay from error


def opening(doors: Entrance) -> Intent | None:
    """What to show first: the title, the case that was asked for, or the seat in it."""
    if doors.wish.case is None:
        return None
    shelved = doors.reception.shelf.get(doors.wish.case)
    if shelved is None:
        case_is_broken = T("“mockcourt check” says what is wrong with a file.")
        return Tell(T("This case cannot be played"), doors.translate()(case_is_broken))
    if not_there := unknown(doors.wish, shelved):
        return Tell(T("There is no such cut or fact"), doors.translate()(not_there))
    case_id, role = shelved.scenario.id, doors.wish.role
    if role is None:
        return OpenCase(case_id)
    return Begin(case_id, role, doors.wish.cut, doors.wish.feedback, doors.wish.facts)


def save_certificate(assets: Path, reception: Reception, view: View) -> tuple[Path, ...]:
    """Save the certificate for the seat of `view`, whose trial is over; it needs no screen.

    Raises OSError where that cannot be written.
    """
    from datetime import date

    from game.window.certificate import certificate_of, save

    doors = Entrance(assets, reception, Wish())
    made = certificate_of(view, date.today())
    return save(made, assets, doors.papers(), doors.settings(), doors.translate())


def draw_shots(
    assets: Path,
    reception: Reception,
    folder: Path,
    size: tuple[int, int],
    text_scale: float,
    theme: str,
) -> int:
    """Draw every screen into `folder`, with nothing of it saved elsewhere; prints what it drew."""
    from tempfile import TemporaryDirectory

    from msgspec.structs import replace

    from game.window.preview.shots import preview_shots
    from game.window.shots import shots

    reception.settings = replace(
        reception.settings,
        text_scale=min(2.0, max(1.0, text_scale)),
        contrast=theme == "contrast",
        motion=False,
        volume=0,
        music=0,
    )
    with TemporaryDirectory() as elsewhere:  # what is played here is no progress of anybody's
        reception.home = Path(elsewhere)
        for file in shots(folder, Studio(assets, reception, Wish()), size):
            print(file.as_posix())
        for file in preview_shots(folder, assets, reception, size):
            print(file.as_posix())
    return 0


def _may_have_screen() -> bool:
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
