"""The case file: the story, what it teaches, and the choices before the trial begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.proceedings import side
from game.scenario.steps import Role
from game.scenario.words import TN, T, Words
from game.window.class_play.wishes import SetUp
from game.window.desk import Desk
from game.window.doors import CaseShown, Doors
from game.window.intents import Back, Begin, Intent, Resume
from game.window.names import FEEDBACK, LEVELS, ROLE_PEOPLE, named
from game.window.screens.base import Screen
from game.window.screens.page import add_ways, page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button, Tile, evened, option
from game.window.widgets.label import Label
from game.window.widgets.panel import Group, Picture

SPLITS = (9, 10, 11, 12)  # twentieths of the width that the story may have


class PickRole(Struct, frozen=True):
    role: Role


class PickCut(Struct, frozen=True):
    minutes: int | None


class PickFact(Struct, frozen=True):
    number: int
    value: str


class PickFeedback(Struct, frozen=True):
    when: str


class CaseFileScreen(Screen):
    """Read the case, take a role, begin."""

    name = "case file"

    def __init__(self, shown: CaseShown, role: Role = Role.JUDGE) -> None:
        super().__init__()
        self.shown, self.role = shown, role
        self.cut = shown.case.minutes if shown.case.minutes in shown.cuts else None
        self.feedback = "turn"
        self.facts = [fact.holds for fact in shown.case.facts]

    def refreshed(self, doors: Doors) -> None:
        shown = (c for c in doors.cases() if c.case.id == self.shown.case.id)
        self.shown = next(shown, self.shown)

    def on(self, message: Message) -> Intent | None:
        match message:
            case PickRole(role):
                self.role = role
            case PickCut(minutes):
                self.cut = minutes
            case PickFact(number, value):
                self.facts[number] = value
            case PickFeedback(when):
                self.feedback = when
            case _:
                return super().on(message)
        self.again()
        return None

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(30 / kit.large), -2 * kit.u(8))
        start = Button(kit, T("Begin the trial"), self._begin(), icon="gavel", strong=True)
        start.key_name = "begin"
        panel, area = page(kit, self.shown.case.title, self._body, box=box)
        start.at(area.rect.right - start.rect.w, area.rect.bottom - start.rect.h)
        if area.room or any(start.rect.colliderect(part.bounds) for part in area.parts):
            panel, area = page(kit, self.shown.case.title, self._body, box=box, foot=start)
        else:  # it has a place in the last row
            panel.parts.append(start)
        add_ways(kit, panel, self._ways)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find(f"role {self.role}"), reveal=False)
        return desk

    def _begin(self) -> Begin:
        """What has been chosen so far."""
        return Begin(self.shown.case.id, self.role, self.cut, self.feedback, tuple(self.facts))

    def _ways(self, brief: bool) -> list[Button]:
        text, way = T("Play with the class"), SetUp(self._begin())
        together = Button(self.kit, text, way, icon="people", size=SMALL, icon_only=brief)
        together.key_name = "class"
        return [together]

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit, gap = self.kit, self.kit.u(8)
        widgets, y = self._top(area)
        ask = self._heading(T("Which role do you take?"), area.w)
        y = stack([ask], area.x, y + kit.u(4), 0) + kit.u(4)
        roles = self._roles(area.w)
        y = flow(roles, area.x, y, area.w, kit.u(14)) + gap
        widgets += [ask, *roles]
        beside = kit.large <= 1.25
        left = area.w * 21 // 50 if beside else area.w
        spots = ((area.x, left), (area.x + left + gap, area.w - left - gap))
        ends = [y]
        for (title, row), (x, width) in zip(self._choices(), spots, strict=True):
            x, width = (x, width) if beside else spots[0]
            heading = self._heading(title, width)
            below = stack([heading], x, y if beside else ends[-1], 0) + kit.u(4)
            ends.append(flow(row, x, below, width, kit.u(10)) + gap)
            widgets += [heading, *row]
        end = max(ends)
        for title, row in self._facts():
            heading = self._heading(title, area.w)
            below = stack([heading], area.x, end, 0) + kit.u(4)
            end = flow(row, area.x, below, area.w, kit.u(10)) + gap
            widgets += [heading, *row]
        return widgets, end - gap

    def _facts(self) -> Iterator[tuple[Words, list[Widget]]]:
        """Each fact that may be otherwise, with what it may be."""
        for number, fact in enumerate(self.shown.case.facts):
            held = self.facts[number]
            yield (
                Words(fact.says),
                [
                    self._option(Words(v.label), PickFact(number, v.id), v.id == held)
                    for v in fact.values
                ],
            )

    def _top(self, area: Rect) -> tuple[list[Widget], int]:
        """The story, and beside it what it teaches."""
        kit, gap = self.kit, self.kit.u(30)
        if kit.large > 1.25:
            rows = [self._about(area.w), *self._story(area.w), *self._lessons(area.w)]
            return rows, stack(rows, area.x, area.y, kit.u(8))
        about = self._about(area.w)
        about.at(area.x, area.y)
        top = about.rect.bottom + kit.u(2)
        drafts = [self._beside(area, top, (area.w - gap) * share // 20) for share in SPLITS]
        columns, below = min(drafts, key=lambda draft: draft[1])
        return [about, *columns], below

    def _beside(self, area: Rect, top: int, width: int) -> tuple[list[Widget], int]:
        """The story in a column of `width`, the lessons in what is left."""
        kit, left = self.kit, area.x + width + self.kit.u(30)
        story, lessons = self._story(width), self._lessons(area.right - left)
        below = stack(story, area.x, top, kit.u(6))
        beside = stack(lessons, left, top, kit.u(2))
        return [*story, *lessons], max(below, beside)

    def _heading(self, text: Words, width: int) -> Label:
        kit = self.kit
        return Label(kit, text, width, size=BODY, bold=True, colour=kit.colours.navy)

    def _about(self, width: int) -> Label:
        kit, case = self.kit, self.shown.case
        about = T(
            "{court} · {level} · {minutes}",
            court=case.court,
            level=named(LEVELS, case.level),
            minutes=TN("{n} minute", "{n} minutes", case.minutes),
        )
        return Label(kit, about, width, size=SMALL, colour=kit.colours.soft)

    def _story(self, width: int) -> list[Widget]:
        kit, colours, case = self.kit, self.kit.colours, self.shown.case
        rows: list[Widget] = [Label(kit, case.summary, width, size=BODY)]
        if case.content_note:
            note = T("Before you begin: {note}", note=case.content_note)
            rows.append(Label(kit, note, width, size=SMALL, colour=colours.burgundy))
        if self.shown.has_save:
            text, go_on = T("Continue where you stopped"), Resume(case.id)
            rows.append(Button(kit, text, go_on, icon="save", most=width))
            rows[-1].key_name = "resume"
        return rows

    def _lessons(self, width: int) -> list[Widget]:
        points = self.shown.case.learn
        rows: list[Widget] = [self._heading(T("What you learn"), width)] if points else []
        return rows + [self._point(point, width) for point in points]

    def _point(self, point: str, width: int) -> Widget:
        """One of several points: a dot, and beside it what is said, however many lines."""
        kit = self.kit
        dot = Label(kit, "•", width, size=SMALL, snug=True, read=False)
        lead = dot.rect.w + kit.u(4)
        said = Label(kit, point, width - lead, size=SMALL)
        said.at(lead, 0)
        return Group(kit, Rect(0, 0, width, said.rect.h), [dot, said])

    def _roles(self, width: int) -> list[Widget]:
        kit = self.kit
        gap = kit.u(14)
        columns = 3 if kit.large <= 1.25 else 1
        each = (width - gap * (columns - 1)) // columns
        return evened([self._role(role, each) for role in Role], columns)

    def _role(self, role: Role, width: int) -> Tile:
        """A face and a name, and below what there is to do."""
        kit, pad = self.kit, self.kit.u(12)
        inner = width - 2 * pad
        face = Picture(kit, kit.pictures.head(ROLE_PEOPLE[role], kit.u(48)))
        seat = side(self.shown.case.proceeding, role)
        lead = face.rect.w + pad
        name = Label(kit, seat.name, inner - lead, size=SPEECH, bold=True, colour=kit.colours.navy)
        task = Label(kit, seat.task, inner, size=SMALL)
        high = max(face.rect.h, name.rect.h)
        face.at(pad, pad + (high - face.rect.h) // 2)
        name.at(pad + lead, pad + (high - name.rect.h) // 2)
        below = stack([task], pad, pad + high + kit.u(4), 0)
        tile = Tile(kit, (width, below + pad), [face, name, task], PickRole(role))
        tile.on, tile.key_name = role is self.role, f"role {role}"
        return tile

    def _choices(self) -> Sequence[tuple[Words, Sequence[Widget]]]:
        cuts: list[Widget] = []
        for minutes in self.shown.cuts:
            label = TN("{n} minute", "{n} minutes", minutes)
            cuts.append(self._option(label, PickCut(minutes), minutes == self.cut))
        if self.cut is None or self.shown.case.minutes not in self.shown.cuts:
            cuts.insert(0, self._option(T("The whole case"), PickCut(None), self.cut is None))
        feedback = [
            self._option(text, PickFeedback(when), when == self.feedback)
            for when, text in FEEDBACK.items()
        ]
        return [
            (T("How much time is there?"), cuts),
            (T("When do you want to see the reasons?"), feedback),
        ]

    def _option(self, text: Words, message: Message, on: bool) -> Widget:
        return option(self.kit, text, message, on, repr(message), SMALL)
