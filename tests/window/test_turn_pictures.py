"""What weighs tips scales, what is drafted fills a sheet, what was asked stands on a ruler."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from pygame import Rect

from game.scenario.steps import Role, Staging
from game.trial.view import Asked, Count, Option, Range, Run, Tally
from game.window.screens.turns.balance import HEAVIER, LIGHTER, Balance
from game.window.screens.turns.draft import draft, title
from game.window.screens.turns.hundred import Hundred
from game.window.screens.turns.ruler import Ruler, flags, spot_of, ticks
from game.window.screens.turns.tallies import chart
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Panel
from tests.window import pilot as fly

MONTHS = Range(0, 120, 1, "months")


def staged(kind, staging, language="en", scale=1.0, **more):
    """A player at the turn of that kind, staged in that way."""
    pilot = fly.at(kind, fly.at_trial(language, text_scale=scale))
    screen = pilot.app.top
    turn = replace(screen.view.turn, staging=staging, **more)
    screen.view = replace(screen.view, turn=turn)
    screen.answer.turn = turn
    screen.again()
    return pilot


def found(pilot, kind):
    return [w for w in pilot.app.top.desk.family() if isinstance(w, kind)]


PANS = tuple(Option(pick, (Run(pick),), plain=True) for pick in (HEAVIER, LIGHTER, "neither"))
TALLY = Tally("skins", (Count("Gull", 11), Count("Frog", 0), Count("Lamp", 22)))
STAGED = [
    ("turn-pair-sheet", Staging.SCALES, {"right": PANS}),
    ("turn-pair-sheet", Staging.TRAYS, {}),
    ("turn-choose-several", Staging.LETTER, {}),
    ("turn-choose-several", Staging.ORDER, {"law": "criminal_law/266"}),
    ("turn-amount", Staging.HUNDRED, {"range": Range(0, 100, 5, "honest accounts")}),
]


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(("kind", "staging", "more"), STAGED, ids=[s for _, s, _ in STAGED])
def test_nothing_sticks_out_however_a_turn_is_staged(kind, staging, more, language, scale):
    pilot = staged(kind, staging, language, scale, **more)
    fly.begin_answer(pilot)
    for widget in pilot.app.top.desk.widgets:
        stray = list(fly.outside(widget, Rect(widget.rect)))

        assert not stray, [(w.text(), w.rect, frame) for w, frame in stray]
    labels = found(pilot, Label)
    assert all(w.layout.size[0] <= w.rect.w + 1 for w in labels)


def test_scales_count_what_was_put_into_each_pan():
    pilot = staged("turn-pair-sheet", Staging.SCALES, right=PANS)
    options = pilot.app.top.answer.turn.options
    for option, pan in zip(options, (HEAVIER, HEAVIER, LIGHTER), strict=False):
        pilot.press(f"left {option.pick}")
        pilot.press(f"right {pan}")

    assert found(pilot, Balance)[0].text() == "1 lighter 2 heavier"


def test_what_is_picked_is_written_on_the_sheet_and_taken_off_again():
    pilot = staged("turn-choose-several", Staging.LETTER)
    turn = pilot.app.top.answer.turn
    words = "".join(run.text for run in turn.options[0].label)
    sheets = [len([w for w in found(pilot, Label) if w.text() == words])]
    for _ in range(2):
        pilot.press(turn.options[0].pick)
        sheets.append(len([w for w in found(pilot, Label) if w.text() == words]))

    assert sheets == [1, 2, 1]


def test_only_a_court_and_a_procuratorate_write_a_suggestion():
    view = fly.at_trial().app.top.view
    as_plaintiff = replace(view, role=Role.PROSECUTION, case=replace(view.case, proceeding="civil"))

    assert str(title(view, "letter")) == "Judicial suggestion"
    assert str(title(replace(view, role=Role.PROSECUTION), "letter")) == "Procuratorial suggestion"
    assert str(title(as_plaintiff, "letter")) == "What should change"


def test_a_sheet_has_a_line_for_everything_that_is_missing():
    pilot = staged("turn-choose-several", Staging.ORDER)
    screen = pilot.app.top
    paper = draft(pilot.app.kit, screen.view, screen.view.turn, (), 500)

    assert [f"{n + 1}." in paper.text() for n in range(screen.view.turn.most)] == [True] * 3


def test_dots_follow_the_number():
    pilot = staged("turn-amount", Staging.HUNDRED, range=Range(0, 100, 5, "accounts"))
    pilot.press("more")
    pilot.press("more")

    assert found(pilot, Hundred)[0].value == 10


def test_a_flag_stands_over_the_number_that_was_asked():
    pilot = fly.at("turn-amount", fly.at_trial())
    kit, view = pilot.app.kit, pilot.app.top.view
    slider = Rect(100, 0, 900, 46)
    marks, high = flags(kit, view, view.turn.asked, MONTHS, slider)
    plates = [mark for mark in marks if isinstance(mark, Panel)]

    assert [plate.text() for plate in plates] == ["Prosecution: 14 months", "Defence: 9 months"]
    assert not plates[0].rect.colliderect(plates[1].rect)
    assert all(slider.left <= p.rect.left and p.rect.right <= slider.right for p in plates)
    assert marks[0].rect.centerx == pytest.approx(spot_of(kit, slider, MONTHS, 14), abs=2)
    assert high > 0


def test_flags_for_the_same_number_stand_above_each_other():
    pilot = fly.at("turn-amount", fly.at_trial())
    asked = (Asked(Role.PROSECUTION, 60), Asked(Role.DEFENCE, 60))
    marks, _ = flags(pilot.app.kit, pilot.app.top.view, asked, MONTHS, Rect(0, 0, 900, 46))
    one, other = (mark for mark in marks if isinstance(mark, Panel))

    assert other.rect.bottom <= one.rect.top


@pytest.mark.parametrize(
    ("scale", "numbers"),
    [
        (Range(0, 120, 1, "months"), list(range(0, 121, 12))),
        (Range(0, 20_000, 500, "yuan"), list(range(0, 20_001, 2000))),
        (Range(3, 7, 1, "days"), [3, 4, 5, 6, 7]),
        (Range(0, 0, 1, "days"), [0]),
        (Range(1, 100, 1, "x"), [1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 100]),
    ],
)
def test_a_ruler_goes_up_in_even_steps_and_names_both_ends(scale, numbers):
    assert ticks(scale, 10) == numbers


def test_numbers_under_a_ruler_do_not_touch():
    kit = fly.at_trial(text_scale=2.0).app.kit
    labels = Ruler(kit, Range(0, 1_000_000, 1, "yuan"), 700).parts

    assert len(labels) > 1
    assert all(a.rect.right < b.rect.left for a, b in pairwise(labels))


def test_bars_of_a_tally_are_as_long_as_its_numbers_are_great():
    kit = fly.at_trial().app.kit
    bars = [w for w in chart(kit, TALLY, 900).family() if isinstance(w, Bar)]

    assert [bar.share for bar in bars] == [0.5, 0.0, 1.0]
