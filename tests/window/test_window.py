"""A real window, where there is an X server to be had: mouse, keys, sizes, languages, the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from game.scenario.steps import Role
from game.session.wish import Wish
from game.window.screens.trial import TrialScreen
from game.window.shots import Player
from game.window.start import Entrance, opening
from tests.window.desktop import (
    MANAGED,
    ROOT,
    SCREEN,
    Desktop,
    Window,
    desktop_in,
    needs_desktop,
    settled,
)

SIZE = (1280, 720)
KEYS = {
    "Return": pygame.K_RETURN, "Tab": pygame.K_TAB, "Right": pygame.K_RIGHT, "1": pygame.K_1,
    "p": pygame.K_p,
}  # fmt: skip
CASE = ROOT / "tests" / "cases" / "small_case.yaml"
pytestmark = needs_desktop


@pytest.fixture(scope="module")
def desktop(tmp_path_factory) -> Iterator[Desktop]:
    with desktop_in(tmp_path_factory.mktemp("screen")) as desktop:
        yield desktop


@pytest.fixture
def opened(desktop, tmp_path) -> Iterator[Callable[..., tuple[Window, Player]]]:
    """Open the game on a case; the window, and its twin with a home of its own."""
    windows: list[Window] = []

    def opened(case: str = str(CASE), *, motion: bool = False, role: str = "") -> object:
        twin = twin_of(
            tmp_path / "twin", motion, Wish(case=case, role=Role(role) if role else None)
        )
        settled(tmp_path / "home", motion)
        words = [case, *(("--role", role) if role else ())]
        windows.append(Window(desktop, tmp_path / "home", *words))
        return windows[-1], twin

    yield opened
    for window in windows:
        window.kill()


def twin_of(home: Path, motion: bool, wish: Wish) -> Player:
    doors = Entrance(ROOT / "assets", settled(home, motion), wish)
    twin = Player(doors, SIZE)
    if (first := opening(doors)) is not None:
        twin.app.do(first)
    return twin


def tabs_to(twin: Player, key_name: str) -> int:
    """How often Tab has to be pressed to get there."""
    desk = twin.app.top.desk
    stops = desk.stops()
    return (stops.index(desk.find(key_name)) - stops.index(desk.focus)) % len(stops)


def resized(twin: Player, size: tuple[int, int]) -> None:
    twin.surface = Surface(size, 0, 32)
    twin.app.resize(size)


def clicked(window: Window, twin: Player, key_name: str) -> None:
    """Click on something, in the window and in its twin."""
    assert window.shows(twin), key_name
    spot = twin.app.top.desk.find(key_name).rect.center
    window.click(spot)
    twin.click(spot)


def keyed(window: Window, twin: Player, *names: str) -> None:
    """Press keys, in the window and in its twin."""
    assert window.shows(twin), names
    window.keys(*names)
    for name in names:
        twin.look()
        twin.key(KEYS[name])


def watched(window: Window, twin: Player) -> None:
    """Read on to the next turn."""
    while not (isinstance(screen := twin.app.top, TrialScreen) and screen.answering):
        keyed(window, twin, "Return")


def moves(home: Path) -> int:
    """How many answers the court has taken down."""
    return len((home / "saves" / "small_case.journal").read_text("utf-8").splitlines()) - 1


def test_the_mouse_begins_a_case_and_hands_an_answer_in(opened, tmp_path):
    window, twin = opened()
    clicked(window, twin, "begin")
    clicked(window, twin, "next")
    while not twin.app.top.answering:
        clicked(window, twin, "next")
    clicked(window, twin, "p1")
    clicked(window, twin, "confirm")

    assert window.shows(twin)
    assert twin.app.top.line.manner == "reason"
    assert moves(tmp_path / "home") == 1


def test_keys_alone_choose_a_seat_answer_and_quit(opened, tmp_path):
    window, twin = opened()
    keyed(window, twin, "Right", "Return")
    keyed(window, twin, *["Tab"] * tabs_to(twin, "begin"), "Return")
    watched(window, twin)
    keyed(window, twin, "1", *["Tab"] * tabs_to(twin, "confirm"), "Return")
    assert window.shows(twin)
    assert moves(tmp_path / "home") == 1
    keyed(window, twin, "p")
    keyed(window, twin, *["Tab"] * tabs_to(twin, "leave"), "Return")
    keyed(window, twin, *["Tab"] * tabs_to(twin, "button4"), "Return")

    assert window.game.wait(timeout=10) == 0
    assert not twin.app.running


@pytest.mark.skipif(not MANAGED, reason="needs openbox: who fills the screen is the window manager")
def test_f11_fills_the_screen_and_a_new_size_is_followed(opened):
    window, twin = opened()
    assert window.shows(twin)
    window.keys("F11")
    resized(twin, SCREEN)
    assert window.shows(twin)
    window.keys("F11")
    resized(twin, SIZE)
    assert window.shows(twin)
    window.desktop.does("windowsize", window.id, "1000", "600")
    resized(twin, (1000, 600))

    assert window.shows(twin)


def test_the_language_changes_in_the_middle_of_a_sentence(opened, tmp_path):
    window, twin = opened("birthday_top_up", motion=True, role=Role.JUDGE)
    while not (twin.app.top.line and twin.app.top.line.manner == "told"):
        keyed(window, twin, "Return")
    window.keys("F2")  # the sentence of two lines is typed for a second and more
    twin.key(pygame.K_F2)

    assert window.shows(twin)
    assert twin.app.top.kit.settings.language == "zh_CN"
    assert '"zh_CN"' in (tmp_path / "home" / "settings.json").read_text("utf-8")


def test_killed_it_goes_on_where_it_was(opened, tmp_path):
    window, twin = opened(role=Role.JUDGE)
    watched(window, twin)
    keyed(window, twin, "1", *["Tab"] * tabs_to(twin, "confirm"), "Return")
    assert window.shows(twin)
    watched(window, twin)
    assert window.shows(twin)
    before = twin.app.table.view()
    window.kill()
    again, twin = opened()
    clicked(again, twin, "resume")

    assert again.shows(twin)
    assert twin.app.table.view() == before
