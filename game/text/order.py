"""The texts of a case in the order in which a class meets them; a translator reads them so."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from game.scenario import spans
from game.scenario.authored import Authored
from game.scenario.model import Beat, Document, Exhibit, LawBook, Scenario, Scene
from game.scenario.references import KINDS
from game.scenario.shapes import TextShape
from game.scenario.walk import Written, sentences, texts

FIRST = ("title", "summary", "content_note", "learn", "court", "briefings")
LAST = ("based_on", "review")
# What a thing leads to, by the kind of the reference; from a beat everything is met.
MET_BEFORE = ("person",)
MET_AFTER = ("document", "issue", "trap", "honest")
MET_IN_BEATS = ("person", "document", "exhibit", "issue")


def reading_order(thing: Scenario | LawBook) -> Iterator[Written]:
    """Every sentence of `thing`: of a case in the order of playing, of law cards in the file's."""
    if isinstance(thing, Scenario):
        yield from _Reading(thing).in_order()
    else:
        yield from sentences(thing)


class _Part(Struct):
    """What is met at once: a person, a document, a beat; or a field of the case itself."""

    thing: Authored
    name: str
    written: list[tuple[Written, TextShape]] = field(default_factory=list)

    def sentences(self) -> Iterator[Written]:
        return (written for written, shape in self.written if shape.sentence is not None)

    def mentions(self) -> Iterator[tuple[str, str]]:
        """The kind and the name of whatever this part names, in its fields and then its spans."""
        for written, shape in self.written:
            if shape.ref is not None:
                yield shape.ref.kind, written.text
        for written in self.sentences():
            yield from ((span.kind, span.ref) for span in spans.spans(written.text))


class _Reading:
    """Goes through a case once; each part is met when something leads to it, or else at the end."""

    def __init__(self, case: Scenario) -> None:
        self.case = case
        self.parts: dict[object, _Part] = {}
        self.met: set[object] = set()
        for written, shape in texts(case):
            part = _part_of(written)
            self.parts.setdefault(_key(part), part).written.append((written, shape))

    def in_order(self) -> Iterator[Written]:
        for name in FIRST:
            yield from self._named(name)
        for scene in self.case.scenes:
            yield from self._meet(id(scene))
            for beat in scene.beats:
                yield from self._meet(id(beat))
        rest = [part for part in self.parts.values() if part.name not in LAST]
        for part in rest:
            yield from self._meet(_key(part))
        for name in LAST:
            yield from self._named(name)

    def _named(self, name: str) -> Iterator[Written]:
        for part in list(self.parts.values()):
            if part.name == name:
                yield from self._meet(_key(part))

    def _meet(self, key: object) -> Iterator[Written]:
        part = self.parts.get(key)
        if part is None or key in self.met:
            return
        self.met.add(key)
        in_beat = isinstance(part.thing, Beat)
        yield from self._led_to(part, MET_IN_BEATS if in_beat else MET_BEFORE)
        yield from part.sentences()
        if isinstance(part.thing, Exhibit | Document):
            yield from self._led_to(part, MET_AFTER)

    def _led_to(self, part: _Part, kinds: tuple[str, ...]) -> Iterator[Written]:
        for kind, name in part.mentions():
            if kind in kinds:
                declared = getattr(self.case, KINDS[kind][1]).get(name)
                yield from self._meet(id(declared))


def _part_of(written: Written) -> _Part:
    within = written.within
    if len(within) == 1:
        return _Part(within[0], written.field.name)
    if isinstance(within[1], Scene):
        return _Part(within[min(2, len(within) - 1)], "scenes")
    return _Part(within[1], written.place.partition(".")[0])


def _key(part: _Part) -> object:
    return part.name if isinstance(part.thing, Scenario) else id(part.thing)
