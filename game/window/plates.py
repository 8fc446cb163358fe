"""Rounded plates with soft shadows, drawn from nine pieces of one small SVG."""

from __future__ import annotations

from msgspec import Struct
from pygame import SRCALPHA, Rect, Surface
from pygame.transform import scale

from game.window.pictures import raster
from game.window.theme import Colour, hexed

STRIP = 96  # length of the pieces that edges are laid from
SHADES = 6  # a soft shadow is this many faint plates on top of each other


class Plate(Struct, frozen=True):
    """How a plate looks, in pixels. Without a `fill` only the edge is drawn."""

    fill: Colour | None
    line: Colour | None = None
    width: int = 0
    radius: int = 0
    shadow: int = 0


class _Pieces(Struct, frozen=True):
    """Corners clockwise from the top left, edges clockwise from the top."""

    reach: int
    corners: tuple[Surface, Surface, Surface, Surface]
    edges: tuple[Surface, Surface, Surface, Surface]


class Plates:
    """Draws plates; the pieces of each look are made once."""

    def __init__(self) -> None:
        self._made: dict[Plate, _Pieces] = {}

    def draw(self, surface: Surface, rect: Rect, plate: Plate) -> None:
        """Draw `plate` so that its edge lies on `rect`; the shadow falls outside."""
        radius = max(1, min(plate.radius, rect.w // 2 - 1, rect.h // 2 - 1))
        if radius != plate.radius:
            plate = Plate(plate.fill, plate.line, plate.width, radius, plate.shadow)
        pieces = self._made.get(plate)
        if pieces is None:
            pieces = self._made[plate] = _cut(plate)
        _lay(surface, rect.inflate(2 * plate.shadow, 2 * plate.shadow), pieces, plate.fill)


def _lay(surface: Surface, outer: Rect, pieces: _Pieces, fill: Colour | None) -> None:
    reach = pieces.reach
    left, top = outer.topleft
    right, bottom = outer.right - reach, outer.bottom - reach
    spots = ((left, top), (right, top), (right, bottom), (left, bottom))
    surface.fblits(list(zip(pieces.corners, spots, strict=True)))
    above, beside, below, before = pieces.edges
    for x in range(left + reach, right, STRIP):
        part = Rect(0, 0, min(STRIP, right - x), reach)
        surface.blit(above, (x, top), part)
        surface.blit(below, (x, bottom), part)
    for y in range(top + reach, bottom, STRIP):
        part = Rect(0, 0, reach, min(STRIP, bottom - y))
        surface.blit(before, (left, y), part)
        surface.blit(beside, (right, y), part)
    if fill is not None:
        surface.fill(fill, outer.inflate(-2 * reach, -2 * reach))


def _cut(plate: Plate) -> _Pieces:
    reach = plate.shadow + plate.radius + plate.width + 1
    side = 2 * reach + 4
    whole = raster(_svg(plate, side), (side, side))
    far = side - reach

    def corner(x: int, y: int) -> Surface:
        return _copied(whole.subsurface((x, y, reach, reach)))

    def edge(x: int, y: int, w: int, h: int) -> Surface:
        size = (STRIP if w == 1 else reach, STRIP if h == 1 else reach)
        return _copied(scale(whole.subsurface((x, y, w, h)), size))

    return _Pieces(
        reach,
        (corner(0, 0), corner(far, 0), corner(far, far), corner(0, far)),
        (
            edge(reach + 1, 0, 1, reach),
            edge(far, reach + 1, reach, 1),
            edge(reach + 1, far, 1, reach),
            edge(0, reach + 1, reach, 1),
        ),
    )


def _copied(part: Surface) -> Surface:
    piece = Surface(part.size, SRCALPHA, 32)
    piece.blit(part, (0, 0))
    return piece


def _svg(plate: Plate, side: int) -> str:
    inset = plate.shadow + plate.width / 2
    size = side - 2 * inset
    fill = hexed(plate.fill) if plate.fill is not None else "none"
    stroke = f'stroke="{hexed(plate.line)}" stroke-width="{plate.width}"' if plate.line else ""
    box = f'x="{inset}" y="{inset}" width="{size}" height="{size}" rx="{plate.radius}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'{_shadow(plate, side)}<rect {box} fill="{fill}" {stroke}/></svg>'
    )


def _shadow(plate: Plate, side: int) -> str:
    """A few ever larger plates, lowered a little, that add up to a soft edge."""
    reach, drop = plate.shadow, plate.shadow / 3
    shades = []
    for step in range(1, SHADES + 1) if reach else ():
        spread = (reach - drop) * step / SHADES
        start, size = reach - spread, side - 2 * (reach - spread)
        shades.append(
            f'<rect x="{start}" y="{start + drop}" width="{size}" height="{size}" '
            f'rx="{plate.radius + spread}" fill="#101428" fill-opacity="0.055"/>'
        )
    return "".join(shades)
