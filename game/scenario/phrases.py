"""How findings speak of what a field takes: in a few words, and with a tiny example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.scenario import kinds
from game.scenario.shapes import (
    BeatShape,
    Field,
    ListShape,
    NameShape,
    NumberShape,
    RowShape,
    Shape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
)
from game.scenario.vocabulary import keyword
from game.scenario.words import T, Words

LONG = 40  # characters of a teacher's own words that a message repeats


def cut(text: str) -> str:
    """`text` short enough to stand in a message."""
    line = " ".join(text.split())
    return line if len(line) <= LONG else line[: LONG - 1] + "…"


def expected(shape: Shape) -> Words:
    """What a field of this shape takes."""
    match shape:
        case NumberShape(whole=True):
            return T("a whole number")
        case NumberShape():
            return T("a number")
        case NameShape():
            return T("one of {names}", names=listed(shape.names))
        case ListShape():
            return T("a list")
        case RowShape():
            return T("a list of {n} in square brackets", n=len(shape.items))
        case TableShape():
            return T("names with a colon, each with what belongs to it")
        case ThingShape():
            return T("lines of its own, indented below it")
        case BeatShape():
            return T("a step such as “say” or “spot”")
    return T("a text")


def listed(names: Sequence[str]) -> Words:
    """Keywords in a row, each with what it means where the language is another than theirs."""
    row = keyword(names[0])
    for name in names[1:]:
        row = T("{names}, {name}", names=row, name=keyword(name))
    return row


def example(shape: Shape) -> Words:
    """A hint that shows what to write."""
    return T("for example: {sample}", sample=sample(shape))


def sample(shape: Shape) -> str:
    """A tiny piece of YAML of this shape."""
    match shape:
        case NumberShape():
            return str(shape.within.least if shape.within else 12)
        case NameShape():
            return shape.names[0]
        case ListShape():
            return "[" + sample(shape.item) + ", …]"
        case RowShape():
            return "[" + ", ".join(str(6 * (n + 1)) for n in range(len(shape.items))) + "]"
        case TableShape(value=ThingShape(kind=kind)):
            return "some_name: {" + _fields(fields_of(kind)) + "}"
        case TableShape():
            return "{some_name: " + sample(shape.value) + "}"
        case ThingShape(kind=kind):
            return "{" + _fields(fields_of(kind)) + "}"
        case BeatShape():
            return "- say: …"
        case TextShape(ref=ref) if ref:
            return "some_" + ref.kind
    return '"…"'


def about(field: Field) -> Words:
    """A hint that explains a field."""
    return T("{name}: {meaning}", name=field.name, meaning=field.doc)


def instead(key: str, plan: Mapping[str, Field]) -> Words:
    """A hint for a field that is near none of those in `plan`."""
    if " " in key or not key.isascii():
        return T("if this is text, put quotes around all of it")
    if key in kinds.kinds():
        return T("a step starts with “- ” and stands in the list “beats”")
    return T("the fields here are {names}", names=", ".join(plan))


def _fields(plan: Mapping[str, Field]) -> str:
    wanted: Iterable[Field] = [field for field in plan.values() if field.required]
    return ", ".join(field.name + ": …" for field in wanted)
