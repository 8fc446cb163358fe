"""All that a scenario is made of, thing by thing, whatever kinds of beat there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

from game.scenario.authored import Authored
from game.scenario.shapes import (
    BeatShape,
    Field,
    ListShape,
    Shape,
    TableShape,
    ThingShape,
    fields_of,
)


def things(whole: Authored) -> Iterator[Authored]:
    """`whole` and every thing that was written inside it, in the order of the file."""
    yield whole
    for field in _holding(type(whole)):
        if value := getattr(whole, field.attribute):
            yield from _within(field.shape, value)


def _holds_things(shape: Shape) -> bool:
    if isinstance(shape, ListShape):
        return _holds_things(shape.item)
    if isinstance(shape, TableShape):
        return _holds_things(shape.value)
    return isinstance(shape, ThingShape | BeatShape)


def _fields_with_things(kind: type[Authored]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(kind).values() if _holds_things(field.shape))


_holding = cast(Callable[[type[Authored]], tuple[Field, ...]], cache(_fields_with_things))


def _within(shape: Shape, value: Any) -> Iterator[Authored]:
    if isinstance(shape, ListShape):
        for item in value:
            yield from _within(shape.item, item)
    elif isinstance(shape, TableShape):
        for item in value.values():
            yield from _within(shape.value, item)
    else:
        yield from things(value)
