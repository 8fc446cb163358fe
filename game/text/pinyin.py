"""How Chinese is read aloud, written above the characters: none of them, the hard ones, or all.

Hard are those that primary school does not teach: assets/characters/primary.txt says which it does.
The readings come from `pypinyin` (the extra `pinyin`), which looks at whole words, so that 银行 is
yínháng and 行走 is xíngzǒu.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

from game.place import ROOT

PRIMARY = ROOT / "assets" / "characters" / "primary.txt"
NONE, HARD, ALL = WISHES = ("none", "hard", "all")
CHINESE = re.compile("[㐀-鿿]")


def can_read() -> bool:
    """Whether `pypinyin` is installed; it is not imported for that."""
    return find_spec("pypinyin") is not None


@lru_cache(4096)
def readings(text: str, wish: str) -> tuple[str, ...]:
    """For each character of `text` its reading, or "" where none is wanted or there is none."""
    silent = ("",) * len(text)
    if wish == NONE or not CHINESE.search(text) or not can_read():
        return silent
    if wish == HARD and not any(is_hard(sign) for sign in text):
        return silent
    read = _read(text)
    return tuple(
        sound if wish == ALL or is_hard(sign) else ""
        for sign, sound in zip(text, read, strict=True)
    )


def is_hard(sign: str) -> bool:
    """Whether `sign` is a Chinese character that primary school does not teach."""
    return CHINESE.fullmatch(sign) is not None and sign not in _primary()


def _read(text: str) -> list[str]:
    import pypinyin

    library: Any = pypinyin
    found = library.pinyin(text, style=library.Style.TONE, errors=lambda rest: [""] * len(rest))
    return [sounds[0] for sounds in found]


@cache
def _primary() -> frozenset[str]:
    lines = PRIMARY.read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))
