"""Reading on: a line goes on by itself when it is known and skipped, or when auto is on."""

from __future__ import annotations

import unicodedata

import pygame
from msgspec import Struct
from pygame.event import Event

HOLD = 0.4  # seconds that something is held down before lines are skipped
SKIP = 0.08  # seconds that a skipped line stands
BREATH = 0.9  # seconds that a line stands at least, once it is there to its end
WIDE, NARROW = 5.5, 15.0  # signs a second that a class reads together: Chinese ones, letters
SKIPPERS = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
ALWAYS = (pygame.K_LCTRL, pygame.K_RCTRL)  # they press nothing, wherever the focus is
MOUSE = -1  # among the keys that are held


class Watched(Struct, frozen=True):
    """What stands on the screen: seen before or not, shown to its end or not, and its words.

    Auto stops at what has no words: a turn, reasons to talk about, the end.
    """

    known: bool
    complete: bool
    words: str | None


def reading_time(words: str, pace: float) -> float:
    """Seconds that a class needs for `words`; `pace` 2 is twice as fast."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return (BREATH + wide / WIDE + (len(words) - wide) / NARROW) / pace


class Reading:
    """What the player holds down, and since when the line stands."""

    def __init__(self) -> None:
        self.auto = False
        self.skipping = False
        self._held: set[int] = set()
        self._held_at: float | None = None
        self._shown_at: float | None = None
        self._done_at: float | None = None

    def take(self, event: Event, *, ours: bool) -> None:
        """Notice what is held; `ours` says whether a press would mean to go on."""
        match event.type:
            case pygame.KEYDOWN if event.key in ALWAYS or (ours and event.key in SKIPPERS):
                self._held.add(event.key)
            case pygame.KEYUP:
                self._held.discard(event.key)
            case pygame.MOUSEBUTTONDOWN if ours and event.button == 1:
                self._held.add(MOUSE)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._held.discard(MOUSE)
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
        if not self._held:
            self._held_at, self.skipping = None, False

    def begin(self) -> None:
        """Another line stands on the screen."""
        self._shown_at = self._done_at = None

    def let_go(self) -> None:
        """Nothing is held any more, as when another screen comes to the front."""
        self._held.clear()
        self._held_at, self.skipping = None, False
        self.begin()

    def goes_on(self, now: float, watched: Watched, pace: float) -> bool:
        """Whether the next line is due at time `now`."""
        if self._held and self._held_at is None:
            self._held_at = now
        if self._shown_at is None:
            self._shown_at = now
        if watched.complete and self._done_at is None:
            self._done_at = now
        self.skipping = self._held_at is not None and now - self._held_at >= HOLD and watched.known
        if self.skipping:
            return now - self._shown_at >= SKIP
        return self._has_been_read(now, watched, pace)

    def _has_been_read(self, now: float, watched: Watched, pace: float) -> bool:
        if not self.auto or watched.words is None:
            return False
        if self._shown_at is None or self._done_at is None:
            return False
        read = self._shown_at + reading_time(watched.words, pace)
        return now >= max(read, self._done_at + BREATH / pace)
