"""A message: what happened, in words, and one button to go on."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T, Words
from game.window.desk import Desk
from game.window.intents import Back
from game.window.screens.base import Screen
from game.window.screens.page import scrolled
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


class MessageScreen(Screen):
    """Stands over another screen until it is read."""

    overlay = True
    name = "message"

    def __init__(self, title: Words, text: str) -> None:
        super().__init__()
        self.title, self.text = title, text

    def aloud(self) -> str:
        return f"{self.kit.say(self.title)}\n{self.text}"

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        box = Rect(0, 0, kit.u(680 + 300 * (kit.large - 1)), 0)
        pad = kit.u(30)
        inner = box.w - 2 * pad
        title = Label(kit, self.title, inner, size=SPEECH, bold=True, colour=kit.colours.navy)
        button = Button(kit, T("All right"), Back(), icon="check", strong=True, size=BODY)
        room = stage.h - kit.u(60) - title.rect.h - button.rect.h - 2 * pad - kit.u(40)

        def body(area: Rect) -> tuple[list[Widget], int]:
            text = Label(kit, self.text, area.w, size=SPEECH)
            return [text], stack([text], area.x, area.y, 0)

        draft = scrolled(kit, Rect(0, 0, inner, room), body)
        middle = scrolled(kit, Rect(0, 0, inner, min(room, draft.tall)), body)
        box.h = 2 * pad + title.rect.h + middle.rect.h + button.rect.h + kit.u(36)
        box.center = stage.center
        below = stack([title, middle], box.x + pad, box.y + pad, kit.u(12))
        button.at(box.right - pad - button.rect.w, below + kit.u(24))
        panel = Panel(kit, box)
        panel.parts = [title, middle, button]
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(button)
        return desk
