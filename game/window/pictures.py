"""Pictures are SVG files, drawn at the size of the window and kept while they are in use."""

from __future__ import annotations

import re
from collections import OrderedDict
from io import BytesIO
from pathlib import Path

import pygame
from pygame import BLEND_RGB_MULT, BLEND_RGBA_MULT, SRCALPHA, Surface
from pygame.image import load_sized_svg

from game.window.covers import Covers
from game.window.rig import portrait_svg, read_svg
from game.window.theme import Colour, hexed

KEPT = 11  # bytes for each pixel of the window: a backdrop and whoever is on the stage
FULL_HD = (1920, 1080)
ICON_INK = "#20305a"  # the colour that icons are drawn in
PERSON = (400, 480)  # proportions of a portrait
WHOLE, FACE = 'viewBox="0 0 400 480"', 'viewBox="25 52 350 350"'
DIM: Colour = (216, 208, 208)  # what somebody is multiplied by who only listens
SKY: Colour = (218, 226, 242)  # behind faces
WALL: Colour = (51, 67, 110)  # behind a scene that cannot be drawn
Key = tuple[str, str, object, tuple[int, int]]  # kind, name, mood or colour, size
_PLACE = re.compile(r"[a-z0-9_]+")

_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"></svg>'
_DISC = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    '<circle cx="50" cy="50" r="50" fill="#ffffff"/></svg>'
)
_NO_SCENE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">'
    '<rect width="1280" height="720" fill="#33436e"/>'
    '<rect y="470" width="1280" height="250" fill="#6b4226"/></svg>'
)
# Signs so simple that they need no file.
_SIGNS = {
    "plus": "M24 8V40M8 24H40",
    "minus": "M8 24H40",
    "close": "M10 10L38 38M38 10L10 38",
    "home": "M6 24L24 8L42 24M11 21V41H37V21M20 41V29H28V41",
    "seal": "M24 6a11 11 0 1 0 0.1 0M17 27L12 42L24 36L36 42L31 27",
    "grip": "M10 16H38M10 24H38M10 32H38",
}


def raster(svg: str, size: tuple[int, int]) -> Surface:
    """`svg` drawn at exactly `size`, with transparency."""
    picture = Surface(size, SRCALPHA, 32)
    _draw(svg, picture)
    return picture


def _draw(svg: str, picture: Surface) -> None:
    """Draw `svg` in the middle of `picture`, as large as fits; a broken one leaves it as it is."""
    try:
        drawn = load_sized_svg(BytesIO(svg.encode()), picture.size)
    except pygame.error:
        return
    picture.blit(drawn, drawn.get_rect(center=picture.get_rect().center))


class Pictures:
    """Draws scenes, people and icons from the art folder; the least used are forgotten first."""

    def __init__(self, art: Path, window: tuple[int, int] = FULL_HD) -> None:
        self.art = art
        self._room = _room_in(window)
        self.covers = Covers(art, self._scene, raster)
        self.sizes: dict[str, tuple[int, int]] = {}  # of the last picture of each kind
        self._kept: OrderedDict[Key, Surface] = OrderedDict()
        self._bytes = 0

    def scene(self, place: str, size: tuple[int, int]) -> Surface:
        """The picture of a place; an unknown place is the courtroom."""
        return self._once(("scene", place, "", size))

    def person(self, name: str, mood: str, height: int, *, dim: bool = False) -> Surface:
        """Somebody from the waist up; `dim` when another person speaks."""
        size = (height * PERSON[0] // PERSON[1], height)
        return self._once(("person dimmed" if dim else "person", name, mood, size))

    def head(self, name: str, side: int) -> Surface:
        """The head of somebody, for round badges."""
        return self._once(("head", name, "", (side, side)))

    def icon(self, name: str, side: int, colour: Colour) -> Surface:
        """A sign in one colour."""
        return self._once(("icon", name, colour, (side, side)))

    def ornament(self, name: str, size: tuple[int, int]) -> Surface:
        """A drawing of the window's own, such as the logo."""
        return self._once(("ornament", name, "", size))

    def made(self, name: str, svg: str, size: tuple[int, int]) -> Surface:
        """A drawing that is made up on the spot; another `svg` is another drawing."""
        return self._once(("made", name, svg, size))

    def forget(self, window: tuple[int, int]) -> None:
        """Drop everything, for a window of another size."""
        self._room = _room_in(window)
        self.covers.forget()
        self._kept.clear()
        self._bytes = 0

    def has(self, key: Key) -> bool:
        return key in self._kept

    def keep(self, key: Key, picture: Surface) -> None:
        """Keep `picture`, which was drawn ahead; the least used are given up for it."""
        if key not in self._kept:
            self._kept[key] = picture
            self._bytes += _weight(picture)
            while self._bytes > self._room and len(self._kept) > 1:
                self._bytes -= _weight(self._kept.popitem(last=False)[1])

    def drawn(self, key: Key) -> Surface:
        """The picture that `key` stands for, drawn anew. Safe to call beside the window."""
        kind, name, how, size = key
        match kind:
            case "scene":
                return self._scene(name, size)
            case "person":
                return raster(portrait_svg(self.art, name, str(how)), size)
            case "person dimmed":
                picture = raster(portrait_svg(self.art, name, str(how)), size)
                picture.fill(DIM, special_flags=BLEND_RGB_MULT)
                return picture
            case "made":
                return raster(str(how), size)
            case "head":
                return self._head(name, size[0])
            case "icon":
                return raster(self._sign(name).replace(ICON_INK, hexed(how)), size)  # type: ignore[arg-type]
        return raster(read_svg(self.art / "ui" / f"{name}.svg", _BLANK), size)

    def _once(self, key: Key) -> Surface:
        self.sizes[key[0]] = key[3]
        if (picture := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return picture
        picture = self.drawn(key)
        self.keep(key, picture)
        return picture

    def _scene(self, place: str, size: tuple[int, int]) -> Surface:
        files = (self.art / "scenes" / f"{name}.svg" for name in (place, "courtroom"))
        known = _PLACE.fullmatch(place) and next((f for f in files if f.is_file()), None)
        svg = read_svg(known, _NO_SCENE) if known else _NO_SCENE
        picture = Surface(size, 0, 32)
        picture.fill(WALL)
        _draw(svg, picture)
        return picture

    def _head(self, name: str, side: int) -> Surface:
        """Face and shoulders, cut out round."""
        person = portrait_svg(self.art, name, "neutral").replace(WHOLE, FACE, 1)
        badge = Surface((side, side), SRCALPHA, 32)
        badge.fill(SKY)
        badge.blit(raster(person, (side, side)), (0, 0))
        badge.blit(raster(_DISC, (side, side)), (0, 0), special_flags=BLEND_RGBA_MULT)
        return badge

    def _sign(self, name: str) -> str:
        if name in _SIGNS:
            return _BLANK.replace(
                "></svg>",
                f'><path fill="none" stroke="{ICON_INK}" stroke-width="4" stroke-linecap="round" '
                f'stroke-linejoin="round" d="{_SIGNS[name]}"/></svg>',
            )
        return read_svg(self.art / "icons" / f"{name}.svg", _BLANK)


def _room_in(window: tuple[int, int]) -> int:
    """How many bytes of pictures are kept for a window of that size."""
    return KEPT * window[0] * window[1]


def _weight(picture: Surface) -> int:
    return picture.width * picture.height * 4
