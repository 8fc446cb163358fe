"""C302: a document to look through holds traps and honest look-alikes.

Where everything is a trap, marking everything wins, and children learn to fear what is honest too.
Honest phrases that look like traps make them look for the sign that tells the two apart.

FAIL
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Only today](trap:free_gift)!"}
          - {says: "[Tell nobody](trap:free_gift)."}
PASS
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Only today](trap:free_gift)!"}
          - {says: "The rules are on [the notice page](honest:notice)."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.spans import SPANS, spans
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("documents", "messages", SPANS, "beats")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every spot beat whose document lacks traps or look-alikes."""
    for _, beat in beats(case):
        if beat.KIND != "spot":
            continue
        for name in beat.reads():
            if name not in case.documents:
                continue
            texts = (message.says for message in case.documents[name].messages)
            kinds = {span.kind for text in texts for span in spans(text)}
            spot = beat.spots.of("document")
            if "trap" not in kinds:
                message = T("“{document}” holds no trap to find", document=name)
                hint = T("mark one in a message, as in [Only today](trap:free_gift)")
                yield Diagnostic("C302", spot, message, hint)
            elif "honest" not in kinds:
                message = T(
                    "“{document}” holds only traps, so marking everything wins", document=name
                )
                hint = T("mark honest phrases too, as in [the notice page](honest:notice)")
                yield Diagnostic("C302", spot, message, hint)
