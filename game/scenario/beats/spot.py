"""spot: find the traps in a document, then name the trick behind some of them.

    - spot: chat
    - spot: {document: chat, name: [free_gift, secrecy, hurry]}

The document marks its phrases: `[only today](trap:hurry)` or `[the notice page](honest:notice)`.
Missing a trap and marking an honest phrase cost the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from game.scenario.authored import Ref, Text, written
from game.scenario.diagnostics import Diagnostic
from game.scenario.marked import Phrase, phrases
from game.scenario.model import Beat, Scenario
from game.scenario.spans import SPANS, SPECIMEN
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Show,
    Stance,
    Step,
    TurnKind,
    Worth,
    everybody,
)
from game.scenario.tricks import TRICKS
from game.scenario.words import T, Words, own


class Spot(Beat):
    """Mark the traps in a document; then say which tricks they are."""

    KIND: ClassVar[str] = "spot"
    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "C320": (SPANS, "messages", "documents", "traps")
    }
    SHORTHAND: ClassVar[str] = "document"
    SKETCHES = (("name",),)
    document: Annotated[str, Ref("document")] = written(T("the document to look through"))
    ask: Text | None = written(T("your own wording of the task"), default=None)
    name: tuple[Annotated[str, Ref("trap")], ...] = written(
        T("the traps whose trick is to be named afterwards"), default=()
    )

    def reads(self) -> tuple[str, ...]:
        return (self.document,)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        found = phrases(case.documents[self.document])
        yield Show(document=self.document)
        yield from everybody(self._mark(case, key, found))
        if self.name:
            yield from everybody(self._name(case, f"{key}.name", found))

    def _mark(self, case: Scenario, key: str, found: tuple[Phrase, ...]) -> Ask:
        prompt = T("Tap every phrase that is a trap. Leave the honest ones alone.")
        return Ask(
            key=key,
            kind=TurnKind.MARK,
            criterion=Criterion.TRAPS,
            prompt=own(self.ask) if self.ask else prompt,
            choices=tuple(
                Choice(
                    phrase.pick,
                    phrase.words,
                    1.0 if phrase.is_trap else -1.0,
                    explanation(case, phrase),
                    stance=Stance.CHALLENGES,
                )
                for phrase in found
            ),
            marking=Worth(float(sum(phrase.is_trap for phrase in found))),
            least=0,
            most=len(found),
            shuffled=False,
            document=self.document,
        )

    def _name(self, case: Scenario, key: str, found: tuple[Phrase, ...]) -> Ask:
        named = [next(p for p in found if p.is_trap and p.ref == trap) for trap in self.name]
        kinds = {case.traps[p.ref].kind for p in found if p.is_trap}
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.TRAPS,
            prompt=T("These were traps. Which trick is each of them?"),
            choices=tuple(Choice(phrase.pick, phrase.words) for phrase in named),
            right=tuple(Choice(kind, text) for kind, text in TRICKS if kind in kinds),
            relations=(Choice("is", T("is")),),
            marking=Links(
                tuple(
                    Link(p.pick, case.traps[p.ref].kind, "is", own(case.traps[p.ref].tell))
                    for p in named
                ),
                each=(1, 1),
            ),
            most=len(named),
            document=self.document,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C320: only a trap that the document holds can be named."""
        held = [p.ref for p in phrases(case.documents[self.document]) if p.is_trap]
        hint = T("mark a phrase with it in a message, as in {sample}", sample=SPECIMEN)
        if held:
            hint = T("the document holds {traps}", traps=", ".join(dict.fromkeys(held)))
        for number, trap in enumerate(self.name):
            if trap not in held:
                yield Diagnostic(
                    "C320",
                    self.spots.of(f"name.{number}"),
                    T("the document holds no trap “{trap}”", trap=trap),
                    hint,
                )


def explanation(case: Scenario, phrase: Phrase) -> Words:
    """Why the phrase is a trap, and what to do instead; or why it is honest."""
    if phrase.is_trap:
        trap = case.traps[phrase.ref]
        return T("{tell} {lesson}", tell=own(trap.tell), lesson=own(trap.lesson))
    return own(case.honest[phrase.ref].because)
