"""C314: the steps come in the order of the court.

First comes the evidence, then the debate, then the findings, and last the decision: nobody is
sentenced before it is found what is proved. A sentence belongs to a criminal case; a civil court
orders a remedy.

FAIL
    issues:
      deceit: {says: He deceived her., proved: no, because: Nobody saw it.}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - find: all
          - exhibit: log
    exhibits:
      log: {title: Log, kind: record, offered_by: prosecution, shows: A log., because: Whole.}
PASS
    issues:
      deceit: {says: He deceived her., proved: no, because: Nobody saw it.}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - exhibit: log
          - find: all
    exhibits:
      log: {title: Log, kind: record, offered_by: prosecution, shows: A log., because: Whole.}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Beat, Scenario
from game.scenario.names import Proceeding
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("scenes", "beats", "proceeding")
CIVIL = (Proceeding.CIVIL, Proceeding.PUBLIC_INTEREST)
SENTENCE = "sentence"


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for each step that comes after a later stage, or belongs to other proceedings."""
    latest: Beat | None = None
    for _, beat in beats(case):
        if beat.KIND == SENTENCE and case.proceeding in CIVIL:
            yield Diagnostic(
                "C314",
                beat.spots.own,
                T("a civil court sentences nobody"),
                T("write a “remedy:” step: what is to be done, and what is to be paid"),
            )
        if beat.STAGE is None:
            continue
        if latest is not None and latest.STAGE is not None and beat.STAGE < latest.STAGE:
            yield Diagnostic(
                "C314",
                beat.spots.own,
                T("in court, “{early}” comes before “{late}”", early=beat.KIND, late=latest.KIND),
                T("move this step up, before the one in line {line}", line=latest.spots.own.line),
                Severity.WARNING,
            )
        else:
            latest = beat
