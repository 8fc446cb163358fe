"""Slips inside [lists] and {mappings in braces}, which may run over several lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.scenario.slip import (
    CLOSING,
    ODD,
    ODD_SPACE,
    OPENING,
    PLAIN,
    SMART,
    SPAN_START,
    WRAPPED,
    Slip,
    Where,
    after_quote,
    glued_key,
    inner_colon,
    missing_comma,
    open_bracket,
    open_quote,
    smart_quotes,
    space_after,
    special_start,
    strange_space,
    swallowed,
    wide_bracket,
    wide_colon,
    wide_comma,
)
from game.scenario.vocabulary import field_names

QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
ORDINARY = re.compile(r"(?<=[\[{,:\s])(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?=\s*[,\]}:])")
SUSPECT = re.compile(
    "[" + ODD + "]|"
    r"[\"'“”‘’＂，、；：【】［］｛｝#`@%*&!|>]|: [^,\[\]{}]*:(?:\s|$)"
    r"|[{,]\s*[A-Za-z_]\w*:\S|[^\s:,\[{]\s*[\[{]"
)
PARTNER = {"[": "]", "{": "}"}
DEEP = 50  # brackets; YAML's own bound is lower, so there is no need to follow any further
STOP = re.compile(r"[,\[\]{}]|:(?=[\s,\[\]{}]|$)|\s#")
KEY = re.compile(r"([a-z_][a-z0-9_]*)\s*([:：])")
LAST_WORD = re.compile(r"\s([a-z_][a-z0-9_]*)\s*$")
CLOSED = re.compile(r"[\]}]\s*,?\s*$")
GLUED = re.compile(r"[a-z_][a-z0-9_]*(:)(?=[^\s:/])")
WIDE_PAIR = re.compile(r"[，；、](?=\s*[a-z_][a-z0-9_]*\s*[:：])")
WIDE_ITEMS = re.compile(r"\s*[\w./-]+(?:\s*[，、；]\s*[\w./-]+)+\s*", re.ASCII)
WIDE_IDS = re.compile(
    r"[【［]\s*[\w./-]+(?:\s*[,，、]\s*[\w./-]+)*\s*[】］\]](?=\s*(?:[,，}\]]|$))", re.ASCII
)
TEXT_END = re.compile(r",\s*[a-z_][a-z0-9_]*:\s|\}*\]*\}+\]*\s*,?\s*$|\]\s*,?\s*$")
SEPARATOR = re.compile(r"\s*(?:[,，\]}】］｝:：]|$)")
ITEM_WORD = re.compile(r"[，、；]")

Report = Callable[[Slip], None]
Continues = Callable[[int, int], tuple[int, int] | None]


def is_ordinary(text: str) -> bool:
    """Whether `text`, which starts with a bracket, is closed at its end and holds nothing odd."""
    bare = ORDINARY.sub("q", text).rstrip()
    return (
        bare[-1] in "]}"
        and not SUSPECT.search(bare)
        and bare.count("[") == bare.count("]")
        and bare.count("{") == bare.count("}")
    )


class Flow:
    """Follows brackets from line to line. `stack` has those that are open."""

    def __init__(self, report: Report, close: Callable[[int, int], tuple[int, int] | None]) -> None:
        self.stack = ""
        self.report = report
        self.close = close  # where a quote that is open at the end of a line is closed
        self.after = False  # a value is complete: a separator must come
        self.valued = False  # the colon of this pair has passed
        self.quoted: tuple[int, int] | None = None  # where the quoted text before this started
        self.first = Where(0, "", 0, 0)  # the bracket that everything else is inside of

    def start(self, bracket: Where) -> None:
        """A list or a mapping in brackets starts."""
        self.first = bracket
        self.stack = PLAIN.get(bracket.words, bracket.words)
        self.after = self.valued = False
        self.quoted = None

    @property
    def missing(self) -> str:
        """What would close all brackets that are open."""
        return "".join(PARTNER[bracket] for bracket in reversed(self.stack))

    def line(self, number: int, line: str, at: int) -> tuple[int, int]:
        """Read on from column `at`; the answer is where to go on: next line, or after the end."""
        while at < len(line):
            if odd := ODD_SPACE.match(line, at):
                width = int(line[at - 1 : at] == ":")
                self.report(strange_space(Where(number, line, at, odd.end()), width))
                at = odd.end()
            elif line[at].isspace():
                at += 1
            elif line[at] == "#" and line[at - 1 : at] in ("", " "):
                break
            elif self.after:
                at = self._separator(number, line, at)
                if not self.stack:
                    return number, at
            elif line[at] in "\"'":
                there, at = self._quote(number, line, at)
                if there != number:
                    return there, at
            else:
                at = self._start(number, line, at)
                if not self.stack:
                    return number, at
        return number + 1, 0

    def _separator(self, number: int, line: str, at: int) -> int:
        sign, where = line[at], Where(number, line, at, at + 1)
        if sign in ",，、；:：]}】］｝":
            self.quoted = None
        if sign in ",，、；":
            if sign != ",":
                self.report(wide_comma(where))
            self.after = self.valued = False
        elif sign in ":：":
            if sign == "：":
                self.report(wide_colon(where))
            self.after, self.valued = False, True
        elif sign in "]}" or sign in CLOSING:
            if sign in CLOSING:
                self.report(wide_bracket(where))
            self._pop(where)
        else:
            return self._stray(number, line, at)
        return at + 1

    def _stray(self, number: int, line: str, at: int) -> int:
        """Something after a closing quote: the text was meant to go on."""
        if self.stack[-1] == "{" and self._is_field(line, at):
            return self._next_field(number, line, at)
        text = None
        if self.quoted is not None and self.quoted[0] == number:
            text = self._text(number, line, self.quoted[1])
        end = text.end if text else 0
        if end <= at:
            text, end = None, len(line)
            self.stack = ""  # all bets are off; the next line starts afresh
        self.report(after_quote(Where(number, line, at, end), text))
        self.quoted = None
        return end

    def _start(self, number: int, line: str, at: int) -> int:
        sign = line[at]
        if sign in "[{" and not SPAN_START.match(line, at):
            return self._push(sign, at)
        if sign in OPENING and (sign == "｛" or WIDE_IDS.match(line, at)):
            self.report(wide_bracket(Where(number, line, at, at + 1)))
            return self._push(PLAIN[sign], at)
        if sign in "]}":
            self._pop(Where(number, line, at, at + 1))
            return at + 1
        if sign == ",":
            self.valued = False
            return at + 1
        if sign in SMART:
            found = WRAPPED.match(line, at)
            if found and SEPARATOR.match(line, found.end()):
                self.report(smart_quotes(Where(number, line, at, found.end())))
                self.after = True
                return found.end()
        return self._plain(number, line, at)

    def _plain(self, number: int, line: str, at: int) -> int:
        """A text without quotes, which any bracket or comma ends."""
        if self.stack[-1] == "{" and not self.valued:
            return self._key(number, line, at)
        stop = STOP.search(line, at)
        end = stop.start() if stop else len(line)
        sign = line[end : end + 1]
        if pair := WIDE_PAIR.search(line, at, end + 1):
            self.report(wide_comma(Where(number, line, pair.start(), pair.end())))
            self.valued = False
            return pair.end()
        if stop and stop[0].endswith("#") and CLOSED.search(line, end):
            text = self._text(number, line, at)
            self.report(swallowed(Where(number, line, end + 1, len(line.rstrip())), text))
            self.after = True
            return max(text.end, end + 1)
        if sign == ":" and self.stack[-1] == "{":
            last = LAST_WORD.search(line, at, end)
            if last and self._is_field(line, last.start(1)):
                return self._next_field(number, line, last.start(1))
            text = self._text(number, line, at)
            self.report(inner_colon(Where(number, line, end, end + 1), text))
            self.after = True
            return max(text.end, end + 1)
        if sign and sign in "[{":
            text = self._text(number, line, at)
            self.report(special_start(Where(number, line, end, end + 1), text))
            self.after = True
            return max(text.end, end + 1)
        if self.stack[-1] == "[" and WIDE_ITEMS.fullmatch(line, at, end):
            for comma in ITEM_WORD.finditer(line, at, end):
                self.report(wide_comma(Where(number, line, comma.start(), comma.end())))
        return self._ended(number, line, at, end)

    def _is_field(self, line: str, at: int) -> bool:
        found = KEY.match(line, at)
        return found is not None and found[1] in field_names()

    def _next_field(self, number: int, line: str, at: int) -> int:
        """A field starts at `at`, though no comma has ended the one before it."""
        end = len(line[:at].rstrip())
        name = KEY.match(line, at)
        assert name is not None
        self.report(missing_comma(Where(number, line, at, name.end(1)), end))
        self.after = self.valued = False
        self.quoted = None
        return at

    def _ended(self, number: int, line: str, at: int, end: int) -> int:
        """After a plain text; a full-width bracket at the very end of a line was meant to close."""
        text = line[at:end].rstrip()
        last = at + len(text) - 1
        if text[-1:] and text[-1] in CLOSING and not line[end:].strip() and text[0] not in OPENING:
            self.report(wide_bracket(Where(number, line, last, last + 1)))
            self._pop(Where(number, line, last, last + 1))
            return last + 1
        self.after = True
        if odd := space_after(number, line, at, end):
            self.report(odd)
        return end

    def _key(self, number: int, line: str, at: int) -> int:
        if found := KEY.match(line, at):
            colon = Where(number, line, found.start(2), found.end(2))
            if found[2] == "：":
                self.report(wide_colon(colon))
            elif glued := GLUED.match(line, at):
                self.report(glued_key(Where(number, line, glued.start(1), glued.end(1))))
            self.valued = True
            return found.end()
        stop = STOP.search(line, at)
        end = stop.start() if stop else len(line)
        if stop and stop[0] in "[{":
            self.report(special_start(Where(number, line, end, end + 1), None))
            return end + 1
        self.after = True
        return max(end, at + 1)

    def _text(self, number: int, line: str, at: int) -> Where:
        """The text at `at` as it was meant: up to the next pair, or to the brackets at the end."""
        found = TEXT_END.search(line, at)
        end = found.start() if found else len(line)
        return Where(number, line, at, at + len(line[at:end].rstrip()))

    def _quote(self, number: int, line: str, at: int) -> tuple[int, int]:
        self.after = True
        self.quoted = (number, at)
        if found := QUOTED.match(line, at):
            return number, found.end()
        if (there := self.close(number, at)) is not None:
            return there
        rest = self._text(number, line, at)
        self.report(open_quote(rest))
        return number, max(rest.end, at + 1)

    def _push(self, sign: str, at: int) -> int:
        self.stack = self.stack + sign if len(self.stack) < DEEP else ""
        self.after = self.valued = False
        return at + 1

    def _pop(self, closing: Where) -> None:
        sign = PLAIN.get(closing.words, closing.words)
        if PARTNER[self.stack[-1]] != sign and PARTNER.get(self.stack[-2:-1]) == sign:
            missing = PARTNER[self.stack[-1]]
            self.report(open_bracket(closing, closing._replace(end=closing.start), missing))
            self.stack = self.stack[:-1]
        self.stack = self.stack[:-1]
        self.after, self.valued = True, False
