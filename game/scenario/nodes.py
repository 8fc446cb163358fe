"""YAML becomes a tree of texts, mappings and lists that remember where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from msgspec import Struct, field
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.scenario.blame import blame, last_before
from game.scenario.diagnostics import Diagnostic, Spot
from game.scenario.page import Page, places
from game.scenario.source import FEW
from game.scenario.words import T, Words

DEPTH = 40  # levels; a case needs about ten


class Scalar(Struct):
    """A text as YAML understood it. Lines and columns are the page's, from 0."""

    text: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int


class Mapping(Struct):
    """Keys with their values. It is `cut` when YAML broke off inside it.

    A key that stands in it twice is `doubled`: most likely two things have grown into one.
    """

    line: int
    column: int
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | Lost | None = None
    cut: bool = True
    doubled: bool = False


class Sequence(Struct):
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    cut: bool = True


class Lost(Struct):
    """Something that already has a finding, and of which no more is to be said."""

    line: int
    column: int


Node = Scalar | Mapping | Sequence | Lost


class Tree(Struct):
    """What a page says. Without a root there was nothing; it is `cut` when YAML broke off."""

    page: Page
    root: Node | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    cut: bool = False

    def spot(self, node: Node) -> Spot:
        """Where `node` stands in the file, all of its first line underlined if it is a text."""
        line, column, length = node.line, node.column, 1
        if type(node) is Scalar and node.style not in ("|", ">"):
            length = node.end_column - column
            if node.end_line != line:
                length = len(self.page.lines[line].rstrip()) - column
            if length < 1:
                line, column, length = *last_before(self.page, line, column), 1
        if self.page.shifts:
            return self.page.spot(line, column, length)
        return Spot(line + 1, column + 1, length)

    def spots_in(self, node: Scalar, parts: Iterable[tuple[int, int]]) -> list[Spot]:
        """Where parts of a text stand in the file: offsets in rising order, each with a length."""
        parts = list(parts)
        offsets = [offset for offset, _ in parts]
        found = places(self.page, (node.line, node.column), node.style, node.text, offsets)
        return [
            self.page.spot(line, column, length)
            for (line, column), (_, length) in zip(found, parts, strict=True)
        ]


def grow(page: Page) -> Tree:
    """The tree of `page`, as far as YAML can read it."""
    tree = Tree(page)
    try:
        _grow(tree, _events(page.text))
    except yaml.YAMLError as error:
        tree.cut = True
        tree.findings.append(_why(page, error))
        _forget_last(tree.root)
    return tree


def _why(page: Page, error: yaml.YAMLError) -> Diagnostic:
    """The finding for what YAML gave up at; libyaml from 0.2.6 on counts levels too."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None and "nesting depth" in str(getattr(error, "problem", "")):
        return _too_deep(page, mark)
    return blame(page, error)


def _forget_last(node: Node | None) -> None:
    """Where YAML broke off, what came last may have been misread, so nothing is missed in it."""
    while isinstance(node, Mapping | Sequence):
        node.cut = True
        last: Node | None = None
        if isinstance(node, Mapping) and node.pairs:
            name, (key, last) = list(node.pairs.items())[-1]
            if isinstance(last, Scalar):
                node.pairs[name] = (key, Lost(last.line, last.column))
        elif isinstance(node, Sequence) and node.items:
            last = node.items[-1]
            if isinstance(last, Scalar):
                node.items[-1] = Lost(last.line, last.column)
        node = last


def _events(text: str) -> Iterator[Any]:
    if not yaml.__with_libyaml__:
        return yaml.parse(text, Loader=yaml.SafeLoader)
    return iter(yaml.CSafeLoader(text).get_event, None)


def _grow(tree: Tree, events: Iterator[Any]) -> None:
    """One pass over the events. Nodes are hung up before their children: a break loses little."""
    roots = Sequence(0, 0)
    top: Mapping | Sequence = roots
    above: list[Mapping | Sequence] = []
    for event in events:
        kind = type(event)
        mark = event.start_mark
        if kind is ScalarEvent:
            end = event.end_mark
            node: Node = Scalar(
                event.value, event.style or "", mark.line, mark.column, end.line, end.column
            )
            if event.anchor or event.tag:
                _strange(tree, event)
        elif kind is MappingStartEvent:
            node = Mapping(mark.line, mark.column)
        elif kind is SequenceStartEvent:
            node = Sequence(mark.line, mark.column)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            top.cut = False
            top = above.pop()
            continue
        elif kind is AliasEvent:
            node = Lost(mark.line, mark.column)
            _strange(tree, event)
        elif kind is DocumentStartEvent and roots.items:
            tree.findings.append(_second(tree.page, mark))
            tree.cut = True
            if isinstance(tree.root, Mapping):
                tree.root.cut = True
            break
        else:
            continue
        _hang(tree, top, node, len(above) > 1 and type(above[-1]) is Sequence)
        if not above and top is roots:
            tree.root = node
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag:
                _strange(tree, event)
            above.append(top)
            top = node  # type: ignore[assignment]
            if len(above) > DEPTH:
                tree.findings.append(_too_deep(tree.page, mark))
                tree.cut = True
                return


def _hang(tree: Tree, top: Mapping | Sequence, node: Node, is_listed: bool) -> None:
    if type(top) is Sequence:
        top.items.append(node)
        return
    assert isinstance(top, Mapping)
    key = top.key
    if key is None:
        top.key = node if type(node) is Scalar else _no_key(tree, node)
        return
    top.key = None
    if type(key) is not Scalar:
        return
    if key.text == "<<":
        _say(tree, "C134", key, T("“<<” is not used in cases"), T("write the lines out again"))
    elif key.text in top.pairs and is_listed and top.doubled:
        return  # two items without a dash between them: that was said of their first key
    elif key.text in top.pairs:
        top.doubled = True
        first = top.pairs[key.text][0]
        message = T("“{key}” stands here twice", key=key.text)
        hint = T("it is already written in line {line}; keep one of them", line=first.line + 1)
        if is_listed and key.line != first.line:
            more = T("or put “- ” in front of it, if a new item starts here")
            hint = T("{hint}; {more}", hint=hint, more=more)
        _say(tree, "C131", key, message, hint)
    else:
        top.pairs[key.text] = (key, node)


def _no_key(tree: Tree, node: Node) -> Lost:
    if type(node) is not Lost:
        message = T("a key is a word, and this is a list or a mapping")
        _say(tree, "C137", node, message, T("if it is text, put quotes around it"))
    return Lost(node.line, node.column)


def _strange(tree: Tree, event: Any) -> None:
    """Anchors, aliases and tags are programmers' YAML; in a case they are nearly always text."""
    mark = event.start_mark
    node = Lost(mark.line, mark.column)
    hint = T("if it is text, put quotes around it; otherwise leave it out")
    if type(event) is AliasEvent:
        name = event.anchor or ""
        message = T("“*{name}” would repeat another part; cases do not use that", name=name)
        _say(
            tree,
            "C132",
            node,
            message,
            T("write the words out again, or put quotes around the text"),
        )
    elif event.anchor:
        message = T("“&{name}” would name this part; cases do not use that", name=event.anchor)
        _say(tree, "C132", node, message, hint)
    else:
        message = T("“{tag}” would be a YAML tag; cases do not use that", tag=event.tag)
        _say(tree, "C133", node, message, hint)


def _say(tree: Tree, code: str, node: Node, message: Words, hint: Words) -> None:
    if code in ("C132", "C133") and sum(f.code == code for f in tree.findings[-FEW:]) == FEW:
        return
    tree.findings.append(Diagnostic(code, tree.spot(node), message, hint))


def _second(page: Page, mark: Any) -> Diagnostic:
    message = T("a second document starts here; a file holds one case")
    hint = T("delete the line “---”, or put the rest into a file of its own")
    return Diagnostic("C136", page.spot(mark.line, mark.column, 3), message, hint)


def _too_deep(page: Page, mark: Any) -> Diagnostic:
    message = T("this is nested more than {depth} levels deep", depth=DEPTH)
    hint = T("look for brackets that were never closed")
    return Diagnostic("C135", page.spot(mark.line, mark.column), message, hint)
