"""Marks as bars, and vigilance as two gauges: how sharp the eyes are, and which way they lean."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.words import TN, T, Words
from game.trial.view import VigilanceShown
from game.trial.vigilance import Vigilance
from game.window.kit import Kit
from game.window.names import points
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Widget, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Gauge, Panel

EYES = {
    "sharp": T("Sharp eyes: you tell traps from honest things very well."),
    "good": T("Good eyes: you tell most traps from honest things."),
    "dim": T("Look closer: traps and honest things still look alike to you."),
}
LEANINGS = {
    "jumpy": T("Jumpy: you suspect honest things too. Ask what gives a trap away."),
    "balanced": T("Balanced: you suspect neither too much nor too little."),
    "trusting": T("Trusting: you let traps pass. Ask who gains before you believe."),
}


def criterion_bar(
    kit: Kit, criterion: str, earned: float, possible: float, width: int
) -> list[Widget]:
    """What a criterion earned of what was possible, in words and as a bar."""
    share = max(0.0, earned) / possible if possible else 0.0
    colours = kit.colours
    return [
        Label(kit, points(criterion, earned, possible), width, size=BODY),
        Bar(kit, (width, kit.u(12)), share, colours.navy, colours.faint),
    ]


def vigilance_plate(kit: Kit, seen: VigilanceShown | Vigilance, width: int) -> Panel:
    """Two gauges: how sharp the eyes are, and which way they lean."""
    colours = kit.colours
    pad = kit.u(20)
    inner = width - 2 * pad
    knob = kit.u(16)
    sharp = Gauge(kit, (inner, knob), seen.sharpness / 3.5, (0.55, 1.0))
    lean = Gauge(kit, (inner, knob), 0.5 + seen.leaning / 2.5, (0.36, 0.64))
    found = TN("{hits} of {n} trap found", "{hits} of {n} traps found", seen.traps, hits=seen.hits)
    spared = TN(
        "{alarms} of {n} honest thing suspected",
        "{alarms} of {n} honest things suspected",
        seen.look_alikes,
        alarms=seen.false_alarms,
    )
    rows: list[Widget] = [
        Label(kit, T("Vigilance"), inner, size=SPEECH, bold=True, colour=colours.navy),
        Label(kit, T("{found} · {spared}", found=found, spared=spared), inner, size=SMALL,
              colour=colours.soft),
        Label(kit, T("How sharp are your eyes?"), inner, bold=True),
        sharp,
        _ends(kit, (T("dim"), T("sharp")), inner),
        Label(kit, EYES.get(seen.eyes, EYES["good"]), inner),
        Label(kit, T("Which way do you lean?"), inner, bold=True),
        lean,
        _ends(kit, (T("jumpy"), T("balanced"), T("trusting")), inner),
        Label(kit, LEANINGS.get(seen.word, LEANINGS["balanced"]), inner),
    ]  # fmt: skip
    return plate(kit, rows, width, pad)


def plate(kit: Kit, rows: Sequence[Widget], width: int, pad: int) -> Panel:
    """A plate with `rows` under each other."""
    below = stack(rows, pad, pad // 2, kit.u(4))
    made = Panel(
        kit, Rect(0, 0, width, below + pad), kit.colours.card, line=kit.colours.faint, shadow=0
    )
    made.parts = list(rows)
    return made


def _ends(kit: Kit, words: Sequence[Words], width: int) -> Widget:
    """Small words under a gauge, from its left to its right end."""
    labels = [
        Label(kit, word, width, size=SMALL, colour=kit.colours.soft, snug=True) for word in words
    ]
    row = Panel(
        kit,
        Rect(0, 0, width, max(label.rect.h for label in labels)),
        kit.colours.card,
        shadow=0,
    )
    for number, label in enumerate(labels):
        free = width - label.rect.w
        label.at(free * number // (len(labels) - 1), 0)
    row.parts = list(labels)
    return row
