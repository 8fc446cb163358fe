"""The moments of a trial that are watched: a line, a sheet of reasons, the briefing, waiting."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.words import T, Words
from game.trial.terms import in_this_trial, role_name
from game.trial.view import Line, Rich, View
from game.window.both import second_of
from game.window.kit import Kit
from game.window.names import CHAIN, named
from game.window.screens.page import Filled
from game.window.screens.stage import CENTRE, hint, name_plate, risen, speaker
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label, Typewriter
from game.window.widgets.panel import Icon, Panel


class Next(Struct, frozen=True):
    """Go on: finish the sentence, or show what comes next."""


class Auto(Struct, frozen=True):
    """Read on without being asked, or stop doing so."""


class Watching(Struct, frozen=True):
    """How a line is watched: whether it was `known` before, and whether auto reads on."""

    known: bool = False
    auto: bool = False


FIRST_TIME = Watching()


class Moment(Struct):
    """A panel for the stage, and what in it moves."""

    panel: Panel
    speech: Typewriter | None = None


def spoken(kit: Kit, view: View, line: Line, room: Rect, watching: Watching = FIRST_TIME) -> Moment:
    """Somebody says something, or the narrator tells it."""
    speech: list[Typewriter] = []

    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        text = Typewriter(kit, line.says, inside.w, size=SPEECH)
        text.at(inside.x, inside.y)
        speech[:] = [text]
        return [text], max(text.rect.bottom, inside.y + kit.u(78))

    go_on = Button(kit, T("Continue"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"
    footer: list[Widget] = [_auto(kit, watching.auto), go_on]
    if watching.known:
        known = T("You know this. Hold Space or the mouse to skip.")
        footer.insert(0, hint(kit, known, footer, room.w))
    panel = risen(kit, room, body, footer, plate=_plate(kit, view, line, room))
    return Moment(panel, speech[0])


def _auto(kit: Kit, on: bool) -> Button:
    """The button for reading on; it says in words whether that is on."""
    text = T("Auto is on (A)") if on else T("Auto (A)")
    button = Button(kit, text, Auto(), icon="clock" if on else "play", size=SMALL)
    button.on, button.key_name = on, "auto"
    return button


def heading(kit: Kit, view: View, line: Line, room: Rect) -> Moment:
    """A new scene begins: its title on a plate of its own."""
    colours, pad = kit.colours, kit.u(34)
    wide = min(room.w, kit.u(680 * min(kit.large, 1.6)))
    inner = wide - 2 * pad
    rows: list[Widget] = []
    if line.scene == view.scene.id:
        number = T("Scene {n} of {of}", n=view.scene.number, of=view.scene.of)
        rows.append(Label(kit, number, inner, size=SMALL, colour=colours.gold, centred=True))
    size = SPEECH if kit.large > 1.5 and second_of(line.says) else TITLE
    rows.append(
        Label(kit, line.says, inner, size=size, bold=True, colour=colours.on_navy, centred=True)
    )
    if line.scene == view.scene.id:
        chain = named(CHAIN, view.scene.chain)
        rows.append(Label(kit, chain, inner, size=BODY, colour=colours.on_navy, centred=True))
    go_on = Button(kit, T("Continue"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"
    tall = sum(row.rect.h for row in rows) + go_on.rect.h + kit.u(20) + 2 * pad
    box = Rect(0, 0, wide, min(tall, room.h))
    box.center = room.center
    below = stack(rows, box.x + pad, box.y + pad, 0)
    go_on.at(box.centerx - go_on.rect.w // 2, below + kit.u(20))
    panel = Panel(kit, box, colours.navy, line=colours.gold, radius=20)
    panel.parts = [*rows, go_on]
    return Moment(panel)


def _plate(kit: Kit, view: View, line: Line, room: Rect) -> Panel | None:
    colours = kit.colours
    who = speaker(view, line)
    side = who.side if who else "left"
    if line.manner == "stage":
        name = _titled(line.name, line.part) if line.name else T("In court")
        return name_plate(kit, name, colours.burgundy, room, CENTRE, "scales")
    if line.manner == "ruled":
        name = line.name or T("The court")
        return name_plate(kit, _titled(name, line.part), colours.burgundy, room, side, "gavel")
    if line.name:
        return name_plate(kit, _titled(line.name, line.part), colours.navy, room, side)
    return None


def _titled(name: str | Words, part: str) -> Words | str:
    return T("{name} · {part}", name=name, part=part) if part else name


def review(kit: Kit, lines: Sequence[Line], room: Rect) -> Moment:
    """The reasons for what this seat has just answered, together on one sheet."""
    go_on = Button(kit, T("Continue"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"
    answers = [line for line in lines if not line.better]
    sound = sum(line.sound is True for line in answers)
    judged = sum(line.sound is not None for line in answers)
    footer: list[Widget] = [go_on]
    if judged > 1:
        count = T("{sound} of {all} are sound.", sound=sound, all=judged)
        footer.insert(0, hint(kit, count, [go_on], room.w))

    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        parts = [reason(kit, line, inside.w) for line in lines]
        return parts, stack(parts, inside.x, inside.y, kit.u(10))

    doubt = any(line.sound is False for line in answers)
    title = T("Worth a second look") if doubt else T("What your answer was worth")
    icon = "magnifier" if doubt else "scales"
    plate = name_plate(kit, title, kit.colours.navy, room, icon=icon)
    return Moment(risen(kit, room, body, footer, plate=plate))


def reason(kit: Kit, line: Line, width: int) -> Panel:
    """One reason: a sign and a word for right or wrong, what it is about, and why."""
    word = T("Better") if line.better else None
    return verdict(kit, line.quote, line.says, line.sound, width, word)


def verdict(
    kit: Kit,
    quote: str | Words,
    says: Rich | str,
    sound: bool | None,
    width: int,
    word: Words | None = None,
) -> Panel:
    """A plate that says of `quote` whether it was right, and why; never by colour alone."""
    colours, pad = kit.colours, kit.u(14)
    ink = colours.ink if sound is None else colours.good if sound else colours.bad
    back = colours.card if sound is None else colours.good_back if sound else colours.bad_back
    side = kit.letters(SPEECH)
    sign = Icon(kit, "lightbulb" if sound is None else "check" if sound else "cross", side, ink)
    sign.at(pad, pad)
    left = pad + side + pad
    inner = width - left - pad
    rows: list[Widget] = []
    told = word or (T("In part") if sound is None else T("Sound") if sound else T("Not sound"))
    told = T("{verdict} · {quote}", verdict=told, quote=quote) if quote else told
    rows.append(Label(kit, told, inner, size=BODY, bold=True, colour=ink))
    if says:
        rows.append(Label(kit, says, inner, size=BODY))
    below = stack(rows, left, pad, kit.u(4))
    tall = max(below, pad + side) + pad
    plate = Panel(kit, Rect(0, 0, width, tall), back, line=ink, shadow=0, radius=12)
    plate.parts = [sign, *rows]
    return plate


def briefing(kit: Kit, view: View, room: Rect) -> Moment:
    """What this seat is told before the case."""
    go_on = Button(kit, T("To the first scene"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"

    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        parts: list[Widget] = [
            Label(kit, view.case.title, inside.w, size=SPEECH, bold=True, colour=kit.colours.navy),
            Label(kit, view.case.court, inside.w, size=BODY, colour=kit.colours.soft),
            *(Label(kit, in_this_trial(f), inside.w, size=BODY) for f in view.case.facts),
            Label(kit, view.briefing, inside.w, size=SPEECH),
        ]
        return parts, stack(parts, inside.x, inside.y, kit.u(8))

    you = T("You are: {role}", role=role_name(view.role, view.case.proceeding))
    plate = name_plate(kit, you, kit.colours.burgundy, room, icon="book")
    return Moment(risen(kit, room, body, [go_on], plate=plate))


def waiting(kit: Kit, view: View, room: Rect) -> Moment:
    """Somebody else has to answer, or the trial is over."""
    if view.waiting_for:
        text = T("Waiting for: {roles}", roles=role_name(view.waiting_for[0], view.case.proceeding))
        return Moment(risen(kit, room, _one(kit, text), []))
    button = Button(kit, T("To the debrief"), Next(), icon="next", trailing=True, strong=True)
    button.key_name = "next"
    over = T("The trial is over. See what it taught.")
    return Moment(risen(kit, room, _one(kit, over), [button]))


def _one(kit: Kit, text: Words) -> Filled:
    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        label = Label(kit, text, inside.w, size=SPEECH)
        label.at(inside.x, inside.y)
        return [label], label.rect.bottom

    return body
