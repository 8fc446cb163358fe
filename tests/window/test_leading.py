"""Help, the pause, taking back, the teacher's panel and the replay, by their keys."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.scenario.steps import Role
from game.session.wish import Wish
from game.window.guide import PAGES
from game.window.intents import Begin, Change, Go, Home, Watch
from game.window.screens.crash import CrashScreen
from game.window.screens.others import (
    HelpScreen,
    MessageScreen,
    PauseScreen,
    ReplayScreen,
    TeacherScreen,
    TrialScreen,
)
from game.window.shots import Player, finish_answer
from game.window.start import Entrance
from tests.window import pilot as fly
from tests.window.views import ASSETS

ROOT = Path(__file__).resolve().parent.parent.parent


def shown(pilot):
    return " ".join(widget.text() for widget in pilot.app.top.desk.widgets)


def typed(pilot, digits):
    for digit in digits:
        pilot.key(ord(digit), unicode=digit)


# help


def test_f1_opens_help_on_every_screen_and_closes_it_again():
    pilot, _ = fly.player()
    for name in fly.every_screen(pilot):
        below = pilot.app.top
        if isinstance(below, HelpScreen | CrashScreen):
            continue
        pilot.key(pygame.K_F1)

        assert isinstance(pilot.app.top, HelpScreen), name
        assert below.called in PAGES, name
        pilot.key(pygame.K_F1)
        assert pilot.app.top is below, name


def test_help_tells_what_to_do_at_this_very_turn():
    pilot = fly.at_trial()
    told = {}
    for name in fly.moments(pilot):
        if name.startswith("turn-") and " " not in name:
            pilot.key(pygame.K_F1)
            told[name] = shown(pilot)
            pilot.key(pygame.K_ESCAPE)

    assert len(set(told.values())) == len(told) - 1  # both pairings are done alike
    assert "a false alarm costs points" in told["turn-mark"]


# the pause


def test_p_pauses_tells_what_is_left_and_goes_on_at_the_same_place():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.key(pygame.K_p)

    assert isinstance(pilot.app.top, PauseScreen)
    assert "6 turns, about 18 minutes" in shown(pilot)
    pilot.key(pygame.K_p)
    assert isinstance(pilot.app.top, TrialScreen)
    assert pilot.app.top.answering


@pytest.mark.parametrize("key", [pygame.K_p, pygame.K_F10, pygame.K_z])
def test_where_there_is_no_trial_there_is_nothing_to_pause_or_lead(key):
    pilot, _ = fly.player()
    title = pilot.app.top
    pilot.key(key)

    assert pilot.app.top is title


def test_the_pause_speaks_another_language_as_soon_as_it_is_chosen():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.app.do(Go("pause"))
    pilot.app.do(Change("language", "zh_CN"))

    assert "夜晚的消息" in shown(pilot)


# taking back


def test_z_takes_the_last_answer_back_and_asks_again():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.key(pygame.K_z)

    assert fly.moment(pilot.app.top) == "turn-mark"
    assert pilot.has("p3")


def test_an_answer_that_stands_is_told_so():
    pilot = fly.at_trial()
    pilot.key(pygame.K_z)

    assert isinstance(pilot.app.top, MessageScreen)
    assert "no answer to take back" in shown(pilot)


# the teacher


def test_a_plan_changes_nothing_before_it_is_confirmed():
    pilot = fly.at("turn-choose", fly.at_trial())
    table = pilot.app.table
    pilot.key(pygame.K_F10)
    typed(pilot, "9")

    assert "It takes 13 minutes: too long by 4." in shown(pilot)
    assert table.skipped == ()
    pilot.press("skip")
    assert table.skipped == ("s0", "s1")
    assert isinstance(pilot.app.top, TrialScreen)


def test_the_teacher_changes_the_plan_scene_by_scene():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.key(pygame.K_F10)
    pilot.press("from s2")
    pilot.press("play s0")
    screen = pilot.app.top

    assert isinstance(screen, TeacherScreen)
    assert screen.skip == ("s1",)
    assert "fits" in shown(pilot)


def test_the_teacher_goes_one_step_back_and_pauses():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.key(pygame.K_F10)
    pilot.press("undo")
    assert fly.moment(pilot.app.top) == "turn-mark"
    pilot.key(pygame.K_F10)
    pilot.press("pause")

    assert isinstance(pilot.app.top, PauseScreen)


# the replay


def watching():
    pilot, _ = fly.player(motion=False)
    pilot.app.do(Watch("sample"))
    return pilot, pilot.app.top


def test_a_replay_is_stepped_through_and_jumped_about_in():
    pilot, screen = watching()
    stops = []
    for key in (pygame.K_RIGHT, pygame.K_RETURN, pygame.K_LEFT, pygame.K_END, pygame.K_HOME):
        pilot.key(key)
        stops.append(screen.stop)

    assert stops == [1, 2, 1, len(screen._places) - 1, 0]
    line = screen.desk.find("timeline")
    pilot.click(line.rect.center)
    assert abs(screen.stop - len(screen._places) // 2) <= 1


def test_an_answer_in_a_replay_shows_what_was_asked_its_reasons_and_points():
    pilot, _ = watching()
    pilot.key(pygame.K_PAGEDOWN)

    assert "Tap every phrase that is a trap" in shown(pilot)
    assert "two oldest baits" in shown(pilot)
    assert "Points: 1.5 of 2" in shown(pilot)
    assert "1 / 2" in shown(pilot)  # the scene of that moment, not the last


def test_a_replay_plays_by_itself_to_its_end_and_stops_when_somebody_steps():
    pilot, screen = watching()
    pilot.key(pygame.K_k)
    for _ in range(400):
        pilot.now += 0.5
        pilot.app.update(pilot.now)

    assert screen.stop == len(screen._places) - 1
    assert not screen.playing
    pilot.key(pygame.K_k)
    assert (screen.stop, screen.playing) == (0, True)
    pilot.key(pygame.K_RIGHT)
    assert (screen.stop, screen.playing) == (1, False)


def test_a_trial_that_is_gone_is_told_so():
    pilot, _ = fly.player()
    pilot.app.do(Watch("nothing"))

    assert "can no longer be shown" in shown(pilot)


# with the real rules


@pytest.fixture
def school(come_in):
    """The window with the small case, as if the game had just been started."""
    return lambda: Player(Entrance(ASSETS, come_in(), Wish()), fly.SIZE)


def on_to(pilot, scene):
    """Watch and answer until the screen is at an answer in `scene`; "" is the end of the trial."""
    while isinstance(screen := pilot.app.top, TrialScreen):
        pilot.look()
        if screen.answering and screen.view.scene.id == scene:
            return
        if screen.answering:
            finish_answer(pilot)
        else:
            pilot.key(pygame.K_RETURN)


def test_what_a_teacher_skips_is_not_watched_but_stands_in_the_record(school):
    pilot = school()
    pilot.app.do(Begin("small_case", Role.JUDGE, None, "turn"))
    on_to(pilot, "bait")
    pilot.key(pygame.K_F10)
    pilot.press("from court")
    pilot.press("skip")
    pilot.look()
    screen = pilot.app.top

    assert screen.view.lines[screen.seen].scene == "court"
    assert "Skipped to save time" in str(screen.view.lines)
    assert screen.view.marks.criteria == ()


def test_a_trial_is_played_left_gone_on_with_and_watched_again(school):
    first = school()
    first.app.do(Begin("small_case", Role.JUDGE, None, "scene"))
    on_to(first, "bait")
    finish_answer(first)
    first.key(pygame.K_z)
    before = first.app.table.view()
    second = school()
    second.app.do(Home())
    second.press("button0")
    assert second.app.table.view() == before
    on_to(second, "")
    third = school()
    third.app.do(Go("library"))
    third.press("replays")
    third.press("watch small_case")

    assert isinstance(third.app.top, ReplayScreen)
    assert len(third.app.top.answered) == third.app.top.at_this_moment().turns > 5
