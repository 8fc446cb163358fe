"""A report as a file: by its ending a page, a workbook, a table, a report to merge, or xAPI."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from game.host.report.model import Report, Voice, as_json
from game.host.report.page import document
from game.host.report.tables import Cell, Table, answers, tables
from game.host.report.xapi import as_xapi
from game.scenario.words import T, Words
from game.text.breaking import columns
from game.text.cells import RISKY, defused

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NO_WORKBOOK = T("To write a workbook, one more package is needed. Install it with: {line}")
INSTALL = "pip install openpyxl"
WIDEST = 60  # columns of a cell in a workbook
LONGEST_TITLE = 31  # of a sheet, says Excel
Writer = Callable[[Report, Voice, Iterable[Words]], bytes]


def as_csv(report: Report, voice: Voice, remarks: Iterable[Words] = ()) -> bytes:
    """All tables below each other, each under its title; Excel opens them as they are."""
    file = io.StringIO(newline="")
    sheet = csv.writer(file)
    for table in _all(report, voice):
        sheet.writerow([defused(table.title)])
        sheet.writerow([defused(name) for name in table.columns])
        sheet.writerows([_plain(cell) for cell in row] for row in table.rows)
        sheet.writerow([])
    return file.getvalue().encode("utf-8-sig")


def as_workbook(report: Report, voice: Voice, remarks: Iterable[Words] = ()) -> bytes:
    """Each table on a sheet of its own. Raises ModuleNotFoundError without the extra `sheets`."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in _all(report, voice):
        _fill(book.create_sheet(table.title[:LONGEST_TITLE]), table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((table.columns, *table.rows), 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it begins with, it is no formula
                cell.quotePrefix = bool(RISKY.match(value))
    sheet.freeze_panes = "A2"
    for place, wide in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(place)].width = wide


def _all(report: Report, voice: Voice) -> tuple[Table, ...]:
    return (*tables(report, voice), answers(report, voice))


def _widths(table: Table) -> list[int]:
    return [
        min(WIDEST, 2 + max(columns(str(cell)) for cell in column))
        for column in zip(table.columns, *table.rows, strict=True)
    ]


def _plain(cell: Cell) -> Cell:
    return defused(cell) if isinstance(cell, str) else cell


WRITERS: Mapping[str, tuple[str, Writer]] = {
    ".html": ("text/html; charset=utf-8", lambda r, v, said: document(r, v, said).encode()),
    ".xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_workbook,
    ),
    ".csv": ("text/csv; charset=utf-8", as_csv),
    ".xapi.json": ("application/json", lambda report, voice, said: as_xapi(report)),
    ".json": ("application/json", lambda report, voice, said: as_json(report)),
}


def ending_of(name: str) -> str | None:
    """Which of the endings that can be written `name` has; the longer one first."""
    return next((ending for ending in WRITERS if name.lower().endswith(ending)), None)
