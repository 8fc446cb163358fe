"""A file is read as text whatever state it is in; what is wrong with it becomes findings."""

from __future__ import annotations

import codecs
import os
import re
import stat
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Spot
from game.scenario.words import T, Words

LIMIT = 2_000_000  # bytes; the longest case that a class can play is a tenth of this
FEW = 20  # findings of one kind after which more would only hide the rest

# What YAML cannot hold, and the line breaks that it knows but editors do not count.
STRAY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
LOST = "\ufffd"
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MEND_SAVE = T("in your editor choose “Save as” and the encoding UTF-8")


class Source(NamedTuple):
    """The text of a file, or None if there is nothing to read on with; and what was wrong."""

    text: str | None
    findings: tuple[Diagnostic, ...] = ()


def read(path: Path) -> Source:
    """The text in the file at `path`; line ends are all `\\n`."""
    try:
        before = path.stat()
        if refused := _refused(before):
            return Source(None, (refused,))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        return Source(None, (_unreadable(error),))
    changed = () if _same(before, after, len(data)) else (_changed(),)
    source = decoded(data)
    return Source(source.text, (*changed, *source.findings))


def digest(text: str) -> str:
    """What tells one version of a scenario from another."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def decoded(data: bytes) -> Source:
    """The text that `data` holds, in whatever encoding it was saved."""
    if len(data) > LIMIT:
        return Source(None, (_too_big(len(data)),))
    text, encoding = _best_guess(data)
    if text is None or _looks_binary(text):
        hint = T("choose a file that was written in a text editor and ends in .yaml")
        return Source(None, (_finding("C102", T("this is not a text file"), hint),))
    cleaned = clean(text)
    if encoding == "utf-8":
        return cleaned
    return Source(cleaned.text, (_not_utf8(cleaned.text or "", encoding), *cleaned.findings))


def clean(text: str) -> Source:
    """`text` with plain line ends, and with blanks for the characters that no editor shows."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        hint = T("copy a case from the folder “scenarios” and change it bit by bit")
        return Source(None, (_finding("C101", T("the file is empty"), hint),))
    if not STRAY.search(text):
        return Source(text)
    strays = list(STRAY.finditer(text))[:FEW]
    return Source(STRAY.sub(" ", text), tuple(_stray(text, found) for found in strays))


def _refused(status: os.stat_result) -> Diagnostic | None:
    if stat.S_ISDIR(status.st_mode):
        hint = T("give the name of a file, such as scenarios/free_skins.yaml")
        return _finding("C104", T("this is a folder, not a file"), hint)
    if not stat.S_ISREG(status.st_mode):
        return _finding("C104", T("this is not an ordinary file"))
    return _too_big(status.st_size) if status.st_size > LIMIT else None


def _too_big(size: int) -> Diagnostic:
    message = T(
        "the file has {size} kB; a case may have {limit} kB", size=size // 1000, limit=LIMIT // 1000
    )
    return _finding("C103", message, T("split it into several cases, a file each"))


def _unreadable(error: OSError | ValueError) -> Diagnostic:
    if isinstance(error, FileNotFoundError):
        return _finding("C105", T("there is no such file"), T("check the name and the folder"))
    if isinstance(error, PermissionError):
        hint = T("close it elsewhere, or copy it to a folder of your own")
        return _finding("C106", T("this computer does not let us read the file"), hint)
    reason = getattr(error, "strerror", None) or str(error)
    return _finding("C106", T("the file cannot be read: {reason}", reason=reason))


def _same(before: os.stat_result, after: os.stat_result, size: int) -> bool:
    if (before.st_mtime_ns, before.st_ino) != (after.st_mtime_ns, after.st_ino):
        return False
    return before.st_size == after.st_size == size


def _changed() -> Diagnostic:
    return _finding(
        "C108",
        T("the file changed while it was being read"),
        T("wait until it is saved, then check again"),
    )


def _best_guess(data: bytes) -> tuple[str | None, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding), encoding
    if (text := _strictly(data, "utf-8")) is not None and "\x00" not in text:
        return text, "utf-8"
    if b"\x00" in data:
        return _without_bom(data)
    patched = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in patched)
    if patched.count(LOST) * 10 < foreign:
        return patched, "broken"
    return _strictly(data, "gb18030"), "gb18030"


def _without_bom(data: bytes) -> tuple[str | None, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and ":" in text and "\x00" not in text:
            return text, "utf-16"
    return None, ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    text = text.removeprefix("\ufeff")
    return "\x00" in text or len(STRAY.findall(text)) * 10 > len(text)


def _not_utf8(text: str, encoding: str) -> Diagnostic:
    if encoding == "broken":
        spot = spot_at(text, max(text.find(LOST), 0))
        return Diagnostic("C107", spot, T("a character here is damaged"), MEND_SAVE)
    name = "GBK" if encoding == "gb18030" else encoding.upper()
    return _finding(
        "C107", T("the file is saved as {encoding}, not UTF-8", encoding=name), MEND_SAVE
    )


def _stray(text: str, found: re.Match[str]) -> Diagnostic:
    name = "U+" + format(ord(found[0]), "04X")
    message = T("an invisible character ({name}) is hidden here", name=name)
    hint = T("delete it; if you cannot see it, type the line again")
    return Diagnostic("C109", spot_at(text, found.start()), message, hint)


def spot_at(text: str, index: int, length: int = 1) -> Spot:
    """The spot of the character at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return Spot(text.count("\n", 0, index) + 1, index - start + 1, length)


def _finding(code: str, message: Words, hint: Words | None = None) -> Diagnostic:
    return Diagnostic(code, Spot(), message, hint)
