"""The JSON Schema of a scenario, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from game.scenario.authored import Authored
from game.scenario.kinds import kinds
from game.scenario.model import Beat, Scenario
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
from game.scenario.variants import IF, ONLY_IF
from game.scenario.vocabulary import about
from game.scenario.words import T, Translate

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Texts are read by what is declared, so an editor must take `9:30`, `no` and `2024` for texts too.
ANY_SCALAR = ["string", "number", "boolean", "null"]
IDENTIFIER = "^[a-z0-9][a-z0-9_]*(/[a-z0-9][a-z0-9_.-]*)?$"

Json = dict[str, Any]


def schema(translate: Translate, kind: type[Authored] = Scenario) -> Json:
    """The JSON Schema (2020-12) of a file that holds a `kind`, explained in one's own language."""
    writer = _Writer(translate)
    root = writer.of(ThingShape(kind))
    return {
        "$schema": DIALECT,
        "title": translate(T("A case for Mock Court")) if kind is Scenario else kind.__name__,
        **root,
        "$defs": writer.defs,
    }


def dumped(translate: Translate, kind: type[Authored] = Scenario) -> str:
    """The schema as a file."""
    return json.dumps(schema(translate, kind), ensure_ascii=False, indent=2)


class _Writer:
    """Writes each declared class once, under `$defs`."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self.defs: Json = {}

    def of(self, shape: Shape) -> Json:
        match shape:
            case NumberShape(within=within, whole=whole):
                limits = {"minimum": within.least, "maximum": within.most} if within else {}
                return {"type": "integer" if whole else "number", **limits}
            case NameShape():
                return self._names(shape)
            case ListShape(item=item):
                one = self.of(item)
                return {"anyOf": [one, {"type": "array", "items": one}]}
            case RowShape(items=items):
                row: Json = {"type": "array", "prefixItems": [self.of(item) for item in items]}
                return {**row, "minItems": len(items), "maxItems": len(items)}
            case TableShape():
                return self._table(shape)
            case ThingShape(kind=kind):
                return self._ref(_name(kind), lambda: self._thing(kind))
            case BeatShape():
                return self._ref("beat", self._beat)
        return self._text(shape)

    def _text(self, shape: Shape) -> Json:
        if isinstance(shape, TextShape) and shape.ref:
            return {"type": ["string", "number"]}
        return {"type": ANY_SCALAR}

    def _names(self, shape: NameShape) -> Json:
        # YAML 1.1 editors read yes and no as truth.
        truths = [truth for name, truth in (("yes", True), ("no", False)) if name in shape.names]
        if not shape.meanings:
            return {"enum": [*shape.names, *truths]}
        return {
            "oneOf": [
                {"const": name, "description": self.translate(meaning)}
                for name, meaning in zip(shape.names, shape.meanings, strict=True)
            ]
        }

    def _table(self, shape: TableShape) -> Json:
        table: Json = {"type": "object", "additionalProperties": self.of(shape.value)}
        if isinstance(shape.key, NumberShape):
            return {**table, "propertyNames": {"pattern": "^[0-9]+$"}}
        if isinstance(shape.value, ThingShape):
            return {**table, "propertyNames": {"pattern": IDENTIFIER}}
        return table

    def _ref(self, name: str, write: Any) -> Json:
        if name not in self.defs:
            self.defs[name] = {}  # holds the place while a class that holds itself is written
            self.defs[name] = write()
        return {"$ref": "#/$defs/" + name}

    def _thing(self, kind: type[Authored], without: frozenset[str] = frozenset()) -> Json:
        plan = {name: f for name, f in fields_of(kind).items() if name not in without}
        whole = self._mapping(kind, plan)
        short = plan.get(kind.SHORTHAND)
        if short is None:
            return whole
        return {"anyOf": [whole, self._field(short)], "description": whole["description"]}

    def _mapping(self, kind: type[Authored], plan: Mapping[str, Field]) -> Json:
        return {
            "type": "object",
            "description": self.translate(about(kind)),
            "properties": {
                **{name: self._field(field) for name, field in plan.items()},
                **self._flips(),
            },
            "required": [name for name, field in plan.items() if field.required],
            "additionalProperties": False,
        }

    def _flips(self) -> Json:
        """What may stand in anything where a case has parameters."""
        becomes = T("for a value of a parameter, the fields that become something else")
        there = T("the values of parameters for which this is there at all")
        return {
            IF: {
                "type": "object",
                "description": self.translate(becomes),
                "additionalProperties": {"type": "object"},
            },
            ONLY_IF: {"type": ["string", "array"], "description": self.translate(there)},
        }

    def _field(self, field: Field) -> Json:
        return {"description": self.translate(field.doc), **self.of(field.shape)}

    def _beat(self) -> Json:
        when = fields_of(Beat)["when"]
        return {
            "oneOf": [
                {
                    "type": "object",
                    "description": self.translate(about(kind)),
                    "properties": {
                        key: self._of_kind(kind),
                        "when": self._field(when),
                        **self._flips(),
                    },
                    "required": [key],
                    "additionalProperties": False,
                }
                for key, kind in kinds().items()
            ]
        }

    def _of_kind(self, kind: type[Beat]) -> Json:
        return self._ref(_name(kind), lambda: self._thing(kind, frozenset({"when"})))


def _name(kind: type[Authored]) -> str:
    """Two kinds of beat may have classes of the same name, so the module's name goes in front."""
    return kind.__module__.rpartition(".")[2] + "." + kind.__name__
