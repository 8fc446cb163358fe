"""The words of the language that cases are written in: its things, its fields and its keywords."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game.scenario.authored import Authored
from game.scenario.kinds import kinds
from game.scenario.model import LawBook, Scenario
from game.scenario.shapes import (
    BeatShape,
    ListShape,
    NameShape,
    RowShape,
    Shape,
    TableShape,
    ThingShape,
    fields_of,
)
from game.scenario.words import Words


def keyword(name: str) -> Words:
    """A keyword as a teacher writes it; a translation also says what it means."""
    return Words("“" + name + "”")


def about(kind: type[Authored]) -> Words:
    """What a kind of thing is, in a sentence: the first line of its docstring."""
    return Words((kind.__doc__ or "").strip().split("\n")[0])


@cache
def things() -> tuple[type[Authored], ...]:
    """Every kind of thing that may be written in a case or among the law cards."""
    found: dict[type[Authored], None] = {}
    for whole in (Scenario, LawBook):
        _add(ThingShape(whole), found)
    return tuple(found)


@cache
def keywords() -> tuple[str, ...]:
    """Every word that some field may take, and every kind of beat."""
    shapes = [shape for kind in things() for shape in _shapes(kind) if isinstance(shape, NameShape)]
    names = (name for shape in shapes for name in shape.names)
    return tuple(dict.fromkeys([*names, *kinds()]))


@cache
def field_names() -> frozenset[str]:
    """The names of all fields."""
    return frozenset(name for kind in things() for name in fields_of(kind))


@cache
def list_fields() -> frozenset[str]:
    """The names of the fields that take a list, wherever they stand."""
    fields = [field for kind in things() for field in fields_of(kind).values()]
    lists = {field.name for field in fields if isinstance(field.shape, ListShape)}
    return frozenset(lists - {f.name for f in fields if not isinstance(f.shape, ListShape)})


def _add(shape: Shape, found: dict[type[Authored], None]) -> None:
    for part in _parts(shape):
        if isinstance(part, BeatShape):
            for kind in kinds().values():
                _add(ThingShape(kind), found)
        elif isinstance(part, ThingShape) and part.kind not in found:
            found[part.kind] = None
            for field in fields_of(part.kind).values():
                _add(field.shape, found)


def _shapes(kind: type[Authored]) -> Iterator[Shape]:
    for field in fields_of(kind).values():
        yield from _parts(field.shape)


def _parts(shape: Shape) -> Iterator[Shape]:
    """`shape` without the lists and tables around it."""
    match shape:
        case ListShape(item=item):
            yield from _parts(item)
        case RowShape(items=items):
            for item in items:
                yield from _parts(item)
        case TableShape(key=key, value=value):
            yield from _parts(key)
            yield from _parts(value)
        case _:
            yield shape
