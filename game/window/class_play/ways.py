"""What comes of the wishes of a class: a screen to show, another intent, or nothing more."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.words import T
from game.session.class_play.table import ClassTable
from game.window.class_play.board import BoardScreen, TaughtScreen
from game.window.class_play.setup import SetUpScreen
from game.window.class_play.trial import ClassScreen
from game.window.class_play.vote import VoteScreen
from game.window.class_play.wishes import (
    GoOn,
    OpenBoard,
    OpenVote,
    Seal,
    SetUp,
    Show,
    Start,
    Teach,
)
from game.window.doors import Doors
from game.window.intents import Back, ForClass, Intent, Tell
from game.window.screens.base import Screen


class Enter(Struct, frozen=True):
    """A screen to show; `alone` over the title, or over all that is open."""

    screen: Screen
    alone: bool = False


def outcome(wish: ForClass, doors: Doors, top: Screen) -> Enter | Intent | None:
    """What comes of `wish`, which the screen on `top` has."""
    match wish:
        case SetUp(trial):
            return Enter(SetUpScreen(trial, doors))
        case Start(trial, plan):
            return Enter(ClassScreen(doors.start_class(trial, plan)), alone=True)
        case GoOn(case_id):
            table = doors.resume_class(case_id)
            return Enter(ClassScreen(table, resumed=True), alone=True) if table else None
    return _at_table(wish, top) if isinstance(top.table, ClassTable) else None


def _at_table(wish: ForClass, top: Screen) -> Enter | Intent | None:
    table = top.table
    assert isinstance(table, ClassTable)
    match wish:
        case OpenVote() if table.votes_on:
            return Enter(VoteScreen(table))
        case OpenBoard():
            return Enter(BoardScreen(table))
        case Teach(role):
            table.role = role
            return Enter(TaughtScreen(table))
        case Seal(votes):
            refused = table.vote(votes)
            return Tell(T("The vote could not be kept"), refused) if refused else Back()
        case Show(cards) if isinstance(top, ClassScreen):
            if refused := table.show_cards(cards):
                return Tell(T("The court cannot take this answer"), refused)
            top.moved()
            return top.cue()
    return None
