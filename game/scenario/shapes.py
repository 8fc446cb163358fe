"""The shape of a field is what its declaration lets a teacher write there."""

from __future__ import annotations

import dataclasses
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin

from game.scenario.authored import Authored, OneOf, Ref, Sentence, Within, declared
from game.scenario.model import Beat
from game.scenario.words import Words


@dataclass(frozen=True, slots=True)
class TextShape:
    """Any text; `ref` if it names something, `sentence` if players read it."""

    ref: Ref | None = None
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A whole number, or with `whole=False` any number."""

    within: Within | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class NameShape:
    """One of a few names; it is read as a member of `enum` if there is one."""

    names: tuple[str, ...]
    meanings: tuple[Words, ...] = ()
    enum: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class ListShape:
    """Any number of items; one item may stand alone."""

    item: Shape


@dataclass(frozen=True, slots=True)
class RowShape:
    """A list of a fixed length, such as the two ends of a range."""

    items: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class TableShape:
    """Keys of the author's choosing, each with a value."""

    key: TextShape | NumberShape | NameShape
    value: Shape


@dataclass(frozen=True, slots=True)
class ThingShape:
    """A mapping of the declared fields of `kind`."""

    kind: type[Authored]


@dataclass(frozen=True, slots=True)
class BeatShape:
    """A mapping with one key that says which kind of beat it is, and perhaps `when`."""


Shape = (
    TextShape | NumberShape | NameShape | ListShape | RowShape | TableShape | ThingShape | BeatShape
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that may be written: its name in YAML and in Python, and what it takes."""

    name: str
    attribute: str
    shape: Shape
    required: bool
    doc: Words
    sample: Words | str = ""


def _fields_of(kind: type[Authored]) -> Mapping[str, Field]:
    return {
        name: Field(
            name,
            f.name,
            shape_of(_hint(kind, f)),
            _is_required(f),
            f.metadata["doc"],
            f.metadata["sample"],
        )
        for name, f in declared(kind).items()
    }


def _hint(kind: type[Authored], f: dataclasses.Field[Any]) -> Any:
    """The type hint of a field of `kind`, which is written where `kind` or its base is."""
    owner = next(base for base in kind.__mro__ if f.name in vars(base).get("__annotations__", {}))
    return _meant(str(f.type), owner.__module__)


@cache
def _meant(hint: str, module: str) -> Any:
    """What `hint` means in `module`; typing.get_type_hints would ask this anew for every class."""
    return eval(hint, vars(sys.modules[module]))


def _required_of(kind: type[Authored]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(kind).values() if field.required)


def _is_named(kind: type[Authored]) -> bool:
    names = {f.name for f in dataclasses.fields(kind)}
    return "id" in names and "id" not in declared(kind)


# The fields that a teacher may write in a kind of thing, by their name in YAML.
fields_of = cast(Callable[[type[Authored]], Mapping[str, Field]], cache(_fields_of))

# Those fields of a kind of thing that must be written.
required_of = cast(Callable[[type[Authored]], tuple[Field, ...]], cache(_required_of))

# Whether a kind of thing gets its `id` from the key under which it stands.
is_named = cast(Callable[[type[Authored]], bool], cache(_is_named))


@cache
def shape_of(hint: Any) -> Shape:
    """The shape that a type hint declares."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin is Union or origin is types.UnionType:
        some = [part for part in parts if part is not types.NoneType]
        if len(some) == 1:
            return shape_of(some[0])
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return ListShape(shape_of(parts[0]))
        return RowShape(tuple(shape_of(part) for part in parts))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _table(shape_of(parts[0]), shape_of(parts[1]))
    if isinstance(hint, type):
        return _plain(hint)
    raise TypeError(f"a teacher's file cannot hold {hint!r}")


def _plain(hint: type) -> Shape:
    if hint is str:
        return TextShape()
    if hint is int or hint is float:
        return NumberShape(whole=hint is int)
    if hint is Beat:
        return BeatShape()
    if issubclass(hint, StrEnum):
        return NameShape(tuple(member.value for member in hint), enum=hint)
    if issubclass(hint, Authored):
        return ThingShape(hint)
    raise TypeError(f"a teacher's file cannot hold {hint!r}")


def _marked(hint: Any, marks: tuple[Any, ...]) -> Shape:
    shape = shape_of(hint)
    for mark in marks:
        if isinstance(mark, OneOf):
            names, meanings = zip(*mark.names, strict=True)
            shape = NameShape(names, meanings)
        elif isinstance(mark, Within) and isinstance(shape, NumberShape):
            shape = dataclasses.replace(shape, within=mark)
        elif isinstance(mark, Ref) and isinstance(shape, TextShape):
            shape = dataclasses.replace(shape, ref=mark)
        elif isinstance(mark, Sentence) and isinstance(shape, TextShape):
            shape = dataclasses.replace(shape, sentence=mark)
        else:
            raise TypeError(f"{mark!r} does not go with {hint!r}")
    return shape


def _table(key: Shape, value: Shape) -> TableShape:
    if not isinstance(key, TextShape | NumberShape | NameShape):
        raise TypeError(f"{key!r} cannot be a key")
    return TableShape(key, value)


def _is_required(f: dataclasses.Field[Any]) -> bool:
    return f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING


def stand_in(shape: Shape) -> Any:
    """A value for a field that could not be read, so that the things around it can be made."""
    match shape:
        case NumberShape():
            return shape.within.least if shape.within else 0
        case NameShape():
            return shape.enum(shape.names[0]) if shape.enum else shape.names[0]
        case ListShape():
            return ()
        case RowShape():
            return tuple(stand_in(item) for item in shape.items)
        case TableShape():
            return {}
        case ThingShape(kind=kind):
            return kind(**{f.attribute: stand_in(f.shape) for f in required_of(kind)})
        case BeatShape():
            return Beat()
    return ""
