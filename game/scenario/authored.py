"""What a teacher may write is declared once, as dataclass fields; all reading follows from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, TypeVar, dataclass_transform

from game.scenario.diagnostics import Spots
from game.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """Marks a text that players read: it is translated, and may hold `[words](kind:id)` spans."""

    spans: tuple[str, ...] = ("law",)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text that names a thing declared elsewhere in the scenario, such as an exhibit."""

    kind: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a text that must be one of `names`, each with what it means."""

    names: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Marks a number that must lie between `least` and `most`, both included."""

    least: int
    most: int


Kind = TypeVar("Kind", bound="Authored")
Text = Annotated[str, Sentence()]
Passage = Annotated[str, Sentence(spans=("trap", "honest", "law"))]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Authored:
    """Anything that a teacher wrote; `spots` says where.

    A class that names a `SHORTHAND` may be written as just that field's value. A field called `id`
    is filled from the key under which the thing stands. `SKETCHES` are what an editor offers to
    begin with: for each sketch the fields, besides those that must be written, that it holds. Where
    several things stand together, there is one for each sketch.
    """

    SHORTHAND: ClassVar[str] = ""
    SKETCHES: ClassVar[tuple[tuple[str, ...], ...]] = ((),)
    spots: Spots = field(default_factory=Spots, compare=False, repr=False)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, f.name) for f in dataclasses.fields(self) if f.compare)


def written(
    doc: Words,
    default: Any = dataclasses.MISSING,
    factory: Callable[[], Any] | None = None,
    sample: Words | str = "",
) -> Any:
    """A dataclass field that a teacher may write; `doc` explains it in the schema and in errors.

    Without a default or a factory the field must be written. `sample` is what a sketch holds there,
    as it is written in YAML, where the shape alone does not tell.
    """
    metadata = {"doc": doc, "sample": sample}
    if factory is not None:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, written))
def authored(kind: type[Kind]) -> type[Kind]:
    """Make `kind` something that a teacher writes: frozen, its fields given by name.

    How such things compare and look is said once, in Authored, and not made anew for each of a
    hundred classes at every start.
    """
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(kind)


def declared(kind: type[Authored]) -> dict[str, dataclasses.Field[Any]]:
    """The fields that a teacher may write in a `kind`, by the name used in YAML."""
    return {yaml_name(f.name): f for f in dataclasses.fields(kind) if "doc" in f.metadata}


def yaml_name(name: str) -> str:
    """`for_` is Python's spelling of the YAML field `for`."""
    return name.rstrip("_")
