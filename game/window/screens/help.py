"""Help: what to do now on the screen below, how, and what happens next."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T, Words
from game.window.desk import Desk
from game.window.guide import ANYWHERE, PAGES, Guide
from game.window.intents import Back
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Widget
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


class HelpScreen(Screen):
    """Stands over the screen of that `name` until it is read."""

    overlay = True
    name = "help"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.guide: Guide = PAGES.get(name, ANYWHERE)

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        wide = min(stage.w - kit.u(32), kit.u(820 * max(1.0, kit.large * 0.8)))
        box = Rect(0, 0, wide, stage.h - kit.u(36))
        box.center = stage.center
        back = Button(kit, T("Back (F1)"), Back(), icon="back")
        panel, area = page(
            kit, T("What to do now"), self._body, box=box, fit="shrunk", back=back, helped=False
        )
        panel.move(0, (stage.h - panel.rect.h) // 2 + stage.y - panel.rect.y)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = desk.anywhere = Back()
        desk.set_focus(area if area.stops else back)
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit, guide = self.kit, self.guide
        size = SPEECH if kit.large <= 1.5 else BODY
        now = Label(kit, guide.now, area.w, size=size, bold=True)
        now.at(area.x, area.y)
        parts: list[Widget] = [now]
        below = self._told(parts, T("Mouse or finger"), guide.mouse, area, now.rect.bottom)
        below = self._told(parts, T("Keys"), None, area, below)
        caps = [
            Label(kit, key, area.w // 2, size=SMALL, bold=True, snug=True) for key, _ in guide.keys
        ]
        lead = max(cap.rect.w for cap in caps) + kit.u(40)
        for cap, (_, does) in zip(caps, guide.keys, strict=True):
            told = Label(kit, does, area.w - lead)
            below = self._key(parts, cap, told, (area.x, below, lead)) + kit.u(6)
        below = self._told(parts, T("What happens next"), guide.next, area, below)
        return parts, below

    def _told(
        self, parts: list[Widget], title: Words, text: Words | None, area: Rect, y: int
    ) -> int:
        """Add a heading and what stands under it; the y below."""
        kit = self.kit
        heading = Label(kit, title, area.w, size=SMALL, bold=True, colour=kit.colours.burgundy)
        heading.at(area.x, y + kit.u(12))
        parts.append(heading)
        if text is None:
            return heading.rect.bottom + kit.u(4)
        label = Label(kit, text, area.w)
        label.at(area.x, heading.rect.bottom)
        parts.append(label)
        return label.rect.bottom

    def _key(self, parts: list[Widget], key: Label, does: Label, spot: tuple[int, int, int]) -> int:
        """Add a key as it looks on the keyboard and what it does at `spot`; the y below."""
        kit, colours = self.kit, self.kit.colours
        x, y, lead = spot
        tall = max(key.rect.h + kit.u(6), does.rect.h)
        cap = Panel(
            kit,
            Rect(x, y, key.rect.w + kit.u(20), key.rect.h + kit.u(6)),
            colours.card,
            line=colours.line,
            shadow=2,
            radius=7,
        )
        key.at(cap.rect.x + kit.u(10), cap.rect.y + kit.u(3))
        cap.parts = [key]
        does.at(x + lead, y + max(0, (cap.rect.h - does.rect.h) // 2))
        parts += [cap, does]
        return y + tall
