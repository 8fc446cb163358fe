"""Text on the screen: plain or rich, with phrases that can be tapped and links to law cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.scenario.words import Words
from game.window.both import second_of
from game.window.intents import Look
from game.window.kit import Kit
from game.window.lettering import Layout
from game.window.theme import BODY, SMALL, Colour
from game.window.widgets.base import Message, Widget

if TYPE_CHECKING:
    from game.trial.view import Rich

LETTERS_A_SECOND = 60.0


class Phrase(Widget):
    """One phrase inside a text; it may run over several lines. `on` means that it is marked."""

    role = "link"
    stops = True
    in_order = True
    spill = 6

    def __init__(self, kit: Kit, words: str, pieces: list[Rect], message: Message) -> None:
        whole = pieces[0].unionall(pieces[1:])
        super().__init__(kit, whole.size, message)
        self.rect.topleft = whole.topleft
        self.pieces = pieces
        self.rivals: Sequence[Phrase] = ()  # the phrases around it
        self.on = False
        self._words = words

    def move(self, dx: int, dy: int) -> None:
        super().move(dx, dy)
        for piece in self.pieces:
            piece.move_ip(dx, dy)

    def hits(self, spot: tuple[int, int]) -> bool:
        """Whether a finger there means this phrase and none of its rivals."""
        if not any(self._grown(piece).collidepoint(spot) for piece in self.pieces):
            return False
        return all(self.off(spot) <= rival.off(spot) for rival in self.rivals)

    def _grown(self, piece: Rect) -> Rect:
        """`piece` and the room around it that a finger may touch: lines are lower than fingers."""
        reach, least = self.kit.u(6), self.kit.touch
        more = max(2 * reach, least - piece.w), max(reach, least - piece.h)
        return piece.inflate(*more)

    def off(self, spot: tuple[int, int]) -> int:
        """How far `spot` is from the letters, squared."""
        return min(_off(piece, spot) for piece in self.pieces)

    def text(self) -> str:
        return self._words

    def draw(self, surface: Surface) -> None:
        """Nothing: the text paints what lies under its letters and around them."""

    def paint_under(self, surface: Surface) -> None:
        colours, kit = self.kit.colours, self.kit
        for piece in self.pieces:
            wide = piece.inflate(kit.u(6), -kit.u(2))
            if self.on:
                kit.plate(surface, wide, colours.highlight, None, radius=6)
            elif self.hot:
                kit.plate(surface, wide, colours.card_hot, colours.highlight, radius=6)
            thick = kit.u(3 if self.on else 1.5)
            surface.fill(colours.phrase, (piece.x, piece.bottom - thick - kit.u(2), piece.w, thick))

    def paint_over(self, surface: Surface) -> None:
        if self.focused and self.kit.keyboard:
            for piece in self.pieces:
                box, thick = piece.inflate(self.kit.u(8), self.kit.u(4)), self.kit.ring
                self.kit.plate(surface, box, None, self.kit.colours.halo, radius=8, width=5 * thick)
                self.kit.plate(
                    surface, box, None, self.kit.colours.focus, radius=8, width=3 * thick
                )


def _off(piece: Rect, spot: tuple[int, int]) -> int:
    x = min(max(spot[0], piece.left), piece.right - 1) - spot[0]
    y = min(max(spot[1], piece.top), piece.bottom - 1) - spot[1]
    return x * x + y * y


class Label(Widget):
    """Text in lines no wider than `width`; it is as tall as it needs.

    What it says in a second language stands below, smaller. A run that picks is a phrase if
    `phrases` has a message for it; a run with a law opens its card. What is not there to be `read`,
    as on a button, never has pinyin.
    """

    role = "label"
    spill = 6

    def __init__(
        self,
        kit: Kit,
        text: Words | str | Rich,
        width: int,
        *,
        size: float = BODY,
        colour: Colour | None = None,
        bold: bool = False,
        centred: bool = False,
        snug: bool = False,
        phrases: Mapping[str, Message] | None = None,
        read: bool = True,
    ) -> None:
        messages = phrases or {}
        self.layout = kit.lay(
            text,
            width,
            size=size,
            colour=colour,
            bold=bold,
            centred=centred,
            tapped=messages,
            read=read,
        )
        wide, tall = self.layout.size
        self.beside = self._beside(kit, second_of(text), width, size, colour, centred)
        self._gap = kit.u(2)
        if self.beside is not None:
            wide, tall = max(wide, self.beside.size[0]), tall + self._gap + self.beside.size[1]
        super().__init__(kit, (wide if snug else width, tall))
        self.phrases = list(self._made(messages, text)) if isinstance(text, tuple) else []
        for phrase in self.phrases:
            phrase.rivals = self.phrases
        self.parts = list(self.phrases)

    def _beside(
        self, kit: Kit, text: Rich, width: int, size: float, colour: Colour | None, centred: bool
    ) -> Layout | None:
        """The second language: softer where the first is in ink, and a size smaller."""
        if not text:
            return None
        ink = kit.colours.soft if colour in (None, kit.colours.ink) else colour
        less = BODY if size > BODY else SMALL
        return kit.lay(text, width, size=less, colour=ink, centred=centred, second=True)

    def _made(self, messages: Mapping[str, Message], text: Rich) -> Iterator[Phrase]:
        for run in text:
            name = run.pick if run.pick in messages else run.law
            pieces = [Rect(piece) for piece in self.layout.rects(name)] if name else []
            if pieces:
                message = messages.get(name) or Look("laws", name)
                phrase = Phrase(self.kit, run.text, pieces, message)
                if name in messages:
                    phrase.role = "check box"
                phrase.key_name = name
                yield phrase

    def draw(self, surface: Surface) -> None:
        for phrase in self.phrases:
            if phrase.enabled:
                phrase.paint_under(surface)
        self.paint(surface)
        for phrase in self.phrases:
            phrase.paint_over(surface)

    def paint(self, surface: Surface) -> None:
        self.layout.draw(surface, self.rect.topleft)
        if self.beside is not None:
            self.beside.draw(surface, self._below)

    @property
    def _below(self) -> tuple[int, int]:
        """Where the second language begins."""
        return self.rect.x, self.rect.y + self.layout.height + self._gap

    def text(self) -> str:
        return f"{self.layout.text}\n{self.beside.text}" if self.beside else self.layout.text


class Typewriter(Label):
    """Text that appears letter by letter; it lays nothing out again."""

    def __init__(self, kit: Kit, text: Words | str | Rich, width: int, *, size: float) -> None:
        super().__init__(kit, text, width, size=size)
        self.length = len(self.layout.text)
        self._began: float | None = None
        self.upto = 0
        self._let_tap(False)

    @property
    def complete(self) -> bool:
        return self.upto >= self.length

    @property
    def share(self) -> float:
        """How much of the text is shown, from 0 to 1."""
        return self.upto / self.length if self.length else 1.0

    def go_on_at(self, share: float) -> None:
        """Begin with so much of the text shown, as after a change of language."""
        self.upto = int(share * self.length)
        self._let_tap(self.complete)

    def finish(self) -> None:
        """Show everything."""
        self.upto = self.length
        self._let_tap(True)
        self.touch()

    def tick(self, now: float) -> bool:
        if self.complete:
            return False
        if self._began is None:
            self._began = now - self.upto / LETTERS_A_SECOND
        upto = min(self.length, int((now - self._began) * LETTERS_A_SECOND))
        if upto >= self.length:
            self.finish()
        elif upto != self.upto:
            self._tell_stale(self.upto, upto)
            self.upto = upto
        return not self.complete

    def paint(self, surface: Surface) -> None:
        self.layout.draw(surface, self.rect.topleft, None if self.complete else self.upto)
        if self.beside is not None:
            upto = None if self.complete else self._even(self.upto, self.beside)
            self.beside.draw(surface, self._below, upto)

    def _even(self, upto: int, beside: Layout) -> int:
        """How many letters of the second language go with `upto` of the first."""
        return len(beside.text) * upto // max(1, self.length)

    def _tell_stale(self, start: int, end: int) -> None:
        """The lines in which letters `start` to `end` stand look different now."""
        stale = self.kit.stale
        stale.append(_between(self.layout, self.rect.topleft, self.rect.w, start, end))
        if (beside := self.beside) is not None:
            ends = self._even(start, beside), self._even(end, beside)
            stale.append(_between(beside, self._below, self.rect.w, *ends))

    def _let_tap(self, allowed: bool) -> None:
        for phrase in self.phrases:
            phrase.enabled = allowed


def _between(layout: Layout, spot: tuple[int, int], width: int, start: int, end: int) -> Rect:
    """The lines of `layout`, drawn at `spot`, in which letters `start` to `end` stand."""
    lines, tops = layout.lines, layout.tops
    first = sum(line_end <= start for _, line_end in lines)
    last = sum(line_start < end for line_start, _ in lines)
    first = min(first, max(0, last - 1))
    return Rect(spot[0], spot[1] + tops[first], width, tops[last] - tops[first])
