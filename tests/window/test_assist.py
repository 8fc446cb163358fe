"""Screen readers are told what is on the desk, only when it changed, and can press it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pygame
import pytest

from game.window import assist
from game.window.assist import Assistant, tree
from game.window.intents import Go
from game.window.outline import Outliner
from tests.window import pilot as fly
from tests.window.desktop import desktop_in

ROOT = Path(__file__).parents[2]
LIBEXEC = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")


class Listening:
    """An adapter with somebody at its other end, once it is ready."""

    def __init__(self):
        self.told, self.ready = 0, True

    def update_if_active(self, factory):
        if self.ready:
            factory()
            self.told += 1


@pytest.fixture(autouse=True)
def no_trees(monkeypatch):
    """Outlines do instead of trees, so that `accesskit` may be missing."""
    monkeypatch.setattr(assist, "tree", lambda outline: outline)


def assisted(pilot):
    assistant = Assistant("Mock Court", Listening())
    assistant.begin()
    assistant.tell(pilot.app.top.desk, painted=False)
    return assistant


def request(action, number):
    return SimpleNamespace(action=f"Action.{action}", target=number)


def entries(pilot):
    outline = Outliner().outline(pilot.app.top.desk, "Mock Court")
    return {entry.name: entry for entry in outline.entries}


def number_of(assistant, key_name):
    widgets = assistant._outliner.widgets
    return next(number for number, widget in widgets.items() if widget.key_name == key_name)


def test_every_stop_of_every_screen_is_in_the_outline_once_and_has_a_name():
    pilot, _ = fly.player("en")
    for name in fly.every_screen(pilot):
        desk, outliner = pilot.app.top.desk, Outliner()
        outline = outliner.outline(desk, "Mock Court")
        numbers = [entry.number for entry in outline.entries]
        inside = [number for entry in outline.entries for number in entry.parts]

        assert len(numbers) == len(set(numbers)), name
        assert sorted(inside) == sorted(set(numbers) - {0}), name
        assert {id(stop) for stop in desk.stops()} <= set(map(id, outliner.widgets.values())), name
        for entry in outline.entries:
            assert entry.name or entry.role == "scroll view", (name, entry)


def test_the_outline_says_what_is_marked_and_where_the_focus_is():
    pilot = fly.at("turn-mark begun", fly.at_trial("en"))
    outline = Outliner().outline(pilot.app.top.desk, "Mock Court")
    focused = next(entry for entry in outline.entries if entry.number == outline.focus)

    assert (focused.role, focused.name, focused.on) == (
        "check box", "Only today, ten free skins", True)  # fmt: skip
    assert entries(pilot)["do not tell your parents"].on is False
    assert entries(pilot)["Game group chat"].role == "label"


def test_a_track_tells_its_number_and_a_switch_whether_it_is_on():
    pilot, _ = fly.player("en")
    pilot.app.do(Go("settings"))

    assert entries(pilot)["High contrast"].on is False
    assert entries(pilot)["Let text and people move"].on is True
    tracks = [entry for entry in Outliner().outline(pilot.app.top.desk, "").entries if entry.value]
    assert tracks[0].value == (70, 0, 100, 10)


def test_things_keep_their_numbers_through_a_new_layout():
    pilot, outliner = fly.player("en")[0], Outliner()
    before = outliner.outline(pilot.app.top.desk, "Mock Court")
    pilot.app.resize((1600, 900))
    after = outliner.outline(pilot.app.top.desk, "Mock Court")

    assert [e.number for e in before.entries] == [e.number for e in after.entries]
    assert before.focus == after.focus != 0


def test_only_changes_are_told_and_only_if_somebody_listens():
    pilot, _ = fly.player("en")
    assistant = Assistant("Mock Court", Listening())
    desk = pilot.app.top.desk

    assert not assistant.tell(desk, painted=True)  # nobody listens
    assistant.begin()
    assert assistant.tell(desk, painted=False)
    assert not assistant.tell(desk, painted=True)
    pilot.key(pygame.K_TAB)
    assert assistant.tell(desk, painted=True)
    assistant.end()
    pilot.key(pygame.K_TAB)
    assert not assistant.tell(desk, painted=True)
    assert assistant._adapter.told == 2


def test_what_the_system_was_not_ready_for_is_told_again():
    pilot, _ = fly.player("en")
    assistant = Assistant("Mock Court", Listening())
    assistant._adapter.ready = False
    assistant.begin()
    assert not assistant.tell(pilot.app.top.desk, painted=False)

    assistant._adapter.ready = True
    assert assistant.tell(pilot.app.top.desk, painted=False)


def test_what_a_reader_presses_is_pressed_by_key():
    pilot, _ = fly.player("en")
    assistant = assisted(pilot)
    assistant.wish(request("CLICK", number_of(assistant, "language zh_CN")))
    for key in assistant.wishes(pilot.app.top.desk):
        pilot.app.handle(key)

    assert pilot.app.settings.language == "zh_CN"


def test_a_reader_moves_a_track_and_the_focus():
    pilot, _ = fly.player("en")
    pilot.app.do(Go("settings"))
    assistant = assisted(pilot)
    assistant.wish(request("INCREMENT", number_of(assistant, "volume")))
    for key in assistant.wishes(pilot.app.top.desk):
        pilot.app.handle(key)
    assert pilot.app.settings.volume == 80

    assistant.tell(pilot.app.top.desk, painted=True)
    assistant.wish(request("FOCUS", number_of(assistant, "contrast")))
    assert assistant.wishes(pilot.app.top.desk) == []
    assert pilot.app.top.desk.focus.key_name == "contrast"


def test_a_wish_for_what_is_gone_does_nothing():
    pilot, _ = fly.player("en")
    assistant = assisted(pilot)
    gone = number_of(assistant, "language zh_CN")
    pilot.app.do(Go("library"))
    for number in (gone, 4711):
        assistant.wish(request("CLICK", number))

    assert assistant.wishes(pilot.app.top.desk) == []


@pytest.mark.skipif(not find_spec("accesskit"), reason="needs the extra `accesskit`")
def test_the_tree_is_made_of_the_outline():
    pilot, _ = fly.player("en")
    pilot.app.do(Go("settings"))
    outline = Outliner().outline(pilot.app.top.desk, "Mock Court")
    update = tree(outline)
    nodes = dict(update.nodes)

    assert update.focus == outline.focus
    assert len(nodes) == len(outline.entries)
    assert all(nodes[entry.number].children == list(entry.parts) for entry in outline.entries)


def found(name):
    return next((f"{place}/{name}" for place in LIBEXEC if os.access(f"{place}/{name}", 1)), None)


LAUNCHER = found("at-spi-bus-launcher")
TOOLS = all(
    [
        LAUNCHER,
        found("at-spi2-registryd"),
        *map(shutil.which, ("Xvfb", "gdbus", "dbus-run-session")),
    ]
)


@pytest.mark.skipif(not (TOOLS and find_spec("accesskit")), reason="needs AT-SPI and accesskit")
def test_a_real_reader_hears_the_window_and_opens_the_settings(tmp_path):
    tmp_path.chmod(0o700)
    listen = [sys.executable, str(ROOT / "tests" / "window" / "listen.py"), LAUNCHER]
    with desktop_in(tmp_path) as desktop:
        env = {**desktop.env, "XDG_RUNTIME_DIR": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["dbus-run-session", "--", *listen],
            env=env,
            capture_output=True,
            text=True,
            timeout=180,
        )

    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()[-1]
    before, after = ({tuple(pair) for pair in each} for each in json.loads(told))
    assert {("button", "Play"), ("button", "Settings"), ("button", "Quit")} <= before
    assert {("slider", "Sound volume"), ("label", "Text size")} <= after
    assert any(name == "High contrast" for _, name in after)
