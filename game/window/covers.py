"""A cover is the picture of a case: the place where it begins, and the people who are there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pygame import BLEND_RGBA_MULT, SRCALPHA, Rect, Surface
from pygame.transform import flip

from game.window.rig import portrait_svg

if TYPE_CHECKING:
    from game.session.cards import Cover

KEPT = 40  # covers; a shelf that is scrolled shows some six at once
ROUND = 0.07  # of the height
# For one, two or three people: the middle of each as a share of the width, the height as a share
# of the cover's, and whether they look the other way; those behind come first.
STANDS: Sequence[Sequence[tuple[float, float, bool]]] = (
    (),
    ((0.5, 0.88, False),),
    ((0.71, 0.80, True), (0.31, 0.86, False)),
    ((0.2, 0.72, False), (0.81, 0.72, True), (0.5, 0.86, False)),
)

Draw = Callable[[str, tuple[int, int]], Surface]


class Covers:
    """Draws covers and keeps them; `scene` draws a place, `raster` an SVG."""

    def __init__(self, art: Path, scene: Draw, raster: Draw) -> None:
        self.art = art
        self._scene, self._raster = scene, raster
        self._places: dict[tuple[str, tuple[int, int]], Surface] = {}
        self._shapes: dict[tuple[int, int], Surface] = {}
        self._kept: OrderedDict[tuple[Cover, tuple[int, int]], Surface] = OrderedDict()

    def of(self, cover: Cover, size: tuple[int, int]) -> Surface:
        """The picture of `cover`, filling `size`, with rounded corners."""
        key = (cover, size)
        if key not in self._kept:
            self._kept[key] = self._drawn(cover, size)
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def forget(self) -> None:
        self._kept.clear()
        self._places.clear()
        self._shapes.clear()

    def _drawn(self, cover: Cover, size: tuple[int, int]) -> Surface:
        picture = Surface(size, SRCALPHA, 32)
        place = self._place(cover.place, size)
        picture.blit(place, place.get_rect(center=picture.get_rect().center))
        people = cover.people[: len(STANDS) - 1]
        # Whom the case tells of first stands in front, and so is drawn last.
        for who, (x, share, turned) in zip(reversed(people), STANDS[len(people)], strict=True):
            body = self._person(who, round(size[1] * share))
            spot = body.get_rect(midbottom=(round(size[0] * x), size[1]))
            picture.blit(flip(body, turned, False), spot)
        picture.blit(self._rounded(size), (0, 0), special_flags=BLEND_RGBA_MULT)
        return picture

    def _place(self, place: str, size: tuple[int, int]) -> Surface:
        """The place, large enough to fill `size`; drawn once for all covers."""
        wide, tall = size
        whole = (max(wide, tall * 16 // 9), max(tall, -(-wide * 9 // 16)))
        key = (place, whole)
        if key not in self._places:
            self._places[key] = self._scene(place, whole)
        return self._places[key]

    def _person(self, name: str, tall: int) -> Surface:
        return self._raster(portrait_svg(self.art, name), (tall * 5 // 6, tall))

    def _rounded(self, size: tuple[int, int]) -> Surface:
        """The shape of a cover; drawn once for all covers."""
        if size not in self._shapes:
            self._shapes[size] = self._shape(size)
        return self._shapes[size]

    def _shape(self, size: tuple[int, int]) -> Surface:
        box = Rect((0, 0), size)
        corner = round(box.h * ROUND)
        return self._raster(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box.w} {box.h}">'
            f'<rect width="{box.w}" height="{box.h}" rx="{corner}" fill="#ffffff"/></svg>',
            size,
        )
