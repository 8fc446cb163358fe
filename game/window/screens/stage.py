"""What every moment of a trial is staged with: bar, panel, name plate, portrait, footer."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.words import TN, T, Words
from game.trial.view import Exhibit, Line, Person, View
from game.window.intents import Go, Home, Look, Switch
from game.window.kit import Kit
from game.window.screens.page import HELP_UP_TO, Filled, help_button, scrolled
from game.window.theme import BODY, SMALL, Colour, mixed
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Button, Tile
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Icon, Panel

PLATE = "plate"  # the only widget that stands across the edge of its panel
LEFT, CENTRE, RIGHT = "left", "centre", "right"
SIDES = {"bench": CENTRE, "dock": CENTRE, "prosecution": LEFT, "defence": RIGHT}
PORTRAIT = 520  # height of a portrait
EMBLEM = 186  # how far down a courtroom's emblem reaches
HEADROOM = 180  # with less room above the panel there is no portrait


class Speaker(Struct, frozen=True):
    """Who stands on the stage, in which mood, on which side."""

    person: Person
    mood: str
    number: int  # among the people of the case

    @property
    def side(self) -> str:
        """Where the person stands, seen from the public. Everybody keeps to one side."""
        return SIDES.get(self.person.stands) or (RIGHT if self.number % 2 else LEFT)


def speaker(view: View, line: Line | None) -> Speaker | None:
    """Who speaks `line`, if it is one of the people of the case."""
    if line is None or not line.by:
        return None
    for number, person in enumerate(view.people):
        if person.id == line.by:
            return Speaker(person, line.mood, number)
    return None


def top_bar(kit: Kit, view: View, *, home: bool = True, pause: bool = False) -> Panel:
    """Where we are: the scene, how far the trial is, and the way to record, settings and title.

    Without a `home` there is no title to go back to; with `pause` the trial can be stopped.
    """
    colours, stage, pad = kit.colours, kit.stage, kit.u(10)
    buttons = _bar_buttons(kit)[: None if home else -1]
    buttons[1:1] = _pause_and_help(kit, pause)
    right = stage.right - pad
    for button in reversed(buttons):
        right -= button.rect.w
        button.at(right, stage.y + kit.u(4))
        right -= kit.u(4)
    counts = _counts(kit, view)
    right -= kit.u(10)
    for part in reversed(counts):
        right -= part.rect.w
        part.at(right, 0)
        right -= kit.u(20 if part is counts[-1] else 6)
    side = kit.letters(BODY * 1.2)
    sign = Icon(kit, f"chain_{view.scene.chain}", side, colours.gold)
    left = stage.x + kit.u(16)
    sign.at(left, 0)
    title = T("{n} / {of}  {title}", n=view.scene.number, of=view.scene.of, title=view.scene.title)
    start = sign.rect.right + kit.u(10)
    size = BODY if kit.large <= 1.5 else SMALL
    heading = Label(kit, title, right - start - pad, size=size, bold=True,
                    colour=colours.on_navy, read=False)  # fmt: skip
    heading.at(start, 0)
    tall = max(part.rect.h for part in (heading, *buttons)) + kit.u(8)
    for part in (sign, heading, *counts, *buttons):
        part.at(part.rect.x, stage.y + (tall - part.rect.h) // 2)
    bar = Panel(kit, Rect(stage.x, stage.y, stage.w, tall + kit.u(5)), colours.navy, radius=0)
    trough = mixed(colours.navy, colours.on_navy, 0.25)
    share = view.done / max(1, view.turns)
    progress = Bar(kit, (stage.w, kit.u(5)), share, colours.gold, trough)
    progress.at(stage.x, stage.y + tall)
    bar.parts = [sign, heading, *counts, *buttons, progress]
    return bar


def _counts(kit: Kit, view: View) -> list[Widget]:
    colours = kit.colours
    size = SMALL if kit.large <= 1.25 else SMALL * 1.25 / kit.large
    counts: list[Widget] = []
    if view.marks is not None:
        side = kit.letters(size * 1.1)
        marks = TN("{n} point", "{n} points", view.marks.total)
        counts = [
            Icon(kit, "star", side, colours.gold),
            Label(
                kit,
                marks,
                kit.u(200),
                size=size,
                bold=True,
                colour=colours.gold,
                snug=True,
                read=False,
            ),
        ]
    done = T("Turn {done} of {turns}", done=min(view.done + 1, view.turns), turns=view.turns)
    counts.append(
        Label(kit, done, kit.u(240), size=size, colour=colours.on_navy, snug=True, read=False)
    )
    return counts


def _bar_buttons(kit: Kit) -> list[Button]:
    brief = kit.large > 1.25
    record = Button(
        kit, T("Record"), Look(), icon="document", bare=True, size=SMALL, icon_only=brief
    )
    settings = Button(
        kit, T("Settings"), Go("settings"), icon="settings", bare=True, icon_only=True
    )
    switch = Button(kit, "F2", Switch(), icon="language", bare=True, size=SMALL, icon_only=brief)
    home = Button(kit, T("Back to the title"), Home(), icon="home", bare=True, icon_only=True)
    names = ((record, "record"), (switch, "switch"), (settings, "settings"), (home, "home"))
    for button, name in names:
        button.key_name = name
    return [button for button, _ in names]


def _pause_and_help(kit: Kit, pause: bool) -> list[Button]:
    """The pause, where there is one, and help, where there is room: F1 opens it anyway."""
    buttons = []
    if pause:
        buttons.append(
            Button(kit, T("Pause"), Go("pause"), icon="pause", bare=True, icon_only=True)
        )
        buttons[0].key_name = "pause"
    if kit.large <= HELP_UP_TO:
        buttons.append(help_button(kit, bare=True))
    return buttons


def open_stage(kit: Kit, bar: Panel) -> Rect:
    """The room below the bar."""
    stage, edge = kit.stage, kit.u(16)
    top = bar.rect.bottom + kit.u(14)
    return Rect(stage.x + edge, top, stage.w - 2 * edge, stage.bottom - kit.u(14) - top)


def risen(
    kit: Kit, room: Rect, body: Filled, footer: Sequence[Widget], *, plate: Widget | None = None
) -> Panel:
    """A panel at the foot of `room`, as tall as its body and footer need; the body scrolls."""
    pad, gap = kit.u(18), kit.u(8)
    head = (plate.rect.h // 2 if plate else 0) + kit.u(8)
    foot = max((widget.rect.h for widget in footer), default=0)
    most = room.h - head - foot - gap - pad - (plate.rect.h // 2 if plate else 0)
    draft = scrolled(kit, Rect(0, 0, room.w - 2 * pad, most), body)
    tall = min(most, draft.tall)
    box = Rect(room.x, 0, room.w, head + tall + gap + foot + pad)
    box.bottom = room.bottom
    panel = Panel(kit, box)
    area = draft
    area.rect.h = tall
    area.hold(area.parts, area.tall)
    area.at(box.x + pad, box.y + head)
    area.key_name = "panel"
    _settle(kit, footer, Rect(box.x + pad, box.bottom - pad - foot, box.w - 2 * pad, foot))
    panel.parts = [area, *footer]
    if plate is not None:
        plate.at(plate.rect.x + box.x, box.y - plate.rect.h // 2)
        panel.parts.insert(0, plate)
    return panel


def _settle(kit: Kit, footer: Sequence[Widget], row: Rect) -> None:
    """Labels to the left, buttons to the right."""
    left, right = row.x + kit.u(8), row.right
    for widget in reversed(footer):
        if isinstance(widget, Label):
            continue
        right -= widget.rect.w
        widget.at(right, row.centery - widget.rect.h // 2)
        right -= kit.u(10)
    for widget in footer:
        if isinstance(widget, Label):
            widget.at(left, row.centery - widget.rect.h // 2)


def hint(kit: Kit, text: Words | str, buttons: Sequence[Widget], width: int) -> Label:
    """Small text that leaves room for `buttons` beside it."""
    taken = sum(button.rect.w + kit.u(10) for button in buttons)
    return Label(kit, text, width - taken - kit.u(56), size=SMALL, colour=kit.colours.soft)


def name_plate(
    kit: Kit, text: Words | str, fill: Colour, room: Rect, side: str = LEFT, icon: str = ""
) -> Panel:
    """The plate on the edge of the panel: who speaks, or whose turn it is."""
    pad = kit.u(18)
    letter = kit.letters(BODY * 1.1) if icon else 0
    lead = letter + kit.u(8) if icon else 0
    narrow = min(room.w, kit.u(520)) - kit.u(44) - 2 * pad
    label = Label(
        kit,
        text,
        max(room.w * 3 // 5, narrow) - lead,
        size=BODY,
        bold=True,
        colour=kit.colours.on_navy,
        snug=True,
        read=False,
    )
    wide = label.rect.w + lead + 2 * pad
    tall = label.rect.h + kit.u(10)
    x = {LEFT: kit.u(22), RIGHT: room.w - wide - kit.u(22), CENTRE: (room.w - wide) // 2}[side]
    plate = Panel(kit, Rect(x, 0, wide, tall), fill, line=kit.colours.gold, shadow=4, radius=12)
    plate.parts = [label]
    plate.key_name = PLATE
    label.at(x + pad + lead, (tall - label.rect.h) // 2)
    if icon:
        sign = Icon(kit, icon, letter, kit.colours.gold)
        sign.at(x + pad, (tall - letter) // 2)
        plate.parts.insert(0, sign)
    return plate


def portrait_height(kit: Kit, room: Rect, panel: Rect, *, bench: bool = False) -> int:
    """How tall a speaker is drawn above `panel`; on the bench under the emblem, if that can be."""
    step = kit.u(40)
    tall = min(kit.u(PORTRAIT), (panel.y - room.y) * 10 // 7 // step * step)
    if not bench:
        return tall
    # A sixth of a portrait is empty or hidden.
    below = (panel.y - kit.stage.y - kit.u(EMBLEM)) * 6 // 5
    return min(tall, max(tall * 7 // 10, below)) // step * step


def portrait_spot(
    kit: Kit, who: Speaker, room: Rect, panel: Rect, size: tuple[int, int]
) -> tuple[int, int]:
    """Where the upper left corner of a portrait of that size belongs: behind the panel."""
    wide, tall = size
    margin = kit.u(36)
    narrow = panel.w < kit.stage.w * 2 // 3
    x = {
        LEFT: panel.x + margin,
        RIGHT: panel.right - margin - wide,
        CENTRE: panel.centerx - wide // 2,
    }[CENTRE if narrow else who.side]
    lowest = kit.stage.bottom - tall
    return x, max(room.y - kit.u(6), min(lowest, panel.y - tall * 9 // 10))


def on_table(kit: Kit, exhibit: Exhibit, room: Rect, panel: Rect, away_from: str) -> Tile | None:
    """The exhibit that a turn is about, above the panel, if there is room beside the speaker."""
    colours, pad = kit.colours, kit.u(18)
    width = min(kit.u(470), room.w * 2 // 5)
    inner = width - 2 * pad
    number = T("Exhibit {n} · {kind}", n=exhibit.number, kind=exhibit.kind)
    rows: list[Widget] = [
        Label(kit, number, inner, size=SMALL, bold=True, colour=colours.burgundy),
        Label(kit, exhibit.title, inner, size=BODY, bold=True, colour=colours.navy),
        Label(kit, exhibit.shows, inner, size=BODY),
    ]
    below = stack(rows, pad, pad, kit.u(4))
    tile = Tile(kit, (width, below + pad), rows, Look("exhibits", exhibit.id))
    free = panel.y - kit.u(30) - room.y
    if tile.rect.h > free:
        return None
    x = room.x + kit.u(24) if away_from == RIGHT else room.right - width - kit.u(24)
    tile.at(x, room.y + (free - tile.rect.h) // 2)
    tile.key_name = "on table"
    return tile
