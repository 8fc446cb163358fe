"""The way from screen to screen, and what survives a change of language, size and settings."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.window.intents import Change, Go, Resume
from game.window.screens.debrief import DebriefScreen
from game.window.screens.settings import SettingsScreen
from game.window.screens.title import TitleScreen
from game.window.screens.trial import TrialScreen
from game.window.widgets.label import Typewriter
from tests.window import pilot as fly
from tests.window.sample import CASE_ID


def shown(pilot):
    return " ".join(widget.text() for widget in pilot.app.top.desk.widgets)


def test_from_the_title_to_the_debrief_by_enter_and_digits():
    pilot, doors = fly.player()
    pilot.key(pygame.K_RETURN)
    pilot.key(pygame.K_RETURN)
    pilot.press("role defence")
    pilot.press("begin")
    for _ in fly.moments(pilot):
        pass

    assert isinstance(pilot.app.top, DebriefScreen)
    assert doors.tables[0].role == "defence"
    assert len(doors.tables[0].actions) == 7


def test_a_saved_trial_goes_on_at_its_turn():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.app.top.desk.escape = None
    pilot.press("home")
    assert isinstance(pilot.app.top, TitleScreen)
    pilot.app.do(Resume(CASE_ID))

    assert isinstance(pilot.app.top, TrialScreen)
    assert pilot.app.top.answering


def test_a_notice_is_told_once_over_the_title():
    _, doors = fly.player()
    doors.due = ("The save was broken and has been set aside.",)
    pilot = fly.Player(doors, fly.SIZE)

    assert "set aside" in shown(pilot)
    pilot.key(pygame.K_RETURN)
    assert isinstance(pilot.app.top, TitleScreen)


def test_the_language_changes_in_the_middle_of_an_answer_and_the_picks_stay():
    pilot = fly.at("turn-mark", fly.at_trial("en"))
    pilot.press("p3")
    pilot.app.do(Go("settings"))
    pilot.press("language zh_CN")
    pilot.key(pygame.K_ESCAPE)

    assert "点出每一处骗局" in shown(pilot)
    assert pilot.app.top.desk.find("p3").on
    pilot.press("confirm")
    assert pilot.app.table.actions[-1].picks == ("p3",)


def test_new_sizes_keep_the_place_and_the_focus():
    pilot = fly.at("turn-pair", fly.at_trial())
    for key in (pygame.K_1, pygame.K_2, pygame.K_1):
        pilot.key(key)
    pilot.app.resize((960, 540))
    pilot.app.do(Change("text_scale", 2.0))

    assert pilot.app.top.desk.find("s1~m1~supports") is not None
    assert pilot.app.top.answer.links == ["s1~m1~supports"]


def test_settings_stay_open_while_they_change():
    pilot, doors = fly.player()
    pilot.app.do(Go("settings"))
    for name in ("size 1.5", "contrast", "motion"):
        pilot.press(name)

    assert isinstance(pilot.app.top, SettingsScreen)
    assert pilot.app.top.desk.focus.key_name == "motion"
    assert doors.kept.text_scale == 1.5
    assert doors.kept.contrast
    assert not doors.kept.motion


def test_the_first_press_finishes_the_sentence_and_the_next_goes_on():
    pilot = fly.at("line-told", fly.at_trial())
    pilot.app.top._moment = None  # as if the line had not been typed yet
    pilot.app.top.again()
    screen = pilot.app.top
    seen = screen.seen
    pilot.app.update(pilot.now)
    pilot.app.update(pilot.now + 0.1)
    writer = next(w for w in screen.desk.family() if isinstance(w, Typewriter))
    assert 0 < writer.upto < writer.length
    pilot.key(pygame.K_SPACE)
    assert writer.complete
    assert screen.seen == seen

    pilot.key(pygame.K_SPACE)
    assert screen.seen == seen + 1


def test_without_motion_a_sentence_stands_at_once():
    pilot = fly.at("line-told", fly.at_trial(motion=False))

    assert not pilot.app.moving


def test_every_cue_sounds_once():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.app.resize((1024, 576))

    assert pilot.app.sounds.asked.count("gavel") == 1


def test_closing_the_window_ends_the_game():
    pilot, _ = fly.player()
    pilot.app.handle(Event(pygame.QUIT))

    assert not pilot.app.running


def test_what_must_be_read_twice_can_be_looked_up_in_the_record():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.press("look")

    assert "The whole chat with its hash value." in shown(pilot)
    pilot.key(pygame.K_ESCAPE)
    assert pilot.app.top.desk.focus.key_name == "look"


def test_a_law_that_is_named_opens_its_card():
    pilot = fly.at("turn-pair-sheet", fly.at_trial(motion=False))
    pilot.key(pygame.K_1)
    pilot.key(pygame.K_1)
    pilot.press("confirm")
    pilot.press("criminal_law/266")

    assert "Whoever cheats others" in shown(pilot)
    pilot.key(pygame.K_ESCAPE)
    assert isinstance(pilot.app.top, TrialScreen)


def test_a_link_cannot_be_tapped_before_it_is_typed():
    pilot = fly.at("turn-pair-sheet", fly.at_trial())
    pilot.key(pygame.K_1)
    pilot.key(pygame.K_1)
    pilot.press("confirm")

    assert not pilot.has("criminal_law/266")
    pilot.key(pygame.K_SPACE)
    assert pilot.has("criminal_law/266")
