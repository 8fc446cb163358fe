"""Figures of the window: its first picture, waiting, and drawing."""

from __future__ import annotations

from collections.abc import Iterator

from game.bench.probing import LONG, probed
from game.bench.row import Row


def front() -> Iterator[Row]:
    """What the window costs, each figure from processes of its own."""
    floor = probed("bare_window")
    title = probed("title")
    yield Row("first paint, CPU", title["cpu"], "s", "limit 0.25 s", 0.25)
    yield Row("first paint beside bare pygame", title["cpu"], "s", "bare pygame", floor["cpu"])
    if "memory" in title:
        yield Row("memory at idle", title["memory"], "MB", "limit 60 MB", 60)
    for where in ("title", "library", "settings", "trial"):
        share = probed("idle", where)["share"]
        yield Row(f"idle in the {where}, share of a core", share, "%", "limit 0.5 %", 0.5)
    yield from _drawing()
    yield from _use()


def _drawing() -> Iterator[Row]:
    redraw = probed("redraw")
    yield Row("full redraw of a trial at 720p", redraw["full"], "ms", "limit 4 ms", 4)
    yield Row("one frame of the typewriter", redraw["frame"], "ms", "limit 3 ms", 3)
    turn = probed("camera")["frame"]
    yield Row("one frame of a turn of the camera", turn, "ms", "limit 3 ms", 3)
    large = probed("redraw", "1920", "1080")
    yield Row("full redraw of a trial at 1080p", large["full"], "ms", "limit 8 ms", 8)
    chat = probed("chat", of=LONG)["laid"]
    yield Row("a chat of 200 messages laid out", chat, "ms", "limit 10 ms", 10)


def _use() -> Iterator[Row]:
    opened = probed("library", of=LONG)["cpu"]
    yield Row("library opened, list kept, CPU", opened, "ms", "limit 60 ms", 60)
    played = probed("long_play", of=LONG)
    for name, moment in (
        ("title", "at the title"),
        ("trial", "after a long trial"),
        ("hour", "after an hour of trials"),
    ):
        yield Row(f"memory {moment}", played[name], "MB", "limit 90 MB", 90)
    growth = played["hour"] - played["warm"]
    yield Row("memory that half an hour adds", growth, "MB", "limit 5 MB", 5)
