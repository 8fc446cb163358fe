"""Whoever has no mouse: keys and a controller's cross come everywhere, on every screen."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.window.desk import ARROWS, Desk
from game.window.widgets.scroll import ScrollArea
from tests.window import pilot as fly
from tests.window.claims import areas
from tests.window.pilot import SIZE

EASY = {"easy_letters": True}
LOOKS = [
    ("en", SIZE, {}),
    ("en", SIZE, {"text_scale": 1.5}),
    ("en", SIZE, {"text_scale": 2.0, **EASY}),
    ("en", SIZE, {"projector": True}),
    ("en", (960, 540), {}),
    ("zh_CN", SIZE, {"text_scale": 1.75, **EASY}),
    ("zh_CN", SIZE, {"text_scale": 2.0}),
    ("zh_CN", SIZE, {"text_scale": 2.0, "two_languages": True, "pinyin": "all"}),
    ("zh_CN", (640, 480), {"text_scale": 1.75, **EASY}),
]
SAME = ("less", "more")  # left and right on the number itself do what these two do


@pytest.mark.parametrize(("language", "size", "settings"), LOOKS)
def test_arrows_alone_come_everywhere(language, size, settings):
    pilot, _ = fly.player(language, size, **settings)
    for name in fly.every_screen(pilot):
        desk = pilot.app.top.desk
        missed = {id(stop): stop for stop in desk.stops() if not holds_stops(desk, stop)}
        for met in reached(desk):
            missed.pop(met, None)
        names = [n for stop in missed.values() if (n := stop.key_name).split()[0] not in SAME]

        assert not names, name


def test_a_page_key_scrolls_what_the_focus_is_in():
    pilot = fly.at("turn-mark", fly.at_trial("en", text_scale=2.0))
    desk = pilot.app.top.desk
    phrase = desk.focus
    document = next(a for a in areas(desk) if any(w is phrase for w in a.family()))

    pilot.key(pygame.K_PAGEDOWN)

    assert document.offset > 0
    assert all(area.offset == 0 for area in areas(desk) if area is not document)


def reached(desk: Desk) -> set[int]:
    """Everything to which arrows can bring the focus from where it is."""
    start, offsets = desk.focus, [(area, area.offset) for area in areas(desk)]
    met, todo = {id(start)}, [start]
    while todo:
        here = todo.pop()
        for key in ARROWS:
            desk.set_focus(here)
            press(desk, key)
            if desk.focus is not None and id(desk.focus) not in met:
                met.add(id(desk.focus))
                todo.append(desk.focus)
    desk.set_focus(start)
    for area, offset in offsets:
        area.scroll(offset - area.offset)
    return met


def press(desk: Desk, key: int) -> None:
    """Hold an arrow: an area scrolls to its end before the focus leaves it."""
    here = desk.focus
    for _ in range(80):
        desk.handle(Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        if desk.focus is not here or not isinstance(here, ScrollArea):
            return


def holds_stops(desk: Desk, widget: object) -> bool:
    """Whether it is an area to whose stops the arrows go instead."""
    if not isinstance(widget, ScrollArea):
        return False
    inside = list(widget.family())[1:]
    return any(stop in inside for stop in desk.stops())
