"""What a teacher may write is declared once, as fields of classes; all reading follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, dataclass_transform

from msgspec import NODEFAULT, Struct, StructMeta, field

from game.scenario.diagnostics import Spots
from game.scenario.words import Words


class Sentence(Struct, frozen=True):
    """Marks a text that players read: it is translated, and may hold `[words](kind:id)` spans."""

    spans: tuple[str, ...] = ("law",)


class Ref(Struct, frozen=True):
    """Marks a text that names a thing declared elsewhere in the scenario, such as an exhibit."""

    kind: str


class OneOf(Struct, frozen=True):
    """Marks a text that must be one of `names`, each with what it means."""

    names: tuple[tuple[str, Words], ...]


class Within(Struct, frozen=True):
    """Marks a number that must lie between `least` and `most`, both included."""

    least: int
    most: int


class Told(Struct, frozen=True):
    """What a teacher is told of a field that may be written; `default` makes it one of msgspec's.

    `sample` is what a sketch holds there, as it is written in YAML, where the shape alone does not
    tell.
    """

    doc: Words
    default: Any
    required: bool
    sample: Words | str


Text = Annotated[str, Sentence()]
Passage = Annotated[str, Sentence(spans=("trap", "honest", "law"))]


def written(
    doc: Words,
    default: Any = NODEFAULT,
    factory: Callable[[], Any] | None = None,
    sample: Words | str = "",
) -> Any:
    """A field that a teacher may write; `doc` explains it in the schema and in errors.

    Without a default or a factory the field must be written.
    """
    required = default is NODEFAULT and factory is None
    made = field(default_factory=factory) if factory else field(default=default)
    return Told(doc, made, required, sample)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, written))
class _Declaring(StructMeta):
    """Takes what `written` tells out of a class's fields, and keeps it in TOLD."""

    def __new__(
        mcls, name: str, bases: tuple[type, ...], space: dict[str, Any], **options: Any
    ) -> Any:
        told = {key: value for key, value in space.items() if isinstance(value, Told)}
        known = {key: of for base in bases for key, of in getattr(base, "TOLD", {}).items()}
        space.update({key: value.default for key, value in told.items()})
        space["TOLD"] = {**known, **told}
        given = {"frozen": True, "kw_only": True, "eq": False, **options}
        return super().__new__(mcls, name, bases, space, **given)


class Authored(Struct, metaclass=_Declaring):
    """Anything that a teacher wrote, frozen, its fields given by name; `spots` says where.

    A class that names a `SHORTHAND` may be written as just that field's value. A field called `id`
    is filled from the key under which the thing stands. `SKETCHES` are what an editor offers to
    begin with: for each sketch the fields, besides those that must be written, that it holds. Where
    several things stand together, there is one for each sketch. TOLD is what `written` said of the
    fields, by their name.
    """

    TOLD: ClassVar[Mapping[str, Told]]
    SHORTHAND: ClassVar[str] = ""
    SKETCHES: ClassVar[tuple[tuple[str, ...], ...]] = ((),)
    spots: Spots = field(default_factory=Spots)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __ne__(self, other: object) -> bool:  # a Struct has one of its own
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        names = (name for name in self.__struct_fields__ if name != "spots")
        shown = (f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _values(self) -> tuple[Any, ...]:
        """All that it says, wherever it stands."""
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name != "spots")


def declared(kind: type[Authored]) -> dict[str, str]:
    """The fields that a teacher may write in a `kind`: by the name used in YAML, Python's."""
    return {yaml_name(name): name for name in kind.__struct_fields__ if name in kind.TOLD}


def yaml_name(name: str) -> str:
    """`for_` is Python's spelling of the YAML field `for`."""
    return name.rstrip("_")
