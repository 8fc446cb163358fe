"""The schema that editors use says the same as the reader: right files pass, wrong ones do not."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from game.authoring.scaffold import CHOICES, WORDING, Given, new
from game.authoring.schema import dumped, schema
from game.scenario.kinds import kinds
from game.scenario.model import LawBook, Scenario
from game.scenario.shapes import (
    BeatShape,
    ListShape,
    NameShape,
    NumberShape,
    RowShape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
)

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"


@pytest.fixture(scope="module")
def validator():
    return jsonschema.Draft202012Validator(schema(str))


def as_json(text):
    """The text as an editor sees it: with YAML's guesses, and keys that are texts."""
    return json.loads(json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=str))


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


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """Every template as `new` writes it, read as an editor reads it."""
    folder = tmp_path_factory.mktemp("begun")
    cases = {}
    for like in CHOICES:
        for language in WORDING:
            name = f"{like}_{language.lower()}"
            assert new(name, Given(like, language), language, folder, str, None) == 0
            cases[name] = as_json((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    return cases


def test_every_new_case_is_valid(validator, begun):
    for name, case in begun.items():
        assert [error.message for error in validator.iter_errors(case)] == [], name


def things(shape, value):
    """Every declared thing in `value` that is written out, with its kind."""
    if isinstance(shape, ListShape):
        for item in value if isinstance(value, list) else [value]:
            yield from things(shape.item, item)
    elif isinstance(shape, TableShape):
        for item in value.values():
            yield from things(shape.value, item)
    elif isinstance(shape, BeatShape):
        ((key, inner),) = ((k, v) for k, v in value.items() if k != "when")
        yield from things(ThingShape(kinds()[key]), inner)
    elif isinstance(shape, ThingShape) and (short := in_short(shape.kind, value)):
        yield from things(short, value)
    elif isinstance(shape, ThingShape) and isinstance(value, dict):
        yield shape.kind, value
        for name, field in fields_of(shape.kind).items():
            if name in value:
                yield from things(field.shape, value[name])


def in_short(kind, value):
    """The shape of the short form if that is how `value` was written."""
    whole = isinstance(value, dict) and set(value) <= set(fields_of(kind))
    return fields_of(kind)[kind.SHORTHAND].shape if kind.SHORTHAND and not whole else None


def wrong_for(shape):
    """Values that no field of this shape takes, each with what is wrong with it."""
    match shape:
        case NumberShape(within=within):
            yield "a word for a number", "many"
            yield from [("too large a number", within.most + 1)] if within else []
        case NameShape():
            yield "a name that is not offered", "nonsense"
        case TextShape():
            yield "a list for a text", ["a", "b"]
            yield "a table for a text", {"a": "b"}
        case RowShape(items=items):
            yield "too short a row", [1] * (len(items) - 1)
            yield "a row of words", ["a"] * len(items)
        case TableShape() | BeatShape():
            yield "a number for a table", 7
        case ThingShape(kind=kind) if not kind.SHORTHAND:
            yield "a number for a thing", 7
        case ListShape(item=item):
            for wrong, value in wrong_for(item):
                if not isinstance(value, list):
                    yield f"a list with {wrong}", [value]


def broken(kind, value):
    """`value` broken in every way that a teacher may break it, each with what was done."""
    yield "an unknown field", {**value, "zzz": 1}
    for name, field in fields_of(kind).items():
        if name == "when":
            continue  # stands beside the step
        if field.required:
            yield f"no {name}", {k: v for k, v in value.items() if k != name}
        for wrong, other in wrong_for(field.shape):
            yield f"{name}: {wrong}", {**value, name: other}


def test_everything_that_is_broken_in_a_case_is_not_valid(begun):
    whole = schema(str)
    seen = {}
    for case in begun.values():
        for kind, value in things(ThingShape(Scenario), case):
            if len(value) >= len(seen.get(kind, ())):
                seen[kind] = value
    ways = set()
    for kind, value in seen.items():
        name = kind.__module__.rpartition(".")[2] + "." + kind.__name__
        one = jsonschema.Draft202012Validator({**whole["$defs"][name], "$defs": whole["$defs"]})
        if kind is Scenario:
            one = jsonschema.Draft202012Validator(whole)
        assert one.is_valid({k: v for k, v in value.items() if k != "when"}), name
        for done, bad in broken(kind, value):
            assert not one.is_valid(bad), f"{name}: {done}"
            ways.add(done.partition(": ")[2] or done.partition(" ")[0])

    assert len(seen) > 25
    assert {"an", "no", "a word for a number", "a name that is not offered"} <= ways
