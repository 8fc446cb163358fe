"""A portrait is a person's SVG with shared parts where its `<!-- put ... -->` comments stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.trial.view import Person

MOODS = ("neutral", "happy", "worried", "surprised", "angry", "sad", "thinking")
SOMEBODY = "somebody"
UNSEEN, ACCOUNT = "unseen", "account"  # whom a case gives no face

_PUT = re.compile(r"<!-- put ([a-z0-9_/{}]+) -->")
_INSIDE = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
_OWN_COLOURS = re.compile(r"<style>.*?</style>", re.DOTALL)
_GAP = re.compile(r"\n\s*")

# Drawn only where the art itself is missing, so that a face still has something to show.
_SHADOW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 480">'
    '<path fill="#8a93a8" d="M40 480C44 390 90 340 200 330S356 390 360 480Z"/>'
    '<circle fill="#a7afc0" cx="200" cy="200" r="96"/></svg>'
)


def people(art: Path) -> tuple[str, ...]:
    """Everybody who has been drawn, by name, in alphabetical order."""
    return tuple(sorted(file.stem for file in (art / "people").glob("*.svg")))


def picture_of(person: Person) -> str:
    """The name of the portrait of `person`, or of what stands for somebody without one."""
    return person.portrait or (ACCOUNT if person.stands == "phone" else UNSEEN)


def portrait_svg(art: Path, name: str, mood: str = "neutral") -> str:
    """One SVG of `name` in `mood`; a stranger gets a friendly face, an unknown mood a calm one."""
    drawn = people(art)
    known = name if name in drawn else SOMEBODY
    if known not in drawn:
        return _SHADOW
    feeling = mood if mood in MOODS else MOODS[0]
    return _assembled(art, read_svg(art / "people" / f"{known}.svg"), feeling)


def _assembled(art: Path, person: str, mood: str) -> str:
    def part(put: re.Match[str]) -> str:
        return _part(art / "rig", put[1].replace("{mood}", mood))

    return _GAP.sub("\n", _PUT.sub(part, person))


def _part(rig: Path, name: str) -> str:
    """What a part draws, without its wrapping and without the colours it is edited in."""
    inside = _INSIDE.search(read_svg(rig / f"{name}.svg"))
    return _OWN_COLOURS.sub("", inside[1]).strip() if inside else ""


def read_svg(file: Path, otherwise: str = "") -> str:
    """What is in `file`, or `otherwise` where it is missing or cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return otherwise
