"""C303: no id gives its secret away.

Ids of choices, questions, requests, messages and exhibits travel to the players' screens, where a
curious child can read them. Name a choice after what it says, not after what it is worth.

FAIL
    - decide:
        ask: What now?
        choices:
          correct: {says: Ask mum first., sound: yes}
          decoy_1: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
PASS
    - decide:
        ask: What now?
        choices:
          ask_mum: {says: Ask mum first., sound: yes}
          send_code: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.authored import Authored
from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.shapes import is_named
from game.scenario.walk import planned_for, things
from game.scenario.words import T

ALWAYS = re.compile(
    "correct|incorrect|wrong|decoys?|traps?|fake|unsound|improper|distractor|lookalike"
)
# These tell only where the id says nothing else: `best_friend` is a friend, `best_2` an answer.
ALONE = re.compile(
    "right|true|false|answer|best|worst|bad|good|sound|proper|leading|irrelevant|honest|scam|yes|no"
)
SUSPECT = re.compile("(?:^|_)(?:" + ALWAYS.pattern + "|" + ALONE.pattern + ")[0-9]*(?:_|$)")
FILLERS = re.compile("the|one|option|choice|answer|pick|reply|question|statement|idea|way|.?")

NEEDS: tuple[str, ...] = ()
NAMED = planned_for(is_named)


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every id that travels and tells."""
    hint = T("name it after what it says, such as ask_mum")
    for thing in _travelling(case):
        name = str(getattr(thing, "id", ""))
        if word := telling(name):
            message = T("the id “{id}” tells players too much: “{word}”", id=name, word=word)
            yield Diagnostic("C303", thing.spots.of("id"), message, hint)


def telling(name: str) -> str | None:
    """The word in `name` that gives it away."""
    if not SUSPECT.search(name):
        return None
    words = [word.rstrip("0123456789") for word in name.split("_")]
    for word in words:
        if ALWAYS.fullmatch(word):
            return word
    found = [word for word in words if ALONE.fullmatch(word)]
    if found and all(ALONE.fullmatch(word) or FILLERS.fullmatch(word) for word in words):
        return found[0]
    return None


def _travelling(case: Scenario) -> Iterator[Authored]:
    yield from case.exhibits.values()
    for document in case.documents.values():
        yield from document.messages
    for _, beat in beats(case):
        yield from (thing for thing in things(beat, NAMED) if is_named(type(thing)))
