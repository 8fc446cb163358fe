"""A slip is what a keyboard did to a line: its finding, and the mends that undo it."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.page import Mend
from game.scenario.words import T, Words

PLAIN = {
    "：": ":",
    "，": ",",
    "、": ",",
    "；": ",",
    "【": "[",
    "】": "]",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
    "“": '"',
    "”": '"',
    "‘": '"',
    "’": '"',
    "＂": '"',
    "＃": "#",
}
DASHES = "－—–−‐"
BULLETS = "•●▪■◦○·・"
ODD = "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
ODD += "\u200b"
ODD_SPACE = re.compile("[" + ODD + "]+")
OPENING, CLOSING = "【［｛", "】］｝"
SMART = "“”‘’＂"
WRAPPED = re.compile(r"“([^“”]*)[”\"]|‘([^‘’]*)’|＂([^＂]*)＂|\"([^\"“”]*)”")
SPAN_START = re.compile(r"\[[^\[\]]*\]\s*[(（]")


class Slip(NamedTuple):
    """One slip: what to say about it, and how to undo it."""

    finding: Diagnostic
    mends: tuple[Mend, ...] = ()

    @property
    def growth(self) -> int:
        """By how many characters the mends make their line longer."""
        return sum(len(mend.text) - mend.length for mend in self.mends)


class Where(NamedTuple):
    """A stretch of a line, which is numbered from 0; `end` is the first column after it."""

    number: int
    line: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.line[self.start : self.end]

    @property
    def spot(self) -> Spot:
        return Spot(self.number + 1, self.start + 1, max(self.end - self.start, 1))

    def put(self, text: str) -> Mend:
        """The mend that puts `text` here instead."""
        return Mend(self.number + 1, self.start + 1, self.end - self.start, text)


def wide_colon(where: Where) -> Slip:
    """C110: “：” after a key."""
    return _swapped("C110", where, ":", T("the colon after a key must be a plain one"))


def wide_comma(where: Where) -> Slip:
    """C111: “，” between the items of a list."""
    return _swapped("C111", where, ",", T("the comma between items must be a plain one"))


def wide_bracket(where: Where) -> Slip:
    """C112: a full-width bracket around a list."""
    bracket = PLAIN[where.words]
    return _swapped("C112", where, bracket, T("this bracket must be a plain one"), spaced=False)


def smart_quotes(where: Where) -> Slip:
    """C113: “…” around all of a text, or around a key."""
    inner = where.words[1:-1]
    sample = _start(inner.split("(", 1)[0], inner)
    hint = T(
        "write {plain}; if players should see the quotes, write {shown}",
        plain=quoted(sample),
        shown=quoted("“" + sample + "”"),
    )
    message = T("these quotes are not YAML's; they would be part of the text")
    mends = [where.put(quoted(inner))] if len(where.words) > 1 else []
    return Slip(Diagnostic("C113", where.spot, message, hint), tuple(mends))


def strange_space(where: Where, width: int) -> Slip:
    """C114: a full-width or other special space where `width` plain ones belong."""
    message = T("this is not a plain space, though it looks like one")
    hint = T("delete it and type spaces with the English keyboard")
    if not width:
        hint = T("delete it; it would be part of the text")
    return Slip(Diagnostic("C114", where.spot, message, hint), (where.put(" " * width),))


def space_after(number: int, line: str, start: int, end: int) -> Slip | None:
    """C114: a special space after the last word of the text from `start` to `end`."""
    words = start + len(line[start:end].rstrip(" \t" + ODD))
    odd = ODD_SPACE.search(line, words, end)
    return strange_space(Where(number, line, odd.start(), odd.end()), 0) if odd else None


def tab(where: Where, width: int) -> Slip:
    """C115: tabs in the indentation, where `width` spaces belong."""
    message = T("a tab indents this line")
    hint = T("use two spaces for each step to the right")
    return Slip(Diagnostic("C115", where.spot, message, hint), (where.put(" " * width),))


def wide_dash(where: Where) -> Slip:
    """C116: a long dash where a list item starts."""
    return _swapped("C116", where, "-", T("the dash before an item must be a plain one"))


def wide_hash(where: Where) -> Slip:
    """C116: “＃” where a remark starts."""
    return _swapped("C116", where, "#", T("the sign before a remark must be a plain one"))


def glued_key(where: Where) -> Slip:
    """C117: no space after the colon of a key. `where` is the colon."""
    after = _start(re.split(r"[,}\]]", where.line[where.end :])[0])
    key = where.line[: where.start].split(" ")[-1].strip("-{[,")
    hint = T("write {sample}", sample=key + ": " + after)
    message = T("a space is missing after this colon")
    return Slip(Diagnostic("C117", where.spot, message, hint), (where.put(": "),))


def glued_dash(where: Where) -> Slip:
    """C118: no space after the dash of an item. `where` is the dash."""
    after = _start(where.line[where.end :])
    hint = T("write {sample}; or put quotes around a text that starts so", sample="- " + after)
    message = T("a space is missing after this dash")
    return Slip(Diagnostic("C118", where.spot, message, hint), (where.put("- "),))


def inner_colon(where: Where, text: Where) -> Slip:
    """C119: a colon and a space inside a text without quotes. `where` is the colon."""
    message = T("a text with “: ” in it needs quotes around it")
    return Slip(Diagnostic("C119", where.spot, message, _quote(text)), wrap(text))


def open_quote(where: Where) -> Slip:
    """C120: a quote that is never closed. `where` is all that follows it on its line."""
    mark = where.line[where.start]
    end = len(where.words.rstrip()) + where.start
    last = where._replace(start=end - 1, end=end)
    smart = end - where.start > 1 and last.words in SMART
    mend = last.put(mark) if smart else last._replace(start=end).put(mark)
    spot = where._replace(end=where.start + 1).spot
    hint = T("the quote at its end is a different one; write {mark}", mark=mark)
    if not smart:
        hint = T("write {mark} at the end of the text too", mark=mark)
    return Slip(Diagnostic("C120", spot, T("this quote is never closed"), hint), (mend,))


def unopened_quote(where: Where) -> Slip:
    """C120: a quote at the end of a text that starts without one. `where` is the quote."""
    message = T("this quote is never opened, so players would see it")
    hint = T("write {mark} at the start of the text too, or delete it here", mark=where.words)
    return Slip(Diagnostic("C120", where.spot, message, hint, Severity.WARNING))


def after_quote(where: Where, text: Where | None) -> Slip:
    """C121: something follows the closing quote. `where` is what follows, `text` all of it."""
    message = T("the text goes on after its closing quote")
    mends: tuple[Mend, ...] = ()
    hint = T("put the quotes around all of it, or leave them out")
    if text is not None:
        mark = text.line[text.start]
        if len(text.words) > 1 and text.words.endswith(mark):
            inner = text._replace(start=text.start + 1, end=text.end - 1)
            if mark == "'":
                mends = (inner._replace(start=text.start, end=text.end).put(quoted(inner.words)),)
                hint = T("write double quotes around a text with an apostrophe in it")
            else:
                mends = tuple(_escapes(inner))
                hint = T('write \\" for a quote inside the text')
        else:
            mends = wrap(text)
    return Slip(Diagnostic("C121", where.spot, message, hint), mends)


def missing_comma(where: Where, end: int) -> Slip:
    """C127: no comma before the field that `where` names; the one before it stops at `end`."""
    message = T("a comma is missing before “{name}”", name=where.words)
    hint = T("put a comma in front of it; or put quotes around all of the text")
    mend = where._replace(start=end, end=where.start).put(", ")
    return Slip(Diagnostic("C127", where.spot, message, hint), (mend,))


def missing_dash(where: Where) -> Slip:
    """C128: an item without its dash. `where` is all of its line."""
    message = T("this line is in a list and lacks its dash")
    hint = T("write {sample}", sample="- " + _start(where.words))
    mend = where._replace(end=where.start).put("- ")
    return Slip(Diagnostic("C128", where.spot, message, hint), (mend,))


def special_start(where: Where, text: Where | None) -> Slip:
    """C122: a text without quotes starts with, or holds, a sign that YAML takes for its own."""
    message = T("a text with “{sign}” here needs quotes around it", sign=where.words[:1])
    hint = _quote(text) if text else T("put quotes around the text")
    return Slip(Diagnostic("C122", where.spot, message, hint), wrap(text) if text else ())


def early_text(where: Where) -> Slip:
    """C122: a text on the line of the sign that announces it. `where` is the sign."""
    sign = where.words.rstrip()
    message = T("after {sign} the text starts on the next line", sign=sign)
    hint = T("put the text on the next line, indented; or leave {sign} out", sign=sign)
    spot = where._replace(end=where.start + len(sign)).spot
    return Slip(Diagnostic("C122", spot, message, hint), (where.put(""),))


def swallowed(where: Where, text: Where | None = None) -> Slip:
    """C123: “ #” cuts a text short. `where` is what is lost.

    With `text` there can be no doubt that all of that was meant, and without it the rest is broken.
    """
    message = T("everything from # on is a remark, which players do not see")
    if text is not None:
        return Slip(Diagnostic("C123", where.spot, message, _quote(text)), wrap(text))
    hint = T("put quotes around the text; or leave a space after # if it is a remark")
    return Slip(Diagnostic("C123", where.spot, message, hint, Severity.WARNING))


def too_far_right(where: Where, mends: tuple[Mend, ...]) -> Slip:
    """C124: a key or an item further right than the line above, which already has its text."""
    message = T("this line stands too far right: the line above already has its text")
    hint = T("line it up with its neighbours; or put quotes around all of the text above")
    return Slip(Diagnostic("C124", where.spot, message, hint), mends)


def out_of_line(where: Where, mends: tuple[Mend, ...]) -> Slip:
    """C125: an entry that starts a little left or right of those that it belongs with."""
    message = T("this line does not line up with the lines that it belongs to")
    hint = T("give lines that belong together exactly the same number of spaces in front")
    return Slip(Diagnostic("C125", where.spot, message, hint), mends)


def open_bracket(where: Where, end: Where, missing: str) -> Slip:
    """C126: a bracket that is never closed. What is `missing` belongs at `end`."""
    message = T("a closing bracket is missing for what starts here")
    if where.words in "]}":
        message = T("another bracket must be closed before this one")
    hint = T("write {missing} at the end of it", missing=missing)
    return Slip(Diagnostic("C126", where.spot, message, hint), (end.put(missing),))


def wrap(text: Where) -> tuple[Mend, ...]:
    """The mends that put double quotes around `text`."""
    before = text._replace(end=text.start).put('"')
    return (before, *_escapes(text), text._replace(start=text.end).put('"'))


def quoted(text: str) -> str:
    """`text` in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escapes(text: Where) -> list[Mend]:
    return [
        text._replace(start=at, end=at + 1).put("\\" + text.line[at])
        for at in range(text.start, text.end)
        if text.line[at] in '"\\' and text.line[at - 1] != "\\"
    ]


def _quote(text: Where) -> Words:
    return T("write {sample}", sample=quoted(_start(text.words.split("(", 1)[0], text.words)))


def _start(text: str, whole: str | None = None) -> str:
    """The first words of `text`, with dots if they are not the `whole`."""
    start = text.strip()[:16].rstrip()
    return start if start == (whole or text).strip() else start + "…"


def _swapped(code: str, where: Where, right: str, message: Words, spaced: bool = True) -> Slip:
    hint = T("write {right} instead of {wrong}", right=right, wrong=where.words)
    after = where.line[where.end : where.end + 1]
    gap = " " if spaced and after not in ("", " ") else ""
    return Slip(Diagnostic(code, where.spot, message, hint), (where.put(right + gap),))
