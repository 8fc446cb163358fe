"""The camera turns the backdrop to whoever speaks: the bench, a table, the dock."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pygame import Rect, Surface
from pygame.transform import scale, smoothscale

from game.window.kit import Kit
from game.window.widgets.base import Widget

SECONDS = 0.26  # that it takes to turn
CORNER = 24  # reaches at least as far in as the corner of a plate
NEAR = 0.8  # what share of the backdrop a close shot shows, across and down


class Shot(Struct, frozen=True):
    """The part of the backdrop that is seen: its upper left corner and its size, in shares."""

    x: float
    y: float
    size: float


ALL = Shot(0.0, 0.0, 1.0)
AT = {
    "bench": ALL,  # with the emblem above the bench
    "dock": Shot(0.1, 0.2, NEAR),
    "left": Shot(0.0, 0.1, NEAR),
    "right": Shot(0.2, 0.1, NEAR),
    "centre": Shot(0.1, 0.1, NEAR),
}


class Camera(Widget):
    """Draws the backdrop into `ground`; it is no part of a desk, but moves like a widget."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, (0, 0))
        self.ground = Surface(kit.size, 0, 32)
        self.ground.fill(kit.colours.night)
        self.frame = kit.stage.clip(self.ground.get_rect())
        self._place = ""
        self._from = self._to = self._now = ALL
        self._began: float | None = None
        self._seen = [self.frame]

    def cover(self, plate: Rect) -> None:
        """Nothing of the backdrop can be seen behind `plate`, save at its round corners."""
        hole = plate.inflate(-2 * self.kit.u(CORNER), -2 * self.kit.u(CORNER)).clip(self.frame)
        self._seen = list(apart(self.frame, hole))

    def aim(self, place: str, shot: Shot, *, cut: bool) -> bool:
        """Turn to `shot` of `place`, at once if `cut`; whether it still has to move there."""
        kit = self.kit
        cut = cut or place != self._place or not kit.settings.motion
        self._place, self._to, self._began = place, shot, None
        self._from = self._now = shot if cut else self._now
        self._draw()
        return self._now != shot

    def tick(self, now: float) -> bool:
        if self._began is None:
            self._began = now
        share = min(1.0, (now - self._began) / SECONDS)
        self._now = between(self._from, self._to, share)
        self._draw()
        self.kit.stale.extend(area.copy() for area in self._seen)
        return share < 1

    def _draw(self) -> None:
        kit, shot = self.kit, self._now
        wide, tall = kit.stage.size
        large = kit.pictures.scene(self._place, (round(wide / NEAR), round(tall / NEAR)))
        part = Rect(0, 0, round(large.width * shot.size), round(large.height * shot.size))
        part.topleft = (round(large.width * shot.x), round(large.height * shot.y))
        part.clamp_ip(large.get_rect())
        if shot.size == NEAR:
            self.ground.blit(large, kit.stage, part)
        else:
            # While it moves not smooth: four times as fast, and nobody sees it.
            scaled = smoothscale if shot == self._to else scale
            self.ground.blit(scaled(large.subsurface(part), kit.stage.size), kit.stage)


def apart(frame: Rect, hole: Rect) -> Iterator[Rect]:
    """What is left of `frame` around `hole`: above, below, and on both sides."""
    yield Rect(frame.x, frame.y, frame.w, hole.y - frame.y)
    yield Rect(frame.x, hole.bottom, frame.w, frame.bottom - hole.bottom)
    yield Rect(frame.x, hole.y, hole.x - frame.x, hole.h)
    yield Rect(hole.right, hole.y, frame.right - hole.right, hole.h)


def between(one: Shot, other: Shot, share: float) -> Shot:
    """The shot after a `share` of the way, gently at both ends."""
    if share >= 1:
        return other
    eased = share * share * (3 - 2 * share)
    return Shot(
        one.x + (other.x - one.x) * eased,
        one.y + (other.y - one.y) * eased,
        one.size + (other.size - one.size) * eased,
    )
