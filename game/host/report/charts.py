"""Charts are drawn inside the page; shapes and figures say what colours say; a table follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.host.tree import Inside, Node, el, nodes
from game.text.breaking import columns, wrap_columns

WIDE, SIDE = 640, 8
BAR_FROM, BAR_TO = SIDE, 560  # where 0 and 100 are
ROW, BAR = 46, 16  # from bar to bar; how high one is
LABEL = 84  # columns of text above a bar
HIGH, LEFT, STEP, THICK = 180, 40, 58, 22  # of a chart with columns
SHARES = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a hundred with its label."""

    label: str
    value: int


def bars(title: str, rows: Sequence[Bar], key: Iterable[tuple[str, str]]) -> Node:
    """A bar for each of `rows`. `key` says what the shapes mean: `bar` and `beside`."""
    high = 30 + ROW * len(rows)
    lines = (_line(_x(share), 26, _x(share), high) for share in SHARES)
    scale = (_text(_x(n), 16, f"{n}%", "middle" if n else "start") for n in SHARES)
    drawn = (part for place, bar in enumerate(rows) for part in _bar(bar, 30 + ROW * place))
    return _figure(title, high + 6, key, (*lines, *scale, *drawn))


def _bar(bar: Bar, top: float) -> Iterable[Node]:
    middle = top + 22 + BAR / 2
    end = _x(bar.value)
    yield _text(BAR_FROM, top + 16, _short(bar.label), "start", "label")
    yield _rect(BAR_FROM, top + 22, max(1.0, end - BAR_FROM), BAR, "bar")
    yield _text(end + 6, middle + 5, f"{bar.value}%", "start", "figure")


def gauge(value: int, beside: int | None) -> Node:
    """A small bar for the cell of a table that has the number too."""
    x = None if beside is None else f"M{4 + beside:g} 1l6 7l-6 7l-6 -7z"
    return el(
        "svg",
        _rect(4, 3, max(1, value), 10, "bar"),
        el("path", d="M4 15L104 15", cls="rule"),
        el("path", d=x, cls="beside") if x else None,
        viewBox="0 0 112 17",
        cls="gauge",
        aria_hidden="true",
    )


def legend(key: Iterable[tuple[str, str]]) -> Node:
    """What shapes mean, each with its name."""
    return el("ul", (_key(*one) for one in key), cls="legend")


def pillars(
    title: str,
    names: Sequence[str],
    rows: Sequence[tuple[int, int]],
    key: Iterable[tuple[str, str]],
) -> Node:
    """Two columns for each of `names`: shares of a hundred, filled and hollow."""
    most = max(10, *(max(row) for row in rows))
    top, foot = 24, 24 + HIGH
    parts: list[Node] = [_line(LEFT - 4, foot, WIDE, foot)]
    for place, (name, (value, beside)) in enumerate(zip(names, rows, strict=True)):
        left = LEFT + STEP * place
        for number, (share, shape) in enumerate(((value, "bar"), (beside, "hollow"))):
            high = HIGH * share / most
            x = left + number * (THICK + 3)
            parts.append(_rect(x, foot - high, THICK, max(high, 0.5), shape))
            parts.append(_text(x + THICK / 2, foot - high - 5, f"{share}", "middle", "figure"))
        parts.append(_text(left + THICK + 1.5, foot + 18, name, "middle"))
    return _figure(title, foot + 30 - top + 20, key, parts)


def _figure(title: str, high: float, key: Iterable[tuple[str, str]], parts: Iterable[Node]) -> Node:
    drawing = el(
        "svg",
        el("title", title),
        parts,
        viewBox=f"0 0 {WIDE} {high:g}",
        role="img",
        cls="chart",
    )
    return el("figure", drawing, el("figcaption", legend(key)))


def _key(shape: str, says: str) -> Node:
    if shape == "beside":
        sign = el("path", d="M10 1l7 8l-7 8l-7 -8z", cls="beside")
    else:
        sign = _rect(2, 4, 16, 10, shape)
    drawn = el("svg", sign, viewBox="0 0 20 18", cls="sign", aria_hidden="true")
    return el("li", drawn, " ", says)


def _x(share: float) -> float:
    return BAR_FROM + (BAR_TO - BAR_FROM) * share / 100


def _rect(x: float, y: float, wide: float, high: float, cls: str) -> Node:
    return el("rect", x=f"{x:g}", y=f"{y:g}", width=f"{wide:g}", height=f"{high:g}", cls=cls)


def _line(x: float, y: float, to_x: float, to_y: float) -> Node:
    return el("path", d=f"M{x:g} {y:g}L{to_x:g} {to_y:g}", cls="rule")


def _text(x: float, y: float, says: Inside, anchor: str, cls: str | None = None) -> Node:
    return el("text", nodes(says), x=f"{x:g}", y=f"{y:g}", text_anchor=anchor, cls=cls)


def _short(label: str) -> str:
    """As much of `label` as fits above a bar; the table has all of it."""
    if columns(label) <= LABEL:
        return label
    return wrap_columns(label, LABEL - 2)[0] + " …"
