"""A real window, where there is an X server to be had: keys, mouse, a new size, the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = all(map(shutil.which, ("Xvfb", "xdotool")))
pytestmark = pytest.mark.skipif(not TOOLS, reason="needs Xvfb and xdotool")

# The child says its window's id, plays until it is closed, and says where it was.
CHILD = """
import pygame
from game.window import loop
from game.window.app import App
from game.window.sounds import Silence
from tests.window.views import SampleDoors

def start(size):
    app = App(SampleDoors("en", motion=False), size, Silence())
    print(pygame.display.get_wm_info()["window"], flush=True)
    start.app = app
    return app

code = loop.play(start)
print(type(start.app.top).__name__, *start.app.size)
raise SystemExit(code)
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        name = f":{pipe.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


class Window:
    """A game in a window of its own process."""

    def __init__(self, display: str) -> None:
        self.env = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
        self.env.pop("SDL_VIDEODRIVER", None)
        child = [sys.executable, "-c", CHILD]
        self.game = subprocess.Popen(child, env=self.env, stdout=subprocess.PIPE, text=True)
        self.id = next(line for line in self.game.stdout if line.strip().isdigit()).strip()
        self.does("sleep", "0.4", "windowfocus", self.id, "sleep", "0.2")

    def does(self, *words: str) -> None:
        subprocess.run(["xdotool", *words, "sleep", "0.3"], env=self.env, check=True)

    def ends(self) -> list[str]:
        """What it says at its end."""
        try:
            rest, _ = self.game.communicate(timeout=20)
        finally:
            self.game.kill()
        assert self.game.returncode == 0
        return rest.split()


def test_enter_opens_the_library_and_quit_ends_it(display):
    window = Window(display)
    window.does("key", "Return")
    window.does("key", "Escape")
    window.does("key", "Tab", "key", "Tab", "key", "Tab", "key", "Return")

    assert window.ends() == ["TitleScreen", "1280", "720"]


def test_the_mouse_presses_and_a_new_size_is_followed(display):
    window = Window(display)
    window.does("windowsize", window.id, "1000", "600")
    window.does("mousemove", "--window", window.id, "180", "340", "click", "1")
    window.does("key", "Escape")
    window.does("key", "Tab", "key", "Tab", "key", "Tab", "key", "Return")

    assert window.ends() == ["TitleScreen", "1000", "600"]
