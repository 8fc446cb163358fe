"""A ribbon with one word on it sweeps over the stage, stands for a moment, and is gone."""

from __future__ import annotations

from pygame import Rect, Surface

from game.scenario.words import Words
from game.window.kit import Kit
from game.window.theme import LOGO, hexed
from game.window.widgets.base import Widget
from game.window.widgets.label import Label

SWEEP = 0.24  # seconds in which it comes, and goes
STANDS = 1.2  # seconds from its coming until it goes


class Ribbon(Widget):
    """Comes from the left, within `room`; where nothing may move it simply stands there."""

    spill = 0

    def __init__(self, kit: Kit, text: Words, room: Rect) -> None:
        size = LOGO / max(1.0, kit.large * 0.8)
        colours = kit.colours
        label = Label(kit, text, room.w, size=size, bold=True, colour=colours.on_navy, snug=True)
        across, down = kit.u(84), kit.u(8)
        super().__init__(kit, (label.rect.w + 2 * across, label.rect.h + 2 * down))
        label.at(across, down)
        self.parts = [label]
        self._words = kit.say(text)
        self._home = (room.centerx - self.rect.w // 2, max(room.y, room.bottom - self.rect.h))
        self._stage = kit.stage
        self._cloth = kit.pictures.made("ribbon", _svg(kit, self.rect.size), self.rect.size)
        self._began: float | None = None
        self.at(*self._home)

    def begin(self) -> None:
        """Wait outside the stage, to come in with the next tick."""
        self.at(self._stage.x - self.rect.w, self._home[1])

    def tick(self, now: float) -> bool:
        if self._began is None:
            self._began = now
        since = now - self._began
        self.touch()
        if since >= STANDS + SWEEP:
            self.parts = []
            self.rect.topleft, self.rect.size = self._home, (0, 0)
            return False
        self.at(self._left(since), self._home[1])
        self.touch()
        return True

    def _left(self, since: float) -> int:
        start, end = self._stage.x - self.rect.w, self._stage.right
        if since < STANDS:
            share = 1 - (1 - min(1.0, since / SWEEP)) ** 3
            return round(start + (self._home[0] - start) * share)
        share = ((since - STANDS) / SWEEP) ** 3
        return round(self._home[0] + (end - self._home[0]) * share)

    def touch(self) -> None:
        self.kit.stale.append(self.bounds.clip(self._stage))

    def draw(self, surface: Surface) -> None:
        clip = surface.get_clip()
        surface.set_clip(clip.clip(self._stage))
        super().draw(surface)
        surface.set_clip(clip)

    def paint(self, surface: Surface) -> None:
        if self.parts:
            surface.blit(self._cloth, self.rect)

    def text(self) -> str:
        return self._words if self.parts else ""


def _svg(kit: Kit, size: tuple[int, int]) -> str:
    """Slanted cloth with a golden seam along both edges."""
    wide, tall = size
    slant, seam = tall * 0.35, max(2.0, tall * 0.045)
    cloth, gold = hexed(kit.colours.burgundy), hexed(kit.colours.gold)

    def band(top: float, bottom: float, colour: str) -> str:
        left, right = slant * (1 - top / tall), slant * (1 - bottom / tall)
        over = wide - slant
        return (
            f'<path fill="{colour}" d="M{left:.1f} {top:.1f}L{left + over:.1f} {top:.1f}'
            f'L{right + over:.1f} {bottom:.1f}L{right:.1f} {bottom:.1f}Z"/>'
        )

    bands = band(0, tall, cloth) + band(seam, 2 * seam, gold)
    bands += band(tall - 2 * seam, tall - seam, gold)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">{bands}</svg>'
