"""Every code has a page, and every page is true: wrong is found out, right passes."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from game.authoring.check import Checker
from game.scenario.codes import MANUAL, manual
from game.scenario.load import load_text
from game.scenario.walk import sentences

GAME = Path(__file__).resolve().parents[2] / "game"
NEED_CHECKER = ("C348", "C349", "C401")  # what is beside the case makes them findings
IN_CATALOGUE = [code for code in manual() if code.startswith("C4") and code != "C401"]
SHOWN = [
    code
    for code, page in manual().items()
    if page.fail and code not in (*NEED_CHECKER, *IN_CATALOGUE)
]


def yielded():
    """Every code that some module of the game speaks of, the manual itself left out."""
    modules = [path for path in GAME.rglob("*.py") if not path.name.startswith("codes")]
    return {code for path in modules for code in re.findall(r'"(C\d{3})"', path.read_text("utf-8"))}


@pytest.fixture
def found_beside_catalogue(case, tmp_path):
    """The codes found in a text where every sentence of the unchanged small case is translated.

    `entry` stands in the catalogue in place of the sentence that it translates.
    """
    scenario = load_text(case(""), Path("case.yaml")).scenario
    texts = dict.fromkeys(words.text for words in sentences(scenario))
    po = tmp_path / "locales" / "zh_CN" / "LC_MESSAGES" / "case.po"
    po.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'

    def find(text, entry=""):
        others = (json.dumps(t, ensure_ascii=False)[1:] for t in texts if t not in entry)
        entries = "\n".join(f'msgid "{other}\nmsgstr "译{other}\n' for other in others)
        po.write_text(f"{header}{entries}\n{entry}\n", "utf-8")
        path = tmp_path / "case.yaml"
        path.write_text(text, "utf-8")
        findings = Checker(tmp_path, tmp_path / "cache", date(2026, 11, 24)).findings([path])
        return [finding.diagnostic.code for finding in findings]

    return find


def test_every_code_has_a_page_and_every_page_a_code():
    assert yielded() == set(manual())


@pytest.mark.parametrize("code", manual())
def test_page_gives_its_reason_in_two_sentences_or_three(code):
    sentences_in_it = re.findall(r"[.?]”?(?: |$)", str(manual()[code].why))

    assert 2 <= len(sentences_in_it) <= 3


def test_small_case_has_no_findings(case, found):
    assert found(case("")) == []


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_example_is_found_out(code, case, found):
    codes = {code for code, *_ in found(case(manual()[code].fail))}

    assert code in codes


@pytest.mark.parametrize("code", SHOWN)
def test_right_example_passes(code, case, found):
    assert found(case(manual()[code].passes)) == []


@pytest.mark.parametrize("code", [code for code in SHOWN if code not in ("C135", "C302")])
def test_wrong_example_gives_one_finding_only(code, case, found):
    assert len({code for code, *_ in found(case(manual()[code].fail))}) == 1


@pytest.mark.parametrize("code", NEED_CHECKER)
def test_wrong_example_is_found_out_by_the_checker(code, case, found_beside_catalogue):
    assert code in found_beside_catalogue(case(manual()[code].fail))


@pytest.mark.parametrize("code", NEED_CHECKER)
def test_right_example_passes_the_checker(code, case, found_beside_catalogue):
    assert found_beside_catalogue(case(manual()[code].passes)) == []


@pytest.mark.parametrize("code", IN_CATALOGUE)
def test_wrong_example_of_a_catalogue_is_found_out_alone(code, case, found_beside_catalogue):
    assert found_beside_catalogue(case(""), manual()[code].fail) == [code]


@pytest.mark.parametrize("code", IN_CATALOGUE)
def test_right_example_of_a_catalogue_passes(code, case, found_beside_catalogue):
    assert found_beside_catalogue(case(""), manual()[code].passes) == []


def test_only_files_that_cannot_be_read_have_no_example():
    assert [code for code, page in MANUAL.items() if not page.fail] == [
        *(f"C10{n}" for n in range(1, 9)),
        "C199",
    ]
