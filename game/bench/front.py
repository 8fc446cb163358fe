"""Figures of the window: its first picture, waiting, and drawing."""

from __future__ import annotations

from collections.abc import Iterator

from game.bench.probing import probed
from game.bench.row import Row


def front() -> Iterator[Row]:
    """What the window costs, each figure from processes of its own."""
    floor = probed("bare_window")
    title = probed("title")
    yield Row("first paint, CPU", title["cpu"], "s", "limit 0.25 s", 0.25)
    yield Row("first paint beside bare pygame", title["cpu"], "s", "bare pygame", floor["cpu"])
    if "memory" in title:
        yield Row("memory at idle", title["memory"], "MB", "limit 60 MB", 60)
    yield Row("idle, share of a core", probed("idle")["share"], "%", "limit 1 %", 1)
    redraw = probed("redraw")
    yield Row("full redraw of a trial at 720p", redraw["full"], "ms", "limit 4 ms", 4)
    yield Row("one frame of the typewriter", redraw["frame"], "ms", "limit 3 ms", 3)
    turn = probed("camera")["frame"]
    yield Row("one frame of a turn of the camera", turn, "ms", "limit 3 ms", 3)
