"""Each building block for the editor, filled with what it suggests, is a right part of a case."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from game.authoring.schema import schema
from game.authoring.snippets import THINGS, dumped, snippets
from game.scenario.diagnostics import Severity
from game.scenario.kinds import kinds
from game.scenario.load import load_text
from game.scenario.words import filled
from game.text.catalogues import catalogues

jsonschema = pytest.importorskip("jsonschema")

SMALL = {
    "people": "  lin: {name: Lin, part: presiding_judge}\n"
    "  zhou: {name: Zhou, part: prosecutor}\n"
    "  he: {name: He, part: defender}\n"
    "  person: {name: Chen, part: defendant}",
    "issues": "  issue: {says: He lied., proved: yes, carried_by: [exhibit], because: Read it.}",
    "exhibits": "  exhibit: {title: Log, kind: record, offered_by: prosecution, shows: A log.,"
    " proves: [issue], because: It is whole.}",
    "documents": "  document:\n    kind: chat\n    title: Chat\n    messages:\n"
    '      - {by: person, says: "[Today only](trap:trap), or [ask](honest:honest)."}\n'
    "  statement:\n    kind: statement\n    title: Words\n"
    "    messages: [{id: s1, says: He wrote.}]\n"
    "  record:\n    kind: record\n    title: Log\n    messages: [{id: r1, says: He wrote.}]",
    "traps": "  trap: {kind: secrecy, tell: He hides it., lesson: Tell somebody.}",
    "honest": "  honest: He says whom to ask.",
    "help": '  "110": Police',
}
UNDER = {
    "person": "people",
    "issue": "issues",
    "evidence": "exhibits",
    "document": "documents",
    "trap": "traps",
    "honest": "honest",
}
# What only a teacher can give: who did wrong, and whom a rule flags.
OPEN = {"screen": {"C332", "C333"}}
PLACE = re.compile(r"\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*\|)\}")
CHINESE = catalogues(Path(__file__).resolve().parents[2] / "locales", "zh_CN", (), None)
BLOCKS = snippets(str)
EVERY = {
    "en": BLOCKS,
    "zh_CN": snippets(lambda words: filled(words, CHINESE)),
}


def typed(block):
    """The text of `block` when every place keeps what VS Code puts there."""

    def kept(found):
        return re.sub(r"\\(.)", r"\1", found[1] if found[1] is not None else found[2])

    return PLACE.sub(kept, "\n".join(block["body"]))


def case_with(name, text):
    """A small case with the block in its place."""
    parts = dict(SMALL)
    beats = "- exhibit: exhibit\n- find: all" if name not in ("exhibit", "find") else "- say: Once."
    if name == "find":
        beats = "- exhibit: exhibit"
    scenes = ""
    if name in UNDER:
        own = {"person", "issue", "trap", "honest", "document"}
        body = text.replace(f"{name}:", "another:", 1) if name in own else text
        parts[UNDER[name]] += "\n" + indent(body, "  ")
    elif name == "message":
        parts["documents"] += "\n  more:\n    kind: chat\n    title: Chat\n    messages:\n"
        parts["documents"] += indent(text, "      ")
    elif name == "scene":
        scenes = "\n" + indent(text.replace("id: ", "id: more # ", 1), "  ")
    else:
        late = name in ("find", "sentence")
        beats = f"{beats}\n{text}" if late else f"- exhibit: exhibit\n{text}\n- find: all"
        beats = text if name == "exhibit" else beats
    head = (
        "format: 1\nid: case\nlanguage: en\ntitle: Small\nsummary: Small.\nlevel: junior\n"
        "minutes: 5\nproceeding: criminal\ncourt: A court\n"
        "based_on: {kind: invented, note: Invented.}\n"
        "review: {law_checked: 2026-11-23, by: Us, status: a draft}\n"
    )
    body = "\n".join(f"{part}:\n{lines}" for part, lines in parts.items())
    scene = "scenes:\n  - id: first\n    title: First\n    chain: prevention\n    beats:\n"
    return f"{head}{body}\n{scene}{indent(beats, '      ')}{scenes}\n"


def test_there_is_a_block_for_every_kind_of_step_and_thing():
    assert {name.partition(":")[0] for name in BLOCKS} == {*kinds(), *THINGS}
    assert [name for name in BLOCKS if name.startswith("quiz")] == [
        "quiz: choices",
        "quiz: order",
        "quiz: pairs",
        "quiz: amount",
    ]


@pytest.mark.parametrize("language", EVERY)
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_as_it_is_put_down_has_no_error(name, language, laws):
    text = case_with(name, typed(EVERY[language][name]))
    found = load_text(text, Path("case.yaml"), laws)

    assert [
        f"{d.code} {d.spot.line}: {d.message}"
        for d in found.diagnostics
        if d.severity is Severity.ERROR and d.code not in OPEN.get(name, ())
    ] == []
    assert found.scenario or name in OPEN


@pytest.mark.parametrize("name", BLOCKS)
def test_the_schema_takes_a_block_as_well(name):
    case = json.loads(json.dumps(yaml.safe_load(case_with(name, typed(BLOCKS[name]))), default=str))

    assert not list(jsonschema.Draft202012Validator(schema(str)).iter_errors(case))


@pytest.mark.parametrize("name", BLOCKS)
def test_places_are_numbered_in_the_order_in_which_they_stand(name):
    numbers = [int(n) for n in re.findall(r"\$\{(\d+)", "\n".join(BLOCKS[name]["body"]))]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("hard", ['a "word"', "a: b # c", "50 % of {x} $y \\ z", "一、二：三"])
def test_no_explanation_breaks_a_block(hard, laws):
    for name, block in snippets(lambda words: hard).items():
        if name == "message" or name == "document":
            continue  # their sample must hold a mark, which this is not
        text = case_with(name, typed(block))
        codes = {d.code for d in load_text(text, Path("case.yaml"), laws).diagnostics}
        assert not {code for code in codes if code.startswith("C1")}, (name, codes)


def test_blocks_answer_to_chinese_and_pinyin_and_are_explained_in_ones_own_language():
    block = snippets(lambda words: "「" + str(words) + "」")["decide"]

    assert block["prefix"] == ["decide", "决定", "jueding"]
    assert block["description"].startswith("「")
    assert "「the question」" in "\n".join(block["body"])


def test_the_blocks_can_be_saved():
    assert json.loads(dumped(str)) == BLOCKS
