"""What the window needs from the rest of the game: cases, tables, settings and words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from game.scenario.steps import Role
from game.scenario.words import Translate
from game.session.settings import Settings

if TYPE_CHECKING:
    from game.session.advice import Advice
    from game.session.cards import Cover
    from game.session.class_play.plan import Plan
    from game.session.class_play.table import ClassTable
    from game.session.heard import Heard
    from game.session.lead import Lead
    from game.session.progress import Progress
    from game.session.rerun import Answered, Finished
    from game.trial.view import Action, Case, View
    from game.window.intents import Begin


class CaseShown(Struct, frozen=True):
    """A case on the shelf, in the current language. `cuts` are the minutes it can be played in.

    `best` has the best marks of each seat that was played to its end.
    """

    case: Case
    cuts: tuple[int, ...] = ()
    has_save: bool = False
    has_class_save: bool = False
    cover: Cover | None = None
    best: Mapping[Role, int] = field(default_factory=dict)


class Language(Struct, frozen=True):
    """A language to choose, by its own name."""

    code: str
    name: str


class Table(Protocol):
    """One trial with this player's seat at it."""

    @property
    def case_id(self) -> str:
        """Which case is tried."""

    @property
    def lead(self) -> Lead | None:
        """The way to take back and to skip, if this trial can be led."""

    def view(self) -> View:
        """What the seat may see now, in the current language."""

    def second_view(self) -> View | None:
        """The same view in the language that stands beside it; None where one is enough."""

    def submit(self, action: Action) -> str | None:
        """Play `action`; None, or in words why the court refuses it. Saves the work."""


class Rerun(Table, Protocol):
    """A trial that is over, with all its answers. It takes no more."""

    def answered(self) -> tuple[Answered, ...]:
        """The answers of the seat, in order, in the current language."""


class Doors(Protocol):
    """Everything outside the window; whoever starts the window passes one in."""

    assets: Path

    def cases(self) -> tuple[CaseShown, ...]:
        """The cases that can be played, in the current language."""

    def start(
        self, case_id: str, role: Role, cut: int | None, feedback: str, facts: tuple[str, ...]
    ) -> Table:
        """A new trial in which `facts` hold. `feedback` is turn, scene or end."""

    def resume(self, case_id: str | None = None) -> Table | None:
        """The trial that was left off last (of that case), if there is one."""

    def start_class(self, wanted: Begin, plan: Plan) -> ClassTable:
        """A new trial for a class with the teams of `plan`."""

    def resume_class(self, case_id: str) -> ClassTable | None:
        """The trial of that case that a class left off, if there is one."""

    def heard(self, case_id: str) -> Heard:
        """Which lines of that case were watched before."""

    def finished(self) -> tuple[Finished, ...]:
        """The trials that were played to their end, the latest first."""

    def rerun(self, name: str) -> Rerun | None:
        """The finished trial of that name, to be watched again; None if it no longer can be."""

    def has_save(self) -> bool:
        """Whether any trial can be gone on with; quick, and reads no case."""

    def progress(self) -> Progress:
        """What has been learned in the trials that were played to their end."""

    def forget_progress(self) -> None:
        """Delete that."""

    def advice(self) -> Advice | None:
        """What to play next, in the current language."""

    def papers(self) -> Path:
        """The folder for certificates, where the player can find them. It need not exist yet."""

    def settings(self) -> Settings:
        """The settings as they were saved."""

    def save_settings(self, settings: Settings) -> None:
        """Keep `settings`; the language of words and views follows them."""

    def languages(self) -> tuple[Language, ...]:
        """The languages that the game speaks."""

    def translate(self, language: str = "") -> Translate:
        """How words become text in `language`, or in the current one."""

    def notices(self) -> tuple[str, ...]:
        """Messages for the player that are due, such as a save that was set aside; told once."""

    def report(self, error: BaseException, facts: Mapping[str, object]) -> Path | None:
        """Write down what went wrong, and where the game stood; the file, if it could be."""
