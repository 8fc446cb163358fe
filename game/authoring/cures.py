"""A cure is offered only where a slip can mean one thing; what would be a guess is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.scenario import slips
from game.scenario.diagnostics import Diagnostic
from game.scenario.flow import WIDE_IDS
from game.scenario.nodes import Mapping, Node, Scalar, Tree, grow
from game.scenario.nodes import Sequence as Items
from game.scenario.page import Mend, mended
from game.scenario.slip import CLOSING, PLAIN, Slip

SPACES_AND_SIGNS = frozenset({"C110", "C111", "C112", "C114", "C115", "C116", "C117"})
QUOTES = frozenset({"C113", "C120"})
STRUCTURE = frozenset({"C110", "C112", "C116", "C117"})  # mending these makes a list or a mapping
BARE = re.compile(r"[\w\s\"“”‘’＂]*")  # what may stand between the start of a key and its colon
ENTRY = re.compile(r"[a-z_]+:(?: |$)|\{")  # what cannot be the rest of the text above
HALF_SMART = re.compile(r"\"[^\"“”‘’＂]*[“”‘’＂]|'[^'“”‘’＂]*[“”‘’＂]")


class Cure(NamedTuple):
    """Findings, and the mends after which they are gone: all of them or none."""

    findings: tuple[Diagnostic, ...]
    mends: tuple[Mend, ...]


def cures(text: str, found: Sequence[Diagnostic]) -> Iterator[Cure]:
    """Every cure for what was `found` about `text`, save for those that would be a guess."""
    scan = slips.scan(text)
    lines = text.split("\n")
    for group in _in_brackets(scan.slips, lines):
        plain = [s for s in group if s.mends and _is_plain(s, lines[s.finding.spot.line - 1])]
        if plain and not any(_is_puzzling(s, lines, found) for s in plain):
            findings = tuple(slip.finding for slip in plain)
            yield Cure(findings, tuple(mend for slip in plain for mend in _mends(slip, lines)))
    yield from _renamed(grow(mended(text, scan.mends)), lines, found)


def _in_brackets(row: tuple[Slip, ...], lines: list[str]) -> Iterator[tuple[Slip, ...]]:
    """Each slip alone, save that those from a wrong bracket to its end stand or fall together.

    Those of a bracket whose end nobody can tell are left out.
    """
    at = 0
    while at < len(row):
        end = _closed(row, at, lines)
        if end is not None:
            yield row[at:end]
        at = end or at + 1


def _closed(row: tuple[Slip, ...], at: int, lines: list[str]) -> int | None:
    """The end of the slips that go with the one at `at`: with a bracket, those inside it."""
    spot = row[at].finding.spot
    depth = int(_deeper(row[at]))
    if not depth:
        return at + 1
    rest = lines[spot.line - 1][spot.column - 1 :]
    if ids := WIDE_IDS.match(rest):
        last = (spot.line, spot.column + ids.end())
        return next((n for n in range(at, len(row)) if row[n].finding.spot.start >= last), len(row))
    for number in range(at + 1, len(row)):
        depth += _deeper(row[number])
        depth -= row[number].finding.code == "C112" and not _deeper(row[number])
        if not depth:
            return number + 1
    is_plain = any(sign in rest for sign in "]}") and not any(sign in rest for sign in CLOSING)
    return at + 1 if is_plain else None


def _deeper(slip: Slip) -> bool:
    """Whether the slip is a bracket that opens."""
    return slip.finding.code == "C112" and slip.mends[0].text in "[{"


def _mends(slip: Slip, lines: list[str]) -> tuple[Mend, ...]:
    """The mends of a slip; those of a list of ids in wrong brackets reach to its end."""
    spot = slip.finding.spot
    line = lines[spot.line - 1]
    ids = WIDE_IDS.match(line, spot.column - 1) if _deeper(slip) else None
    if ids is None:
        return slip.mends
    wrong = [at for at in range(*ids.span()) if line[at] in PLAIN]
    return tuple(Mend(spot.line, at + 1, 1, PLAIN[line[at]] + _gap(line, at)) for at in wrong)


def _gap(line: str, at: int) -> str:
    return " " if line[at] in "，、" and line[at + 1 : at + 2] not in ("", " ") else ""


def _is_plain(slip: Slip, line: str) -> bool:
    """Whether a slip has one cure only. A text's quotes are mended where they are in pairs."""
    code, start, last = slip.finding.code, slip.finding.spot.column - 1, slip.mends[-1]
    if code == "C120":
        written = line[start : last.column - 1 + last.length]
        return last.length == 1 and bool(HALF_SMART.fullmatch(written))
    if code == "C116" and line[start + 1 : start + 2].isdigit():
        return False  # most likely a number below zero
    if code == "C127":
        return line[last.column - 2] in "\"'"  # a text without quotes may go on with such a word
    if code == "C128":
        return bool(ENTRY.match(line, start))
    return code in SPACES_AND_SIGNS or code in QUOTES


def _is_puzzling(slip: Slip, lines: list[str], found: Sequence[Diagnostic]) -> bool:
    """Whether the key or list that a mend would make belongs nowhere: then it was a text."""
    if slip.finding.code not in STRUCTURE:
        return False
    place = slip.finding.spot
    line = lines[place.line - 1]
    return any(
        BARE.fullmatch(line[f.spot.column - 1 : place.column - 1])
        for f in found
        if f.spot.line == place.line
        and f.spot.column <= place.column
        and (f.code == "C204" or (f.code in ("C201", "C213") and not _offered(f)))
    )


def _offered(finding: Diagnostic) -> str:
    """The name that the reader thinks was meant."""
    return str(dict(finding.hint.fill).get("name", "")) if finding.hint else ""


def _renamed(tree: Tree, lines: list[str], found: Sequence[Diagnostic]) -> Iterator[Cure]:
    """Cures for fields whose names differ from the right ones only in case, hyphens or blanks."""
    strangers = {f.spot: f for f in found if f.code in ("C201", "C213") and _offered(f)}
    for mapping in _mappings(tree.root):
        keys = [key for key, _ in mapping.pairs.values() if tree.spot(key) in strangers]
        asked = Counter(_offered(strangers[tree.spot(key)]) for key in keys)
        for key in keys:
            finding = strangers[tree.spot(key)]
            name = _offered(finding)
            if asked[name] == 1 and _folded(key.text) == _folded(name):
                yield from _rename(finding, lines[finding.spot.line - 1], key, name)


def _rename(finding: Diagnostic, line: str, key: Scalar, name: str) -> Iterator[Cure]:
    """The cure that writes `name` for `key`, whose quotes stay."""
    spot, inside = finding.spot, 1 if key.style else 0
    start, end = spot.column - 1 + inside, spot.column - 1 + spot.length - inside
    if line[start:end] == key.text:
        yield Cure((finding,), (Mend(spot.line, start + 1, end - start, name),))


def _folded(name: str) -> str:
    return re.sub("[-_ ]", "", name).lower()


def _mappings(node: Node | None) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
        for _, value in node.pairs.values():
            yield from _mappings(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _mappings(item)
