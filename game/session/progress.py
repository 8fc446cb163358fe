"""What a player has learned so far: one record for each finished trial, in one small file.

It holds marks and tricks, and no name. A file that cannot be understood is set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from game.scenario.marked import phrases
from game.scenario.model import Scenario
from game.scenario.steps import Ask, Criterion, Role
from game.scenario.words import T, Words, put
from game.session.home import write_whole
from game.trial.record import Trial
from game.trial.scoring import marks, per_criterion, total
from game.trial.vigilance import Vigilance, marked, vigilance

FILE = "progress.json"
FORMAT = 1
KEPT = 400  # records; some 300 bytes each
LARGEST = 2**20  # bytes of a file that is read at all
SET_ASIDE = T(
    "What you have learned so far could not be read. The file was set aside as “{file}”, and the "
    "game begins a new one."
)
NOT_KEPT = T("Your marks could not be remembered on this disk. Make some room on it.")
NOT_FORGOTTEN = T("What you have learned could not be deleted. Is the file open somewhere?")

Name = Annotated[str, Meta(min_length=1, max_length=255)]  # as long as a file may be called
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Count = Annotated[int, Meta(ge=0, le=10_000)]
Points = Annotated[float, Meta(ge=0, le=10_000)]


class Found(Struct, frozen=True, forbid_unknown_fields=True):
    """How many of the tricks of one kind were met, and how many of them were caught."""

    met: Count
    caught: Count


class Earned(Struct, frozen=True, forbid_unknown_fields=True):
    """Points of those that were possible."""

    points: Points
    of: Points


class Seen(Struct, frozen=True, forbid_unknown_fields=True):
    """Hits among traps, false alarms among look-alikes."""

    hits: Count
    traps: Count
    false_alarms: Count
    look_alikes: Count


class Played(Struct, frozen=True, forbid_unknown_fields=True):
    """One finished trial: the case, the seat, the day, its marks, and the tricks by kind."""

    case: Name
    role: Role
    day: Day
    total: Annotated[int, Meta(ge=0, le=100)]
    criteria: dict[Criterion, Earned]
    tricks: Annotated[dict[Name, Found], Meta(max_length=100)] = {}
    seen: Seen | None = None


class Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    format: Annotated[int, Meta(ge=FORMAT, le=FORMAT)]
    played: Annotated[tuple[Played, ...], Meta(max_length=KEPT)]


class Progress(Struct, frozen=True):
    """The finished trials, the oldest first; everything else is read off them."""

    played: tuple[Played, ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """The ids of the cases played, the latest first."""
        return tuple(dict.fromkeys(one.case for one in reversed(self.played)))

    def best(self, case_id: str) -> dict[Role, int]:
        """The best marks of each seat in that case, in the order of the seats."""
        found: dict[Role, int] = {}
        for one in self.played:
            if one.case == case_id:
                found[one.role] = max(one.total, found.get(one.role, 0))
        return {role: found[role] for role in Role if role in found}

    @property
    def criteria(self) -> dict[Criterion, Earned]:
        """The points of all trials together."""
        return criteria_of_all(one.criteria for one in self.played)

    @property
    def tricks(self) -> dict[str, Found]:
        """The tricks of all trials together, by kind, the most often missed first."""
        return tricks_of_all(one.tricks for one in self.played)

    @property
    def vigilance(self) -> Vigilance | None:
        """The vigilance over all documents that were ever marked; None before the first."""
        return vigilance_of_all(one.seen for one in self.played)

    def with_one_more(self, one: Played) -> Progress:
        """With `one` as the latest; what is too much goes, the best marks of a seat at last."""
        return Progress(_bounded((*self.played, one)))


def criteria_of_all(
    each: Iterable[Mapping[Criterion, Earned]],
) -> dict[Criterion, Earned]:
    """The points of all together, by criterion."""
    rows = list(each)
    return {
        criterion: Earned(sum(e.points for e in earned), sum(e.of for e in earned))
        for criterion in Criterion
        if (earned := [row[criterion] for row in rows if criterion in row])
    }


def tricks_of_all(each: Iterable[Mapping[str, Found]]) -> dict[str, Found]:
    """The tricks of all together, by kind, the most often missed first."""
    sums: dict[str, Found] = {}
    for row in each:
        for kind, found in row.items():
            so_far = sums.get(kind, Found(0, 0))
            sums[kind] = Found(so_far.met + found.met, so_far.caught + found.caught)
    return dict(sorted(sums.items(), key=lambda item: _caught_share(item[1])))


def vigilance_of_all(each: Iterable[Seen | None]) -> Vigilance | None:
    """The vigilance of all as one; None if nothing was ever marked."""
    rows = [one for one in each if one]
    if not rows:
        return None
    return Vigilance(
        sum(s.hits for s in rows),
        sum(s.traps for s in rows),
        sum(s.false_alarms for s in rows),
        sum(s.look_alikes for s in rows),
    )


def record_of(trial: Trial, role: Role, day: str) -> Played:
    """What is remembered of `trial`, which is over, for the seat of `role`."""
    sums = per_criterion(marks(trial, role))
    return Played(
        case=trial.scenario.id,
        role=role,
        day=day,
        total=max(0, total(sums)),
        criteria={c: Earned(round(got, 2), round(of, 2)) for c, (got, of) in sums.items()},
        tricks=tricks_met(trial.scenario, marked(trial, role)),
        seen=as_seen(vigilance(trial, role)),
    )


def load_progress(home: Path) -> tuple[Progress, Words | None]:
    """What is remembered in `home`; and what people should hear, where it cannot be read."""
    file = home / FILE
    try:
        if file.stat().st_size > LARGEST:
            raise msgspec.ValidationError("too large")
        kept = msgspec.json.decode(file.read_bytes(), type=Kept)
    except OSError:
        return Progress(), None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Progress(), put(SET_ASIDE, file=_set_aside(file).name)
    return Progress(kept.played), None


def save_progress(home: Path, progress: Progress) -> None:
    """Keep `progress` in `home`. Raises OSError where that cannot be written."""
    kept = Kept(FORMAT, progress.played)
    write_whole(home / FILE, msgspec.json.encode(kept).decode())


def forget_progress(home: Path) -> None:
    """Delete what is remembered, set-aside files too. Raises OSError where that cannot be done."""
    for file in (home / FILE, *home.glob("progress.broken*.json")):
        file.unlink(missing_ok=True)


def as_seen(watched: Vigilance | None) -> Seen | None:
    """What is kept of a vigilance."""
    if watched is None:
        return None
    return Seen(watched.hits, watched.traps, watched.false_alarms, watched.look_alikes)


def tricks_met(case: Scenario, marked: Iterable[tuple[Ask, tuple[str, ...]]]) -> dict[str, Found]:
    """The tricks of `case`, by kind, that whoever has `marked` its documents so has met."""
    return _by_kind(_tricks(case, marked))


def _tricks(
    case: Scenario, marked: Iterable[tuple[Ask, tuple[str, ...]]]
) -> Iterator[tuple[str, bool]]:
    """The kind of each trap that was met, and whether it was caught."""
    for ask, picks in marked:
        for phrase in phrases(case.documents[ask.document or ""]):
            if phrase.is_trap:
                yield case.traps[phrase.ref].kind, phrase.pick in picks


def _by_kind(met: Iterable[tuple[str, bool]]) -> dict[str, Found]:
    sums: dict[str, Found] = {}
    for kind, caught in met:
        so_far = sums.get(kind, Found(0, 0))
        sums[kind] = Found(so_far.met + 1, so_far.caught + caught)
    return sums


def _caught_share(found: Found) -> tuple[float, int]:
    return (found.caught / found.met if found.met else 1.0), -found.met


def _bounded(records: tuple[Played, ...]) -> tuple[Played, ...]:
    while len(records) > KEPT:
        by_marks = sorted(enumerate(records), key=lambda record: record[1].total)
        best = {(one.case, one.role): number for number, one in by_marks}
        spare = (n for n in range(len(records) - 1) if n not in best.values())
        gone = next(spare, 0)
        records = records[:gone] + records[gone + 1 :]
    return records


def _set_aside(file: Path) -> Path:
    """Rename the file so that it is out of the way but not lost; where it is now."""
    number = 1
    while (aside := file.with_name(f"progress.broken{number}.json")).exists():
        number += 1
    try:
        return file.rename(aside)
    except OSError:
        return file
