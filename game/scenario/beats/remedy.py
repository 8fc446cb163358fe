"""remedy: what a civil court orders: duties, and perhaps a sum.

- remedy:
    law: minors_protection_law/103
    take: 2
    duties:
      remove: {says: Take her picture down, sound: yes, law: minors_protection_law/103}
      stop: {says: Tell nobody her name, sound: yes, law: minors_protection_law/103}
      school: {says: Leave the school, because: No court may order that for a picture.}
    amount:
      step: 500
      offered: [0, 20000]
      lawful: [0, 6000]
      claim: [2000, 4000]
      concede: [1000, 2000]
      decide: [1500, 3000]
      fair_because: It covers what she spent, and some of what she went through.
      lawful_because: It is lawful, but leaves something out of account.
      unlawful_because: Nobody showed so great a loss.

The one who sues asks for it, the other side says what it must honestly accept, the court orders.
Civil Code art. 179 names the ways of bearing civil liability; a court may combine them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, Within, written
from game.scenario.choices import Offered, Soundness, several_sound
from game.scenario.court import speaker
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.names import Stage
from game.scenario.ranges import UNITS, Unit, check_ranges, number_turn
from game.scenario.steps import (
    Ask,
    Condition,
    Criterion,
    Manner,
    Not,
    Picked,
    Role,
    Say,
    Staging,
    Step,
    TurnKind,
)
from game.scenario.words import TN, T, Words, own, put

FAIR = {Role.PROSECUTION: "claim", Role.DEFENCE: "concede", Role.JUDGE: "decide"}
DUTY_SAID = {
    Role.PROSECUTION: T("We ask the court to order this: {says}."),
    Role.DEFENCE: T("We accept this: {says}."),
    Role.JUDGE: T("The court orders: {says}."),
}
NUMBER_ASKED = {
    Role.PROSECUTION: T("How much do you ask for?"),
    Role.DEFENCE: T("How much must your client honestly accept?"),
    Role.JUDGE: T("How much do you order to be paid?"),
}
NUMBER_SAID = {
    Role.PROSECUTION: T("We ask for {n} {unit}."),
    Role.DEFENCE: T("We accept {n} {unit}."),
    Role.JUDGE: T("The court orders the defendant to pay {n} {unit}."),
}
NOTHING_SAID = {
    Role.PROSECUTION: T("We ask for no money."),
    Role.DEFENCE: T("We accept no payment."),
    Role.JUDGE: T("The court orders no payment."),
}


class Payment(Authored):
    """The sum to be paid, and what is fair for each role to say."""

    unit: Unit = written(T("what is counted"), default=Unit.YUAN)
    step: Annotated[int, Within(1, 1_000_000)] = written(
        T("by how much the numbers on offer go up"), default=1
    )
    offered: tuple[int, int] = written(
        T("the smallest and the largest number on offer"), sample="[0, 20000]"
    )
    lawful: tuple[int, int] = written(T("the lawful range"), sample="[0, 6000]")
    claim: tuple[int, int] = written(
        T("what the one who sues may fairly ask for"), sample="[2000, 4000]"
    )
    concede: tuple[int, int] = written(
        T("what the other side must honestly accept"), sample="[1000, 2000]"
    )
    decide: tuple[int, int] = written(T("what a fair court decides"), sample="[1500, 3000]")
    fair_because: Text = written(T("why the fair range is fair"))
    lawful_because: Text = written(T("what is said to a lawful but unfair number"))
    unlawful_because: Text = written(T("what is said to a number outside the lawful range"))


class Duty(Offered):
    """Something that the defendant might be ordered to do; a sound one names its law."""

    SKETCHES = (("sound", "because", "law"), ("because",), ("because",))


class Remedy(Beat):
    """Ask for, accept and order what makes good the wrong that was done."""

    KIND: ClassVar[str] = "remedy"
    STAGE: ClassVar[Stage | None] = Stage.DECISION
    SKETCHES = (("amount",),)
    law: Annotated[str, Ref("law")] = written(T("the law card that the claim rests on"))
    take: Annotated[int, Within(1, 6)] = written(T("how many duties are ordered"), default=1)
    duties: Mapping[str, Duty] = written(
        T("what the defendant might be ordered to do; a sound one names its “law:”")
    )
    amount: Payment | None = written(T("the sum to be paid, if money is asked for"), default=None)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        for role in FAIR:
            ask = f"{key}.{role}"
            yield self._choose(ask, role)
            for duty in self.duties.values():
                line = put(DUTY_SAID[role], says=own(duty.says))
                yield _spoken(case, role, line, Picked(ask, duty.id))
        if self.amount:
            asked: list[tuple[Role, str]] = []
            for role in FAIR:
                ask = f"{key}.amount.{role}"
                yield number_turn(
                    ask,
                    role,
                    NUMBER_ASKED[role],
                    self.amount,
                    getattr(self.amount, FAIR[role]),
                    self.amount.step,
                    law=self.law,
                    asked=tuple(asked),
                )
                yield from _told(case, ask, role, self.amount)
                asked.append((role, ask))

    def _choose(self, key: str, role: Role) -> Ask:
        choices, marking = several_sound(self.duties, self.take)
        return Ask(
            key=key,
            role=role,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.LAW,
            prompt=_asked(role, self.take),
            choices=choices,
            marking=marking,
            most=self.take,
            staging=Staging.ORDER,
            law=self.law,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C331: as many sound duties as are taken, each with its law; C326 for the sum."""
        sound = [duty for duty in self.duties.values() if duty.sound is Soundness.YES]
        if len(sound) != self.take:
            yield Diagnostic(
                "C331",
                self.spots.of("take"),
                T("{n} duties are sound, but {take} are taken", n=len(sound), take=self.take),
            )
        for duty in sound:
            if not duty.law:
                yield Diagnostic(
                    "C331",
                    duty.spots.own,
                    T("“{id}” is sound, but names no law", id=duty.id),
                    T("add “law:” with a law card"),
                )
        if self.amount:
            yield from check_ranges(self.amount, tuple(FAIR.values()), self.amount.step)


def _told(case: Scenario, ask: str, role: Role, payment: Payment) -> Iterator[Step]:
    """What `role` says once it has named its number in `ask`."""
    none = Picked(ask, "0")
    line = put(NUMBER_SAID[role], unit=UNITS[payment.unit])
    yield _spoken(case, role, NOTHING_SAID[role], none)
    yield _spoken(case, role, line, Not(none), heard=(("n", ask),))


def _asked(role: Role, take: int) -> Words:
    if role is Role.PROSECUTION:
        return TN(
            "What do you ask the court to order? Choose {n} thing.",
            "What do you ask the court to order? Choose {n} things.",
            take,
        )
    if role is Role.DEFENCE:
        return TN(
            "What must your client honestly accept? Choose {n} thing.",
            "What must your client honestly accept? Choose {n} things.",
            take,
        )
    return TN("What do you order? Choose {n} thing.", "What do you order? Choose {n} things.", take)


def _spoken(
    case: Scenario,
    role: Role,
    line: Words,
    when: Condition,
    heard: tuple[tuple[str, str], ...] = (),
) -> Say:
    manner = Manner.RULED if role is Role.JUDGE else Manner.SAID
    return Say(line, speaker(case, role), manner=manner, heard=heard, when=when)
