"""Probes run in a process of their own, so that what they measure holds nothing of the bench."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.place import ROOT

if TYPE_CHECKING:
    from pygame import Surface

    from game.window.app import App

SIZE = (1280, 720)
IDLE_SECONDS = 3.0


Probe = Callable[..., dict[str, float]]


def probe(probes: Mapping[str, Probe], name: str, arguments: list[str]) -> None:
    """Measure `name`, one of `probes`, in this process; prints the figures as a line of JSON."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    figures = probes[name](*arguments)
    print(json.dumps({"cpu": time.process_time(), **figures}))


def bare_window() -> dict[str, float]:
    """pygame alone: a window, one colour, one flip."""
    import pygame

    pygame.display.init()
    pygame.font.init()
    screen = pygame.display.set_mode(SIZE)
    screen.fill("white")
    pygame.display.flip()
    return {"cpu": time.process_time()}


def title() -> dict[str, float]:
    """From the start of the process to the first picture of the title screen."""
    first_picture()
    cpu = time.process_time()
    return {"cpu": cpu, **_memory()}


def idle(where: str = "title") -> dict[str, float]:
    """The share of a core that a waiting screen takes, in percent."""
    import pygame

    from game.window.intents import Go
    from game.window.loop import Loop

    app, screen = first_picture()
    if where == "trial":
        _to_a_spoken_line(app)
    elif where != "title":
        app.do(Go(where))
    loop = Loop(app, screen)
    for second in range(60):  # until the loop has calmed down, and all is ready
        loop.step(float(second))
    began, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - began < IDLE_SECONDS:
        loop.step(100 + pygame.time.get_ticks() / 1000)
    return {"share": 100 * (time.process_time() - used) / (time.perf_counter() - began)}


def redraw(wide: str = "1280", tall: str = "720") -> dict[str, float]:
    """Milliseconds of a full redraw of a line in the trial, and of a frame while text is typed."""
    import pygame

    app, screen = first_picture((int(wide), int(tall)))
    now = _to_a_spoken_line(app)
    app.update(now)
    app.paint(screen)
    frame = full = float("inf")
    for tick in range(1, 20):
        app.update(now + tick / 30)
        frame = min(frame, _paint(app, screen))
    for _ in range(30):
        app.renew()
        full = min(full, _paint(app, screen))
    pygame.quit()
    return {"full": full, "frame": frame}


def camera() -> dict[str, float]:
    """Milliseconds of a frame while the camera turns to the next speaker: backdrop and all."""
    from game.window.screens.camera import AT, Camera
    from game.window.screens.trial import TrialScreen

    app, screen = first_picture()
    now = _to_a_spoken_line(app)
    app.update(now)
    app.paint(screen)
    trial = app.top
    assert isinstance(trial, TrialScreen)
    lens = Camera(app.kit)
    trial.desk.ground = lens.ground
    lens.cover(trial.desk.widgets[-2].rect)
    frames = []
    for number in range(12):
        lens.aim("courtroom", AT["left" if number % 2 else "bench"], cut=number == 0)
        lens.tick(now)
        start = time.process_time()
        lens.tick(now + 0.13)
        worked = (time.process_time() - start) * 1000
        frames.append(worked + _paint(app, screen))
    return {"frame": min(frames)}


def check(path: str) -> dict[str, float]:
    """CPU of checking a file in a fresh process, and how much of pygame that imports."""
    import contextlib
    import io
    from datetime import date

    from game.authoring import check as authoring

    with contextlib.redirect_stdout(io.StringIO()):
        cache = Path(os.environ["MOCKCOURT_HOME"]) / "cache"
        authoring.check([Path(path)], ROOT, cache, str, "pretty", False, date.today())
    loaded = sum(name.partition(".")[0] == "pygame" for name in sys.modules)
    return {"cpu": time.process_time(), "pygame": loaded}


def first_picture(size: tuple[int, int] = SIZE) -> tuple[App, Surface]:
    """The app on its title screen, painted once onto a window that nobody sees."""
    import pygame

    from game.session.reception import open_reception
    from game.session.wish import Wish
    from game.window.app import App
    from game.window.loop import hint
    from game.window.sounds import Silence
    from game.window.start import Entrance

    hint()
    pygame.display.init()
    screen = pygame.display.set_mode(size)
    reception = open_reception(ROOT, Path(os.environ["MOCKCOURT_HOME"]), "zh_CN")
    app = App(Entrance(ROOT / "assets", reception, Wish()), size, Silence())
    app.paint(screen)
    pygame.display.flip()
    return app, screen


def _to_a_spoken_line(app: App) -> float:
    """Begin the first case and go on until a line is about to be typed; the time by then."""
    import pygame
    from pygame.event import Event

    from game.scenario.steps import Role
    from game.window.intents import Begin

    app.do(Begin("free_skins", Role.JUDGE, None, "turn"))
    for now in range(0, 500, 100):
        app.update(float(now))  # typing begins
        app.update(now + 50.0)  # and has ended long ago
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            app.handle(Event(kind, key=pygame.K_RETURN, mod=0, unicode=""))
    return 500.0


def _paint(app: App, screen: Surface) -> float:
    """CPU milliseconds of painting what is stale; infinite when nothing is."""
    start = time.process_time()
    painted = app.paint(screen)
    return (time.process_time() - start) * 1000 if painted else float("inf")


def memory() -> float:
    """What this process holds now in MB; where the system does not tell, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError):
        return _memory().get("memory", 0.0)


def _memory() -> dict[str, float]:
    """Peak memory of this process in MB, where the system tells."""
    try:
        import resource
    except ImportError:  # Windows
        return {}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"memory": peak / (1024 * 1024 if sys.platform == "darwin" else 1024)}


PROBES: dict[str, Probe] = {
    "bare_window": bare_window,
    "title": title,
    "idle": idle,
    "redraw": redraw,
    "camera": camera,
    "check": check,
}


if __name__ == "__main__":
    probe(PROBES, sys.argv[1], sys.argv[2:])
