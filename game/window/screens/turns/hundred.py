"""A hundred dots, so many of them filled: what a share of a hundred looks like."""

from __future__ import annotations

from pygame import Rect, Surface

from game.window.kit import Kit
from game.window.widgets.base import Widget

SIDE = 15  # of a dot and the room around it, in layout units


class Hundred(Widget):
    """Ten rows of ten; the first `value` are those that are meant."""

    spill = 2

    def __init__(self, kit: Kit, value: int) -> None:
        self._step = kit.u(SIDE)
        super().__init__(kit, (10 * self._step, 10 * self._step))
        self.value = value

    def show(self, value: int) -> None:
        """Fill `value` dots."""
        if value != self.value:
            self.value = value
            self.touch()

    def paint(self, surface: Surface) -> None:
        kit, colours, step = self.kit, self.kit.colours, self._step
        for number in range(100):
            row, place = divmod(number, 10)
            x, y = self.rect.x + place * step, self.rect.y + row * step
            dot = Rect(x, y, step - kit.u(3), step - kit.u(3))
            fill = colours.good if number < self.value else colours.card
            kit.plate(surface, dot, fill, colours.line, radius=99, width=1)
