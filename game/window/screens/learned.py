"""What has been learned over all cases: marks, vigilance, tricks caught and missed."""

from __future__ import annotations

from collections.abc import Mapping

from pygame import Rect

from game.scenario.tricks import TRICKS
from game.scenario.words import TN, T, Words
from game.session.advice import Advice
from game.session.progress import Found, Progress
from game.trial.terms import role_name
from game.window.desk import Desk
from game.window.doors import CaseShown, Doors
from game.window.intents import Back, Go
from game.window.screens.base import Screen
from game.window.screens.gauges import criterion_bar, plate, vigilance_plate
from game.window.screens.next_up import next_up
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Group

SURE = 0.75  # of the tricks of a kind caught: one catches that kind


class LearnedScreen(Screen):
    """Reads everything off the progress; before the first trial it says how to begin."""

    name = "learned"

    def __init__(self, doors: Doors) -> None:
        super().__init__()
        self.refreshed(doors)

    def refreshed(self, doors: Doors) -> None:
        self.progress: Progress = doors.progress()
        self.advice: Advice | None = doors.advice()
        self.cases: Mapping[str, CaseShown] = {c.case.id: c for c in doors.cases()}

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(40 / kit.large), -2 * kit.u(22))
        panel, _ = page(kit, T("What you have learned"), self._body, box=box)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find("next up") or panel.parts[0], reveal=False)
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit, gap = self.kit, self.kit.u(16)
        parts: list[Widget] = [self._summary(area.w)]
        if self.advice is not None:
            parts.append(next_up(kit, self.advice, area.w))
        if self.progress.played:
            parts += self._pairs(area.w, gap)
        return parts, stack(parts, area.x, area.y, gap)

    def _summary(self, width: int) -> Widget:
        played = self.progress.played
        if not played:
            nothing = T(
                "Nothing yet. Play a case to its end, and here you will see which tricks you "
                "catch, which get past you, and where your marks grow."
            )
            return Label(self.kit, nothing, width, size=SPEECH)
        told = T(
            "{cases}, {trials}, {marks} of 100 on average.",
            cases=TN("{n} case", "{n} cases", len(self.progress.cases)),
            trials=TN("{n} trial", "{n} trials", len(played)),
            marks=round(sum(one.total for one in played) / len(played)),
        )
        return Label(self.kit, told, width, size=SPEECH)

    def _pairs(self, width: int, gap: int) -> list[Widget]:
        """The plates, two in a row where there is room."""
        kit = self.kit
        columns = 2 if kit.large <= 1.25 else 1
        each = (width - gap * (columns - 1)) // columns
        plates = [self._marks(each)]
        if (seen := self.progress.vigilance) is not None:
            plates.append(vigilance_plate(kit, seen, each))
        plates += self._tricks(each)
        plates.append(self._cases(each))
        rows: list[Widget] = []
        for start in range(0, len(plates), columns):
            pair = plates[start : start + columns]
            tall = max(one.rect.h for one in pair)
            for one in pair:
                one.rect.h = tall if len(pair) > 1 else one.rect.h
            below = flow(pair, 0, 0, width, gap)
            rows.append(Group(kit, Rect(0, 0, width, below), pair))
        return rows

    def _marks(self, width: int) -> Widget:
        pad = self.kit.u(20)
        rows = [self._heading(T("Marks in all trials"), width - 2 * pad)]
        for criterion, earned in self.progress.criteria.items():
            rows += criterion_bar(self.kit, criterion, earned.points, earned.of, width - 2 * pad)
        return plate(self.kit, rows, width, pad)

    def _tricks(self, width: int) -> list[Widget]:
        """The tricks that still get past, then those that are caught."""
        met = self.progress.tricks
        missed = {kind: f for kind, f in met.items() if f.caught < SURE * f.met}
        caught = {kind: f for kind, f in met.items() if kind not in missed}
        plates = []
        if missed:
            plates.append(self._kinds(T("Tricks that still get past you"), missed, width))
        if caught:
            plates.append(self._kinds(T("Tricks that you catch"), caught, width))
        return plates

    def _kinds(self, title: Words, met: Mapping[str, Found], width: int) -> Widget:
        kit, colours, pad = self.kit, self.kit.colours, self.kit.u(20)
        inner = width - 2 * pad
        names = dict(TRICKS)
        rows = [self._heading(title, inner)]
        for kind, found in met.items():
            told = T(
                "{trick}: {caught} of {met} caught",
                trick=names.get(kind, Words(kind)),
                caught=found.caught,
                met=found.met,
            )
            share = found.caught / found.met if found.met else 0.0
            fill = colours.good if share >= SURE else colours.burgundy
            rows.append(Label(kit, told, inner, size=BODY))
            rows.append(Bar(kit, (inner, kit.u(12)), share, fill, colours.faint))
        return plate(kit, rows, width, pad)

    def _cases(self, width: int) -> Widget:
        """Every case played, with the best marks of each seat."""
        kit, pad = self.kit, self.kit.u(20)
        inner = width - 2 * pad
        rows = [self._heading(T("Cases played"), inner)]
        for case_id in self.progress.cases:
            shown = self.cases.get(case_id)
            title = shown.case.title if shown else T("A case that is gone: {id}", id=case_id)
            rows.append(Label(kit, title, inner, size=BODY, bold=True))
            proceeding = shown.case.proceeding if shown else "criminal"
            for role, marks in self.progress.best(case_id).items():
                best = T("{role}: {n} of 100", role=role_name(role, proceeding), n=marks)
                rows.append(Label(kit, best, inner, size=SMALL, colour=kit.colours.soft))
        forget = Button(kit, T("Delete these records"), Go("forget"), icon="cross", size=SMALL)
        forget.key_name = "forget"
        return plate(kit, [*rows, forget], width, pad)

    def _heading(self, text: Words, width: int) -> Widget:
        return Label(self.kit, text, width, size=SPEECH, bold=True, colour=self.kit.colours.navy)
