"""The verb `preview` as a teacher or an editor calls it: every outcome is a sentence and a code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario.steps import Role
from game.window.preview.letterbox import Letterbox, Request

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "cases" / "small_case.yaml"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def preview(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    here = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, "main.py", "preview", *map(str, arguments)],
        cwd=ROOT,
        env={**here, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":997"}])
def test_without_a_screen_it_says_so(display):
    said = preview(CASE, **display)

    assert said.returncode == 1
    assert said.stdout == "There is no screen for a window here.\n"
    assert "Traceback" not in said.stderr


def test_a_second_preview_hands_its_wishes_to_the_first_and_ends(own_home):
    first = Letterbox(own_home / "cache", CASE)
    assert first.take()
    said = preview(CASE, "--at", "58", "--role", "defence", "--lang", "zh")
    asked = first.asked(1.0)
    first.leave()

    assert said.returncode == 0
    assert asked == Request("58", Role.DEFENCE, "zh_CN")
    assert "Traceback" not in said.stderr


def test_law_cards_are_nothing_to_play():
    said = preview(ROOT / "scenarios" / "laws.yaml")

    assert said.returncode == 2
    assert said.stdout.startswith("There is nothing to play")


def test_an_unknown_seat_is_misuse():
    assert preview(CASE, "--role", "usher").returncode == 2
