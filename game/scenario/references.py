"""Every name in a scenario must be the name of something: one pass over all of it sees to that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from game.scenario import spans
from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import LawBook, Scenario
from game.scenario.suggest import did_you_mean, folded
from game.scenario.walk import Mention, mentions
from game.scenario.words import T, Words, put

# What a reference may name: how messages call it, and the field that declares it.
KINDS: Mapping[str, tuple[Words, str]] = {
    "exhibit": (T("no exhibit is called “{name}”"), "exhibits"),
    "issue": (T("no issue is called “{name}”"), "issues"),
    "document": (T("no document is called “{name}”"), "documents"),
    "person": (T("no person is called “{name}”"), "people"),
    "scene": (T("no scene is called “{name}”"), "scenes"),
    "trap": (T("no trap is called “{name}”"), "traps"),
    "honest": (T("no honest phrase is called “{name}”"), "honest"),
    "choice": (T("no choice of a “decide” step is called “{name}”"), "beats"),
    "law": (T("no law card is called “{name}”"), "cards"),
}


class Looked(NamedTuple):
    """What was found, and the fields that declare what could not be found in them."""

    findings: tuple[Diagnostic, ...]
    lost: frozenset[str]


def check(case: Scenario, laws: LawBook | None = None, lost: Set[str] = frozenset()) -> Looked:
    """Findings for names that nothing has, and for traps and honest phrases that nothing marks.

    `lost` names the fields of which something could not be read: names from there are not missed.
    """
    findings: list[Diagnostic] = []
    missed: set[str] = set()
    known = {
        kind: names for kind, names in _known(case, laws).items() if KINDS[kind][1] not in lost
    }
    marked: set[tuple[str, str]] = set()
    for mention in mentions(case):
        if "#" in mention.place:
            marked.add((mention.kind, mention.name))
        names = known.get(mention.kind)
        if names is None or not mention.name or mention.name in names:
            continue
        message = put(KINDS[mention.kind][0], name=mention.name)
        hint = _called(mention, case, laws)
        hint = hint or did_you_mean(mention.name, names) or _elsewhere(mention, known)
        missed.add(KINDS[mention.kind][1])
        findings.append(Diagnostic("C203", mention.by.spots.of(mention.place), message, hint))
    if (lost | missed).isdisjoint((spans.SPANS, "messages", "documents", "traps", "honest")):
        findings += _unmarked(case, marked)
    return Looked(tuple(findings), frozenset(missed))


def _known(case: Scenario, laws: LawBook | None) -> dict[str, frozenset[str]]:
    known = {
        "exhibit": frozenset(case.exhibits),
        "issue": frozenset(case.issues),
        "document": frozenset(case.documents),
        "person": frozenset(case.people),
        "scene": frozenset(scene.id for scene in case.scenes),
        "trap": frozenset(case.traps),
        "honest": frozenset(case.honest),
        "choice": frozenset(way for _, beat in beats(case) for way in beat.ways()),
    }
    return known if laws is None else {**known, "law": frozenset(laws.cards)}


def _called(mention: Mention, case: Scenario, laws: LawBook | None) -> Words | None:
    """A hint that writes the id for what players read, where it is the name of just one thing."""
    named = {
        "exhibit": [(e.title, e.id) for e in case.exhibits.values()],
        "issue": [(i.says, i.id) for i in case.issues.values()],
        "document": [(d.title, d.id) for d in case.documents.values()],
        "person": [(p.name, p.id) for p in case.people.values()],
        "scene": [(s.title, s.id) for s in case.scenes],
        "law": [(card.title, card.id) for card in laws.cards.values()] if laws else [],
    }
    read = folded(mention.name)
    ids = [id for name, id in named.get(mention.kind, ()) if folded(name) == read]
    if len(ids) != 1:
        return None
    has_own_line = mention.place.isidentifier() and mention.place != type(mention.by).SHORTHAND
    sample = mention.place + ": " + ids[0] if has_own_line else ids[0]
    return T("that is what players read; here write its id: {sample}", sample=sample)


def _elsewhere(mention: Mention, known: Mapping[str, frozenset[str]]) -> Words | None:
    """A hint for a name that something of another kind has, or that lists the few there are."""
    for kind, names in known.items():
        if mention.name in names:
            return T("“{field}” has one; that is something else", field=KINDS[kind][1])
    names = known[mention.kind]
    if not names:
        return T("there is nothing under “{field}” yet", field=KINDS[mention.kind][1])
    if len(names) <= 8:
        return T("there is {names}", names=", ".join(sorted(names)))
    return None


def _unmarked(case: Scenario, marked: Set[tuple[str, str]]) -> Iterator[Diagnostic]:
    hint = T("mark a phrase in a document with [words](kind:id), or delete it here")
    for kind, things in (("trap", case.traps), ("honest", case.honest)):
        for thing in things.values():
            if (kind, thing.id) not in marked:
                message = T("no phrase is marked as “{kind}:{id}”", kind=kind, id=thing.id)
                yield Diagnostic("C218", thing.spots.own, message, hint, Severity.WARNING)
