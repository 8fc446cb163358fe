"""The strip below a preview: where we are in the file, and how to get elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pygame
from pygame import Rect

from game.scenario.diagnostics import Severity, counted
from game.scenario.words import T, Words
from game.window.doors import Language
from game.window.intents import Change, Go, Intent, Reseat, Restart, Turn
from game.window.kit import Kit
from game.window.preview.draft import Draft
from game.window.preview.places import END, stops
from game.window.theme import SMALL
from game.window.widgets.base import Widget
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel

FINDINGS = "findings"
KEYS = {
    "findings": (pygame.K_F4, "F4"),
    "restart": (pygame.K_F5, "F5"),
    "previous": (pygame.K_F6, "F6"),
    "next beat": (pygame.K_F7, "F7"),
    "role": (pygame.K_F8, "F8"),
    "language": (pygame.K_F9, "F9"),
}


def strip(kit: Kit, draft: Draft, here: str, languages: tuple[Language, ...]) -> Panel:
    """The strip at the foot of the stage for a trial that stands at `here`."""
    stage, pad, gap = kit.stage, kit.u(12), kit.u(4)
    size = SMALL if kit.large <= 1.25 else SMALL * 1.25 / kit.large
    buttons = _buttons(kit, draft, languages, size)
    taken = sum(button.rect.w + gap for button in buttons)
    colour = kit.colours.on_navy
    text = draft.note if draft.note and here == draft.stop else _where(draft, here)
    label = Label(kit, text, stage.w - taken - 3 * pad, size=size, colour=colour)
    tall = max(label.rect.h, *(button.rect.h for button in buttons)) + 2 * kit.u(4)
    panel = Panel(kit, Rect(stage.x, stage.bottom - tall, stage.w, tall), kit.colours.navy)
    panel.radius = 0
    label.at(stage.x + pad, panel.rect.centery - label.rect.h // 2)
    right = stage.right - pad
    for button in reversed(buttons):
        right -= button.rect.w
        button.at(right, panel.rect.centery - button.rect.h // 2)
        right -= gap
    panel.parts = [label, *buttons]
    return panel


def keys(panel: Panel) -> Mapping[int, Widget]:
    """What the keys F4 to F9 press."""
    return {KEYS[part.key_name][0]: part for part in panel.parts if part.key_name in KEYS}


def _where(draft: Draft, here: str) -> Words:
    if draft.case is None or here == END:
        return T("After the last step")
    row = stops(draft.case)
    scene, _, number = here.rpartition(".")
    return T(
        "{scene}.{number} · step {n} of {of} · line {line}",
        scene=scene,
        number=int(number) + 1,
        n=row.index(here) + 1,
        of=len(row) - 1,
        line=draft.line(here) or 1,
    )


def _buttons(kit: Kit, draft: Draft, languages: tuple[Language, ...], size: float) -> list[Button]:
    codes = [language.code for language in languages]
    after = codes.index(kit.settings.language) + 1 if kit.settings.language in codes else 0
    other = languages[after % len(languages)]
    wishes: list[tuple[str, Words | str, Intent]] = [
        ("previous", T("Previous"), Turn(-1)),
        ("next beat", T("Next"), Turn(1)),
        ("role", draft.seat_name, Reseat()),
        ("language", other.name, Change("language", other.code)),
        ("restart", T("Restart"), Restart()),
    ]
    if draft.findings:
        wishes.insert(0, ("findings", _count(draft), Go(FINDINGS)))
    buttons = []
    for name, text, wish in wishes:
        keyed = T("{name} ({key})", name=text, key=KEYS[name][1])
        button = Button(kit, keyed, wish, bare=True, size=size)
        button.key_name = name
        button.on = name == "findings"
        buttons.append(button)
    return buttons


def _count(draft: Draft) -> Words:
    """The errors, or if there are none the warnings, or else the notes."""
    for severity in Severity:
        if found := [one for one in draft.findings if one.severity is severity]:
            return counted(found)
    return counted(())
