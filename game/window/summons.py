"""Keys that mean the same on every screen: help, pause, the teacher's panel, taking back."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.window.intents import Back, Go, Intent, TakeBack
from game.window.screens.base import Screen

KEYS = {
    pygame.K_F1: "help",
    pygame.K_F10: "teacher",
    pygame.K_p: "pause",
    pygame.K_PAUSE: "pause",
}


def summoned(event: Event, screen: Screen) -> Intent | None:
    """What `event` calls for while `screen` is on top; None if it is the screen's own affair."""
    if event.type != pygame.KEYDOWN:
        return None
    led = screen.leads and screen.table is not None and screen.table.lead is not None
    if event.key == pygame.K_z and led:
        return TakeBack()
    where = KEYS.get(event.key)
    if where is None or not (led or where == "help"):
        return Back() if where and where == screen.called else None
    return Back() if where == screen.called else Go(where)
