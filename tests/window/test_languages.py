"""The language changes at any moment by one key, and a second one may stand beside it."""

from __future__ import annotations

import pygame
import pytest
from msgspec.structs import replace

from game.scenario.steps import Role
from game.session.settings import other_language
from game.trial.view import Run
from game.window.both import Both, both, joined, second_of
from game.window.intents import Change
from game.window.widgets.label import Label, Typewriter
from tests.window import pilot as fly
from tests.window.views import SampleDoors, SampleTable


def typewriter(pilot):
    return next(w for w in pilot.app.top.desk.family() if isinstance(w, Typewriter))


def half_typed(**settings):
    """A player in the middle of a spoken sentence."""
    pilot = fly.at_trial(**settings)
    for _ in range(20):
        pilot.key(pygame.K_RETURN)
        if shown := [w for w in pilot.app.top.desk.family() if isinstance(w, Typewriter)]:
            break
    speech = shown[0]
    while speech.share < 0.5:
        pilot.now += 0.02
        pilot.app.update(pilot.now)
    return pilot


def test_f2_in_the_middle_of_a_sentence_goes_on_at_the_same_share():
    pilot = half_typed()
    before = typewriter(pilot)
    pilot.key(pygame.K_F2)

    after = typewriter(pilot)
    assert pilot.app.settings.language == "zh_CN"
    assert after.text() != before.text()
    assert not after.complete
    assert after.share == pytest.approx(before.share, abs=1.5 / after.length)


def test_the_sentence_is_typed_on_after_the_change():
    pilot = half_typed()
    pilot.key(pygame.K_F2)
    share = typewriter(pilot).share
    for _ in range(2):
        pilot.now += 0.05
        pilot.app.update(pilot.now)

    assert share < typewriter(pilot).share < 1.0


def test_f2_twice_is_the_first_language_again():
    pilot = fly.at_trial("zh_CN")
    pilot.key(pygame.K_F2)
    pilot.key(pygame.K_F2)

    assert pilot.app.settings.language == "zh_CN"
    assert other_language(other_language("en")) == "en"


def test_what_was_picked_stays_picked_when_the_language_changes():
    pilot = fly.at("turn-choose begun", fly.at_trial())
    picked = list(pilot.app.top.answer.picked)
    pilot.key(pygame.K_F2)

    assert pilot.app.top.answer.picked == picked != []


def texts(screen):
    return [w for w in screen.desk.family() if isinstance(w, Label) and w.beside is not None]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_each_line_prompt_choice_and_passage_stands_there_twice(language):
    pilot = fly.at_trial(language, two_languages=True)
    table = pilot.app.table
    for _ in fly.moments(pilot):
        screen = pilot.app.top
        if not screen.answering:
            continue
        first, second = table.view().turn, table.second_view().turn
        shown = {label.text() for label in texts(screen)}
        for one, other in zip(first.options, second.options, strict=True):
            pair = "\n".join("".join(run.text for run in o.label) for o in (one, other))
            assert pair in shown or screen.answer.turn.kind in ("mark", "speak")
        prompts = "\n".join("".join(run.text for run in t.prompt) for t in (first, second))
        assert prompts in shown


def test_one_language_alone_has_nothing_beside_it():
    pilot = fly.at("turn-choose", fly.at_trial())

    assert texts(pilot.app.top) == []


def test_two_languages_can_be_switched_on_in_the_middle_of_a_trial():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.app.do(Change("two_languages", True))

    assert len(texts(pilot.app.top)) > 2


def test_texts_are_joined_by_their_place_and_options_by_their_pick():
    doors = SampleDoors("en", two_languages=True)
    table = SampleTable(doors, Role.JUDGE, stage=1)
    view, second = table.view(), table.second_view()
    whole = joined(view, turned_round(second))

    for option in whole.turn.options:
        chinese = next(o for o in second.turn.options if o.pick == option.pick)
        assert second_of(option.label) == chinese.label
    for line, other in zip(whole.lines, second.lines, strict=True):
        assert second_of(line.says) == other.says


def turned_round(view):
    """The same view with its options the other way round."""
    return replace(view, turn=replace(view.turn, options=view.turn.options[::-1]))


def test_a_name_that_reads_the_same_is_said_once():
    name = (Run("GM Star", pick="p1"),)

    assert second_of(both(name, (Run("GM Star"),))) == ()
    assert isinstance(both(name, (Run("星辰客服"),)), Both)


def test_the_second_language_is_typed_along_with_the_first():
    pilot = half_typed(two_languages=True)
    speech = typewriter(pilot)

    assert 0 < speech._even(speech.upto, speech.beside) < len(speech.beside.text)
