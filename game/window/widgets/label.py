"""Text on the screen: plain or rich, with phrases that can be tapped and links to law cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.scenario.words import Words
from game.window.intents import Look
from game.window.kit import Kit
from game.window.theme import BODY, Colour
from game.window.widgets.base import Message, Widget

if TYPE_CHECKING:
    from game.trial.view import Rich

LETTERS_A_SECOND = 60.0


class Phrase(Widget):
    """One phrase inside a text; it may run over several lines. `on` means that it is marked."""

    stops = True
    in_order = True
    spill = 6

    def __init__(self, kit: Kit, words: str, pieces: list[Rect], message: Message) -> None:
        whole = pieces[0].unionall(pieces[1:])
        super().__init__(kit, whole.size, message)
        self.rect.topleft = whole.topleft
        self.pieces = pieces
        self.on = False
        self._words = words

    def move(self, dx: int, dy: int) -> None:
        super().move(dx, dy)
        for piece in self.pieces:
            piece.move_ip(dx, dy)

    def hits(self, spot: tuple[int, int]) -> bool:
        reach = self.kit.u(6)
        return any(piece.inflate(2 * reach, reach).collidepoint(spot) for piece in self.pieces)

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


class Label(Widget):
    """Text in lines no wider than `width`; it is as tall as it needs.

    A run that picks is a phrase if `phrases` has a message for it; a run with a law opens its card.
    """

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
        )
        wide, tall = self.layout.size
        super().__init__(kit, (wide if snug else width, tall))
        self.phrases = list(self._made(messages, text)) if isinstance(text, tuple) else []
        self.parts = list(self.phrases)

    def _made(self, messages: Mapping[str, Message], text: Rich) -> Iterator[Phrase]:
        for run in text:
            name = run.pick if run.pick in messages else run.law
            pieces = [Rect(piece) for piece in self.layout.rects(name)] if name else []
            if pieces:
                message = messages.get(name) or Look("laws", name)
                phrase = Phrase(self.kit, run.text, pieces, message)
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

    def text(self) -> str:
        return self.layout.text


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

    def finish(self) -> None:
        """Show everything."""
        self.upto = self.length
        self._let_tap(True)
        self.touch()

    def tick(self, now: float) -> bool:
        if self.complete:
            return False
        if self._began is None:
            self._began = now
        upto = min(self.length, int((now - self._began) * LETTERS_A_SECOND))
        if upto >= self.length:
            self.finish()
        elif upto != self.upto:
            self.kit.stale.append(self._between(self.upto, upto))
            self.upto = upto
        return not self.complete

    def paint(self, surface: Surface) -> None:
        self.layout.draw(surface, self.rect.topleft, None if self.complete else self.upto)

    def _between(self, start: int, end: int) -> Rect:
        """The lines in which letters `start` to `end` stand."""
        lines = self.layout.lines
        step = self.layout.height // max(1, len(lines))
        first = sum(line_end <= start for _, line_end in lines)
        last = sum(line_start < end for line_start, _ in lines)
        first = min(first, max(0, last - 1))
        return Rect(self.rect.x, self.rect.y + first * step, self.rect.w, (last - first) * step)

    def _let_tap(self, allowed: bool) -> None:
        for phrase in self.phrases:
            phrase.enabled = allowed
