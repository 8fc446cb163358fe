"""Speak: a clock that runs once it is started, then the rubric, three buttons to a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from msgspec import Struct
from pygame import Rect

from game.scenario.words import T
from game.trial.view import Option, Turn, View
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import (
    Answering,
    Done,
    Picks,
    aids,
    confirm,
    digits,
    whose_turn,
)
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel

CALM = 10  # seconds by which the clock goes where nothing should move


class Run(Struct, frozen=True):
    """The clock is started, or stopped."""


class Listen(Struct, frozen=True):
    """The speech is over, or skipped: the rating begins."""


class Rate(Struct, frozen=True):
    """A line of the rubric gets a level."""

    line: str
    level: str


class Speaking(Answering):
    """First the speech with its clock, then a level for each line of the rubric."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        self.left = float(turn.seconds)
        self.running = False
        self.rating = False
        self.levels: dict[str, str] = {}
        self._clock: Clock | None = None
        self._buttons: list[Button] = []  # of the clock, or of the first line without a level

    @property
    def ready(self) -> bool:
        return self.rating and len(self.levels) == len(self.turn.options)

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=BODY if self.rating else SPEECH)
            below = stack([prompt], inside.x, inside.y, 0) + kit.u(12)
            rest = Rect(inside.x, below, inside.w, 0)
            parts, end = self._rubric(kit, rest) if self.rating else self._speech(kit, rest)
            return [prompt, *parts], end

        how = (
            T("How did it go? Rate honestly; it earns no marks. Keys 1 to 3 rate the next line.")
            if self.rating
            else T("Start the clock and speak to the room. The rubric comes afterwards.")
        )
        buttons = [*aids(kit, view, self.turn)]
        if self.rating:
            buttons.append(confirm(kit, self.ready))
        footer = [hint(kit, how, buttons, room.w), *buttons]
        return [risen(kit, room, body, footer, plate=whose_turn(kit, view, room))]

    def _speech(self, kit: Kit, spot: Rect) -> tuple[list[Widget], int]:
        """The clock, and its two buttons."""
        self._clock = Clock(kit, self, min(spot.w, kit.u(300 * kit.large**0.5)))
        self._clock.at(spot.centerx - self._clock.rect.w // 2, spot.y)
        run = Button(kit, T("Pause") if self.running else T("Start the clock"), Run(), icon="clock")
        run.enabled = self.left > 0
        listen = Button(kit, T("Go on to the rating"), Listen(), icon="next")
        run.key_name, listen.key_name = "run", "listen"
        self._buttons = [run, listen]
        wide = run.rect.w + listen.rect.w + kit.u(12)
        x = max(spot.x, spot.centerx - wide // 2)
        below = flow(self._buttons, x, self._clock.rect.bottom + kit.u(14), spot.w, kit.u(12))
        return [self._clock, *self._buttons], below

    def _rubric(self, kit: Kit, spot: Rect) -> tuple[list[Widget], int]:
        """A line of the rubric, and its levels under it."""
        self._clock, self._buttons = None, []
        parts: list[Widget] = []
        y = spot.y
        for line in self.turn.options:
            labels: list[Widget] = [Label(kit, line.label, spot.w, size=BODY, bold=True)]
            if line.note:
                labels.append(Label(kit, line.note, spot.w, size=SMALL, colour=kit.colours.soft))
            y = stack(labels, spot.x, y, kit.u(2)) + kit.u(6)
            buttons = [self._level(kit, line, level) for level in self.turn.right]
            y = flow(buttons, spot.x, y, spot.w, kit.u(10)) + kit.u(14)
            if not self._buttons and line.pick not in self.levels:
                self._buttons = buttons
            parts += [*labels, *buttons]
        return parts, y

    def _level(self, kit: Kit, line: Option, level: Option) -> Button:
        text = "".join(run.text for run in level.label)
        on = self.levels.get(line.pick) == level.pick
        button = Button(kit, text, Rate(line.pick, level.pick), icon="check" if on else "")
        button.on, button.key_name = on, f"{line.pick} {level.pick}"
        return button

    def keys(self) -> Mapping[int, Widget]:
        return digits(self._buttons)

    def first(self) -> Widget | None:
        return next((button for button in self._buttons if button.enabled), None)

    def moving(self) -> Sequence[Widget]:
        return [self._clock] if self._clock is not None and self.running else []

    def stop(self) -> None:
        """The time is up: there is nothing left to pause."""
        self.running = False
        self._buttons[0].enabled = False
        self._buttons[0].touch()

    def on(self, message: Message) -> Picks | None:
        match message:
            case Run():
                self.running = not self.running and self.left > 0
            case Listen():
                self.running, self.rating = False, True
            case Rate(line, level):
                self.levels[line] = level
            case Done() if self.ready:
                return tuple(f"{o.pick}~{self.levels[o.pick]}" for o in self.turn.options)
            case _:
                return None
        self.again = True
        return None


class Clock(Panel):
    """What is left of the time, large. Where motion is off it goes in calm steps."""

    def __init__(self, kit: Kit, owner: Speaking, width: int) -> None:
        self.owner = owner
        self._at: float | None = None
        self._shown = ""
        super().__init__(
            kit, Rect(0, 0, width, 10), kit.colours.card, line=kit.colours.line, shadow=3
        )
        self.key_name = "clock"
        self.follow()
        self.rect.h = self.parts[0].rect.h + 2 * kit.u(4)

    def tick(self, now: float) -> bool:
        owner = self.owner
        if self._at is not None:
            owner.left = max(0.0, owner.left - (now - self._at))
        self._at = now
        if owner.left <= 0:
            owner.stop()
        if self._time() != self._shown:
            self.follow()
        return owner.running

    def follow(self) -> None:
        """Show the owner's time."""
        kit, self._shown = self.kit, self._time()
        label = Label(kit, self._shown, self.rect.w - kit.u(20), size=TITLE, bold=True,
                      colour=kit.colours.navy, centred=True)  # fmt: skip
        label.at(self.rect.x + kit.u(10), self.rect.y + kit.u(4))
        self.parts = [label]
        self.touch()

    def _time(self) -> str:
        step = 1 if self.kit.settings.motion else CALM
        seconds = ceil(self.owner.left / step) * step
        return f"{seconds // 60}:{seconds % 60:02}"
