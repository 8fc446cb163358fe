"""Scales that tip as the seat weighs: a block in a pan for everything that was put there."""

from __future__ import annotations

from math import cos, radians, sin

from pygame import Rect, Surface

from game.scenario.words import T
from game.window.kit import Kit
from game.window.pictures import raster
from game.window.theme import SMALL, hexed
from game.window.widgets.base import Widget
from game.window.widgets.label import Label

LIGHTER, HEAVIER = "lighter", "heavier"
SIGNS = {
    LIGHTER: "feather",
    HEAVIER: "weight",
    "neither": "no_weight",
    "refer": "refer",
    "watch": "watch",
    "drop": "drop",
}
TALL, WIDE = 190, 420
TIP, MOST = 5, 3  # degrees for each block more, up to so many blocks
BLOCKS = 5  # in a row of a pan


class Balance(Widget):
    """How many things make it lighter, and how many heavier."""

    spill = 0

    def __init__(self, kit: Kit, width: int, lighter: int, heavier: int) -> None:
        super().__init__(kit, (width, kit.u(TALL)))
        self._drawn: Surface | None = None
        self._counts = lighter, heavier
        words = (T("{n} lighter", n=lighter), T("{n} heavier", n=heavier))
        for place, (text, ink) in enumerate(
            zip(words, (kit.colours.good, kit.colours.bad), strict=True)
        ):
            label = Label(kit, text, width // 2, size=SMALL, bold=True, colour=ink, centred=True)
            label.at(place * (width - width // 2), self.rect.h - label.rect.h)
            self.parts.append(label)
        self._picture = Rect(0, 0, min(width, kit.u(WIDE)), self.rect.h - self.parts[0].rect.h)

    def paint(self, surface: Surface) -> None:
        if self._drawn is None:
            self._drawn = raster(self._svg(), self._picture.size)
        spot = self._picture.copy()
        spot.midtop = self.rect.midtop
        surface.blit(self._drawn, spot)

    def _svg(self) -> str:
        """Post, beam, and two pans that hang straight down from its ends."""
        wide, tall = self._picture.size
        lighter, heavier = self._counts
        turn = radians(TIP * max(-MOST, min(MOST, heavier - lighter)))
        middle, top, arm = wide / 2, tall * 0.2, wide * 0.3
        ink, gold = hexed(self.kit.colours.navy), hexed(self.kit.colours.gold)
        thick = tall * 0.035
        shapes = [
            f'<path fill="none" stroke="{ink}" stroke-width="{thick:.1f}" stroke-linecap="round" '
            f'd="M{middle:.1f} {top:.1f}V{tall * 0.95:.1f}M{middle - arm * 0.4:.1f} '
            f'{tall * 0.96:.1f}H{middle + arm * 0.4:.1f}"/>'
        ]
        ends = []
        for side, count, fill in ((-1, lighter, "good"), (1, heavier, "bad")):
            x = middle + side * arm * cos(turn)
            y = top + side * arm * sin(turn)
            ends.append((x, y))
            colour = hexed(getattr(self.kit.colours, fill))
            shapes.append(_pan(x, y, tall, count, ink, colour))
        (a, b), (c, d) = ends
        shapes.append(
            f'<path fill="none" stroke="{ink}" stroke-width="{thick:.1f}" stroke-linecap="round" '
            f'd="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}"/>'
            f'<circle fill="{gold}" stroke="{ink}" stroke-width="2" cx="{middle:.1f}" '
            f'cy="{top:.1f}" r="{tall * 0.045:.1f}"/>'
        )
        body = "".join(shapes)
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">{body}</svg>'


def _pan(x: float, y: float, tall: int, count: int, ink: str, colour: str) -> str:
    """A pan on its two strings, with `count` blocks in it."""
    half, drop = tall * 0.3, tall * 0.42
    floor = y + drop
    side = 2 * half * 0.72 / BLOCKS
    blocks = []
    for number in range(count):
        line, place = divmod(number, BLOCKS)
        left = x - side * BLOCKS / 2 + place * side
        high = floor - (line + 1) * side
        blocks.append(
            f'<rect fill="{colour}" stroke="{ink}" stroke-width="1" x="{left:.1f}" '
            f'y="{high:.1f}" width="{side * 0.9:.1f}" height="{side * 0.9:.1f}"/>'
        )
    return (
        f'<path fill="none" stroke="{ink}" stroke-width="1.5" '
        f'd="M{x - half:.1f} {floor:.1f}L{x:.1f} {y:.1f}L{x + half:.1f} {floor:.1f}"/>'
        + "".join(blocks)
        + f'<path fill="{ink}" d="M{x - half:.1f} {floor:.1f}H{x + half:.1f}'
        f'A{half:.1f} {half * 0.45:.1f} 0 0 1 {x - half:.1f} {floor:.1f}Z"/>'
    )
