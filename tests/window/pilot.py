"""Drives an app for tests: the smallest real thing, on a plain surface, with a clock of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.session.reports import last_words
from game.window.class_play.tour import class_tour
from game.window.intents import Back, Begin, Go, Look, OpenCase, Watch
from game.window.screens.debrief import TABS
from game.window.screens.stage import PLATE
from game.window.screens.trial import TrialScreen
from game.window.shots import Player, begin_answer, finish_answer, moment, search_in_vain
from game.window.widgets.base import Widget
from game.window.widgets.scroll import ScrollArea
from tests.window.sample import CASE_ID
from tests.window.views import SampleDoors

SIZE = (1280, 720)


def player(
    language: str = "en", size: tuple[int, int] = SIZE, **settings: object
) -> tuple[Player, SampleDoors]:
    """An app on the sample case, at its title."""
    doors = SampleDoors(language, **settings)
    return Player(doors, size), doors


def at_trial(language: str = "en", size: tuple[int, int] = SIZE, **settings: object) -> Player:
    """An app at the beginning of the sample trial."""
    from game.scenario.steps import Role

    pilot, _ = player(language, size, **settings)
    pilot.app.do(Begin(CASE_ID, Role.JUDGE, None, "turn"))
    pilot.look()
    return pilot


def at(kind: str, pilot: Player) -> Player:
    """Play on until the moment called `kind`."""
    for name in moments(pilot):
        if name == kind:
            return pilot
    raise AssertionError(f"never came to {kind}")


def moments(pilot: Player) -> Iterator[str]:
    """Play a trial to its end, naming each moment before it is answered."""
    while isinstance(screen := pilot.app.top, TrialScreen):
        pilot.look()
        name = moment(screen)
        yield name
        if screen.answering:
            begin_answer(pilot)
            yield f"{name} begun"
            finish_answer(pilot)
        else:
            pilot.key(pygame.K_RETURN)


def every_screen(pilot: Player) -> Iterator[str]:
    """Go through all screens, from the title to the debrief."""
    from game.scenario.steps import Role

    yield "title"
    for intent, name in (
        (Go("help"), "help"),
        (Go("replays"), "replays"),
        (Watch("sample"), "replay"),
        (Go("settings"), "settings"),
        (Go("library"), "library"),
        (OpenCase(CASE_ID), "case file"),
    ):
        pilot.app.do(intent)
        yield name
        if name == "library":
            yield from search_in_vain(pilot)
    pilot.app.do(Begin(CASE_ID, Role.JUDGE, None, "turn"))
    pilot.look()
    for where in ("help", "pause", "teacher"):
        pilot.app.do(Go(where))
        yield f"trial {where}"
        pilot.app.do(Back())
    yield from moments(pilot)
    for tab in ("people", "exhibits", "documents", "laws", "transcript", "glossary"):
        pilot.app.do(Look(tab))
        yield f"record {tab}"
        pilot.key(pygame.K_ESCAPE)
    for tab in TABS:
        pilot.press(f"tab {tab}")
        yield f"debrief {tab}"
    for where in ("certificate", "learned", "forget"):
        pilot.app.do(Go(where))
        yield where
    yield from class_tour(pilot, Begin(CASE_ID, Role.JUDGE, None, "turn"))
    pilot.app.crashed(last_words(ValueError(), Path("reports", "2026-11-24-101500.txt")))
    yield "crash"


def pressed(pilot: Player, key: int, times: int = 1, mod: int = 0) -> None:
    for _ in range(times):
        pilot.key(key, mod)


def mouse(pilot: Player, kind: int, spot: tuple[int, int]) -> None:
    """One event of the left mouse button, or a movement."""
    more = {"button": 1} if kind != pygame.MOUSEMOTION else {"rel": (0, 0), "buttons": (0, 0, 0)}
    pilot.app.handle(Event(kind, pos=spot, **more))


def whole(pilot: Player) -> Surface:
    """The present screen painted anew from nothing."""
    surface = Surface(pilot.surface.get_size(), 0, 32)
    pilot.app.kit.stale.append(surface.get_rect())
    pilot.app.top.paint(surface)
    return surface


def difference(one: Surface, other: Surface) -> Rect | None:
    """Where two pictures differ, or None."""
    mask = pygame.mask.from_threshold(one, (0, 0, 0), (1, 1, 1, 255), other)
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else None


def outside(widget: Widget, frame: Rect) -> Iterator[tuple[Widget, Rect]]:
    """Every widget that sticks out of its parent, whose rectangle is `frame`."""
    inside = frame
    if isinstance(widget, ScrollArea):
        inside = Rect(widget.rect.x, widget.rect.y, widget.rect.w, 10**6)
        inside.y -= widget.offset
    for part in widget.parts:
        if part.key_name != PLATE and not inside.contains(part.rect):
            yield part, inside
        yield from outside(part, part.rect if part.parts else inside)
