"""C343: what stands first, or last, is not sound in most of the turns that keep their order.

Most choices are shuffled for every class. Exhibits and the entries of a record stand as they were
shown, and who always takes the first of them, or the last, should not do well without reading.

FAIL
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {id: m1, says: "[Ten free skins](trap:free_gift)! See [the page](honest:notice)."}
          - {id: m2, says: Only until nine.}
          - {id: m3, says: Ask nobody.}
      told:
        kind: statement
        title: What she told
        messages:
          - {id: s1, says: He promised skins.}
          - {id: s2, says: There were ten.}
          - {id: s3, says: They were free.}
          - {id: s4, says: A page was named.}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - compare:
              left: told
              right: chat
              links:
                - {left: s1, right: m1, relation: supports, because: It is the same.}
                - {left: s2, right: m1, relation: supports, because: It is the same.}
                - {left: s3, right: m1, relation: supports, because: It is the same.}
                - {left: s4, right: m1, relation: supports, because: It is the same.}
PASS
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {id: m1, says: "[Ten free skins](trap:free_gift)! See [the page](honest:notice)."}
          - {id: m2, says: Only until nine.}
          - {id: m3, says: Ask nobody.}
      told:
        kind: statement
        title: What she told
        messages:
          - {id: s1, says: He promised skins.}
          - {id: s2, says: There were twelve.}
          - {id: s3, says: I had until eight.}
          - {id: s4, says: I was to ask nobody.}
    scenes:
      - id: court
        title: The court
        chain: traceability
        beats:
          - compare:
              left: told
              right: chat
              links:
                - {left: s1, right: m1, relation: supports, because: It is the same.}
                - {left: s2, right: m1, relation: contradicts, because: There were ten.}
                - {left: s3, right: m2, relation: contradicts, because: It was nine.}
                - {left: s4, right: m3, relation: supports, because: It is the same.}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.scenario.beats.argue import Argue
from game.scenario.beats.compare import SILENT, Compare
from game.scenario.beats.find import Find
from game.scenario.checks.longest import is_likely
from game.scenario.choices import Soundness
from game.scenario.court import NOTHING, beats
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.words import T, Words

NEEDS: tuple[str, ...] = (
    *("beats", "scenes", "choices", "sound", "rests_on", "links", "right", "left", "silent"),
    *("documents", "messages", "issues", "exhibits", "carried_by", "id"),
)
ENOUGH = 4  # turns; of fewer, little can be said


class Ordered(NamedTuple):
    """A turn whose offers keep their order, and what of them is sound; and its line in the file."""

    offers: tuple[str, ...]
    sound: frozenset[str]
    line: int


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A warning where what stands first, or last, is sound far more often than by chance."""
    turns = list(_turns(case))
    first = [turn for turn in turns if turn.offers[0] in turn.sound]
    last = [turn for turn in turns if turn.offers[-1] in turn.sound]
    told = T("in {k} of {n} turns what stands first is sound", k=len(first), n=len(turns))
    yield from _biased(case, turns, first, told)
    told = T("in {k} of {n} turns what stands last is sound", k=len(last), n=len(turns))
    yield from _biased(case, turns, last, told)


def _biased(
    case: Scenario, turns: Sequence[Ordered], hits: Sequence[Ordered], told: Words
) -> Iterator[Diagnostic]:
    if len(turns) < ENOUGH or 2 * len(hits) <= len(turns):
        return
    sizes = [len(turn.offers) / max(1, len(turn.sound)) for turn in turns]
    if not is_likely(sizes, len(hits)):
        lines = ", ".join(str(line) for line in sorted({turn.line for turn in hits}))
        hint = T("let other exhibits or entries carry some of them; see lines {lines}", lines=lines)
        yield Diagnostic("C343", case.spots.of("scenes"), told, hint, Severity.WARNING)


def _turns(case: Scenario) -> Iterator[Ordered]:
    shown: list[str] = []
    for _, beat in beats(case):
        offers = (*shown, NOTHING)
        if isinstance(beat, Argue):
            yield from _argued(beat, offers)
        elif isinstance(beat, Find):
            yield from _found(case, beat, offers)
        elif isinstance(beat, Compare):
            yield from _compared(case, beat)
        shown += beat.exhibits()


def _argued(beat: Argue, offers: tuple[str, ...]) -> Iterator[Ordered]:
    for stand in (beat.prosecution, beat.defence):
        for argument in stand.choices.values():
            if argument.sound is Soundness.YES:
                sound = frozenset(argument.rests_on) or frozenset((NOTHING,))
                yield Ordered(offers, sound, argument.spots.of("rests_on").line)


def _found(case: Scenario, beat: Find, offers: tuple[str, ...]) -> Iterator[Ordered]:
    for name in beat.named(case):
        if issue := case.issues.get(name):
            sound = frozenset(issue.carried_by) or frozenset((NOTHING,))
            yield Ordered(offers, sound, issue.spots.own.line)


def _compared(case: Scenario, beat: Compare) -> Iterator[Ordered]:
    document = case.documents.get(beat.right)
    entries = [message.id for message in document.messages if message.id] if document else []
    for link in beat.links:
        yield Ordered((*entries, SILENT), frozenset((link.right,)), link.spots.own.line)
    for name in beat.silent:
        spot = beat.spots.of(f"silent.{name}")
        yield Ordered((*entries, SILENT), frozenset((SILENT,)), spot.line)
