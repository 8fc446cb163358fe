"""say: somebody speaks, or the narrator tells.

- say: The bell has not rung yet.
- say: {by: judge_lin, says: The court is in session., cue: gavel}
- say:
    - {by: chen, says: I thought it was a job., mood: worried}
    - He looks at the floor.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.model import Beat, Scenario
from game.scenario.steps import Manner, Step
from game.scenario.steps import Say as Spoken
from game.scenario.words import T, own


class Mood(StrEnum):
    NEUTRAL = "neutral"
    HAPPY = "happy"
    WORRIED = "worried"
    SURPRISED = "surprised"
    ANGRY = "angry"
    SAD = "sad"


class Cue(StrEnum):
    NONE = "none"
    GAVEL = "gavel"
    PHONE = "phone"
    PAGE = "page"
    MURMUR = "murmur"
    CHIME = "chime"
    OBJECTION = "objection"


class SaidLine(Authored):
    """One line."""

    SHORTHAND: ClassVar[str] = "says"
    SKETCHES = ((), ("by",))
    says: Text = written(T("the words"))
    by: Annotated[str, Ref("person")] | None = written(
        T("who says it; nobody means the narrator"), default=None
    )
    mood: Mood = written(T("the face that goes with it"), default=Mood.NEUTRAL)
    cue: Cue = written(T("a sound that goes with it"), default=Cue.NONE)
    as_: Manner | None = written(T("said, told, ruled or stage"), default=None)


class Say(Beat):
    """Lines, one after another."""

    KIND: ClassVar[str] = "say"
    SHORTHAND: ClassVar[str] = "lines"
    lines: tuple[SaidLine, ...] = written(T("the lines, in order"))

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        for line in self.lines:
            manner = line.as_ or (Manner.SAID if line.by else Manner.TOLD)
            cue = "" if line.cue is Cue.NONE else line.cue
            yield Spoken(own(line.says), line.by, line.mood, cue, manner)
