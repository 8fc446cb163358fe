"""Every screen is exactly as it was when somebody last looked at it (`pytest --renew`).

Of five there are pictures, of all others only what tells that something has changed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
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


letters_differ = pytest.mark.skipif(
    sys.platform != "linux", reason="letters differ a little elsewhere"
)


@letters_differ
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


@letters_differ
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_screen_has_changed_unseen(language, renew, tmp_path):
    file = GOLDENS / f"screens.{language}.json"
    approved = {} if renew else json.loads(file.read_text("utf-8"))
    pilot, _ = fly.player(language)
    prints, changed, met = {}, {}, Counter()
    for name in fly.every_screen(pilot):
        met[name] += 1
        screen, picture = f"{name} {met[name]}", pilot.look()
        prints[screen] = sha256(pygame.image.tobytes(picture, "RGB")).hexdigest()[:16]
        if not renew and approved.get(screen) != prints[screen]:
            changed[screen] = tmp_path / f"{screen}.png"
            pygame.image.save(picture, changed[screen])
    if renew:
        file.write_text(json.dumps(prints, indent=0) + "\n", "utf-8")
        approved = prints

    assert not changed, "look at these; if they should be so, run pytest --renew"
    assert approved.keys() == prints.keys()
    assert len({screen.rpartition(" ")[0] for screen in approved}) > 50


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
