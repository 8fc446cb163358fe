"""Reports for tests: read off a class that has played, and pages and files as they are."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from openpyxl import load_workbook

from game.host.report.model import Report, Voice
from game.host.report.reading import Telling, class_report, made_up_class
from game.trial.speech import Speech
from tests.host.rooms import Played

AT = "2026-11-24T09:00:00+08:00"
ENGLISH = Voice("en", str)
Cells = list[list[str]]


def reported(room: Played, name: str = "", at: str = AT, made_up: bool = False) -> Report:
    """The report of a class as it is read off its room."""
    telling = Telling(at, {"en": Speech(), "zh_CN": Speech()}, name)
    beside = made_up_class(room.room.program) if made_up else {}
    return Report((class_report(room.room, telling, beside),))


class Page(HTMLParser):
    """The tables of a page by id, its tags, and what it shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, Cells] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._id, self._inside = "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self._id = dict(attrs).get("id") or f"table {len(self.tables)}"
            self.tables[self._id] = []
        elif tag == "tr":
            self.tables[self._id].append([])
        elif tag in ("td", "th"):
            self.tables[self._id][-1].append("")
            self._inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.tables[self._id][-1][-1] += data


def in_csv(content: bytes) -> dict[str, Cells]:
    """The tables of a csv file by their titles."""
    found, title = {}, ""
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        if not row:
            title = ""
        elif not title:
            title = row[0]
            found[title] = []
        else:
            found[title].append(row)
    return found


def in_workbook(content: bytes) -> dict[str, Cells]:
    """The sheets of a workbook by their titles, as texts."""
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [
            ["" if value is None else str(value) for value in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book.worksheets
    }
