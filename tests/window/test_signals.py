"""What differs in meaning is told apart by every eye, also by one that sees no colour at all."""

from __future__ import annotations

from collections import Counter

import pygame
import pytest
from pygame import Rect, Surface

from game.scenario.words import T
from game.window.intents import Back
from game.window.screens.moments import verdict
from game.window.screens.record import SIGNS
from game.window.theme import CONTRAST, NORMAL, WRITTEN_ON
from game.window.widgets.button import Button, Card, Tile
from game.window.widgets.label import Label
from game.window.widgets.links import Links, Thread
from game.window.widgets.panel import Icon
from game.window.widgets.slider import Toggle
from tests.window import pilot as fly
from tests.window.eyes import EYES, seen, seen_contrast

PLAIN = 3.0  # the contrast of a difference that nobody overlooks (WCAG 1.4.11)
SHARE = 0.02  # of the picture, that must differ so

each_eye = pytest.mark.parametrize("eye", EYES)
each_palette = pytest.mark.parametrize("contrast", [False, True], ids=["normal", "contrast"])


@pytest.fixture
def kit(contrast):
    return fly.player("en", contrast=contrast)[0].app.kit


def test_the_simulation_keeps_grey_and_mixes_up_red_and_green():
    for eye in EYES:
        assert all(abs(part - 128) <= 2 for part in seen((128, 128, 128), eye))
    assert seen((255, 0, 0), "protanopia")[0] < 120  # red is dark
    assert seen_contrast((200, 60, 60), (110, 110, 60), "deuteranopia") < 1.5


@each_eye
@pytest.mark.parametrize(("palette", "least"), [(NORMAL, 4.5), (CONTRAST, 7.0)], ids=["AA", "AAA"])
def test_text_can_be_read_by_every_eye(palette, least, eye):
    for ink, ground in WRITTEN_ON:
        pair = getattr(palette, ink), getattr(palette, ground)
        assert seen_contrast(*pair, eye) >= least, (ink, ground)


@each_eye
@each_palette
def test_right_and_wrong_carry_different_signs(kit, eye):
    signs = [verdict(kit, "", "", sound, 400).parts[0] for sound in (True, False, None)]

    assert_apart([picture(sign, kit.colours.paper) for sign in signs], eye)


@each_eye
@each_palette
def test_admitted_excluded_and_open_carry_different_signs(kit, eye):
    signs = [Icon(kit, name, 30, kit.colours.ink) for name in SIGNS.values()]

    assert len(signs) == 3
    assert_apart([picture(sign, kit.colours.card) for sign in signs], eye)


@each_eye
@each_palette
def test_a_marked_phrase_is_told_from_an_unmarked_one(kit, eye):
    from game.trial.view import Run

    def drawn(on):
        label = Label(kit, (Run("Let it stay between us", pick="p"),), 400, phrases={"p": Back()},
                      snug=True)  # fmt: skip
        label.phrases[0].on = on
        return picture(label, kit.colours.bubble)

    assert_apart([drawn(True), drawn(False)], eye)


@each_eye
@each_palette
def test_what_is_chosen_is_told_from_what_is_not(kit, eye):
    def drawn(made, on):
        widget = made()
        widget.on = on
        return picture(widget, kit.colours.paper)

    for made in (
        lambda: Button(kit, T("Back"), Back()),
        lambda: Button(kit, T("Back"), Back(), bare=True),
        lambda: Card(kit, "1", "Text", Back(), width=300),
        lambda: Tile(kit, (300, 80), [], Back()),
        lambda: Toggle(kit, T("High contrast"), False, Back(), 300),
    ):
        assert_apart([drawn(made, True), drawn(made, False)], eye)


@each_eye
@each_palette
def test_links_of_different_relations_have_different_lines(kit, eye):
    cards = [Card(kit, "1", "Text", Back(), width=100) for _ in range(2)]
    lines = [Links(kit, Rect(0, 0, 96, 60), [Thread(*cards, relation)]) for relation in range(3)]

    # A line is thin: a fifth of its own dots must differ, not of the room around it.
    drawn = [picture(line, kit.colours.paper) for line in lines]
    inked = min(sum(dot != kit.colours.paper for dot in dots(one)) for one in drawn)
    assert_apart(drawn, eye, 0.2 * inked)


def picture(widget, ground) -> Surface:
    """The widget alone, on its ground."""
    surface = Surface(widget.rect.size, 0, 32)
    surface.fill(ground)
    widget.at(0, 0)
    widget.draw(surface)
    return surface


def assert_apart(pictures, eye, least=None) -> None:
    """Any two of the pictures differ plainly in a fair part of their dots, or in `least`."""
    for number, one in enumerate(pictures):
        for other in pictures[:number]:
            pairs = Counter(zip(dots(one), dots(other), strict=True))
            plain = sum(n for pair, n in pairs.items() if seen_contrast(*pair, eye) >= PLAIN)

            assert plain >= (SHARE * pairs.total() if least is None else least), number


def dots(surface: Surface) -> list[tuple[int, int, int]]:
    raw = pygame.image.tobytes(surface, "RGB")
    return [tuple(raw[at : at + 3]) for at in range(0, len(raw), 3)]
