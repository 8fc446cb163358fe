"""Lettering turns runs of text into a layout of positioned pieces, and draws it.

All sizes that come out are pixels of the target; only the font size that goes in is logical (of a
1280x720 window) and is multiplied by the scale of its `Fonts`. No display is needed.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import pygame

from game.text.breaking import Span, wrap_spans
from game.window.faces import Face, Fonts, Run, Stretch
from game.window.squeeze import OPENERS, blank_after, blank_before, half, singled, squeezed

Blit = tuple[pygame.Surface, tuple[int, int]] | tuple[pygame.Surface, tuple[int, int], pygame.Rect]
Align = Literal["left", "centre", "right"]

READING = 1.45  # line height in font sizes
LIFT = 0.36  # by so many font sizes a line is higher that has something above its characters
ABOVE = 1.02  # where that stands: font sizes from baseline to baseline
APART = 0.12  # room between two of them, in font sizes
# How wide the last line of a paragraph should be, in font sizes: two characters, or two words.
COMPANY = {"zh": 2.5, "en": 5.0}


class Piece(NamedTuple):
    """A part of a run on one line. `rect` is as high as the line."""

    start: int
    end: int
    rect: pygame.Rect
    text: str
    face: Face
    run: Run
    ruby: str = ""  # stands above it
    lead: int = 0  # so much of its picture, which is blank, is left of `rect`


class Layout:
    """Where every piece of a text stands, seen from its top left corner.

    `text` is all runs joined, `lines` are offsets into it, `size` is (width, height).
    """

    def __init__(
        self,
        fonts: Fonts,
        runs: str | Sequence[Run],
        *,
        size: float,
        width: float | None = None,
        language: str = "zh_CN",
        leading: float = READING,
        align: Align = "left",
        ruby: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        """Lay runs out in lines no wider than `width` pixels, or only at newlines if it is None.

        `language` decides which face draws the signs that Chinese and English share; `leading` is
        the line height in font sizes. `ruby` gives for each character what stands above it, or "".
        """
        runs = [Run(runs)] if isinstance(runs, str) else runs
        self.text = "".join(run.text for run in runs)
        stretches = squeezed(self.text, list(fonts.stretches(runs, size, language)))
        em = fonts.pixels(size)
        above = ruby(self.text) if ruby is not None else ()
        self._small = fonts.ruby(size) if any(above) else None
        if self._small is not None:
            stretches = list(_under(stretches, above, self._small, round(em * APART)))
        limit = float("inf") if width is None else width
        least = min(limit / 2, em * COMPANY.get(language[:2], COMPANY["en"]))
        self.lines = wrap_spans(self.text, limit, _ruler(stretches), least)
        step = max(1, round(em * leading))
        self.tops = _tops(self.lines, above, step, round(em * LIFT))
        tall = (below - top for top, below in pairwise(self.tops))
        rows = [
            _row(span, stretches, top, high)
            for span, top, high in zip(self.lines, self.tops, tall, strict=False)
        ]
        right = max((row[-1].rect.right for row in rows if row), default=0)
        if align != "left":
            right = _align(rows, right if width is None else int(width), align)
        self.pieces = [piece for row in rows for piece in row]
        self.size = self.width, self.height = right, self.tops[-1]
        # Both weights stand on one line; a megabyte is saved where only the bold one is needed.
        main = fonts.face("zh", size, all(run.bold for run in runs))
        self._hang = step - (step - main.height) // 2 - main.ascent  # from baseline to line's end
        self._ruby_up = round(em * ABOVE)
        self._pictures = fonts.pictures

    def rects(self, pick: str) -> list[pygame.Rect]:
        """The rectangles of a phrase, one a line that it touches, in reading order."""
        return self.rects_where(lambda run: run.pick == pick)

    def rects_where(self, wanted: Callable[[Run], bool]) -> list[pygame.Rect]:
        """The rectangles of all runs that are wanted, as `rects`."""
        return [rect for rect, _ in self._bands(wanted, len(self.text))]

    def run_at(self, x: float, y: float) -> Run | None:
        """The run whose letters (or the space above and below them) are at a point."""
        return next((each.run for each in self.pieces if each.rect.collidepoint(x, y)), None)

    def hit(self, x: float, y: float) -> str | None:
        """The pick at a point, or None."""
        run = self.run_at(x, y)
        return run.pick if run else None

    def draw(
        self, surface: pygame.Surface, topleft: tuple[int, int], upto: int | None = None
    ) -> None:
        """Draw the first `upto` characters of `text`, or all. Nothing is laid out again."""
        upto = len(self.text) if upto is None else upto
        for rect, run in self._bands(lambda run: run.highlight is not None, upto):
            pygame.draw.rect(surface, run.highlight or "", rect.move(topleft), border_radius=3)
        clip = surface.get_clip()
        todo: list[Blit] = []
        top, bottom = clip.top - topleft[1], clip.bottom - topleft[1]
        for piece in self.pieces:
            if piece.start >= upto or piece.rect.top >= bottom:
                break
            if piece.rect.bottom > top:
                todo += self._blits(piece, topleft, upto)
                if piece.run.underline:
                    self._underline(surface, piece, topleft, upto)
        surface.blits(todo, doreturn=False)

    def _blits(self, piece: Piece, topleft: tuple[int, int], upto: int) -> Iterator[Blit]:
        """The letters of a piece, and what stands above them."""
        picture = self._pictures.of(piece.face, piece.text, piece.run.colour)
        left = piece.rect.x + topleft[0] - piece.lead
        base = piece.rect.bottom + topleft[1] - self._hang
        spot = left, base - piece.face.ascent
        if piece.end > upto:
            # What is whole is not clipped: a letter may lean out of its advance.
            yield picture, spot, pygame.Rect(0, 0, _shown(piece, upto) + piece.lead, picture.height)
        elif not piece.ruby or self._small is None:
            yield picture, spot
        else:
            yield picture, (left + (piece.rect.w - picture.width) // 2, spot[1])
            sound = self._pictures.of(self._small, piece.ruby, piece.run.colour)
            over = base - self._ruby_up - self._small.ascent
            yield sound, (left + (piece.rect.w - sound.width) // 2, over)

    def _underline(
        self, surface: pygame.Surface, piece: Piece, topleft: tuple[int, int], upto: int
    ) -> None:
        thick = max(1, round(piece.face.height / 24))
        spot = piece.rect.move(topleft)
        line = spot.x, spot.bottom - self._hang + 2 * thick, _shown(piece, upto), thick
        surface.fill(piece.run.colour, line)

    def _bands(self, wanted: Callable[[Run], bool], upto: int) -> list[tuple[pygame.Rect, Run]]:
        """Neighbouring pieces of wanted runs as one rectangle a line, up to a character."""
        bands: list[tuple[pygame.Rect, Run]] = []
        for piece in self.pieces:
            if piece.start < upto and wanted(piece.run):
                rect = pygame.Rect(piece.rect.topleft, (_shown(piece, upto), piece.rect.height))
                if (
                    bands
                    and bands[-1][0].topright == rect.topleft
                    and _alike(bands[-1][1], piece.run)
                ):
                    bands[-1][0].width += rect.width
                else:
                    bands.append((rect, piece.run))
        return bands


def _alike(one: Run, other: Run) -> bool:
    return (one.pick, one.link, one.highlight) == (other.pick, other.link, other.highlight)


def _shown(piece: Piece, upto: int) -> int:
    """How much of a piece's width is drawn when only the first `upto` characters are."""
    if piece.end <= upto:
        return piece.rect.width
    wide = piece.face.widths[piece.text[: upto - piece.start]] - piece.lead
    return min(piece.rect.width, wide)


def _under(
    stretches: Sequence[Stretch], above: Sequence[str], small: Face, gap: int
) -> Iterator[Stretch]:
    """The same stretches, with each character that has something above it on its own.

    It takes as much room as the wider of the two.
    """
    read = {at for at, sound in enumerate(above) if sound}
    for one in singled(stretches, read):
        if one.start in read:
            sound = above[one.start]
            wide = max(one.face.widths[one.shown], small.widths[sound] + gap)
            yield one._replace(ruby=sound, wide=wide)
        else:
            yield one


def _tops(lines: Sequence[Span], above: Sequence[str], step: int, lift: int) -> list[int]:
    """Where each line begins, and where the last one ends; higher only where it must be."""
    tops = [0]
    for start, end in lines:
        tops.append(tops[-1] + step + (lift if any(above[start:end]) else 0))
    return tops


def _ruler(stretches: Sequence[Stretch]) -> Callable[[int, int], int]:
    """A function that tells the width from one offset to another."""
    starts = [stretch.start for stretch in stretches]
    shown = "".join(stretch.shown for stretch in stretches)
    if len(stretches) == 1 and not stretches[0].wide:
        widths = stretches[0].face.widths
        return lambda start, end: widths[shown[start:end]]

    def measure(start: int, end: int) -> int:
        total = 0
        at = bisect_right(starts, start) - 1
        while start < end:
            stretch = stretches[at]
            stop = min(end, stretch.end)
            total += stretch.width(start, stop)
            start, at = stop, at + 1
        return total

    return measure


def _row(span: Span, stretches: Sequence[Stretch], top: int, height: int) -> list[Piece]:
    """The pieces of one line, from left to right."""
    row: list[Piece] = []
    left = 0
    for stretch in stretches:
        start, end = max(span[0], stretch.start), min(span[1], stretch.end)
        if start < end:
            text = stretch.shown[start - stretch.start : end - stretch.start]
            rect = pygame.Rect(left, top, stretch.width(start, end), height)
            tight = bool(stretch.wide) and text in OPENERS
            lead = half(stretch.face) if tight else 0 if row else blank_before(stretch.face, text)
            if not tight:
                rect.width -= lead
            piece = Piece(start, end, rect, text, stretch.face, stretch.run, stretch.ruby, lead)
            row.append(piece)
            left = rect.right
    if row:
        _trim(row[-1])
    return row


def _trim(last: Piece) -> None:
    """Give up what is blank at the end of a line, unless it has been."""
    if blank := blank_after(last.face, last.text):
        needed = last.face.widths[last.text] - last.lead - blank
        last.rect.width = min(last.rect.width, needed)


def _align(rows: Sequence[Sequence[Piece]], room: int, align: Align) -> int:
    """Push every line right by the room that it leaves, or half of it; the rightmost edge after."""
    right, share = 0, 0.5 if align == "centre" else 1.0
    for row in filter(None, rows):
        gap = int(max(0, room - row[-1].rect.right) * share)
        for piece in row:
            piece.rect.move_ip(gap, 0)
        right = max(right, row[-1].rect.right)
    return right
