"""sentence: what weighs for and against, then how long.

- sentence:
    law: criminal_law/266
    offered: [0, 120]
    lawful: [0, 36]
    recommend: [12, 16]
    plead: [6, 10]
    decide: [8, 14]
    factors:
      repaid: {says: He paid back 5,000 yuan., weighs: lighter, because: Restitution counts.}
    fair_because: It lies within the range and weighs both sides.
    lawful_because: It is lawful, but leaves something out of account.
    unlawful_because: It is more than the law allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.court import speaker
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.names import Stage
from game.scenario.ranges import UNITS, Unit, check_ranges, is_among, number_turn
from game.scenario.steps import (
    Ask,
    Choice,
    Condition,
    Criterion,
    Link,
    Links,
    Manner,
    Role,
    Say,
    Staging,
    Step,
    TurnKind,
    everybody,
)
from game.scenario.words import T, Words, own, put


class Weight(StrEnum):
    LIGHTER = "lighter"
    HEAVIER = "heavier"
    NEITHER = "neither"


WEIGHTS = {
    Weight.LIGHTER: T("makes it lighter"),
    Weight.HEAVIER: T("makes it heavier"),
    Weight.NEITHER: T("does not count"),
}
FAIR = {Role.PROSECUTION: "recommend", Role.DEFENCE: "plead", Role.JUDGE: "decide"}
PROMPTS = {
    Role.PROSECUTION: T("What sentence do you recommend?"),
    Role.DEFENCE: T("What sentence do you plead for?"),
    Role.JUDGE: T("What sentence do you pass?"),
}
SPOKEN = {
    Role.PROSECUTION: T("The prosecution recommends {penalty}."),
    Role.DEFENCE: T("The defence pleads for {penalty}."),
    Role.JUDGE: T("The defendant is sentenced to {penalty}."),
}
# Criminal Law arts. 42 and 45: criminal detention is 1 to 6 months, imprisonment 6 months or more.
FIRST_MONTH_OF_IMPRISONMENT = 6


class Factor(Authored):
    """Something that makes the sentence lighter or heavier, or that must not count."""

    SKETCHES = ((), (), ())

    id: str = ""
    says: Text = written(T("the fact"))
    weighs: Weight = written(T("lighter, heavier or neither"))
    because: Text = written(T("why"))
    law: Annotated[str, Ref("law")] | None = written(T("the law card behind it"), default=None)


class Sentence(Beat):
    """Weigh the factors, then recommend, plead for and pass a sentence."""

    KIND: ClassVar[str] = "sentence"
    STAGE: ClassVar[Stage | None] = Stage.DECISION
    law: Annotated[str, Ref("law")] = written(T("the law card with the lawful range"))
    unit: Unit = written(T("what is counted"), default=Unit.MONTHS)
    offered: tuple[int, int] = written(
        T("the smallest and the largest number on offer"), sample="[0, 60]"
    )
    lawful: tuple[int, int] = written(T("the lawful range"), sample="[0, 36]")
    recommend: tuple[int, int] = written(T("what a fair prosecution recommends"), sample="[6, 9]")
    plead: tuple[int, int] = written(T("what an honest defence pleads for"), sample="[2, 4]")
    decide: tuple[int, int] = written(T("what a fair court decides"), sample="[4, 7]")
    factors: Mapping[str, Factor] = written(T("what weighs, and what must not"))
    fair_because: Text = written(T("why the fair range is fair"))
    lawful_because: Text = written(T("what is said to a lawful but unfair number"))
    unlawful_because: Text = written(T("what is said to a number outside the lawful range"))

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        yield from everybody(self._weigh(f"{key}.weigh"))
        asked: list[tuple[Role, str]] = []
        for role in FAIR:
            ask = f"{key}.{role}"
            fair = getattr(self, FAIR[role])
            yield number_turn(
                ask, role, PROMPTS[role], self, fair, law=self.law, asked=tuple(asked)
            )
            asked.append((role, ask))
            ruled = Manner.RULED if role is Role.JUDGE else Manner.SAID
            for penalty, when in self._penalties(ask):
                line = put(SPOKEN[role], penalty=penalty)
                yield Say(line, speaker(case, role), manner=ruled, heard=(("n", ask),), when=when)

    def _penalties(self, ask: str) -> Iterator[tuple[Words, Condition | None]]:
        """What the number given to `ask` amounts to, in the law's own terms."""
        _, most = self.offered
        if self.unit is not Unit.MONTHS:
            yield T("{n} {unit}", unit=UNITS[self.unit]), None
            return
        first = FIRST_MONTH_OF_IMPRISONMENT
        yield T("no punishment"), is_among(ask, range(1))
        yield T("one month of criminal detention"), is_among(ask, range(1, 2))
        yield T("{n} months of criminal detention"), is_among(ask, range(2, first))
        yield T("{n} months of imprisonment"), is_among(ask, range(first, most + 1))

    def _weigh(self, key: str) -> Ask:
        factors = self.factors.values()
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.LAW,
            prompt=T("What makes the sentence lighter, what heavier, and what must not count?"),
            choices=tuple(Choice(f.id, own(f.says)) for f in factors),
            right=tuple(Choice(w, text) for w, text in WEIGHTS.items()),
            relations=(Choice("weighs", T("→")),),
            marking=Links(
                tuple(Link(f.id, f.weighs, "weighs", own(f.because)) for f in factors), each=(1, 1)
            ),
            most=len(self.factors),
            staging=Staging.SCALES,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C326 for what is fair in each role."""
        yield from check_ranges(self, tuple(FAIR.values()))
