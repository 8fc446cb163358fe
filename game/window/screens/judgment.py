"""The written judgment as a sheet of paper: court and title above, the bench at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.words import T, Words
from game.trial.view import Judgment
from game.window.kit import Kit
from game.window.seals import red_seal
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Widget, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Block, Group, Panel, Picture

SEAL = 132  # how wide the seal is

PARTS: tuple[tuple[Words, str], ...] = (
    (T("The evidence"), "evidence"),
    (T("What the court found"), "findings"),
    (T("The decision"), "decision"),
)


def sheet(kit: Kit, judgment: Judgment, room: Rect) -> Panel:
    """`judgment` on a sheet at the top of `room`, as tall as it needs."""
    width = min(room.w, kit.u(860 * kit.large))
    edge = kit.u(56 / kit.large)
    inner = width - 2 * edge
    rows = list(_rows(kit, judgment, inner))
    below = stack(rows, edge, kit.u(36), kit.u(8))
    paper = Panel(
        kit,
        Rect(0, 0, width, below + kit.u(36)),
        kit.colours.sheet,
        line=kit.colours.faint,
        shadow=4,
        radius=3,
    )
    paper.parts = rows
    paper.at(room.x + (room.w - width) // 2, room.y)
    return paper


def _rows(kit: Kit, judgment: Judgment, width: int) -> Sequence[Widget]:
    colours = kit.colours
    title = TITLE / max(1.0, kit.large / 1.25)
    rows: list[Widget] = [
        Label(kit, judgment.court, width, size=SPEECH, bold=True, centred=True, colour=colours.ink),
        Label(kit, judgment.title, width, size=title, bold=True, centred=True, colour=colours.ink),
        Label(kit, judgment.case, width, size=BODY, centred=True, colour=colours.soft),
        Block(kit, Rect(0, 0, width, kit.u(2)), colours.ink),
        *(Label(kit, line, width, size=BODY, colour=colours.ink) for line in judgment.parties),
    ]  # fmt: skip
    for heading, part in PARTS:
        lines: tuple[str, ...] = getattr(judgment, part)
        if lines:
            rows.append(_gap(kit, width))
            rows.append(Label(kit, heading, width, size=BODY, bold=True, colour=colours.navy))
            rows += (_numbered(kit, n, line, width) for n, line in enumerate(lines, 1))
    rows.append(_gap(kit, width))
    rows.append(_signed(kit, judgment.bench, width))
    rows.append(Label(kit, judgment.note, width, size=SMALL, colour=colours.soft, centred=True))
    return rows


def _signed(kit: Kit, bench: Sequence[str], width: int) -> Widget:
    """Who decided, one below the other at the right edge, and the seal beside them."""
    names: list[Widget] = [
        Label(kit, line, width, size=BODY, colour=kit.colours.ink, snug=True) for line in bench
    ]
    seal = Picture(kit, red_seal(kit, kit.say(T("Mock Court")).upper(), kit.u(SEAL)))
    below = stack(names, 0, 0, kit.u(8))
    for name in names:
        name.move(width - name.rect.w, 0)
    tall = max(below, seal.rect.h)
    left = width - max((name.rect.w for name in names), default=0) - seal.rect.w - kit.u(16)
    seal.at(left, (tall - seal.rect.h) // 2)
    return Group(kit, Rect(0, 0, width, tall), [seal, *names] if left >= 0 else names)


def _numbered(kit: Kit, number: int, text: str, width: int) -> Widget:
    """A line with its number in the margin."""
    margin = kit.u(34)
    mark = Label(kit, f"{number}.", margin, size=BODY, colour=kit.colours.soft)
    line = Label(kit, text, width - margin, size=BODY, colour=kit.colours.ink)
    line.at(margin, 0)
    return Group(kit, Rect(0, 0, width, max(mark.rect.h, line.rect.h)), [mark, line])


def _gap(kit: Kit, width: int) -> Widget:
    return Group(kit, Rect(0, 0, width, kit.u(6)), [])
