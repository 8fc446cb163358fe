"""Who stands where, where the camera looks, and that everything comes to rest."""

from __future__ import annotations

import pygame
import pytest
from msgspec.structs import replace

from game.window.screens.camera import ALL, AT, SECONDS, between
from game.window.screens.stage import Speaker, speaker
from game.window.screens.staging import Director, company, shot_of
from game.window.screens.trial import TrialScreen
from game.window.shots import moment
from game.window.widgets.figure import GESTURES, Figure
from game.window.widgets.ribbon import STANDS, SWEEP, Ribbon
from tests.window import pilot as fly
from tests.window.sample import Sample
from tests.window.views import SampleDoors, SampleRerun, SampleTable

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


def test_the_bar_tells_of_the_scene_that_is_watched_though_the_court_is_further():
    screen = TrialScreen(SampleRerun(SampleDoors()))
    assert screen.view.lines[0].scene == "shome" != screen.view.scene.id
    screen.seen = 0

    assert screen.at_this_moment().scene.id == "shome"


def test_the_head_of_whoever_presides_leaves_the_emblem_to_be_seen():
    kit = fly.player("en")[0].app.kit
    room, panel = pygame.Rect(16, 73, 1248, 633), pygame.Rect(16, 510, 1248, 196)
    who = next(Speaker(one, "neutral", 0) for one in sample.people if one.stands == "bench")
    [figure] = Director().people(kit, who, room, panel, ())
    top = figure.rect.y + figure.picture.get_bounding_rect().y

    assert top >= 170  # the emblem of the courtroom ends at 186
