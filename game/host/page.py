"""A page as it is told: its regions, what has changed, and once for all who see it alike."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.host.tree import Nodes, Region

MINE = "@mine@"  # where the token of whoever reads belongs; all else in a page may be shared
Prints = tuple[str, ...]


class Page(Struct, frozen=True):
    """A page as it is after the event `seq`: its regions, and the lines from number `first`.

    With another `epoch` it is another page: it is loaded anew instead of being changed.
    """

    seq: int
    epoch: str
    regions: tuple[Region, ...]
    first: int = 0
    lines: Nodes = ()

    def by_id(self) -> dict[str, Region]:
        """The regions by id, with the lines among them."""
        return {
            "lines": Region("lines", "", self.lines),
            **{part.id: part for part in self.regions},
        }


class Shown:
    """A page that several may see alike: what is new in it is written once for all of them."""

    __slots__ = ("_news", "end", "page", "prints")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.prints: Prints = (page.epoch, *(part.print for part in page.regions))
        self.end = page.first + len(page.lines)
        self._news: dict[Prints, bytes] = {}

    def news(self, sent: Prints) -> bytes:
        """The event of a stream that brings whoever has `sent` to this page."""
        known = self._news.get(sent)
        if known is None:
            had = frozenset(sent)
            changed = tuple(part for part in self.page.regions if part.print not in had)
            told = msgspec.json.encode(replace(self.page, regions=changed))
            known = self._news[sent] = b"id: %d\ndata: %s\n\n" % (self.page.seq, told)
        return known


def with_mine(told: bytes, token: bytes) -> bytes:
    """What is `told` to all alike, with the `token` of one reader in its places."""
    return told.replace(MINE.encode(), token)
