"""A window onto something taller: wheel, dragging by touch, the bar, and keys all move it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.window.kit import Kit
from game.window.widgets.base import TAKEN, Message, Widget

BAR = 10  # width of the bar, in layout units
STEP = 64  # one notch of the wheel


class ScrollArea(Widget):
    """Shows as much of its parts as fits in `rect`; lay the parts from its `inner` rectangle on."""

    role = "scroll view"
    spill = 4

    def __init__(self, kit: Kit, rect: Rect) -> None:
        super().__init__(kit, rect.size)
        self.rect.topleft = rect.topleft
        self.offset = 0
        self.tall = 0
        self.followers: Sequence[Widget] = ()  # what looks different when this scrolls
        self.radius = 8

    @property
    def inner(self) -> Rect:
        """Where parts may be laid: the bar takes a strip at the right."""
        return Rect(self.rect.x, self.rect.y, self.rect.w - self.kit.u(BAR + 8), self.rect.h)

    @property
    def room(self) -> int:
        """How far it can scroll."""
        return max(0, self.tall - self.rect.h)

    def hold(self, parts: Sequence[Widget], tall: int) -> None:
        """Show `parts`, which need `tall` pixels."""
        self.parts, self.tall = list(parts), tall
        self.stops = self.room > 0

    def scroll(self, by: int) -> bool:
        """Move the contents up by so many pixels; whether anything moved."""
        aim = min(self.room, max(0, self.offset + by))
        if (step := aim - self.offset) == 0:
            return False
        self.offset = aim
        for part in self.parts:
            part.move(0, -step)
        for widget in (self, *self.followers):
            widget.touch()
        return True

    def reveal(self, widget: Widget) -> None:
        """Scroll until `widget` can be seen."""
        edge = self.kit.u(8)
        if widget.rect.bottom > self.rect.bottom - edge:
            self.scroll(widget.rect.bottom - self.rect.bottom + edge)
        if widget.rect.top < self.rect.top + edge:
            self.scroll(widget.rect.top - self.rect.top - edge)

    def draw(self, surface: Surface) -> None:
        clip = surface.get_clip()
        inside = self.shown_within(clip)
        if inside.w and inside.h:
            surface.set_clip(inside)
            for part in self.parts:
                if part.bounds.colliderect(inside):
                    part.draw(surface)
            surface.set_clip(clip)
        if self.room:
            self._paint_bar(surface)
        if self.focused and self.kit.keyboard:
            self.paint_ring(surface)

    def shown_within(self, clip: Rect) -> Rect:
        reach = self.kit.u(self.spill)
        return clip.clip(self.rect.inflate(2 * reach, 0))

    def _thumb(self) -> Rect:
        wide = self.kit.u(BAR)
        tall = max(self.kit.u(36), self.rect.h * self.rect.h // max(1, self.tall))
        y = self.rect.y + (self.rect.h - tall) * self.offset // max(1, self.room)
        return Rect(self.rect.right - wide, y, wide, tall)

    def _paint_bar(self, surface: Surface) -> None:
        colours, thumb = self.kit.colours, self._thumb()
        trough = Rect(thumb.x, self.rect.y, thumb.w, self.rect.h)
        self.kit.plate(surface, trough, colours.faint, None, radius=99)
        self.kit.plate(surface, thumb, colours.line, None, radius=99)

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        return None

    def in_bar(self, spot: tuple[int, int]) -> bool:
        return self.room > 0 and spot[0] >= self._thumb().x - self.kit.u(6)

    def drag_bar(self, spot: tuple[int, int]) -> None:
        """Put the middle of the thumb at `spot`."""
        free = max(1, self.rect.h - self._thumb().h)
        share = (spot[1] - self.rect.y - self._thumb().h / 2) / free
        self.scroll(round(share * self.room) - self.offset)

    def key(self, event: Event) -> Message | None:
        page, step = self.rect.h * 4 // 5, self.kit.u(STEP)
        far = {
            pygame.K_UP: -step, pygame.K_DOWN: step,
            pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -self.tall, pygame.K_END: self.tall,
        }.get(event.key, 0)  # fmt: skip
        return TAKEN if far and self.scroll(far) else None
