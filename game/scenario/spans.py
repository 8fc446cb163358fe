"""Texts may hold spans, `[words](kind:id)`: a phrase that is a trap, is honest, or cites a law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.suggest import did_you_mean
from game.scenario.words import T, Words

SPANS = "spans"  # stands among what was lost where a marked phrase could not be read
KINDS = ("trap", "honest", "law")
SPAN = re.compile(r"(?<!\\)\[((?:\\[\[\]]|[^\[\]])+)\]\((trap|honest|law):([A-Za-z0-9_./-]+)\)")

# Whatever looks as if it was meant to be a span; `SPAN` takes the good ones out first.
MEANT = re.compile(
    r"(?P<open>(?<!\\)[\[【［](?P<words>[^\[\]【】［］]*))?"
    r"(?P<shut>(?<!\\)[\]】］])?(?P<gap>[ \u3000]*)"
    r"(?P<paren>[(（])[ ]*(?P<kind>[A-Za-z_]+)?[ ]*(?P<colon>[:：])?[ ]*"
    r"(?P<ref>[A-Za-z0-9_./-]*)[ ]*(?P<end>[)）])?"
)
SUSPECT = re.compile(r"[\]】］][ \u3000]*[(（]|[(（] *(?:trap|honest|law) *[:：]", re.IGNORECASE)
SPECIMEN = "[Only today](trap:free_gift)"


class Piece(NamedTuple):
    """A stretch of text. A plain one has no kind and no ref."""

    text: str
    kind: str = ""
    ref: str = ""


class Fault(NamedTuple):
    """What is wrong with something that was meant to be a span, and where in the text."""

    offset: int
    length: int
    message: Words
    hint: Words


class Found(NamedTuple):
    """A span in a text, and where its id stands in it."""

    kind: str
    ref: str
    offset: int


def pieces(text: str) -> tuple[Piece, ...]:
    """`text` cut into plain stretches and spans; `\\[` is a bracket that opens no span."""
    if "](" not in text:
        return (Piece(_plain(text)),) if text else ()
    found: list[Piece] = []
    end = 0
    for span in SPAN.finditer(text):
        if span.start() > end:
            found.append(Piece(_plain(text[end : span.start()])))
        found.append(Piece(_plain(span[1]), span[2], span[3]))
        end = span.end()
    if end < len(text):
        found.append(Piece(_plain(text[end:])))
    return tuple(found)


def plain(text: str) -> str:
    """`text` as it reads without its spans."""
    return "".join(piece.text for piece in pieces(text))


def spans(text: str) -> tuple[Found, ...]:
    """The spans in `text`, in order."""
    if "](" not in text:
        return ()
    return tuple(Found(s[2], s[3], s.start(3)) for s in SPAN.finditer(text))


def faults(text: str, allowed: tuple[str, ...] = KINDS) -> Iterator[Fault]:
    """What is wrong with the spans of `text`, of which only `allowed` kinds belong there."""
    if "(" not in text and "（" not in text:
        return
    for span in SPAN.finditer(text):
        if not span[1].strip():
            yield _empty(span.start(), span.end() - span.start())
        if span[2] not in allowed:
            yield _misplaced(span, allowed)
    rest = SPAN.sub(lambda good: " " * len(good[0]), text)
    if not SUSPECT.search(rest):
        return
    for meant in MEANT.finditer(rest):
        if fault := _fault(meant, text):
            yield fault


def _fault(meant: re.Match[str], text: str) -> Fault | None:
    kind = meant["kind"] or ""
    known = kind.lower() in KINDS and meant["colon"]
    joined = meant["shut"] and not meant["gap"] and meant["paren"] == "("
    if not known and not joined:
        return None
    if not known:
        return _unknown(meant, kind)
    if _is_wide(meant):
        message = T("a span is written with full-width brackets or colon")
        return _from(meant, 0, message, T("write {span}", span=_mended(meant)))
    if not meant["shut"]:
        if meant["open"] is None:
            return _from(meant, "paren", T("a span has no [words] before its link"))
        return _from(meant, "paren", T("the square bracket before this link is not closed"))
    if meant["open"] is None:
        return _unopened(meant, text)
    if not meant["words"].strip():
        return _empty(meant.start(), len(meant[0].rstrip()))
    if meant["gap"]:
        message = T("a blank stands between ] and (")
        return Fault(meant.start("gap"), 1, message, T("write {span}", span=_mended(meant)))
    if not meant["end"]:
        return _from(meant, "paren", T("the round bracket of this span is not closed"))
    if not meant["ref"]:
        return _from(meant, "paren", T("a span names nothing after its colon"))
    if "](" in text[meant.start() : meant.start("paren") - 1]:
        message = T("a span stands inside another span")
        hint = T("end the first one before the other starts; each marks words of its own")
        return Fault(meant.start(), len(meant[0].rstrip()), message, hint)
    message = T("“{kind}” is written in small letters, with no blanks around it", kind=kind)
    return Fault(meant.start("kind"), len(kind), message, _specimen())


def _from(
    meant: re.Match[str], group: str | int, message: Words, hint: Words | None = None
) -> Fault:
    """The fault that starts where `group` does and goes on to the end of what was meant."""
    start = meant.start(group)
    length = meant.start() + len(meant[0].rstrip()) - start
    return Fault(start, length, message, hint or _specimen())


def _unopened(meant: re.Match[str], text: str) -> Fault:
    before = SPAN.search(text, 0, meant.start() + 1)
    if before is not None and text.rfind("[", 0, before.start()) >= 0:
        return _from(meant, 0, T("a span stands inside another span"))
    return _from(meant, 0, T("a span has no [ before its words"))


def _unknown(meant: re.Match[str], kind: str) -> Fault:
    if not meant["colon"]:
        hint = T("write {span}; or write \\[ if no span is meant", span=SPECIMEN)
        message = T("this link does not say what it is: trap, honest or law")
        return _from(meant, "paren", message, hint)
    message = T("there is no kind of span called “{kind}”", kind=kind)
    every = T("the kinds are trap, honest and law")
    return _from(meant, "paren", message, did_you_mean(kind, KINDS) or every)


def _is_wide(meant: re.Match[str]) -> bool:
    return any(wide in meant[0].replace(meant["words"] or "", "") for wide in "（）：【】［］")


def _mended(meant: re.Match[str]) -> str:
    words = (meant["words"] or "words").strip()
    return "[" + words + "](" + meant["kind"] + ":" + (meant["ref"] or "id") + ")"


def _empty(offset: int, length: int) -> Fault:
    return Fault(offset, length, T("a span has no words in its square brackets"), _specimen())


def _misplaced(span: re.Match[str], allowed: tuple[str, ...]) -> Fault:
    message = T("a span of the kind “{kind}” does not belong in this text", kind=span[2])
    hint = T("traps and honest phrases are marked in the messages of documents")
    return Fault(span.start(2), len(span[2]), message, hint)


def _specimen() -> Words:
    return T("write it like {span}", span=SPECIMEN)


def _plain(text: str) -> str:
    return text.replace("\\[", "[").replace("\\]", "]") if "\\" in text else text
