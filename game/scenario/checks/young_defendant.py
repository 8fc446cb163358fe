"""C312: a young defendant is tried in closed court, with somebody to stand by.

Whoever is under 18 at the trial is tried behind closed doors, by article 285 of the Criminal
Procedure Law. By article 281, a parent, another legal representative or an appropriate adult must
be there.

FAIL
    proceeding: criminal
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: prosecutor}
      he: {name: He, part: defender}
      dong: {name: Dong, part: defendant, age: 17}
PASS
    proceeding: criminal_juvenile
    hearing: closed
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: prosecutor}
      he: {name: He, part: defender}
      dong: {name: Dong, part: defendant, age: 17}
      mother: {name: Dong's mother, part: guardian}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.names import Hearing, Part, Proceeding
from game.scenario.words import T, own

NEEDS: tuple[str, ...] = ("people", "part", "age", "proceeding", "hearing")
OF_AGE = 18
CRIMINAL = (Proceeding.CRIMINAL, Proceeding.CRIMINAL_JUVENILE)


def check(case: Scenario) -> Iterator[Diagnostic]:
    """Findings for what a criminal case with a defendant under 18 lacks."""
    young = [
        person
        for person in case.people.values()
        if person.part is Part.DEFENDANT and person.age is not None and person.age < OF_AGE
    ]
    if not young or case.proceeding not in CRIMINAL:
        return
    name = own(young[0].name)
    if case.proceeding is Proceeding.CRIMINAL:
        yield Diagnostic(
            "C312",
            case.spots.of("proceeding"),
            T("{name} is under 18, so this is a case for the juvenile court", name=name),
            T("write “{sample}”", sample="proceeding: criminal_juvenile"),
        )
    if case.hearing is Hearing.OPEN:
        yield Diagnostic(
            "C312",
            case.spots.of("hearing"),
            T("{name} is under 18, so the trial is closed to the public", name=name),
            T("write “{sample}”", sample="hearing: closed"),
        )
    if not any(p.part in (Part.GUARDIAN, Part.APPROPRIATE_ADULT) for p in case.people.values()):
        yield Diagnostic(
            "C312",
            young[0].spots.own,
            T("nobody stands by {name}, who is under 18", name=name),
            T("add a person with {sample}", sample="part: guardian"),
        )
