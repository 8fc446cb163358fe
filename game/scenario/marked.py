"""The marked phrases of a document: where each stands, and the pick by which it travels."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.model import Document
from game.scenario.spans import pieces
from game.scenario.words import Words


class Phrase(Struct, frozen=True):
    """A phrase that is a trap or an honest look-alike. Its pick tells nothing about which."""

    pick: str
    message: int
    kind: str
    ref: str
    words: Words

    @property
    def is_trap(self) -> bool:
        return self.kind == "trap"


def phrases(document: Document) -> tuple[Phrase, ...]:
    """The phrases of `document` in reading order."""
    found: list[Phrase] = []
    for number, message in enumerate(document.messages):
        for piece in labelled(message.says):
            label, (_, kind, ref) = piece
            if kind in ("trap", "honest"):
                words = Words(message.says, authored=True, piece=label)
                found.append(Phrase(f"p{len(found) + 1}", number, kind, ref, words))
    return tuple(found)


def labelled(text: str) -> list[tuple[str, tuple[str, str, str]]]:
    """The pieces of `text` as (label, (words, kind, ref)); a span's label is `kind:ref#n`.

    A translation may put the spans of a sentence in another order; their labels stay the same.
    """
    seen: dict[str, int] = {}
    result = []
    for piece in pieces(text):
        name = f"{piece.kind}:{piece.ref}" if piece.kind else ""
        nth = seen[name] = seen.get(name, -1) + 1
        result.append((f"{name}#{nth}" if name else "", (piece.text, piece.kind, piece.ref)))
    return result


def bare(text: str) -> Words:
    """The words of `text` without its marks."""
    return Words(text, authored=True, piece="*")
