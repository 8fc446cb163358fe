"""C313: where a child sues or is sued, the guardian is part of the case.

A child cannot go to court alone: by article 60 of the Civil Procedure Law a legal representative
acts for it. By article 1188 of the Civil Code the guardian answers for harm that a child has done,
so the court lists both as defendants (article 4 of the first Interpretation of the Tort Part).

FAIL
    proceeding: civil
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: plaintiff, age: 30}
      bo: {name: Bo, part: defendant, age: 14}
PASS
    proceeding: civil
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: plaintiff, age: 30}
      bo: {name: Bo, part: defendant, age: 14}
      father: {name: Bo's father, part: guardian_defendant}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.checks.young_defendant import OF_AGE
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.names import Part, Proceeding
from game.scenario.words import T, Words, own, put

NEEDS: tuple[str, ...] = ("people", "part", "age", "proceeding")
NEEDED: dict[Part, tuple[Part, Words]] = {
    Part.PLAINTIFF: (
        Part.GUARDIAN,
        T("{name} is under 18, and nobody sues on the child's behalf"),
    ),
    Part.DEFENDANT: (
        Part.GUARDIAN_DEFENDANT,
        T("{name} is under 18, and the guardian is not sued as well"),
    ),
}


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every child in a civil case whose guardian is missing."""
    if case.proceeding is not Proceeding.CIVIL:
        return
    parts = {person.part for person in case.people.values()}
    for person in case.people.values():
        if person.part not in NEEDED or person.age is None or person.age >= OF_AGE:
            continue
        wanted, message = NEEDED[person.part]
        if wanted not in parts:
            told = put(message, name=own(person.name))
            hint = T("add a person with {sample}", sample=f"part: {wanted}")
            yield Diagnostic("C313", person.spots.own, told, hint)
