"""The debrief: marks, vigilance, traps met and missed, reasons, the real outcome, and help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.words import T, Words
from game.session.advice import Advice
from game.trial.terms import role_name
from game.trial.view import Debrief, View
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Go, Home, Intent, Look, OpenCase
from game.window.kit import Kit
from game.window.screens.base import Screen
from game.window.screens.gauges import criterion_bar, plate, vigilance_plate
from game.window.screens.judgment import sheet
from game.window.screens.moments import verdict
from game.window.screens.next_up import next_up
from game.window.screens.page import HELP_UP_TO, help_button, scrolled
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Group, Icon, Panel

TABS: dict[str, tuple[Words, str]] = {
    "marks": (T("Marks"), "star"),
    "traps": (T("Traps"), "magnifier"),
    "reasons": (T("Your answers"), "scales"),
    "judgment": (T("Judgment"), "gavel"),
    "case": (T("Behind the case"), "book"),
    "help": (T("Getting help"), "phone"),
}


class Show(Struct, frozen=True):
    """Show another tab."""

    tab: str


class DebriefScreen(Screen):
    """What the trial taught, in tabs; what a case does not have, it has no tab for."""

    name = "debrief"
    tune = "debrief"

    def __init__(self, table: Table, advice: Advice | None = None) -> None:
        super().__init__()
        self.table: Table = table
        self.advice = advice
        self.view: View = table.view()
        self.tab = "marks"

    @property
    def debrief(self) -> Debrief:
        assert self.view.debrief is not None
        return self.view.debrief

    def refreshed(self, doors: Doors) -> None:
        self.view = self.table.view()
        self.advice = doors.advice()

    def on(self, message: Message) -> Intent | None:
        if isinstance(message, Show):
            self.tab = message.tab
            self.again()
            return None
        return super().on(message)

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        box = stage.inflate(-2 * kit.u(40 / kit.large), -2 * kit.u(12))
        panel, pad = Panel(kit, box), kit.u(24)
        inner = box.inflate(-2 * pad, -2 * kit.u(16))
        size = SPEECH if kit.large <= 1.25 else BODY
        title = T("What this trial taught · {case}", case=self.view.case.title)
        heading = Label(kit, title, inner.w, size=size, bold=True, colour=kit.colours.navy)
        tabs, ways = self._tabs(), self._ways()
        below = stack([heading], inner.x, inner.y, 0) + kit.u(8)
        below = flow(tabs, inner.x, below, inner.w, kit.u(8)) + kit.u(10)
        foot = flow(ways, 0, 0, inner.w, kit.u(10))
        for way in ways:
            way.move(inner.x, inner.bottom - foot)
        room = Rect(inner.x, below, inner.w, inner.bottom - foot - kit.u(10) - below)
        area = scrolled(kit, room, self._body)
        area.key_name = f"page {self.tab}"
        panel.parts = [heading, *tabs, area, *ways]
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.set_focus(desk.find(f"tab {self.tab}"))
        desk.escape = Home()
        return desk

    def _tabs(self) -> list[Button]:
        kit = self.kit
        size = SMALL if kit.large <= 1.5 else SMALL * 1.5 / kit.large
        tabs = []
        for tab, (name, icon) in TABS.items():
            if tab in ("help", "judgment") and not getattr(self.debrief, tab):
                continue
            button = Button(kit, name, Show(tab), icon=icon if kit.large <= 1.5 else "", size=size)
            button.on, button.key_name = tab == self.tab, f"tab {tab}"
            tabs.append(button)
        return tabs

    def _ways(self) -> list[Button]:
        """Where to go from here."""
        kit = self.kit
        size = BODY if kit.large <= 1.5 else BODY * 1.5 / kit.large
        ways = [
            *self._onward(size),
            Button(kit, T("Record"), Look("transcript"), icon="document", size=size),
            Button(kit, T("Back to the title"), Home(), icon="home", size=size),
        ]
        for number, way in enumerate(ways):
            way.key_name = f"way {number}"
        if kit.large <= HELP_UP_TO:
            ways.append(help_button(kit))
        return ways

    def _onward(self, size: float) -> list[Button]:
        """What comes of this trial: another one, and a sheet of paper."""
        kit, again = self.kit, OpenCase(self.view.case.id)
        return [
            Button(kit, T("Play it in another role"), again, icon="replay", strong=True, size=size),
            Button(kit, T("Certificate"), Go("certificate"), icon="seal", size=size),
        ]

    def _body(self, spot: Rect) -> tuple[Sequence[Widget], int]:
        bodies: dict[str, Callable[[Rect], list[Widget]]] = {
            "marks": self._marks,
            "traps": self._traps,
            "reasons": self._reasons,
            "judgment": self._judgment,
            "case": self._case,
            "help": self._help,
        }
        parts = bodies[self.tab](spot)
        return parts, max((part.rect.bottom for part in parts), default=spot.y)

    # tabs

    def _marks(self, spot: Rect) -> list[Widget]:
        kit = self.kit
        gap = kit.u(20)
        vigilance = self.debrief.vigilance
        side_by_side = kit.large <= 1.25 and vigilance is not None
        width = (spot.w - gap) // 2 if side_by_side else spot.w
        plates: list[Widget] = [self._scores(width)]
        if vigilance is not None:
            plates.append(vigilance_plate(kit, vigilance, width))
        tall = max(plate.rect.h for plate in plates)
        if side_by_side:
            for plate in plates:
                plate.rect.h = tall
        below = flow(plates, spot.x, spot.y, spot.w, gap)
        if self.advice is not None:
            plates.append(next_up(kit, self.advice, spot.w))
            plates[-1].at(spot.x, below + kit.u(8))
        return plates

    def _scores(self, width: int) -> Panel:
        """The total, and a bar for every criterion."""
        kit, colours, marks = self.kit, self.kit.colours, self.debrief.marks
        pad = kit.u(20)
        inner = width - 2 * pad
        size = TITLE / max(1.0, kit.large / 1.25)
        seat = role_name(self.view.role, self.view.case.proceeding)
        rows: list[Widget] = [
            Label(kit, T("{total} of 100", total=marks.total), inner, size=size, bold=True,
                  colour=colours.burgundy),
            Label(kit, T("as {role}", role=seat), inner, colour=colours.soft),
        ]  # fmt: skip
        rows = [_side_by_side(kit, rows, inner)]
        for mark in marks.criteria:
            rows += criterion_bar(kit, mark.criterion, mark.earned, mark.possible, inner)
        return plate(kit, rows, width, pad)

    def _traps(self, spot: Rect) -> list[Widget]:
        kit, debrief = self.kit, self.debrief
        parts: list[Widget] = [self._heading(T("Traps in this case"), spot.w)]
        for trap in debrief.traps:
            told = T("{tell} {lesson}", tell=trap.tell, lesson=trap.lesson)
            word = (
                T("Seen · {trick}", trick=trap.trick)
                if trap.caught
                else T("Missed · {trick}", trick=trap.trick)
            )
            parts.append(verdict(kit, trap.quote, kit.say(told), trap.caught, spot.w, word))
        if debrief.look_alikes:
            parts.append(self._heading(T("Honest things that look like traps"), spot.w))
        for honest in debrief.look_alikes:
            word = T("Rightly left alone") if honest.spared else T("Wrongly suspected")
            parts.append(verdict(kit, honest.quote, honest.because, honest.spared, spot.w, word))
        stack(parts, spot.x, spot.y, kit.u(10))
        return parts

    def _reasons(self, spot: Rect) -> list[Widget]:
        kit = self.kit
        parts: list[Widget] = []
        asked = ""
        for reason in self.debrief.reasons:
            if reason.asked != asked:
                parts.append(self._heading(reason.asked, spot.w))
                asked = reason.asked
            word = T("Better") if reason.better else None
            parts.append(verdict(kit, reason.quote, reason.says, reason.sound, spot.w, word))
        stack(parts, spot.x, spot.y, kit.u(10))
        return parts

    def _judgment(self, spot: Rect) -> list[Widget]:
        written = self.debrief.judgment
        return [sheet(self.kit, written, spot)] if written else []

    def _case(self, spot: Rect) -> list[Widget]:
        kit, colours, debrief = self.kit, self.kit.colours, self.debrief
        parts: list[Widget] = []
        told = (
            (T("How it ended"), debrief.outcome),
            (T("Where the case comes from"), debrief.based_on),
            (T("Who checked the law"), debrief.review),
        )
        for title, text in told:
            if text:
                parts.append(self._heading(title, spot.w))
                parts.append(Label(kit, text, spot.w, size=BODY, colour=colours.ink))
        stack(parts, spot.x, spot.y, kit.u(10))
        return parts

    def _help(self, spot: Rect) -> list[Widget]:
        kit, colours = self.kit, self.kit.colours
        parts: list[Widget] = [
            self._heading(T("You can call these numbers. Asking for help is brave."), spot.w)
        ]
        for line in self.debrief.help:
            side, pad = kit.letters(SPEECH), kit.u(14)
            sign = Icon(kit, "phone", side, colours.navy)
            inner = spot.w - side - 3 * pad
            rows: list[Widget] = [
                Label(kit, line.number, inner, size=SPEECH, bold=True, colour=colours.burgundy),
                Label(kit, line.says, inner),
            ]
            below = stack(rows, side + 2 * pad, pad, kit.u(2))
            plate = Panel(
                kit, Rect(0, 0, spot.w, below + pad), colours.card, line=colours.faint, shadow=0
            )
            sign.at(pad, pad)
            plate.parts = [sign, *rows]
            parts.append(plate)
        stack(parts, spot.x, spot.y, kit.u(10))
        return parts

    def _heading(self, text: Words | str, width: int) -> Label:
        kit = self.kit
        return Label(kit, text, width, size=BODY, bold=True, colour=kit.colours.navy)


def _side_by_side(kit: Kit, labels: Sequence[Widget], width: int) -> Widget:
    """Labels in one row, standing on the same foot, or under each other where there is no room."""
    for label in labels:
        label.rect.w = min(width, _inked(label))
    tall = flow(labels, 0, 0, width, kit.u(14))
    if tall == labels[0].rect.h:
        for label in labels[1:]:
            label.move(0, tall - label.rect.h - kit.u(8))
    return Group(kit, Rect(0, 0, width, tall), labels)


def _inked(label: Widget) -> int:
    return label.layout.size[0] if isinstance(label, Label) else label.rect.w
