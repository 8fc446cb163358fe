"""The window itself: polled often while something happens, and painted only where it changed."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.words import Translate, Words
from game.window.assist import Assistant, before_shown
from game.window.gamepad import Gamepads
from game.window.heap import give_back_pictures

if TYPE_CHECKING:
    from game.window.screens.base import Screen

RATES = ((0.0, 60), (1.0, 30), (8.0, 15))  # after so many quiet seconds, polls a second
SIZES = ((1600, 900), (1280, 720), (1024, 576), (960, 540))
LEAST = (960, 540)
SHOWN_AGAIN = (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN)


class Playing(Protocol):
    """What the loop needs of the app."""

    caption: Words

    @property
    def running(self) -> bool: ...
    @property
    def say(self) -> Translate: ...
    @property
    def top(self) -> Screen: ...
    @property
    def moving(self) -> bool: ...
    @property
    def typing(self) -> Rect | None: ...
    def handle(self, event: Event) -> None: ...
    def update(self, now: float) -> None: ...
    def paint(self, surface: Surface) -> list[Rect]: ...
    def resize(self, size: tuple[int, int]) -> None: ...
    def renew(self) -> None: ...
    def idle(self) -> None: ...


def play(start: Callable[[tuple[int, int]], Playing]) -> int:
    """Open a window, play until it is closed, and close it; the exit code.

    Raises pygame.error where there is no screen.
    """
    hint()
    pygame.display.init()
    try:
        if pygame.display.get_driver() == "offscreen" and "SDL_VIDEODRIVER" not in os.environ:
            raise pygame.error("SDL would draw where nobody sees it")
        hidden = before_shown()
        screen = open_window(pygame.HIDDEN if hidden else 0)
        app = start(screen.get_size())
        title = app.say(app.caption)
        pygame.display.set_caption(title)
        assistant = Assistant(title)
        if hidden:
            screen = open_window(pygame.SHOWN)
        Loop(app, screen, assistant).run()
    finally:
        pygame.quit()
    return 0


def hint() -> None:
    """Tell SDL how to behave, before it starts."""
    if sys.platform.startswith("linux"):
        # Without a graphics card a flip costs 10 ms through OpenGL and nothing without it.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def open_window(flags: int = 0) -> Surface:
    """The largest of our sizes that leaves room for the system's bars."""
    wide, tall = (pygame.display.get_desktop_sizes() or [SIZES[1]])[0]
    fits = (size for size in SIZES if size[0] <= wide and size[1] <= tall - 80)
    screen = pygame.display.set_mode(next(fits, LEAST), pygame.RESIZABLE | flags)
    pygame.key.stop_text_input()  # or an input method swallows the digits
    return screen


class Loop:
    """Polls often while something happens and rarely while nothing does."""

    def __init__(self, app: Playing, screen: Surface, assistant: Assistant | None = None) -> None:
        self.app, self.screen = app, screen
        self._assistant = assistant or Assistant("")
        self._clock = pygame.time.Clock()
        self._busy_at = 0.0
        self._window = screen.get_size()
        self._owed = False  # whether the window is still to become as large as before F11
        self._typing: Rect | None = None
        self._pads = Gamepads()

    def run(self) -> None:
        self.step(pygame.time.get_ticks() / 1000)
        give_back_pictures()  # only now: the first picture need not wait for it
        self._pads.start()
        while self.app.running:
            self.step(pygame.time.get_ticks() / 1000)

    def step(self, now: float) -> None:
        """One round: events, time, paint, sleep."""
        events = pygame.event.get()
        for event in events:
            self._busy_at = now
            self._take(event)
            for key in self._pads.keys(event, now):
                self._take(key)
        for key in self._pads.again(now):
            self._take(key)
        for key in self._assistant.wishes(self.app.top.desk):
            self._busy_at = now
            self._take(key)
        self.app.update(now)
        self._listen()
        if areas := self.app.paint(self.screen):
            self._present(areas)
        elif not events:
            self.app.idle()
        self._assistant.tell(self.app.top.desk, painted=bool(areas))
        busy = self.app.moving or self._pads.busy
        quiet = 0.0 if busy else max(0.0, now - self._busy_at)
        self._clock.tick(next(rate for since, rate in reversed(RATES) if quiet >= since))

    def _listen(self) -> None:
        """Let the input method work while letters are typed, and only then."""
        if (typing := self.app.typing) == self._typing:
            return
        if typing is None:
            pygame.key.stop_text_input()
        elif self._typing is None:
            pygame.key.start_text_input()
        if typing is not None:
            pygame.key.set_text_input_rect(typing)
        self._typing = typing

    def _take(self, event: Event) -> None:
        if event.type == pygame.WINDOWRESIZED or event.type == pygame.WINDOWSIZECHANGED:
            self._follow()
            self._settle()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._fill_or_leave()
        elif event.type in SHOWN_AGAIN:
            self._present([self.screen.get_rect()])
        elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            self._assistant.window_focus(event.type == pygame.WINDOWFOCUSGAINED)
        else:
            self.app.handle(event)

    def _present(self, areas: list[Rect]) -> None:
        """Show what has been painted; where the system has taken the window, ask for another."""
        try:
            pygame.display.update(areas)
        except pygame.error:
            self._reopen()

    def _reopen(self) -> None:
        """Open the window anew. Raises pygame.error where there is no screen any more."""
        size = self.screen.get_size()
        pygame.display.quit()
        pygame.display.init()
        self.screen = pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.display.set_caption(self.app.say(self.app.caption))
        pygame.key.stop_text_input()
        self.app.resize(self.screen.get_size())
        self.app.renew()

    def _fill_or_leave(self) -> None:
        """Fill the screen, or go back to the window as it was."""
        # The system may insist on another size, or refuse.
        with warnings.catch_warnings(action="ignore"), suppress(pygame.error):
            if pygame.display.is_fullscreen():
                window = pygame.display.set_mode(self._window, pygame.RESIZABLE)
                self._owed = window.get_size() != self._window
            else:
                self._window = self.screen.get_size()
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        pygame.key.stop_text_input()
        self._typing = None
        self._follow()

    def _settle(self) -> None:
        """Ask once more for the size before F11: X11 forgets it while it leaves the full screen."""
        if self._owed and self.screen.get_size() != self._window:
            with warnings.catch_warnings(action="ignore"), suppress(pygame.error):
                pygame.display.set_mode(self._window, pygame.RESIZABLE)
            self._follow()
        self._owed = False

    def _follow(self) -> None:
        """Take on the size that the window has now."""
        self.screen = pygame.display.get_surface() or self.screen
        self.app.resize(self.screen.get_size())
