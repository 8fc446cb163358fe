"""How an entry starts: the spaces in front of it, the dashes of its items, and its key."""

from __future__ import annotations

import re

from game.scenario.flow import QUOTED
from game.scenario.margins import STRUCTURED, Margins
from game.scenario.slip import (
    BULLETS,
    DASHES,
    ODD,
    ODD_SPACE,
    OPENING,
    Slip,
    Where,
    glued_dash,
    glued_key,
    smart_quotes,
    strange_space,
    tab,
    wide_colon,
    wide_dash,
)
from game.scenario.vocabulary import list_fields

INDENT = re.compile("[ \t" + ODD + "]*")
ODD_INDENT = re.compile("\t+|[" + ODD + "]+")
ITEM = re.compile(r"-(?: +|$)")
GLUED_DASH = re.compile(r"-(?=[^\W\d]|[“\"'{\[])")
LONG_DASH = re.compile("－|[" + DASHES + "](?= )")
# What stands for a dash only where a list is to be.
LISTED = re.compile(
    "[" + BULLETS + "]|[" + DASHES + "](?![" + DASHES + "])|[0-9]{1,2}[.、．）)](?![0-9])"
)
KEY = re.compile(
    "(?P<open>[“”‘’＂])?(?P<name>[A-Za-z0-9_][A-Za-z0-9_./-]*)(?P<close>[“”‘’＂])?"
    "[ \t\u3000]*(?P<colon>[:：])(?P<after>.?)"
)
FIELD = re.compile(r"[a-z_][a-z0-9_]*|[0-9]{1,3}")
QUOTED_KEY = re.compile("(?:" + QUOTED.pattern + r")(?=\s*:(?:\s|$))")
COLON = re.compile(r":(?=\s|$)")


class Starts:
    """Reads the starts of lines, and adds to `slips` what is wrong with them."""

    def __init__(self, lines: list[str], slips: list[Slip], margins: Margins) -> None:
        self.lines = lines
        self.slips = slips
        self.margins = margins

    def indentation(self, number: int, line: str, text: int | None) -> tuple[int, int]:
        """Where the line starts after odd spaces, and how much further right they count.

        With `text`, the line may be text after | or >, if it stands further right than that.
        """
        found = INDENT.match(line)
        end = found.end() if found else 0
        if end == len(line):
            return end, 0
        width = self.margins.tab_width(number, end)
        least = 0 if text is None or STRUCTURED.match(line, end) else text + 1
        shift = 0
        for odd in ODD_INDENT.finditer(line, 0, end):
            where = Where(number, line, odd.start(), odd.end())
            wide = sum(width if sign == "\t" else 2 if sign == "\u3000" else 1 for sign in odd[0])
            wide = max(wide, least - odd.start())
            self.slips.append((tab if "\t" in odd[0] else strange_space)(where, wide))
            shift += wide - len(odd[0])
        return end, shift

    def dash(self, number: int, line: str, at: int) -> int | None:
        """Where the item starts whose dash stands at `at`, if one does."""
        found = ITEM.match(line, at)
        end = found.end() if found else at + 1
        if line[at] == "-" and (odd := ODD_SPACE.match(line, end)):
            self.slips.append(strange_space(Where(number, line, end, odd.end()), 1))
            return odd.end()
        if found:
            return end
        where = Where(number, line, at, end)
        if GLUED_DASH.match(line, at):
            self.slips.append(glued_dash(where))
            return at + 1
        sign = LISTED if self.margins.is_in_list(at) or self._awaits_list(number) else LONG_DASH
        if long := sign.match(line, at):
            self.slips.append(wide_dash(where._replace(end=long.end())))
            return len(line) - len(line[long.end() :].lstrip())
        return None

    def _awaits_list(self, number: int) -> bool:
        """Whether the line above ends with the name of a field that takes a list."""
        above = self.lines[number - 1].rstrip() if number and self.margins.open else ""
        return above.endswith(":") and above[:-1].split(" ")[-1] in list_fields()

    def key(self, number: int, line: str, at: int) -> int | None:
        """Where the value starts whose key stands at `at`, if one does."""
        if (found := KEY.match(line, at)) and (end := self._field(number, line, found)) is not None:
            return self._value(number, line, end)
        if line[at] in "\"'":
            quoted = QUOTED_KEY.match(line, at)
            return self._value(number, line, line.index(":", quoted.end()) + 1) if quoted else None
        if line[at] in "[{|>&*!%@`" or line[at] in OPENING:
            return None
        remark = line.find(" #", at)
        colon = COLON.search(line, at, remark if remark >= 0 else len(line))
        return self._value(number, line, colon.end()) if colon else None

    def _value(self, number: int, line: str, at: int) -> int:
        """Where the value starts after the colon before `at`; odd spaces would be part of it."""
        at = skip(line, at)
        if odd := ODD_SPACE.match(line, at):
            self.slips.append(strange_space(Where(number, line, at, odd.end()), 0))
            at = skip(line, odd.end())
        return at

    def _field(self, number: int, line: str, found: re.Match[str]) -> int | None:
        """Where the value of the field in `found` starts, unless this is only text."""
        colon = Where(number, line, found.start("colon"), found.end("colon"))
        after, is_field = found["after"], FIELD.fullmatch(found["name"])
        ends = after in ("", " ", "\t")
        if found["open"] and found["close"] and (ends or found["colon"] == "："):
            end = found.end("close")
            slip = smart_quotes(Where(number, line, found.start(), end))
            self.slips.append(
                slip._replace(mends=(Where(number, line, found.start(), end).put(found["name"]),))
            )
        elif found["open"] or found["close"]:
            return None
        if found["colon"] == "：":
            if not is_field:
                return None
            self.slips.append(wide_colon(colon))
        elif after and after in ODD:
            end = colon.end + len(line[colon.end :]) - len(line[colon.end :].lstrip(ODD))
            self.slips.append(strange_space(colon._replace(start=colon.end, end=end), 1))
            return end
        elif not ends:
            if not is_field or found["name"].isdigit() or after in ":/":
                return None
            self.slips.append(glued_key(colon))
        return colon.end


def skip(line: str, at: int) -> int:
    """The first column from `at` on that holds no blank."""
    return at + len(line[at:]) - len(line[at:].lstrip(" \t"))
