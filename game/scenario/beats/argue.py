"""argue: the debate on one dispute; each side picks an argument and what it rests on.

    - argue:
        about: Who was behind the account?
        prosecution:
          choices:
            router: {says: Every login came through his router., sound: yes, rests_on: [router_log]}
            rich: {says: He is poor., because: Being poor proves nothing., fallacy: ad_hominem}
        defence:
          choices: {...}
        judge:
          choices: {...}

A right argument with nothing under it is only talk: after the argument comes the exhibit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.choices import Offered, check_one_sound, one_sound
from game.scenario.court import exhibit_choices, shown_before, speaker, spoken, within
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.names import Stage
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Picked,
    Role,
    Say,
    Step,
    TurnKind,
    Worth,
)
from game.scenario.words import T, Words, own, put

ARGUES = T("{about} Which argument do you make for {side}?")
WEIGHS = T("{about} How do you weigh what both sides said?")


class Fallacy(StrEnum):
    STRAW_MAN = "straw_man"
    APPEAL_TO_PITY = "appeal_to_pity"
    CIRCULAR = "circular"
    HASTY = "hasty"
    FALSE_CAUSE = "false_cause"
    AD_HOMINEM = "ad_hominem"
    POPULARITY = "popularity"
    SLIPPERY_SLOPE = "slippery_slope"


FALLACIES = {
    Fallacy.STRAW_MAN: T("Straw man: it fights something that nobody said."),
    Fallacy.APPEAL_TO_PITY: T("Appeal to pity: feelings are put in the place of facts."),
    Fallacy.CIRCULAR: T("Circular: it assumes what it should prove."),
    Fallacy.HASTY: T("Hasty: it jumps from too little to too much."),
    Fallacy.FALSE_CAUSE: T("False cause: one thing after another is not one thing because of it."),
    Fallacy.AD_HOMINEM: T("Against the person: it attacks who somebody is, not what they did."),
    Fallacy.POPULARITY: T("Popularity: many people thinking it does not make it true."),
    Fallacy.SLIPPERY_SLOPE: T("Slippery slope: it fears a chain of things that nobody has shown."),
}


class Argument(Offered):
    """An argument, the exhibits it rests on, and the fallacy in it if there is one."""

    SKETCHES = (
        ("sound", "because", "rests_on"),
        ("because",),
        ("because",),
    )

    rests_on: tuple[Annotated[str, Ref("exhibit")], ...] = written(
        T("the exhibits that carry it; none for an unsound argument"), default=()
    )
    fallacy: Fallacy | None = written(T("the error of reasoning in it"), default=None)


class Stand(Authored):
    """What one role may say in a debate."""

    ask: Text | None = written(T("your own wording of the task"), default=None)
    choices: Mapping[str, Argument] = written(T("the arguments to choose from"))


class Argue(Beat):
    """Prosecution, then defence, then the judge's weighing: the order of the court debate."""

    KIND: ClassVar[str] = "argue"
    STAGE: ClassVar[Stage | None] = Stage.DEBATE
    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {"C324": ("beats", "exhibits", "show")}
    about: Text = written(T("the dispute, as a question"))
    prosecution: Stand = written(T("what the prosecution may argue"))
    defence: Stand = written(T("what the defence may argue"))
    judge: Stand = written(T("how the judge may weigh it"))

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        for role in (Role.PROSECUTION, Role.DEFENCE, Role.JUDGE):
            stand = self._stand(role)
            ask = f"{key}.{role}"
            yield self._choose(case, ask, role, stand)
            for argument in stand.choices.values():
                yield Say(spoken(argument.says), speaker(case, role), when=Picked(ask, argument.id))
            if role is not Role.JUDGE:
                yield from self._rest(case, key, ask, role, stand)

    def _stand(self, role: Role) -> Stand:
        stands = {
            Role.PROSECUTION: self.prosecution,
            Role.DEFENCE: self.defence,
            Role.JUDGE: self.judge,
        }
        return stands[role]

    def _choose(self, case: Scenario, key: str, role: Role, stand: Stand) -> Ask:
        plain, marking = one_sound(stand.choices)
        choices = tuple(
            Choice(c.pick, c.label, c.worth, _reason(stand.choices[c.pick])) for c in plain
        )
        task = WEIGHS if role is Role.JUDGE else ARGUES
        default = put(task, about=own(self.about), side=within(case, role))
        return Ask(
            key=key,
            role=role,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.REASONING,
            prompt=own(stand.ask) if stand.ask else default,
            choices=choices,
            marking=marking,
        )

    def _rest(
        self, case: Scenario, key: str, chosen: str, role: Role, stand: Stand
    ) -> Iterator[Step]:
        for argument in stand.choices.values():
            yield Ask(
                key=f"{chosen}.rests.{argument.id}",
                role=role,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.EVIDENCE,
                prompt=T("You argued: “{says}” What does that rest on?", says=own(argument.says)),
                choices=exhibit_choices(case, key, argument.rests_on),
                marking=Worth(),
                most=min(3, len(shown_before(case, key)) + 1),
                when=Picked(chosen, argument.id),
                shuffled=False,
            )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C310 for each role; C324: an argument rests on exhibits that were shown."""
        shown = {e.id for e in shown_before(case, key)}
        for role in Role:
            stand = self._stand(role)
            yield from check_one_sound(stand.choices, stand.spots.of("choices"))
            for argument in stand.choices.values():
                for number, exhibit in enumerate(argument.rests_on):
                    if exhibit not in shown:
                        yield Diagnostic(
                            "C324",
                            argument.spots.of(f"rests_on.{number}"),
                            T("the exhibit “{id}” has not been shown yet", id=exhibit),
                            T("put an “exhibit:” beat before this one"),
                        )


def _reason(argument: Argument) -> Words | None:
    because = own(argument.because) if argument.because else None
    fallacy = FALLACIES.get(argument.fallacy) if argument.fallacy else None
    if because and fallacy:
        return T("{because} {fallacy}", because=because, fallacy=fallacy)
    return because or fallacy
