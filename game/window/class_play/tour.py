"""A tour of every screen of a class, played with real events, for shots and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from game.scenario.steps import TurnKind
from game.session.class_play.plan import Manner, drawn
from game.session.class_play.table import ClassTable
from game.trial.record import open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action
from game.window.class_play.cards import ByCards
from game.window.class_play.trial import ClassScreen
from game.window.class_play.wishes import OpenBoard, SetUp, Start
from game.window.intents import Begin

if TYPE_CHECKING:
    from game.window.shots import Player

ON_CARDS = (TurnKind.CHOOSE, TurnKind.AMOUNT)


def class_tour(player: Player, trial: Begin) -> Iterator[str]:
    """Name each moment of a class when it stands: setting up, seats, cards, vote and board."""
    app = player.app
    app.do(SetUp(trial))
    yield "class-set-up"
    player.press("teams 6")
    player.press("manner cards")
    yield "class-set-up-cards"
    app.do(Start(trial, drawn(Manner.SEATS, 4)))
    yield "class-opening"
    yield from _seats(player)
    app.do(Start(trial, drawn(Manner.CARDS, 6)))
    yield "class-opening-cards"
    yield from _cards(player)
    app.do(OpenBoard())
    yield "class-board"
    player.key(pygame.K_ESCAPE)
    play_on(_table(player))
    _screen(player).moved()
    app.do(OpenBoard())
    yield "class-board-at-the-end"
    player.press(f"teach {trial.role}")
    yield "class-taught"
    player.key(pygame.K_ESCAPE)


def _seats(player: Player) -> Iterator[str]:
    """The curtain, a turn of one team, and a vote."""
    watch(player)
    yield "class-curtain"
    player.press("come")
    yield "class-seat"
    play_on(_table(player), until_vote=True)
    _screen(player).moved()
    watch(player)
    if player.has("come"):
        player.press("come")
    if not player.has("vote"):
        return
    player.press("vote")
    player.press("more 0")
    player.press("count 0")
    for key in (pygame.K_1, pygame.K_2, pygame.K_RETURN):
        player.key(key)
    yield "class-vote"
    player.press("seal")
    yield "class-seat-with-vote"
    player.key(pygame.K_1)
    player.press("confirm")
    yield "class-vote-told"
    player.press("next")


def _cards(player: Player) -> Iterator[str]:
    """The question, the grid and what was shown, for letters and for numbers."""
    for kind in ON_CARDS:
        play_on(_table(player), until=kind)
        _screen(player).moved()
        watch(player)
        if not player.has("enter cards"):
            continue
        yield f"class-question-{kind}"
        player.press("enter cards")
        for key in (pygame.K_1, pygame.K_2, pygame.K_RETURN):
            player.key(key)
        yield f"class-grid-{kind}"
        _fill(player)
        if not player.has("confirm"):
            continue
        player.press("confirm")
        yield f"class-shown-{kind}"


def _fill(player: Player) -> None:
    """Enter what is missing: the first number there is, the first letters."""
    screen = _screen(player)
    turn, answer = screen.view.turn, screen.answer
    if turn is None or not isinstance(answer, ByCards):
        return
    for row in answer.rows:
        for option in turn.options:
            if not answer.done(row):
                player.press(f"card {row} {option.pick}")
        if not answer.done(row):
            player.press(f"more {row}")
    if turn.kind is TurnKind.AMOUNT:
        player.press("more 1")


def watch(player: Player) -> None:
    """Go on until somebody has to answer or to come, or all is over."""
    for _ in range(1000):
        player.look()
        if not player.has("next"):
            return
        player.press("next")


def play_on(table: ClassTable, *, until: TurnKind | None = None, until_vote: bool = False) -> None:
    """Answer as well as can be, up to the first turn of a kind, to a vote, or to the end."""
    while (call := table.call) is not None:
        trial = table.session.trial
        ask = open_ask(trial, call.role)
        assert ask is not None
        if ask.kind is until or (until_vote and table.votes_on):
            return
        picks = best_picks(ask, trial.answers)
        if call.team is None:
            table.show_cards(tuple(picks for _ in table.plan.teams))
        else:
            table.submit(Action(len(trial.moves), call.role, picks))


def _screen(player: Player) -> ClassScreen:
    screen = player.app.top
    assert isinstance(screen, ClassScreen)
    return screen


def _table(player: Player) -> ClassTable:
    return _screen(player).seats
