"""The shelf: covers, order, progress on the tiles, and finding a case among many."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.scenario.names import Proceeding
from game.session.cards import Cover
from game.session.progress import Progress
from game.trial.view import Case
from game.window.covers import KEPT, Covers
from game.window.doors import CaseShown
from game.window.intents import Change, Go
from game.window.names import COURTS
from game.window.pictures import Pictures
from game.window.screens.case_file import CaseFileScreen
from game.window.screens.sought import Sought
from game.window.screens.title import TitleScreen
from game.window.widgets.button import Tile
from tests.window import pilot as fly
from tests.window.sample import CASE_ID
from tests.window.views import ASSETS


def library(language="en", **settings):
    pilot, doors = fly.player(language, **settings)
    pilot.app.do(Go("library"))
    return pilot, doors


def tiles(pilot):
    return [widget.key_name for widget in pilot.app.top.desk.family() if isinstance(widget, Tile)]


def search(pilot):
    desk = pilot.app.top.desk
    desk.set_focus(desk.find("search"))
    return desk.find("search")


def shown(title="Skins", learn=("tricks",), cuts=()):
    case = Case("a", title, "A story.", "Court", "junior", 40, "criminal", learn)
    return CaseShown(case, cuts)


# order and progress


def test_what_fits_a_beginner_stands_first_and_exercises_last():
    pilot, _ = library()

    assert tiles(pilot) == [CASE_ID, "card", "photo", "desk"]


def test_a_tile_tells_the_best_marks_of_each_seat():
    pilot, _ = library()
    tile = pilot.app.top.desk.find(CASE_ID)

    assert "Defence: 74 of 100" in tile.text()
    assert "Criminal trial" in tile.text()


def test_a_beginner_is_shown_where_to_begin_and_nobody_else():
    pilot, doors = library()
    assert "begin with" not in pilot.app.top.desk.find(CASE_ID).text()

    doors.learned = Progress()
    pilot.app.do(Change("language", "en"))

    assert "begin with" in pilot.app.top.desk.find(CASE_ID).text()
    assert "begin with" not in pilot.app.top.desk.find("card").text()


# search


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", True), ("skins", True), ("SKINS story", True), ("ｓｋｉｎｓ", True), ("junior", True),
        ("criminal", True), ("tricks", True), ("skins civil", False), ("骗局", False),
    ],
)  # fmt: skip
def test_every_word_must_be_somewhere_in_what_the_case_tells(words, found):
    assert Sought(words).finds(shown(), str) is found


def test_chinese_is_found_by_any_part_of_it():
    case = shown("被锁住的照片", ("勒索的人怎样布下圈套",))

    assert all(Sought(words).finds(case, str) for words in ("照片", "锁住", "圈套 照片"))
    assert not Sought("片照").finds(case, str)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(level="junior"), True), (Sought(level="senior"), False),
        (Sought(minutes="20"), True), (Sought(court="civil"), False),
        (Sought(kind="trials"), True), (Sought(kind="exercises"), False),
    ],
    ids=str,
)  # fmt: skip
def test_a_filter_lets_through_what_it_names(sought, found):
    assert sought.finds(shown(cuts=(15, 40)), str) is found


def test_without_a_short_cut_a_long_case_does_not_fit_a_short_lesson():
    assert not Sought(minutes="20").finds(shown(), str)


def test_letters_narrow_the_shelf_while_they_are_typed():
    pilot, _ = library("zh_CN")
    search(pilot)
    pilot.type("民事")
    assert tiles(pilot) == []
    assert pilot.app.top.desk.focus.key_name == "search"

    pilot.key(pygame.K_BACKSPACE)
    pilot.key(pygame.K_BACKSPACE)
    pilot.type("免费")

    assert len(tiles(pilot)) == 4
    assert pilot.app.top.desk.focus.value == "免费"


def test_what_is_being_composed_is_shown_but_not_yet_sought_and_keeps_its_keys():
    pilot, _ = library()
    field = search(pilot)
    pilot.app.handle(Event(pygame.TEXTEDITING, text="mian fei", start=8, length=0))
    pilot.look()

    assert (field.composed, field.value) == ("mian fei", "")
    for key in (pygame.K_TAB, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_1):
        pilot.key(key)
    assert pilot.app.top.desk.focus is field

    pilot.type("免费")
    assert pilot.app.top.sought.words == "免费"
    assert not pilot.app.top.desk.focus.busy


def test_a_composition_that_is_left_by_mouse_does_not_lock_the_field():
    pilot, _ = library()
    field = search(pilot)
    pilot.app.handle(Event(pygame.TEXTEDITING, text="mian", start=4, length=0))
    pilot.app.top.desk.set_focus(pilot.app.top.desk.find("back"))

    assert not field.busy


def test_digits_and_spaces_are_letters_in_the_field_and_keys_elsewhere():
    pilot, _ = library()
    search(pilot)
    for key, text in ((pygame.K_1, "1"), (pygame.K_SPACE, " "), (pygame.K_2, "2")):
        pilot.key(key)
        pilot.type(text)
    assert pilot.app.top.sought.words == "1 2"

    pilot.press("everything")
    pilot.app.top.desk.set_focus(pilot.app.top.desk.find("back"))
    pilot.key(pygame.K_2)
    assert isinstance(pilot.app.top, CaseFileScreen)


def test_enter_goes_on_to_what_was_found_and_escape_leaves():
    pilot, _ = library()
    search(pilot)
    pilot.type("senior")
    pilot.key(pygame.K_RETURN)
    assert pilot.app.top.desk.focus.key_name == "photo"

    pilot.key(pygame.K_ESCAPE)
    assert isinstance(pilot.app.top, TitleScreen)


def test_the_caret_goes_where_arrows_and_the_mouse_put_it():
    pilot, _ = library()
    search(pilot)
    pilot.type("skis")
    pilot.key(pygame.K_LEFT)
    pilot.type("n")
    assert pilot.app.top.sought.words == "skins"

    field = pilot.app.top.desk.find("search")
    pilot.click((field.inner.x + 1, field.rect.centery))
    pilot.type("the ")
    pilot.key(pygame.K_END)
    pilot.key(pygame.K_HOME)
    pilot.key(pygame.K_DELETE)
    assert pilot.app.top.sought.words == "he skins"


def test_a_text_that_is_too_long_is_cut_and_control_signs_fall_out():
    pilot, _ = library()
    search(pilot)
    pilot.type("a\n\tb" + "免" * 60)

    assert pilot.app.top.sought.words == "ab" + "免" * 38


def test_nothing_found_says_what_to_do_and_show_all_does_it():
    pilot, _ = library()
    search(pilot)
    pilot.type("zebra")
    assert "Try another word" in pilot.app.top.desk.widgets[0].text()

    pilot.press("everything")
    assert len(tiles(pilot)) == 4


def test_a_filter_opens_is_chosen_by_keys_and_keeps_the_focus():
    pilot, _ = library()
    pilot.press("filter level")
    pilot.press("narrow senior")

    assert tiles(pilot) == ["photo"]
    assert pilot.app.top.desk.focus.key_name == "filter level"
    assert "1 case found" in pilot.app.top.desk.widgets[0].text()


def test_what_was_sought_stays_when_the_language_changes():
    pilot, _ = library()
    pilot.press("filter kind")
    pilot.press("narrow exercises")
    pilot.app.do(Change("language", "zh_CN"))

    assert tiles(pilot) == ["desk"]


def test_letters_are_listened_for_only_in_the_field():
    pilot, _ = library()
    assert pilot.app.typing is None

    field = search(pilot)
    assert pilot.app.typing == field.rect


def test_every_court_has_a_name():
    assert set(COURTS) == set(Proceeding)


# covers


def test_a_cover_is_drawn_once_and_old_ones_are_forgotten():
    drawn = []
    pictures = Pictures(ASSETS / "art")

    def scene(place, size):
        drawn.append(place)
        return pictures.scene(place, size)

    covers = Covers(ASSETS / "art", scene, lambda svg, size: pygame.Surface(size))
    first = covers.of(Cover("home"), (80, 90))
    assert covers.of(Cover("home"), (80, 90)) is first

    for number in range(KEPT):
        covers.of(Cover("home", ("girl_a",) * (number % 4)), (80, 100 + number))
    assert covers.of(Cover("home"), (80, 90)) is not first
    assert first.size == (80, 90)


def test_another_place_and_other_people_make_another_picture():
    covers = Pictures(ASSETS / "art").covers
    size = (88, 98)
    each = [
        covers.of(cover, size)
        for cover in (Cover("home"), Cover("street"), Cover("home", ("girl_a",)),
                      Cover("home", ("girl_a", "boy_a")), Cover("nowhere", ("nobody",)))
    ]  # fmt: skip

    assert len({pygame.image.tobytes(picture, "RGBA") for picture in each}) == 5
    assert all(picture.get_at((0, 0)).a == 0 for picture in each)


def test_covers_that_are_not_seen_yet_are_drawn_one_by_one_while_nothing_happens():
    pilot, _ = library()
    screen = pilot.app.top
    ahead = len(screen._ahead)
    pilot.app.update(pilot.now)

    assert ahead == 4
    assert len(screen._ahead) == 3
    assert not screen.moving
