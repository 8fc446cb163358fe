"""C305: the court has somebody to preside, to prosecute and to defend.

Each role is played through a person; an empty chair speaks with that person's name and face.
Without one, a whole side of the trial would be silent.

FAIL
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: prosecutor}
PASS
    people:
      lin: {name: Lin, part: presiding_judge}
      zhou: {name: Zhou, part: prosecutor}
      he: {name: He, part: defender}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.court import SIDE_NAMES, SPEAKS_FOR
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("people", "part")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every role that nobody speaks for."""
    for role, part in SPEAKS_FOR.items():
        if not any(person.part is part for person in case.people.values()):
            message = T(
                "nobody is “{part}”, so {role} has no voice", part=part, role=SIDE_NAMES[role]
            )
            hint = T("add a person with {sample}", sample="part: " + part)
            yield Diagnostic("C305", case.spots.of("people"), message, hint)
