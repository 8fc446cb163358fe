"""Chinese signs give up the blank half of their squares where it would leave a hole in a line.

That is where two of them meet, and at both ends of a line (CLREQ, section 3.1.6). The shipped face
draws all that close in the left half of the square, and all that open in the right half.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from game.window.faces import ChineseFace, Face, Stretch

CLOSERS = "，。、；：！？）》〉」』〕】”’"
OPENERS = "（《〈「『〔【“‘"
MEETING = re.compile(f"[{CLOSERS}](?=[{CLOSERS}{OPENERS}])|(?<=[{OPENERS}])[{OPENERS}]")


def squeezed(text: str, stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """The same stretches of `text`, with half the room for a sign beside another one."""
    meeting = [found.start() for found in MEETING.finditer(text)]
    places = {
        place
        for stretch in stretches
        if isinstance(stretch.face, ChineseFace)
        for place in meeting
        if stretch.start <= place < stretch.end
    }
    if not places:
        return stretches
    return [
        one._replace(wide=half(one.face)) if one.start in places else one
        for one in singled(stretches, places)
    ]


def singled(stretches: Sequence[Stretch], places: Collection[int]) -> Iterator[Stretch]:
    """The same stretches, with each character at `places` on its own."""
    for stretch in stretches:
        start = stretch.start
        for at in range(stretch.start, stretch.end):
            if at in places:
                if start < at:
                    yield _cut(stretch, start, at)
                yield _cut(stretch, at, at + 1)
                start = at + 1
        if start < stretch.end:
            yield _cut(stretch, start, stretch.end)


def _cut(stretch: Stretch, start: int, end: int) -> Stretch:
    shown = stretch.shown[start - stretch.start : end - stretch.start]
    return stretch._replace(start=start, end=end, shown=shown)


def half(face: Face) -> int:
    """The half of a square that a sign needs."""
    return (face.widths["一"] + 1) // 2


def blank_before(face: Face, text: str) -> int:
    """How much of `text` is blank before its first sign, if a line begins with it."""
    return half(face) if isinstance(face, ChineseFace) and text[0] in OPENERS else 0


def blank_after(face: Face, text: str) -> int:
    """How much of `text` is blank after its last sign, if a line ends with it."""
    return half(face) if isinstance(face, ChineseFace) and text[-1] in CLOSERS else 0
