"""What is skipped, and when auto goes on: never past anything new, never past a turn."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.scenario.steps import Role
from game.window.intents import Begin, Change, Go
from game.window.screens.reading import Reading, Watched, reading_time
from tests.window import pilot as fly
from tests.window.sample import CASE_ID

KNOWN = Watched(known=True, complete=False, words="Yes.")
NEW = Watched(known=False, complete=True, words="It is a Friday evening.")
TALK = Watched(known=False, complete=True, words=None)


def key(kind, name=pygame.K_SPACE):
    return Event(kind, key=name, mod=0, unicode="")


def held(reading, name=pygame.K_SPACE, ours=True):
    reading.take(key(pygame.KEYDOWN, name), ours=ours)
    reading.goes_on(0.0, KNOWN, 1.0)
    return reading


@pytest.mark.parametrize("name", [pygame.K_SPACE, pygame.K_RETURN, pygame.K_LCTRL])
def test_a_known_line_goes_by_while_a_key_is_held(name):
    assert held(Reading(), name).goes_on(0.5, KNOWN, 1.0)


def test_a_line_that_is_new_stays_whatever_is_held():
    assert not held(Reading()).goes_on(9.0, NEW, 1.0)


def test_a_short_press_skips_nothing():
    reading = held(Reading())
    assert not reading.goes_on(0.2, KNOWN, 1.0)

    reading.take(key(pygame.KEYUP), ours=True)
    assert not reading.goes_on(0.9, KNOWN, 1.0)


def test_a_key_that_presses_something_else_skips_nothing():
    assert not held(Reading(), ours=False).goes_on(9.0, KNOWN, 1.0)


def test_ctrl_skips_wherever_the_focus_is():
    assert held(Reading(), pygame.K_RCTRL, ours=False).goes_on(9.0, KNOWN, 1.0)


def test_leaving_the_window_lets_go_of_everything():
    reading = held(Reading())
    reading.take(Event(pygame.WINDOWFOCUSLOST), ours=False)

    assert not reading.goes_on(9.0, KNOWN, 1.0)


def test_auto_waits_until_the_line_has_been_read():
    reading = Reading()
    reading.auto = True
    needed = reading_time(NEW.words, 1.0)

    assert not reading.goes_on(0.0, NEW, 1.0)
    assert not reading.goes_on(needed - 0.1, NEW, 1.0)
    assert reading.goes_on(needed + 0.1, NEW, 1.0)


def test_auto_never_goes_on_while_letters_still_appear():
    reading = Reading()
    reading.auto = True

    assert not reading.goes_on(0.0, KNOWN, 1.0)
    assert not reading.goes_on(60.0, KNOWN, 1.0)


def test_auto_stops_at_what_there_is_to_talk_about():
    reading = Reading()
    reading.auto = True
    reading.goes_on(0.0, TALK, 1.0)

    assert not reading.goes_on(600.0, TALK, 1.0)


def test_chinese_is_given_more_time_for_each_sign_and_a_fast_pace_less():
    assert reading_time("现在开庭现在开庭", 1.0) > reading_time("in court", 1.0)
    assert reading_time("in court", 2.0) == reading_time("in court", 1.0) / 2


def test_auto_reads_to_the_turn_and_waits_there():
    pilot = fly.at_trial()
    screen = pilot.app.top
    pilot.key(pygame.K_RETURN)
    while screen.line is None or screen.line.manner == "scene":
        pilot.key(pygame.K_RETURN)
    pilot.key(pygame.K_a)
    for _ in range(600):
        pilot.now += 0.25
        pilot.app.update(pilot.now)

    assert pilot.app.top is screen
    assert screen.answering
    assert pilot.app.table.actions == []


def test_auto_is_shown_in_words_and_stops_with_the_same_key():
    pilot = fly.at("line-told", fly.at_trial())
    seen = pilot.app.top.seen
    pilot.key(pygame.K_a)
    assert pilot.app.top.desk.find("auto").text() == "Auto is on (A)"
    assert pilot.app.top.desk.focus.key_name == "next"

    pilot.key(pygame.K_a)
    for _ in range(200):
        pilot.now += 0.25
        pilot.app.update(pilot.now)
    assert pilot.app.top.seen == seen


@pytest.fixture
def again(tmp_path):
    """A player who has watched the opening before, and begins anew."""
    pilot, doors = fly.player()
    doors.heard_file = tmp_path / "heard.txt"
    for _ in range(2):
        pilot.app.do(Begin(CASE_ID, Role.JUDGE, None, "turn"))
        screen = pilot.app.top
        if (tmp_path / "heard.txt").exists():
            pilot.key(pygame.K_RETURN)
            return pilot
        while not screen.answering:
            pilot.look()
            pilot.key(pygame.K_RETURN)
    raise AssertionError


def wait(pilot, seconds):
    for _ in range(round(seconds * 60)):
        pilot.now += 1 / 60
        pilot.app.update(pilot.now)


def test_holding_space_skips_what_was_seen_up_to_the_turn(again):
    again.app.handle(key(pygame.KEYDOWN))
    wait(again, 2.0)

    assert again.app.top.answering
    assert again.app.table.actions == []


def test_holding_the_mouse_skips_too_and_letting_go_presses_nothing(again):
    spot = (600, 300)
    fly.mouse(again, pygame.MOUSEBUTTONDOWN, spot)
    wait(again, 2.0)
    assert again.app.top.answering
    fly.mouse(again, pygame.MOUSEBUTTONUP, spot)

    assert again.app.top.answer.picked == []


def test_nothing_sounds_while_lines_are_skipped(again):
    before = len(again.app.sounds.asked)
    again.app.handle(key(pygame.KEYDOWN, pygame.K_LCTRL))
    wait(again, 2.0)

    assert again.app.top.answering
    assert again.app.sounds.asked[before:] == []


def test_the_player_is_told_what_may_be_skipped(again):
    again.key(pygame.K_RETURN)
    again.look()

    assert "Hold Space" in " ".join(w.text() for w in again.app.top.desk.widgets)


def test_opening_the_settings_stops_the_skipping(again):
    again.app.handle(key(pygame.KEYDOWN))
    again.app.do(Go("settings"))
    again.key(pygame.K_ESCAPE)
    seen = again.app.top.seen
    wait(again, 2.0)

    assert again.app.top.seen == seen


def test_the_pace_is_a_setting():
    pilot, doors = fly.player()
    pilot.app.do(Change("pace", 1.6))

    assert doors.kept.pace == 1.6
    assert pilot.app.kit.settings.pace == 1.6
