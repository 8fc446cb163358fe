"""A finished trial is watched again: played, stepped through, or jumped about in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import pygame
from msgspec import Struct
from msgspec.structs import replace
from pygame import Rect
from pygame.event import Event

from game.scenario.words import T, Words
from game.session.rerun import Answered
from game.trial.view import Line, View
from game.window.desk import Desk
from game.window.doors import Doors, Rerun
from game.window.intents import Back, Intent
from game.window.kit import Kit
from game.window.names import marks
from game.window.screens.moments import Moment, Next, reason
from game.window.screens.stage import hint, name_plate, risen
from game.window.screens.trial import UNSEEN, TrialScreen
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel
from game.window.widgets.timeline import Tick, Timeline

LINGER = 1.6  # seconds that every stop stays
LETTERS = {"zh_CN": 6, "en": 16}  # that are read in a second


class At(Struct, frozen=True):
    """Go to this stop of the timeline."""

    stop: int


class Play(Struct, frozen=True):
    """Let it run, or stop it."""


class ReplayScreen(TrialScreen):
    """A trial whose lines and answers are all there. A stop is a line, or the reasons of a turn."""

    leads = False

    def __init__(self, rerun: Rerun) -> None:
        super().__init__(rerun)
        self.rerun = rerun
        self.playing = False
        self._due: float | None = None
        self._fetch()

    @property
    def called(self) -> str:
        return "replay"

    def refreshed(self, doors: Doors) -> None:
        super().refreshed(doors)
        self._fetch()

    def _fetch(self) -> None:
        self.answered = {answer.key: answer for answer in self.rerun.answered()}
        self._places = list(_stops(self.view.lines))
        if self.view.briefing:
            self._places.insert(0, UNSEEN)
        self._places.append(len(self.view.lines))

    @property
    def stop(self) -> int:
        """The number of the stop that is on the screen."""
        return max(0, bisect_right(self._places, self.seen) - 1)

    # time

    def update(self, now: float) -> Intent | None:
        intent = super().update(now)
        if not self.playing:
            return intent
        if self._due is None:
            self._due = now + self._lingers()
        elif now >= self._due and not self.moving:
            self._due = None
            self.go(self.stop + 1)
        return intent

    def _lingers(self) -> float:
        """How many seconds it takes to read what is on the screen."""
        line = self.line
        lines = self.reasons() if line and line.manner == "reason" else [line] if line else []
        letters = sum(len(run.text) for told in lines for run in told.says)
        letters += sum(len(told.quote) for told in lines)
        return LINGER + letters / LETTERS.get(self.kit.settings.language, 16)

    def go(self, stop: int) -> None:
        """Show that stop."""
        last = len(self._places) - 1
        self.seen = self._places[min(last, max(0, stop))]
        self.playing = self.playing and self.stop < last
        self._due = None
        self.again()

    # what is shown

    def around(self, room: Rect) -> tuple[list[Widget], Rect]:
        strip = self._strip()
        return [strip], Rect(room.x, room.y, room.w, strip.rect.y - room.y - self.kit.u(8))

    def _strip(self) -> Panel:
        """The controls and the timeline, below the moment."""
        kit, stage, pad = self.kit, self.kit.stage, self.kit.u(12)
        play = ("pause", T("Stop")) if self.playing else ("play", T("Let it run"))
        buttons = [
            self._control(T("One step back"), At(self.stop - 1), "back"),
            self._control(play[1], Play(), play[0]),
            self._control(T("One step on"), At(self.stop + 1), "next"),
            self._control(T("Close"), Back(), "close"),
        ]
        for button, name in zip(buttons, ("back", "play", "on", "close"), strict=True):
            button.key_name = name
        tall = max(button.rect.h for button in buttons) + 2 * kit.u(4)
        panel = Panel(kit, Rect(stage.x, stage.bottom - tall, stage.w, tall), kit.colours.navy,
                      radius=0)  # fmt: skip
        left = stage.x + pad
        for button in buttons[:3]:
            button.at(left, panel.rect.centery - button.rect.h // 2)
            left = button.rect.right
        close = buttons[3]
        close.at(stage.right - pad - close.rect.w, panel.rect.centery - close.rect.h // 2)
        size = SMALL if kit.large <= 1.25 else SMALL * 1.25 / kit.large
        count = T("{n} / {of}", n=self.stop + 1, of=len(self._places))
        shown = Label(kit, count, kit.u(200), size=size, colour=kit.colours.on_navy, snug=True)
        shown.at(close.rect.x - pad - shown.rect.w, panel.rect.centery - shown.rect.h // 2)
        width = shown.rect.x - 2 * pad - left
        line = Timeline(kit, width, len(self._places), self._ticks(), self.stop, At)
        line.at(left + pad, panel.rect.centery - line.rect.h // 2)
        line.key_name = "timeline"
        panel.parts = [*buttons[:3], line, shown, close]
        return panel

    def _control(self, text: Words, message: Message, icon: str) -> Button:
        return Button(self.kit, text, message, icon=icon, bare=True, icon_only=True)

    def _ticks(self) -> list[Tick]:
        lines = self.view.lines
        ticks = []
        for stop, place in enumerate(self._places):
            line = lines[place] if 0 <= place < len(lines) else None
            if line is not None and line.manner == "scene":
                ticks.append(Tick(stop, scene=True))
            elif line is not None and line.manner == "reason":
                ticks.append(Tick(stop, sound=_sound(self.answered.get(line.turn))))
        return ticks

    def _watched(self, kit: Kit, room: Rect) -> Moment:
        line = self.line
        if line is not None and line.manner == "reason":
            return self._answer(kit, self.reasons(), room)
        return super()._watched(kit, room)

    def _answer(self, kit: Kit, lines: Sequence[Line], room: Rect) -> Moment:
        """What was asked, what was answered and why that was sound or not, and the points."""
        told = self.answered.get(lines[0].turn)
        go_on = Button(kit, T("Continue"), Next(), icon="next", trailing=True, strong=True)
        go_on.key_name = "next"

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            asked = Label(kit, told.asked if told else "", inside.w, size=BODY, bold=True)
            parts = [asked, *(reason(kit, line, inside.w) for line in lines)]
            return parts, stack(parts, inside.x, inside.y, kit.u(10))

        keys = list(self.answered)
        number = keys.index(told.key) + 1 if told else 0
        title = T("Answer {n} of {of}", n=number, of=len(keys))
        footer: list[Widget] = [go_on]
        if told is not None and told.possible:
            points = T("Points: {earned} of {possible}", earned=marks(told.earned, 2),
                       possible=marks(told.possible, 2))  # fmt: skip
            footer.insert(0, hint(kit, points, [go_on], room.w))
        plate = name_plate(kit, title, kit.colours.navy, room, icon="scales")
        return Moment(risen(kit, room, body, footer, plate=plate))

    def at_this_moment(self) -> View:
        """The bar tells of this moment, not of the end."""
        seen = self.view.lines[: self.seen + 1]
        answers = len({line.turn for line in seen if line.turn in self.answered})
        now = super().at_this_moment()
        return replace(now, done=max(0, answers - 1), turns=len(self.answered), marks=None)

    def laid(self) -> Desk:
        desk = super().laid()
        desk.escape = Back()
        return desk

    # what happens

    def handle(self, event: Event) -> Intent | None:
        if event.type == pygame.KEYDOWN and event.key == pygame.K_k:
            return self.on(Play())
        line = self.desk.find("timeline")
        if line is not None and event.type == pygame.KEYDOWN and (to := line.key(event)):
            return self.on(to)
        return super().handle(event)

    def on(self, message: Message) -> Intent | None:
        match message:
            case At(stop):
                self.playing = False
                self.go(stop)
                return None
            case Play():
                self.playing = not self.playing
                if self.playing and self.stop == len(self._places) - 1:
                    self.seen = self._places[0]
                self._due = None
                self.again()
                return None
        self.playing = False
        return super().on(message)


def _stops(lines: Sequence[Line]) -> list[int]:
    """Where one may stop: at each line, and at the first of reasons that stand together."""
    return [
        number
        for number, line in enumerate(lines)
        if not (number and line.manner == "reason" == lines[number - 1].manner)
    ]


def _sound(told: Answered | None) -> bool | None:
    if told is None or 0 < told.earned < told.possible:
        return None
    return told.earned >= told.possible
