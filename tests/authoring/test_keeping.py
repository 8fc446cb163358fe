"""What time and fonts do to a case is found on the very day, and at the very character."""

from __future__ import annotations

from datetime import date

import pytest

from game.authoring.check import Checker
from game.scenario.days import day
from tests.conftest import ROOT

TODAY = date(2026, 11, 24)
SMALL = (ROOT / "tests" / "cases" / "small_case.yaml").read_text("utf-8")
BOOK = """\
format: 1
language: en
acts: {criminal_law: {en: Criminal Law, zh_CN: 刑法}}
cards:
  criminal_law/266: {title: Fraud, says: x, in_force: 2021-03-01, checked: 2026-11-23}
  criminal_law/27: {title: Accessory, says: x, in_force: 1997-10-01, checked: 2026-11-23}
"""


@pytest.fixture
def findings(tmp_path):
    """The findings about a case and the law cards beside it: code, line and message."""

    def find(case=SMALL, book=BOOK, today=TODAY):
        files = {"small_case.yaml": case, "laws.yaml": book}
        for name, text in files.items():
            (tmp_path / name).write_text(text, "utf-8")
        checker = Checker(tmp_path, tmp_path / "cache", today)
        found = (f.diagnostic for f in checker.findings([tmp_path / name for name in files]))
        return [(d.code, d.spot.line, str(d.message)) for d in found if d.code != "C401"]

    return find


def test_what_was_checked_within_a_year_is_left_alone(findings):
    assert findings() == []
    assert findings(today=date(2027, 11, 24)) == []


def test_what_was_checked_over_a_year_ago_is_told_once_each(findings):
    found = findings(today=date(2027, 11, 25))

    assert [code for code, *_ in found] == ["C348", "C348", "C348"]
    assert [line for _, line, _ in found] == [11, 5, 6]
    assert "367 days ago" in found[0][2]


def test_day_that_has_not_come_yet(findings):
    found = findings(today=date(2026, 11, 22))

    assert {message for *_, message in found} == {"this day has not come yet"}


def test_card_that_changed_after_the_case_was_checked_is_told_where_it_is_cited(findings):
    found = findings(case=SMALL.replace("2026-11-23", "2026-10-01"),
                     book=BOOK.replace("2021-03-01", "2026-11-01"))  # fmt: skip

    assert [(code, SMALL.split("\n")[line - 1].strip()[:10]) for code, line, _ in found] == [
        ("C348", "- sentence")
    ]
    assert "changed on 2026-11-01" in found[0][2]


def test_card_that_is_not_in_force_yet(findings):
    found = findings(book=BOOK.replace("2021-03-01", "2027-03-01"))

    assert [message for *_, message in found] == [
        "“criminal_law/266” will only be in force from 2027-03-01 on",
        "this card was checked before its wording was in force",
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(("2026/11/3", "2026-11-03"), ("2026年11月3日", "2026-11-03"), ("soon", "2026-11-23")),
        *(("2026-13-01", "2026-11-23"), ("20261123", "2026-11-23"), ("2026-1-5", "2026-01-05")),
    ],
)
def test_day_that_cannot_be_read(text, hint, findings, tmp_path):
    found = findings(case=SMALL.replace("2026-11-23", f'"{text}"'),
                     book=BOOK.replace("1997-10-01", f'"{text}"'))  # fmt: skip
    checker = Checker(tmp_path, tmp_path / "cache", TODAY)
    hints = [str(f.diagnostic.hint) for f in checker.findings([tmp_path / "laws.yaml"])]

    assert [code for code, *_ in found] == ["C347", "C347"]
    assert f"write it like {hint}, or “not yet”" in hints


@pytest.mark.parametrize("text", ["not yet", "Not yet.", "尚未"])
def test_draft_may_say_that_nobody_has_checked_it(text, findings):
    assert findings(case=SMALL.replace("2026-11-23", text)) == []


def test_day_is_read_only_as_it_is_to_be_written():
    assert day("2024-02-29") == date(2024, 2, 29)
    assert [day(text) for text in ("2023-02-29", "2024-2-29", "２０２４-02-29", "")] == 4 * [None]


def test_character_that_no_font_has_is_told_with_its_code(findings):
    found = findings(
        case=SMALL.replace("A tiny case.", "A 🦊 tiny 🦊 case.").replace("Once.", "𠀀")
    )

    assert [(code, line) for code, line, _ in found] == [("C349", 5), ("C349", 45)]
    assert "“🦊” (U+1F98A)" in found[0][2]
    assert "(U+20000)" in found[1][2]


def test_law_cards_are_looked_through_for_such_characters_too(findings):
    assert [code for code, *_ in findings(book=BOOK.replace("Fraud", "Fraud 🦊"))] == ["C349"]


def test_law_card_that_is_longer_than_a_screen(findings):
    assert findings(book=BOOK.replace("says: x", "says: " + "法" * 480)) == []
    found = findings(book=BOOK.replace("says: x", "says: " + "法" * 481, 1))

    assert [(code, line) for code, line, _ in found] == [("C345", 5)]


def test_translation_is_checked_where_its_text_stands(findings, tmp_path):
    po = tmp_path / "locales" / "zh_CN" / "LC_MESSAGES" / "small_case.po"
    po.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    said = "她在微信上🦊。" + "长" * 166
    po.write_text(f'{header}msgid "Once."\nmsgstr "{said}"\n', "utf-8")

    found = {(code, line, message) for code, line, message in findings()}

    assert {(code, line) for code, line, _ in found} == {
        *(("C340", 45), ("C344", 45), ("C345", 45), ("C349", 45))
    }
    assert all(message.startswith("in zh_CN: ") for *_, message in found)
