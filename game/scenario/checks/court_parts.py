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

from game.scenario.court import speaker, within
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.proceedings import side
from game.scenario.steps import Role
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("people", "part", "proceeding")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every role that nobody speaks for."""
    for role in Role:
        if speaker(case, role) is None:
            part = side(case.proceeding, role).speaks[0]
            message = T(
                "nobody is “{part}”, so {role} has no voice", part=part, role=within(case, role)
            )
            hint = T("add a person with {sample}", sample="part: " + part)
            yield Diagnostic("C305", case.spots.of("people"), message, hint)
