"""Pictures of the next lines are ready when their line comes, and are the same pictures."""

from __future__ import annotations

import time

import pygame

from game.window import pictures
from game.window.ahead import LINES, Ahead, coming
from game.window.pictures import Pictures
from game.window.screens.trial import TrialScreen
from tests.window import pilot as fly
from tests.window.views import ASSETS

ART = ASSETS / "art"


def until_drawn(pilot, ahead, kept):
    ahead._modules.clear()
    ahead.step(pilot.app.top, kept)
    for _ in range(500):
        if not ahead._asked:
            return
        time.sleep(0.01)
        ahead.step(pilot.app.top, kept)
    raise AssertionError("never drawn")


def test_faces_of_the_next_lines_are_drawn_before_their_line_comes():
    pilot = fly.at("line-told", fly.at_trial(motion=False))
    kept, screen = pilot.app._pictures, pilot.app.top
    kept.sizes["person"] = (50, 60)
    expected = set(coming(screen.view, screen.seen, kept))
    assert expected

    until_drawn(pilot, Ahead(), kept)

    assert all(kept.has(key) for key in expected)
    assert all(key[3] == (50, 60) for key in expected if key[0] == "person")


def test_a_picture_drawn_ahead_is_the_picture_that_would_be_drawn():
    key = ("person", "somebody", "sad", (100, 120))
    drawn = Pictures(ART).drawn(key)

    assert fly.difference(drawn, Pictures(ART).person("somebody", "sad", 120)) is None


def test_no_more_lines_are_prepared_than_will_soon_be_seen():
    pilot = fly.at("line-told", fly.at_trial(motion=False))
    screen = pilot.app.top
    assert isinstance(screen, TrialScreen)

    assert len(list(coming(screen.view, screen.seen, pilot.app._pictures))) <= 2 * LINES


def test_a_drawing_that_fails_beside_the_window_is_no_end_of_the_worker(monkeypatch):
    pilot = fly.at("line-told", fly.at_trial(motion=False))
    ahead, kept = Ahead(), Pictures(ART)
    monkeypatch.setattr(pictures, "portrait_svg", lambda *_: 1 / 0)
    kept.sizes = {"person": (50, 60), "scene": (64, 36)}
    ahead._modules.clear()

    ahead.step(pilot.app.top, kept)
    time.sleep(0.05)

    assert ahead._worker is None or ahead._worker.is_alive()


def test_what_is_drawn_ahead_counts_like_the_rest():
    kept = Pictures(ART, window=(10, 11))
    for number in range(5):
        kept.keep(("icon", str(number), "", (10, 10)), pygame.Surface((10, 10), 0, 32))

    assert not kept.has(("icon", "1", "", (10, 10)))
    assert kept.has(("icon", "4", "", (10, 10)))
