"""Help and errors of the command line are for somebody who has never used one."""

from __future__ import annotations

import re
import shlex

import pytest

from game.arguments import Parser
from game.manuals import MANUALS
from game.scenario.words import filled, plainly
from game.text.breaking import columns

ARGPARSE = ("usage:", "options:", "positional", "show this help", "error:", "invalid", "expected")


def english(words):
    return filled(words, plainly)


def chinese(words):
    """Every sentence of the game in Chinese; only what is filled in stays as it is."""
    return filled(words, lambda w: "模拟法庭" * 12 + "".join(re.findall(r"\{[a-z]+\}", w.text)))


def verbs(say=english):
    return Parser(say).all_verbs().verbs


def misused(capsys, *words, say=english):
    with pytest.raises(SystemExit) as left:
        Parser(say).all_verbs().parse_args(words)
    assert left.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_has_a_page_and_examples_that_can_be_typed(verb):
    manual = MANUALS[verb]

    assert manual.examples
    for example, _ in manual.examples:
        line = shlex.split(f"{verb} {example.partition('>')[0]}")
        assert Parser(english).all_verbs().parse_args(line).verb == verb


def test_the_first_page_lists_every_verb_and_how_to_read_it():
    page = Parser(english).all_verbs().format_help()

    assert all(re.search(rf"^  {name} ", page, re.MULTILINE) for name in verbs())
    assert "may be left out" in page


@pytest.mark.parametrize("verb", [None, *verbs()])
def test_nothing_in_a_translated_page_is_argparses_own(verb):
    parser = Parser(chinese).all_verbs()
    page = (parser.verbs[verb] if verb else parser).format_help()

    assert not [word for word in ARGPARSE if word in page]


@pytest.mark.parametrize("wide", [50, 80, 200])
@pytest.mark.parametrize("verb", [None, *verbs()])
def test_no_line_of_chinese_help_is_wider_than_the_terminal(verb, wide, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(wide))
    parser = Parser(chinese).all_verbs()
    page = (parser.verbs[verb] if verb else parser).format_help()
    wrapped = [line for line in page.splitlines() if line.startswith("      ")]

    assert all(columns(line) < wide for line in wrapped)
    assert wrapped


def test_help_says_the_choices_and_what_holds_without_them():
    page = " ".join(verbs()["check"].format_help().split())

    assert "pretty, concise, json, sarif, github (if left out: pretty)" in page


def test_a_needed_option_stands_in_the_usage_line():
    assert "--to TO" in verbs()["export"].format_usage()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chekc", "“chekc” is no verb of this game.\nDid you mean “mockcourt check”?"),
        ("my_case.yaml", "Did you mean “mockcourt play my_case.yaml”?"),
        ("frobnicate", "“frobnicate” is no verb of this game.\nUsage:"),
        ("check", "Still missing: PATH."),
        ("export a.yaml", "Still missing: --to."),
        ("check a.yaml --format", "Something must follow “--format”."),
        ("check a.yaml --format jsn", "“jsn” is not one of the choices. Did you mean “json”?"),
        ("play --role jury", "“jury” is not one of the choices: judge, prosecution, defence."),
        ("robots a.yaml --plays many", "“many” is not a whole number."),
        ("shots out --text-scale big", "“big” is not a number."),
        ("shots out --size big", "“big” does not fit. It is like 1280x720."),
        ("check a.yaml --strict=yes", "“--strict” stands alone; nothing belongs behind it."),
        ("check a.yaml --strikt", "“--strikt” is not understood here.\nDid you mean “--strict”?"),
        ("check a.yaml —strict", "“—strict” is not understood here.\nDid you mean “--strict”?"),
        ("explain C203 C204", "“C204” is not understood here.\nUsage:"),
    ],
)
def test_a_slip_is_said_in_a_sentence_with_what_was_meant(line, said, capsys):
    heard = misused(capsys, *shlex.split(line))

    assert said in heard
    assert "--help" in heard


@pytest.mark.parametrize(
    "line", ["chekc", "check", "check a --format", "play --role x", "robots a --plays x", "map a b"]
)
def test_errors_are_translated_whole(line, capsys):
    heard = misused(capsys, *line.split(), say=chinese)

    assert not [word for word in ARGPARSE if word in heard]
    assert not re.search("[a-z]+ [a-z]+ [a-z]+ [a-z]+", heard)


def test_a_word_that_argparse_may_say_tomorrow_is_passed_on(capsys):
    with pytest.raises(SystemExit):
        Parser(english).all_verbs().error("something new")

    assert "This is not understood: something new" in capsys.readouterr().err
