"""Which characters the shipped fonts lack, so that a check can say so before a class sees boxes."""

import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

from game.place import ROOT

TABLE = ROOT / "assets" / "fonts" / "coverage.txt"
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}  # general categories: controls, joiners, line separators


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that no shipped font can show, each once, in order of appearance.

    Controls, joiners and variation selectors draw nothing, so they are never missing. The table is
    read at the first call; `OSError` if it is not there.
    """
    return tuple(sign for sign in dict.fromkeys(text) if not (_shown(sign) or _unseen(sign)))


def _shown(sign: str) -> bool:
    firsts, lasts = _table(TABLE)
    place = bisect_right(firsts, ord(sign)) - 1
    return place >= 0 and ord(sign) <= lasts[place]


def _unseen(sign: str) -> bool:
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return selector or unicodedata.category(sign) in UNSEEN


@cache
def _table(path: Path) -> tuple[list[int], list[int]]:
    """The first and the last code points of every covered range, in order."""
    lines = path.read_text("ascii").splitlines()
    ranges = [line.partition("-") for line in lines if not line.startswith("#")]
    firsts = [int(first, 16) for first, _, _ in ranges]
    return firsts, [int(last or first, 16) for first, _, last in ranges]
