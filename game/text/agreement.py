"""A translation has to agree with its original in whatever the game reads: places, spans, edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.scenario import spans
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.words import T, Words
from game.text import po

if TYPE_CHECKING:
    from babel.messages.catalog import Message

PLACE = re.compile(r"\{[A-Za-z_]\w*\}")
UNREADABLE = "C402"


def findings(content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of the .po file in `content`, and all that its translations get wrong.

    What is fuzzy, obsolete or not translated is not used in playing, so it is not looked at.
    """
    try:
        text = po.decoded(content)
        catalog = po.read(content)
        po.compiled_catalogue(content)
    except po.UnreadablePo as trouble:
        return content.decode("utf-8", "replace"), (unreadable(trouble.why, trouble.line),)
    used = [m for m in catalog if m.id and isinstance(m.id, str) and m.string and not m.fuzzy]
    lines = text.split("\n")
    return text, tuple(found for message in used for found in _disagreements(message, lines))


def unreadable(why: Words, line: int = 1) -> Diagnostic:
    """C402, about a translation that cannot be read."""
    message = T("this translation cannot be read: {reason}", reason=why)
    hint = T("until it is mended, players read the original")
    return Diagnostic(UNREADABLE, Spot(line), message, hint)


def _disagreements(message: Message, lines: list[str]) -> Iterator[Diagnostic]:
    original, translation = str(message.id), str(message.string)
    yield from _places(original, translation, _Seeker(message, lines))
    yield from _spans(original, translation, _Seeker(message, lines))
    if _edges(original) != _edges(translation):
        yield Diagnostic(
            "C406",
            _Seeker(message, lines).spot(),
            T("the translation starts or ends with other line breaks than the original"),
            T("begin and end it with as many \\n as the original has"),
            Severity.WARNING,
        )


class _Seeker:
    """Knows where the translation of a message stands in its file."""

    def __init__(self, message: Message, lines: list[str]) -> None:
        self.lines = lines
        first = message.lineno or 1
        starts = (n for n, line in enumerate(lines[first - 1 :], first) if _is_translation(line))
        self.first = next(starts, first)

    def spot(self, words: str = "") -> Spot:
        """Where `words` stand in the translation, or else its first line."""
        written = words.replace('"', r"\"")
        for number, line in enumerate(self.lines[self.first - 1 :], self.first):
            if not line.strip():
                break
            if words and (column := line.find(written)) >= 0:
                return Spot(number, column + 1, len(written))
        line = self.lines[self.first - 1]
        return Spot(self.first, 1, max(len(line.rstrip()), 1))


def _is_translation(line: str) -> bool:
    return line.lstrip().startswith("msgstr")


def _places(original: str, translation: str, seek: _Seeker) -> Iterator[Diagnostic]:
    wanted, found = set(PLACE.findall(original)), set(PLACE.findall(translation))
    for place in sorted(wanted - found):
        lacks = T("the place {place} of the original is missing here", place=place)
        yield Diagnostic("C403", seek.spot(), lacks, T("write {place} into it", place=place))
    for place in sorted(found - wanted):
        strange = T("the original has no place {place}", place=place)
        yield Diagnostic("C403", seek.spot(place), strange, _known(sorted(wanted)))


def _spans(original: str, translation: str, seek: _Seeker) -> Iterator[Diagnostic]:
    if any(spans.faults(original)):
        return  # it tells of spans, as our own messages do
    broken = False
    for fault in spans.faults(translation):
        broken = True
        words = translation[fault.offset : fault.offset + fault.length]
        yield Diagnostic("C405", seek.spot(words), fault.message, fault.hint)
    if broken:
        return
    wanted, found = _marks(original), _marks(translation)
    for mark in (wanted - found).elements():
        lacks = T("the span {span} of the original is missing here", span=f"[…]({mark})")
        hint = T("put [ ]({span}) around the words that say the same", span=mark)
        yield Diagnostic("C404", seek.spot(), lacks, hint)
    for mark in (found - wanted).elements():
        strange = T("the original has no span {span}, or not so often", span=f"[…]({mark})")
        yield Diagnostic("C404", seek.spot(f"({mark})"), strange, _known(sorted(wanted)))


def _marks(text: str) -> Counter[str]:
    return Counter(f"{span.kind}:{span.ref}" for span in spans.spans(text))


def _known(names: list[str]) -> Words | None:
    return T("it has {names}", names=", ".join(names)) if names else None


def _edges(text: str) -> tuple[int, int]:
    """How many line breaks stand before and after `text`."""
    return len(text) - len(text.lstrip("\n")), len(text) - len(text.rstrip("\n"))
