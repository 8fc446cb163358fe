"""Leading a trial: a seat takes its answer back; a teacher goes back, skips, and makes a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from game.scenario.words import own
from game.trial.clock import Ahead, ahead, plan, up_to

if TYPE_CHECKING:
    from game.session.table import Table


class SceneAhead(Struct, frozen=True):
    """A scene that is not over, in the language of the moment, and what is left of its minutes."""

    id: str
    title: str
    minutes: int
    skipped: bool


class Lead(Struct, frozen=True):
    """What may be done to the trial at `table`, besides answering. A refusal comes in words."""

    table: Table

    def stands(self) -> str | None:
        """Why the seat may not take its last answer back; None if it may."""
        why = self.table.session.stands(self.table.role)
        return self.table.text(why.words) if why else None

    def take_back(self, *, teacher: bool = False) -> str | None:
        """Undo the seat's last answer; as a `teacher`, undo whatever was done last."""
        role = None if teacher else self.table.role
        return self.table.saved(lambda: self.table.session.take_back(role))

    def skip(self, scenes: tuple[str, ...]) -> str | None:
        """Leave `scenes` to the script."""
        return self.table.saved(lambda: self.table.session.skip(scenes))

    def up_to(self, scene: str) -> tuple[str, ...]:
        """The scenes to skip so that the trial goes on with `scene`."""
        return up_to(self.table.session.trial, scene)

    def ahead(self) -> tuple[SceneAhead, ...]:
        """The scenes from the present one to the last."""
        return tuple(self._shown(part) for part in ahead(self.table.session.trial))

    def plan(self, minutes: int) -> tuple[str, ...]:
        """The scenes to skip so that the trial ends within `minutes`, as far as that can be."""
        return plan(self.table.session.trial, minutes).skip

    def _shown(self, part: Ahead) -> SceneAhead:
        title = self.table.text(own(part.scene.title))
        return SceneAhead(part.scene.id, title, part.minutes, part.skipped)
