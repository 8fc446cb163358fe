"""What a page shows is a tree of plain values: the server writes it as HTML, the script builds it.

Text is text on both ways: here it is escaped, there it becomes a text node, so nothing that a
teacher writes can turn into a part of the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import msgspec
from markupsafe import Markup, escape
from msgspec import Struct

VOID = frozenset({"input", "br", "img"})


class Node(Struct, frozen=True, array_like=True):
    """An element: its tag, its attributes, and what is inside it."""

    tag: str
    attrs: dict[str, str]
    inside: tuple[Node | str, ...]


Inside = Node | str | None
Nodes = tuple[Node | str, ...]


def el(tag: str, *inside: Inside | Iterable[Inside], **attrs: str | int | bool | None) -> Node:
    """An element. None and False leave something out; `data_x` is written `data-x`, `cls` class."""
    named = {
        {"cls": "class", "for_": "for"}.get(name, name.replace("_", "-")): ""
        if v is True
        else f"{v}"
        for name, v in attrs.items()
        if v is not None and v is not False
    }
    return Node(tag, named, nodes(*inside))


def wide(label: str, table: Node) -> Node:
    """A table that may be wider than the page: it scrolls by itself, by the keyboard too."""
    return el("div", table, cls="wide", role="group", tabindex="0", aria_label=label)


def nodes(*inside: Inside | Iterable[Inside]) -> Nodes:
    """`inside` in one row, without what is None."""
    row: list[Node | str] = []
    for one in inside:
        if one is None:
            continue
        if isinstance(one, Node | str):
            row.append(one)
        else:
            row.extend(part for part in one if part is not None)
    return tuple(row)


class Region(Struct, frozen=True, array_like=True):
    """A part of a page that changes as a whole. `print` tells it, in one state, from all others."""

    id: str
    print: str
    inside: Nodes


def region(id_: str, *inside: Inside | Iterable[Inside]) -> Region:
    """The region `id_` with `inside`."""
    content = nodes(*inside)
    digest = hashlib.blake2b(msgspec.json.encode((id_, content)), digest_size=6).hexdigest()
    return Region(id_, digest, content)


def written(inside: Nodes, regions: Mapping[str, Region] | None = None) -> Markup:
    """`inside` as HTML; an element whose id is that of a region has what is in that region."""
    return Markup("".join(_written(node, regions or {}) for node in inside))


def _written(node: Node | str, regions: Mapping[str, Region]) -> str:
    if isinstance(node, str):
        return str(escape(node))
    attrs, inside = node.attrs, node.inside
    if filled := regions.get(attrs.get("id", "")):
        attrs, inside = {**attrs, "data-print": filled.print}, filled.inside
    opened = node.tag + "".join(f' {name}="{escape(value)}"' for name, value in attrs.items())
    if node.tag in VOID:
        return f"<{opened}>"
    return f"<{opened}>{''.join(_written(n, regions) for n in inside)}</{node.tag}>"
