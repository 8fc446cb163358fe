"""What the settings offer to single readers, and what they say where something is missing."""

from __future__ import annotations

import pytest

from game.window.intents import Change, Go
from game.window.screens import settings
from tests.window import pilot as fly


def shown(pilot):
    return " ".join(widget.text() for widget in pilot.app.top.desk.widgets)


def test_pinyin_is_chosen_in_the_settings_and_makes_lines_higher():
    pilot, doors = fly.player("zh_CN")
    pilot.app.do(Go("settings"))
    heading = pilot.app.top.desk.find("page").parts[0]
    before = heading.rect.h
    pilot.press("pinyin all")

    assert doors.kept.pinyin == "all"
    assert pilot.app.top.desk.find("pinyin all").on
    assert pilot.app.top.desk.find("page").parts[0].rect.h > before


def test_english_has_no_pinyin_and_none_is_offered():
    pilot, _ = fly.player("en", pinyin="all")
    pilot.app.do(Go("settings"))

    assert pilot.app.top.desk.find("pinyin all") is None
    assert pilot.app.kit.lay("法院", 400).height == pilot.app.kit.lay("law", 400).height


def test_without_the_library_the_setting_says_what_to_install(monkeypatch):
    monkeypatch.setattr(settings, "can_read", lambda: False)
    pilot, _ = fly.player("zh_CN")
    pilot.app.do(Go("settings"))

    assert pilot.app.top.desk.find("pinyin all") is None
    assert "pip install pypinyin" in shown(pilot)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_easy_letters_take_effect_at_once(language):
    pilot, doors = fly.player(language)
    pilot.app.do(Go("settings"))
    before = pilot.look().copy()
    pilot.press("easy_letters")

    assert doors.kept.easy_letters
    assert fly.difference(before, pilot.look()) is not None
    pilot.app.do(Change("easy_letters", False))
    pilot.app.top.desk.set_focus(pilot.app.top.desk.widgets[0].parts[0])
    assert pilot.app.kit.fonts.easy is False
