"""A table of questions: a row each, under the names question, A to F, right and because.

    question                    A        B          C          right   because
    Who has the last word?      Judge    Defendant  Defender   B       The law gives it to her.
    What may be challenged?     Source   Handwork   Price      A, B    ...

The columns may stand in any order and may be named in Chinese: 题目, A … F, 正确答案, 解析.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from game.authoring.quizzes import workbook
from game.authoring.quizzes.question import (
    FILE,
    Basket,
    Choice,
    Kind,
    Question,
    Taken,
    Written,
    choosing,
    refused,
    tidy,
)
from game.authoring.quizzes.workbook import Cell, Formula, Row
from game.scenario.choices import Soundness
from game.scenario.words import T, Words, put
from game.text.cells import as_written, defused

LETTERS = "ABCDEF"
TEMPLATE = ("question", *LETTERS, "right", "because")
NAMES = {
    "question": ("question", "题目", "问题", "题干"),
    "right": ("right", "answer", "正确答案", "答案"),
    "because": ("because", "explanation", "解析", "讲解", "说明", "理由"),
}
CHOICE = re.compile(r"(?:选项|答案|choice|option|answer)?\s*([a-f])\s*(?:项)?", re.IGNORECASE)
RIGHT = re.compile(r"[A-F](?:[\s,，、;；/]*[A-F])*", re.IGNORECASE)


def read_csv(text: str) -> Taken:
    """The questions in a table whose cells stand between commas, semicolons or tabs."""
    basket = Basket()
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    above = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((above + 1, tuple(as_written(c) for c in cells)))
            above = reader.line_num
            if len(rows) > workbook.MOST_ROWS:
                break
    except csv.Error as error:
        why = T("a quotation mark does not fit here; the rest of the file was not read")
        if str(error).startswith("field larger"):
            why = T("a cell is far too long; the rest of the file was not read")
        basket.lose(T("line {n}", n=above + 1), why)
    return _read(rows, basket, T("line {n}"))


def read_xlsx(data: bytes) -> Taken:
    """The questions in the first sheet of the workbook that `data` is."""
    found = workbook.read(data)
    if found.refusal:
        return refused(found.refusal)
    basket = Basket()
    if found.sheets > 1:
        basket.note(FILE, T("only the first sheet is read"))
    return _read(found.rows, basket, T("row {n}"))


def _delimiter(text: str) -> str:
    """What stands most often in the first line: a comma, a semicolon or a tab."""
    first = text.lstrip("\n").partition("\n")[0]
    return max(",\t;", key=first.count)


def _read(rows: Sequence[Row], basket: Basket, where: Words) -> Taken:
    """The questions in `rows`, the first of which names the columns."""
    if not rows:
        return refused(T("the file is empty"))
    number, header = rows[0]
    columns = _columns(header)
    if not {"question", "A", "B", "right"} <= columns.keys():
        basket.lose(
            put(where, n=number),
            T("the first row must name the columns: {names}", names=", ".join(TEMPLATE)),
        )
        return basket.taken
    for at, cell in enumerate(header):
        if at not in columns.values() and cell:
            message = T("nothing is read from the column “{name}”", name=_plain(cell)[:30])
            basket.note(put(where, n=number), message)
    for number, cells in rows[1:]:
        _row(put(where, n=number), cells, columns, basket)
    return basket.taken


def _columns(header: Sequence[Cell]) -> dict[str, int]:
    """Where each column of the template stands."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(header):
        name = tidy(_plain(cell)).lower()
        if letter := CHOICE.fullmatch(name):
            columns.setdefault(letter[1].upper(), at)
        for known, spellings in NAMES.items():
            if name in spellings:
                columns.setdefault(known, at)
    return columns


def _row(place: Words, cells: Sequence[Cell], columns: dict[str, int], basket: Basket) -> None:
    read = {name: cells[at] for name, at in columns.items() if at < len(cells) and cells[at]}
    if not read:
        return
    if formula := next((cell for cell in read.values() if isinstance(cell, Formula)), None):
        message = T(
            "a cell holds a formula ({formula}); write its result", formula=formula.text[:30]
        )
        basket.lose(place, message)
        return
    texts = {name: tidy(_plain(cell)) for name, cell in read.items()}
    given = texts.get("right", "")
    letters = set(re.findall("[A-F]", given.upper())) if RIGHT.fullmatch(given) else set()
    offered = [letter for letter in LETTERS if texts.get(letter)]
    if not letters or not letters <= set(offered):
        message = T("“right” must be the letter of an answer, such as B, or A, C")
        basket.lose(place, message)
        return
    choices = tuple(
        Choice(texts[letter], Soundness.YES if letter in letters else Soundness.NO)
        for letter in offered
    )
    explained = texts.get("because", "")
    text = texts.get("question", "")
    basket.take(Question(text, choosing(choices), choices, explanation=explained, place=place))


def _plain(cell: Cell) -> str:
    return cell.text if isinstance(cell, Formula) else cell


def written(questions: Iterable[Question]) -> Written:
    """`questions` as the text of a table that Excel opens, and what it has no place for."""
    basket = Basket()
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow(TEMPLATE)
    for question in questions:
        if question.kind not in (Kind.ONE, Kind.SEVERAL):
            message = T(
                "a table has no place for this kind of question ({kind})", kind=question.kind
            )
            basket.lose(question.place, message)
        elif len(question.choices) > len(LETTERS):
            basket.lose(question.place, T("a table has room for {n} answers", n=len(LETTERS)))
        elif basket.take(question):
            _without_reasons(question, basket)
            table.writerow([defused(cell) for cell in _cells(question)])
    return Written(file.getvalue(), len(basket.questions), basket.taken.remarks)


def _cells(question: Question) -> list[str]:
    says = [choice.says for choice in question.choices]
    lettered = zip(LETTERS, question.choices, strict=False)
    right = ", ".join(letter for letter, choice in lettered if choice.sound is Soundness.YES)
    return [question.text, *says, *[""] * (len(LETTERS) - len(says)), right, question.explanation]


def _without_reasons(question: Question, basket: Basket) -> None:
    if any(choice.because for choice in question.choices):
        basket.note(question.place, T("the reasons of its answers have no column"))
    if any(choice.sound is Soundness.PARTLY for choice in question.choices):
        basket.note(question.place, T("an answer that is half right becomes a wrong one"))
