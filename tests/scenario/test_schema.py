"""The schema that editors use says the same as the reader: right files pass, wrong ones do not."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from game.authoring.schema import dumped, schema
from game.scenario.kinds import kinds
from game.scenario.model import LawBook
from game.scenario.shapes import fields_of

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"


@pytest.fixture(scope="module")
def validator():
    return jsonschema.Draft202012Validator(schema(str))


def as_json(text):
    """The text as an editor sees it: with YAML's guesses, and keys that are texts."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema(str))
    jsonschema.Draft202012Validator.check_schema(schema(str, LawBook))


def test_shipped_files_are_valid(validator):
    laws = jsonschema.Draft202012Validator(schema(str, LawBook))

    for path in SCENARIOS.glob("*.yaml"):
        one = laws if path.stem == "laws" else validator
        assert list(one.iter_errors(as_json(path.read_text(encoding="utf-8")))) == []


def test_small_case_is_valid(validator, case):
    assert validator.is_valid(as_json(case("")))


@pytest.mark.parametrize(
    "change",
    [
        "level: university",
        "minutes: 400",
        "minutes: forty",
        "titel: x",
        "based_on: {kind: invented}",
        "- spto: chat",
        "- say: x\n  spot: chat",
        "people: {Lin-1: {name: x, part: clerk}}",
    ],
)
def test_wrong_case_is_not_valid(change, validator, case):
    assert not validator.is_valid(as_json(case(change)))


@pytest.mark.parametrize(
    "change",
    [
        "title: no",
        "title: 12",
        "title: 2024-01-02",
        "learn: one thing",
        "learn: [one, two]",
        "- say: x",
        "- say: [x, {says: y}]",
        "- say: {says: y}",
        "- spot: {document: chat}",
    ],
)
def test_every_way_to_write_it_is_valid(change, validator, case):
    assert validator.is_valid(as_json(case(change)))


def test_every_kind_of_step_is_offered():
    steps = schema(str)["$defs"]["beat"]["oneOf"]

    assert [step["required"] for step in steps] == [[kind] for kind in kinds()]


def test_every_field_is_explained_in_ones_own_language():
    properties = schema(lambda words: "«" + str(words) + "»")["$defs"]["model.Scenario"][
        "properties"
    ]

    assert properties["title"]["description"] == "«the name of the case»"


def test_every_declared_field_is_there():
    for kind in kinds().values():
        name = kind.__module__.rpartition(".")[2] + "." + kind.__name__
        fields = set(fields_of(kind)) - {"when"}

        assert all(f'"{field}"' in json.dumps(schema(str)["$defs"][name]) for field in fields)


def test_schema_can_be_saved():
    assert json.loads(dumped(str)) == schema(str)
