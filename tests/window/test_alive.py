"""Whatever fails inside, the player sees a page, keeps the answers, and can go on."""

from __future__ import annotations

import errno
from pathlib import Path

import pygame
import pytest
from pygame import Surface
from pygame.event import Event

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.wish import Wish
from game.window import loop, pictures
from game.window.app import App
from game.window.intents import Begin, Change, Cue, Home
from game.window.loop import Loop
from game.window.rescue import Rescue, Undone
from game.window.screens.crash import CrashScreen
from game.window.screens.title import TitleScreen
from game.window.screens.trial import TrialScreen
from game.window.shots import Player
from game.window.sounds import Silence, Sounds
from game.window.start import Entrance
from game.window.widgets.panel import Panel
from tests.window import pilot as fly
from tests.window.views import ASSETS

ROOT = Path(__file__).resolve().parents[2]
SMALL = str(ROOT / "tests" / "cases" / "small_case.yaml")


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("the answer was “I told 小雨 everything”")


class Saved(Player):
    """A player of the real small case, whose app is in a rescue."""

    def __init__(self, home: Path) -> None:
        doors = Entrance(ASSETS, open_reception(ROOT, home, "en"), Wish(case=SMALL))
        self.rescue = Rescue(App(doors, fly.SIZE, Silence()))
        self.rescue.do(Begin("small_case", Role.JUDGE, None, "turn"))
        super().__init__(doors, fly.SIZE, self.rescue)  # type: ignore[arg-type]

    @property
    def top(self):
        return self.rescue.app.top

    def answered(self) -> int:
        return len(self.rescue.app.table.session.trial.moves)

    def to_the_first_turn(self) -> None:
        for _ in range(40):
            if self.top.answering:
                return
            self.look()
            self.key(pygame.K_RETURN)

    def press(self, key_name: str) -> None:
        self.top.desk.set_focus(self.top.desk.find(key_name))
        self.key(pygame.K_RETURN)


@pytest.fixture
def saved(own_home) -> Saved:
    player = Saved(own_home)
    player.to_the_first_turn()
    return player


def reports(home: Path) -> list[Path]:
    return sorted((home / "reports").glob("*.txt"))


def answer(player: Saved) -> None:
    for key in (pygame.K_1, pygame.K_1):
        player.key(key)
    player.press("confirm")


# each layer fails once


def test_a_widget_that_cannot_be_painted_leads_to_a_page_and_back_into_the_trial(
    saved, own_home, monkeypatch
):
    with monkeypatch.context() as wrong:
        wrong.setattr(Panel, "draw", broken)
        saved.rescue.renew()
        saved.rescue.paint(saved.surface)
    assert isinstance(saved.top, CrashScreen)
    assert len(reports(own_home)) == 1

    saved.look()
    saved.key(pygame.K_RETURN)
    assert isinstance(saved.top, TrialScreen)
    assert saved.top.answering


def test_a_table_that_fails_after_the_answer_was_saved_does_not_lose_it(saved, monkeypatch):
    from game.session.table import Table

    submit = Table.submit

    def submit_and_fail(table, action):
        submit(table, action)
        broken()

    with monkeypatch.context() as wrong:
        wrong.setattr(Table, "submit", submit_and_fail)
        answer(saved)
    assert isinstance(saved.top, CrashScreen)
    saved.key(pygame.K_RETURN)

    assert saved.answered() >= 1


def test_a_table_that_fails_before_the_answer_was_saved_asks_again(saved, monkeypatch):
    from game.session.table import Table

    before = saved.answered()
    with monkeypatch.context() as wrong:
        wrong.setattr(Table, "submit", broken)
        answer(saved)
    saved.key(pygame.K_RETURN)

    assert saved.top.answering
    assert saved.answered() == before


def test_a_surface_that_cannot_be_made_leads_to_a_page(saved, monkeypatch):
    def no_room(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as wrong:
        wrong.setattr("game.window.screens.trial.TrialScreen.laid", no_room)
        saved.rescue.resize((1024, 768))

    assert "no memory left" in " ".join(w.text() for w in saved.top.desk.widgets)


def test_a_trial_that_is_not_saved_goes_on_from_memory(own_home):
    own_home.write_text("a file stands where the folder should be")
    player = Saved(own_home)
    player.key(pygame.K_RETURN)
    player.to_the_first_turn()
    answer(player)
    before = player.answered()

    player.rescue._fall(RuntimeError())
    said = " ".join(widget.text() for widget in player.top.desk.widgets)
    player.key(pygame.K_RETURN)

    assert "could not be saved here" in said
    assert player.answered() == before >= 1


def test_a_second_crash_on_the_page_ends_the_window(saved, monkeypatch):
    saved.rescue._fall(RuntimeError())
    monkeypatch.setattr(CrashScreen, "handle", broken)

    with pytest.raises(Undone):
        saved.key(pygame.K_RETURN)


def test_a_page_that_cannot_be_laid_out_ends_the_window(saved, monkeypatch):
    monkeypatch.setattr(CrashScreen, "laid", broken)

    with pytest.raises(Undone):
        saved.rescue._fall(RuntimeError())


def test_the_page_leads_to_the_title_where_no_trial_is_open():
    pilot, doors = fly.player()
    rescue = Rescue(pilot.app)
    rescue._fall(RuntimeError())

    assert not pilot.has("trial")
    pilot.key(pygame.K_RETURN)
    assert isinstance(pilot.app.top, TitleScreen)
    assert len(doors.reports) == 1


def test_the_page_speaks_the_language_that_is_chosen_while_it_stands():
    pilot = fly.at_trial("en")
    Rescue(pilot.app)._fall(RuntimeError())
    pilot.app.do(Change("language", "zh_CN"))

    assert isinstance(pilot.app.top, CrashScreen)
    pilot.look()


# what is no reason to stop


@pytest.mark.parametrize("svg", ["", "no picture at all", "<svg", "\0\1\2"])
def test_a_picture_that_cannot_be_decoded_is_left_out(tmp_path, svg):
    for name in ("scenes", "people", "icons", "ui"):
        (tmp_path / name).mkdir()
    for name in ("scenes/courtroom", "people/somebody", "icons/save", "ui/logo"):
        (tmp_path / f"{name}.svg").write_text(svg)
    (tmp_path / "scenes" / "home.svg").write_bytes(b"\xff\xfe")
    drawn = pictures.Pictures(tmp_path)

    for place in ("courtroom", "home"):
        assert drawn.scene(place, (64, 36)).get_at((1, 1))[:3] == pictures.WALL
    assert drawn.person("somebody", "sad", 48).size == (40, 48)
    assert drawn.head("somebody", 20).size == (20, 20)
    assert drawn.icon("save", 20, (1, 2, 3)).size == (20, 20)
    assert drawn.ornament("logo", (9, 9)).size == (9, 9)


def test_a_sound_that_cannot_be_played_is_silence(tmp_path, monkeypatch):
    (tmp_path / "gavel.ogg").write_bytes(b"this is no sound")
    sounds = Sounds(tmp_path, 70)
    sounds.play("gavel")

    class Unplugged:
        def set_volume(self, _: float) -> None:
            raise pygame.error("device removed")

    sounds._kept["chime"] = Unplugged()  # type: ignore[assignment]
    sounds.play("chime")
    pygame.mixer.quit()


def test_without_a_sound_device_the_game_is_silent(tmp_path, monkeypatch):
    def no_device(*_: object) -> None:
        raise pygame.error("No such device.")

    monkeypatch.setattr(pygame.mixer, "init", no_device)
    pilot = fly.at_trial()
    pilot.app.sounds = Sounds(ASSETS / "sounds", 70)

    pilot.app.do(Cue("gavel"))

    assert isinstance(pilot.app.top, TrialScreen)


def test_settings_that_cannot_be_written_hold_until_the_end(own_home):
    own_home.write_text("a file stands where the folder should be")
    player = Saved(own_home)
    player.key(pygame.K_RETURN)

    player.rescue.do(Change("contrast", True))
    assert player.rescue.app.kit.settings.contrast

    player.rescue.do(Home())
    said = " ".join(widget.text() for widget in player.top.desk.widgets)
    assert "settings could not be saved" in said


def test_a_full_disk_refuses_an_answer_in_words_and_takes_it_later(saved, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as wrong:
        wrong.setattr("os.fsync", full)
        answer(saved)
    said = " ".join(widget.text() for widget in saved.top.desk.widgets)
    assert "No space left on device" in said
    before = saved.answered()

    saved.key(pygame.K_RETURN)
    saved.press("confirm")
    assert saved.answered() > before
    assert open_again(saved).session.trial == saved.rescue.app.table.session.trial


def open_again(player: Saved):
    return open_reception(ROOT, player.rescue.app.doors.reception.home, "en").trials.resume()


# time, size, and the screen itself


@pytest.mark.parametrize("jump", [-1e6, -0.5, 1e9])
def test_a_clock_that_jumps_finishes_no_sentence_wrongly(jump):
    pilot = fly.at("line-told", fly.at_trial())
    pilot.app.top._typed = -1
    pilot.app.top.again()
    for now in (10.0, 10.1, 10.1 + jump, 10.2 + jump, 10.3):
        pilot.app.update(now)
        pilot.app.paint(pilot.surface)

    pilot.look()
    assert not pilot.app.moving
    assert fly.difference(pilot.surface, fly.whole(pilot)) is None


@pytest.fixture
def window():
    pygame.display.init()
    yield pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
    pygame.display.quit()


def test_the_loop_goes_on_when_its_clock_jumps(window):
    pilot, _ = fly.player()
    loop = Loop(pilot.app, window)
    for now in (100.0, 100.1, 3.0, 2e9, 0.0):
        pygame.event.post(Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
        loop.step(now)

    assert pilot.app.running


def test_a_screen_that_is_lost_is_opened_again_and_painted_whole(window, monkeypatch):
    pilot, _ = fly.player()
    loop = Loop(pilot.app, window)
    loop.step(0.0)

    def lost(_: object) -> None:
        raise pygame.error("Surface is lost")

    with monkeypatch.context() as wrong:
        wrong.setattr(pygame.display, "update", lost)
        pilot.app.renew()
        loop.step(0.1)
    loop.step(0.2)

    shown = Surface((1280, 720), 0, 32)
    shown.blit(loop.screen, (0, 0))
    assert fly.difference(shown, fly.whole(pilot)) is None


def test_minimised_and_shown_again_the_whole_window_is_there(window, monkeypatch):
    pilot, _ = fly.player()
    shown: list[object] = []
    monkeypatch.setattr(pygame.display, "update", shown.append)
    loop = Loop(pilot.app, window)
    loop.step(0.0)
    shown.clear()

    for kind in (pygame.WINDOWMINIMIZED, pygame.WINDOWFOCUSLOST, pygame.WINDOWRESTORED):
        pygame.event.post(Event(kind))
    loop.step(1.0)

    assert [window.get_rect()] in shown


def test_the_screen_is_filled_and_left_by_f11(window):
    pilot, _ = fly.player()
    loop = Loop(pilot.app, window)
    for now in (1.0, 2.0):
        pygame.event.post(Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode=""))
        loop.step(now)

    assert pilot.app.size == loop.screen.get_size() == (1280, 720)


def test_a_screen_that_refuses_to_be_filled_leaves_the_window_as_it_is(window, monkeypatch):
    pilot, _ = fly.player()
    one = Loop(pilot.app, window)

    def refuse(*_: object) -> None:
        raise pygame.error("no such mode")

    with monkeypatch.context() as wrong:
        wrong.setattr(loop.pygame.display, "set_mode", refuse)
        one._fill_or_leave()

    assert one.screen.get_size() == (1280, 720)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 1024), (3440, 700), (500, 900), (200, 120)])
def test_every_screen_stands_in_the_middle_of_a_window_of_any_shape(size):
    pilot, _ = fly.player(size=size, text_scale=1.25)
    for name in fly.every_screen(pilot):
        stage = pilot.app.kit.stage
        assert pilot.surface.get_rect().contains(stage), name
        for widget in pilot.app.top.desk.widgets if min(size) > 600 else ():
            assert stage.inflate(4, 4).contains(widget.rect), name


# what a report tells
