"""A reading keeps what was found and what was lost, and knows how single values are read."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from msgspec import Struct, field

from game.scenario import phrases, spans
from game.scenario.diagnostics import Diagnostic, Spot
from game.scenario.nodes import Lost, Node, Scalar, Tree
from game.scenario.shapes import NameShape, NumberShape, Shape, TextShape
from game.scenario.suggest import did_you_mean
from game.scenario.typed import meant
from game.scenario.words import T, Words

BROKEN: Final = object()  # what is read where something already has its finding
WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")

Places = dict[str, Spot]  # where the fields of a thing stand, while it is being read


class Reading(Struct):
    """What was read and what was found.

    `lost` names the fields of which something was left out, `shaky` the spots of things that have
    a stand-in for a part: what a check may find about those is not the teacher's doing. `faulty`
    has the spots of beats in which something was found: their own check waits until that is mended.
    """

    tree: Tree
    findings: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    shaky: set[Spot] = field(default_factory=set)
    faulty: set[Spot] = field(default_factory=set)
    doubled: int = 0  # mappings into which two things have grown
    value: Any = None

    def text(self, shape: TextShape, node: Node, path: str, places: Places) -> Any:
        if type(node) is not Scalar:
            return self.misfit(shape, node, path)
        text = node.text
        if not text or text.isspace():
            return self.say("C206", node, T("“{name}” is empty", name=name_of(path)))
        if shape.sentence is not None and ("(" in text or "（" in text):
            self.spans(shape.sentence.spans, node, path, places)
        return text

    def spans(self, allowed: tuple[str, ...], node: Scalar, path: str, places: Places) -> None:
        """Note where the spans of a text stand, and what is wrong with them."""
        found = spans.spans(node.text)
        spots = self.tree.spots_in(node, ((span.offset, len(span.ref)) for span in found))
        places.update((path + "#" + str(number), spot) for number, spot in enumerate(spots))
        faults = sorted(spans.faults(node.text, allowed), key=lambda fault: fault.offset)
        spots = self.tree.spots_in(node, ((fault.offset, fault.length) for fault in faults))
        if faults:
            self.lost.add(spans.SPANS)
        for fault, spot in zip(faults, spots, strict=True):
            self.findings.append(Diagnostic("C215", spot, fault.message, fault.hint))

    def number(self, shape: NumberShape, node: Node, path: str, places: Places) -> Any:
        pattern = WHOLE if shape.whole else DECIMAL
        if type(node) is not Scalar or not pattern.fullmatch(node.text):
            return self.misfit(shape, node, path, _only_number(shape, node))
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
        value, field_name = phrases.cut(node.text), name_of(path)
        message = T("“{name}” cannot be “{value}”", name=field_name, value=value)
        allowed = T("it can be {names}", names=phrases.listed(shape.names))
        if name := meant(node.text, shape.names):
            allowed = T("write {sample}", sample=field_name + ": " + name)
        return self.say("C205", node, message, did_you_mean(node.text, shape.names) or allowed)

    def misfit(self, shape: Shape, node: Node, path: str, hint: Words | None = None) -> object:
        """The finding for a value of the wrong form; `hint` if there is more than an example."""
        if type(node) is Lost:
            return BROKEN
        message = T("“{name}” is empty", name=name_of(path))
        if type(node) is Scalar and not node.text:
            return self.say("C206", node, message, phrases.example(shape))
        message = T("“{name}” must be {what}", name=name_of(path), what=phrases.expected(shape))
        return self.say("C204", node, message, hint or phrases.example(shape))

    def say(self, code: str, node: Node, message: Words, hint: Words | None = None) -> object:
        self.findings.append(Diagnostic(code, self.tree.spot(node), message, hint))
        return BROKEN


def _only_number(shape: NumberShape, node: Node) -> Words | None:
    """A hint for a number with words around it, or in full-width digits."""
    text = unicodedata.normalize("NFKC", node.text) if type(node) is Scalar else ""
    digits = re.findall("[0-9]+", text)
    if len(digits) != 1 or not shape.whole:
        return None
    return T("write only the number: {n}", n=digits[0])


def name_of(path: str) -> str:
    """The field that a path such as `proves.0` lies in, as messages call it."""
    parts = [part for part in path.split(".") if part != "value"]
    return parts[-2] if len(parts) > 1 and parts[-1].isdigit() else parts[-1]
