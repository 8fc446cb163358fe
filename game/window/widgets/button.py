"""What can be pressed: buttons, and the numbered cards of a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.scenario.words import Words
from game.window.kit import Kit
from game.window.theme import BODY, SMALL, Colour, mixed
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.label import Label

if TYPE_CHECKING:
    from game.trial.view import Rich


class Button(Widget):
    """A plate with an icon, a text, or both. `strong` is the one that leads on."""

    stops = True

    def __init__(
        self,
        kit: Kit,
        text: Words | str,
        message: Message | None,
        *,
        icon: str = "",
        strong: bool = False,
        bare: bool = False,
        size: float = BODY,
        width: int | None = None,
        most: int | None = None,
        icon_only: bool = False,
        trailing: bool = False,
    ) -> None:
        self.trailing, self._size = trailing, size
        self.icon, self.strong, self.bare = icon, strong, bare
        self.on = False
        side = kit.letters(size * 1.15)
        across, lead = kit.u(16), side + kit.u(9) if icon else 0
        limit = (width or most or kit.stage.w) - 2 * across - lead
        label = Label(
            kit,
            text,
            limit,
            size=size,
            colour=_ink(kit, strong, bare),
            bold=strong,
            snug=True,
            read=False,
        )
        if icon_only:
            inside, tall = side, side
        else:
            inside, tall = lead + label.rect.w, max(label.rect.h, side)
        super().__init__(
            kit,
            (
                max(kit.touch, width or inside + 2 * across),
                max(kit.touch, tall + 2 * kit.u(9)),
            ),
            message,
        )
        self._label, self._side, self._inside = label, side, inside
        if not icon_only:
            label.at(
                (self.rect.w - inside) // 2 + (0 if trailing else lead),
                (self.rect.h - label.rect.h) // 2,
            )
            self.parts = [label]

    def draw(self, surface: Surface) -> None:
        if self.parts:
            self.parts = [self._label if self.enabled else self._pale()]
        super().draw(surface)

    def _pale(self) -> Label:
        """The text as it looks while the button cannot be pressed."""
        old = self._label
        soft = self.kit.colours.soft
        label = Label(
            self.kit,
            old.text(),
            old.rect.w + 1,
            size=self._size,
            colour=soft,
            bold=self.strong,
            snug=True,
            read=False,
        )
        label.at(*old.rect.topleft)
        return label

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        fill, line = self._fill()
        shadow = 0 if self.bare or self.down or not self.enabled else 5
        edge = colours.edge + 1.5 if self.on else colours.edge  # never by colour alone
        kit.plate(surface, self.rect, fill, line, radius=self.radius, width=edge, shadow=shadow)
        if self.icon:
            ink = _ink(kit, self.strong, self.bare) if self.enabled else colours.soft
            sign = kit.pictures.icon(self.icon, self._side, ink)
            left = self.rect.x + (self.rect.w - self._inside) // 2
            if self.trailing:
                left += self._inside - self._side
            surface.blit(sign, (left, self.rect.centery - self._side // 2))

    def move(self, dx: int, dy: int) -> None:
        super().move(dx, dy)
        if self.parts and self.parts[0] is not self._label:
            self._label.move(dx, dy)

    def text(self) -> str:
        return self._label.text()

    def _fill(self) -> tuple[Colour, Colour | None]:
        colours = self.kit.colours
        if not self.enabled:
            return mixed(colours.paper, colours.faint, 0.5), colours.faint
        if self.strong:
            return (colours.navy_hot if self.hot else colours.navy), colours.gold
        if self.bare:
            back = colours.navy_hot if self.hot or self.on else colours.navy
            return back, colours.gold if self.on else None
        if self.on:
            return colours.card_on, colours.line
        return (colours.card_hot if self.hot else colours.card), colours.line


class Card(Widget):
    """One option: a number to press, a text, and perhaps a smaller note."""

    stops = True

    def __init__(
        self,
        kit: Kit,
        badge: str,
        text: Rich | Words | str,
        message: Message | None,
        *,
        width: int,
        note: str | Words = "",
        size: float = BODY,
        several: bool = False,
        trim: int = 0,
        below: Sequence[Widget] = (),
    ) -> None:
        self.badge, self.several, self.on = badge, several, False
        self.role = "check box" if several else "radio button"
        self._side = max(kit.u(30), kit.letters(size * 1.45))
        left = kit.u(12) + self._side + kit.u(12)
        inner = width - left - kit.u(14) - trim
        label = Label(kit, text, inner, size=size)
        rows: list[Widget] = [label]
        if note:
            rows.append(Label(kit, note, inner, size=SMALL, colour=kit.colours.soft))
        rows += below
        tall = sum(row.rect.h for row in rows) + kit.u(3) * (len(rows) - 1)
        height = max(kit.u(52), tall + 2 * kit.u(10), self._side + 2 * kit.u(8))
        super().__init__(kit, (width, height), message)
        y = (height - tall) // 2
        for row in rows:
            row.at(left, y)
            y = row.rect.bottom + kit.u(3)
        self.parts = list(rows)
        self._size = size
        self.rename(badge)

    def rename(self, badge: str) -> None:
        """Show another number."""
        ink = self.kit.colours.on_navy
        self.badge = badge
        self._mark = Label(
            self.kit,
            badge,
            self._side,
            size=self._size,
            colour=ink,
            bold=True,
            snug=True,
            read=False,
        )

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        fill = colours.card_on if self.on else colours.card_hot if self.hot else colours.card
        edge = colours.edge + 1.5 if self.on else colours.edge
        kit.plate(surface, self.rect, fill, colours.line, width=edge, shadow=0 if self.down else 4)
        self._paint_badge(surface)

    def stretch(self, tall: int) -> None:
        """Make the card `tall`, its text still in the middle."""
        for part in self.parts:
            part.move(0, (tall - self.rect.h) // 2)
        self.rect.h = tall

    def _paint_badge(self, surface: Surface) -> None:
        kit, colours, side = self.kit, self.kit.colours, self._side
        x, y = self.rect.x + kit.u(12), self.rect.centery - side // 2
        box = Rect(x, y, side, side)
        radius = 7 if self.several else 99
        kit.plate(surface, box, colours.navy, None, radius=radius)
        if self.on:
            sign = kit.pictures.icon("check", side * 2 // 3, colours.gold)
            surface.blit(sign, sign.get_rect(center=box.center))
        else:
            self._mark.at(
                box.centerx - self._mark.rect.w // 2, box.centery - self._mark.rect.h // 2
            )
            self._mark.paint(surface)


class Tile(Widget):
    """A large plate that can be pressed, holding whatever was laid on it from (0, 0) on."""

    stops = True

    def __init__(
        self, kit: Kit, size: tuple[int, int], parts: Sequence[Widget], message: Message
    ) -> None:
        super().__init__(kit, size, message)
        self.parts = list(parts)
        self.on = False

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        fill = colours.card_on if self.on else colours.card_hot if self.hot else colours.card
        edge = colours.edge + 2 if self.on else colours.edge
        line = colours.line if self.on or self.hot or edge > 2 else colours.faint
        kit.plate(surface, self.rect, fill, line, width=edge, shadow=0 if self.down else 6)


def option(
    kit: Kit, text: Words | str, message: Message, on: bool, key_name: str, size: float = BODY
) -> Button:
    """One of several buttons of which one is `on`."""
    button = Button(kit, text, message, size=size)
    button.on, button.key_name = on, key_name
    return button


def pictured(
    kit: Kit, width: int, pad: int, picture: Widget, rows: Sequence[Widget], message: Message
) -> Tile:
    """A tile with a `picture` at its left edge and `rows` beside it; see `room_beside`."""
    picture.at(pad, pad)
    below = stack(rows, picture.rect.w + 2 * pad, pad, kit.u(4))
    tall = max(picture.rect.bottom, below) + pad
    return Tile(kit, (width, tall), [picture, *rows], message)


def room_beside(picture: Widget, width: int, pad: int) -> int:
    """How wide the rows beside `picture` may be in a tile of that width."""
    return width - picture.rect.w - 3 * pad


def evened(tiles: Sequence[Tile], columns: int) -> list[Widget]:
    """`tiles`, all as tall as the tallest where they stand side by side in `columns`."""
    if columns > 1:
        tall = max(tile.rect.h for tile in tiles)
        for tile in tiles:
            tile.rect.h = tall
    return list(tiles)


def _ink(kit: Kit, strong: bool, bare: bool) -> Colour:
    return kit.colours.on_navy if strong or bare else kit.colours.ink
