"""What holds on every screen, in both languages, at several sizes, text scales and palettes."""

from __future__ import annotations

import random

import pygame
import pytest
from pygame import Rect

from game.window.screens.stage import PLATE
from game.window.widgets.label import Label
from tests.window import pilot as fly
from tests.window.pilot import SIZE

LOOKS = [
    ("en", SIZE, {}),
    ("zh_CN", SIZE, {"text_scale": 2.0}),
    ("en", (1920, 1080), {"text_scale": 2.0, "contrast": True}),
    ("en", (960, 540), {"text_scale": 1.5}),
    ("en", SIZE, {"text_scale": 2.0, "easy_letters": True}),
    ("zh_CN", (1024, 768), {"contrast": True}),
    ("en", SIZE, {"two_languages": True, "text_scale": 2.0}),
    ("zh_CN", (1366, 768), {"two_languages": True}),
    ("zh_CN", SIZE, {"text_scale": 2.0, "pinyin": "all"}),
]
IDS = [
    "plain", "chinese large", "full hd", "small", "easy letters", "letterbox", "two large", "two",
    "pinyin",
]  # fmt: skip
each_look = pytest.mark.parametrize(("language", "size", "settings"), LOOKS, ids=IDS)


@each_look
def test_nothing_is_cut_off_and_what_can_be_pressed_is_large_enough(language, size, settings):
    """Three looks at each screen in one tour, which is what takes the time."""
    pilot, _ = fly.player(language, size, **settings)
    for name in fly.every_screen(pilot):
        nothing_sticks_out(pilot, name)
        no_letters_leave_their_label(pilot, name)
        all_is_large_enough_for_a_finger(pilot, name)


def nothing_sticks_out(pilot, name):
    stage = pilot.app.kit.stage
    for widget in pilot.app.top.desk.widgets:
        stray = list(fly.outside(widget, Rect(widget.rect)))

        assert not stray, (name, [(w.text(), w.rect, frame) for w, frame in stray])
        plates = [part for part in widget.parts if part.key_name == PLATE]
        assert all(stage.contains(w.rect) for w in (widget, *plates)), (name, widget.rect)


def no_letters_leave_their_label(pilot, name):
    labels = [w for w in pilot.app.top.desk.family() if isinstance(w, Label)]

    assert all(w.layout.size[0] <= w.rect.w + 1 for w in labels), name
    assert all(w.layout.size[1] <= w.rect.h for w in labels), name


def all_is_large_enough_for_a_finger(pilot, name):
    least = round(44 * pilot.app.kit.factor)
    for widget in pilot.app.top.desk.stops():
        if not hasattr(widget, "pieces") and not hasattr(widget, "offset"):
            assert min(widget.rect.size) >= least, (name, widget.text(), widget.rect)


@each_look
def test_tab_reaches_everything_and_comes_back(language, size, settings):
    pilot, _ = fly.player(language, size, **settings)
    for name in fly.every_screen(pilot):
        desk = pilot.app.top.desk
        stops = desk.stops()
        met = []
        for _ in stops:
            pilot.key(pygame.K_TAB)
            met.append(desk.focus)

        assert set(map(id, met)) == set(map(id, stops)), name
        pilot.key(pygame.K_TAB, pygame.KMOD_SHIFT)
        assert desk.focus is stops[stops.index(met[-1]) - 1]


@each_look
def test_an_idle_screen_paints_nothing(language, size, settings):
    pilot, _ = fly.player(language, size, **settings)
    for name in fly.every_screen(pilot):
        pilot.look()
        for _ in range(3):
            pilot.now += 0.5
            pilot.app.update(pilot.now)

            assert not pilot.app.moving, name
            assert pilot.app.paint(pilot.surface) == [], name


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_painting_bit_by_bit_equals_painting_everything(language, seed):
    chance = random.Random(seed)
    scale, pinyin = chance.choice((1.0, 1.5)), chance.choice(("none", "all"))
    two = seed > 2
    pilot = fly.at_trial(language, text_scale=scale, pinyin=pinyin, two_languages=two)
    for _ in range(160):
        stir(pilot, chance)
        pilot.now += chance.choice((0.0, 0.02, 0.4))
        pilot.app.update(pilot.now)
        pilot.app.paint(pilot.surface)
        bit_by_bit = pilot.surface.copy()
        pilot.app.kit.stale.clear()

        assert fly.difference(bit_by_bit, fly.whole(pilot)) is None


def stir(pilot, chance):
    """One random thing that a player may do."""
    spot = (chance.randrange(SIZE[0]), chance.randrange(60, SIZE[1]))
    match chance.randrange(8):
        case 0 | 1:
            fly.mouse(pilot, pygame.MOUSEMOTION, spot)
        case 2:
            pilot.click(spot)
        case 3:
            fly.mouse(pilot, pygame.MOUSEBUTTONDOWN, spot)
            fly.mouse(pilot, pygame.MOUSEMOTION, (spot[0], max(60, spot[1] - 90)))
            fly.mouse(pilot, pygame.MOUSEBUTTONUP, (spot[0], max(60, spot[1] - 90)))
        case 4:
            wheel = pygame.event.Event(pygame.MOUSEWHEEL, y=chance.choice((-2, 1)), x=0)
            pilot.app.handle(wheel)
        case 5:
            pilot.key(pygame.K_TAB)
        case 6:
            pilot.key(chance.choice((pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT)))
        case _:
            pilot.key(chance.choice((pygame.K_RETURN, pygame.K_1, pygame.K_2, pygame.K_SPACE)))
    if pilot.app.top.overlay:
        pilot.key(pygame.K_ESCAPE)
