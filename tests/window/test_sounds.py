"""What is heard and when, in words too; and that silence is no error."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.window.captions import HEARD, SECONDS
from game.window.intents import Change, Cue, Go, Look
from game.window.sounds import Sounds
from tests.test_fonts_and_sounds import EFFECTS
from tests.window import pilot as fly
from tests.window.views import ASSETS


def test_the_bench_rules_with_a_gavel_and_a_record_opens_with_a_page():
    pilot = fly.at("line-ruled", fly.at_trial())
    asked = pilot.app.sounds.asked
    assert asked[0] == "curtain"
    assert asked[-1] == "gavel"

    pilot.app.do(Look("documents"))
    assert asked[-1] == "page"


def test_an_unsound_answer_is_met_with_a_question_and_a_sound_one_with_bright_notes():
    pilot = fly.at("line-reason", fly.at_trial())
    assert pilot.app.sounds.asked[-1] == "thought"
    assert "Worth a second look" in " ".join(w.text() for w in pilot.app.top.desk.widgets)

    screen = pilot.app.top
    good = [line for line in screen.view.lines if line.sound]
    screen.reasons = lambda: good
    assert screen._sound_of(good[0]) == "success"


def test_each_screen_has_its_music_and_what_lies_over_it_keeps_it():
    pilot, _ = fly.player()
    for _ in fly.every_screen(pilot):
        pass

    tunes = pilot.app.sounds.tunes
    assert tunes[:3] == ["title", "trial", "debrief"]
    assert all(one != other for one, other in pairwise(tunes))


def test_volumes_change_at_once_and_are_kept():
    pilot, doors = fly.player()
    pilot.app.do(Change("volume", 20))
    pilot.app.do(Change("music", 10))
    pilot.app.do(Go("settings"))

    assert (doors.kept.volume, doors.kept.music) == (20, 10)
    assert (pilot.app.sounds.volume, pilot.app.sounds.music) == (20, 10)
    assert pilot.app.top.desk.find("music").value == 10


def noted(pilot):
    return pilot.app.kit.note.text() if pilot.app.kit.note else ""


def test_a_sound_stands_in_words_for_two_seconds():
    pilot, _ = fly.player(captions=True)
    pilot.app.do(Cue("gavel"))
    pilot.app.update(10.0)
    pilot.app.update(10.0 + SECONDS - 0.1)
    assert noted(pilot) == "(gavel)"

    pilot.app.update(10.0 + SECONDS)
    pilot.app.paint(pilot.surface)
    assert noted(pilot) == ""
    assert fly.difference(pilot.surface, fly.whole(pilot)) is None


def test_nobody_who_does_not_want_it_gets_sounds_in_words():
    pilot, _ = fly.player()
    pilot.app.do(Cue("gavel"))

    assert noted(pilot) == ""


def test_a_note_is_not_left_behind_under_another_screen():
    pilot, _ = fly.player(captions=True)
    pilot.app.do(Cue("gavel"))
    pilot.app.do(Go("settings"))

    assert noted(pilot) == ""


def test_every_effect_that_a_trial_makes_has_words():
    assert set(EFFECTS) - {"tick"} <= set(HEARD)


@pytest.fixture
def quiet_driver(monkeypatch):
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.mixer.quit()


def test_music_fades_from_one_piece_to_the_next(quiet_driver):
    sounds = Sounds(ASSETS / "sounds", 50, 40)
    assert sounds.tune("title")
    sounds.follow()
    first = sounds._band
    assert first.get_busy()
    assert not sounds.tune("title")

    sounds.tune("trial")
    sounds.follow()
    assert sounds._band.get_busy()
    sounds.mix(50, 0)
    sounds.follow()
    assert sounds._band is None


def test_where_there_is_no_device_there_is_silence(monkeypatch):
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sounds = Sounds(ASSETS / "sounds", 50, 40)
    sounds.tune("title")
    sounds.follow()
    sounds.play("gavel")

    assert pygame.mixer.get_init() is None


def test_a_device_that_is_pulled_out_leaves_silence(quiet_driver):
    sounds = Sounds(ASSETS / "sounds", 50, 40)
    sounds.tune("title")
    sounds.follow()
    pygame.mixer.quit()
    sounds.mix(10, 10)
    sounds.play("gavel")
    sounds.tune("trial")
    sounds.follow()

    assert pygame.mixer.get_init() is None
