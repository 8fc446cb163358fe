"""A page is the shape of menu screens: a heading with a way back, and a body that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from pygame import Rect

from game.scenario.words import T, Words
from game.window.intents import Back, Go
from game.window.kit import Kit
from game.window.theme import SPEECH
from game.window.widgets.base import Widget
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel
from game.window.widgets.scroll import ScrollArea

HELP_UP_TO = 1.25  # with larger text there is no room for a button that F1 replaces
Filled = Callable[[Rect], tuple[Sequence[Widget], int]]
Fit = Literal["box", "shrunk", "long"]


def page(
    kit: Kit,
    title: Words | str,
    body: Filled,
    *,
    box: Rect,
    fit: Fit = "box",
    foot: Widget | None = None,
    back: Button | None = None,
    helped: bool = True,
) -> tuple[Panel, ScrollArea]:
    """A panel in `box`: heading, way back, and what `body` lays from a rectangle on.

    `body` returns its widgets and the y below them. A panel that is shrunk to `fit` is no taller
    than that; one that is long is laid but once, for it will scroll. `foot` stands below it, at the
    right; another button may stand for the way `back`. Where there is room a button opens help,
    unless that is the page itself and not `helped`.
    """
    panel = Panel(kit, box)
    inner = box.inflate(-2 * kit.u(28), -2 * kit.u(16))
    button = back or Button(kit, T("Back"), Back(), icon="back")
    button.key_name = "back"
    button.at(inner.x, inner.y)
    aid = help_button(kit) if helped and kit.large <= HELP_UP_TO else None
    taken = aid.rect.w + kit.u(10) if aid is not None else 0
    heading = Label(
        kit,
        title,
        inner.right - button.rect.right - kit.u(20) - taken,
        size=SPEECH,
        bold=True,
        colour=kit.colours.navy,
    )
    heading.at(button.rect.right + kit.u(20), inner.y)
    head: list[Widget] = [button, heading]
    if aid is not None:
        aid.at(inner.right - aid.rect.w, inner.y)
        head.append(aid)
    tall = max(part.rect.h for part in head)
    for part in head:
        part.move(0, (tall - part.rect.h) // 2)
    top = inner.y + tall + kit.u(8)
    bottom = inner.bottom
    if foot is not None:
        foot.at(inner.right - foot.rect.w, inner.bottom - foot.rect.h)
        bottom = foot.rect.y - kit.u(8)
    area = scrolled(kit, Rect(inner.x, top, inner.w, bottom - top), body, long=fit == "long")
    area.key_name = "page"
    if fit == "shrunk" and not area.room:
        spare = area.rect.h - area.tall
        panel.rect.h -= spare
        area.rect.h = area.tall
        if foot is not None:
            foot.move(0, -spare)
    panel.parts = [*head, area, *([foot] if foot is not None else [])]
    return panel, area


def add_ways(kit: Kit, panel: Panel, ways: Callable[[bool], Sequence[Button]]) -> None:
    """Put `ways` to other pages right of the heading; asked to be brief where that is long."""
    back, heading = panel.parts[:2]
    assert isinstance(heading, Label)
    gap = kit.u(10)
    found = ways(False)
    if sum(way.rect.w + gap for way in found) > heading.rect.w - heading.layout.size[0]:
        found = ways(True)
    right = heading.rect.right
    for way in reversed(found):
        way.at(right - way.rect.w, back.rect.centery - way.rect.h // 2)
        right = way.rect.x - gap
    panel.parts[2:2] = found


def help_button(kit: Kit, *, bare: bool = False) -> Button:
    """The button that says what to do now, as F1 does."""
    button = Button(kit, T("Help"), Go("help"), icon="question", bare=bare, icon_only=True)
    button.key_name = "help"
    return button


def scrolled(kit: Kit, box: Rect, body: Filled, *, long: bool = False) -> ScrollArea:
    """A scroll area in `box` with what `body` lays.

    The bar takes its strip only if it must, or if the body is `long` anyway.
    """
    area = ScrollArea(kit, box)
    edge = kit.u(8)
    for inside in (area.inner,) if long else (box, area.inner):
        spot = Rect(inside.x + edge, inside.y + edge, inside.w - 2 * edge, inside.h)
        parts, below = body(spot)
        area.hold(parts, below - box.y + edge)
        if not area.room:
            break
    return area
