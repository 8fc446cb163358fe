"""Facts that flip: one file, several cases, each read, checked and played for itself."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from game.authoring.schema import schema
from game.authoring.solver.solve import solutions
from game.scenario.beats.quiz import Quiz
from game.scenario.court import beats, called
from game.scenario.load import load_text
from game.session.shelf import Shelved
from game.text.extract import translatable

SMALL = Path(__file__).parent.parent / "cases" / "small_case.yaml"
PARAMETERS = """\
parameters:
  age: {says: "How old is he?", values: {seven: Seven, twelve: Twelve}}
  paid: {says: "Was it repaid?", values: {repaid: Yes., kept: No.}}
people:
"""
QUIZ = """\
      - quiz:
          ask: "Is it valid?"
          because: It depends on the age.
          choices:
            x1: {says: It is void., sound: yes, because: N, if: {twelve: {sound: no}}}
            x2: {says: It waits., because: N, if: {twelve: {sound: yes, because: Yes.}}}
            x3: {says: It is valid., because: N}
      - say: {says: He paid it back., only_if: repaid}
help: {"110"
"""


def flipped(parameters=PARAMETERS, end=QUIZ):
    text = SMALL.read_text(encoding="utf-8").replace("people:\n", parameters, 1)
    return text.replace('help: {"110"', end.rstrip(), 1)


def loaded(text):
    return load_text(text, SMALL)


def json_of(text):
    return json.loads(json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=str))


def the_quiz(case):
    return next(b for _, b in beats(case) if isinstance(b, Quiz) and b.ask == "Is it valid?")


def test_every_combination_of_values_is_a_case_of_its_own():
    variants = loaded(flipped()).variants

    assert [case.facts for case in variants] == [
        ("seven", "repaid"),
        ("seven", "kept"),
        ("twelve", "repaid"),
        ("twelve", "kept"),
    ]
    assert called(variants[3]) == "small_case[twelve+kept]"


def test_the_right_answer_follows_from_the_fact():
    seven, _, twelve, _ = loaded(flipped()).variants

    assert [c.sound for c in the_quiz(seven).choices.values()] == ["yes", "no", "no"]
    assert [c.sound for c in the_quiz(twelve).choices.values()] == ["no", "yes", "no"]
    assert the_quiz(twelve).choices["x2"].because == "Yes."


def test_a_beat_is_left_out_where_its_fact_does_not_hold():
    repaid, kept, *_ = loaded(flipped()).variants

    assert len(repaid.scenes[-1].beats) == len(kept.scenes[-1].beats) + 1


def test_every_variant_is_proved():
    for case in loaded(flipped()).variants:
        assert all(s.proved and s.is_fine and s.best.marks == 100 for s in solutions(case, None))


def test_a_variant_that_is_wrong_alone_is_a_finding():
    both_wrong = QUIZ.replace("sound: yes, because: Yes.", "because: Yes.")

    (finding,) = (d for d in loaded(flipped(end=both_wrong)).diagnostics if d.code == "C310")

    assert "no choice here is sound" in str(finding.message)


def test_an_unknown_fact_names_the_ones_there_are():
    (finding,) = loaded(flipped().replace("only_if: repaid", "only_if: repiad")).diagnostics

    assert finding.code == "C216"
    assert "seven" in str(finding.hint)


@pytest.mark.parametrize(
    "parameters",
    [
        PARAMETERS.replace("kept: No.", "seven: No."),
        PARAMETERS.replace("kept: No.", ", ".join(f"v{n}: N" for n in range(20))),
    ],
    ids=["twice", "too many"],
)
def test_values_are_told_apart_and_bounded(parameters):
    assert "C217" in {d.code for d in loaded(flipped(parameters)).diagnostics}


def test_a_seat_can_name_the_facts_it_wants():
    found = loaded(flipped())
    shelved = Shelved(found.scenario, SMALL, "", found.variants)

    assert shelved.variant(["kept"]).facts == ("seven", "kept")
    assert shelved.variant([]) is found.scenario
    assert shelved.variant(["ten"]) is None
    assert shelved.variant(["seven", "twelve"]) is None


def test_what_only_one_variant_says_is_translated_too():
    end = QUIZ.replace("because: Yes.", "because: Only at twelve.")
    texts = [written.text for written in translatable(loaded(flipped(end=end)).variants)]

    assert texts.count("Only at twelve.") == 1
    assert texts.count("He paid it back.") == 1
    assert "How old is he?" in texts


def test_the_schema_knows_facts_that_flip():
    validator = jsonschema.Draft202012Validator(schema(str))

    assert validator.is_valid(json_of(flipped()))
    assert not validator.is_valid(json_of(flipped().replace("if: {twelve:", "iff: {t:")))
