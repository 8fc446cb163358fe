"""A report tells those who make the game what broke; it holds no names and no answers."""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from game.scenario.words import T, Words, put
from game.session.home import write_whole

FOLDER = "reports"
KEPT = 20  # older ones are thrown away
PACKAGES = ("mockcourt", "pygame-ce", "msgspec", "pyyaml", "babel")
HEADING = (
    "Mock Court: report of something that went wrong.\n"
    "少年模拟法庭：故障报告。\n"
    "It holds no names and no answers. 本报告不含任何姓名和作答内容。\n"
)
STUMBLED = T("The game tripped over a mistake of its own. You did nothing wrong.")
NO_MEMORY = T("This computer has no memory left. Close some other programs, then go on.")
NO_FILE = T("A file could not be read or written ({why}).")
NOTHING_LOST = T("Nothing is lost: every answer that the court has taken still counts.")
REPORT = T(
    "A report was saved as “{file}”. It holds no names and no answers; with it, those who make "
    "the game can mend the mistake."
)
NO_REPORT = T("A report could not be saved here.")
_QUOTED = re.compile(r"""(["'“])(.*?)(["'”])""", re.DOTALL)
_KEY = re.compile(r"[a-z0-9_.~:/\\-]*")
_FOREIGN = re.compile(r"[^\x20-\x7e]+")
LONGEST = 300  # characters of what an error says


def write_report(home: Path, error: BaseException, facts: Mapping[str, object]) -> Path | None:
    """Put a report of `error` into `home`; its file, or None where that cannot be written.

    `facts` say where the game stood, by ids alone.
    """
    now = datetime.now()
    folder = home / FOLDER
    file = folder / f"{now:%Y-%m-%d-%H%M%S}.txt"
    if file.exists():  # one mistake led to the next
        file = folder / f"{now:%Y-%m-%d-%H%M%S-%f}.txt"
    try:
        write_whole(file, report(error, {"when": f"{now:%Y-%m-%d %H:%M:%S}", **facts}))
    except OSError:
        return None
    with suppress(OSError):
        for old in sorted(folder.glob("*.txt"))[:-KEPT]:
            old.unlink()
    return file


def last_words(error: BaseException, report: Path | None) -> tuple[Words, Words, Words]:
    """What people are told: what happened, what it costs, and where the report is."""
    saved = put(REPORT, file=nameless(str(report))) if report else NO_REPORT
    return _reason(error), NOTHING_LOST, saved


def _reason(error: BaseException) -> Words:
    if isinstance(error, MemoryError):
        return NO_MEMORY
    if isinstance(error, OSError):
        return put(NO_FILE, why=error.strerror or type(error).__name__)
    return STUMBLED


def report(error: BaseException, facts: Mapping[str, object]) -> str:
    """The text of a report: facts, versions, and the way to the error."""
    told = {
        **facts,
        "system": platform.platform(),
        "python": sys.version.split()[0],
        **{package: _version(package) for package in PACKAGES},
    }
    table = "".join(f"{name}: {value}\n" for name, value in told.items())
    return f"{HEADING}\n{table}\n{''.join(_story(error))}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _story(error: BaseException) -> Iterator[str]:
    """The errors that led to `error`, the first one first, each with its traceback."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    for each in reversed(chain):
        yield "Traceback (most recent call last):\n"
        for line in traceback.format_list(traceback.extract_tb(each.__traceback__)):
            yield nameless(line)
        yield f"{type(each).__name__}: {discreet(_said(each))}\n\n"


def _said(error: BaseException) -> str:
    """What `error` says of itself, which may fail as well."""
    try:
        return str(error)
    except Exception:
        return "?"


def nameless(text: str) -> str:
    """`text` without the home folder of whoever plays, which often has their name."""
    with suppress(RuntimeError):  # there is no home
        return text.replace(str(Path.home()), "~")
    return text


def discreet(text: str) -> str:
    """`text` with its ids, but without anything that somebody may have written or been told."""

    def kept(quoted: re.Match[str]) -> str:
        return quoted[0] if _KEY.fullmatch(quoted[2]) else f"{quoted[1]}…{quoted[3]}"

    return _FOREIGN.sub("…", _QUOTED.sub(kept, nameless(text)))[:LONGEST]
