"""Facts that flip: one file tells a case in several variants, each of them a whole case.

    parameters:
      age: {says: How old is the child?, values: {seven: 7 years old, twelve: 12 years old}}
    people:
      lele: {name: Lele, part: plaintiff, age: 12, if: {seven: {age: 7}}}
    ...
      - quiz: {...}
        only_if: twelve

`if` replaces fields of the thing that it stands in, `only_if` leaves the thing out. Both are
settled before anything is read, so whatever can be written can flip, and every variant is read,
checked, proved and played like a case of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from operator import is_

from msgspec import Struct, field
from msgspec.structs import replace

from game.scenario.diagnostics import Diagnostic
from game.scenario.nodes import Mapping, Node, Scalar, Tree
from game.scenario.nodes import Sequence as Items
from game.scenario.words import T

PARAMETERS, VALUES = "parameters", "values"
IF, ONLY_IF = "if", "only_if"
MOST = 24  # variants of one file

Facts = tuple[str, ...]  # a value of each parameter, in the order of the file


def variants(tree: Tree) -> tuple[list[tuple[Facts, Tree]], list[Diagnostic]]:
    """Each variant of the case that `tree` holds, the first values first; one without parameters.

    Beside them stands what is wrong with the parameters, and with an `if` or an `only_if`.
    """
    choices = _choices(tree.root)
    if not choices:
        return [((), tree)], []
    findings: list[Diagnostic] = []
    known = [value for values in choices for value in values]
    combined = list(product(*choices))
    twice = len(set(known)) < len(known)
    if len(combined) > MOST or twice:
        findings.append(_too_much(tree, len(combined), twice))
        combined = combined[:1]
    settled = []
    for facts in combined:
        settler = Settler(tree, frozenset(known), frozenset(facts))
        root = settler.settled(tree.root) if tree.root is not None else None
        settled.append((facts, replace(tree, root=root)))
        findings += settler.findings
    return settled, findings


class Settler(Struct):
    """Settles every `if` and `only_if` for one set of facts; the tree itself stays as it is."""

    tree: Tree
    known: frozenset[str]
    facts: frozenset[str]
    findings: list[Diagnostic] = field(default_factory=list)

    def settled(self, node: Node) -> Node:
        """`node` as these facts make it; the very same where they change nothing."""
        if isinstance(node, Items):
            return self._items(node)
        if isinstance(node, Mapping):
            return self._mapping(node)
        return node

    def _items(self, node: Items) -> Items:
        """A list without what is not there; an item of which nothing is left goes with it."""
        kept = [self.settled(item) for item in node.items if self._is_in(item)]
        kept = [item for item in kept if not (isinstance(item, Mapping) and not item.pairs)]
        if len(kept) == len(node.items) and all(map(is_, kept, node.items)):
            return node
        return replace(node, items=kept)

    def _mapping(self, node: Mapping) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for name, (key, value) in node.pairs.items():
            if name not in (IF, ONLY_IF) and self._is_in(value):
                pairs[name] = (key, self.settled(value))
        for name, pair in self._overrides(node):
            pairs[name] = pair
        if list(pairs) == list(node.pairs) and all(
            pairs[name][1] is node.pairs[name][1] for name in pairs
        ):
            return node
        return replace(node, pairs=pairs)

    def _overrides(self, node: Mapping) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
        if IF not in node.pairs:
            return
        key, flips = node.pairs[IF]
        if not isinstance(flips, Mapping):
            self._say(key, flips)
            return
        for value, (name, changes) in flips.pairs.items():
            if value not in self.known or not isinstance(changes, Mapping):
                self._say(name, changes)
            elif value in self.facts:
                for changed, (spot, new) in changes.pairs.items():
                    yield changed, (spot, self.settled(new))

    def _is_in(self, node: Node) -> bool:
        if not isinstance(node, Mapping) or ONLY_IF not in node.pairs:
            return True
        named = node.pairs[ONLY_IF][1]
        items = named.items if isinstance(named, Items) else [named]
        texts = [item for item in items if isinstance(item, Scalar)]
        for item in texts:
            if item.text not in self.known:
                self._say(item, item)
        return any(item.text in self.facts for item in texts)

    def _say(self, key: Scalar, value: Node) -> None:
        """A finding for a value that no parameter has, or for what cannot replace anything."""
        names = ", ".join(sorted(self.known))
        if key.text not in self.known and key.text != IF:
            message = T("no parameter has the value “{name}”", name=key.text)
            hint = T("the values under “parameters” are: {names}", names=names)
        else:
            message = T("this says of no field what it becomes")
            hint = T(
                "write it like {sample}", sample=f"{IF}: {{{min(self.known)}: {{sound: yes}}}}"
            )
        self.findings.append(Diagnostic("C216", self.tree.spot(key), message, hint))


def _choices(root: Node | None) -> list[Sequence[str]]:
    """The values of each parameter, as far as they can be made out."""
    if not isinstance(root, Mapping) or PARAMETERS not in root.pairs:
        return []
    parameters = root.pairs[PARAMETERS][1]
    if not isinstance(parameters, Mapping):
        return []
    found: list[Sequence[str]] = []
    for _, parameter in parameters.pairs.values():
        if isinstance(parameter, Mapping) and VALUES in parameter.pairs:
            values = parameter.pairs[VALUES][1]
            if isinstance(values, Mapping) and values.pairs:
                found.append(list(values.pairs))
    return found


def _too_much(tree: Tree, count: int, twice: bool) -> Diagnostic:
    assert isinstance(tree.root, Mapping)
    spot = tree.spot(tree.root.pairs[PARAMETERS][0])
    if twice:
        message = T("two parameters have a value of the same name")
        return Diagnostic("C217", spot, message, T("give each value a name of its own"))
    message = T(
        "these parameters make {n} variants of the case, more than {most}", n=count, most=MOST
    )
    return Diagnostic("C217", spot, message, T("leave out some of the values"))
