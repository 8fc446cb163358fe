"""What goes wrong in an app is written down and shown as a page; the loop never hears of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import pygame

from game.session.reports import last_words
from game.window.doors import Doors, Table
from game.window.screens.crash import CrashScreen

if TYPE_CHECKING:
    from pygame import Rect, Surface
    from pygame.event import Event

    from game.scenario.words import Translate, Words
    from game.window.app import App
    from game.window.intents import Intent
    from game.window.screens.base import Screen

Result = TypeVar("Result")


class Undone(Exception):
    """The page that tells of a crash has failed as well, so there is nothing left to show."""


class Rescue:
    """An app whose failures become a page. Raises Undone when that page fails too."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.caption: Words = app.caption

    @property
    def running(self) -> bool:
        return self.app.running

    @property
    def say(self) -> Translate:
        return self.app.say

    @property
    def moving(self) -> bool:
        return self.app.moving

    @property
    def top(self) -> Screen:
        return self.app.top

    @property
    def typing(self) -> Rect | None:
        return self.app.typing

    def do(self, intent: Intent) -> None:
        self._safely(lambda: self.app.do(intent), None)

    def handle(self, event: Event) -> None:
        self._safely(lambda: self.app.handle(event), None)

    def update(self, now: float) -> None:
        self._safely(lambda: self.app.update(now), None)

    def resize(self, size: tuple[int, int]) -> None:
        self._safely(lambda: self.app.resize(size), None)

    def renew(self) -> None:
        self.app.renew()

    def idle(self) -> None:
        self._safely(self.app.idle, None)

    def paint(self, surface: Surface) -> list[Rect]:
        def painted() -> list[Rect]:
            surface.set_clip(None)  # a painter that failed may have left its own
            return self.app.paint(surface)

        return self._safely(painted, [])

    def _safely(self, work: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return work()
        except Exception as error:
            if isinstance(self.app.top, CrashScreen):
                raise Undone from error
            self._fall(error)
            return otherwise

    def _fall(self, error: Exception) -> None:
        """Write a report of `error`, and show the page."""
        app = self.app
        try:
            file = app.doors.report(error, dict(_facts(app)))
            app.crashed(last_words(error, file))
        except Exception as again:
            raise Undone from again


def crash_page(told: tuple[Words, Words, Words], trial: Screen | None) -> tuple[Screen, ...]:
    """The page that says what went wrong, as `told`, over the `trial` to go back to."""
    crash = CrashScreen(told, trial=trial is not None)
    return (crash,) if trial is None else (trial, crash)


def rejoined(doors: Doors, table: Table | None) -> Screen | None:
    """The trial at `table` to go on with: as its journal tells it, unless memory knows more."""
    from game.window.menus import trial_screen

    if table is None:
        return None
    with suppress(Exception):  # whatever is wrong with the save, there is the table
        kept = _kept(doors, table)
        if kept is not None and kept.view().revision >= _revision(table):
            return trial_screen(kept, doors, resumed=True)
    with suppress(Exception):  # nor can this be shown: the title is still there
        return trial_screen(table, doors, resumed=True)
    return None


def _kept(doors: Doors, table: Table) -> Table | None:
    """The trial at `table` as it was saved; those of a class are kept apart."""
    from game.session.class_play.table import ClassTable

    of_class = isinstance(table, ClassTable)
    return doors.resume_class(table.case_id) if of_class else doors.resume(table.case_id)


def _revision(table: Table) -> int:
    """How far `table` is; -1 if it is what is broken."""
    try:
        return table.view().revision
    except Exception:
        return -1


def _facts(app: App) -> Iterator[tuple[str, object]]:
    """Where the game stands, by ids alone."""
    yield "screens", " > ".join(type(screen).__name__ for screen in app.stack)
    yield "window", f"{app.size[0]}x{app.size[1]}"
    settings = app.settings
    yield "settings", f"{settings.language}, text {settings.text_scale}, {settings.contrast=}"
    yield "sdl", ".".join(map(str, pygame.get_sdl_version()))
    with suppress(pygame.error):
        yield "screen driver", pygame.display.get_driver()
    if app.table is not None:
        yield "case", app.table.case_id
        with suppress(Exception):  # it may be what is broken
            view = app.table.view()
            yield "seat", f"{view.role}, answer {view.revision}, scene {view.scene.id}"
            yield "turn", view.turn.key if view.turn else "none"


def run(doors: Doors, first: Intent | None = None) -> int:
    """Open the window, carry out `first`, and play until it is closed; the exit code."""
    from game.window.app import App
    from game.window.loop import play
    from game.window.sounds import Sounds

    def start(size: tuple[int, int]) -> Rescue:
        settings = doors.settings()
        sounds = Sounds(doors.assets / "sounds", settings.volume, settings.music)
        app = Rescue(App(doors, size, sounds))
        if first is not None:
            app.do(first)
        return app

    return play(start)
