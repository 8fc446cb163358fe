"""What is written anywhere in a scenario: its sentences, and the law cards that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from game.scenario import spans
from game.scenario.authored import Authored
from game.scenario.diagnostics import Spot
from game.scenario.shapes import (
    BeatShape,
    Field,
    ListShape,
    Shape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
)

OUTSIDE = ("based_on.", "review.")


class Written(NamedTuple):
    """A text in a file: where it stands, and the path of fields that leads to it."""

    spot: Spot
    text: str
    place: str

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


def sentences(thing: Authored) -> Iterator[Written]:
    """Every text in `thing` that players read, in the order of the file."""
    for written, _ in texts(thing, fields=_speaking):
        yield written


def cited_laws(thing: Authored) -> tuple[str, ...]:
    """The law cards that `thing` names, in a field or in a span, in the order in which it does."""
    return tuple(dict.fromkeys(_laws(thing)))


def _laws(thing: Authored) -> Iterator[str]:
    for written, shape in texts(thing):
        if shape.ref is not None and shape.ref.kind == "law":
            yield written.text
        if shape.sentence is not None:
            yield from (span.ref for span in spans.spans(written.text) if span.kind == "law")


def _all(kind: type[Authored]) -> Iterable[Field]:
    return fields_of(kind).values()


def _speaks(shape: Shape) -> bool:
    """Whether players read something in what has this shape."""
    if isinstance(shape, TextShape):
        return shape.sentence is not None
    if isinstance(shape, ListShape):
        return _speaks(shape.item)
    if isinstance(shape, TableShape):
        return _speaks(shape.value)
    return isinstance(shape, ThingShape | BeatShape)


def _fields_that_speak(kind: type[Authored]) -> Iterable[Field]:
    return tuple(field for field in fields_of(kind).values() if _speaks(field.shape))


Fields = Callable[[type[Authored]], Iterable[Field]]
_speaking = cast(Fields, cache(_fields_that_speak))


def texts(
    thing: Authored, path: str = "", fields: Fields = _all
) -> Iterator[tuple[Written, TextShape]]:
    """Every text in the `fields` of `thing` and all within, with what was declared about it."""
    for field in fields(type(thing)):
        if value := getattr(thing, field.attribute):
            yield from _in(field.shape, value, thing, field.name, path + field.name, fields)


def _in(
    shape: Shape,
    value: Any,
    by: Authored,
    place: str,
    path: str,
    fields: Fields,
) -> Iterator[tuple[Written, TextShape]]:
    if not value:
        return
    if isinstance(shape, TextShape):
        yield Written(by.spots.of(place), value, path), shape
    elif isinstance(shape, ThingShape | BeatShape):
        yield from texts(value, path + ".", fields)
    elif isinstance(shape, ListShape):
        for number, item in enumerate(value):
            end = "." + str(number)
            yield from _in(shape.item, item, by, place + end, path + end, fields)
    elif isinstance(shape, TableShape):
        for key, item in value.items():
            end = "." + str(key)
            yield from _in(shape.value, item, by, place + end + ".value", path + end, fields)
