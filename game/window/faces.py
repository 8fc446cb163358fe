"""Faces draw letters: which font has which sign, how wide a text is in it, and its picture.

Sizes that go in are logical (of a 1280x720 window) and are multiplied by the scale of the `Fonts`;
all that comes out is in pixels of the target. No display is needed.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pygame
import pygame.font
from msgspec import Struct

from game.text.coverage import missing

Colour = str | tuple[int, int, int] | tuple[int, int, int, int]

RUBY = 0.5  # the size of readings above characters, in their sizes
EASY = 0.8  # these letters are so much wider and taller than the others
BOX = "\ufffd"  # the shipped fonts draw it as a crossed box
# Both faces have these; each is exactly one em wide in the Chinese face and never kerned.
WIDE = "一-龥，。、；：？！…“”‘’（）《》【】〈〉「」『』〔〕～　"
ALL_WIDE = re.compile(f"[{WIDE}]+")
NOT_WIDE = re.compile(f"[^{WIDE}]+")
SURELY_SHOWN = re.compile(f"[ -~\n—·{WIDE}]*")
LATIN = "\n -~À-ÖØ-öø-ÿ\xa0–—‘’“”…·€"
ALL_LATIN = re.compile(f"[{LATIN}]*")
LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]")
NOTHING = re.compile("(?!)")
APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
MEASURED = 4000  # widths to keep of each face
JOINERS = "\u200d\ufe0e\ufe0f"
# Fonts of Windows, macOS and Linux that show what ours lack, best first.
SYSTEM_FONTS = (
    "microsoftyahei pingfangsc hiraginosansgb notosanscjksc sourcehansanssc wenquanyimicrohei "
    "simsunextb segoeuisymbol segoeuiemoji applesymbols notoemoji symbola dejavusans"
)


class Run(Struct, frozen=True):
    """A stretch of text that looks the same all along, and what it stands for.

    `pick` is the id that a click on it means, `link` the entry that it explains.
    """

    text: str
    bold: bool = False
    colour: Colour = "black"
    pick: str | None = None
    link: str | None = None
    underline: bool = False
    highlight: Colour | None = None


class Widths(dict[str, int]):
    """How wide texts are, each measured when it is first asked for."""

    def __init__(self, measure: Callable[[str], int]) -> None:
        super().__init__()
        self.measure = measure

    def __missing__(self, text: str) -> int:
        if len(self) >= MEASURED:
            self.clear()
        width = self[text] = self.measure(text)
        return width


class Face:
    """One font at one size: how wide a text is in it, and what it looks like."""

    def __init__(self, file: str | Path, pixels: int) -> None:
        """Open `file`; `OSError` if there is no such font."""
        self.font = pygame.font.Font(file, pixels)
        self.ascent = self.font.get_ascent()
        self.height = self.font.get_height()
        self.widths = Widths(self.measure)

    def measure(self, text: str) -> int:
        """The advance of `text` in pixels, kerning included; ask `widths` instead."""
        return self.font.size(text)[0]

    def shows(self, sign: str) -> bool:
        """Whether the font has `sign`. Its metrics do not tell, so the pictures are compared."""
        pictures = (self.font.render(each, True, "black") for each in (sign, "\U0010ffff"))
        found, lacking = (pygame.image.tobytes(picture, "RGBA") for picture in pictures)
        return found != lacking


class ChineseFace(Face):
    """The shipped Chinese face, whose ideographs are all one em wide.

    They are counted, not measured: SDL takes 18 µs to load a glyph that it has not met.
    """

    def __init__(self, file: str | Path, pixels: int) -> None:
        super().__init__(file, pixels)
        self._em = self.font.size("一")[0]

    def measure(self, text: str) -> int:
        if ALL_WIDE.fullmatch(text):
            return len(text) * self._em
        narrow = NOT_WIDE.findall(text)
        wide = len(text) - sum(map(len, narrow))
        return wide * self._em + sum(self.font.size(part)[0] for part in narrow)


@cache
def system_font(sign: str) -> str | None:
    """The file of a font of this computer that has `sign`, or None. Slow at the first call."""
    for file in filter(None, map(pygame.font.match_font, SYSTEM_FONTS.split())):
        try:
            if Face(file, 16).shows(sign):
                return file
        except (OSError, pygame.error):
            continue
    return None


class Pictures:
    """Rendered texts, the least recently drawn given up when they take more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bytes = 0
        self._kept: OrderedDict[tuple[int, str, Colour], pygame.Surface] = OrderedDict()

    def of(self, face: Face, text: str, colour: Colour) -> pygame.Surface:
        """The picture of `text`."""
        key = (id(face), text, colour)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = self._kept[key] = face.font.render(text, True, colour)
        self.bytes += picture.get_buffer().length
        while self.bytes > self.limit and len(self._kept) > 1:
            self.bytes -= self._kept.popitem(last=False)[1].get_buffer().length
        return picture


class Stretch(NamedTuple):
    """Neighbouring characters of one run that one face draws, and what is drawn for them."""

    start: int
    end: int
    shown: str
    face: Face
    run: Run
    ruby: str = ""  # how it is read, to be written above it
    wide: int = 0  # if not 0, the room that it takes, for the sake of what is above it

    def width(self, start: int, end: int) -> int:
        """How wide the part from one offset of the text to another is."""
        if self.wide:
            return self.wide if end > start else 0
        return self.face.widths[self.shown[start - self.start : end - self.start]]


class Fonts:
    """The faces of one window at one scale, opened when they are first needed.

    `folder` holds the shipped fonts. `scale` is the window's factor times the user's text scale:
    make new `Fonts` when it changes. With `easy`, Latin letters are such as are easier to read with
    dyslexia. `system` names a font file for a character that ours lack; where it knows none, the
    character is drawn as a box.
    """

    def __init__(
        self,
        folder: Path,
        scale: float = 1.0,
        *,
        easy: bool = False,
        system: Callable[[str], str | None] = system_font,
        cache_bytes: int = 8_000_000,
    ) -> None:
        pygame.font.init()
        self.folder = folder
        self.scale = scale
        self.easy = easy
        self.pictures = Pictures(cache_bytes)
        self._system = system
        self._faces: dict[tuple[str, int], Face] = {}

    def face(self, kind: str, size: float, bold: bool = False) -> Face:
        """The shipped face for Chinese ("zh") or English ("en"), at a logical size."""
        weight = "Bold" if bold else "Regular"
        if kind == "en" and self.easy:
            return self._open(f"EasyLetters-{weight}.otf", size * EASY, Face)
        file = f"NotoSansSC{'-Latin' * (kind == 'en')}-{weight}.otf"
        return self._open(file, size, ChineseFace if kind == "zh" else Face)

    def ruby(self, size: float) -> Face:
        """The face of what stands above the characters of a logical size."""
        return self._open("NotoSansSC-Latin-Regular.otf", size * RUBY, Face)

    def pixels(self, size: float) -> int:
        """A logical size in whole pixels."""
        return max(1, round(size * self.scale))

    def stretches(self, runs: Sequence[Run], size: float, language: str) -> Iterator[Stretch]:
        """Runs cut where the face changes."""
        start = 0
        for run in filter(lambda run: run.text, runs):
            for kind, part in _kinds(run.text, language, self.easy):
                face, shown = self._face_for(kind, part, size, run.bold)
                shown = shown.replace("\t", " ").replace("\0", " ")  # SDL cannot draw them
                yield Stretch(start, start + len(part), shown, face, run)
                start += len(part)

    def _face_for(self, kind: str, part: str, size: float, bold: bool) -> tuple[Face, str]:
        if kind in ("zh", "en"):
            return self.face(kind, size, bold), part
        file = self._system(kind)
        if file is not None:
            return self._open(file, size, Face), part
        boxes = "".join(BOX if missing(sign) else sign for sign in part)
        return self.face("zh", size, bold), boxes

    def _open(self, file: str, size: float, made: type[Face]) -> Face:
        key = file, self.pixels(size)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = made(self.folder / file, key[1])
        return face


def _kinds(text: str, language: str, easy: bool) -> Iterator[tuple[str, str]]:
    """Parts of a text with the kind of face for each: "zh", "en", or a character that ours lack.

    With `easy` the Latin words in a Chinese text are English, too.
    """
    english = language.startswith("en")
    if english and ALL_LATIN.fullmatch(text):
        yield "en", text
    elif not (english or APOSTROPHE.search(text) or (easy and LETTER.search(text))) and (
        SURELY_SHOWN.fullmatch(text)
    ):
        yield "zh", text
    else:
        for kind, signs in groupby(_each_kind(text, english, easy), key=lambda pair: pair[0]):
            yield kind, "".join(sign for _, sign in signs)


def _each_kind(text: str, english: bool, easy: bool) -> Iterator[tuple[str, str]]:
    lacking = frozenset(missing(text))
    apostrophes = {found.start() for found in APOSTROPHE.finditer(text)}
    latin = ALL_LATIN if english else LETTER if easy else NOTHING
    kind = "zh"
    for at, sign in enumerate(text):
        if sign in lacking:
            kind = sign
        elif at in apostrophes or latin.fullmatch(sign):
            kind = "en"
        elif sign not in JOINERS:  # a joiner stays with the character before it
            kind = "zh"
        yield kind, sign
