"""What is written anywhere in a scenario: its sentences, and the law cards that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from game.scenario import spans
from game.scenario.authored import Authored
from game.scenario.diagnostics import Spot
from game.scenario.shapes import (
    BeatShape,
    ListShape,
    Shape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
)


class Written(NamedTuple):
    """A text in a file: where it stands, and the path of fields that leads to it."""

    spot: Spot
    text: str
    place: str


def sentences(thing: Authored) -> Iterator[Written]:
    """Every text in `thing` that players read, in the order of the file."""
    for written, shape in texts(thing):
        if shape.sentence is not None:
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


def texts(thing: Authored, path: str = "") -> Iterator[tuple[Written, TextShape]]:
    """Every text in `thing` with what was declared about it."""
    for field in fields_of(type(thing)).values():
        value = getattr(thing, field.attribute)
        yield from _in(field.shape, value, thing, field.name, path + field.name)


def _in(
    shape: Shape, value: Any, by: Authored, place: str, path: str
) -> Iterator[tuple[Written, TextShape]]:
    if value is None or value == "":
        return
    if isinstance(shape, TextShape):
        yield Written(by.spots.of(place), value, path), shape
    elif isinstance(shape, ThingShape | BeatShape):
        yield from texts(value, path + ".")
    elif isinstance(shape, ListShape):
        for number, item in enumerate(value):
            end = "." + str(number)
            yield from _in(shape.item, item, by, place + end, path + end)
    elif isinstance(shape, TableShape):
        for key, item in value.items():
            end = "." + str(key)
            yield from _in(shape.value, item, by, place + end + ".value", path + end)
