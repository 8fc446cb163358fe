"""A field to type into; what an input method is composing shows where it will stand."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.words import Words
from game.window.kit import Kit
from game.window.lettering import Layout
from game.window.theme import BODY
from game.window.widgets.base import TAKEN, Message, Widget

LONGEST = 40  # letters
UNBROKEN = 10**6  # pixels: the text stands in one line, and the field shows a part of it
OTHER = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


class TextField(Widget):
    """One line of text. `changed` makes the message of a text and where its caret stands."""

    stops = True
    typing = True

    def __init__(
        self,
        kit: Kit,
        width: int,
        text: str,
        hint: Words,
        changed: Callable[[str, int], Message],
        done: Message,
        *,
        caret: int | None = None,
        icon: str = "",
        size: float = BODY,
    ) -> None:
        tall = max(kit.touch, kit.letters(size * 1.5) + 2 * kit.u(7))
        super().__init__(kit, (width, tall))
        self.value = text
        self.caret = len(text) if caret is None else min(caret, len(text))
        self.icon, self.composed = icon, ""
        self._changed, self._done, self._size = changed, done, size
        self._side = kit.letters(size * 1.15) if icon else 0
        self._hint = kit.lay(hint, UNBROKEN, size=size, colour=kit.colours.soft)

    @property
    def inner(self) -> Rect:
        """Where the letters stand."""
        pad = self.kit.u(14)
        lead = self._side + self.kit.u(9) if self.icon else 0
        return Rect(
            self.rect.x + pad + lead, self.rect.y, self.rect.w - 2 * pad - lead, self.rect.h
        )

    # what is typed

    def typed(self, event: Event) -> Message | None:
        """Take letters, or what will become letters once it is composed."""
        if event.type == pygame.TEXTEDITING:
            self._compose(event.text)
            return TAKEN
        self._compose("")
        return self._put(event.text)

    def left(self) -> None:
        self._compose("")

    def _compose(self, text: str) -> None:
        self.composed, self.busy = text, bool(text)
        self.touch()

    def key(self, event: Event) -> Message | None:
        before, behind = self.value[: self.caret], self.value[self.caret :]
        match event.key:
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                return self._done
            case pygame.K_BACKSPACE:
                return self._becomes(before[:-1] + behind, max(0, self.caret - 1))
            case pygame.K_DELETE:
                return self._becomes(before + behind[1:], self.caret)
            case pygame.K_LEFT | pygame.K_RIGHT | pygame.K_HOME | pygame.K_END:
                return self._go(event.key)
            case pygame.K_v if event.mod & OTHER:
                return self._put(_clipboard())
        # Letters arrive as text; as keys they would press buttons elsewhere.
        return TAKEN if 32 <= event.key < 127 and not event.mod & OTHER else None

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        if spot is None:
            return self._done
        aim = spot[0] - self.inner.x + self._shift()
        ends = range(len(self.value) + 1)
        self.caret = min(ends, key=lambda end: abs(self._width(self.value[:end]) - aim))
        self.touch()
        return TAKEN

    def _put(self, text: str) -> Message | None:
        text = "".join(sign for sign in text if sign.isprintable())
        text = text[: LONGEST - len(self.value)]
        whole = self.value[: self.caret] + text + self.value[self.caret :]
        return self._becomes(whole, self.caret + len(text))

    def _becomes(self, text: str, caret: int) -> Message | None:
        self.caret = caret
        self.touch()
        if text == self.value:
            return TAKEN
        self.value = text
        return self._changed(text, caret)

    def _go(self, key: int) -> Message:
        far = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_HOME: -LONGEST}.get(key, LONGEST)
        self.caret = min(len(self.value), max(0, self.caret + far))
        self.touch()
        return TAKEN

    # how it looks

    def text(self) -> str:
        return self.value or self._hint.text

    def paint(self, surface: Surface) -> None:
        kit, colours, inner = self.kit, self.kit.colours, self.inner
        fill = colours.card_hot if self.hot else colours.card
        kit.plate(surface, self.rect, fill, colours.line)
        if self.icon:
            sign = kit.pictures.icon(self.icon, self._side, colours.soft)
            surface.blit(sign, (self.rect.x + kit.u(14), self.rect.centery - self._side // 2))
        clip = surface.get_clip()
        surface.set_clip(clip.clip(inner.inflate(kit.u(6), 0)))
        shown = self._shown()
        if shown or self.focused:
            self._line(shown).draw(surface, (inner.x - self._shift(), self._top()))
        else:
            self._hint.draw(surface, (inner.x, self._top()))
        if self.focused:
            self._paint_caret(surface)
        surface.set_clip(clip)

    def _paint_caret(self, surface: Surface) -> None:
        """Where the next letter will stand, and a line under what is being composed."""
        kit, left = self.kit, self.inner.x - self._shift()
        start = left + self._width(self.value[: self.caret])
        end = left + self._width(self.value[: self.caret] + self.composed)
        tall, thick = kit.letters(self._size * 1.3), kit.u(2)
        ink = kit.colours.focus
        surface.fill(ink, (end, self.rect.centery - tall // 2, thick, tall))
        if self.composed:
            surface.fill(ink, (start, self.rect.centery + tall // 2 - thick, end - start, thick))

    def _shown(self) -> str:
        return self.value[: self.caret] + self.composed + self.value[self.caret :]

    def _shift(self) -> int:
        """How far the text is moved to the left so that the caret can be seen."""
        end = self._width(self.value[: self.caret] + self.composed) if self.focused else 0
        return max(0, end + self.kit.u(4) - self.inner.w)

    def _top(self) -> int:
        return self.rect.centery - self._hint.size[1] // 2

    def _line(self, text: str) -> Layout:
        return self.kit.lay(text, UNBROKEN, size=self._size)

    def _width(self, text: str) -> int:
        return self._line(text).size[0] if text else 0


def _clipboard() -> str:
    """The text of the system's clipboard, as far as there is one."""
    if not pygame.display.get_init():
        return ""
    try:
        return pygame.scrap.get_text() or ""
    except pygame.error:
        return ""
