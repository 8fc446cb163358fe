"""Fingers: everything is as large as a fingertip, and lists follow the hand."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.window.intents import Go
from game.window.widgets.scroll import ScrollArea
from tests.window import pilot as fly
from tests.window.claims import phrases


def test_between_two_phrases_the_nearer_one_is_meant():
    pilot = fly.at("turn-mark", fly.at_trial("en"))
    met = 0
    for phrase in phrases(pilot):
        for rival in phrase.rivals:
            if rival is not phrase:
                met += 1
                for piece in rival.pieces:
                    assert not phrase.hits(piece.center)
    assert met


def test_a_list_follows_the_finger_and_nothing_is_pressed():
    pilot, _ = fly.player("en", text_scale=2.0)
    pilot.app.do(Go("settings"))
    area = pilot.app.top.desk.find("page")
    button = pilot.app.top.desk.find("size 1.5")
    kept = pilot.app.settings
    stroke(pilot, button.rect.center, 120)

    assert area.offset == 120
    assert pilot.app.settings == kept


def test_nothing_stays_warm_where_a_finger_was():
    pilot, _ = fly.player("en")
    pilot.app.do(Go("settings"))
    desk = pilot.app.top.desk
    spot = desk.find("motion").rect.center
    finger(pilot, pygame.MOUSEMOTION, spot)
    assert desk.find("motion").hot
    finger(pilot, pygame.MOUSEBUTTONDOWN, spot)
    finger(pilot, pygame.MOUSEBUTTONUP, spot)

    assert not any(widget.hot for widget in desk.family())


def test_a_card_that_is_dragged_to_the_edge_takes_the_list_along():
    pilot = fly.at("turn-order", fly.at_trial("en", text_scale=2.0))
    desk = pilot.app.top.desk
    area = next(w for w in desk.family() if isinstance(w, ScrollArea) and w.room)
    first = pilot.app.top.answer.order[0]
    row = desk.find(first)
    area.reveal(row)
    before = area.offset
    finger(pilot, pygame.MOUSEBUTTONDOWN, (row.rect.x + 60, row.rect.y + 20))
    for _ in range(120):
        finger(pilot, pygame.MOUSEMOTION, (row.rect.x + 60, area.rect.bottom - 4))
    finger(pilot, pygame.MOUSEBUTTONUP, (row.rect.x + 60, area.rect.bottom - 4))

    assert area.offset == area.room > before
    assert pilot.app.top.answer.order[-1] == first


def finger(pilot, kind, spot):
    """SDL tells of a finger as of a mouse, and says that it was one."""
    more = {"button": 1} if kind != pygame.MOUSEMOTION else {"rel": (0, 0), "buttons": (1, 0, 0)}
    pilot.app.handle(Event(kind, pos=spot, touch=True, **more))


def stroke(pilot, start, far):
    """Put a finger down, draw it up by `far`, and lift it."""
    x, y = start
    finger(pilot, pygame.MOUSEBUTTONDOWN, start)
    for step in range(1, 11):
        finger(pilot, pygame.MOUSEMOTION, (x, y - far * step // 10))
    finger(pilot, pygame.MOUSEBUTTONUP, (x, y - far))
