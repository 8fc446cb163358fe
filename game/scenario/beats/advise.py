"""advise: a suggestion to the platform; what should it ask, and which duty stands behind it?

    - advise:
        to: Starlight Games
        take: 2
        requests:
          report: {says: A report button in every chat, sound: yes, duty: regulations/29}
          close: {says: Close the game for good, because: It asks more than any duty demands.}

A court that finds a loophole may write a judicial suggestion (司法建议); a procuratorate a
procuratorial suggestion (检察建议).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from msgspec.structs import replace

from game.scenario.authored import Ref, Text, Within, written
from game.scenario.choices import Offered, Soundness, several_sound
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.names import Proceeding
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Role,
    Staging,
    Step,
    TurnKind,
    everybody,
)
from game.scenario.words import T, Words, own, put

PROMPTS = {
    Role.JUDGE: T("Draft the judicial suggestion to {to}. Which {n} things should it ask for?"),
    Role.PROSECUTION: T(
        "Draft the procuratorial suggestion to {to}. Which {n} things should it ask for?"
    ),
    Role.DEFENCE: T(
        "The court asks all sides what {to} should change. Which {n} things do you name?"
    ),
}


class Request(Offered):
    """Something that the suggestion might ask for, and the duty behind it."""

    SKETCHES = (
        ("sound", "because", "duty"),
        ("because",),
        ("because",),
    )

    duty: Annotated[str, Ref("law")] | None = written(
        T("the law card with the duty; needed for a sound request"), default=None
    )


class Advise(Beat):
    """Choose what the suggestion asks, then link each request with the duty behind it."""

    KIND: ClassVar[str] = "advise"
    SKETCHES = (("take",),)
    to: Text = written(T("whom the suggestion is addressed to"))
    take: Annotated[int, Within(1, 6)] = written(T("how many requests it makes"), default=3)
    requests: Mapping[str, Request] = written(T("what it might ask for"))

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        choices, marking = several_sound(self.requests, self.take)
        ask = Ask(
            key=key,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.REASONING,
            prompt=PROMPTS[Role.JUDGE],
            choices=choices,
            marking=marking,
            most=self.take,
            staging=Staging.LETTER,
        )
        for one in everybody(ask):
            # Only a court or a procuratorate can make a suggestion; a plaintiff is asked for one.
            is_plaintiff = case.proceeding is Proceeding.CIVIL and one.role is Role.PROSECUTION
            task = PROMPTS[Role.DEFENCE if is_plaintiff else one.role]
            yield replace(one, prompt=put(task, to=own(self.to), n=self.take))
        if len({r.duty for r in self._sound()}) > 1:
            yield from everybody(self._duties(f"{key}.duty"))

    def _sound(self) -> list[Request]:
        return [r for r in self.requests.values() if r.sound is Soundness.YES and r.duty]

    def _duties(self, key: str) -> Ask:
        sound = self._sound()
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.LAW,
            prompt=T("Which duty stands behind each request?"),
            choices=tuple(Choice(r.id, own(r.says)) for r in sound),
            right=tuple(
                Choice(duty.replace("/", "_"), law_title(duty))
                for duty in dict.fromkeys(r.duty for r in sound if r.duty)
            ),
            relations=(Choice("rests", T("rests on")),),
            marking=Links(
                tuple(
                    Link(
                        r.id,
                        (r.duty or "").replace("/", "_"),
                        "rests",
                        own(r.because) if r.because else None,
                    )
                    for r in sound
                ),
                each=(1, 1),
            ),
            most=len(sound),
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C327: as many sound requests as are taken, and each names its duty."""
        sound = [r for r in self.requests.values() if r.sound is Soundness.YES]
        if len(sound) != self.take:
            yield Diagnostic(
                "C327",
                self.spots.of("take"),
                T("{n} requests are sound, but {take} are taken", n=len(sound), take=self.take),
                T("change the number after “take:”, or which requests say “sound: yes”"),
            )
        for request in sound:
            if not request.duty:
                yield Diagnostic(
                    "C327",
                    request.spots.own,
                    T("“{id}” is sound, but names no duty", id=request.id),
                    T("add “duty:” with a law card"),
                )


def law_title(card: str) -> Words:
    """The title of a law card, found by its id when the view is made."""
    return Words(card, piece="law")
