"""A number chosen on a track, and a switch that is on or off."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.words import Words
from game.window.kit import Kit
from game.window.theme import BODY
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Label


class Slider(Widget):
    """A track from `least` to `most`; every change sends `message(value)`."""

    role = "slider"
    stops = True
    drags = True

    def __init__(
        self,
        kit: Kit,
        width: int,
        value: int,
        scale: tuple[int, int, int],
        message: Callable[[int], Message],
    ) -> None:
        super().__init__(kit, (width, kit.touch))
        self.least, self.most, self.step = scale
        self.value = value
        self.says = message
        self.called = ""  # what it is the number of, for those who cannot see what is beside it

    def text(self) -> str:
        return self.called

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        track = Rect(0, 0, self.rect.w, kit.u(10))
        track.center = self.rect.center
        kit.plate(surface, track, colours.faint, colours.line, radius=99, width=1)
        side = kit.u(32)
        x = self.rect.x + round((self.rect.w - side) * self._share())
        done = Rect(track.x, track.y, x + side // 2 - track.x, track.h)
        kit.plate(surface, done, colours.navy, None, radius=99)
        knob = Rect(x, self.rect.centery - side // 2, side, side)
        fill = colours.card_hot if self.hot or self.down else colours.card
        kit.plate(surface, knob, fill, colours.navy, radius=99, width=4, shadow=3)

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        return None

    def drag(self, spot: tuple[int, int]) -> Message | None:
        side = self.kit.u(32)
        share = (spot[0] - self.rect.x - side / 2) / max(1, self.rect.w - side)
        return self._moved(round((self.most - self.least) * min(1, max(0, share)) / self.step))

    def key(self, event: Event) -> Message | None:
        count = (self.value - self.least) // self.step
        last = (self.most - self.least) // self.step
        leap = max(1, last // 10)
        aim = {
            pygame.K_LEFT: count - 1, pygame.K_RIGHT: count + 1,
            pygame.K_PAGEUP: count + leap, pygame.K_PAGEDOWN: count - leap,
            pygame.K_HOME: 0, pygame.K_END: last,
        }.get(event.key)  # fmt: skip
        return None if aim is None else self._moved(min(last, max(0, aim))) or self.says(self.value)

    def _share(self) -> float:
        return (self.value - self.least) / max(1, self.most - self.least)

    def _moved(self, count: int) -> Message | None:
        value = min(self.most, self.least + count * self.step)
        if value == self.value:
            return None
        self.value = value
        self.touch()
        return self.says(value)


class Toggle(Widget):
    """A switch with its text beside it."""

    role = "switch"
    stops = True

    def __init__(self, kit: Kit, text: Words, on: bool, message: Message, width: int) -> None:
        self.on = on
        lead = round(kit.u(76) * min(kit.large, 1.5))
        label = Label(kit, text, width - lead, size=BODY)
        super().__init__(kit, (width, max(kit.touch, label.rect.h)), message)
        label.at(lead, (self.rect.h - label.rect.h) // 2)
        self.parts = [label]

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        tall = round(kit.u(32) * min(kit.large, 1.5))
        box = Rect(self.rect.x, 0, tall * 2 - kit.u(4), tall)
        box.centery = self.rect.centery
        fill = colours.navy if self.on else colours.card_hot if self.hot else colours.card
        kit.plate(surface, box, fill, colours.line, radius=99)
        knob = Rect(0, 0, tall - kit.u(8), tall - kit.u(8))
        knob.center = (box.right - box.h // 2 if self.on else box.x + box.h // 2, box.centery)
        kit.plate(surface, knob, colours.gold if self.on else colours.soft, None, radius=99)
