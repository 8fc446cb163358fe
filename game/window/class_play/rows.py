"""Rows that a whole class reads: the plates of teams, the cells of a grid, numbers to count up."""

from __future__ import annotations

import pygame
from msgspec import Struct
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.words import T, Words
from game.session.class_play.plan import TEAM_NAMES, Plan
from game.window.kit import Kit
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Message, Widget
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Group, Panel
from game.window.widgets.scroll import ScrollArea

DASH = "–"


class Pick(Struct, frozen=True):
    """A team has shown this card; an empty one is no card."""

    row: int
    pick: str


class Typed(Struct, frozen=True):
    """A digit was typed in a row; an empty one takes the last digit away."""

    row: int
    digit: str


class Step(Struct, frozen=True):
    """So many steps up or down in a row."""

    row: int
    by: int


class Further(Struct, frozen=True):
    """This row is done: on to the next."""

    row: int


def letter(number: int) -> str:
    """The letter on the card of an option: A for the first."""
    return chr(ord("A") + number)


def team_name(plan: Plan, team: int) -> Words:
    return TEAM_NAMES[plan.teams[team]]


def team_plate(
    kit: Kit, plan: Plan, team: int, width: int, *, tall: int = 0, size: float = BODY,
    text: Words | None = None, snug: bool = False,
) -> Panel:  # fmt: skip
    """A plate in the colour of `team` with its name, or with another `text`.

    If `snug` it is no wider than that needs.
    """
    colours, pad = kit.colours, kit.u(14)
    name = Label(
        kit, text or team_name(plan, team), width - 2 * pad, size=size, bold=True,
        colour=colours.on_navy, snug=snug,
    )  # fmt: skip
    tall = max(tall, name.rect.h + kit.u(10))
    box = Rect(0, 0, name.rect.w + 2 * pad, tall)
    plate = Panel(kit, box, colours.teams[team], line=colours.line, shadow=0, radius=12)
    name.at(pad, (tall - name.rect.h) // 2)
    plate.parts = [name]
    return plate


def scrolling_as(panel: Panel, name: str) -> Panel:
    """`panel`, whose scroll area forgets how far that of another moment was scrolled."""
    for part in panel.parts:
        if isinstance(part, ScrollArea):
            part.key_name = name
    return panel


class Cell(Widget):
    """One card that a team may show. A letter or a digit on the keyboard shows it, too."""

    stops = True

    def __init__(
        self, kit: Kit, sign: str, picks: tuple[str, ...], message: Pick, size: tuple[int, int],
        letters: float, on: bool,
    ) -> None:  # fmt: skip
        super().__init__(kit, size, message)
        self.on, self._picks, self._row = on, picks, message.row
        self.key_name = f"card {message.row} {message.pick}"
        ink = kit.colours.on_navy if on else kit.colours.ink
        label = Label(kit, sign, size[0], size=letters, bold=True, snug=True, colour=ink)
        label.at((size[0] - label.rect.w) // 2, (size[1] - label.rect.h) // 2)
        self.parts = [label]

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        fill = colours.teams[self._row] if self.on else colours.card_hot if self.hot else None
        edge = colours.edge + 1.5 if self.on else colours.edge
        kit.plate(surface, self.rect, fill or colours.card, colours.line, width=edge)

    def key(self, event: Event) -> Message | None:
        number = digit(event.key)
        place = int(number) - 1 if number else event.key - pygame.K_a
        if 0 <= place < len(self._picks):
            return Pick(self._row, self._picks[place])
        return Pick(self._row, "") if event.key in (pygame.K_MINUS, pygame.K_KP_MINUS) else None


class Count(Panel):
    """A number, large; digits typed here make a new one, and Enter goes on to the next row."""

    stops = True

    def __init__(self, kit: Kit, row: int, shown: str, width: int, tall: int) -> None:
        super().__init__(
            kit, Rect(0, 0, width, tall), kit.colours.card, line=kit.colours.line, shadow=0
        )
        self.row, self.key_name = row, f"count {row}"
        self.message = Further(row)
        number = Label(
            kit, shown, width - kit.u(8), size=SPEECH, bold=True, colour=kit.colours.navy,
            centred=True,
        )  # fmt: skip
        number.at(kit.u(4), (tall - number.rect.h) // 2)
        self.parts = [number]

    def key(self, event: Event) -> Message | None:
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            return Step(self.row, 1 if event.key == pygame.K_RIGHT else -1)
        if event.key == pygame.K_BACKSPACE:
            return Typed(self.row, "")
        sign = digit(event.key)
        return Typed(self.row, sign) if sign else None


def counter(kit: Kit, row: int, shown: str, width: int) -> Group:
    """A number between a button for less and one for more, `width` wide at most."""
    less = Button(kit, T("Less"), Step(row, -1), icon="minus", icon_only=True)
    more = Button(kit, T("More"), Step(row, 1), icon="plus", icon_only=True)
    less.key_name, more.key_name = f"less {row}", f"more {row}"
    gap = kit.u(8)
    wide = width - less.rect.w - more.rect.w - 2 * gap
    tall = max(less.rect.h, kit.letters(SPEECH * 1.5))
    count = Count(kit, row, shown, wide, tall)
    for part in (less, more):
        part.at(0, (tall - part.rect.h) // 2)
    count.at(less.rect.w + gap, 0)
    more.at(count.rect.right + gap, more.rect.y)
    return Group(kit, Rect(0, 0, width, tall), [less, count, more])


def digit(key: int) -> str:
    """The digit that a key types, on either block of the keyboard."""
    if pygame.K_0 <= key <= pygame.K_9:
        return str(key - pygame.K_0)
    if key == pygame.K_KP_0:
        return "0"
    return str(key - pygame.K_KP_1 + 1) if pygame.K_KP_1 <= key <= pygame.K_KP_9 else ""
