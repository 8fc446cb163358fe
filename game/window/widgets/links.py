"""Curves between the cards of two columns that scroll on their own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from pygame import Rect, Surface

from game.window.kit import Kit
from game.window.pictures import raster
from game.window.theme import Colour, hexed
from game.window.widgets.base import Widget

# By relation, so that colour is not alone: dash and gap in thicknesses; round ends take one each.
DASHES = ((), (3.0, 3.2), (0.1, 2.2))


class Thread(Struct, frozen=True):
    """One curve, from card to card."""

    left: Widget
    right: Widget
    relation: int


class Links(Widget):
    """Paints its threads in the gap between the columns."""

    spill = 0

    def __init__(self, kit: Kit, gap: Rect, threads: Sequence[Thread]) -> None:
        super().__init__(kit, gap.size)
        self.rect.topleft = gap.topleft
        self.threads = tuple(threads)
        self._drawn: tuple[tuple[int, ...], Surface] | None = None

    def paint(self, surface: Surface) -> None:
        if not self.threads:
            return
        ends = tuple(self._end(w) for thread in self.threads for w in (thread.left, thread.right))
        if self._drawn is None or self._drawn[0] != ends:
            self._drawn = ends, raster(self._svg(ends), self.rect.size)
        surface.blit(self._drawn[1], self.rect)

    def _end(self, card: Widget) -> int:
        """The height of a card's middle, kept inside the gap."""
        edge = self.kit.u(6)
        return min(self.rect.h - edge, max(edge, card.rect.centery - self.rect.y))

    def _svg(self, ends: Sequence[int]) -> str:
        wide, tall = self.rect.size
        curves = []
        for number, thread in enumerate(self.threads):
            y, z = ends[2 * number], ends[2 * number + 1]
            ink = hexed(relation_ink(self.kit, thread.relation))
            thick = self.kit.u(3.5)
            parts = DASHES[thread.relation % len(DASHES)]
            dash = " ".join(f"{part * thick:.1f}" for part in parts)
            curves.append(
                f'<path fill="none" stroke="{ink}" stroke-width="{thick}" stroke-linecap="round" '
                + (f'stroke-dasharray="{dash}" ' if dash else "")
                + f'd="M0 {y}C{wide * 0.55:.0f} {y} {wide * 0.45:.0f} {z} {wide} {z}"/>'
                f'<circle cx="{thick}" cy="{y}" r="{thick * 1.5}" fill="{ink}"/>'
                f'<circle cx="{wide - thick}" cy="{z}" r="{thick * 1.5}" fill="{ink}"/>'
            )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">'
            f"{''.join(curves)}</svg>"
        )


def relation_ink(kit: Kit, relation: int) -> Colour:
    """The colour of a relation, by its place among the relations."""
    colours = kit.colours
    return (colours.good, colours.bad, colours.navy)[relation % 3]
