"""Asks once more before what has been learned is deleted."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T
from game.window.desk import Desk
from game.window.intents import Back, Forget
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label


class ForgetScreen(Screen):
    """Stands over another screen until it is answered; the safe answer has the focus."""

    name = "forget"

    overlay = True

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        wide = min(stage.w - kit.u(40), kit.u(720 * max(1.0, kit.large * 0.8)))
        box = Rect(0, 0, wide, stage.h - kit.u(80))
        box.center = stage.center
        panel, _ = page(kit, T("Delete what you have learned?"), self._body, box=box, fit="shrunk")
        panel.move(0, stage.centery - panel.rect.centery)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find("keep"))
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        told = Label(
            kit,
            T(
                "Your marks and the tricks that you met and missed are deleted on this computer. "
                "Trials that you have begun stay."
            ),
            area.w,
            size=SPEECH,
        )
        keep = Button(kit, T("Keep it"), Back(), icon="back", strong=True, size=BODY)
        forget = Button(kit, T("Delete it"), Forget(), icon="cross", size=BODY)
        keep.key_name, forget.key_name = "keep", "forget now"
        y = stack([told], area.x, area.y, 0) + kit.u(18)
        return [told, keep, forget], flow([keep, forget], area.x, y, area.w, kit.u(12))
