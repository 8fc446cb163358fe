"""What stays after a trial: what was learned, what is next, and a certificate."""

from __future__ import annotations

from datetime import date

import pygame
import pytest
from msgspec.structs import replace

from game.scenario.steps import Criterion, Role
from game.session.progress import Progress
from game.trial.view import CriterionMark
from game.window import certificate
from game.window.certificate import certificate_of, save
from game.window.intents import Change, Go
from game.window.screens.case_file import CaseFileScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.learned import LearnedScreen
from game.window.screens.message import MessageScreen
from game.window.sheet import HEIGHT, WIDTH, sheet, told
from tests.window import pilot as fly
from tests.window.sample import CASE_ID, translate
from tests.window.views import ASSETS, SampleDoors


def at_debrief(language="en", **settings):
    pilot = fly.at_trial(language, **settings)
    for _ in fly.moments(pilot):
        pass
    return pilot


def text(pilot):
    return pilot.app.top.desk.widgets[0].text()


@pytest.fixture
def made():
    table = SampleDoors().start(CASE_ID, Role.DEFENCE, None, "turn")
    table.stage = 7
    return certificate_of(table.view(), date(2026, 11, 24))


# learned and next


def test_the_debrief_says_what_is_next_and_leads_there_in_the_seat_it_names():
    pilot = at_debrief()
    assert "Take the other chair" in text(pilot)

    pilot.press("next up")
    assert isinstance(pilot.app.top, CaseFileScreen)
    assert pilot.app.top.role is Role.JUDGE
    assert pilot.app.top.shown.case.id == CASE_ID


def test_what_was_learned_is_told_over_all_cases():
    pilot, _ = fly.player()
    pilot.app.do(Go("learned"))
    said = text(pilot)

    assert "1 case, 1 trial, 74 of 100 on average." in said
    assert "The free lure: 0 of 2 caught" in said
    assert said.index("Tricks that still get past you") < said.index("Now or never: 1 of 3")
    assert said.index("Tricks that you catch") < said.index("Tell nobody: 2 of 2")
    assert "Seeing traps: 5 of 7" in said
    assert "3 of 7 traps found" in said


def test_before_the_first_trial_it_says_how_to_begin():
    pilot, doors = fly.player()
    doors.learned = Progress()
    pilot.app.do(Go("learned"))

    assert "Play a case to its end" in text(pilot)
    assert "is a good case to begin with" in text(pilot)


def test_a_case_that_left_the_shelf_still_counts(monkeypatch):
    pilot, doors = fly.player()
    monkeypatch.setattr(doors, "cases", lambda: ())
    pilot.app.do(Go("learned"))

    assert f"A case that is gone: {CASE_ID}" in text(pilot)


@pytest.mark.parametrize("from_where", ["settings", "learned"])
def test_what_was_learned_is_deleted_only_after_a_second_question(from_where):
    pilot, doors = fly.player()
    pilot.app.do(Go(from_where))
    pilot.press("forget")
    pilot.key(pygame.K_RETURN)
    assert doors.learned.played

    pilot.press("forget")
    pilot.press("forget now")

    assert doors.learned == Progress()
    assert pilot.app.top.desk.find("back")


def test_where_it_was_deleted_it_is_gone_from_the_screen_too():
    pilot, _ = fly.player()
    pilot.app.do(Go("learned"))
    pilot.press("forget")
    pilot.press("forget now")

    assert isinstance(pilot.app.top, LearnedScreen)
    assert "Play a case to its end" in text(pilot)


# the certificate


def test_the_certificate_is_saved_and_its_folder_is_told(own_home):
    pilot = at_debrief()
    pilot.app.do(Go("certificate"))
    pilot.press("save")

    assert isinstance(pilot.app.top, MessageScreen)
    assert str(own_home / "papers") in text(pilot)
    saved = {file.suffix: file for file in (own_home / "papers").iterdir()}
    assert set(saved) == {".png", ".pdf"}
    assert pygame.image.load(saved[".png"]).size == (2338, 2338 * HEIGHT // WIDTH)
    assert saved[".pdf"].read_bytes().startswith(b"%PDF")

    pilot.key(pygame.K_RETURN)
    pilot.key(pygame.K_ESCAPE)
    assert isinstance(pilot.app.top, DebriefScreen)


def test_without_the_package_a_picture_is_offered_with_a_sentence(own_home, monkeypatch):
    monkeypatch.setattr(certificate, "find_spec", lambda name: None)
    pilot = at_debrief()
    pilot.app.do(Go("certificate"))
    assert "A PDF needs one more package" in text(pilot)

    pilot.press("save")
    assert [file.suffix for file in (own_home / "papers").iterdir()] == [".png"]


def test_a_folder_that_cannot_be_written_is_told(own_home):
    own_home.parent.mkdir(exist_ok=True)
    own_home.write_text("a file, not a folder")
    pilot = at_debrief()
    pilot.app.do(Go("certificate"))
    pilot.press("save")

    assert "could not be saved" in text(pilot)


def test_an_older_certificate_is_never_overwritten(made, tmp_path, monkeypatch):
    monkeypatch.setattr(certificate, "WIDE", 320)
    monkeypatch.setattr(certificate, "find_spec", lambda name: None)
    settings, say = SampleDoors().settings(), translate("en")
    names = [save(made, ASSETS, tmp_path, settings, say)[0].name for _ in range(3)]

    stem = f"{CASE_ID}-defence-2026-11-24"
    assert names == [f"{stem}.png", f"{stem}-2.png", f"{stem}-3.png"]
    assert len(list(tmp_path.iterdir())) == 3


def test_the_sheet_can_be_read_out(made):
    said = told(made, translate("en"), "en")

    assert "took part in the trial of “The free skins” as Defence." in said
    assert "74 of 100" in said
    assert "Weighing evidence: 6 of 8" in said
    assert "24 November 2026" in said
    assert "2026年11月24日" in told(made, translate("zh_CN"), "zh_CN")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_written_over_the_frame(made, language):
    """Between the two lines of the frame there is paper at the left, the right and the foot."""
    picture = sheet(made, ASSETS, 640, language, translate(language))
    paper = picture.get_at((2, 2))

    middle = [(20, y) for y in range(80, 360)] + [(619, y) for y in range(80, 360)]
    assert {tuple(picture.get_at(spot)) for spot in middle} == {tuple(paper)}


def test_the_certificate_follows_the_language():
    pilot = at_debrief()
    pilot.app.do(Go("certificate"))
    pilot.app.do(Change("language", "zh_CN"))

    assert "免费皮肤" in text(pilot)


def test_an_exercise_is_not_called_a_trial(made):
    said = told(replace(made, is_trial=False), translate("en"), "en")

    assert "worked through the exercise “The free skins”." in said


def test_a_long_title_and_all_criteria_leave_room_for_the_seals(made):
    many = tuple(CriterionMark(criterion, 1, 2) for criterion in Criterion)
    long = replace(made, case="The face on the shop page that nobody had asked", criteria=many)
    picture = sheet(long, ASSETS, WIDTH, "en", translate("en"))

    above = {tuple(picture.get_at((x, HEIGHT - 66 - 172 - 6))) for x in range(124, 1156)}
    assert above == {tuple(picture.get_at((2, 2)))}
