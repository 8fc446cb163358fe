"""A report as a page without scripts, to read and to print: in short, then charts and tables."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import escape

from game.host.pages import TAGS
from game.host.report import figures
from game.host.report.charts import Bar, bars, gauge, legend, pillars
from game.host.report.model import Report, Voice
from game.host.report.stored import IN_SHORT, TITLE
from game.host.report.tables import (
    Cell,
    Table,
    called,
    percent,
    printable,
    students_counted,
    tables,
)
from game.host.tree import Node, Nodes, el, nodes, wide, written
from game.scenario.words import T, Words, put
from game.text.breaking import columns

STATIC = Path(__file__).resolve().parent.parent / "static"
STYLES = ("court.css", "report.css")
POLICY = "default-src 'none'; style-src '{style}'; base-uri 'none'; form-action 'none'"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONG = 40  # columns of a text that needs room, also on a phone
NOTHING = T("Nobody has answered anything yet.")
CLASS_KEY, MADE_UP_KEY = T("this class"), T("made-up class")


def document(report: Report, voice: Voice, remarks: Iterable[Words] = ()) -> str:
    """`report` as a file of its own, which any browser opens and prints."""
    style = "\n".join((STATIC / name).read_text(encoding="utf-8") for name in STYLES)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = POLICY.format(style=f"sha256-{digest}")
    title = escape(printable(heading(report, voice)))
    return (
        f'<!doctype html>\n<html lang="{TAGS.get(voice.language, "en")}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="report">\n<header><h1>{title}</h1></header>\n'
        f"<main>{written(body(report, voice, remarks))}</main>\n</body>\n</html>\n"
    )


def heading(report: Report, voice: Voice) -> str:
    """What the report is called."""
    names = dict.fromkeys(voice.of(one.title) for one in report.classes)
    title = next(iter(names)) if len(names) == 1 else voice.say(T("Several cases"))
    if len(report.classes) > 1 or not report.classes[0].name:
        return title
    return voice.say(T("{title}: {name}", title=title, name=called(report.classes[0])))


def body(report: Report, voice: Voice, remarks: Iterable[Words] = ()) -> Nodes:
    """The inside of the page."""
    say = voice.say
    return nodes(
        (el("p", say(remark), cls="remark") for remark in remarks),
        el("p", say(_of_whom(report)), cls="me"),
        el("section", el("h2", say(T("In short"))), _in_short(report, voice)),
        (_of_table(table, voice) for table in tables(report, voice) if table.rows),
        el("section", el("h2", say(TITLE)), el("p", say(IN_SHORT))),
    )


def _of_whom(report: Report) -> Words:
    days = sorted({one.day for one in report.classes})
    when = days[0] if len(days) == 1 else T("{first} to {last}", first=days[0], last=days[-1])
    return T("{one}, {other}", one=students_counted(report), other=when)


def _in_short(report: Report, voice: Voice) -> Node:
    return el("ul", (el("li", voice.say(words)) for words in _short(report, voice)))


def _short(report: Report, voice: Voice) -> Iterator[Words]:
    """The report in a few sentences, for whoever reads no table."""
    mean, beside = figures.mean_marks(report), figures.mean_made_up(report)
    if mean is None:
        yield NOTHING
        return
    yield T("On average the class has {n} of 100 marks.", n=round(mean))
    if beside is not None:
        yield T("A made-up class in the same seats has {n}.", n=round(beside))
    kind, found = next(iter(figures.tricks(report).items()), ("", None))
    if found is not None and found.caught < found.met:
        name = figures.trick_name(kind)
        seen = T("“{trick}” gets past most often: it was seen {n} of {of} times.")
        yield put(seen, trick=name, n=found.caught, of=found.met)
    watched = figures.watched(report)
    if watched is not None:
        alarms = T("Of {of} honest look-alikes {n} were suspected.")
        yield put(alarms, n=watched.false_alarms, of=watched.look_alikes)
    for asked in figures.to_talk_about(report)[:1]:
        weakest = T("The weakest question has {n}% right: “{ask}”", n=percent(asked.right))
        yield put(weakest, ask=printable(voice.of(asked.question.asks)))
    for due in figures.repeats(report)[:1]:
        yield T("Repeat something on {day}: see below what.", day=due.day.isoformat())


def _of_table(table: Table, voice: Voice) -> Node:
    return el(
        "section",
        el("h2", table.title),
        _chart(table, voice),
        as_nodes(table),
        el("p", table.note, cls="note") if table.note else None,
    )


def _chart(table: Table, voice: Voice) -> Node | None:
    """The chart above a table, from the numbers in it."""
    key = (("bar", voice.say(CLASS_KEY)), ("beside", voice.say(MADE_UP_KEY)))
    if table.id == "marks":
        shares = [(_number(row[2]), _number(row[3])) for row in table.rows]
        hollow = (key[0], ("hollow", key[1][1]))
        return pillars(table.title, [str(row[0]) for row in table.rows], shares, hollow)
    if table.id == "criteria":
        rows = [Bar(str(row[0]), _number(row[-1])) for row in table.rows]
        return bars(table.title, rows, key[:1])
    if table.id == "tricks":
        rows = [Bar(str(row[0]), _number(row[4])) for row in table.rows]
        return bars(table.title, rows, (("bar", voice.say(T("seen"))),))
    if table.id == "questions":
        return legend(key)
    return None


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def as_nodes(table: Table) -> Node:
    """`table` as it stands on the page."""
    numeric = [
        any(isinstance(cell, int) for cell in column) for column in zip(*table.rows, strict=True)
    ]
    head = el(
        "tr",
        (
            el("th", name, scope="col", cls="number" if is_number else None)
            for name, is_number in zip(table.columns, numeric, strict=True)
        ),
    )
    rows = (el("tr", _cells(table, row, numeric)) for row in table.rows)
    return wide(table.title, el("table", el("thead", head), el("tbody", rows), id=table.id))


def _cells(table: Table, row: tuple[Cell, ...], numeric: list[bool]) -> Iterator[Node]:
    """The cells of a row; that of a question has a small bar beside its share of right answers."""
    gauged = len(row) - 3 if table.id == "questions" else None
    for place, cell in enumerate(row):
        drawing = gauge(_number(cell), _shown(row[place + 1])) if place == gauged else None
        yield _cell(cell, drawing, numeric[place])


def _shown(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _cell(cell: Cell, drawing: Node | None, is_number: bool) -> Node:
    says = "–" if cell is None else f"{cell}"
    kind = "number" if is_number else "day" if DAY.fullmatch(says) else None
    return el("td", says, drawing, cls="long" if columns(says) > LONG else kind)
