"""What is written and drawn can be read where it really stands: AA, and AAA in high contrast.

Measured on the screens themselves: everything is painted but the letters, and each text is compared
with what lies under it.
"""

from __future__ import annotations

from collections import Counter

import pygame
import pytest
from pygame import Rect, Surface

from game.window.lettering import Layout
from game.window.theme import contrast_ratio
from game.window.widgets.panel import Icon
from tests.window import pilot as fly

SIGNS = 3.0  # what WCAG 1.4.11 asks of drawings
STRAY = 0.04  # so small a part of the ground is an edge, a shadow or a neighbour


@pytest.mark.parametrize(("contrast", "least"), [(False, 4.5), (True, 7.0)], ids=["AA", "AAA"])
def test_every_text_and_every_sign_can_be_seen_on_its_ground(monkeypatch, contrast, least):
    pilot, _ = fly.player("en", contrast=contrast)
    written, signs = [], []
    letters, icon = Layout.draw, Icon.paint
    texts, drawings = Counter(), Counter()
    for name in fly.every_screen(pilot):
        pilot.look()
        pilot.app.kit.keyboard = False  # the ring around the focus is no ground to read on
        monkeypatch.setattr(Layout, "draw", noting(written))
        written.clear()
        bare = fly.whole(pilot)
        for rect, ink in written:
            for ground in grounds(bare, rect):
                texts[name] += 1
                assert contrast_ratio(ink, ground) >= least, (name, ink, ground, rect)
        monkeypatch.setattr(Layout, "draw", letters)
        monkeypatch.setattr(Icon, "paint", lambda self, surface: signs.append(self))
        signs.clear()
        bare = fly.whole(pilot)
        for sign in signs:
            for ground in grounds(bare, sign.rect):
                drawings[name] += 1
                assert contrast_ratio(sign.colour, ground) >= SIGNS, (name, sign.name)
        monkeypatch.setattr(Icon, "paint", icon)

    assert texts.total() > 100
    assert drawings.total() > 20


def noting(written):
    """A drawing of letters that notes (where, ink), and draws none."""

    def draw(self, surface, topleft, upto=None):
        for rect, run in self._bands(lambda run: run.highlight is not None, len(self.text)):
            pygame.draw.rect(surface, run.highlight or "", rect.move(topleft), border_radius=3)
        for piece in self.pieces:
            spot = piece.rect.move(topleft)
            if piece.text.strip() and surface.get_clip().contains(spot):
                ink = tuple(pygame.Color(piece.run.colour))[:3]
                written.append((spot.inflate(0, -spot.h // 3), ink))

    return draw


def grounds(picture: Surface, rect: Rect) -> list[tuple[int, int, int]]:
    """The colours that a fair part of `rect` has."""
    inside = rect.clip(picture.get_rect())
    found: Counter[tuple[int, int, int]] = Counter()
    for x in range(inside.left, inside.right, 3):
        for y in range(inside.top, inside.bottom, 3):
            found[tuple(picture.get_at((x, y)))[:3]] += 1
    return [colour for colour, n in found.items() if n > STRAY * found.total()]
