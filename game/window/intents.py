"""What a screen may want; the app carries it out. Widgets send these, or messages of a screen."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.steps import Role
from game.scenario.words import Words


class Go(Struct, frozen=True):
    """Show another screen: library, settings."""

    where: str


class Look(Struct, frozen=True):
    """Open the record at a tab, perhaps at one entry."""

    tab: str = ""
    entry: str = ""


class OpenCase(Struct, frozen=True):
    """Show the case file, with a seat to begin with if one is advised."""

    case_id: str
    role: Role = Role.JUDGE


class Begin(Struct, frozen=True):
    """Start a trial."""

    case_id: str
    role: Role
    cut: int | None
    feedback: str
    facts: tuple[str, ...] = ()


class Resume(Struct, frozen=True):
    """Go on with the saved trial, of one case or the last one played."""

    case_id: str | None = None


class Answer(Struct, frozen=True):
    """The seat answers its turn."""

    picks: tuple[str, ...]


class TakeBack(Struct, frozen=True):
    """Take the last answer of the seat back, or as a `teacher` whatever was done last."""

    teacher: bool = False


class SkipScenes(Struct, frozen=True):
    """Leave these scenes to the script."""

    scenes: tuple[str, ...]


class Watch(Struct, frozen=True):
    """Show again the finished trial that is kept under this name."""

    name: str


class Change(Struct, frozen=True):
    """One of the settings is now this."""

    name: str
    value: str | float | bool


class Switch(Struct, frozen=True):
    """Speak the other language from here on."""


class Cue(Struct, frozen=True):
    """Play a sound."""

    name: str


class Read(Struct, frozen=True):
    """Read aloud what is shown, or stop reading."""


class Tell(Struct, frozen=True):
    """Show a message in words."""

    title: Words
    text: str


class Turn(Struct, frozen=True):
    """In a preview: go so many beats on, or back."""

    by: int


class Reseat(Struct, frozen=True):
    """In a preview: take the next seat, at the same beat."""


class Restart(Struct, frozen=True):
    """In a preview: forget all answers and begin again."""


class Explain(Struct, frozen=True):
    """Show the manual's page of the code of a finding."""

    code: str


class ForClass(Struct, frozen=True):
    """What a whole class wants that plays at one screen; see `class_play/wishes.py`."""


class Forget(Struct, frozen=True):
    """Delete what has been learned."""


class Back(Struct, frozen=True):
    """Leave this screen for the one below it."""


class Home(Struct, frozen=True):
    """Leave everything for the title."""


class Quit(Struct, frozen=True):
    """Close the window."""


Intent = (
    Go | Look | OpenCase | Begin | Resume | Answer | Change | Cue | Tell | Back | Home | Quit
    | Turn | Reseat | Restart | Explain | ForClass | Forget | TakeBack | SkipScenes | Watch
    | Switch | Read
)  # fmt: skip
