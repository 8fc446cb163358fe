"""The way to search the shelf: a field for words, and filters that open one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from game.scenario.words import T, Words
from game.window.doors import CaseShown
from game.window.kit import Kit
from game.window.screens.sought import Sought, options
from game.window.theme import SMALL
from game.window.widgets.base import Message, Widget
from game.window.widgets.button import Button
from game.window.widgets.field import TextField

# What each filter is called while it is not set.
FILTERS: Mapping[str, Words] = {
    "level": T("Any school"),
    "minutes": T("Any length"),
    "court": T("Any court"),
    "kind": T("Trials and exercises"),
}


class Typed(Struct, frozen=True):
    """The words that are looked for, and where the caret stands."""

    text: str
    caret: int


class Open(Struct, frozen=True):
    """Open a filter, or close it."""

    name: str


class Narrow(Struct, frozen=True):
    """Set a filter; to nothing, let everything through."""

    name: str
    value: str


class Everything(Struct, frozen=True):
    """Show the whole shelf again."""


class Found(Struct, frozen=True):
    """Leave the field for the first case that was found."""


def field(kit: Kit, width: int, sought: Sought, caret: int) -> TextField:
    """Where words are typed."""
    hint = T("Search: a word, a trick, a law")
    made = TextField(
        kit, width, sought.words, hint, Typed, Found(), caret=caret, icon="magnifier", size=SMALL
    )
    made.key_name = "search"
    return made


def filters(kit: Kit, sought: Sought, open_: str, cases: Sequence[CaseShown]) -> list[Widget]:
    """A button for each filter that has something to choose."""
    buttons: list[Widget] = []
    for name, anything in FILTERS.items():
        known = options(name, cases)
        if len(known) < 2:
            continue
        text = known.get(getattr(sought, name), anything)
        icon = "up" if name == open_ else "down"
        button = Button(kit, text, Open(name), icon=icon, size=SMALL, most=kit.stage.w // 2)
        button.on, button.key_name = bool(getattr(sought, name)), f"filter {name}"
        buttons.append(button)
    if sought != Sought():
        buttons.append(everything(kit, T("Show all")))
    return buttons


def choices(kit: Kit, sought: Sought, name: str, cases: Sequence[CaseShown]) -> list[Widget]:
    """What the filter `name`, which is open, can be set to."""
    rows: list[Widget] = []
    for value, text in {"": FILTERS[name], **options(name, cases)}.items():
        message: Message = Narrow(name, value)
        button = Button(kit, text, message, size=SMALL, most=kit.stage.w // 2)
        button.on, button.key_name = value == getattr(sought, name), f"narrow {value}"
        rows.append(button)
    return rows


def everything(kit: Kit, text: Words) -> Button:
    """A button that takes all filters away."""
    button = Button(kit, text, Everything(), icon="close", size=SMALL)
    button.key_name = "everything"
    return button
