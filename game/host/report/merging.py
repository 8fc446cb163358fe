"""Reports of several classes become one; a class that comes twice counts once, and is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from game.host.report.model import ClassReport, Report
from game.scenario.words import T, Words


@dataclass(frozen=True, slots=True)
class Merged:
    """One report, and what people should hear of how it came about."""

    report: Report
    remarks: tuple[Words, ...] = ()


def merged(files: Iterable[tuple[str, Report]]) -> Merged:
    """The report of all classes in `files`, each with the name of its file.

    Of two reports of the same room the one with more answers counts.
    """
    found: dict[str, tuple[str, ClassReport]] = {}
    remarks = []
    for file, report in files:
        for one in report.classes:
            known = found.get(one.room)
            if known is None:
                found[one.room] = file, one
                continue
            kept = known if known[1].answers >= one.answers else (file, one)
            found[one.room] = kept
            remarks.append(
                T(
                    "“{file}” and “{other}” tell of the same class, so it counts once, as it is in "
                    "“{kept}”.",
                    file=known[0],
                    other=file,
                    kept=kept[0],
                )
            )
    classes = sorted((one for _, one in found.values()), key=lambda one: (one.at, one.name))
    return Merged(Report(tuple(classes)), tuple(remarks))


def named_after(report: Report, file: str) -> Report:
    """`report` with every class that has no name called after the file."""
    return Report(tuple(replace(one, name=one.name or file) for one in report.classes))
