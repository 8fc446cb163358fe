"""Explain prints one page, offers near codes for one that is not there, and lists them all."""

from __future__ import annotations

import pytest

from game.authoring.explain import GROUPS, explain
from game.scenario.codes import manual


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_page_has_title_reason_wrong_and_right(capsys):
    assert explain("C203", str) == 0

    assert lines(capsys.readouterr().out) == [
        "C203: Nothing has this name",
        str(manual()["C203"].why),
        "Wrong:",
        "cuts: {15: [chta]}",
        "Right:",
        "cuts: {15: [chat]}",
    ]


def test_examples_stand_further_right_and_keep_their_shape(capsys):
    explain("C124", str)

    assert "\n    based_on:\n      kind: invented\n        note: " in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["c203", "203", " C203: ", "Ｃ２０３", "２０３："])
def test_code_may_be_typed_hastily(typed, capsys):
    assert explain(typed, str) == 0

    assert capsys.readouterr().out.startswith("C203: ")


def test_page_of_a_file_that_cannot_be_read_has_no_examples(capsys):
    assert explain("C105", str) == 0

    assert len(lines(capsys.readouterr().out)) == 2


def test_page_of_a_check_is_printed_like_any_other(capsys):
    explain("C301", str)

    assert capsys.readouterr().out.startswith("C301: Every decoy says why it is unsound\n")


def test_signs_that_no_screen_shows_are_made_visible(capsys):
    for code in ("C109", "C114", "C115"):
        explain(code, str)
    printed = capsys.readouterr().out

    assert not {"\a", "\t", "\u3000"} & set(printed)
    assert "The free␇ skins" in printed
    assert "title:␣The free skins" in printed


@pytest.mark.parametrize(
    ("typed", "offered"), [("C219", "C21"), ("399", "C3"), ("C409", "C40"), ("C1", "C1")]
)
def test_unknown_code_is_answered_with_those_that_begin_alike(typed, offered, capsys):
    assert explain(typed, str) == 2

    out, err = capsys.readouterr()
    codes = [word for word in err.split() if word in manual()]
    assert out == ""
    assert codes == [code for code in manual() if code.startswith(offered)]


@pytest.mark.parametrize("typed", ["C777", "colon", "0"])
def test_unknown_code_like_no_other_is_answered_with_all(typed, capsys):
    assert explain(typed, str) == 2

    err = capsys.readouterr().err
    assert err.startswith("There is no code ")
    assert all(f"  {code}  " in err for code in manual())


def test_no_code_lists_every_page_in_its_group(capsys):
    assert explain("", str) == 0

    printed = lines(capsys.readouterr().out)
    assert [line[:4] for line in printed if line[:4] in manual()] == list(manual())
    assert [line for line in printed if line in map(str, GROUPS.values())] == [
        str(heading) for heading in GROUPS.values()
    ]


@pytest.mark.parametrize("code", manual())
def test_every_page_goes_through_the_translator(code, capsys):
    explain(code, lambda words: f"<{words}>")

    page = manual()[code]
    assert lines(capsys.readouterr().out)[:2] == [f"{code}: <{page.title}>", f"<{page.why}>"]
