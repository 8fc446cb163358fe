"""The shape of a field is what its declaration lets a teacher write there."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.authored import Authored, OneOf, Ref, Sentence, Within, declared
from game.scenario.model import Beat
from game.scenario.words import Words


class TextShape(Struct, frozen=True):
    """Any text; `ref` if it names something, `sentence` if players read it."""

    ref: Ref | None = None
    sentence: Sentence | None = None


class NumberShape(Struct, frozen=True):
    """A whole number, or with `whole=False` any number."""

    within: Within | None = None
    whole: bool = True


class NameShape(Struct, frozen=True):
    """One of a few names; it is read as a member of `enum` if there is one."""

    names: tuple[str, ...]
    meanings: tuple[Words, ...] = ()
    enum: type[StrEnum] | None = None


class ListShape(Struct, frozen=True):
    """Any number of items; one item may stand alone."""

    item: Shape


class RowShape(Struct, frozen=True):
    """A list of a fixed length, such as the two ends of a range."""

    items: tuple[Shape, ...]


class TableShape(Struct, frozen=True):
    """Keys of the author's choosing, each with a value."""

    key: TextShape | NumberShape | NameShape
    value: Shape


class ThingShape(Struct, frozen=True):
    """A mapping of the declared fields of `kind`."""

    kind: type[Authored]


class BeatShape(Struct, frozen=True):
    """A mapping with one key that says which kind of beat it is, and perhaps `when`."""


Shape = (
    TextShape | NumberShape | NameShape | ListShape | RowShape | TableShape | ThingShape | BeatShape
)


class Field(Struct, frozen=True):
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
            name, attribute, shape_of(_hint(kind, attribute)), told.required, told.doc, told.sample
        )
        for name, attribute in declared(kind).items()
        for told in [kind.TOLD[attribute]]
    }


def _hint(kind: type[Authored], name: str) -> Any:
    """The type hint of a field of `kind`, which is written where `kind` or its base is."""
    hints = ((base, vars(base).get("__annotations__", {})) for base in kind.__mro__)
    owner, hint = next((base, hints[name]) for base, hints in hints if name in hints)
    return _meant(str(hint), owner.__module__)


@cache
def _meant(hint: str, module: str) -> Any:
    """What `hint` means in `module`; typing.get_type_hints would ask this anew for every class."""
    return eval(hint, vars(sys.modules[module]))


def _required_of(kind: type[Authored]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(kind).values() if field.required)


def _is_named(kind: type[Authored]) -> bool:
    return "id" in kind.__struct_fields__ and "id" not in kind.TOLD


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
            shape = replace(shape, within=mark)
        elif isinstance(mark, Ref) and isinstance(shape, TextShape):
            shape = replace(shape, ref=mark)
        elif isinstance(mark, Sentence) and isinstance(shape, TextShape):
            shape = replace(shape, sentence=mark)
        else:
            raise TypeError(f"{mark!r} does not go with {hint!r}")
    return shape


def _table(key: Shape, value: Shape) -> TableShape:
    if not isinstance(key, TextShape | NumberShape | NameShape):
        raise TypeError(f"{key!r} cannot be a key")
    return TableShape(key, value)


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
