"""Every kind of turn can be answered by keys alone, and by the mouse."""

from __future__ import annotations

import pygame
import pytest

from tests.window import pilot as fly

languages = pytest.mark.parametrize("language", ["en", "zh_CN"])
large = pytest.mark.parametrize("scale", [1.0, 2.0])


def submitted(pilot):
    return pilot.app.table.actions[-1]


def tab_to(pilot, key_name):
    """Reach a widget by Tab alone."""
    desk = pilot.app.top.desk
    for _ in range(200):
        pilot.key(pygame.K_TAB)
        if desk.focus is not None and desk.focus.key_name == key_name:
            return
    raise AssertionError(f"Tab never came to {key_name}")


@languages
@large
def test_choose_by_digit_and_again_to_confirm(language, scale):
    pilot = fly.at("turn-choose", fly.at_trial(language, text_scale=scale))
    pilot.key(pygame.K_3)
    pilot.key(pygame.K_3)

    assert submitted(pilot).picks == ("o2",)


@languages
def test_choose_several_with_tab_and_space(language):
    pilot = fly.at("turn-choose-several", fly.at_trial(language))
    for pick in ("o0", "o2"):
        tab_to(pilot, pick)
        pilot.key(pygame.K_SPACE)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("o0", "o2")


@languages
@large
def test_mark_with_tab_and_space(language, scale):
    pilot = fly.at("turn-mark", fly.at_trial(language, text_scale=scale))
    for pick in ("p1", "p3", "p6", "p3"):
        tab_to(pilot, pick)
        pilot.key(pygame.K_SPACE)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("p1", "p6")


def test_arrows_walk_through_the_phrases():
    pilot = fly.at("turn-mark", fly.at_trial())
    met = set()
    for _ in range(20):
        pilot.key(pygame.K_DOWN)
        met.add(pilot.app.top.desk.focus.key_name)

    assert {"p2", "p3", "p5", "p6"} <= met


def test_a_phrase_over_two_lines_can_be_tapped_on_both():
    pilot = fly.at("turn-mark", fly.at_trial(text_scale=2.0))
    phrase = pilot.app.top.desk.find("p1")
    assert len(phrase.pieces) > 1
    for piece in phrase.pieces[:2]:
        pilot.click(piece.center)

    assert not phrase.on
    pilot.click(phrase.pieces[0].center)
    assert phrase.on


@languages
@large
def test_pair_by_digits(language, scale):
    pilot = fly.at("turn-pair", fly.at_trial(language, text_scale=scale))
    for key in (pygame.K_1, pygame.K_2, pygame.K_1, pygame.K_2, pygame.K_5, pygame.K_2):
        pilot.key(key)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("s1~m1~supports", "s2~m4~contradicts")


def test_a_link_can_be_taken_back():
    pilot = fly.at("turn-pair-sheet", fly.at_trial())
    for key in (pygame.K_1, pygame.K_1, pygame.K_2, pygame.K_3):
        pilot.key(key)
    tab_to(pilot, "o0~chat_log~proved")
    pilot.key(pygame.K_RETURN)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("o1~bank~proved",)


def test_pair_by_mouse():
    pilot = fly.at("turn-pair", fly.at_trial())
    for name in ("left s3", "right m2", "relation contradicts", "confirm"):
        pilot.click(pilot.app.top.desk.find(name).rect.center)

    assert submitted(pilot).picks == ("s3~m2~contradicts",)


@languages
@large
def test_order_by_lifting_a_card(language, scale):
    pilot = fly.at("turn-order", fly.at_trial(language, text_scale=scale))
    tab_to(pilot, "o1")
    pilot.key(pygame.K_SPACE)
    pilot.key(pygame.K_UP)
    pilot.key(pygame.K_SPACE)
    tab_to(pilot, "o3 up")
    pilot.key(pygame.K_RETURN)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("o1", "o0", "o3", "o2")


def test_order_by_dragging():
    pilot = fly.at("turn-order", fly.at_trial())
    desk = pilot.app.top.desk
    start, end = desk.find("o0").rect.center, desk.find("o3").rect.center
    fly.mouse(pilot, pygame.MOUSEBUTTONDOWN, start)
    for step in range(1, 21):
        y = start[1] + (end[1] + 12 - start[1]) * step // 20
        fly.mouse(pilot, pygame.MOUSEMOTION, (start[0], y))
    fly.mouse(pilot, pygame.MOUSEBUTTONUP, (start[0], end[1] + 12))
    pilot.press("confirm")

    assert submitted(pilot).picks == ("o1", "o2", "o3", "o0")


@languages
@large
def test_amount_by_typing(language, scale):
    pilot = fly.at("turn-amount", fly.at_trial(language, text_scale=scale))
    for key in (pygame.K_1, pygame.K_4, pygame.K_BACKSPACE, pygame.K_2, pygame.K_RIGHT):
        pilot.key(key)
    tab_to(pilot, "confirm")
    pilot.key(pygame.K_RETURN)

    assert submitted(pilot).picks == ("13",)


def test_amount_by_dragging_the_slider():
    pilot = fly.at("turn-amount", fly.at_trial())
    track = pilot.app.top.desk.find("slider").rect
    fly.mouse(pilot, pygame.MOUSEBUTTONDOWN, track.midleft)
    fly.mouse(pilot, pygame.MOUSEMOTION, (track.right + 40, track.centery))
    fly.mouse(pilot, pygame.MOUSEBUTTONUP, (track.right + 40, track.centery))
    pilot.click(pilot.app.top.desk.find("less").rect.center)
    pilot.press("confirm")

    assert submitted(pilot).picks == ("119",)


def test_a_refusal_is_shown_in_words_and_nothing_is_lost():
    pilot = fly.at("turn-choose", fly.at_trial())
    pilot.app.table.refuse = "It is not your turn."
    pilot.key(pygame.K_2)
    pilot.key(pygame.K_2)

    assert "It is not your turn." in pilot.app.top.desk.widgets[-1].text()
    pilot.app.table.refuse = ""
    pilot.key(pygame.K_RETURN)
    pilot.press("confirm")
    assert submitted(pilot).picks == ("o1",)


@languages
def test_hints_open_one_by_one_and_the_picks_are_kept(language):
    pilot = fly.at("turn-choose-several", fly.at_trial(language))
    pilot.key(pygame.K_1)
    hints = pilot.app.top.view.turn.hints

    for count in (1, 2, 2):
        tab_to(pilot, "hint")
        pilot.key(pygame.K_RETURN)
        assert pilot.app.top.text == "\n\n".join(hints[:count])
        pilot.key(pygame.K_ESCAPE)

    assert pilot.app.top.answer.picked == ["o0"]
