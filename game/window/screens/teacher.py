"""The teacher's panel: pause, one step back, and which scenes to skip before the bell."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from msgspec import Struct
from pygame import Rect
from pygame.event import Event

from game.scenario.words import TN, T, Words
from game.session.lead import SceneAhead
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Back, Go, Intent, SkipScenes, TakeBack
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Message, Widget, flow
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.slider import Slider, Toggle

LONGEST = 240  # minutes that can be typed


class Minutes(Struct, frozen=True):
    """So many minutes are left until the bell."""

    minutes: int


class Flip(Struct, frozen=True):
    """This scene is to be played after all, or skipped."""

    scene: str


class From(Struct, frozen=True):
    """All scenes before this one are to be skipped."""

    scene: str


class TeacherScreen(Screen):
    """Stands over the trial at `table`. Nothing happens to it before the plan is confirmed."""

    overlay = True
    name = "teacher"
    leads = True

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table: Table = table
        self.ahead = self._ahead()
        self.minutes = self._takes(self.ahead)
        self.skip: tuple[str, ...] = ()
        self._typed = ""

    def refreshed(self, doors: Doors) -> None:
        self.ahead = self._ahead()

    def handle(self, event: Event) -> Intent | None:
        digit = event.unicode if event.type == pygame.KEYDOWN else ""
        if digit.isascii() and digit.isdigit():
            self._typed = f"{self._typed}{digit}"[-3:].lstrip("0")
            self._plan(int(self._typed or 0))
            return None
        if event.type == pygame.KEYDOWN:
            self._typed = ""
        return super().handle(event)

    def on(self, message: Message) -> Intent | None:
        match message:
            case Minutes(minutes):
                self._plan(minutes)
            case Flip(scene):
                wanted = {*self.skip} ^ {scene}
                self.skip = tuple(part.id for part in self.ahead if part.id in wanted)
                self.again()
            case From(scene):
                assert self.table.lead is not None
                self.skip = self.table.lead.up_to(scene)
                self.again()
            case _:
                return super().on(message)
        return None

    def _plan(self, minutes: int) -> None:
        """Propose what to skip so that the trial ends within `minutes`."""
        assert self.table.lead is not None
        self.minutes = min(LONGEST, max(1, minutes))
        self.skip = self.table.lead.plan(self.minutes)
        self.again()

    def _ahead(self) -> tuple[SceneAhead, ...]:
        assert self.table.lead is not None
        return self.table.lead.ahead()

    def _takes(self, scenes: Sequence[SceneAhead]) -> int:
        """The minutes of those that are played."""
        return sum(part.minutes for part in scenes if not part.skipped)

    # what is shown

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(70 / kit.large**2), -2 * kit.u(20 / kit.large))
        go = TN("Skip {n} scene", "Skip {n} scenes", len(self.skip))
        if not self.skip:
            go = T("Skip nothing")
        confirm = Button(kit, go, SkipScenes(self.skip), icon="check", strong=True)
        confirm.enabled, confirm.key_name = bool(self.skip), "skip"
        panel, _ = page(kit, T("For the teacher"), self._body, box=box, foot=confirm)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find("minutes") or panel.parts[0])
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        ways = self._ways(area.w)
        y = flow(ways, area.x, area.y, area.w, kit.u(10)) + kit.u(14)
        if not self.ahead:
            over = Label(kit, T("The trial is over. There is nothing left to skip."), area.w)
            over.at(area.x, y)
            return [*ways, over], over.rect.bottom
        clock = self._clock(Rect(area.x, y, area.w, 0))
        y = clock[-1].rect.bottom + kit.u(10)
        rows: list[Widget] = []
        for number, part in enumerate(self.ahead):
            row = self._scene(number, part, area.w)
            for widget in row:
                widget.move(area.x, y)
            rows += row
            y = max(widget.rect.bottom for widget in row) + kit.u(8)
        return [*ways, *clock, *rows], y

    def _ways(self, width: int) -> list[Widget]:
        kit = self.kit
        size = BODY if kit.large <= 1.5 else BODY * 1.5 / kit.large
        back = TakeBack(teacher=True)
        pause = Button(kit, T("Pause"), Go("pause"), icon="pause", size=size, most=width)
        undo = Button(kit, T("One step back"), back, icon="replay", size=size, most=width)
        pause.key_name, undo.key_name = "pause", "undo"
        return [pause, undo]

    def _clock(self, spot: Rect) -> list[Widget]:
        """What is left against the minutes there are, and what the plan comes to."""
        kit, colours = self.kit, self.kit.colours
        left = self._takes(self.ahead)
        needs = TN("What is left takes about {n} minute.", "What is left takes about {n} minutes.",
                   left)  # fmt: skip
        there = T("Minutes until the bell: {n} (drag, or type a number)", n=self.minutes)
        slider = Slider(kit, min(spot.w, kit.u(520)), min(self.minutes, max(2, left)),
                        (1, max(2, left), 1), Minutes)  # fmt: skip
        slider.key_name, slider.called = "minutes", self.kit.say(T("Minutes until the bell"))
        comes, ink = self._comes_to(left)
        rows: list[Widget] = [
            Label(kit, needs, spot.w, bold=True, colour=colours.navy),
            Label(kit, there, spot.w),
            slider,
            Label(kit, comes, spot.w, bold=True, colour=ink),
        ]
        y = spot.y
        for row in rows:
            row.at(spot.x, y)
            y = row.rect.bottom + kit.u(7)
        return rows

    def _comes_to(self, left: int) -> tuple[Words, tuple[int, int, int]]:
        colours = self.kit.colours
        skipped = sum(part.minutes for part in self.ahead if part.id in self.skip)
        takes = left - skipped
        if takes <= self.minutes:
            if not self.skip:
                return T("There is time for everything."), colours.good
            return T("With this plan it takes {n} minutes: that fits.", n=takes), colours.good
        return T("It takes {n} minutes: too long by {more}.", n=takes,
                 more=takes - self.minutes), colours.bad  # fmt: skip

    def _scene(self, number: int, part: SceneAhead, width: int) -> list[Widget]:
        """A scene: a switch to play or skip it, and a button to go on with it."""
        kit = self.kit
        gone = part.skipped or part.id in self.skip
        text = T("{title} · {minutes}", title=part.title,
                 minutes=TN("{n} minute", "{n} minutes", part.minutes))  # fmt: skip
        if gone:
            text = T("{scene} · skipped", scene=text)
        row: list[Widget] = []
        size = SMALL if kit.large <= 1.5 else SMALL * 1.5 / kit.large
        here = Button(kit, T("Go on from here"), From(part.id), size=size)
        taken = here.rect.w + kit.u(14)
        toggle = Toggle(kit, text, not gone, Flip(part.id), width - taken)
        toggle.enabled, toggle.key_name = not part.skipped, f"play {part.id}"
        tall = max(toggle.rect.h, here.rect.h)  # of every row, with a button or without
        toggle.at(0, (tall - toggle.rect.h) // 2)
        row.append(toggle)
        if number and not part.skipped:
            here.key_name = f"from {part.id}"
            here.at(width - here.rect.w, (tall - here.rect.h) // 2)
            row.append(here)
        return row
