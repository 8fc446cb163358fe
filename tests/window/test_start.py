"""The window's door: what the reception hands to the window, and where it opens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.settings import Settings
from game.session.shelf import Shelf
from game.session.wish import Wish
from game.window.intents import Begin, OpenCase, Tell
from game.window.start import Entrance, NoDisplay, open_window, opening

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = str(ROOT / "tests" / "cases" / "small_case.yaml")


@pytest.fixture
def enter(own_home):
    def come_in(**wish: object) -> Entrance:
        reception = open_reception(ROOT, own_home, "en")
        return Entrance(ROOT / "assets", reception, Wish(**wish))  # type: ignore[arg-type]

    return come_in


def test_the_shelf_shows_every_case_with_its_cuts(enter):
    shelf = {shown.case.id: shown for shown in enter().cases()}

    shown = shelf["free_skins"]
    assert (shown.cuts, shown.has_save) == ((15, 40, 80), False)
    assert set(shelf) == {path.stem for path in Shelf(ROOT / "scenarios").files()}


def test_a_case_named_by_its_file_is_played_and_goes_on_later(enter):
    doors = enter(case=SMALL)
    doors.start("small_case", Role.JUDGE, None, "turn", ())

    resumed = enter().resume()

    assert resumed is not None
    assert resumed.case_id == "small_case"
    assert enter().has_save()


def test_a_case_without_a_seat_opens_its_file(enter):
    assert opening(enter(case="free_skins")) == OpenCase("free_skins")


def test_a_case_with_a_seat_begins_at_once(enter):
    begun = opening(enter(case="free_skins", role=Role.DEFENCE, cut=15))

    assert begun == Begin("free_skins", Role.DEFENCE, 15, "turn")


@pytest.mark.parametrize("wish", [{"case": "nothing"}, {"case": "free_skins", "cut": 17}])
def test_what_cannot_be_opened_is_told(enter, wish):
    assert isinstance(opening(enter(**wish)), Tell)


def test_without_a_wish_the_title_comes_first(enter):
    assert opening(enter()) is None


def test_settings_are_kept_and_speak_at_once(enter):
    doors = enter()
    english = doors.translate()

    doors.save_settings(Settings(language="zh_CN", text_scale=1.5))

    assert doors.translate() is not english
    assert open_reception(ROOT, doors.reception.home).settings.text_scale == 1.5


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have one")
def test_where_there_is_no_screen_it_says_so(enter, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    doors = enter()

    with pytest.raises(NoDisplay):
        open_window(ROOT / "assets", doors.reception, Wish())
