"""Probes of the window in use: the library, long play, and a long chat."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from game.bench.probes import Probe, first_picture, memory, probe

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.shots import Player

HOUR = 24  # trials: a turn takes a class a minute, and these have some 400
CHAT = 200  # messages
SIGNS = "他说只有今天有，还叫我不要告诉任何人。我以为自己运气很好，就把验证码发给了他！"


def library() -> dict[str, float]:
    """CPU milliseconds of opening the library, whose list is kept, from a title that was idle."""
    from game.window.intents import Go, Home

    app, screen = first_picture()
    list(app.doors.cases())
    for _ in range(100):
        app.idle()
    app.do(Home())
    start, known = time.process_time(), len(sys.modules)
    app.do(Go("library"))
    app.paint(screen)
    took = (time.process_time() - start) * 1000
    return {"cpu": took, "imported": len(sys.modules) - known}


def long_play(trials: str = str(HOUR)) -> dict[str, float]:
    """Memory in MB at the title, in a long trial, after some trials, and after many."""
    from game.scenario.steps import Role
    from game.window.heap import give_back_pictures
    from game.window.shots import Player

    app, _ = first_picture()
    title = memory()
    give_back_pictures()
    player = Player(app.doors, app.size, app)
    cases = [shown.case.id for shown in app.doors.cases()]
    play_through(player, "free_skins", Role.JUDGE, 80)
    long_trial = memory()
    rounds = [(case, role) for role in Role for case in cases]
    warm = 0.0
    for number, (case, role) in enumerate(rounds[: int(trials)]):
        play_through(player, case, role)
        if number == int(trials) // 2:
            warm = memory()
    return {"title": title, "trial": long_trial, "warm": warm, "hour": memory()}


def play_through(player: Player, case: str, role: object, cut: int | None = None) -> None:
    """Play a case from its file to its debrief, look into the record, and go back to the title."""
    import pygame

    from game.scenario.steps import Role
    from game.window.intents import Begin, Home, Look
    from game.window.screens.trial import TrialScreen
    from game.window.shots import MANY, begin_answer, finish_answer

    app = player.app
    app.do(Begin(case, Role(str(role)), cut, "turn"))
    for _ in range(MANY):
        if not isinstance(screen := app.top, TrialScreen):
            break
        player.look()
        if screen.answering:
            begin_answer(player)
            finish_answer(player)
        else:
            player.key(pygame.K_RETURN)
    for tab in ("exhibits", "documents", "transcript"):
        app.do(Look(tab))
        player.look()
        player.key(pygame.K_ESCAPE)
    app.do(Home())
    player.look()


def chat() -> dict[str, float]:
    """CPU milliseconds of laying out a chat of two hundred messages, none of them met before."""
    app, _ = first_picture()
    best = min(_laid_out(app, shift) for shift in range(5))
    return {"laid": best}


def _laid_out(app: App, shift: int) -> float:
    width = app.kit.u(520)
    said = [SIGNS[(n + shift) % 30 :] + f"{n * 7 + shift}" for n in range(CHAT)]
    start = time.process_time()
    for text in said:
        app.kit.lay(text, width)
    return (time.process_time() - start) * 1000


PROBES: dict[str, Probe] = {
    "library": library,
    "long_play": long_play,
    "chat": chat,
}


if __name__ == "__main__":
    probe(PROBES, sys.argv[1], sys.argv[2:])
