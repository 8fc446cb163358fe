"""The map as a drawing: a card for each scene, cuts as columns of dots, conditions as arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from game.authoring.drawing import CARD, FAINT, INK, PAPER, SOFT, box, sheet, text
from game.authoring.mapping.plan import Arrow, BeatBox, Plan, SceneBox
from game.scenario.names import Chain
from game.text.breaking import columns, wrap_columns

ROLES = ("#7a2032", "#20305a", "#0b6560")  # judge, prosecution, defence
CHAINS = {
    Chain.PREVENTION: ("#e3f1e6", "#1f6b43"),
    Chain.INTERVENTION: ("#fbeccf", "#8a5200"),
    Chain.TRACEABILITY: ("#e3e9f7", "#2b4a8f"),
}

MARGIN, GAP = 28, 16  # around everything; between cards
CUT = 52  # from one column of dots to the next
WIDE = 800  # of a card
HEAD = 44  # of a card's heading
LINE = 20  # from line to line of a beat's text
ROW = 10  # above and below a beat's text
TEXT = 128  # where a beat's text begins, from the card's edge
MARKS = 150  # what the three marks take, at the card's other edge
COLUMN = 7.3  # how wide a terminal's column is at the size of a beat's text
NOTE = 6.6  # the same for what is written along an arrow
LANE = 14  # from one arrow's way down to the next
LABEL = 30  # columns of what is written along an arrow


class Row(Struct, frozen=True):
    """A beat where it is drawn: `top` and `high` in pixels, and the arrows that end there."""

    beat: BeatBox
    top: float
    high: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    arrows: tuple[tuple[Arrow, tuple[str, ...]], ...]

    @property
    def middle(self) -> float:
        return self.top + self.high / 2


class Block(Struct, frozen=True):
    """A scene where it is drawn."""

    scene: SceneBox
    number: int
    top: float
    high: float
    title: tuple[str, ...]
    rows: tuple[Row, ...]


def svg(plan: Plan) -> str:
    """`plan` as an SVG file that browsers and drawing programs show alike."""
    left = MARGIN + CUT * len(plan.cuts)
    head = _Heading(plan, left)
    blocks = tuple(_blocks(plan, head.high))
    lanes = _lanes(plan.arrows, [row for block in blocks for row in block.rows])
    right = len(set(lanes.values())) * LANE + 34 + LABEL * NOTE if plan.arrows else 0
    wide = left + WIDE + right + MARGIN
    high = blocks[-1].top + blocks[-1].high + MARGIN if blocks else head.high + MARGIN
    parts = [
        *head.drawn(),
        *_cuts(plan, blocks),
        *(part for block in blocks for part in _block(plan, block, left)),
        *_arrows(blocks, lanes, left + WIDE),
    ]
    return sheet(wide, high, plan.title, plan.language, parts)


class _Heading:
    """The title, what the case is, and what colours and letters mean."""

    def __init__(self, plan: Plan, left: float) -> None:
        self.plan, self.left = plan, left
        self.title = wrap_columns(plan.title, int(WIDE / 15))
        self.about = wrap_columns(plan.about, int(WIDE / COLUMN))
        self.legend = MARGIN + 34 * len(self.title) + 22 * len(self.about) + 26
        self.high = self.legend + 36

    def drawn(self) -> Iterator[str]:
        for number, line in enumerate(self.title):
            at = MARGIN + 26 + 34 * number
            yield text(self.left, at, line, size=28, weight="bold")
        for number, line in enumerate(self.about):
            at = MARGIN + 34 * len(self.title) + 18 + 22 * number
            yield text(self.left, at, line, size=15, colour=SOFT)
        x = self.left
        for chain, word in self.plan.chains.items():
            wide = columns(word) * NOTE + 26
            yield _pill(x, self.legend, wide, word, chain)
            x += wide + 10
        x += 14
        for letter, role, colour in zip(self.plan.letters, self.plan.roles, ROLES, strict=True):
            yield _disc(x + 9, self.legend + 1, letter, colour)
            yield text(x + 24, self.legend + 6, role, colour=SOFT)
            x += 24 + columns(role) * COLUMN + 16
        yield text(x - 8, self.legend + 6, self.plan.legend, colour=SOFT)


def _blocks(plan: Plan, top: float) -> Iterator[Block]:
    for number, scene in enumerate(plan.scenes, 1):
        pill = columns(plan.chains[scene.chain]) + columns(scene.lasts)
        title = tuple(wrap_columns(scene.title, int((WIDE - 300) / 9) - pill))
        y = top + HEAD + 22 * (len(title) - 1)
        rows = []
        for beat in scene.beats:
            rows.append(_row(plan, beat, y))
            y += rows[-1].high
        yield Block(scene, number, top, y + 6 - top, title, tuple(rows))
        top = y + 6 + GAP


def _row(plan: Plan, beat: BeatBox, top: float) -> Row:
    room = int((WIDE - TEXT - MARKS) / COLUMN)
    lines = tuple(wrap_columns(beat.text, room)[:3])
    notes = tuple(wrap_columns(beat.condition, room)) if beat.condition else ()
    arrows = tuple(
        (arrow, tuple(wrap_columns(arrow.label, LABEL)))
        for arrow in plan.arrows
        if arrow.end == beat.key
    )
    labels = sum(len(label) * 16 + 6 for _, label in arrows)
    high = max((len(lines) + len(notes)) * LINE, labels) + ROW
    return Row(beat, top, high, lines, notes, arrows)


def _block(plan: Plan, block: Block, left: float) -> Iterator[str]:
    _, dark = CHAINS[block.scene.chain]
    yield box(left, block.top, WIDE, block.high, CARD, FAINT, 12)
    yield box(left, block.top, 8, block.high, dark, "none", 4)
    yield text(
        left + 40,
        block.top + 29,
        str(block.number),
        size=18,
        weight="bold",
        colour=dark,
        anchor="end",
    )
    for number, line in enumerate(block.title):
        yield text(left + 54, block.top + 29 + 22 * number, line, size=18, weight="bold")
    word = plan.chains[block.scene.chain]
    wide = columns(word) * NOTE + 26
    x = left + WIDE - MARKS - wide - 12
    yield _pill(x, block.top + 22, wide, word, block.scene.chain)
    yield text(x - 12, block.top + 27, block.scene.lasts, colour=SOFT, anchor="end")
    yield from _marks(plan, block.scene.turns, left, block.top + 22)
    for row in block.rows:
        yield from _beat(plan, row, left)


def _beat(plan: Plan, row: Row, left: float) -> Iterator[str]:
    yield (
        f'<path d="M{left + 20:g} {row.top:g}H{left + WIDE - 12:g}" stroke="{FAINT}" '
        f'stroke-width="0.7"/>'
    )
    words = len(row.lines) + len(row.notes)
    first = row.middle - words * LINE / 2 + 15
    yield text(left + 20, row.middle + 5, row.beat.kind, weight="bold", colour=SOFT)
    for number, line in enumerate(row.lines):
        yield text(left + TEXT, first + LINE * number, line)
    for number, line in enumerate(row.notes, len(row.lines)):
        yield text(left + TEXT, first + LINE * number, line, size=12, colour=SOFT)
    yield from _marks(plan, row.beat.turns, left, row.middle)


def _marks(plan: Plan, turns: Sequence[int], left: float, y: float) -> Iterator[str]:
    """A disc for each role with its number of turns; a dot where it has none."""
    for place, (letter, n, colour) in enumerate(zip(plan.letters, turns, ROLES, strict=True)):
        x = left + WIDE - MARKS + 18 + 46 * place
        if n:
            yield _disc(x, y, letter, colour)
            yield text(x + 13, y + 5, str(n), weight="bold")
        else:
            yield f'<circle cx="{x:g}" cy="{y:g}" r="2" fill="{FAINT}"/>'


def _cuts(plan: Plan, blocks: Sequence[Block]) -> Iterator[str]:
    if not blocks:
        return
    dots = [(block.scene.id, block.top + 22) for block in blocks]
    for place, cut in enumerate(plan.cuts):
        x = MARGIN + CUT * place + CUT / 2 - 8
        played = [y for scene, y in dots if scene in cut.scenes]
        for number, line in enumerate(wrap_columns(cut.name, 7)):
            yield text(x, blocks[0].top - 26 + 15 * number, line, size=12, anchor="middle")
        if played:
            yield (
                f'<path d="M{x:g} {played[0]:g}V{played[-1]:g}" stroke="{SOFT}" '
                f'stroke-width="2" opacity="0.45"/>'
            )
        for _, y in (dot for dot in dots if dot[0] in cut.scenes):
            yield f'<circle cx="{x:g}" cy="{y:g}" r="7" fill="{INK}"/>'
        for _, y in (dot for dot in dots if dot[0] not in cut.scenes):
            yield (
                f'<circle cx="{x:g}" cy="{y:g}" r="3.5" fill="{PAPER}" stroke="{SOFT}" '
                f'stroke-width="1.2"/>'
            )


def _lanes(arrows: Sequence[Arrow], rows: Sequence[Row]) -> dict[str, int]:
    """The lane in which the arrows from each beat go down, so that none lies upon another."""
    place = {row.beat.key: number for number, row in enumerate(rows)}
    ends: dict[str, int] = {}
    for arrow in arrows:
        ends[arrow.start] = max(ends.get(arrow.start, 0), place[arrow.end])
    taken: list[int] = []
    lanes = {}
    for start in sorted(ends, key=lambda key: place[key]):
        free = (lane for lane, end in enumerate(taken) if end < place[start])
        lane = next(free, len(taken))
        taken[lane : lane + 1] = [ends[start]]
        lanes[start] = lane
    return lanes


def _arrows(blocks: Sequence[Block], lanes: dict[str, int], edge: float) -> Iterator[str]:
    rows = {row.beat.key: row for block in blocks for row in block.rows}
    label_at = edge + 20 + LANE * len(set(lanes.values())) + 8
    for start in lanes:
        y = rows[start].middle
        yield f'<circle cx="{edge:g}" cy="{y:g}" r="4" fill="{SOFT}"/>'
    for row in rows.values():
        y = row.middle - sum(len(label) * 16 + 6 for _, label in row.arrows) / 2
        for arrow, label in row.arrows:
            high = len(label) * 16
            yield _line(
                rows[arrow.start].middle,
                y + high / 2 + 3,
                edge,
                edge + 20 + LANE * lanes[arrow.start],
            )
            for number, line in enumerate(label):
                yield text(label_at, y + 15 + 16 * number, line, size=12, colour=SOFT)
            y += high + 6


def _line(start: float, end: float, edge: float, lane: float) -> str:
    down = 6 if end > start else -6
    way = (
        f"M{edge:g} {start:g}H{lane - 6:g}Q{lane:g} {start:g} {lane:g} {start + down:g}"
        f"V{end - down:g}Q{lane:g} {end:g} {lane - 6:g} {end:g}H{edge + 9:g}"
    )
    head = f"M{edge + 1:g} {end:g}l9 -4.5v9z"
    return (
        f'<path d="{way}" fill="none" stroke="{SOFT}" stroke-width="1.5"/>'
        f'<path d="{head}" fill="{SOFT}"/>'
    )


def _pill(x: float, y: float, wide: float, word: str, chain: Chain) -> str:
    light, dark = CHAINS[chain]
    return box(x, y - 11, wide, 24, light, dark, 12) + text(
        x + wide / 2, y + 5.5, word, size=13, colour=dark, weight="bold", anchor="middle"
    )


def _disc(x: float, y: float, letter: str, colour: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="10" fill="{colour}"/>' + text(
        x, y + 4.5, letter, size=12, colour="#ffffff", weight="bold", anchor="middle"
    )
