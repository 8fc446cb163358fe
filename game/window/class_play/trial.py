"""The trial of a class: the room watches together, and whoever is called answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pygame import Rect

from game.scenario.words import T
from game.session.class_play.plan import Call
from game.session.class_play.table import ClassTable
from game.trial.terms import role_name
from game.trial.view import Line
from game.window.class_play.cards import ByCards, HandIn, by_cards
from game.window.class_play.curtain import Come, curtain
from game.window.class_play.opening import opening
from game.window.class_play.rows import team_name, team_plate
from game.window.class_play.telling import told_cards, told_vote
from game.window.class_play.wishes import OpenBoard, OpenVote, Show
from game.window.desk import Desk
from game.window.intents import Go, Intent
from game.window.kit import Kit
from game.window.screens.moments import Moment
from game.window.screens.trial import UNSEEN, TrialScreen
from game.window.theme import SMALL
from game.window.widgets.base import Message, Widget
from game.window.widgets.button import Button

CARDS, VOTE = "cards", "vote"  # what may be told about an answer


class ClassScreen(TrialScreen):
    """A class at one table. Between two teams at the keyboard the curtain falls."""

    def __init__(self, table: ClassTable, *, resumed: bool = False) -> None:
        super().__init__(table, resumed=resumed)
        self.seats: ClassTable = table
        self.came: Call | None = None  # who has come to the keyboard
        self.asked = ""  # the ask that was answered last
        self.telling: list[str] = []  # what is told about it before the trial goes on
        if not resumed:
            self.seen = UNSEEN

    # what is shown

    @property
    def answering(self) -> bool:
        return not self.telling and super().answering

    @property
    def curtained(self) -> bool:
        """Whether a team is called that has not come yet."""
        call = self.seats.call
        return self.answering and call is not None and call.team is not None and call != self.came

    def reasons(self) -> Sequence[Line]:
        """The reasons for one answer: several teams may have answered at once."""
        given = super().reasons()
        return list(takewhile(lambda line: line.turn == given[0].turn, given))

    def laid(self) -> Desk:
        call = self.seats.call
        if self.curtained and call is not None and call.team is not None:
            self._moment = None
            return curtain(self.kit, self.view, self.seats.plan, call.team)
        return super().laid()

    def around(self, room: Rect) -> tuple[list[Widget], Rect]:
        """A strip: whose moment this is, the benches' vote, and the board of the teams."""
        kit, gap = self.kit, self.kit.u(10)
        size = SMALL if kit.large <= 1.5 else SMALL * 1.5 / kit.large
        board = Button(kit, T("Teams"), OpenBoard(), icon="people", size=size)
        board.key_name = "board"
        buttons = [board]
        if self.answering and self.seats.votes_on:
            vote = Button(kit, T("Vote of the benches"), OpenVote(), icon="hand", size=size)
            vote.key_name = "vote"
            buttons.insert(0, vote)
        right = room.right
        for button in reversed(buttons):
            right -= button.rect.w
            button.at(right, room.y)
            right -= gap
        strip: list[Widget] = list(buttons)
        if (plate := self._whose(right - room.x, size)) is not None:
            plate.at(room.x, room.y)
            strip.insert(0, plate)
        taken = max(widget.rect.h for widget in strip) + gap
        return strip, Rect(room.x, room.y + taken, room.w, room.h - taken)

    def _whose(self, width: int, size: float) -> Widget | None:
        """The plate of the team that answers, or whose answer is being explained."""
        team, ask = None, self.line.turn if self.line is not None else ""
        if self.answering and self.seats.call is not None:
            team = self.seats.call.team
        elif ask:
            team = self.seats.team_of(ask)
        if team is None:
            return None
        role = self.view.role if self.answering else self.seats.seat_of(ask)
        text = T(
            "{team} · {seat}",
            team=team_name(self.seats.plan, team),
            seat=role_name(role, self.view.case.proceeding),
        )
        plan, tall = self.seats.plan, self.kit.touch
        return team_plate(self.kit, plan, team, width, tall=tall, size=size, text=text, snug=True)

    def _shown(self, kit: Kit, room: Rect) -> list[Widget]:
        call, turn = self.seats.call, self.view.turn
        if self.answering and self.answer is None and turn and call and call.team is None:
            self.answer = by_cards(turn, self.seats.plan)
        return super()._shown(kit, room)

    def _watched(self, kit: Kit, room: Rect) -> Moment:
        if self.telling[:1] == [CARDS]:
            return told_cards(kit, self.seats, self.asked, room)
        if self.telling:
            return told_vote(kit, self.seats.tally(self.asked), room)
        if self.seen == UNSEEN:
            return opening(kit, self.view, self.seats, room)
        return super()._watched(kit, room)

    # what happens

    def moved(self) -> None:
        self.asked = self.view.turn.key if self.view.turn else ""
        differ = len(self.seats.shown(self.asked)) > 1
        told = {CARDS: differ, VOTE: bool(self.seats.tally(self.asked))}
        self.telling = [name for name, due in told.items() if due]
        super().moved()

    def cue(self) -> Intent | None:
        return None if self.telling else super().cue()

    def on(self, message: Message) -> Intent | None:
        if isinstance(message, Come):
            self.came = self.seats.call
            self.again()
            return None
        answer = self.answer
        if isinstance(answer, ByCards) and isinstance(message, HandIn):
            return Show(answer.cards())
        intent = super().on(message)
        if isinstance(answer, ByCards) and answer.aim:
            self.desk.set_focus(self.desk.find(answer.aim))
            answer.aim = ""
        return intent

    def _next(self) -> Intent | None:
        if self.telling:
            self.telling = self.telling[1:]
            self.again()
            return self.cue()
        intent = super()._next()
        return OpenBoard() if intent == Go("debrief") else intent
