"""The room that check C345 gives a text is the room that the window has for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.scenario.checks.fits import CARD, CHOICE, EXHIBIT, LETTER, LINE, MESSAGE, TASK
from game.scenario.steps import Role
from game.trial.view import Run
from game.window.screens import stage
from game.window.screens.moments import spoken
from game.window.screens.record import RecordScreen
from game.window.screens.turns.choose import Choosing
from game.window.screens.turns.mark import Marking
from game.window.theme import HEIGHT
from game.window.widgets.button import Card
from game.window.widgets.scroll import ScrollArea
from tests.window.pilot import player
from tests.window.sample import Sample
from tests.window.views import SampleTable

CHINESE = "春天里鸟儿唱歌，花儿开放。"
ENGLISH = "The witness said that nobody had been at home on that evening. "
ENOUGH, TOO_MUCH = 0.9, 1.15  # of the room: letters differ in width, and lines end with words


class Stage:
    """What a trial is laid out with, in the usual window."""

    def __init__(self, language: str) -> None:
        pilot, doors = player(language)
        self.kit = pilot.app.kit
        self.sample = Sample(language)
        self.table = SampleTable(doors, Role.JUDGE)
        self.view = self.table.view()
        self.room = stage.open_stage(self.kit, stage.top_bar(self.kit, self.view))
        self.filler = CHINESE if language == "zh_CN" else ENGLISH

    def text(self, characters: float) -> str:
        """A text as wide as so many Chinese characters."""
        letters = characters if self.filler is CHINESE else characters / LETTER
        return (self.filler * 100)[: round(letters)]

    def choice(self, text: str) -> bool:
        """Whether a choice stays within two lines on half the width."""
        half = (self.room.w - 64) // 2
        return Card(self.kit, "1", text, None, width=half).rect.h <= self.kit.u(100)

    def task(self, text: str) -> bool:
        """Whether a task beside a document needs no scrolling."""
        turn = replace(self.sample.mark(), prompt=text)
        side = Marking(turn).laid(self.kit, self.view, self.room)[1]
        return all(part.room <= 0 for part in side.parts if isinstance(part, ScrollArea))

    def exhibit(self, text: str) -> bool:
        """Whether an exhibit lies on the table while the court chooses among four rulings."""
        exhibit = replace(self.view.exhibits[0], title="x", shows=text)
        turn = self.sample.choose()
        rulings = 4 * (replace(turn.options[0], label="Admit it", note=""),)
        turn = replace(turn, prompt="x", options=rulings)
        panel = Choosing(turn).laid(self.kit, self.view, self.room)[0]
        return stage.on_table(self.kit, exhibit, self.room, panel.rect, stage.RIGHT) is not None

    def message(self, text: str) -> bool:
        """Whether a message can be seen whole."""
        turn = self.sample.mark()
        document = next(d for d in self.view.documents if d.id == turn.document)
        passage = replace(document.passages[0], says=(Run(text),))
        view = replace(self.view, documents=(replace(document, passages=(passage,)),))
        frame = Marking(replace(turn, options=())).laid(self.kit, view, self.room)[0]
        return all(part.room <= 0 for part in frame.parts if isinstance(part, ScrollArea))

    def card(self, text: str) -> bool:
        """Whether a law card can be read without scrolling."""
        law = replace(self.view.laws[0], says=text)
        self.table.view = lambda: replace(self.view, laws=(law,))
        screen = RecordScreen(self.table, "laws")
        screen.build(self.kit)
        return screen.desk.find("page laws").room <= 0


@pytest.fixture(params=["en", "zh_CN"])
def laid(request) -> Stage:
    return Stage(request.param)


@pytest.mark.parametrize(
    ("place", "room"),
    [
        ("choice", CHOICE),
        ("task", TASK),
        ("exhibit", EXHIBIT),
        ("message", MESSAGE),
        ("card", CARD),
    ],
)
def test_check_and_window_agree_on_the_room(place, room, laid):
    fits = getattr(laid, place)

    assert fits(laid.text(ENOUGH * room))
    assert not fits(laid.text(TOO_MUCH * room))


def test_the_longest_line_leaves_the_speakers_face_on_the_screen(laid):
    line = next(line for said, _ in laid.sample.stages() for line in said if line.by)
    long = replace(line, says=(Run(laid.text(max(LINE.values()))),))
    panel = spoken(laid.kit, laid.view, long, laid.room).panel

    assert stage.HEADROOM <= panel.rect.y - laid.room.y < HEIGHT
