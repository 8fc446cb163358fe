"""Who stands where, where the camera looks, and that everything comes to rest."""

from __future__ import annotations

import pygame
import pytest
from msgspec.structs import replace

from game.window.screens.camera import ALL, AT, SECONDS, between
from game.window.screens.stage import speaker
from game.window.screens.staging import company, shot_of
from game.window.shots import moment
from game.window.widgets.figure import GESTURES, Figure
from game.window.widgets.ribbon import STANDS, SWEEP, Ribbon
from tests.window import pilot as fly
from tests.window.sample import Sample
from tests.window.views import SampleDoors, SampleTable

sample = Sample("en")
JUDGE, ZHOU, HE = (sample.spoken(by, "Well.", "嗯。") for by in ("judge", "zhou", "he"))
TOLD = sample.line("told", "It rains.", "下雨了。")
SCENE = sample.line("scene", "The next day", "第二天", scene="s2")


def view(*lines):
    return replace(SampleTable(SampleDoors(), "judge").view(), lines=lines)


def beside(*lines):
    shown = view(*lines)
    at = len(lines) - 1
    return [who.person.id for who in company(shown, at, speaker(shown, lines[at]))]


def test_whoever_spoke_before_is_spoken_with():
    assert beside(ZHOU, JUDGE) == ["zhou"]
    assert beside(HE, ZHOU, JUDGE) == ["zhou", "he"]


def test_nobody_is_spoken_with_across_scenes_or_long_after():
    assert beside(ZHOU, SCENE, JUDGE) == []
    assert beside(ZHOU, TOLD, TOLD, TOLD, TOLD, JUDGE) == []


def test_nobody_stands_where_the_speaker_stands():
    chen = sample.spoken("xiaoyu", "I?", "我？")
    shown = view(HE, chen)
    here = speaker(shown, chen)
    sides = [who.side for who in company(shown, 1, here)]

    assert here.side not in sides


def test_the_camera_looks_at_whoever_speaks_and_at_everything_for_the_narrator():
    shown = view(JUDGE, ZHOU, HE, TOLD)
    shots = [shot_of(speaker(shown, line)) for line in shown.lines]

    assert shots == [AT["bench"], AT["left"], AT["right"], ALL]


def test_a_turn_of_the_camera_ends_exactly_where_it_should():
    assert between(AT["left"], AT["right"], 0.0) == AT["left"]
    assert between(AT["left"], AT["right"], 1.0) == AT["right"]
    assert AT["left"].x < between(AT["left"], AT["right"], 0.5).x < AT["right"].x


@pytest.mark.parametrize("mood", GESTURES)
def test_every_gesture_ends_where_the_figure_was_put(mood):
    pilot, _ = fly.player()
    figure = Figure(pilot.app.kit, pygame.Surface((40, 40)))
    figure.at(100, 100)
    figure.act(GESTURES[mood], mirrored=True, enters=90)
    for now in (0.0, 0.1, 0.2):
        assert figure.tick(now)

    assert not figure.tick(0.3)
    assert figure.rect.topleft == (100, 100)


def objected(**settings):
    """A player at the moment in which the defence objects."""
    pilot = fly.at("line-reason", fly.at_trial(**settings))
    table = pilot.app.table
    lines = pilot.app.top.view.lines
    spoken = replace(HE, cue="objection", mood="angry")
    pilot.app.top.view = replace(table.view(), lines=(*lines, spoken))
    while pilot.app.top.line is not spoken:
        pilot.look()
        pilot.key(pygame.K_RETURN)
    return pilot


def ribbons(pilot):
    return [w for w in pilot.app.top.desk.widgets if isinstance(w, Ribbon)]


def test_an_objection_sweeps_over_the_stage_and_is_gone():
    pilot = objected()
    ribbon = ribbons(pilot)[0]
    pilot.app.update(pilot.now)
    pilot.app.update(pilot.now + SWEEP + 0.01)
    assert ribbon.text() == "Objection!"
    assert pilot.app.kit.stage.contains(ribbon.rect)
    assert pilot.app.sounds.asked[-1] == "objection"

    pilot.app.update(pilot.now + STANDS + SWEEP + 0.01)
    assert ribbon.text() == ""


def test_without_motion_the_ribbon_stands_and_nothing_moves():
    pilot = objected(motion=False)

    assert not pilot.app.moving
    assert ribbons(pilot)[0].text() == "Objection!"
    assert sum(isinstance(w, Figure) for w in pilot.app.top.desk.widgets) == 1


def test_nothing_moves_longer_than_a_blink_but_the_letters_and_the_ribbon():
    assert SECONDS < 0.3
    assert SWEEP < 0.3


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_painting_bit_by_bit_equals_painting_everything_while_the_camera_turns(size):
    pilot = fly.at_trial(size=size)
    met = set()
    while not pilot.app.top.answering or len(pilot.app.table.actions) < 2:
        met.add(moment(pilot.app.top))
        for _ in range(5):
            pilot.now += 0.05
            pilot.app.update(pilot.now)
            pilot.app.paint(pilot.surface)
            bit_by_bit = pilot.surface.copy()

            assert fly.difference(bit_by_bit, fly.whole(pilot)) is None
        pilot.look()
        if pilot.app.top.answering:
            fly.begin_answer(pilot)
            fly.finish_answer(pilot)
        else:
            pilot.key(pygame.K_RETURN)

    assert "line-said" in met


def test_without_motion_the_trial_never_moves():
    pilot = fly.at_trial(motion=False)
    for _ in range(12):
        assert not pilot.app.moving
        pilot.key(pygame.K_RETURN)


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
