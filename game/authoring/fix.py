"""Fix undoes slips that have only one cure, and shows the difference before it writes anything."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from game.authoring.cures import Cure, cures
from game.authoring.files import LAWS, why_not
from game.scenario import slips
from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic
from game.scenario.load import load_text
from game.scenario.model import LawBook, Scenario
from game.scenario.nodes import grow
from game.scenario.page import mended
from game.scenario.reader import read as read_tree
from game.scenario.source import LIMIT, STRAY, clean, read
from game.scenario.words import T, Translate, Words

END = re.compile(r"(\r\n|\r|\n)")
BOM = "\ufeff"
PATH = Path("case.yaml")  # where a text without a file is thought to stand
TRIES = 100  # readings of a text in search of the mends that do it no harm

# The encodings that the reader of files guesses at, and how it calls those that it complains of.
ENCODINGS = {
    "utf-8": "",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GBK",
}

Named = tuple[str, int, str]  # a finding without its columns, which a mend may shift


def mends(text: str, kind: type[Authored] = Scenario) -> str:
    """`text`, which is a `kind`, with all mended that can be without a guess.

    Line ends, remarks and layout stay. There is no finding about it that `text` had not.
    """
    text = text.lstrip(BOM)
    while (better := _mended_once(text, kind)) != text:
        text = better
    return text


def _mended_once(text: str, kind: type[Authored]) -> str:
    parts = END.split(text)
    lines, ends = parts[::2], [*parts[1::2], ""]
    raw = "\n".join(lines)
    visible = clean(raw).text
    if visible is None:
        return text
    found = _findings(raw, kind)
    if any(finding.code == "C199" for finding in found):
        return text  # what is only counted cannot be compared
    safe = tuple(cure for cure in cures(visible, found) if _is_visible(cure, lines))
    kept = Sieve(raw, kind, found).add((), safe)
    lines = _with(raw, kept).split("\n")
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _is_visible(cure: Cure, lines: list[str]) -> bool:
    """Whether the cure leaves alone the characters that the reader takes for blanks."""
    return not any(
        STRAY.search(lines[mend.line - 1], mend.column - 1, mend.column - 1 + mend.length)
        for mend in cure.mends
    )


def _with(text: str, made: Sequence[Cure]) -> str:
    return mended(text, [mend for cure in made for mend in cure.mends]).text


def _findings(text: str, kind: type[Authored]) -> tuple[Diagnostic, ...]:
    """What the reader finds about `text`."""
    if kind is Scenario:
        return load_text(text, PATH).diagnostics
    visible = clean(text)
    scan = slips.scan(visible.text or "")
    tree = grow(mended(visible.text or "", scan.mends))
    yaml = slips.unexplained(tree.findings, scan)
    form = read_tree(tree, kind).findings if tree.root is not None else []
    return (*visible.findings, *scan.findings, *yaml, *form)


class Sieve:
    """Tries cures on a text, and keeps those after which the reader finds nothing new."""

    def __init__(self, text: str, kind: type[Authored], found: Sequence[Diagnostic]) -> None:
        self.text = text
        self.kind = kind
        self.before = Counter(map(_named, found))
        self.tries = 0

    def add(self, kept: tuple[Cure, ...], wanted: tuple[Cure, ...]) -> tuple[Cure, ...]:
        """`kept`, and as many of `wanted` as do no harm."""
        if not wanted or self._does_good((*kept, *wanted)):
            return (*kept, *wanted)
        if len(wanted) == 1:
            return kept
        half = len(wanted) // 2
        return self.add(self.add(kept, wanted[:half]), wanted[half:])

    def _does_good(self, made: tuple[Cure, ...]) -> bool:
        self.tries += 1
        cured = Counter(_named(finding) for cure in made for finding in cure.findings)
        if self.tries > TRIES or not cured <= self.before:
            return False
        after = _findings(_with(self.text, made), self.kind)
        return Counter(map(_named, after)) <= self.before - cured


def _named(finding: Diagnostic) -> Named:
    return finding.code, finding.spot.line, str(finding.message)


class Proposal(Struct, frozen=True):
    """A file as it was read, and its text as it would be with all mended."""

    path: Path
    data: bytes
    encoding: str
    before: str
    after: str

    @property
    def is_new(self) -> bool:
        return self.after.encode() != self.data


def fix(
    paths: Sequence[Path], say: Translate, *, write: bool, ask: Callable[[str], bool] | None
) -> int:
    """Show the mends for each of `paths`, and `write` them once `ask`, if given, has agreed.

    0 if there was nothing to mend or all is mended now, else 1.
    """
    done = [_fix(path, say, write, ask) for path in paths]
    return 0 if all(done) else 1


def _fix(path: Path, say: Translate, write: bool, ask: Callable[[str], bool] | None) -> bool:
    proposal = proposed(path)
    if isinstance(proposal, Words):
        print(say(_left(path, proposal)))
        return False
    if not proposal.is_new:
        print(say(T("“{file}” has no slips that can be mended without a guess.", file=str(path))))
        return True
    print("\n".join(shown(proposal, say)))
    if not write:
        return False
    if ask is not None and not ask(say(T("Write this into “{file}”?", file=str(path)))):
        print(say(T("“{file}” is as it was.", file=str(path))))
        return False
    if trouble := written(proposal):
        print(say(_left(path, trouble)))
        return False
    print(say(T("“{file}” is mended.", file=str(path))))
    return True


def _left(path: Path, reason: Words) -> Words:
    return T("“{file}” is as it was: {reason}.", file=str(path), reason=reason)


def proposed(path: Path) -> Proposal | Words:
    """The mends for the file at `path`, or why there are none."""
    source = read(path)
    if source.text is None or any(finding.code == "C108" for finding in source.findings):
        return source.findings[0].message
    try:
        data = _data(path)
    except OSError as error:
        return _reason(error)
    for encoding in ENCODINGS:
        text = _decoded(data, encoding)
        if text is not None and clean(text).text == source.text:
            kind = LawBook if path.name == LAWS else Scenario
            return Proposal(path, data, encoding, text, mends(text, kind))
    damaged = [finding.message for finding in source.findings if finding.code == "C107"]
    return damaged[0] if damaged else _changed()


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _data(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def shown(proposal: Proposal, say: Translate) -> Iterator[str]:
    """The lines that tell what would change. No terminal obeys a character in them."""
    file = str(proposal.path)
    if name := ENCODINGS[proposal.encoding]:
        yield say(T("“{file}” is saved as {encoding}; it becomes UTF-8.", file=file, encoding=name))
    if proposal.before.startswith(BOM):
        yield say(T("An invisible mark (BOM) at the start of “{file}” goes away.", file=file))
    before, after = (END.sub("\n", t).lstrip(BOM) for t in (proposal.before, proposal.after))
    lines = unified_diff(before.split("\n"), after.split("\n"), file, file, lineterm="")
    yield from (STRAY.sub(" ", line) for line in lines)


def written(proposal: Proposal) -> Words | None:
    """Put the mended text into its file; if that cannot be, the file stays, and here is why."""
    target = Path(os.path.realpath(proposal.path))
    try:
        if not os.access(target, os.W_OK) and target.exists():
            return _read_only()
        return _replaced(target, proposal)
    except OSError as error:
        return _reason(error)


def _replaced(target: Path, proposal: Proposal) -> Words | None:
    """Write beside the file, then put that in its place: a crash leaves the old one or the new."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(proposal.after.encode())
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        if _data(target) != proposal.data:
            return _changed()
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)
    return None


def _reason(error: OSError) -> Words:
    if isinstance(error, FileNotFoundError):
        return T("it is no longer there")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _read_only()
    return why_not(error)


def _read_only() -> Words:
    return T("it, or its folder, may only be read")


def _changed() -> Words:
    return T("it has changed in the meantime; start again")
