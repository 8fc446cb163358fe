"""Order: cards are dragged, moved by their buttons, or lifted by key and moved with the arrows."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from msgspec import Struct
from pygame import Rect
from pygame.event import Event

from game.scenario.words import T
from game.trial.view import Rich, Turn, View
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import (
    Answering,
    Done,
    Picks,
    aids,
    confirm,
    whose_turn,
)
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import TAKEN, Message, Widget, stack
from game.window.widgets.button import Button, Card
from game.window.widgets.label import Label


class Shift(Struct, frozen=True):
    """Move a card to a place of the row."""

    pick: str
    place: int


class Ordering(Answering):
    """All options, arranged."""

    peopled = False

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        self.order = [option.pick for option in turn.options]
        self.lifted = ""
        self._rows: list[Row] = []

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        labels = {option.pick: option.label for option in self.turn.options}

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=SPEECH)
            self._rows = [
                Row(kit, self, n, pick, labels[pick], inside.w) for n, pick in enumerate(self.order)
            ]
            parts: list[Widget] = [prompt, *self._rows]
            return parts, stack(parts, inside.x, inside.y, kit.u(10))

        done = confirm(kit, True)
        buttons = [*aids(kit, view, self.turn), done]
        how = T(
            "Drag the cards, or use their arrows. With keys: Space lifts a card, arrows move it."
        )
        footer = [hint(kit, how, buttons, room.w), *buttons]
        return [risen(kit, room, body, footer, plate=whose_turn(kit, view, room))]

    def first(self) -> Widget | None:
        return self._rows[0]

    def on(self, message: Message) -> Picks | None:
        match message:
            case Shift(pick, place):
                self.order.remove(pick)
                self.order.insert(max(0, min(place, len(self.order))), pick)
                self._settle()
            case Done():
                return tuple(self.order)
        return None

    def place_at(self, y: int) -> int:
        """Which place of the row is at height `y`."""
        return sum(row.rect.centery < y for row in self._rows)

    def _settle(self) -> None:
        """Put the rows in their new order, without a new layout."""
        top, gap = self._rows[0].rect.y, self._rows[0].kit.u(10)
        self._rows.sort(key=lambda row: self.order.index(row.pick))
        for number, row in enumerate(self._rows):
            row.touch()
            row.renumber(number)
        stack(self._rows, self._rows[0].rect.x, top, gap)
        for row in self._rows:
            row.touch()


class Row(Card):
    """A card that can be moved."""

    drags = travels = True

    def __init__(
        self, kit: Kit, owner: Ordering, number: int, pick: str, label: Rich, width: int
    ) -> None:
        side = max(kit.touch, kit.letters(BODY * 1.15) + kit.u(32))
        super().__init__(kit, str(number + 1), label, None, width=width, trim=2 * side + kit.u(24))
        self.owner, self.pick, self.number = owner, pick, number
        self.key_name, self.role = pick, "list item"
        self.up = Button(kit, T("Up"), Shift(pick, number - 1), icon="up", icon_only=True)
        self.below = Button(kit, T("Down"), Shift(pick, number + 1), icon="down", icon_only=True)
        self.up.key_name, self.below.key_name = f"{pick} up", f"{pick} down"
        y = (self.rect.h - self.up.rect.h) // 2
        self.up.at(self.rect.w - 2 * self.up.rect.w - kit.u(18), y)
        self.below.at(self.rect.w - self.below.rect.w - kit.u(10), y)
        self.parts += [self.up, self.below]
        self.renumber(number)

    def renumber(self, number: int) -> None:
        """Take place `number` of the row."""
        self.number = number
        self.rename(str(number + 1))
        last = len(self.owner.order) - 1
        self.up.message, self.up.enabled = Shift(self.pick, number - 1), number > 0
        self.below.message, self.below.enabled = Shift(self.pick, number + 1), number < last

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        if spot is None:
            self.on = not self.on
            self.owner.lifted = self.pick if self.on else ""
        self.touch()
        return None

    def drag(self, spot: tuple[int, int]) -> Message | None:
        place = self.owner.place_at(spot[1])
        aim = place - 1 if place > self.number else place
        return Shift(self.pick, aim) if self.down and aim != self.number else None

    def key(self, event: Event) -> Message | None:
        step = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(event.key)
        if not self.on or step is None:
            return None
        aim = self.number + step
        return Shift(self.pick, aim) if 0 <= aim < len(self.owner.order) else TAKEN
