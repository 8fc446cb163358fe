"""What holds on every screen, in both languages, at several sizes, text scales and palettes."""

from __future__ import annotations

import random
from functools import cache

import pygame
import pytest

from tests.window import pilot as fly
from tests.window.claims import CLAIMS
from tests.window.pilot import SIZE

LOOKS = {
    "plain": ("en", SIZE, {}),
    "chinese large": ("zh_CN", SIZE, {"text_scale": 2.0}),
    "full hd": ("en", (1920, 1080), {"text_scale": 2.0, "contrast": True}),
    "small": ("en", (960, 540), {"text_scale": 1.5}),
    "easy letters": ("en", SIZE, {"text_scale": 2.0, "easy_letters": True}),
    "letterbox": ("zh_CN", (1024, 768), {"contrast": True}),
    "two large": ("en", SIZE, {"two_languages": True, "text_scale": 2.0}),
    "two": ("zh_CN", (1366, 768), {"two_languages": True}),
    "pinyin": ("zh_CN", SIZE, {"text_scale": 2.0, "pinyin": "all"}),
}
each_look = pytest.mark.parametrize(
    "look", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in LOOKS]
)


@cache
def against(look):
    """What speaks against each claim, by its name, on a tour of all screens with this look."""
    language, size, settings = LOOKS[look]
    pilot, _ = fly.player(language, size, **settings)
    found = {claim.__name__: [] for claim in CLAIMS}
    for name in fly.every_screen(pilot):
        for claim in CLAIMS:
            found[claim.__name__] += [(name, what) for what in claim(pilot)]
    return found


@each_look
@pytest.mark.parametrize("claim", [claim.__name__ for claim in CLAIMS])
def test_it_holds_on_every_screen(look, claim):
    assert against(look)[claim] == []


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
