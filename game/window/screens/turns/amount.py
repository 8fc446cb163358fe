"""Amount: a number on a track, by plus and minus, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect
from pygame.event import Event

from game.scenario.words import T
from game.trial.view import Range, Turn, View
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import Answering, Done, Picks, aids, confirm, whose_turn
from game.window.theme import SMALL, SPEECH, TITLE
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel
from game.window.widgets.slider import Slider


@dataclass(frozen=True, slots=True)
class Put:
    """The number is now this."""

    value: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A digit was typed; an empty one takes the last digit away."""

    digit: str


@dataclass(frozen=True, slots=True)
class Step:
    """So many steps up or down."""

    by: int


class Amounting(Answering):
    """One whole number within the range."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        assert turn.range is not None
        self.value = turn.range.least
        self.typed = ""
        self._number: Number | None = None
        self._slider: Slider | None = None

    @property
    def range(self) -> Range:
        assert self.turn.range is not None
        return self.turn.range

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        scale = self.range

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=SPEECH)
            below = stack([prompt], inside.x, inside.y, 0) + kit.u(14)
            board = self._board(kit, Rect(inside.x, below, inside.w, 0))
            return [prompt, *board], max(part.rect.bottom for part in board)

        buttons = [*aids(kit, view, self.turn), confirm(kit, True)]
        how = T("From {least} to {most} {unit}. Drag, press + and −, or type the number.",
                least=scale.least, most=scale.most, unit=scale.unit)  # fmt: skip
        footer = [hint(kit, how, buttons, room.w), *buttons]
        return [risen(kit, room, body, footer, plate=whose_turn(kit, view, room))]

    def _board(self, kit: Kit, spot: Rect) -> list[Widget]:
        """The number large in the middle, and the track below it."""
        self._number = Number(kit, self, min(spot.w, kit.u(420 * kit.large**0.5)))
        less = Button(kit, T("Less"), Step(-1), icon="minus", icon_only=True)
        more = Button(kit, T("More"), Step(1), icon="plus", icon_only=True)
        less.key_name, more.key_name = "less", "more"
        self._number.at(spot.centerx - self._number.rect.w // 2, spot.y)
        y = self._number.rect.centery - less.rect.h // 2
        less.at(self._number.rect.x - kit.u(14) - less.rect.w, y)
        more.at(self._number.rect.right + kit.u(14), y)
        scale = self.range
        self._slider = Slider(kit, min(spot.w - kit.u(40), kit.u(900)), self.value,
                              (scale.least, scale.most, scale.step), Put)  # fmt: skip
        self._slider.key_name = "slider"
        self._slider.at(
            spot.centerx - self._slider.rect.w // 2, self._number.rect.bottom + kit.u(12)
        )
        ends = [Label(kit, str(n), kit.u(120), size=SMALL, colour=kit.colours.soft, snug=True)
                for n in (scale.least, scale.most)]  # fmt: skip
        ends[0].at(self._slider.rect.x, self._slider.rect.bottom)
        ends[1].at(self._slider.rect.right - ends[1].rect.w, self._slider.rect.bottom)
        return [less, self._number, more, self._slider, *ends]

    def first(self) -> Widget | None:
        return self._number

    def on(self, message: Message) -> Picks | None:
        match message:
            case Put(value):
                self.typed = ""
                self._set(value)
            case Step(by):
                self.typed = ""
                self._set(self.value + by * self.range.step)
            case Typed(digit):
                self._type(digit)
            case Done():
                return (str(self.value),)
        return None

    def _type(self, digit: str) -> None:
        self.typed = (self.typed + digit)[-7:] if digit else self.typed[:-1]
        self._set(int(self.typed or self.range.least), typing=True)

    def _set(self, value: int, *, typing: bool = False) -> None:
        """Keep to the range and its steps, and show it."""
        least, step = self.range.least, self.range.step
        self.value = min(self.range.most, max(least, least + (value - least) // step * step))
        if not typing:
            self.typed = ""
        if self._slider is not None and self._slider.value != self.value:
            self._slider.value = self.value
            self._slider.touch()
        if self._number is not None:
            self._number.follow()


class Number(Panel):
    """The number, large, with its unit; digits typed here make a new one."""

    stops = True

    def __init__(self, kit: Kit, owner: Amounting, width: int) -> None:
        self.owner = owner
        super().__init__(
            kit, Rect(0, 0, width, 10), kit.colours.card, line=kit.colours.line, shadow=3
        )
        self.key_name = "number"
        self.follow()
        self.rect.h = self.parts[0].rect.h + 2 * kit.u(4)

    def follow(self) -> None:
        """Show the owner's number."""
        owner, kit = self.owner, self.kit
        shown = T("{n} {unit}", n=owner.value, unit=owner.range.unit)
        label = Label(kit, shown, self.rect.w - kit.u(20), size=TITLE, bold=True,
                      colour=kit.colours.navy, centred=True)  # fmt: skip
        label.at(self.rect.x + kit.u(10), self.rect.y + kit.u(4))
        self.parts = [label]
        self.touch()

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        return None

    def key(self, event: Event) -> Message | None:
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            return Step(1 if event.key == pygame.K_RIGHT else -1)
        if event.key == pygame.K_BACKSPACE:
            return Typed("")
        sign = _digit(event.key)
        return Typed(sign) if sign else None


def _digit(key: int) -> str:
    if pygame.K_0 <= key <= pygame.K_9:
        return str(key - pygame.K_0)
    if key == pygame.K_KP_0:
        return "0"
    return str(key - pygame.K_KP_1 + 1) if pygame.K_KP_1 <= key <= pygame.K_KP_9 else ""
