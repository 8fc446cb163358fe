"""What a screen may want; the app carries it out. Widgets send these, or messages of a screen."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.steps import Role
from game.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Go:
    """Show another screen: library, settings."""

    where: str


@dataclass(frozen=True, slots=True)
class Look:
    """Open the record at a tab, perhaps at one entry."""

    tab: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Show the case file, with a seat to begin with if one is advised."""

    case_id: str
    role: Role = Role.JUDGE


@dataclass(frozen=True, slots=True)
class Begin:
    """Start a trial."""

    case_id: str
    role: Role
    cut: int | None
    feedback: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the saved trial, of one case or the last one played."""

    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The seat answers its turn."""

    picks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take the last answer of the seat back, or as a `teacher` whatever was done last."""

    teacher: bool = False


@dataclass(frozen=True, slots=True)
class SkipScenes:
    """Leave these scenes to the script."""

    scenes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """Show again the finished trial that is kept under this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """One of the settings is now this."""

    name: str
    value: str | float | bool


@dataclass(frozen=True, slots=True)
class Switch:
    """Speak the other language from here on."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Play a sound."""

    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """Read aloud what is shown, or stop reading."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Show a message in words."""

    title: Words
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """In a preview: go so many beats on, or back."""

    by: int


@dataclass(frozen=True, slots=True)
class Reseat:
    """In a preview: take the next seat, at the same beat."""


@dataclass(frozen=True, slots=True)
class Restart:
    """In a preview: forget all answers and begin again."""


@dataclass(frozen=True, slots=True)
class Explain:
    """Show the manual's page of the code of a finding."""

    code: str


class ForClass:
    """What a whole class wants that plays at one screen; see `class_play/wishes.py`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete what has been learned."""


@dataclass(frozen=True, slots=True)
class Back:
    """Leave this screen for the one below it."""


@dataclass(frozen=True, slots=True)
class Home:
    """Leave everything for the title."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


Intent = (
    Go | Look | OpenCase | Begin | Resume | Answer | Change | Cue | Tell | Back | Home | Quit
    | Turn | Reseat | Restart | Explain | ForClass | Forget | TakeBack | SkipScenes | Watch
    | Switch | Read
)  # fmt: skip
