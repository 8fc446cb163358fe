"""A tree of nodes is read as whatever a dataclass declares; what does not fit becomes findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from game.scenario import kinds, phrases, spans
from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic, Spot, Spots
from game.scenario.nodes import Lost, Node, Scalar, Sequence, Tree
from game.scenario.nodes import Mapping as Pairs
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
    is_named,
)
from game.scenario.suggest import did_you_mean, nearest
from game.scenario.words import T, Words

BROKEN: Final = object()  # what is read where something already has its finding
IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_]*(/[a-z0-9][a-z0-9_.-]*)?")
WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")

Places = list[tuple[str, Spot]]


@dataclass(slots=True)
class Reading:
    """What was read, what was found, and the names of fields of which something was left out."""

    tree: Tree
    findings: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    value: Any = None

    def text(self, shape: TextShape, node: Node, path: str, places: Places) -> Any:
        if type(node) is not Scalar:
            return self.misfit(shape, node, path)
        text = node.text
        if not text or text.isspace():
            return self.say("C206", node, T("“{name}” is empty", name=name_of(path)))
        if shape.sentence is not None and ("](" in text or "(" in text or "（" in text):
            self.spans(shape.sentence.spans, node, path, places)
        return text

    def spans(self, allowed: tuple[str, ...], node: Scalar, path: str, places: Places) -> None:
        """Note where the spans of a text stand, and what is wrong with them."""
        for number, span in enumerate(spans.spans(node.text)):
            spot = self.tree.spot_in(node, span.offset, len(span.ref))
            places.append((path + "#" + str(number), spot))
        for fault in spans.faults(node.text, allowed):
            spot = self.tree.spot_in(node, fault.offset, fault.length)
            self.findings.append(Diagnostic("C215", spot, fault.message, fault.hint))

    def number(self, shape: NumberShape, node: Node, path: str, places: Places) -> Any:
        pattern = WHOLE if shape.whole else DECIMAL
        if type(node) is not Scalar or not pattern.fullmatch(node.text):
            return self.misfit(shape, node, path)
        value = int(node.text) if shape.whole else float(node.text)
        within = shape.within
        if within is None or within.least <= value <= within.most:
            return value
        message = T(
            "“{name}” must be from {least} to {most}",
            name=name_of(path),
            least=within.least,
            most=within.most,
        )
        return self.say("C207", node, message)

    def name(self, shape: NameShape, node: Node, path: str, places: Places) -> Any:
        if type(node) is not Scalar or not node.text:
            return self.misfit(shape, node, path)
        if node.text in shape.names:
            return shape.enum(node.text) if shape.enum else node.text
        message = T(
            "“{name}” cannot be “{value}”", name=name_of(path), value=phrases.cut(node.text)
        )
        allowed = T("it can be {names}", names=", ".join(shape.names))
        return self.say("C205", node, message, did_you_mean(node.text, shape.names) or allowed)

    def several(self, shape: ListShape, node: Node, path: str, places: Places) -> Any:
        """A list; one item may stand without its list."""
        items = node.items if type(node) is Sequence else [node]
        read = READ[type(shape.item)]
        plain = isinstance(shape.item, TextShape | NumberShape | NameShape)
        values = []
        for number, item in enumerate(items):
            place = path + "." + str(number)
            if plain:
                places.append((place, self.tree.spot(item)))
            value = read(self, shape.item, item, place, places)
            if value is BROKEN:
                self.lost.add(name_of(path))
            else:
                values.append((value, item))
        self.repeated(shape.item, values, path)
        if values or (type(node) is Sequence and not items):
            return tuple(value for value, _ in values)
        return BROKEN

    def repeated(self, item: Shape, values: list[tuple[Any, Node]], path: str) -> None:
        """Findings for what a list of names, or of things with ids, holds twice."""
        if isinstance(item, TextShape) and not item.ref:
            return
        seen: set[Any] = set()
        for value, node in values:
            if isinstance(item, ThingShape):
                name = getattr(value, "id", "")
                spot = value.spots.of("id")
            elif isinstance(item, TextShape | NameShape):
                name, spot = value, self.tree.spot(node)
            else:
                return
            if name and name in seen:
                message = T("“{value}” is in “{name}” twice", value=str(name), name=name_of(path))
                self.findings.append(Diagnostic("C208", spot, message))
            seen.add(name)

    def row(self, shape: RowShape, node: Node, path: str, places: Places) -> Any:
        if type(node) is not Sequence or len(node.items) != len(shape.items):
            return self.misfit(shape, node, path)
        values = []
        for number, (part, item) in enumerate(zip(shape.items, node.items, strict=True)):
            place = path + "." + str(number)
            places.append((place, self.tree.spot(item)))
            values.append(READ[type(part)](self, part, item, place, places))
        return BROKEN if BROKEN in values else tuple(values)

    def table(self, shape: TableShape, node: Node, path: str, places: Places) -> Any:
        if type(node) is not Pairs:
            return self.misfit(shape, node, path)
        table: dict[Any, Any] = {}
        of_things = isinstance(shape.value, ThingShape)
        read = READ[type(shape.value)]
        for key, item in node.pairs.values():
            name = READ[type(shape.key)](self, shape.key, key, path, places)
            if name is BROKEN:
                self.lost.add(name_of(path))
                continue
            place = path + "." + key.text
            places.append((place, self.tree.spot(key)))
            if of_things:
                value = self.thing(shape.value, item, place, places, key)
            else:
                if type(item) is Scalar:
                    places.append((place + ".value", self.tree.spot(item)))
                value = read(self, shape.value, item, place + ".value", places)
            table[name] = blank(shape.value) if value is BROKEN else value
            if of_things and not IDENTIFIER.fullmatch(key.text):
                self.lost.add(name_of(path))
        return table

    def thing(
        self, shape: Any, node: Node, path: str, places: Places, key: Scalar | None = None
    ) -> Any:
        """A mapping of declared fields, or just the value of the field that is its shorthand."""
        kind: type[Authored] = shape.kind
        plan = fields_of(kind)
        short = plan.get(kind.SHORTHAND)
        if type(node) is Pairs and not (short and is_shorthand(node, plan, short.shape)):
            return self.fields(kind, plan, node, key)
        if short is None:
            return self.misfit(shape, node, path)
        if type(node) is Lost:
            return BROKEN
        own: Places = []
        values: dict[str, Any] = {}
        self.field(short, key, node, own, values)
        return self.made(kind, plan, values, own, self.tree.spot(key or node), key)

    def fields(
        self, kind: type[Authored], plan: Mapping[str, Field], node: Pairs, key: Scalar | None
    ) -> Any:
        values: dict[str, Any] = {}
        own: Places = []
        spot = self.tree.spot(key or node)
        for name, (field_key, item) in node.pairs.items():
            wanted = plan.get(name)
            if wanted is None:
                wanted = self.stranger(field_key, plan, node)
            if wanted is not None:
                self.field(wanted, field_key, item, own, values)
        if not node.cut:
            for wanted in plan.values():
                if wanted.required and wanted.attribute not in values:
                    self.missing(wanted, spot)
        else:
            self.lost.update(plan)
        return self.made(kind, plan, values, own, spot, key)

    def field(
        self, wanted: Field, key: Scalar | None, node: Node, places: Places, values: dict[str, Any]
    ) -> None:
        """Read one field into `values`; a broken one gets a stand-in, so that the rest is read."""
        scalar = type(node) is Scalar and (node.text or key is None)
        places.append((wanted.name, self.tree.spot(node if scalar or key is None else key)))
        if type(node) is Scalar and not node.text and not node.style:
            value = self.say(
                "C206",
                key or node,
                T("nothing is written after “{name}”", name=wanted.name),
                phrases.about(wanted),
            )
        elif type(wanted.shape) is ThingShape:
            value = self.thing(wanted.shape, node, wanted.name, places, key)
        else:
            value = READ[type(wanted.shape)](self, wanted.shape, node, wanted.name, places)
        if value is BROKEN:
            self.lost.add(wanted.name)
            value = blank(wanted.shape) if wanted.required else BROKEN
        elif wanted.required and not value and isinstance(value, tuple | dict):
            self.say(
                "C206", key or node, T("“{name}” is empty", name=wanted.name), phrases.about(wanted)
            )
        values[wanted.attribute] = value

    def stranger(self, key: Scalar, plan: Mapping[str, Field], node: Pairs) -> Field | None:
        """Report an unknown field; if it is nearly another one, it is read as that."""
        free = frozenset(name for name in plan if name not in node.pairs)
        name = nearest(key.text, free)
        hint = did_you_mean(key.text, free) if name else phrases.instead(key.text, plan)
        self.say(
            "C201", key, T("there is no field “{name}” here", name=phrases.cut(key.text)), hint
        )
        return plan[name] if name else None

    def missing(self, wanted: Field, spot: Spot) -> None:
        self.lost.add(wanted.name)
        message = T("“{name}” is missing here", name=wanted.name)
        self.findings.append(Diagnostic("C202", spot, message, phrases.about(wanted)))

    def made(
        self,
        kind: type[Authored],
        plan: Mapping[str, Field],
        values: dict[str, Any],
        places: Places,
        spot: Spot,
        key: Scalar | None,
    ) -> Authored:
        for wanted in plan.values():
            if wanted.required and wanted.attribute not in values:
                values[wanted.attribute] = blank(wanted.shape)
        values = {name: value for name, value in values.items() if value is not BROKEN}
        if key is not None and is_named(kind):
            values["id"] = key.text
            places.append(("id", spot))
        thing = kind(**values, spots=Spots(spot, tuple(places)))
        name = getattr(thing, "id", "")
        if name and not IDENTIFIER.fullmatch(name):
            message = T("“{id}” cannot be an id", id=phrases.cut(name))
            hint = T("an id has small letters a to z, digits and _, like free_gift")
            self.findings.append(Diagnostic("C210", thing.spots.of("id"), message, hint))
        return thing

    def beat(self, shape: BeatShape, node: Node, path: str, places: Places) -> Any:
        """A mapping with the key of one kind of beat, and perhaps `when`."""
        if type(node) is not Pairs:
            return self.misfit(shape, node, path)
        known = kinds.kinds()
        key, item = next((pair for name, pair in node.pairs.items() if name in known), (None, None))
        if key is None or item is None:
            return self.no_kind(node)
        kind = known[key.text]
        beat = self.thing(ThingShape(kind), item, key.text, places, key)
        beside = fields_of(kind)["when"]
        own: Places = []
        values: dict[str, Any] = {}
        for other, value in node.pairs.values():
            if other.text == "when":
                self.field(beside, other, value, own, values)
            elif other is not key:
                self.beside(other, key.text, kind)
        if beat is BROKEN or not values or values["when"] is BROKEN:
            return beat
        spots = Spots(beat.spots.own, (*beat.spots.fields, *own))
        return replace(beat, when=values["when"], spots=spots)

    def beside(self, other: Scalar, key: str, kind: type[Authored]) -> None:
        known = kinds.kinds()
        if other.text in known:
            message = T(
                "this step is already “{kind}” and cannot be “{other}” too",
                kind=key,
                other=other.text,
            )
            self.say("C214", other, message, T("start a new step with “- ” in front"))
        elif other.text in fields_of(kind):
            message = T("“{name}” belongs inside “{kind}”", name=other.text, kind=key)
            self.say("C214", other, message, T("indent it by four more spaces than the “-”"))
        else:
            message = T("there is no field “{name}” here", name=phrases.cut(other.text))
            self.say("C201", other, message, T("beside “{kind}” only “when” may stand", kind=key))

    def no_kind(self, node: Pairs) -> object:
        if node.cut and not node.pairs:
            return BROKEN
        key = next((key for key, _ in node.pairs.values() if key.text != "when"), None)
        known = kinds.kinds()
        every = T("the kinds are {names}", names=", ".join(known))
        if key is None:
            return self.say("C213", node, T("this step does not say what kind it is"), every)
        message = T("there is no kind of step called “{name}”", name=phrases.cut(key.text))
        return self.say("C213", key, message, did_you_mean(key.text, known) or every)

    def misfit(self, shape: Shape, node: Node, path: str) -> object:
        """The finding for a value of the wrong form."""
        if type(node) is Lost:
            return BROKEN
        if type(node) is Scalar and not node.text:
            return self.say(
                "C206", node, T("“{name}” is empty", name=name_of(path)), phrases.example(shape)
            )
        message = T("“{name}” must be {what}", name=name_of(path), what=phrases.expected(shape))
        return self.say("C204", node, message, phrases.example(shape))

    def say(self, code: str, node: Node, message: Words, hint: Words | None = None) -> object:
        self.findings.append(Diagnostic(code, self.tree.spot(node), message, hint))
        return BROKEN


READ: Final[dict[type[Shape], Any]] = {
    TextShape: Reading.text,
    NumberShape: Reading.number,
    NameShape: Reading.name,
    ListShape: Reading.several,
    RowShape: Reading.row,
    TableShape: Reading.table,
    ThingShape: Reading.thing,
    BeatShape: Reading.beat,
}


def read(tree: Tree, kind: type[Authored]) -> Reading:
    """Read `tree` as a `kind`; the reading's value is never None, whatever was found."""
    reading = Reading(tree)
    value = BROKEN if tree.root is None else reading.thing(ThingShape(kind), tree.root, "case", [])
    reading.value = blank(ThingShape(kind)) if value is BROKEN else value
    return reading


def blank(shape: Shape) -> Any:
    """A stand-in for a value that could not be read."""
    match shape:
        case NumberShape():
            return shape.within.least if shape.within else 0
        case NameShape():
            return shape.enum(shape.names[0]) if shape.enum else shape.names[0]
        case ListShape():
            return ()
        case RowShape():
            return tuple(blank(item) for item in shape.items)
        case TableShape():
            return {}
        case ThingShape(kind=kind):
            wanted = [field for field in fields_of(kind).values() if field.required]
            return kind(**{field.attribute: blank(field.shape) for field in wanted})
        case BeatShape():
            return BROKEN
    return ""


def is_shorthand(node: Pairs, plan: Mapping[str, Field], shape: Shape) -> bool:
    """Whether a mapping stands for the shorthand field rather than for all the fields."""
    inner = shape.item if isinstance(shape, ListShape) else shape
    if not isinstance(inner, ThingShape | TableShape) or any(name in plan for name in node.pairs):
        return False
    return bool(node.pairs)


def name_of(path: str) -> str:
    """The field that a path such as `proves.0` lies in, as messages call it."""
    parts = [part for part in path.split(".") if part != "value"]
    return parts[-2] if len(parts) > 1 and parts[-1].isdigit() else parts[-1]
