"""A tree of nodes is read as whatever a class declares; what does not fit becomes findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import replace

from game.scenario import kinds, phrases, spans
from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic, Spot, Spots
from game.scenario.nodes import Lost, Node, Scalar, Sequence, Tree
from game.scenario.nodes import Mapping as Pairs
from game.scenario.reading import BROKEN, Places, Reading, name_of
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
    required_of,
    stand_in,
)
from game.scenario.suggest import did_you_mean, nearest
from game.scenario.typed import meant
from game.scenario.words import T

NAMES = re.compile(r"[\w./-]+(?:\s*[,，、；]\s*[\w./-]+)+")  # with commas between them
IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_]*(/[a-z0-9][a-z0-9_.-]*)?")


class Draft(Struct):
    """A thing while it is being read. `key` is what it stands under, if it does."""

    kind: type[Authored]
    spot: Spot
    key: Scalar | None = None
    values: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=dict)


class Reader(Reading):
    """Reads lists, mappings and the things made of them."""

    def several(self, shape: ListShape, node: Node, path: str, places: Places) -> Any:
        """A list; one item may stand without its list."""
        items = node.items if type(node) is Sequence else self.apart(shape.item, node)
        read = READ[type(shape.item)]
        plain = isinstance(shape.item, TextShape | NumberShape | NameShape)
        values = []
        for number, item in enumerate(items):
            place = path + "." + str(number)
            if plain:
                places[place] = self.tree.spot(item)
            value = read(self, shape.item, item, place, places)
            if value is BROKEN or (type(item) is Pairs and item.doubled):
                self.lost.add(name_of(path))
            if value is not BROKEN:
                values.append((value, item))
        self.repeated(shape.item, values, path)
        if values or (type(node) is Sequence and not items):
            return tuple(value for value, _ in values)
        return BROKEN

    def apart(self, item: Shape, node: Node) -> list[Node]:
        """The items of a list of names that stands there as a text: it lacks its brackets."""
        is_names = isinstance(item, NameShape | NumberShape) or getattr(item, "ref", None)
        if not is_names or type(node) is not Scalar or not NAMES.fullmatch(node.text):
            return [node]
        parts = list(re.finditer(r"[\w./-]+", node.text))
        is_wide = any(comma in node.text for comma in "，、；")
        hint = T("write {sample}", sample="[" + ", ".join(part[0] for part in parts) + "]")
        message = T("a list of several stands in square brackets, with plain commas")
        self.say("C111" if is_wide else "C204", node, message, hint)
        return [_part(node, part) for part in parts]

    def repeated(self, item: Shape, values: list[tuple[Any, Node]], path: str) -> None:
        """Findings for what a list of names, or of things with ids, holds twice."""
        if not isinstance(item, ThingShape | NameShape) and not getattr(item, "ref", None):
            return
        seen: set[str] = set()
        for value, node in values:
            name = str(getattr(value, "id", "") if isinstance(item, ThingShape) else value)
            if name and name in seen:
                of_thing = isinstance(item, ThingShape)
                spot = value.spots.of("id") if of_thing else self.tree.spot(node)
                message = T("“{value}” is in “{name}” twice", value=name, name=name_of(path))
                hint = T("give one of them another id") if of_thing else T("delete one of them")
                self.findings.append(Diagnostic("C208", spot, message, hint))
            seen.add(name)

    def row(self, shape: RowShape, node: Node, path: str, places: Places) -> Any:
        """A list that has exactly as many items as were declared."""
        if type(node) is not Sequence or len(node.items) != len(shape.items):
            return self.misfit(shape, node, path)
        values = []
        for number, (part, item) in enumerate(zip(shape.items, node.items, strict=True)):
            place = path + "." + str(number)
            places[place] = self.tree.spot(item)
            values.append(READ[type(part)](self, part, item, place, places))
        return BROKEN if BROKEN in values else tuple(values)

    def table(self, shape: TableShape, node: Node, path: str, places: Places) -> Any:
        """A mapping whose keys the author chooses."""
        if type(node) is not Pairs:
            return self.misfit(shape, node, path)
        table: dict[Any, Any] = {}
        for key, item in node.pairs.values():
            name = READ[type(shape.key)](self, shape.key, key, path, places)
            if name is BROKEN:
                self.lost.add(name_of(path))
                continue
            place = path + "." + key.text
            places[place] = self.tree.spot(key)
            if isinstance(shape.value, ThingShape):
                value = self.thing(shape.value, item, place, places, key)
                if not IDENTIFIER.fullmatch(key.text):
                    self.lost.add(name_of(path))
                if value is BROKEN:
                    value = self.made(Draft(shape.value.kind, self.tree.spot(key), key))
            else:
                if type(item) is Scalar:
                    places[place + ".value"] = self.tree.spot(item)
                value = READ[type(shape.value)](self, shape.value, item, place + ".value", places)
            table[name] = stand_in(shape.value) if value is BROKEN else value
        return table

    def thing(
        self, shape: ThingShape, node: Node, path: str, _: Places, key: Scalar | None = None
    ) -> Any:
        """A mapping of declared fields, or just the value of the field that is its shorthand."""
        kind = shape.kind
        short = fields_of(kind).get(kind.SHORTHAND) if kind.SHORTHAND else None
        if type(node) is Pairs and not (short and is_shorthand(node, kind, short.shape)):
            draft = Draft(kind, self.tree.spot(key or node), key)
            self.fields(draft, node)
            return self.made(draft)
        if short is None:
            return self.misfit(shape, node, path)
        if type(node) is Lost:
            return BROKEN
        draft = Draft(kind, self.tree.spot(key or node), key)
        self.field(draft, short, key, node)
        return self.made(draft)

    def fields(self, draft: Draft, node: Pairs) -> None:
        """Read all that is written in a mapping of declared fields, and miss what is not."""
        plan = fields_of(draft.kind)
        for name, (key, item) in node.pairs.items():
            wanted = plan.get(name) or self.stranger(key, plan, node)
            if wanted is not None:
                self.field(draft, wanted, key, item)
            else:
                self.shaky.add(draft.spot)
        if node.doubled:
            self.doubled += 1
            self.lost.update((*plan, spans.SPANS))
        if node.cut:
            self.lost.update(plan)
            self.shaky.add(draft.spot)
            return
        for wanted in required_of(draft.kind):
            if wanted.attribute not in draft.values:
                self.lost.add(wanted.name)
                message = T("“{name}” is missing here", name=wanted.name)
                found = Diagnostic("C202", draft.spot, message, phrases.about(wanted))
                self.findings.append(found)

    def field(self, draft: Draft, wanted: Field, key: Scalar | None, node: Node) -> None:
        """Read one field; a broken one gets a stand-in if need be, so that the rest is read."""
        shape = wanted.shape
        written = type(node) is Scalar and bool(node.text or node.style)
        place = self.tree.spot(node if written or key is None else key)
        draft.places[wanted.name] = place
        if type(node) is Scalar and not written:
            message = T("nothing is written after “{name}”", name=wanted.name)
            value = self.say("C206", key or node, message, phrases.about(wanted))
        elif type(shape) is ThingShape:
            value = self.thing(shape, node, wanted.name, draft.places, key)
        else:
            value = READ[type(shape)](self, shape, node, wanted.name, draft.places)
        if value is BROKEN:
            self.lost.add(wanted.name)
            self.shaky.update((draft.spot, Spot()))
            if wanted.required:
                draft.values[wanted.attribute] = stand_in(shape)
            return
        draft.values[wanted.attribute] = value
        if wanted.required and value in ((), {}):
            message = T("“{name}” is empty", name=wanted.name)
            self.say("C206", key or node, message, phrases.about(wanted))

    def stranger(self, key: Scalar, plan: Mapping[str, Field], node: Pairs) -> Field | None:
        """Report an unknown field; if it is nearly another one, it is read as that."""
        free = frozenset(name for name in plan if name not in node.pairs)
        name = nearest(key.text, free) or meant(key.text, free)
        hint = T("did you mean “{name}”?", name=name) if name else phrases.instead(key.text, plan)
        message = T("there is no field “{name}” here", name=phrases.cut(key.text))
        self.say("C201", key, message, hint)
        return plan[name] if name else None

    def made(self, draft: Draft) -> Authored:
        """The thing itself, with stand-ins for what was not written."""
        values, key = draft.values, draft.key
        for wanted in required_of(draft.kind):
            if wanted.attribute not in values:
                values[wanted.attribute] = stand_in(wanted.shape)
                self.shaky.add(draft.spot)
        if key is not None and is_named(draft.kind):
            values["id"] = key.text
            draft.places["id"] = draft.spot
        thing = draft.kind(**values, spots=Spots(draft.spot, draft.places))
        name = values.get("id")
        if name and not IDENTIFIER.fullmatch(name):
            message = T("“{id}” cannot be an id", id=phrases.cut(name))
            hint = T("an id has small letters a to z, digits and _, like free_gift")
            self.findings.append(Diagnostic("C210", thing.spots.of("id"), message, hint))
        return thing

    def beat(self, shape: BeatShape, node: Node, path: str, places: Places) -> Any:
        """A mapping with the key of one kind of beat, and perhaps `when`."""
        known = kinds.kinds()
        if type(node) is not Pairs:
            word = node.text if type(node) is Scalar else ""
            near = nearest(word, known) if word else None
            hint = T("write {sample}", sample="- " + near + ": …") if near else None
            return self.misfit(shape, node, path, hint)
        name = next((name for name in node.pairs if name in known), None)
        if name is None:
            return self.no_kind(node)
        key, item = node.pairs[name]
        kind, before = known[name], len(self.findings) + self.doubled
        beat = self.thing(ThingShape(kind), item, name, places, key)
        draft = Draft(kind, self.tree.spot(key))
        for other, value in node.pairs.values():
            if other.text == "when":
                self.field(draft, fields_of(kind)["when"], other, value)
            elif other is not key:
                self.beside(other, name, kind)
        if len(self.findings) + self.doubled > before:
            self.faulty.add(draft.spot)
        if beat is BROKEN or "when" not in draft.values:
            return beat
        spots = Spots(beat.spots.own, {**beat.spots.fields, **draft.places})
        return replace(beat, when=draft.values["when"], spots=spots)

    def beside(self, other: Scalar, key: str, kind: type[Authored]) -> None:
        """Report what stands beside the key of a beat and should not."""
        name = phrases.cut(other.text)
        if other.text in kinds.kinds():
            message = T("this step is “{kind}” already and cannot be “{name}”", kind=key, name=name)
            self.say("C214", other, message, T("start a new step with “- ” in front"))
        elif other.text in fields_of(kind):
            message = T("“{name}” belongs inside “{kind}”", name=name, kind=key)
            self.say("C214", other, message, T("indent it by four more spaces than the “-”"))
        else:
            message = T("there is no field “{name}” here", name=name)
            self.say("C201", other, message, T("beside “{kind}” only “when” may stand", kind=key))

    def no_kind(self, node: Pairs) -> object:
        """Report a beat without a key that is known."""
        if node.cut and not node.pairs:
            return BROKEN
        key = next((key for key, _ in node.pairs.values() if key.text != "when"), None)
        known = kinds.kinds()
        every = T("the kinds are {names}", names=phrases.listed(tuple(known)))
        if key is None:
            return self.say("C213", node, T("this step does not say what kind it is"), every)
        message = T("there is no kind of step called “{name}”", name=phrases.cut(key.text))
        return self.say("C213", key, message, did_you_mean(key.text, known) or every)


READ: Final[dict[type[Shape], Any]] = {
    TextShape: Reader.text,
    NumberShape: Reader.number,
    NameShape: Reader.name,
    ListShape: Reader.several,
    RowShape: Reader.row,
    TableShape: Reader.table,
    ThingShape: Reader.thing,
    BeatShape: Reader.beat,
}


def read(tree: Tree, kind: type[Authored]) -> Reading:
    """Read `tree` as a `kind`; the reading's value is one, whatever was found."""
    reader = Reader(tree)
    value = BROKEN if tree.root is None else reader.thing(ThingShape(kind), tree.root, "case", {})
    reader.value = stand_in(ThingShape(kind)) if value is BROKEN else value
    return reader


def _part(node: Scalar, part: re.Match[str]) -> Scalar:
    """A stretch of a text that stands in one line, as a node of its own."""
    if node.end_line != node.line or node.style in ("|", ">"):
        return replace(node, text=part[0])
    start = node.column + bool(node.style) + part.start()
    return replace(node, text=part[0], style="", column=start, end_column=start + len(part[0]))


def is_shorthand(node: Pairs, kind: type[Authored], shape: Shape) -> bool:
    """Whether a mapping stands for the shorthand field rather than for all the fields."""
    inner = shape.item if isinstance(shape, ListShape) else shape
    if not isinstance(inner, ThingShape | TableShape) or not node.pairs:
        return False
    return fields_of(kind).keys().isdisjoint(node.pairs)
