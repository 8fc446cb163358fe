"""What is claimed of every screen: each yields what speaks against it on the one that is shown.

They are tried one after the other on one tour, in the order in which they stand in CLAIMS, for the
tour is what takes the time. Whatever moves the focus puts it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pygame
from pygame import Rect

from game.window.desk import Desk
from game.window.screens.stage import PLATE
from game.window.shots import Player
from game.window.widgets.label import Label, Phrase
from game.window.widgets.panel import Veil
from game.window.widgets.scroll import ScrollArea
from tests.window import pilot as fly

FINGER = 44  # pixels at 720p
Claim = Callable[[Player], Iterator[object]]


def enter_does_something(pilot: Player) -> Iterator[object]:
    desk = pilot.app.top.desk
    if desk.focus is None and desk.anywhere is None:
        yield "nothing has the focus"


def nothing_sticks_out(pilot: Player) -> Iterator[object]:
    stage = pilot.app.kit.stage
    for widget in pilot.app.top.desk.widgets:
        for stray, frame in fly.outside(widget, Rect(widget.rect)):
            yield stray.text(), stray.rect, frame
        plates = [part for part in widget.parts if part.key_name == PLATE]
        yield from (w.rect for w in (widget, *plates) if not stage.contains(w.rect))


def no_letters_leave_their_label(pilot: Player) -> Iterator[object]:
    for label in pilot.app.top.desk.family():
        if isinstance(label, Label):
            wide, high = label.layout.size
            if wide > label.rect.w + 1 or high > label.rect.h:
                yield label.text(), label.layout.size, label.rect


def nothing_to_press_lies_on_words(pilot: Player) -> Iterator[object]:
    for parent in pilot.app.top.desk.family():
        pressed = [one for one in parent.parts if one.stops and not isinstance(one, Label)]
        for label in parent.parts:
            if isinstance(label, Label):
                written = Rect(label.rect.topleft, label.layout.size)
                on = written.collidelist([one.rect for one in pressed])
                if on >= 0:
                    yield label.text(), pressed[on].text()


def all_is_large_enough_for_a_finger(pilot: Player) -> Iterator[object]:
    least = round(FINGER * pilot.app.kit.factor)
    for widget in pilot.app.top.desk.stops():
        is_of_pieces = hasattr(widget, "pieces") or hasattr(widget, "offset")
        if not is_of_pieces and min(widget.rect.size) < least:
            yield widget.text(), widget.rect


def a_phrase_is_as_high_as_a_fingertip(pilot: Player) -> Iterator[object]:
    """Unless another phrase is nearer."""
    reach = round(FINGER * pilot.app.kit.factor) // 2
    for phrase in phrases(pilot):
        for piece in phrase.pieces:
            for spot in edges(piece, reach):
                nearer = any(other.off(spot) < phrase.off(spot) for other in phrase.rivals)
                if not (phrase.hits(spot) or nearer):
                    yield phrase.text(), spot


def the_keyboard_presses_whatever_a_click_does(pilot: Player) -> Iterator[object]:
    for widget in pilot.app.top.desk.family():
        if widget.message is not None and not isinstance(widget, Veil) and not widget.stops:
            yield widget.text()


def nothing_is_painted_while_idle(pilot: Player) -> Iterator[object]:
    pilot.look()
    for _ in range(3):
        pilot.now += 0.5
        pilot.app.update(pilot.now)
        if pilot.app.moving or pilot.app.paint(pilot.surface):
            yield pilot.now


def tab_reaches_everything_and_comes_back(pilot: Player) -> Iterator[object]:
    desk = pilot.app.top.desk
    stops = desk.stops()
    met = []
    with put_back(pilot):
        for _ in stops:
            pilot.key(pygame.K_TAB)
            met.append(desk.focus)
        if set(map(id, met)) != set(map(id, stops)):
            yield "missed", [stop.key_name for stop in stops if stop not in met]
        pilot.key(pygame.K_TAB, pygame.KMOD_SHIFT)
        if desk.focus is not stops[stops.index(met[-1]) - 1]:
            yield "does not go back", desk.focus


CLAIMS: tuple[Claim, ...] = (
    enter_does_something,
    nothing_sticks_out,
    no_letters_leave_their_label,
    nothing_to_press_lies_on_words,
    all_is_large_enough_for_a_finger,
    a_phrase_is_as_high_as_a_fingertip,
    the_keyboard_presses_whatever_a_click_does,
    nothing_is_painted_while_idle,
    tab_reaches_everything_and_comes_back,
)


def phrases(pilot: Player) -> list[Phrase]:
    return [w for w in pilot.app.top.desk.family() if isinstance(w, Phrase)]


def edges(piece: Rect, reach: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The outermost points above and below the middle of a piece that a finger may mean."""
    x, y = piece.center
    return (x, y - reach + 1), (x, y + reach - 1)


def areas(desk: Desk) -> list[ScrollArea]:
    return [widget for widget in desk.family() if isinstance(widget, ScrollArea)]


@contextmanager
def put_back(pilot: Player) -> Iterator[None]:
    """Afterwards the focus and what is scrolled are where they were."""
    desk, keyboard = pilot.app.top.desk, pilot.app.kit.keyboard
    start, offsets = desk.focus, [(area, area.offset) for area in areas(desk)]
    yield
    desk.set_focus(start)
    for area, offset in offsets:
        area.scroll(offset - area.offset)
    pilot.app.kit.keyboard = keyboard
    pilot.look()
