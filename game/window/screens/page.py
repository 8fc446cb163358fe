"""A page is the shape of menu screens: a heading with a way back, and a body that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.scenario.words import T, Words
from game.window.intents import Back
from game.window.kit import Kit
from game.window.theme import SPEECH
from game.window.widgets.base import Widget
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel
from game.window.widgets.scroll import ScrollArea

Filled = Callable[[Rect], tuple[Sequence[Widget], int]]


def page(
    kit: Kit,
    title: Words | str,
    body: Filled,
    *,
    box: Rect,
    shrink: bool = False,
    foot: Widget | None = None,
    back: Button | None = None,
) -> tuple[Panel, ScrollArea]:
    """A panel in `box`: heading, way back, and what `body` lays from a rectangle on.

    `body` returns its widgets and the y below them. With `shrink` the panel is no taller than that;
    `foot` stands below it, at the right; another button may stand for the way `back`.
    """
    panel = Panel(kit, box)
    inner = box.inflate(-2 * kit.u(28), -2 * kit.u(16))
    button = back or Button(kit, T("Back"), Back(), icon="back")
    button.key_name = "back"
    button.at(inner.x, inner.y)
    heading = Label(
        kit,
        title,
        inner.right - button.rect.right - kit.u(20),
        size=SPEECH,
        bold=True,
        colour=kit.colours.navy,
    )
    heading.at(button.rect.right + kit.u(20), inner.y)
    tall = max(button.rect.h, heading.rect.h)
    for part in (button, heading):
        part.move(0, (tall - part.rect.h) // 2)
    top = inner.y + tall + kit.u(8)
    bottom = inner.bottom
    if foot is not None:
        foot.at(inner.right - foot.rect.w, inner.bottom - foot.rect.h)
        bottom = foot.rect.y - kit.u(8)
    area = scrolled(kit, Rect(inner.x, top, inner.w, bottom - top), body)
    area.key_name = "page"
    if shrink and not area.room:
        panel.rect.h -= area.rect.h - area.tall
        area.rect.h = area.tall
    panel.parts = [button, heading, area, *([foot] if foot is not None else [])]
    return panel, area


def scrolled(kit: Kit, box: Rect, body: Filled) -> ScrollArea:
    """A scroll area in `box` with what `body` lays; the bar takes its strip only if it must."""
    area = ScrollArea(kit, box)
    edge = kit.u(8)
    for inside in (box, area.inner):
        spot = Rect(inside.x + edge, inside.y + edge, inside.w - 2 * edge, inside.h)
        parts, below = body(spot)
        area.hold(parts, below - box.y + edge)
        if not area.room:
            break
    return area
