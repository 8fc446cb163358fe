"""Every drawing is made once for all tests: they had spent a third of their time on drawing SVG."""

from __future__ import annotations

from collections import OrderedDict
from io import BytesIO

from pygame import Surface
from pygame.image import load_sized_svg

from game.window import pictures

MOST = 60 * 2**20  # bytes of pixels that are kept
_kept: OrderedDict[tuple[bytes, tuple[int, int]], Surface] = OrderedDict()


def drawn_once(file: BytesIO, size: tuple[int, int]) -> Surface:
    """What `load_sized_svg` draws, which nobody draws on; those drawn first are forgotten first."""
    key = (file.getvalue(), (size[0], size[1]))
    if key not in _kept:
        _kept[key] = load_sized_svg(file, size)
        while sum(4 * one.width * one.height for one in _kept.values()) > MOST:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]


pictures.load_sized_svg = drawn_once
