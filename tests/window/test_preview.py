"""The preview follows the file as it is saved: to what changed, to findings, and back again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.reports import last_words
from game.session.wish import Wish
from game.trial.view import Action
from game.window.intents import Change, OpenCase, Restart, Turn
from game.window.preview.app import PreviewApp
from game.window.preview.letterbox import Letterbox, Request
from game.window.preview.screens import FindingsScreen, ManualScreen, PreviewScreen
from game.window.preview.start import Backstage, drafted
from game.window.screens.crash import CrashScreen
from game.window.shots import Player
from game.window.sounds import Silence
from tests.window import pilot as fly

ROOT = Path(__file__).parents[2]
SMALL = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
ONE_SAY = "- say: Once."


class Preview(Player):
    """A preview of a copy of the small case, with the clock in the test's hands."""

    def __init__(self, folder: Path, text: str | bytes = SMALL, **request: object) -> None:
        self.file = folder / "small_case.yaml"
        self.save(text)
        reception = open_reception(ROOT, folder / "home", "en")
        wish = Request(**request)  # type: ignore[arg-type]
        self.letters = Letterbox(folder / "home" / "cache", self.file)
        self.letters.take()
        draft = drafted(reception, self.file, wish)
        doors = Backstage(ROOT / "assets", reception, Wish())
        self.preview = PreviewApp(doors, fly.SIZE, Silence(), draft, self.letters)
        super().__init__(doors, fly.SIZE, self.preview)
        self.app.do(Change("motion", False))

    def save(self, text: str | bytes) -> None:
        """Save as editors do: a new file takes the place of the old one."""
        fresh = self.file.with_suffix(".new")
        fresh.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.replace(fresh, self.file)

    def wait(self, seconds: float = 1.0) -> Preview:
        for _ in range(round(seconds / 0.1)):
            self.now += 0.1
            self.app.update(self.now)
        return self

    def edit(self, old: str, new: str) -> Preview:
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.save(text.replace(old, new))
        return self.wait()

    @property
    def here(self) -> str:
        assert isinstance(self.app.top, PreviewScreen), self.app.top
        return self.app.top.here

    @property
    def text(self) -> str:
        return " ".join(widget.text() for widget in self.app.top.desk.widgets)

    def answer(self, *picks: str) -> None:
        """Answer the open turn of the seat."""
        table = self.preview.draft.table
        assert table is not None
        view = table.view()
        assert table.submit(Action(view.revision, view.role, picks)) is None


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Opens previews one after the other, and closes them."""
    windows: list[Preview] = []

    def opened(text: str = SMALL, **request: object) -> Preview:
        for window in windows:
            window.letters.leave()
        windows.append(Preview(tmp_path, text, **request))
        return windows[-1]

    yield opened
    for window in windows:
        window.letters.leave()


@pytest.fixture
def preview(opened: Callable[..., Preview]) -> Preview:
    return opened()


def test_it_opens_at_the_place_that_is_asked_for(opened):
    assert opened(at="court").here == "court.0"
    assert opened(at="court.3").here == "court.2"
    assert opened(at="47").here == "bait.2"
    assert opened(at="48").here == "bait.3"


def test_an_unknown_place_says_so_and_a_near_one_is_named(opened):
    assert "no scene is called “cellar”" in opened(at="cellar").text
    assert "did you mean “court”" in opened(at="cuort").text
    assert "“court” has 16 steps" in opened(at="court.99").text
    assert opened(at="court.٣").here == "court.0"


def test_a_saved_change_is_shown_at_its_beat(preview):
    assert preview.here == "bait.0"
    preview.edit("What now?", "What would you do?")

    assert preview.here == "bait.2"
    assert "What would you do?" in preview.text


def test_a_change_of_an_exhibit_is_shown_where_the_court_first_sees_it(preview):
    preview.edit("title: Screenshot", "title: A torn picture")

    assert preview.here == "court.1"


def test_a_remark_moves_nothing(preview):
    preview.app.do(Turn(6))
    preview.edit("scenes:", "# the scenes begin here\nscenes:")

    assert preview.here == "court.1"
    assert "line 57" in preview.text


def test_errors_are_listed_with_place_and_hint_and_mending_returns_to_the_spot(preview):
    preview.app.do(Turn(2))
    preview.look()
    preview.key(pygame.K_1)
    preview.edit("- exhibit: log", "- exhibit: lo")

    assert isinstance(preview.app.top, FindingsScreen)
    assert "C203: no exhibit is called “lo”" in preview.text
    assert f"{preview.file.as_posix()}:55:18" in preview.text
    assert "did you mean “log”?" in preview.text

    preview.edit("- exhibit: lo\n", "- exhibit: log\n")

    assert preview.here == "bait.2"
    assert preview.app.top.answer.picked


def test_the_page_of_a_finding_is_a_press_away_and_escape_comes_back(preview):
    preview.edit("level: junior", "level: university")
    preview.key(pygame.K_RETURN)

    assert isinstance(preview.app.top, ManualScreen)
    assert "C205" in preview.text
    assert "level: senior" in preview.text
    preview.key(pygame.K_ESCAPE)
    assert isinstance(preview.app.top, FindingsScreen)
    preview.key(pygame.K_ESCAPE)
    assert "1 error" in preview.text
    preview.press("findings")
    assert isinstance(preview.app.top, FindingsScreen)


def test_warnings_do_not_stop_the_trial_and_are_counted(preview):
    assert "warning" not in preview.text
    preview.edit("traps:\n", "traps:\n  spare: {kind: secrecy, tell: Hush., lesson: Tell.}\n")

    assert "1 warning" in preview.text
    preview.key(pygame.K_F4)
    assert "C218 (warning)" in preview.text


def test_a_file_that_is_broken_from_the_start_opens_where_it_was_asked_once_mended(opened):
    preview = opened(SMALL.replace("scenes:", "scenes"), at="court.2")
    assert isinstance(preview.app.top, FindingsScreen)
    preview.save(SMALL)

    assert preview.wait().here == "court.1"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\xd8\x00", b"\x00\x01" * 50, b"\x89PNG"])
def test_what_is_no_text_becomes_a_finding(preview, content):
    preview.save(content)
    preview.wait(3)

    assert isinstance(preview.app.top, FindingsScreen)


def test_a_file_that_is_gone_for_a_moment_is_waited_for_and_one_that_stays_away_is_missed(preview):
    preview.app.do(Turn(1))
    preview.file.unlink()
    preview.wait(0.6)
    assert preview.here == "bait.1"
    preview.wait(2)
    assert "there is no such file" in preview.text
    preview.save(SMALL)
    assert preview.wait().here == "bait.1"


def test_a_save_that_is_half_written_is_not_read(preview):
    for length in range(100, len(SMALL), 1500):
        preview.file.write_text(SMALL[:length], encoding="utf-8")
        preview.wait(0.3)
        assert isinstance(preview.app.top, PreviewScreen)
    preview.save(SMALL.replace("Once.", "Twice."))
    preview.wait()

    assert "Twice." in preview.preview.draft.loaded.text
    assert preview.here == "bait.0"


def test_a_save_that_kept_time_and_size_is_noticed_all_the_same(preview):
    before = preview.file.stat()
    with preview.file.open("r+", encoding="utf-8") as file:
        file.write(SMALL.replace("What now?", "What how?"))
    os.utime(preview.file, ns=(before.st_atime_ns, before.st_mtime_ns))
    preview.wait(4)

    assert "What how?" in preview.text


def test_picks_are_kept_while_they_fit_and_dropped_with_a_word_when_not(preview):
    preview.app.do(Turn(2))
    preview.answer("pay")
    preview.edit("says: He promised me skins.", "says: He promised me ten skins.")
    assert preview.here == "bait.4"
    assert preview.preview.draft.table.session.trial.answers["bait.2.judge"] == ("pay",)

    preview.edit("pay: {says: Pay, because: Bad.}, ", "")
    preview.app.do(Turn(1))
    assert "1 of your answers did not fit any more" in preview.text
    assert preview.preview.draft.table.session.trial.answers["bait.2.judge"] == ("tell",)


def test_picks_stay_with_their_beat_when_another_is_put_before_it(preview):
    preview.app.do(Turn(2))
    preview.answer("pay")
    preview.edit(ONE_SAY, ONE_SAY + "\n      - say: And again.")

    assert preview.here == "bait.1"
    assert preview.preview.draft.kept == {"bait.3.judge": ("pay",)}


def test_a_beat_with_a_condition_is_reached_by_the_way_that_leads_there(opened):
    pays = SMALL.replace("when: {chose: tell}", "when: {chose: pay}")
    preview = opened(pays, at="bait.4")

    assert preview.here == "bait.3"
    assert "She told her mum." in preview.text
    assert "some answers before are not the best" in preview.text


def test_a_beat_that_waits_for_the_opposite_is_reached_as_well(opened):
    text = SMALL.replace("when: {chose: tell}", "when: {not: {chose: tell}}")

    assert "She told her mum." in opened(text, at="bait.4").text


def test_every_beat_is_reached_by_next_and_left_by_previous(preview):
    case = preview.preview.draft.case
    keys = [f"{scene.id}.{n}" for scene in case.scenes for n in range(len(scene.beats))]
    met = []
    for _ in keys:
        met.append(preview.here)
        preview.press("next beat")
        preview.look()
    assert met == keys
    assert preview.here == "end"
    preview.key(pygame.K_F6)
    assert preview.here == keys[-1]


def test_role_and_language_change_at_the_same_beat(preview):
    preview.app.do(Turn(7))
    preview.key(pygame.K_F8)
    assert preview.here == "court.2"
    assert preview.app.top.view.role is Role.PROSECUTION
    preview.key(pygame.K_F9)
    assert preview.app.settings.language == "zh_CN"
    assert preview.here == "court.2"


def test_nothing_of_a_preview_is_kept_in_the_settings(preview):
    preview.key(pygame.K_F9)

    assert not (preview.file.parent / "home" / "settings.json").exists()


def test_restart_forgets_the_picks(preview):
    preview.app.do(Turn(2))
    preview.answer("pay")
    preview.app.do(Restart())

    assert preview.here == "bait.0"
    assert preview.preview.draft.kept == {}


def test_a_whole_trial_can_be_played_to_its_debrief_and_back(preview):
    for _ in fly.moments(preview):
        pass
    assert "What this trial taught" in preview.text
    preview.key(pygame.K_ESCAPE)
    assert isinstance(preview.app.top, PreviewScreen)


def test_the_debrief_leads_to_another_role_at_the_beginning(preview):
    preview.app.do(Turn(1000))
    preview.key(pygame.K_RETURN)
    preview.app.do(OpenCase("small_case"))

    assert preview.here == "bait.0"
    assert preview.app.top.view.role is Role.PROSECUTION


def test_a_request_moves_the_open_window(preview):
    second = Letterbox(preview.file.parent / "home" / "cache", preview.file)
    assert not second.take()
    second.ask(Request(at="58", role=Role.DEFENCE, language="zh_CN"))
    preview.wait()

    assert preview.here == "court.3"
    assert preview.app.top.view.role is Role.DEFENCE
    assert preview.app.settings.language == "zh_CN"


def test_law_cards_beside_the_file_are_followed_too(preview):
    laws = (ROOT / "scenarios" / "laws.yaml").read_text(encoding="utf-8")
    beside = preview.file.parent / "laws.yaml"
    beside.write_text(laws.replace("criminal_law/266:", "criminal_law/267:"), encoding="utf-8")
    preview.wait()
    assert "no law card is called “criminal_law/266”" in preview.text
    beside.write_text(laws, encoding="utf-8")
    assert preview.wait().here == "bait.0"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_sticks_out_of_the_window(preview, scale, language):
    preview.app.do(Change("language", language))
    preview.app.do(Change("text_scale", scale))
    for _ in range(4):
        for widget in preview.app.top.desk.widgets:
            assert preview.app.kit.stage.contains(widget.rect)
            assert not list(fly.outside(widget, widget.rect))
        preview.app.do(Turn(2))
    preview.edit("exhibit: log", "exhibit: lo")
    for widget in preview.app.top.desk.widgets:
        assert not list(fly.outside(widget, preview.app.kit.stage))


def test_when_the_preview_fails_the_draft_itself_stands_below(preview):
    preview.app.crashed(last_words(ValueError(), None))

    assert [type(screen) for screen in preview.app.stack] == [PreviewScreen, CrashScreen]
