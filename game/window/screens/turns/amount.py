"""Amount: a number on a track, by plus and minus, or typed."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from msgspec import Struct
from pygame import Rect
from pygame.event import Event

from game.scenario.steps import Staging
from game.scenario.words import T, Words, grouped
from game.trial.terms import amount
from game.trial.view import Range, Turn, View
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import Answering, Done, Picks, aids, confirm, whose_turn
from game.window.screens.turns.hundred import Hundred
from game.window.screens.turns.ruler import Ruler, flags
from game.window.theme import SPEECH, TITLE
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel
from game.window.widgets.slider import Slider


class Put(Struct, frozen=True):
    """The number is now this."""

    value: int


class Typed(Struct, frozen=True):
    """A digit was typed; an empty one takes the last digit away."""

    digit: str


class Step(Struct, frozen=True):
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
        self._dots: Hundred | None = None

    @property
    def range(self) -> Range:
        assert self.turn.range is not None
        return self.turn.range

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        scale = self.range

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=SPEECH)
            below = stack([prompt], inside.x, inside.y, 0) + kit.u(14)
            board = self._board(kit, view, Rect(inside.x, below, inside.w, 0))
            return [prompt, *board], max(part.rect.bottom for part in board)

        buttons = [*aids(kit, view, self.turn), confirm(kit, True)]
        how = T("From {least} to {most} {unit}. Drag, press + and −, or type the number.",
                least=grouped(scale.least), most=grouped(scale.most), unit=scale.unit)  # fmt: skip
        footer = [hint(kit, how, buttons, room.w), *buttons]
        return [risen(kit, room, body, footer, plate=whose_turn(kit, view, room))]

    def _board(self, kit: Kit, view: View, spot: Rect) -> list[Widget]:
        """The number large in the middle, the track below it, and at the right what it means."""
        picture = self._pictured(kit)
        for widget in picture:
            widget.at(spot.right - widget.rect.w - kit.u(20), spot.y)
            spot = Rect(spot.x, spot.y, widget.rect.x - kit.u(20) - spot.x, 0)
        return [*self._counter(kit, spot), *self._track(kit, view, spot), *picture]

    def _pictured(self, kit: Kit) -> list[Widget]:
        """The number as so many of a hundred dots, where that is what it counts."""
        self._dots = None
        if self.turn.staging == Staging.HUNDRED and kit.large <= 1.5:
            self._dots = Hundred(kit, self.value)
        return [self._dots] if self._dots is not None else []

    def _counter(self, kit: Kit, spot: Rect) -> list[Widget]:
        least, most = kit.u(420 * kit.large**0.5), spot.w - 2 * kit.u(30) - 2 * kit.touch
        self._number = Number(kit, self, min(most, max(least, self._widest(kit))))
        less = Button(kit, T("Less"), Step(-1), icon="minus", icon_only=True)
        more = Button(kit, T("More"), Step(1), icon="plus", icon_only=True)
        less.key_name, more.key_name = "less", "more"
        self._number.at(spot.centerx - self._number.rect.w // 2, spot.y)
        y = self._number.rect.centery - less.rect.h // 2
        less.at(self._number.rect.x - kit.u(14) - less.rect.w, y)
        more.at(self._number.rect.right + kit.u(14), y)
        return [less, self._number, more]

    def _widest(self, kit: Kit) -> int:
        """The room that the longest number needs on one line."""
        label = Label(kit, _shown(self, self.range.most), kit.stage.w, size=TITLE, bold=True,
                      snug=True)  # fmt: skip
        return label.rect.w + kit.u(24)

    def _track(self, kit: Kit, view: View, spot: Rect) -> list[Widget]:
        """The slider on its ruler, with flags for what other sides have named."""
        assert self._number is not None
        scale = self.range
        self._slider = Slider(kit, min(spot.w - kit.u(40), kit.u(900)), self.value,
                              (scale.least, scale.most, scale.step), Put)  # fmt: skip
        self._slider.key_name = "slider"
        self._slider.called = "".join(run.text for run in self.turn.prompt)
        self._slider.at(spot.centerx - self._slider.rect.w // 2, 0)
        marks, high = flags(kit, view, self.turn.asked, scale, self._slider.rect)
        y = self._number.rect.bottom + kit.u(12) + high
        for widget in (self._slider, *marks):
            widget.move(0, y)
        ruler = Ruler(kit, scale, self._slider.rect.w)
        ruler.at(self._slider.rect.x, self._slider.rect.bottom - kit.u(8))
        return [*marks, self._slider, ruler]

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
        if self._dots is not None:
            self._dots.show(self.value)
        if self._number is not None:
            self._number.follow()


class Number(Panel):
    """The number, large, with its unit; digits typed here make a new one."""

    role = "spin button"
    stops = True

    def __init__(self, kit: Kit, owner: Amounting, width: int) -> None:
        self.owner = owner
        super().__init__(
            kit, Rect(0, 0, width, 10), kit.colours.card, line=kit.colours.line, shadow=3
        )
        self.key_name = "number"
        tallest = max(self._label(n).rect.h for n in (owner.range.least, owner.range.most))
        self.rect.h = tallest + 2 * kit.u(4)
        self.follow()

    def follow(self) -> None:
        """Show the owner's number."""
        label = self._label(self.owner.value)
        label.at(self.rect.x + self.kit.u(10), self.rect.y + (self.rect.h - label.rect.h) // 2)
        self.parts = [label]
        self.touch()

    def _label(self, number: int) -> Label:
        kit = self.kit
        return Label(kit, _shown(self.owner, number), self.rect.w - kit.u(20), size=TITLE,
                     bold=True, colour=kit.colours.navy, centred=True)  # fmt: skip

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        return None

    def key(self, event: Event) -> Message | None:
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            return Step(1 if event.key == pygame.K_RIGHT else -1)
        if event.key == pygame.K_BACKSPACE:
            return Typed("")
        sign = _digit(event.key)
        return Typed(sign) if sign else None


def _shown(owner: Amounting, number: int) -> Words:
    return amount(number, owner.range.unit)


def _digit(key: int) -> str:
    if pygame.K_0 <= key <= pygame.K_9:
        return str(key - pygame.K_0)
    if key == pygame.K_KP_0:
        return "0"
    return str(key - pygame.K_KP_1 + 1) if pygame.K_KP_1 <= key <= pygame.K_KP_9 else ""
