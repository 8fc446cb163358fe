"""A voice reads each moment once, is cut off by the next, and holds nothing up."""

from __future__ import annotations

import sys
import time

import pygame
import pytest

from game.window.intents import Change, Go, Look, Quit
from game.window.reading import Reader
from game.window.voice import SAPI, Speech, Voice, speech
from tests.window import pilot as fly


class Noted(Voice):
    """Says nothing, and remembers what it was asked to say."""

    def __init__(self):
        super().__init__(lambda chinese, rate: None)
        self.said, self.busy = [], False

    @property
    def speaking(self):
        return self.busy

    def say(self, text, *, chinese, rate):
        self.said.append((text, chinese, rate))
        self.busy = True

    def stop(self):
        self.busy = False


@pytest.fixture
def trial():
    pilot = fly.at_trial("en", read_aloud=True, voice_rate=150)
    pilot.app.reader = Reader(Noted())
    return pilot


def said(pilot):
    return [text for text, _, _ in pilot.app.reader.voice.said]


def test_each_moment_is_read_once(trial):
    names = []
    for name in fly.moments(trial):
        names.append(name)
        if name == "turn-choose":
            break

    assert len(said(trial)) == len(set(said(trial))) >= 4
    assert "The defence objects" in said(trial)[-1]
    assert "1. Sustain the objection" in said(trial)[-1]
    assert trial.app.reader.voice.said[-1][1:] == (False, 150)


def test_the_mouse_moving_about_does_not_make_it_say_the_same_again(trial):
    trial.key(pygame.K_RETURN)
    before = list(said(trial))
    for x in range(0, 400, 50):
        fly.mouse(trial, pygame.MOUSEMOTION, (x, 300))

    assert said(trial) == before


def test_what_comes_next_silences_a_voice_that_lags_behind(trial):
    trial.key(pygame.K_RETURN)
    trial.app.do(Change("read_aloud", False))
    assert trial.app.reader.voice.busy
    trial.key(pygame.K_RETURN)
    trial.key(pygame.K_RETURN)

    assert not trial.app.reader.voice.busy


def test_nothing_is_read_unless_it_is_wished():
    pilot = fly.at_trial("en")
    pilot.app.reader = Reader(Noted())
    for name in fly.moments(pilot):
        if name == "turn-choose":
            break

    assert said(pilot) == []


def test_v_reads_what_is_shown_and_v_again_stops():
    pilot = fly.at_trial("zh_CN")
    pilot.app.reader = Reader(Noted())
    pilot.app.do(Look("laws"))
    pilot.key(pygame.K_v)

    assert len(said(pilot)) == 1
    assert pilot.app.reader.voice.said[0][1]  # in Chinese
    pilot.key(pygame.K_v)
    assert not pilot.app.reader.voice.busy
    pilot.key(pygame.K_v, pygame.KMOD_CTRL)
    assert len(said(pilot)) == 1


def test_the_settings_offer_a_voice_only_where_there_is_one(monkeypatch):
    for able in (True, False):
        monkeypatch.setattr(Voice, "can_speak", lambda self, able=able: able)
        pilot, _ = fly.player("en")
        pilot.app.do(Go("settings"))
        words = " ".join(widget.text() for widget in pilot.app.top.desk.widgets)

        assert (pilot.app.top.desk.find("read_aloud") is not None) == able
        assert ("has no voice" in words) != able


# voices of systems


def have(*programs):
    return lambda name: f"/bin/{name}" if name in programs else None


def test_each_system_has_its_own_way_of_speaking():
    assert speech(True, 100, "linux", have()) is None
    linux = speech(True, 150, "linux", have("spd-say", "espeak-ng"))
    assert linux == Speech(
        ("/bin/spd-say", "-w", "-l", "zh", "-r", "50", "--"), ("/bin/spd-say", "-C"), told=True
    )
    espeak = speech(False, 200, "linux", have("espeak-ng"))
    assert espeak.command == (
        "/bin/espeak-ng", "--stdin", "-b", "1", "-v", "en", "-s", "350")  # fmt: skip
    assert speech(True, 100, "darwin", have("say")).command[1:3] == ("-v", "Tingting")
    windows = speech(True, 50, "win32", have("powershell")).command
    assert windows[-1] == SAPI.format(rate=-5, culture="zh-CN")
    assert speech(True, 100, "win32", have()) is None


def spoken_into(file, seconds):
    """A voice that writes what it hears into `file` and takes its time."""
    script = (
        f"import sys, time, pathlib\n"
        f"pathlib.Path({str(file)!r}).write_bytes(sys.stdin.buffer.read())\n"
        f"time.sleep({seconds})"
    )
    return lambda chinese, rate: Speech((sys.executable, "-c", script))


def test_a_voice_is_told_the_text_and_does_not_hold_the_game_up(tmp_path):
    heard = tmp_path / "heard"
    voice = Voice(spoken_into(heard, 60))
    began = time.monotonic()
    voice.say("--help 请法庭“审查”$(x)", chinese=True, rate=100)

    assert time.monotonic() - began < 2
    assert voice.speaking
    while not (heard.exists() and heard.read_bytes()):
        assert time.monotonic() - began < 30
        time.sleep(0.02)
    assert heard.read_text("utf-8") == "--help 请法庭“审查”$(x)"
    voice.close()
    assert not voice.speaking
    assert time.monotonic() - began < 30


def test_a_voice_that_cannot_be_started_is_silent(tmp_path):
    voice = Voice(lambda chinese, rate: Speech((str(tmp_path / "nothing"),)))
    voice.say("text", chinese=False, rate=100)

    assert not voice.speaking
    voice.close()


def test_closing_the_window_ends_the_voice(tmp_path):
    pilot, _ = fly.player("en")
    voice = Voice(spoken_into(tmp_path / "heard", 60))
    pilot.app.reader = Reader(voice)
    voice.say("text", chinese=False, rate=100)
    pilot.app.do(Quit())

    assert not pilot.app.running
    assert not voice.speaking
