"""speak: a speech to the room, so many seconds long, rated line by line by those who listen.

- speak:
    role: defence
    ask: Give the closing speech for Chen Hao.
    seconds: 90
    rubric:
      point: Says first what the court should do
      proof: Names the exhibit that each point rests on
      voice:
        says: Speaks to the room
        levels: [reads from the sheet, looks up now and then, looks at the listeners]

Without a `role` everybody speaks. Classmates or the teacher rate the speech, whoever plays alone
rates honestly for himself. It is shown in the debrief but earns no marks, for whoever fills in the
ratings could praise himself, and a robot that cannot speak would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from msgspec.structs import replace

from game.scenario.authored import Authored, Text, Within, written
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Role,
    Step,
    TurnKind,
    Worth,
    everybody,
)
from game.scenario.words import T, Words, own

MOST = 8  # lines of a rubric
LEVELS = (T("not yet"), T("partly"), T("fully"))


class Measure(Authored):
    """One line of the rubric."""

    SHORTHAND: ClassVar[str] = "says"
    id: str = ""
    says: Text = written(T("what a good speech does"))
    levels: tuple[Text, Text, Text] | None = written(
        T("what one sees of it when it is not yet, partly and fully there"), default=None
    )

    def note(self) -> Words | None:
        """What the levels look like, if that was written."""
        if self.levels is None:
            return None
        seen = dict(zip(("low", "middle", "high"), map(own, self.levels), strict=True))
        return T("not yet: {low}; partly: {middle}; fully: {high}", **seen)


class Speak(Beat):
    """A timed speech, and what the listeners look for."""

    KIND: ClassVar[str] = "speak"
    role: Role | None = written(T("who speaks; without it everybody does"), default=None)
    ask: Text = written(T("what to speak about"))
    seconds: Annotated[int, Within(10, 600)] = written(T("how long the speech lasts"), default=60)
    rubric: Mapping[str, Measure] = written(T("what a good speech does, line by line"))

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        ask = Ask(
            key=key,
            kind=TurnKind.SPEAK,
            criterion=Criterion.REASONING,
            prompt=own(self.ask),
            choices=tuple(
                Choice(line.id, own(line.says), note=line.note()) for line in self.rubric.values()
            ),
            marking=Worth(0.0),
            right=tuple(Choice(str(level), words) for level, words in enumerate(LEVELS)),
            least=len(self.rubric),
            most=len(self.rubric),
            shuffled=False,
            seconds=self.seconds,
        )
        if self.role is None:
            yield from everybody(ask)
        else:
            yield replace(ask, key=f"{key}.{self.role}", role=self.role)

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C336: the rubric has eight lines at most."""
        if len(self.rubric) > MOST:
            yield Diagnostic(
                "C336",
                self.spots.of("rubric"),
                T(
                    "a speech is rated by {most} lines at most; here are {n}",
                    most=MOST,
                    n=len(self.rubric),
                ),
                T("listeners can watch for three or four things at once"),
            )
