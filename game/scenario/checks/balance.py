"""C306: about as many honest phrases are marked as traps.

Where most marked phrases are traps, marking everything nearly wins; where few are, so does marking
nothing. Near half and half, only who reads can tell; from a third to two thirds is close enough.

FAIL
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Only today](trap:free_gift)! [Tell nobody](trap:free_gift)."}
          - {says: "[Ten skins](trap:free_gift), [no cost](trap:free_gift)."}
          - {says: "[Send the code](trap:free_gift); see [the notice page](honest:notice)."}
PASS
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Only today](trap:free_gift)! [Tell nobody](trap:free_gift)."}
          - {says: "[Practice at six](honest:notice), [bring a friend](honest:notice)."}
          - {says: "[Send the code](trap:free_gift); see [the notice page](honest:notice)."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.spans import SPANS, spans
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("documents", "messages", SPANS, "says")
ENOUGH = 6  # phrases; of fewer, one more or less would decide
LEAST, MOST = 35, 65  # per cent of look-alikes


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A warning for a case whose marked phrases are nearly all of one kind."""
    kinds = [
        span.kind
        for document in case.documents.values()
        for message in document.messages
        for span in spans(message.says)
    ]
    honest = kinds.count("honest")
    marked = honest + kinds.count("trap")
    if marked < ENOUGH or LEAST * marked <= 100 * honest <= MOST * marked:
        return
    message = T("of {n} marked phrases, {honest} are honest", n=marked, honest=honest)
    few = 2 * honest < marked
    hint = (
        T("mark more honest phrases that look like traps, as in [the notice page](honest:notice)")
        if few
        else T("mark more traps, as in [Only today](trap:free_gift)")
    )
    yield Diagnostic("C306", case.spots.of("documents"), message, hint, Severity.WARNING)
