"""Shots are pictures of every screen, made without a display by playing with real events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
from pygame import Surface
from pygame.event import Event

from game.scenario.steps import Role
from game.session.reports import last_words
from game.window.app import App
from game.window.class_play.tour import class_tour
from game.window.doors import Doors
from game.window.intents import Begin, Go, Look
from game.window.screens.debrief import TABS
from game.window.screens.trial import TrialScreen
from game.window.screens.turns.pair import Pairing
from game.window.sounds import Silence

MANY = 4000  # steps after which a trial that does not end is given up


class Player:
    """Plays an app by events, and keeps its picture up to date."""

    def __init__(self, doors: Doors, size: tuple[int, int], app: App | None = None) -> None:
        pygame.font.init()
        self.app = app or App(doors, size, Silence())
        self.surface = Surface(size, 0, 32)
        self.now = 0.0
        self.look()

    def look(self) -> Surface:
        """The picture of this moment, with everything that moves at rest."""
        for _ in range(MANY):
            self.app.update(self.now)
            if not self.app.moving:
                break
            self.now += 1.0
        self.app.paint(self.surface)
        return self.surface

    def key(self, key: int, mod: int = 0, unicode: str = "") -> None:
        """Press a key, and let it go."""
        self.app.handle(Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode))
        self.app.handle(Event(pygame.KEYUP, key=key, mod=mod, unicode=unicode))

    def click(self, spot: tuple[int, int]) -> None:
        """Move there and click."""
        self.app.handle(Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
        self.app.handle(Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
        self.app.handle(Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))

    def type(self, text: str) -> None:
        """Type letters, as an input method hands them over."""
        self.app.handle(Event(pygame.TEXTINPUT, text=text))

    def press(self, key_name: str) -> None:
        """Focus the widget of that name and press Enter."""
        desk = self.app.top.desk
        desk.set_focus(desk.find(key_name))
        self.key(pygame.K_RETURN)

    def has(self, key_name: str) -> bool:
        widget = self.app.top.desk.find(key_name)
        return widget is not None and widget.enabled


def shots(folder: Path, doors: Doors, size: tuple[int, int] = (1280, 720)) -> list[Path]:
    """A PNG of every screen, of every manner of line and of every kind of turn, into `folder`.

    Language, text size and palette are those of `doors.settings()`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    player = Player(doors, size)
    files: list[Path] = []
    for name in _tour(player):
        files.append(folder / f"{len(files) + 1:02}-{name}.png")
        pygame.image.save(player.look(), files[-1])
    return files


def _tour(player: Player) -> Iterator[str]:
    """Name each picture when it stands."""
    app = player.app
    yield "title"
    app.do(Go("settings"))
    yield "settings"
    player.key(pygame.K_ESCAPE)
    app.do(Go("library"))
    yield "library"
    cases = app.doors.cases()
    if not cases:
        return
    yield from search_in_vain(player)
    player.press(cases[0].case.id)
    yield "case-file"
    app.do(Begin(cases[0].case.id, Role.JUDGE, None, "turn"))
    yield from _trial(player)
    for tab in ("people", "exhibits", "documents", "laws", "transcript", "glossary"):
        app.do(Look(tab))
        yield f"record-{tab}"
        player.key(pygame.K_ESCAPE)
    for tab in TABS:
        if player.has(f"tab {tab}"):
            player.press(f"tab {tab}")
            yield f"debrief-{tab}"
    for where in ("certificate", "learned"):
        app.do(Go(where))
        yield where
        player.key(pygame.K_ESCAPE)
    app.do(Go("learned"))
    app.do(Go("forget"))
    yield "forget"
    yield from class_tour(player, Begin(cases[0].case.id, Role.JUDGE, None, "turn"))
    from game.window.asides import again

    yield from again(player)
    app.crashed(last_words(ValueError(), Path("reports") / "2026-11-24-101500.txt"))
    yield "crash"


def search_in_vain(player: Player) -> Iterator[str]:
    """In the library: open a filter, then look for something that no case has."""
    if not player.has("search"):
        return
    player.press("filter level")
    yield "library-filter"
    player.press("filter level")
    desk = player.app.top.desk
    desk.set_focus(desk.find("search"))
    player.type("0 = 1")
    yield "library-nothing"
    player.press("everything")


def _trial(player: Player) -> Iterator[str]:
    """Play to the end with the first answers there are; show each kind of moment once."""
    from game.window.asides import beside

    met: set[str] = set()
    for _ in range(MANY):
        screen = player.app.top
        if not isinstance(screen, TrialScreen):
            return
        kind = moment(screen)
        if kind not in met:
            met.add(kind)
            yield kind
            yield from beside(player, kind)
        if screen.answering:
            begin_answer(player)
            if f"{kind}-begun" not in met:
                met.add(f"{kind}-begun")
                yield f"{kind}-begun"
            finish_answer(player)
        else:
            player.look()
            player.key(pygame.K_RETURN)


def moment(screen: TrialScreen) -> str:
    """What kind of moment a trial is at, as a file name."""
    if screen.answering and screen.view.turn is not None:
        turn = screen.view.turn
        several = "-several" if turn.kind == "choose" and turn.most > 1 else ""
        sheet = "-sheet" if turn.kind == "pair" and not turn.document else ""
        return f"turn-{turn.kind}{several}{sheet}"
    line = screen.line
    return f"line-{line.manner}" if line else "briefing" if screen.seen < 0 else "over"


def begin_answer(player: Player) -> None:
    """Pick something, by keys alone."""
    turn = player.app.top.view.turn if isinstance(player.app.top, TrialScreen) else None
    one, lift = [pygame.K_1], [pygame.K_SPACE, pygame.K_DOWN]
    keys = {"choose": one, "mark": one, "order": lift}
    for key in keys.get(turn.kind, 3 * one) if turn else ():
        player.key(key)


def finish_answer(player: Player) -> None:
    """Pick on until the answer can be confirmed, and confirm it."""
    for key in range(pygame.K_1, pygame.K_9 + 1):
        if player.has("confirm"):
            break
        for sign in (key, pygame.K_1, pygame.K_1):
            if not player.has("confirm"):
                player.key(sign)
        link_all(player)
    if player.has("confirm"):
        player.press("confirm")


def link_all(player: Player) -> None:
    """In a pairing, link every card on the left with the first on the right."""
    screen = player.app.top
    if isinstance(screen, TrialScreen) and isinstance(screen.answer, Pairing):
        turn = screen.answer.turn
        screen.answer.chosen = {"left": "", "right": ""}
        for option in turn.options:
            for name in (f"left {option.pick}", f"right {turn.right[0].pick}"):
                player.press(name)
            if player.has(f"relation {turn.relations[0].pick}"):
                player.press(f"relation {turn.relations[0].pick}")
