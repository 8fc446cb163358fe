"""An answer in the making: what has been picked so far, and how to show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame
from msgspec import Struct
from pygame import Rect

from game.scenario.words import T
from game.trial.terms import role_name
from game.trial.view import Turn, View
from game.window.intents import Look, Tell
from game.window.kit import Kit
from game.window.screens.stage import name_plate
from game.window.widgets.base import Message, Widget
from game.window.widgets.button import Button
from game.window.widgets.panel import Panel


class Tick(Struct, frozen=True):
    """Something that was offered is pressed."""

    pick: str


class MoreHelp(Struct, frozen=True):
    """The next hint is wanted."""


class Done(Struct, frozen=True):
    """The answer is finished."""


Picks = tuple[str, ...]


class Answering:
    """One kind of turn. It lives through new layouts; `again` asks for one."""

    peopled = True  # whether a portrait may stand behind the panel

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.hinted = 0  # how many hints have been given
        self.again = False

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        """The widgets of this turn in `room`."""
        raise NotImplementedError

    def keys(self) -> Mapping[int, Widget]:
        """What the digits press."""
        return {}

    def first(self) -> Widget | None:
        """What has the focus to begin with."""
        return None

    def hint(self) -> Tell | None:
        """One hint more than before, beneath those that were given; None where there are none."""
        hints = self.turn.hints
        if not hints:
            return None
        self.hinted = min(self.hinted + 1, len(hints))
        title = T("Hint {n} of {of}", n=self.hinted, of=len(hints))
        return Tell(title, "\n\n".join(hints[: self.hinted]))

    def moving(self) -> Sequence[Widget]:
        """What moves by itself."""
        return ()

    def on(self, message: Message) -> Picks | None:
        """Take in `message`; the picks once the answer is given."""
        raise NotImplementedError


def whose_turn(kit: Kit, view: View, room: Rect) -> Panel:
    """The plate that says that this seat has to answer."""
    yours = T("Your turn: {role}", role=role_name(view.role, view.case.proceeding))
    return name_plate(kit, yours, kit.colours.burgundy, room, icon="hand")


def confirm(kit: Kit, ready: bool) -> Button:
    """The button that gives the answer."""
    button = Button(kit, T("Confirm"), Done(), icon="check", strong=True)
    button.enabled, button.key_name = ready, "confirm"
    return button


def aids(kit: Kit, view: View, turn: Turn) -> list[Widget]:
    """Buttons for a hint and for what the turn is about, as far as there are any."""
    return [*hint_button(kit, turn), *_look_up(kit, view, turn), *_law(kit, view, turn)]


def hint_button(kit: Kit, turn: Turn) -> list[Widget]:
    """The button that asks for a hint, if there is one."""
    if not turn.hints:
        return []
    button = Button(kit, T("Hint"), MoreHelp(), icon="lightbulb")
    button.key_name = "hint"
    return [button]


def _look_up(kit: Kit, view: View, turn: Turn) -> list[Widget]:
    exhibit = next((e for e in view.exhibits if e.id == turn.exhibit), None)
    if exhibit is not None:
        text = T("Exhibit {n}", n=exhibit.number)
        button = Button(kit, text, Look("exhibits", exhibit.id), icon="magnifier")
    elif document := next((d for d in view.documents if d.id == turn.document), None):
        button = Button(kit, T("Read it again"), Look("documents", document.id), icon="magnifier")
    else:
        return []
    button.key_name = "look"
    return [button]


def _law(kit: Kit, view: View, turn: Turn) -> list[Widget]:
    """The button for the card that the turn is decided by, if there is one."""
    if all(law.id != turn.law for law in view.laws):
        return []
    button = Button(kit, T("The law"), Look("laws", turn.law), icon="book")
    button.key_name = "law"
    return [button]


def digits(widgets: Sequence[Widget]) -> dict[int, Widget]:
    """The first nine under the keys 1 to 9, on both blocks of the keyboard."""
    keys: dict[int, Widget] = {}
    for number, widget in enumerate(widgets[:9], 1):
        keys[ord(str(number))] = widget
        keys[pygame.K_KP_1 + number - 1] = widget
    return keys
