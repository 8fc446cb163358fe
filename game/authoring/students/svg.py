"""The questions of a case as dots: to the right the easier ones, upwards those that tell more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from game.authoring.drawing import CARD, FAINT, INK, SOFT, box, safe, sheet, text
from game.authoring.students.verdicts import EASY, HARD, TELLS
from game.text.breaking import wrap_columns

MARGIN, GAP = 28, 24  # around everything; between panels
SIDE, HIGH = 300, 300  # of the square in which the dots lie
AXIS = 44  # to the left of a square, for its figures
LEAST = -0.2  # the lowest correlation that is drawn
COLUMN = 7.3  # how wide a terminal's column is at size 14
LINE = 20  # from line to line of text
DOT = 5
NUMBER = 11  # from a number to its dot
ALARM, ZONE = "#b3261e", "#f6dcd8"
LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)
AROUND = ((1, 0.4), (-1, 0.4), (0, -0.8), (0, 1.5), (1, -0.8), (-1, -0.8), (1, 1.5), (-1, 1.5))


class Dot(Struct, frozen=True):
    """A question: how many have it right, how well it tells, its name, and what is found."""

    right: float
    r: float
    name: str
    says: tuple[str, ...] = ()


class Panel(Struct, frozen=True):
    """The questions of one role."""

    title: str
    dots: tuple[Dot, ...]


class Chart(Struct, frozen=True):
    """All that is drawn, in the words of one language."""

    title: str
    axes: str
    note: str
    language: str
    panels: tuple[Panel, ...]


def chart_svg(chart: Chart) -> str:
    """`chart` as an SVG file. What stands out has a number, which the list below explains."""
    wide = 2 * MARGIN + len(chart.panels) * (AXIS + SIDE + GAP) - GAP
    top = MARGIN + 96
    parts = [text(MARGIN, MARGIN + 24, chart.title, size=26, weight="bold")]
    parts.append(text(MARGIN, MARGIN + 50, chart.axes, colour=SOFT))
    notes: float = top + HIGH + 56
    number = 1
    for place, panel in enumerate(chart.panels):
        left = MARGIN + AXIS + place * (AXIS + SIDE + GAP)
        found = [dot for dot in panel.dots if dot.says]
        parts += _square(panel.title, left, top)
        parts += _dots(panel.dots, left, top, number)
        lines, notes = _list(panel.title, found, number, notes, wide - 2 * MARGIN)
        parts += lines
        number += len(found)
    for line in wrap_columns(chart.note, int((wide - 2 * MARGIN) / COLUMN)):
        parts.append(text(MARGIN, notes, line, colour=SOFT))
        notes += LINE
    return sheet(wide, notes + MARGIN - LINE / 2, chart.title, chart.language, parts)


def _square(title: str, left: float, top: float) -> Iterator[str]:
    yield text(left, top - 10, title, size=16, weight="bold")
    yield box(left, top, SIDE, HIGH, CARD, FAINT, 0)
    low = _y(TELLS, top)
    yield box(left, low, SIDE, top + HIGH - low, ZONE, "none", 0)
    yield box(left, top, _x(HARD, 0), low - top, ZONE, "none", 0)
    yield box(_x(EASY, left), top, _x(1 - EASY, 0), low - top, ZONE, "none", 0)
    for level in LEVELS:
        y = _y(level, top)
        yield _rule(f"M{left:g} {y:g}H{left + SIDE:g}")
        yield text(left - 8, y + 4, f"{level:g}", size=12, colour=SOFT, anchor="end")
        x = _x(level, left)
        yield _rule(f"M{x:g} {top:g}V{top + HIGH:g}")
        yield text(x, top + HIGH + 18, f"{100 * level:g}%", size=12, colour=SOFT, anchor="middle")


def _dots(dots: Sequence[Dot], left: float, top: float, number: int) -> Iterator[str]:
    places = [(_x(dot.right, left), _y(dot.r, top)) for dot in dots]
    numbers: list[tuple[float, float]] = []
    for dot, (x, y) in zip(dots, places, strict=True):
        colour = ALARM if dot.says else SOFT
        shown = safe(dot.name)
        yield (
            f'<circle cx="{x:g}" cy="{y:g}" r="{DOT}" fill="{colour}" fill-opacity="0.75" '
            f'stroke="{CARD}"><title>{shown}</title></circle>'
        )
    for dot, (x, y) in zip(dots, places, strict=True):
        if dot.says:
            at = _free(x, y, [*places, *numbers])
            numbers.append(at)
            yield text(*at, str(number), size=12, weight="bold", colour=INK, anchor="middle")
            number += 1


def _free(x: float, y: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where a number beside the dot at `x`, `y` has the most room."""

    def room(at: tuple[float, float]) -> float:
        others = ((a, b) for a, b in taken if (a, b) != (x, y))
        return min((abs(at[0] - a) + abs(at[1] - 4 - b) for a, b in others), default=99.0)

    spots = [(x + NUMBER * right, y + NUMBER * down) for right, down in AROUND]
    return next((at for at in spots if room(at) > 2 * NUMBER), max(spots, key=room))


def _list(
    title: str, dots: Sequence[Dot], number: int, y: float, wide: float
) -> tuple[list[str], float]:
    """What the numbers mean, and where the next line may stand."""
    if not dots:
        return [], y
    parts = [text(MARGIN, y, title, size=15, weight="bold")]
    y += LINE + 4
    for place, dot in enumerate(dots, number):
        parts.append(text(MARGIN + 22, y, str(place), weight="bold", colour=ALARM, anchor="end"))
        parts.append(text(MARGIN + 32, y, dot.name, weight="bold"))
        y += LINE
        for line in wrap_columns(" ".join(dot.says), int((wide - 32) / COLUMN)):
            parts.append(text(MARGIN + 32, y, line))
            y += LINE
    return parts, y + 10


def _rule(way: str) -> str:
    return f'<path d="{way}" stroke="{FAINT}" stroke-width="0.7"/>'


def _x(share: float, left: float) -> float:
    return left + SIDE * share


def _y(r: float, top: float) -> float:
    return top + HIGH * (1 - (max(LEAST, r) - LEAST) / (1 - LEAST))
