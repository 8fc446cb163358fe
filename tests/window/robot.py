"""A robot that plays cases in a real window: every key goes through the X server, as a hand's does.

Run as a program it plays the shortest cut of the cases that its arguments name, each in every role,
and prints of each seat: case, role, how many answers it gave, and the screen that came at the end.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import c_char_p, c_int, c_uint, c_ulong, c_void_p

import pygame

from game.scenario.steps import Role
from game.session.home import home
from game.session.reception import open_reception
from game.session.wish import Wish
from game.window import loop
from game.window.intents import Begin, Home
from game.window.screens.trial import TrialScreen
from game.window.shots import MANY, Player, finish_answer
from game.window.start import Entrance
from tests.window.desktop import ROOT

NAMES = {pygame.K_RETURN: "Return", pygame.K_SPACE: "space"}


class Keyboard:
    """The keys of the X server, pressed by its own extension for tests."""

    def __init__(self) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XStringToKeysym.argtypes, self._x.XStringToKeysym.restype = [c_char_p], c_ulong
        self._x.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        self._x.XSync.argtypes = [c_void_p, c_int]
        self._test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        self._display = self._x.XOpenDisplay(None)

    def press(self, name: str) -> None:
        """Press and let go, and wait until the server has told the window."""
        sign = self._x.XStringToKeysym(name.encode())
        code = self._x.XKeysymToKeycode(self._display, sign)
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x.XSync(self._display, 0)


class Robot(Player):
    """Plays through the loop of the game: a key is pressed outside, and comes in as an event."""

    def __init__(self, doors: Entrance) -> None:
        loop.hint()
        pygame.display.init()
        screen = pygame.display.set_mode((960, 540))
        self._keyboard, self._loop = Keyboard(), None
        super().__init__(doors, screen.get_size())
        self._let_go = 0
        self._take, self.app.handle = self.app.handle, self._heard
        self._loop = loop.Loop(self.app, screen)

    def look(self) -> pygame.Surface:
        if self._loop is None:
            return self.surface
        self.now += 1.0
        self._loop.step(self.now)
        return self._loop.screen

    def key(self, key: int, mod: int = 0, unicode: str = "") -> None:
        before = self._let_go
        self._keyboard.press(NAMES.get(key) or pygame.key.name(key))
        for _ in range(MANY):
            self.look()
            if self._let_go > before:
                return
        raise TimeoutError(pygame.key.name(key))

    def _heard(self, event: pygame.event.Event) -> None:
        self._let_go += event.type == pygame.KEYUP
        self._take(event)

    def plays(self, case: str, role: Role, cut: int | None) -> tuple[int, str]:
        """Give the first answers there are to the end; how many, and the screen that comes then."""
        answers = 0
        self.app.do(Begin(case, role, cut, "end"))
        while isinstance(screen := self.app.top, TrialScreen):
            if screen.answering:
                answers += 1
                finish_answer(self)
            else:
                self.key(pygame.K_RETURN)
        end = self.app.top.name
        self.app.do(Home())
        return answers, end


def main(cases: list[str]) -> None:
    loop.RATES = ((0.0, 0),)  # without a rest: only its work is wanted, not its pace
    reception = open_reception(ROOT, home(), "en")
    doors = Entrance(ROOT / "assets", reception, Wish())
    robot = Robot(doors)
    for case in cases:
        doors.wish = Wish(case=case)
        [shown] = doors.cases()
        for role in Role if shown.case.is_trial else [Role.JUDGE]:  # an exercise has one seat
            answers, end = robot.plays(case, role, min(shown.cuts, default=None))
            print(case, role, answers, end, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
