"""A screen reader made of `gdbus`: hears the game's window, presses a thing in it, and hears again.

Run by test_assist.py inside a session bus of its own; it prints what it has heard as JSON.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

LAUNCHER = sys.argv[1]
CHILD = """
from game.window import loop
from game.window.app import App
from game.window.sounds import Silence
from tests.window.views import SampleDoors
loop.play(lambda size: App(SampleDoors("en", motion=False), size, Silence()))
"""
ROLES = {"29": "label", "43": "button", "51": "slider"}  # as at-spi numbers them
ROOT = "/org/a11y/atspi/accessible/root"
PART = re.compile(r"\('(:[\d.]+)', (?:objectpath )?'([^']+)'\)")
Place = tuple[str, str]  # who on the bus, and where there


def call(bus: list[str], place: Place, method: str, *args: str) -> str:
    """What `method` answers, as gdbus writes it; nothing if it does not."""
    who, where = place
    command = ["gdbus", "call", *bus, "--dest", who, "--object-path", where, "--method", method]
    return subprocess.run([*command, *args], capture_output=True, text=True).stdout


def heard(bus: list[str], place: Place) -> Iterator[tuple[str, str, Place]]:
    """Role, name and place of everything at `place` and inside it."""
    kind = "org.a11y.atspi.Accessible"
    role = "".join(re.findall(r"uint32 (\d+)", call(bus, place, f"{kind}.GetRole")))
    name = call(bus, place, "org.freedesktop.DBus.Properties.Get", kind, "Name")
    yield ROLES.get(role, role), name.strip()[3:-4], place
    for who, where in PART.findall(call(bus, place, f"{kind}.GetChildren")):
        yield from heard(bus, (who, where))


def until(found: Callable[[], object]) -> None:
    """Wait for what takes a moment, but not for ever."""
    end = time.monotonic() + 60
    while not found() and time.monotonic() < end:
        time.sleep(0.2)


def main() -> None:
    """Tell all things by role and name, before and after Settings is pressed, in the last line."""
    launcher = [LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1"]
    started = [subprocess.Popen(launcher, stderr=subprocess.DEVNULL)]
    try:
        address = ""
        while not address.startswith("('"):
            place = ("org.a11y.Bus", "/org/a11y/bus")
            address = call(["--session"], place, "org.a11y.Bus.GetAddress")
        bus = ["--address", address.strip()[2:-3]]
        started.append(subprocess.Popen([sys.executable, "-c", CHILD], stdout=sys.stderr))
        desktop = ("org.a11y.atspi.Registry", ROOT)

        def told() -> list[tuple[str, str, Place]]:
            return list(heard(bus, desktop))

        until(lambda: any(name == "Settings" for _, name, _ in told()))
        before = told()
        settings = next(place for _, name, place in before if name == "Settings")
        call(bus, settings, "org.a11y.atspi.Action.DoAction", "0")
        until(lambda: any(name == "High contrast" for _, name, _ in told()))
        pairs = [[(role, name) for role, name, _ in each] for each in (before, told())]
        print(json.dumps(pairs))
    finally:
        for process in reversed(started):
            process.terminate()


main()
