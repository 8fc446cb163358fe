"""A screen of our own under Xvfb, the game in a real window on it, and what is to be seen there.

The screen lies in a file, so that a test reads its dots. Beside the real window stands a twin: the
same game at the same place, played in the test, which knows where things are and how they look.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest
from msgspec.structs import replace
from pygame import Rect, Surface

from game.session.reception import Reception, open_reception
from game.window.shots import Player
from tests.window.pilot import difference

ROOT = Path(__file__).parents[2]
SCREEN = (1400, 900)
PATIENCE = 15.0  # seconds that something may take on a busy computer
TOOLS = all(map(shutil.which, ("Xvfb", "xdotool")))
MANAGED = shutil.which("openbox") is not None
needs_desktop = pytest.mark.skipif(not TOOLS, reason="needs Xvfb and xdotool")


# Bare windows: xdotool tells the place of a window wrongly that has a frame around it.
BARE = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<theme><keepBorder>no</keepBorder></theme>
<applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>"""


class Desktop:
    """An X server, and the memory of its screen; and a window manager where there is one.

    There is no pointer to be seen.
    """

    def __init__(self, folder: Path) -> None:
        reader, writer = os.pipe()
        size = "x".join(map(str, (*SCREEN, 24)))
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nocursor",
                   "-fbdir", str(folder)]  # fmt: skip
        server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            name = f":{pipe.readline().strip()}"
        self._memory = folder / "Xvfb_screen0"
        self.env = {**os.environ, "DISPLAY": name, "PYTHONPATH": str(ROOT)}
        self.env.pop("SDL_VIDEODRIVER", None)
        self._running = [server]
        if MANAGED:
            bare = folder / "openbox.xml"
            bare.write_text(BARE, "utf-8")
            manager = ["openbox", "--config-file", str(bare)]
            process = subprocess.Popen(manager, env=self.env, stderr=subprocess.DEVNULL)
            self._running.insert(0, process)
            assert comes(self._managed)

    def _managed(self) -> bool:
        asked = subprocess.run(["xdotool", "get_num_desktops"], env=self.env, capture_output=True)
        return asked.returncode == 0

    def picture(self) -> Surface:
        """All that is on the screen: an XWD file, whose header says where its dots begin."""
        file = self._memory.read_bytes()
        start, colours, line = (struct.unpack_from(">I", file, at)[0] for at in (0, 76, 48))
        dots = file[start + 12 * colours :][: line * SCREEN[1]]
        dump = pygame.image.frombytes(dots, SCREEN, "BGRA")
        plain = Surface(SCREEN, 0, 32)
        plain.blit(dump, (0, 0), special_flags=pygame.BLEND_RGB_MAX)  # its fourth byte is nothing
        return plain

    def does(self, *words: str) -> str:
        """Let xdotool do something; what it says."""
        done = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True,
                              check=True, timeout=PATIENCE)  # fmt: skip
        return done.stdout

    def close(self) -> None:
        for process in self._running:
            process.terminate()
            process.wait()


class Window:
    """`main.py play` in a process of its own."""

    def __init__(self, desktop: Desktop, home: Path, *words: str) -> None:
        self.desktop = desktop
        env = {**desktop.env, "MOCKCOURT_HOME": str(home)}
        command = [sys.executable, str(ROOT / "main.py"), "play", *words]
        self.game = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
        desktop.does("mousemove", "0", "0")  # where nothing lights up
        found = desktop.does("search", "--sync", "--onlyvisible", "--pid", str(self.game.pid))
        self.id = found.split()[-1]
        desktop.does("windowfocus", "--sync", self.id)

    @property
    def frame(self) -> Rect:
        """Where the window is on the screen."""
        told = self.desktop.does("getwindowgeometry", "--shell", self.id)
        at = dict(line.split("=") for line in told.split())
        return Rect(*(int(at[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def keys(self, *names: str) -> None:
        self.desktop.does("key", "--delay", "20", *names)

    def click(self, spot: tuple[int, int]) -> None:
        x, y = map(str, spot)
        self.desktop.does("mousemove", "--window", self.id, x, y, "click", "1")

    def shown(self) -> Surface:
        """What is in the window now."""
        screen = self.desktop.picture()
        return screen.subsurface(self.frame.clip(screen.get_rect()))

    def shows(self, twin: Player) -> bool:
        """Whether the window comes to look just as its twin does, to the last dot."""
        wanted = twin.look()
        return comes(lambda: same(self.shown(), wanted))

    def kill(self) -> None:
        """As the system does when it is out of memory: nothing can be put in order."""
        self.game.kill()
        self.game.wait()


def same(one: Surface, other: Surface) -> bool:
    return one.get_size() == other.get_size() and difference(one, other) is None


def comes(true: Callable[[], bool]) -> bool:
    """Whether it becomes true before patience ends."""
    end = time.monotonic() + PATIENCE
    while not (now := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return now


@contextmanager
def desktop_in(folder: Path) -> Iterator[Desktop]:
    """A desktop that is closed at the end."""
    desktop = Desktop(folder)
    try:
        yield desktop
    finally:
        desktop.close()


def settled(home: Path, motion: bool = False) -> Reception:
    """Somebody's home in which nothing is to be heard, and nothing moves without `motion`."""
    reception = open_reception(ROOT, home, "en")
    reception.change(replace(reception.settings, motion=motion, volume=0, music=0))
    return reception
