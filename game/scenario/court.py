"""Where things stand in a case: its beats in order, who speaks for whom, what was shown before."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from game.scenario.model import Beat, Exhibit, Scenario, When
from game.scenario.proceedings import side
from game.scenario.steps import Agreed, All, AnyOf, Choice, Condition, Not, Picked, Role
from game.scenario.words import T, Words, own

OPPONENT = {Role.PROSECUTION: Role.DEFENCE, Role.DEFENCE: Role.PROSECUTION}
ADMIT = "admit"
NOTHING = "nothing"


def beats(case: Scenario) -> Iterator[tuple[str, Beat]]:
    """Every beat of `case` with its key, in order."""
    for scene in case.scenes:
        for number, beat in enumerate(scene.beats):
            yield f"{scene.id}.{number}", beat


def is_trial(case: Scenario) -> bool:
    """Whether something of `case` belongs to a trial; otherwise it is an exercise."""
    return any(beat.STAGE is not None for _, beat in beats(case))


def called(case: Scenario) -> str:
    """The id of `case`, with the facts that make it this variant."""
    return f"{case.id}[{'+'.join(case.facts)}]" if case.facts else case.id


def cut_to(case: Scenario, minutes: int | None) -> Scenario:
    """`case` with only the scenes of its cut to `minutes`; whole where there is no such cut."""
    scenes = case.cuts.get(minutes) if minutes is not None else None
    if not scenes:
        return case
    return replace(case, scenes=tuple(s for s in case.scenes if s.id in scenes))


def speaker(case: Scenario, role: Role) -> str | None:
    """The id of the person who speaks for `role`, or None where nobody has that part."""
    for part in side(case.proceeding, role).speaks:
        for person in case.people.values():
            if person.part is part:
                return person.id
    return None


def subject(case: Scenario, role: Role) -> Words:
    """The side of `role`, at the beginning of a sentence."""
    return side(case.proceeding, role).subject


def within(case: Scenario, role: Role) -> Words:
    """The side of `role`, inside a sentence."""
    return side(case.proceeding, role).within


def name_of(case: Scenario, person: str | None) -> Words:
    """What players call `person`."""
    known = case.people.get(person or "")
    return own(known.name) if known else T("Somebody")


def spoken(text: str) -> Words:
    """A choice as somebody says it aloud, with a full stop; one that ends already keeps its end."""
    return T("{says}.", says=own(text))


def shown_before(case: Scenario, key: str) -> tuple[Exhibit, ...]:
    """The exhibits put before the court by the beats that come before `key`."""
    shown: list[Exhibit] = []
    for other, beat in beats(case):
        if other == key:
            break
        shown += [case.exhibits[e] for e in beat.exhibits() if e in case.exhibits]
    return tuple(shown)


def number_of(case: Scenario, exhibit: str) -> int:
    """The number of `exhibit` in the order in which the court sees the evidence, from 1."""
    order = [e for _, beat in beats(case) for e in beat.exhibits()]
    return order.index(exhibit) + 1 if exhibit in order else 0


def exhibit_label(case: Scenario, exhibit: Exhibit) -> Words:
    """How an exhibit is called in lists: its number and title."""
    return T("Exhibit {n}: {title}", n=number_of(case, exhibit.id), title=own(exhibit.title))


def exhibit_choices(case: Scenario, key: str, sound: tuple[str, ...]) -> tuple[Choice, ...]:
    """The exhibits shown before `key` and "nothing", of which `sound` carry what is in question.

    All the sound ones together earn 1; with none sound, "nothing" does.
    """
    share = 1.0 / len(sound) if sound else 0.0
    shown = tuple(
        Choice(e.id, exhibit_label(case, e), share if e.id in sound else -0.5)
        for e in shown_before(case, key)
    )
    nothing = Choice(NOTHING, T("Nothing on the record"), -0.5 if sound else 1.0)
    return (*shown, nothing)


def ruling_key(exhibit: str) -> str:
    """The key of the ask in which the judge rules on `exhibit`."""
    return f"rule.{exhibit}"


def condition(case: Scenario, when: When | None) -> Condition | None:
    """`when` over the answers of a trial of `case`; None when there is nothing to hold."""
    if when is None:
        return None
    parts: list[Condition] = []
    if when.chose:
        parts.append(_chose(case, when.chose))
    if when.admitted:
        parts.append(Picked(ruling_key(when.admitted), ADMIT))
    if when.excluded:
        rulings = ("authenticity", "legality", "relevance")
        parts.append(AnyOf(tuple(Picked(ruling_key(when.excluded), r) for r in rulings)))
    parts += [c for w in when.all if (c := condition(case, w))]
    if when.any:
        parts.append(AnyOf(tuple(c for w in when.any if (c := condition(case, w)))))
    if when.not_ and (inner := condition(case, when.not_)):
        parts.append(Not(inner))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _chose(case: Scenario, choice: str) -> Condition:
    for key, beat in beats(case):
        if choice in beat.ways():
            return Agreed(tuple(f"{key}.{role}" for role in Role), choice)
    return AnyOf(())
