"""All that is written in a case, thing by thing and text by text, whatever kinds of beat there are.

There is one walk; who looks only for some things or texts says in which fields these may be. Who
looks for things alone has a shorter way, as most checks do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

from msgspec import Struct

from game.scenario import spans
from game.scenario.authored import Authored
from game.scenario.choices import Offered
from game.scenario.diagnostics import Spot
from game.scenario.shapes import (
    BeatShape,
    Field,
    ListShape,
    RowShape,
    Shape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
)

Plan = Callable[[type[Authored]], tuple[Field, ...]]  # the fields of a kind that are gone through


class Leaf(Struct, frozen=True):
    """A text or a thing: its shape, and the names that lead to it.

    `place` goes from the thing that it is written `by` to where it stands in the file, `path` from
    the whole to it. `field` declares it; `within` are the things that it stands in, from the whole
    down to `by`.
    """

    shape: Shape
    value: Any
    place: str
    path: str
    field: Field
    within: tuple[Authored, ...]

    @property
    def by(self) -> Authored:
        return self.within[-1]

    @property
    def spot(self) -> Spot:
        return self.within[-1].spots.of(self.place)


class Mention(Struct, frozen=True):
    """A name that something mentions: of what kind, and in which field of which thing."""

    kind: str
    name: str
    by: Authored
    place: str


OUTSIDE = ("based_on.", "review.")


class Written(Struct, frozen=True):
    """A text in a file: where it stands, and the path of fields that leads to it.

    `field` declares it; `within` are the things that it stands in, from the whole down.
    """

    spot: Spot
    text: str
    place: str
    field: Field
    within: tuple[Authored, ...]

    @property
    def is_outside(self) -> bool:
        """Whether it speaks to teachers, of the real world."""
        return self.place.startswith(OUTSIDE)

    def part(self, start: int, length: int) -> Spot:
        """The place of a part of the text where it stands in one line as it is; else its own."""
        quotes = self.spot.length - len(self.text)
        if quotes not in (0, 2):
            return self.spot
        return Spot(self.spot.line, self.spot.column + quotes // 2 + start, length)


def planned(is_wanted: Callable[[Shape], bool]) -> Plan:
    """The fields that hold a shape that `is_wanted`, or through which one may be reached."""

    def leads(shape: Shape, seen: set[type[Authored]]) -> bool:
        if is_wanted(shape) or isinstance(shape, BeatShape):
            return True
        if isinstance(shape, ListShape):
            return leads(shape.item, seen)
        if isinstance(shape, TableShape):
            return leads(shape.key, seen) or leads(shape.value, seen)
        if isinstance(shape, RowShape):
            return any(leads(item, seen) for item in shape.items)
        if not isinstance(shape, ThingShape) or shape.kind in seen:
            return False
        seen.add(shape.kind)
        return any(leads(field.shape, seen) for field in fields_of(shape.kind).values())

    def plan(kind: type[Authored]) -> tuple[Field, ...]:
        return tuple(field for field in fields_of(kind).values() if leads(field.shape, set()))

    return cast(Plan, cache(plan))


def planned_for(is_wanted: Callable[[type[Authored]], bool]) -> Plan:
    """The fields that hold a thing of a kind that `is_wanted`, or through which one is reached."""
    return planned(lambda shape: isinstance(shape, ThingShape) and is_wanted(shape.kind))


def planned_texts(is_wanted: Callable[[TextShape], bool]) -> Plan:
    """The fields that hold a text that `is_wanted`, or through which one is reached."""
    return planned(lambda shape: isinstance(shape, TextShape) and is_wanted(shape))


THINGS = planned_for(lambda kind: True)
OFFERS = planned_for(lambda kind: issubclass(kind, Offered))
TEXTS = planned_texts(lambda text: True)
SENTENCES = planned_texts(lambda text: text.sentence is not None)
MENTIONING = planned_texts(lambda text: text.ref is not None or text.sentence is not None)
EXHIBITS = planned_texts(lambda text: text.ref is not None and text.ref.kind == "exhibit")


def leaves(whole: Authored, plan: Plan) -> list[Leaf]:
    """Every text and thing in `whole`, in the order of the file; a thing before what is in it."""
    found: list[Leaf] = []

    def go_through(within: tuple[Authored, ...], path: str) -> None:
        thing = within[-1]
        for field in plan(type(thing)):
            if value := getattr(thing, field.attribute):
                take(field.shape, value, field.name, path + field.name, field, within)

    def take(
        shape: Shape,
        value: Any,
        place: str,
        path: str,
        field: Field,
        within: tuple[Authored, ...],
    ) -> None:
        kind = type(shape)
        if kind is TextShape:
            found.append(Leaf(shape, value, place, path, field, within))
        elif kind is ThingShape or kind is BeatShape:
            found.append(Leaf(shape, value, place, path, field, within))
            go_through((*within, value), path + ".")
        elif isinstance(shape, ListShape):
            for number, item in enumerate(value):
                end = "." + str(number)
                take(shape.item, item, place + end, path + end, field, within)
        else:
            for of, item, end, last in _parts(shape, value):
                take(of, item, place + end + last, path + end, field, within)

    go_through((whole,), "")
    return found


def _parts(shape: Shape, value: Any) -> Iterator[tuple[Shape, Any, str, str]]:
    """The items of a row, or the keys and values of a table, each with its place."""
    if isinstance(shape, RowShape):
        for number, (of, item) in enumerate(zip(shape.items, value, strict=True)):
            yield of, item, "." + str(number), ""
    elif isinstance(shape, TableShape):
        for key, item in value.items():
            yield shape.key, key, "." + str(key), ""
            yield shape.value, item, "." + str(key), ".value"


def things(whole: Authored, plan: Plan = THINGS) -> Iterator[Authored]:
    """`whole` and every thing that was written inside it, in the order of the file.

    Who looks only for some says by a `plan` in which fields these may be.
    """
    todo = [whole]
    while todo:
        thing = todo.pop()
        yield thing
        inner: list[Authored] = []
        for field in plan(type(thing)):
            if value := getattr(thing, field.attribute):
                _things_in(field.shape, value, inner)
        todo += reversed(inner)


def _things_in(shape: Shape, value: Any, inner: list[Authored]) -> None:
    if isinstance(shape, ListShape):
        for item in value:
            _things_in(shape.item, item, inner)
    elif isinstance(shape, TableShape):
        for item in value.values():
            _things_in(shape.value, item, inner)
    elif isinstance(shape, ThingShape | BeatShape):
        inner.append(value)


def texts(whole: Authored) -> Iterator[tuple[Written, TextShape]]:
    """Every text in `whole` with what was declared about it, in the order of the file."""
    for leaf in leaves(whole, TEXTS):
        if isinstance(leaf.shape, TextShape):
            yield _written(leaf), leaf.shape


def sentences(whole: Authored) -> Iterator[Written]:
    """Every text in `whole` that players read, in the order of the file."""
    for leaf in leaves(whole, SENTENCES):
        if isinstance(leaf.shape, TextShape) and leaf.shape.sentence is not None:
            yield _written(leaf)


def _written(leaf: Leaf) -> Written:
    return Written(leaf.spot, leaf.value, leaf.path, leaf.field, leaf.within)


def cited_laws(whole: Authored) -> tuple[str, ...]:
    """The law cards that `whole` names, in a field or in a span, in the order in which it does."""
    return tuple(dict.fromkeys(m.name for m in mentions(whole) if m.kind == "law"))


def mentions(whole: Authored, plan: Plan = MENTIONING) -> Iterator[Mention]:
    """Every name that `whole` or anything in it mentions, its texts' spans included.

    Who looks only for some says by a `plan` in which fields these may be.
    """
    for leaf in leaves(whole, plan):
        shape, value, by, place = leaf.shape, leaf.value, leaf.by, leaf.place
        if type(shape) is not TextShape:
            continue
        if shape.ref is not None:
            yield Mention(shape.ref.kind, value, by, place)
        if shape.sentence is not None and "](" in value:
            for number, span in enumerate(spans.spans(value)):
                if span.kind in shape.sentence.spans:
                    yield Mention(span.kind, span.ref, by, place + "#" + str(number))
