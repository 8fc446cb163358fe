"""Five screens are exactly as they were when somebody last looked at them (`pytest --renew`)."""

from __future__ import annotations

import sys
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from game.window.intents import Go, OpenCase
from tests.window import pilot as fly
from tests.window.sample import CASE_ID

GOLDENS = Path(__file__).parent / "goldens"


def title():
    pilot, _ = fly.player("zh_CN")
    return pilot


def case_file():
    pilot, _ = fly.player("en")
    pilot.app.do(Go("library"))
    pilot.app.do(OpenCase(CASE_ID))
    return pilot


def speech():
    return fly.at("line-said", fly.at_trial("en"))


def phone():
    return fly.at("turn-mark begun", fly.at_trial("zh_CN"))


def board_large():
    return fly.at("turn-pair begun", fly.at_trial("en", text_scale=2.0, contrast=True))


@pytest.mark.skipif(sys.platform != "linux", reason="letters differ a little elsewhere")
@pytest.mark.parametrize("scene", [title, case_file, speech, phone, board_large])
def test_the_picture_is_the_same(scene, renew, tmp_path):
    picture = scene().look()
    file = GOLDENS / f"{scene.__name__}.png"
    if renew:
        GOLDENS.mkdir(exist_ok=True)
        pygame.image.save(picture, file)

    golden = pygame.image.load(file)
    spot = fly.difference(picture, on_plain(golden))
    if spot is not None:
        shown = tmp_path / f"{scene.__name__}-difference.png"
        pygame.image.save(marked(picture, golden, spot), shown)
        pytest.fail(f"differs in {spot}; see {shown}; if it should, run pytest --renew")


def on_plain(golden: Surface) -> Surface:
    plain = Surface(golden.get_size(), 0, 32)
    plain.blit(golden, (0, 0))
    return plain


def marked(picture: Surface, golden: Surface, spot: pygame.Rect) -> Surface:
    """New above, old below, the spot framed."""
    wide, tall = picture.get_size()
    both = Surface((wide, 2 * tall), 0, 32)
    for y, half in ((0, picture), (tall, golden)):
        both.blit(half, (0, y))
        pygame.draw.rect(both, "red", spot.move(0, y).inflate(6, 6), 3)
    return both
