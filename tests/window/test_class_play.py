"""A class before one screen: from the case file to the board, by keys alone, and back again."""

from __future__ import annotations

import random
from pathlib import Path

import pygame
import pytest

from game.scenario.steps import Role, TurnKind
from game.session.class_play.plan import Manner, drawn
from game.session.reception import open_reception
from game.session.reports import last_words
from game.session.wish import Wish
from game.trial.record import open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action
from game.window.class_play.board import BoardScreen, TaughtScreen
from game.window.class_play.cards import ByCards
from game.window.class_play.setup import SetUpScreen
from game.window.class_play.tour import play_on, watch
from game.window.class_play.trial import ClassScreen
from game.window.class_play.wishes import Start
from game.window.intents import Begin, Change, Go, OpenCase, Resume
from game.window.screens.title import TitleScreen
from game.window.start import Entrance
from game.window.theme import CONTRAST, FAR, NORMAL, contrast_ratio
from tests.conftest import ROOT
from tests.window import pilot as fly
from tests.window.test_screens import stir

SMALL = str(Path(ROOT) / "tests" / "cases" / "small_case.yaml")
JUDGE = Begin("small_case", Role.JUDGE, None, "turn")


@pytest.fixture
def enter(own_home):
    """A teacher starts the game, on the small case."""

    def come_in(language="en"):
        reception = open_reception(ROOT, own_home, language)
        return fly.Player(Entrance(ROOT / "assets", reception, Wish(case=SMALL)), fly.SIZE)

    return come_in


def begun(pilot, manner, teams=3, trial=JUDGE):
    pilot.app.do(Start(trial, drawn(manner, teams)))
    watch(pilot)
    return pilot


def table(pilot):
    return pilot.app.top.seats


def shown(pilot):
    return " ".join(widget.text() for widget in pilot.app.top.desk.widgets)


def answered(pilot):
    """The team that has come gives the best answer."""
    seats = table(pilot)
    trial = seats.session.trial
    picks = best_picks(open_ask(trial, seats.role), trial.answers)
    assert seats.submit(Action(len(trial.moves), seats.role, picks)) is None
    pilot.app.top.moved()
    pilot.look()


def at_cards(pilot, kind):
    play_on(table(pilot), until=kind)
    pilot.app.top.moved()
    watch(pilot)
    pilot.press("enter cards")
    return pilot


def test_a_teacher_comes_from_the_case_file_to_the_first_call_by_keys_alone(enter):
    pilot = enter()
    pilot.app.do(OpenCase("small_case"))
    pilot.press("class")
    assert isinstance(pilot.app.top, SetUpScreen)
    pilot.press("teams 4")
    pilot.press("name 3")
    pilot.press("begin")
    watch(pilot)

    assert isinstance(pilot.app.top, ClassScreen)
    assert len(table(pilot).plan.teams) == 4
    assert "Judge, please come to the keyboard" in shown(pilot)


def test_fewer_teams_keep_their_names(enter):
    pilot = enter()
    pilot.app.do(OpenCase("small_case"))
    pilot.press("class")
    pilot.press("name 0")
    renamed = pilot.app.top.plan.teams[0]
    for count in (6, 2, 5):
        pilot.press(f"teams {count}")

        assert pilot.app.top.plan.teams[0] == renamed
        assert pilot.app.top.plan.sound


def test_the_curtain_hides_the_turn_until_the_team_has_come(enter):
    pilot = begun(enter(), Manner.SEATS)
    assert not pilot.has("confirm")
    assert not pilot.has("record")

    pilot.key(pygame.K_RETURN)

    assert pilot.app.top.answer is not None
    assert "The Pandas" in shown(pilot)


def test_the_curtain_falls_again_before_the_next_seat_without_a_word_of_reasons(enter):
    pilot = begun(enter(), Manner.SEATS)
    pilot.press("come")
    answered(pilot)

    assert pilot.has("come")
    assert "Prosecution, please come" in shown(pilot)


def test_each_team_hears_in_turn_what_its_answer_was_worth(enter):
    pilot = begun(enter(), Manner.SEATS)
    for _ in range(3):
        pilot.press("come")
        answered(pilot)
    names = []
    while pilot.app.top.line is not None and pilot.app.top.line.manner == "reason":
        names += [n for n in ("Pandas", "Cranes", "Tigers") if n in shown(pilot)]
        pilot.key(pygame.K_RETURN)
        pilot.look()

    assert names == ["Pandas", "Cranes", "Tigers"]


def test_a_whole_class_with_seats_comes_to_the_board_and_to_what_each_seat_learned(enter):
    pilot = begun(enter(), Manner.SEATS, 5)
    for _ in range(900):
        watch(pilot)
        if isinstance(pilot.app.top, BoardScreen):
            break
        if pilot.has("come"):
            pilot.press("come")
        answered(pilot)

    assert isinstance(pilot.app.top, BoardScreen)
    assert shown(pilot).count("everything right") == 5
    pilot.press("teach defence")
    assert isinstance(pilot.app.top, TaughtScreen)
    pilot.key(pygame.K_ESCAPE)
    assert isinstance(pilot.app.top, BoardScreen)
    pilot.press("home")
    assert isinstance(pilot.app.top, TitleScreen)


def test_letters_typed_one_after_the_other_fill_the_grid(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 4), TurnKind.CHOOSE)
    options = [option.pick for option in pilot.app.top.view.turn.options]
    seats = table(pilot)
    assert not pilot.has("confirm")
    for key in (pygame.K_a, pygame.K_2, pygame.K_a, pygame.K_MINUS, pygame.K_RETURN):
        pilot.key(key)

    cards = list(seats.register.kept.cards.values())[-1]
    assert cards == ((options[0],), (options[1],), (options[0],), None)


def test_a_card_that_was_entered_wrongly_can_be_entered_again(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 2), TurnKind.CHOOSE)
    first, second = (option.pick for option in pilot.app.top.view.turn.options[:2])
    pilot.press(f"card 0 {first}")
    pilot.press(f"card 0 {second}")
    pilot.press("card 1 ")
    assert pilot.has("confirm")

    assert pilot.app.top.answer.cards() == ((second,), None)


def test_numbers_are_typed_row_by_row_and_only_lawful_ones_count(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 2), TurnKind.AMOUNT)
    scale = pilot.app.top.view.turn.range
    for key in (pygame.K_1, pygame.K_2, pygame.K_RETURN, pygame.K_9, pygame.K_9, pygame.K_9,
                pygame.K_9, pygame.K_9):  # fmt: skip
        pilot.key(key)
    assert scale.most < 99999
    assert not pilot.has("confirm")
    for _ in range(3):
        pilot.key(pygame.K_BACKSPACE)
    pilot.key(pygame.K_RETURN)
    pilot.press("confirm")

    assert list(table(pilot).register.kept.cards.values())[-1] == (("12",), ("99",))


def test_the_language_changes_while_cards_are_entered_and_they_stay(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 3), TurnKind.CHOOSE)
    pilot.key(pygame.K_a)
    pilot.app.do(Go("settings"))
    pilot.press("language zh_CN")
    pilot.key(pygame.K_ESCAPE)

    answer = pilot.app.top.answer
    assert isinstance(answer, ByCards)
    assert answer.entered(0) is not None
    assert pilot.app.kit.settings.language == "zh_CN"


def test_every_kind_of_turn_can_be_played_by_cards_or_at_the_keyboard(enter):
    pilot = begun(enter(), Manner.CARDS, 3, Begin("small_case", Role.DEFENCE, None, "turn"))
    kinds = set()
    for _ in range(200):
        watch(pilot)
        if isinstance(pilot.app.top, BoardScreen):
            break
        kind = pilot.app.top.view.turn.kind
        kinds.add(kind)
        if pilot.has("come"):
            pilot.press("come")
            assert not isinstance(pilot.app.top.answer, ByCards)
            answered(pilot)
        else:
            pilot.press("enter cards")
            for team in range(3):
                if kind is TurnKind.AMOUNT:
                    pilot.press(f"more {team}")
                for pick in [o.pick for o in pilot.app.top.view.turn.options]:
                    if not pilot.app.top.answer.done(team):
                        pilot.press(f"card {team} {pick}")
            pilot.press("confirm")

    assert kinds == set(TurnKind)
    assert isinstance(pilot.app.top, BoardScreen)


def test_what_the_teams_showed_is_told_where_they_differ(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 3), TurnKind.CHOOSE)
    for key in (pygame.K_a, pygame.K_b, pygame.K_b, pygame.K_RETURN):
        pilot.key(key)

    assert "What the teams showed" in shown(pilot)
    assert "The class answers this." in shown(pilot)
    pilot.key(pygame.K_RETURN)
    assert "What the teams showed" not in shown(pilot)


def test_where_all_agree_the_trial_just_goes_on(enter):
    pilot = at_cards(begun(enter(), Manner.CARDS, 2), TurnKind.CHOOSE)
    for key in (pygame.K_a, pygame.K_a, pygame.K_RETURN):
        pilot.key(key)

    assert "What the teams showed" not in shown(pilot)


def test_the_vote_of_the_benches_is_sealed_until_the_court_has_ruled(enter):
    pilot = begun(enter(), Manner.SEATS)
    play_on(table(pilot), until_vote=True)
    pilot.app.top.moved()
    watch(pilot)
    pilot.press("come")
    pilot.press("vote")
    for key in (pygame.K_1, pygame.K_4, pygame.K_RETURN, pygame.K_7):
        pilot.key(key)
    pilot.press("seal")
    assert "14 hands" not in shown(pilot)

    pilot.key(pygame.K_1)
    pilot.press("confirm")

    assert "14 hands" in shown(pilot)
    assert "7 hands" in shown(pilot)
    pilot.key(pygame.K_RETURN)
    assert "14 hands" not in shown(pilot)


def test_a_board_during_a_trial_without_feedback_tells_no_points(enter):
    quiet = Begin("small_case", Role.JUDGE, None, "end")
    pilot = begun(enter(), Manner.CARDS, 3, quiet)
    play_on(table(pilot), until=TurnKind.AMOUNT)
    pilot.app.top.moved()
    pilot.press("board")

    assert "Points are told at the end." in shown(pilot)
    assert " of " not in shown(pilot)


def test_a_class_goes_on_from_the_title_and_a_single_player_from_the_case_file(enter):
    begun(enter(), Manner.CARDS, 3)
    pilot = enter()
    pilot.app.do(Resume())

    assert isinstance(pilot.app.top, ClassScreen)
    pilot.app.do(OpenCase("small_case"))
    pilot.press("class")
    pilot.press("go on")
    assert isinstance(pilot.app.top, ClassScreen)


def test_projector_mode_keeps_the_players_own_choices_for_later(enter):
    pilot = enter()
    pilot.app.do(Change("projector", True))
    assert pilot.app.kit.large == FAR
    assert pilot.app.kit.colours is CONTRAST
    assert pilot.app.kit.ring > 1
    pilot.app.do(Change("text_scale", 2.0))
    assert pilot.app.kit.large == 2.0
    pilot.app.do(Change("text_scale", 1.0))
    pilot.app.do(Change("projector", False))

    assert pilot.app.kit.large == 1.0
    assert pilot.app.kit.colours is NORMAL


@pytest.mark.parametrize("palette", [NORMAL, CONTRAST], ids=["normal", "contrast"])
def test_the_names_of_teams_can_be_read_on_their_colours(palette):
    for colour in palette.teams:
        assert contrast_ratio(palette.on_navy, colour) >= 4.5


@pytest.mark.parametrize("manner", Manner)
@pytest.mark.parametrize("seed", range(2))
def test_painting_bit_by_bit_equals_painting_everything(enter, manner, seed):
    chance = random.Random(seed)
    pilot = begun(enter(), manner, 4)
    pilot.app.do(Change("projector", bool(seed)))
    play_on(table(pilot), until=TurnKind.CHOOSE)
    pilot.app.top.moved()
    watch(pilot)
    for _ in range(80):
        if not isinstance(pilot.app.top, ClassScreen):
            pilot.key(pygame.K_ESCAPE)
        stir(pilot, chance)
        pilot.app.paint(pilot.surface)
        bit_by_bit = pilot.surface.copy()
        pilot.app.kit.stale.clear()

        assert fly.difference(bit_by_bit, fly.whole(pilot)) is None


@pytest.mark.parametrize("alone_as_well", [False, True], ids=["class", "and a player"])
def test_when_the_game_fails_a_class_finds_its_own_trial_again(enter, alone_as_well):
    pilot = enter()
    if alone_as_well:
        pilot.app.do(JUDGE)
    begun(pilot, Manner.CARDS)
    answered(pilot)
    moves = table(pilot).session.trial.moves

    pilot.app.crashed(last_words(ValueError(), None))

    screen = pilot.app.stack[1]
    assert isinstance(screen, ClassScreen)
    assert screen.seats.session.trial.moves == moves
