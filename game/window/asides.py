"""Shots of what stands beside a trial: help, the pause, the teacher's panel, the replay."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.window.intents import Back, Go, Home, Watch
from game.window.shots import Player

HELPED = ("line-said", "turn-mark", "turn-choose")


def beside(player: Player, kind: str) -> Iterator[str]:
    """Name each picture of what can be opened at a moment of this `kind`."""
    if kind in HELPED:
        player.key(pygame.K_F1)
        yield f"{kind}-help"
        player.key(pygame.K_F1)
    if kind == "turn-choose":
        player.key(pygame.K_p)
        yield "pause"
        player.key(pygame.K_p)
        player.key(pygame.K_F10)
        yield "teacher"
        for key in (pygame.K_1, pygame.K_2):
            player.key(key, unicode=chr(key))
        yield "teacher-plan"
        player.app.do(Back())


def again(player: Player) -> Iterator[str]:
    """Name each picture of a trial that is watched again."""
    app = player.app
    app.do(Home())
    app.do(Go("replays"))
    yield "replays"
    if finished := app.doors.finished():
        app.do(Watch(finished[0].name))
        for _ in range(2):
            player.key(pygame.K_PAGEDOWN)
        yield "replay"
