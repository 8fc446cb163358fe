"""An outline of a desk for those who cannot see it: what there is, and what it says and does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from game.window.desk import Desk
from game.window.widgets.base import Widget
from game.window.widgets.scroll import ScrollArea
from game.window.widgets.slider import Slider

ROOT = 0
TURNED = ("switch", "check box", "radio button")  # these are either on or off; others may be on
Box = tuple[int, int, int, int]  # left, top, right, bottom


class Entry(Struct, frozen=True):
    """One thing on the desk. `on` is None where nothing can be on or off."""

    number: int
    role: str
    name: str
    box: Box
    parts: tuple[int, ...] = ()
    enabled: bool = True
    on: bool | None = None
    value: tuple[int, int, int, int] | None = None  # of a track: value, least, most, step
    stops: bool = False


class Outline(Struct, frozen=True):
    """All entries, the window first, and the number of the one that has the focus."""

    entries: tuple[Entry, ...]
    focus: int


class Outliner:
    """Makes outlines in which a thing keeps its number as long as it stays the same thing."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._met: Counter[tuple[str, str]] = Counter()
        self.widgets: dict[int, Widget] = {}

    def outline(self, desk: Desk, title: str) -> Outline:
        """What is on `desk` now; afterwards `widgets` finds each by its number."""
        self._met.clear()
        self.widgets = {}
        entries: list[Entry] = []
        tops = self._walk(desk.widgets, entries)
        box = (0, 0, *desk.kit.size)
        numbers = {id(widget): number for number, widget in self.widgets.items()}
        focus = numbers.get(id(desk.focus), ROOT)
        return Outline((Entry(ROOT, "window", title, box, tuple(tops)), *entries), focus)

    def _walk(self, widgets: Sequence[Widget], entries: list[Entry]) -> list[int]:
        """Add what is among `widgets` and inside them; the numbers of the outermost."""
        found: list[int] = []
        for widget in widgets:
            role = role_of(widget)
            if not role:
                found += self._walk(widget.parts, entries)
                continue
            number = self._number(role, widget)
            self.widgets[number] = widget
            place = len(entries)
            inside = widget.parts if isinstance(widget, ScrollArea) else list(_nested(widget))
            parts = tuple(self._walk(inside, entries))
            entries.insert(place, _entry(widget, number, role, parts))
            found.append(number)
        return found

    def _number(self, role: str, widget: Widget) -> int:
        name = role, widget.key_name or widget.text()
        self._met[name] += 1
        return self._numbers.setdefault((*name, self._met[name]), len(self._numbers) + 1)


def role_of(widget: Widget) -> str:
    """What kind of thing it is to a reader, or "" if only what is inside it counts."""
    return widget.role or ("button" if widget.stops else "")


def _nested(widget: Widget) -> Iterator[Widget]:
    """What can be pressed inside something that says its own text."""
    for part in widget.parts:
        if part.stops:
            yield part
        else:
            yield from _nested(part)


def _entry(widget: Widget, number: int, role: str, parts: tuple[int, ...]) -> Entry:
    on = getattr(widget, "on", False) if role in TURNED else getattr(widget, "on", False) or None
    value = (
        (widget.value, widget.least, widget.most, widget.step)
        if isinstance(widget, Slider)
        else None
    )
    name = "" if isinstance(widget, ScrollArea) else widget.text()
    rect = widget.rect
    box = rect.left, rect.top, rect.right, rect.bottom
    return Entry(number, role, name, box, parts, widget.enabled, on, value, widget.stops)
