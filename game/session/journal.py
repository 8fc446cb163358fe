"""The journal keeps a trial on disk: one line says what is tried, and each move adds a line.

Every line is one JSON object. The first is a Heading; each of the others is an Entry:

    {"format":1,"scenario":"free_skins","file":"/home/…/free_skins.yaml","digest":"…",
     "role":"judge","seed":0,"cut":15,"feedback":"turn"}
    {"role":"judge","ask":"bait.3.judge","picks":["tell"]}

Two other lines tell what a seat or the teacher did to the trial. The first takes back whatever
stands before it and was not taken back yet; the second leaves scenes to the script:

    {"back":"judge"}
    {"skip":["traces","family"]}

A saved trial (`*.journal`, or `*.finished` at its end, the earlier ones of a case numbered) has
the moves of the one seat that a person took; empty chairs answer by the file again when it is
read. A recorded line of play, such as
`solve --witness` writes, may have the moves of other seats too: then those seats, besides the one
in the heading, are played as recorded, and answer nothing by themselves until the record ends.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.session.home import write_whole
from game.trial.feedback import Feedback
from game.trial.record import Move
from game.trial.skipping import Skip

FORMAT = 1
FINISHED = ".finished"


class Heading(Struct, frozen=True, forbid_unknown_fields=True):
    """What is tried: the scenario, by id, file and digest, and how it was begun."""

    format: int
    scenario: str
    file: str
    digest: str
    role: Role
    seed: int
    cut: int | None
    feedback: Feedback
    facts: tuple[str, ...] = ()


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One move, as it stands in the journal."""

    role: Role
    ask: str
    picks: tuple[str, ...]


class Back(Struct, frozen=True, forbid_unknown_fields=True):
    """What stood last was taken back: by the seat of that role, or by the "teacher"."""

    back: str


class Skipped(Struct, frozen=True, forbid_unknown_fields=True):
    """The teacher left these scenes to the script."""

    skip: tuple[str, ...]


Deed = Move | Skip  # what people do to a trial, in its order
Written = Entry | Back | Skipped


class BrokenSave(Exception):
    """A journal that cannot be gone on with; `why` says so to the player."""

    def __init__(self, why: Words) -> None:
        super().__init__(str(why))
        self.why = why


class Journal(Struct, frozen=True):
    """The file that keeps one trial."""

    path: Path

    def begin(self, heading: Heading) -> None:
        """Start over with `heading`. Raises OSError where the file cannot be written."""
        write_whole(self.path, msgspec.json.encode(heading).decode() + "\n")

    def write(self, heading: Heading, moves: Iterable[Deed]) -> None:
        """Write a whole record at once. Raises OSError where the file cannot be written."""
        entries = (written(move) for move in moves)
        lines = (msgspec.json.encode(line).decode() + "\n" for line in (heading, *entries))
        write_whole(self.path, "".join(lines))

    def append(self, entry: Written) -> None:
        """Add `entry`, safe on disk when this returns.

        Raises OSError where it cannot be; then nothing of it stays, or it would be there twice
        once the disk has room again.
        """
        line = msgspec.json.encode(entry) + b"\n"
        with self.path.open("r+b", buffering=0) as file:
            end = _end_of_whole_lines(file.read())
            try:
                file.truncate(end)
                file.seek(end)
                if file.write(line) < len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    file.truncate(end)
                raise

    def read(self) -> tuple[Heading, tuple[Deed, ...]]:
        """What the journal says, without what was taken back.

        A last line that was cut off by a crash does not count.

        Raises BrokenSave where it cannot be understood, OSError where it cannot be read.
        """
        content = self.path.read_bytes()
        lines = content[: _end_of_whole_lines(content)].splitlines()
        if not lines:
            raise BrokenSave(T("The saved trial is empty."))
        try:
            heading = msgspec.json.decode(lines[0], type=Heading)
            entries = [_entry(line) for line in lines[1:]]
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BrokenSave(T("The saved trial cannot be read.")) from error
        if heading.format != FORMAT:
            raise BrokenSave(T("The saved trial was made by another version of the game."))
        return heading, _standing(entries)

    def set_aside(self) -> Path:
        """Rename the file so that it is out of the way but not lost; where it is now."""
        try:
            return self.path.rename(_unused(self.path, ".broken{}"))
        except OSError:
            return self.path

    def finish(self) -> None:
        """Keep a finished trial under another name, so that it is not resumed.

        Earlier ones of the same case are numbered, and stay.
        """
        latest = self.path.with_suffix(FINISHED)
        with suppress(OSError):  # if it stays, it resumes at its debrief: nothing is lost
            if latest.exists():
                latest.rename(_unused(latest, f".{{}}{FINISHED}"))
            self.path.replace(latest)

    def reopen(self) -> None:
        """Go on with a trial that was finished. Raises OSError where the file cannot be moved."""
        finished = self.path.with_suffix(FINISHED)
        if finished.exists():
            finished.replace(self.path)


def journals(folder: Path) -> list[Path]:
    """The journals of unfinished trials in `folder`, the latest first."""
    return _latest_first(folder, "*.journal")


def finished(folder: Path) -> list[Path]:
    """The journals of finished trials in `folder`, the latest first."""
    return _latest_first(folder, f"*{FINISHED}")


def written(deed: Deed) -> Entry | Skipped:
    """`deed` as it stands in a journal."""
    if isinstance(deed, Skip):
        return Skipped(deed.scenes)
    return Entry(deed.role, deed.ask, deed.picks)


def _unused(path: Path, suffix: str) -> Path:
    """`path` with a numbered `suffix` that no file has yet."""
    number = 1
    while (free := path.with_suffix(suffix.format(number))).exists():
        number += 1
    return free


def _entry(line: bytes) -> Written:
    """What a line says. Raises msgspec.MsgspecError where it says nothing known."""
    fields = msgspec.json.decode(line, type=dict[str, object])
    if "back" in fields:
        return msgspec.convert(fields, Back)
    if "skip" in fields:
        return msgspec.convert(fields, Skipped)
    return msgspec.convert(fields, Entry)


def _standing(entries: Iterable[Written]) -> tuple[Deed, ...]:
    """What `entries` come to. Raises BrokenSave where more was taken back than was done."""
    deeds: list[Deed] = []
    for entry in entries:
        match entry:
            case Entry(role, ask, picks):
                deeds.append(Move(role, picks, ask))
            case Skipped(scenes):
                deeds.append(Skip(scenes))
            case Back() if deeds:
                deeds.pop()
            case Back():
                raise BrokenSave(T("The saved trial cannot be read."))
    return tuple(deeds)


def _latest_first(folder: Path, pattern: str) -> list[Path]:
    try:
        found = list(folder.glob(pattern))
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return []


def _end_of_whole_lines(content: bytes) -> int:
    return content.rfind(b"\n") + 1
