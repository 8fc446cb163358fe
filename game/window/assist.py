"""Screen readers hear the desk through `accesskit` (the extra `accesskit`), where it is installed.

They ask from threads of their own; all that is done with the game happens in the loop.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol

import pygame
from pygame.event import Event

from game.window.outline import Entry, Outline, Outliner

if TYPE_CHECKING:
    from game.window.desk import Desk

STEPS = {"INCREMENT": pygame.K_RIGHT, "DECREMENT": pygame.K_LEFT}
Wish = tuple[str, int]  # the name of an action, and the number of the thing


class Adapter(Protocol):
    """What tells the system about the tree, and only if somebody listens."""

    def update_if_active(self, update_factory: Any) -> Any: ...


def can_assist() -> bool:
    """Whether `accesskit` is installed; it is not imported for that."""
    return find_spec("accesskit") is not None


def before_shown() -> bool:
    """Whether the window must be dressed for readers before anybody sees it."""
    return can_assist() and sys.platform in ("win32", "darwin")


class Assistant:
    """Tells readers what is on the desk whenever that has changed, and gathers what they want."""

    def __init__(self, title: str, adapter: Adapter | None = None) -> None:
        """Meet the system; nothing is told where `accesskit` is missing."""
        self.title = title
        self._outliner = Outliner()
        self._last: Outline | None = None
        self._listening = False
        self._wishes: SimpleQueue[Wish] = SimpleQueue()
        self._adapter = adapter or (_adapter(self) if can_assist() else None)

    # from any thread

    def begin(self) -> None:
        """Somebody listens; the loop will tell the tree."""
        self._last, self._listening = None, True

    def wish(self, request: Any) -> None:
        """Somebody wants something done; the loop will do it."""
        name = str(request.action).rpartition(".")[2].upper()
        self._wishes.put((name, int(request.target)))

    def end(self) -> None:
        self._listening = False

    # from the loop

    def tell(self, desk: Desk, *, painted: bool) -> bool:
        """Tell what is on `desk` if somebody listens and it has changed; whether they heard it.

        Nothing changes on a desk without being painted.
        """
        if self._adapter is None or not self._listening:
            return False
        if not painted and self._last is not None:
            return False
        outline = self._outliner.outline(desk, self.title)
        if outline == self._last:
            return False
        events = self._adapter.update_if_active(lambda: self._told(outline))
        if events is not None:
            events.raise_events()
        return self._last is outline

    def _told(self, outline: Outline) -> Any:
        """The tree of `outline`; it counts as told only now, as the system may not be ready."""
        self._last = outline
        return tree(outline)

    def wishes(self, desk: Desk) -> list[Event]:
        """The keys that do what readers have asked for; the focus is where they mean."""
        keys: list[Event] = []
        while True:
            try:
                name, number = self._wishes.get_nowait()
            except Empty:
                return keys
            widget = self._outliner.widgets.get(number)
            if widget is None or not any(widget is stop for stop in desk.stops()):
                continue
            desk.set_focus(widget)
            if name == "CLICK":
                keys.append(_key(pygame.K_RETURN))
            elif name in STEPS:
                keys.append(_key(STEPS[name]))

    def window_focus(self, focused: bool) -> None:
        """The window has come to the front, or gone from it."""
        for name in ("update_window_focus_state", "update_view_focus_state"):
            if (told := getattr(self._adapter, name, None)) is not None:
                events = told(focused)
                if events is not None:
                    events.raise_events()


def _adapter(assistant: Assistant) -> Adapter:
    kit: Any = import_module("accesskit")
    if sys.platform == "win32":
        window = pygame.display.get_wm_info()["window"]
        made = kit.windows.SubclassingAdapter(window, assistant.begin, assistant.wish)
    elif sys.platform == "darwin":
        window = pygame.display.get_wm_info()["window"]
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        made = kit.macos.SubclassingAdapter.for_window(window, assistant.begin, assistant.wish)
    else:
        made = kit.unix.Adapter(assistant.begin, assistant.wish, assistant.end)
    adapter: Adapter = made
    return adapter


def tree(outline: Outline) -> Any:
    """The outline as accesskit has it."""
    kit: Any = import_module("accesskit")
    update = kit.TreeUpdate(outline.focus)
    update.tree = kit.Tree(outline.entries[0].number)
    update.nodes = [(entry.number, _node(kit, entry)) for entry in outline.entries]
    return update


def _node(kit: Any, entry: Entry) -> Any:
    node = kit.Node(getattr(kit.Role, entry.role.upper().replace(" ", "_")))
    node.set_bounds(kit.Rect(*map(float, entry.box)))
    node.set_children(list(entry.parts))
    if entry.role == "label":
        node.set_value(entry.name)
    elif entry.name:
        node.set_label(entry.name)
    if not entry.enabled:
        node.set_disabled()
    elif entry.stops:
        node.add_action(kit.Action.FOCUS)
        node.add_action(kit.Action.CLICK)
    if entry.on is not None:
        node.set_toggled(kit.Toggled.TRUE if entry.on else kit.Toggled.FALSE)
    if entry.value is not None:
        value, least, most, step = map(float, entry.value)
        node.set_numeric_value(value)
        node.set_min_numeric_value(least)
        node.set_max_numeric_value(most)
        node.set_numeric_value_step(step)
        node.add_action(kit.Action.INCREMENT)
        node.add_action(kit.Action.DECREMENT)
    return node


def _key(key: int) -> Event:
    return Event(pygame.KEYDOWN, key=key, mod=0, unicode="")
