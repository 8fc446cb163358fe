"""An .xlsx file is read as rows of texts; what could run or burst is refused before it is opened.

openpyxl reads it, an optional extra: pip install "mockcourt[sheets]".
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from game.scenario.words import T, Words

LARGEST = 20_000_000  # bytes unpacked; a thousand questions unpack to one or two million
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 5000, 40
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls, and any workbook with a password


class Formula(Struct, frozen=True):
    """A cell that would have to be worked out, or that Excel could not work out."""

    text: str


Cell = str | Formula
Row = tuple[int, tuple[Cell, ...]]


class Rows(Struct, frozen=True):
    """The rows of the first sheet with their numbers; or why there are none."""

    rows: tuple[Row, ...] = ()
    refusal: Words | None = None
    sheets: int = 1


def read(data: bytes) -> Rows:
    """The rows in the workbook that `data` is."""
    if refusal := _dangerous(data):
        return Rows(refusal=refusal)
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        missing = T("to read .xlsx files, install the extra: {how}", how=HOW)
        return Rows(refusal=missing)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles that we do not read anyway
            return _read(data)
    except Exception:  # a damaged workbook makes openpyxl raise nearly anything
        return Rows(refusal=T("this workbook is damaged; open it in Excel and save it again"))


HOW = 'pip install "mockcourt[sheets]"'


def _dangerous(data: bytes) -> Words | None:
    if data.startswith(OLD_EXCEL):
        return T("this is an old or a locked workbook; save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return T("this is not an .xlsx workbook, or it is damaged")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        return T("unpacked, this workbook would be far too large")
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        return T("this workbook contains macros; save it as .xlsx without them")
    return None


def _read(data: bytes) -> Rows:
    # Not `data_only`: that would show a formula's last result, and nobody would see the formula.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        if not book.worksheets:
            return Rows(refusal=T("this workbook has no sheet with cells"))
        return Rows(tuple(_rows(book.worksheets[0])), sheets=len(book.worksheets))
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its size is not to be relied on
    found = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
    for number, cells in enumerate(found, 1):
        row = tuple(_cell(cell) for cell in cells)
        if any(row):
            yield number, row


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type in ("f", "e"):
        return Formula(str(getattr(value, "text", value)))
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
