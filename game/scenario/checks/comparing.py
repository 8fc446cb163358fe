"""C341: what there is to compare can be told apart, and has one answer.

Players hold a sentence against a record. Where two entries say the same, or one sentence is linked
and silent at once, a child who read well loses marks for picking the other one.

FAIL
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {id: m1, says: "[Ten free skins](trap:free_gift)! See [the page](honest:notice)."}
          - {id: m2, says: "Ten free skins! See the page."}
      told: {kind: statement, title: What she told, messages: [{id: s1, says: He promised skins.}]}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - compare:
              left: told
              right: chat
              links: [{left: s1, right: m1, relation: supports, because: Both speak of skins.}]
PASS
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {id: m1, says: "[Ten free skins](trap:free_gift)! See [the page](honest:notice)."}
          - {id: m2, says: "Only until nine."}
      told: {kind: statement, title: What she told, messages: [{id: s1, says: He promised skins.}]}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - compare:
              left: told
              right: chat
              links: [{left: s1, right: m1, relation: supports, because: Both speak of skins.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.beats.compare import SILENT, Compare
from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.spans import plain
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("documents", "messages", "says", "beats", "links", "silent")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for everything in a comparison that has two right answers, or none."""
    for _, beat in beats(case):
        if isinstance(beat, Compare):
            yield from _itself(beat)
            yield from _twins(case, beat)
            yield from _answered_twice(beat)


def _itself(beat: Compare) -> Iterator[Diagnostic]:
    if beat.left == beat.right:
        message = T("“{id}” is compared with itself", id=beat.left)
        hint = T("“left” is what somebody says, “right” is the record to hold against it")
        yield Diagnostic("C341", beat.spots.of("right"), message, hint)


def _twins(case: Scenario, beat: Compare) -> Iterator[Diagnostic]:
    """Entries of a document that players cannot tell apart, because they read the same."""
    for name in dict.fromkeys((beat.left, beat.right)):
        document = case.documents.get(name)
        seen: dict[str, str] = {}
        for message in document.messages if document else ():
            if not message.id:
                continue
            first = seen.setdefault(" ".join(plain(message.says).split()), message.id)
            if first != message.id and _answer(beat, first) != _answer(beat, message.id):
                told = T("“{id}” reads the same as “{first}”", id=message.id, first=first)
                hint = T("let it say something else, or take its “id:” away")
                yield Diagnostic("C341", message.spots.of("says"), told, hint)


def _answer(beat: Compare, name: str) -> set[tuple[str, str]]:
    """What goes with the entry `name`, and how: twins that share it are both right."""
    links = {(link.right, link.relation) for link in beat.links if link.left == name}
    links |= {(link.left, link.relation) for link in beat.links if link.right == name}
    return links | ({(SILENT, "")} if name in beat.silent else set())


def _answered_twice(beat: Compare) -> Iterator[Diagnostic]:
    relations: dict[tuple[str, str], str] = {}
    for link in beat.links:
        pair = (link.left, link.right)
        if relations.setdefault(pair, link.relation) != link.relation:
            message = T("“{left}” and “{right}” cannot both agree and disagree",
                        left=link.left, right=link.right)  # fmt: skip
            yield Diagnostic("C341", link.spots.of("relation"), message)
        if link.left in beat.silent:
            message = T("“{id}” is linked, and yet the record is silent on it", id=link.left)
            hint = T("keep one of the two")
            yield Diagnostic("C341", beat.spots.of(f"silent.{link.left}"), message, hint)
