"""Every name must be the name of something; the nearest one is offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import astuple

from game.scenario.load import load_laws, load_text
from game.scenario.walk import cited_laws, sentences

LAWS = """\
format: 1
language: en
acts:
  criminal_law: {en: Criminal Law, zh_CN: 刑法}
cards:
  criminal_law/266: {title: Fraud, says: Do not cheat., in_force: 2021-03-01, checked: 2026-11-23}
"""


@pytest.fixture
def laws(tmp_path):
    path = tmp_path / "laws.yaml"
    path.write_text(LAWS, encoding="utf-8")
    book, found = load_laws(path)

    assert found == ()
    return book


@pytest.mark.parametrize(
    ("change", "line", "column", "word", "kind"),
    [
        ("cuts: {15: [chta]}", 35, 13, "chta", "scene"),
        ("- spot: chta", 33, 15, "chta", "document"),
        ("- say: {by: line, says: x}", 33, 19, "line", "person"),
        ("- say: x\n  when: {admitted: chat_log}", 34, 26, "chat_log", "exhibit"),
        ("- say: x\n  when: {chose: ask_mum}", 34, 23, "ask_mum", "choice"),
        ("- spot: {document: chat, name: [free_gft]}", 33, 39, "free_gft", "trap"),
    ],
)
def test_unknown_name_is_found_where_it_is_written(
    change, line, column, word, kind, case, found, loaded
):
    text = case(change)
    wrong = [f for f in found(text) if f[0] == "C203"]
    (finding,) = [d for d in loaded(text).diagnostics if d.code == "C203"]

    assert wrong == [("C203", line, column, word)]
    assert kind in str(finding.message)


def test_near_name_is_offered(case, loaded):
    (finding,) = loaded(case("- spot: chta")).diagnostics

    assert str(finding.hint) == "did you mean “chat”?"


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("by: zhou", "by: Zhou Yi", "by: zhou"),
        ("by: zhou", "by: 周 一", "by: zhou"),
        ("spot: chat", "spot: A group chat", "chat"),
        ("spot: chat", "spot: {document: a group chat}", "chat"),
    ],
)
def test_what_players_read_is_answered_with_its_id(right, wrong, hint, case, loaded):
    name = "周 一" if "周" in wrong else "Zhou Yi"
    text = case("").replace("name: Zhou", "name: " + name).replace(right, wrong)
    (finding,) = loaded(text).diagnostics

    assert (finding.code, str(finding.hint)) == (
        "C203",
        "that is what players read; here write its id: " + hint,
    )


def test_title_that_two_things_have_is_not_guessed_at(case, loaded):
    text = case("").replace("name: Zhou", "name: Lin").replace("by: zhou", "by: Lin")
    (finding,) = loaded(text).diagnostics

    assert str(finding.hint) == "did you mean “lin”?"


def test_name_of_something_else_is_said_to_be_that(case, loaded):
    (finding,) = loaded(case("- spot: free_gift")).diagnostics

    assert "“traps” has one" in str(finding.hint)


def test_span_that_names_nothing_is_found_at_its_id(case, found):
    text = case("").replace("(trap:free_gift)", "(trap:free_gft)")

    assert ("C203", 22, 57, "free_gft") in found(text)


def test_law_cards_are_looked_up_in_the_law_book(case, laws):
    text = case(
        'court: "The [court](law:criminal_law/265)"\n'
        "issues:\n  fraud: {says: x, proved: 'no', because: y, law: criminal_law/26}\n"
    )
    result = load_text(text, Path("case.yaml"), laws)

    assert [(d.code, d.spot.line, str(d.hint)) for d in result.diagnostics] == [
        ("C203", 9, "did you mean “criminal_law/266”?"),
        ("C203", 36, "did you mean “criminal_law/266”?"),
    ]


def test_without_a_law_book_law_cards_go_unchecked(case, found):
    assert found(case('court: "The [court](law:no_such/1)"')) == []


def test_card_of_an_unknown_act_is_found(tmp_path):
    path = tmp_path / "laws.yaml"
    path.write_text(LAWS.replace("  criminal_law/266:", "  civil_code/266:"), encoding="utf-8")
    book, found = load_laws(path)

    assert book is None
    assert [(d.code, *astuple(d.spot)) for d in found] == [("C203", 6, 3, 14)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("honest:\n  notice: x\n  mail: y", ("C218", 28, 3, "mail")),
        (
            "traps:\n  free_gift: {kind: free_lure, tell: a, lesson: b}\n"
            "  hurry: {kind: time_pressure, tell: a, lesson: b}",
            ("C218", 26, 3, "hurry"),
        ),
    ],
)
def test_what_nothing_marks_is_a_warning(change, expected, case, found, loaded):
    text = case(change)
    (finding,) = [f for f in found(text) if f[0] == "C218"]

    assert finding == expected
    assert loaded(text).scenario is not None


@pytest.mark.parametrize(
    "change",
    ["documents: x", "documents:\n  chat: x", "documents:\n  chat: {kind: chat, title: x}"],
)
def test_names_from_a_broken_part_are_not_missed(change, case, found):
    assert "C203" not in {code for code, *_ in found(case(change))}


def test_sentences_are_what_players_read_with_their_places(case, loaded):
    written = {s.place: (s.text, s.spot.line) for s in sentences(loaded(case("")).scenario)}

    assert written["title"] == ("The free skins", 4)
    assert written["people.lin.name"] == ("Lin", 13)
    assert written["documents.chat.messages.1.says"][1] == 23
    assert written["scenes.0.beats.0.lines.0.says"] == ("The bell has not rung yet.", 33)
    assert "id" not in written


def test_cited_laws_are_found_in_fields_and_spans(case, loaded):
    text = case(
        'court: "The [court](law:a/1)"\n'
        "issues:\n  fraud: {says: x, proved: 'no', because: y, law: b/2}\n"
    )

    assert cited_laws(loaded(text).scenario) == ("a/1", "b/2")
