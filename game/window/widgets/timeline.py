"""A line of time: scenes are tall ticks, answers are round, and a knob says where we are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame
from msgspec import Struct
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.words import T
from game.window.kit import Kit
from game.window.widgets.base import Message, Widget


class Tick(Struct, frozen=True):
    """A mark at a stop: a scene, or an answer that was `sound`, or not, or in part (None)."""

    stop: int
    scene: bool = False
    sound: bool | None = None


class Timeline(Widget):
    """`stops` places in a row; going to one sends `message(stop)`."""

    stops = True
    drags = True

    def __init__(
        self,
        kit: Kit,
        width: int,
        length: int,
        ticks: Sequence[Tick],
        at: int,
        message: Callable[[int], Message],
    ) -> None:
        super().__init__(kit, (width, kit.touch))
        self.length, self.ticks, self.place = max(2, length), tuple(ticks), at
        self.says = message
        self.radius = 8

    def text(self) -> str:
        return self.kit.say(T("Timeline"))

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        track = Rect(self._x(0), 0, self._x(self.length - 1) - self._x(0), kit.u(6))
        track.centery = self.rect.centery
        kit.plate(surface, track, colours.soft, None, radius=99)
        done = Rect(track.x, track.y, self._x(self.place) - track.x, track.h)
        if done.w > kit.u(6):
            kit.plate(surface, done, colours.gold, None, radius=99)
        for tick in self.ticks:
            self._paint_tick(surface, tick)
        knob = Rect(0, 0, kit.u(16), kit.u(34))
        knob.center = (self._x(self.place), self.rect.centery)
        kit.plate(surface, knob, colours.card, colours.gold, radius=8, width=3)

    def _paint_tick(self, surface: Surface, tick: Tick) -> None:
        kit, colours = self.kit, self.kit.colours
        if tick.scene:
            bar = Rect(0, 0, kit.u(4), kit.u(28))
            bar.center = (self._x(tick.stop), self.rect.centery)
            kit.plate(surface, bar, colours.on_navy, None, radius=2)
            return
        # a full disc is sound, a ring is not, a small ring is in part: never by colour alone
        side = kit.u(10 if tick.sound is None else 15)
        disc = Rect(0, 0, side, side)
        disc.center = (self._x(tick.stop), self.rect.centery)
        fill = colours.on_navy if tick.sound else colours.navy
        kit.plate(surface, disc, fill, colours.on_navy, radius=99, width=2.5)

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        return None

    def drag(self, spot: tuple[int, int]) -> Message | None:
        edge = self.kit.u(12)
        share = (spot[0] - self.rect.x - edge) / max(1, self.rect.w - 2 * edge)
        return self._go(round((self.length - 1) * share))

    def key(self, event: Event) -> Message | None:
        answers = [tick.stop for tick in self.ticks if not tick.scene]
        aim = {
            pygame.K_LEFT: self.place - 1,
            pygame.K_RIGHT: self.place + 1,
            pygame.K_PAGEUP: max((s for s in answers if s < self.place), default=0),
            pygame.K_PAGEDOWN: min((s for s in answers if s > self.place), default=self.length - 1),
            pygame.K_HOME: 0,
            pygame.K_END: self.length - 1,
        }.get(event.key)
        return None if aim is None else self._go(aim) or self.says(self.place)

    def _go(self, stop: int) -> Message | None:
        stop = min(self.length - 1, max(0, stop))
        if stop == self.place:
            return None
        return self.says(stop)

    def _x(self, stop: int) -> int:
        edge = self.kit.u(12)
        return self.rect.x + edge + round((self.rect.w - 2 * edge) * stop / (self.length - 1))
