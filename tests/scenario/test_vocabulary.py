"""Cases are written in few words; a Chinese teacher is told what they mean and which was meant."""

from __future__ import annotations

import pytest

from game.authoring.schema import schema
from game.scenario.typed import TYPED, meant
from game.scenario.vocabulary import about, field_names, keyword, keywords, things
from game.text.catalogues import catalogues
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("level: 初中", "write level: junior"),
        ("proceeding: 刑事", "write proceeding: criminal"),
        ("language: 中文", "write language: zh_CN"),
        ("language: zh", "write language: zh_CN"),
        ("based_on: {kind: 虚构, note: x}", "write kind: invented"),
        ("hearing: 不公开", "write hearing: closed"),
    ],
)
def test_keyword_typed_in_chinese_is_answered_with_the_english_one(change, hint, case, loaded):
    (finding,) = loaded(case(change)).diagnostics

    assert (finding.code, str(finding.hint)) == ("C205", hint)


def test_a_translation_of_a_keyword_still_says_what_to_type():
    chinese = catalogues(ROOT / "locales", "zh_CN", (), None)
    said = {name: chinese(keyword(name)) for name in keywords()}

    assert [name for name, words in said.items() if not words.startswith(f"“{name}”")] == []


def test_case_in_a_third_language_is_refused(case, loaded):
    (finding,) = loaded(case("language: fr")).diagnostics

    assert finding.code == "C205"


def test_same_word_means_what_the_field_takes():
    assert meant("法官", ("judge", "prosecution")) == "judge"
    assert meant("审判长", ("presiding_judge", "judge")) == "presiding_judge"
    assert meant("公诉人", ("prosecutor", "defender")) == "prosecutor"
    assert meant("公诉人", ("prosecution", "defence")) == "prosecution"
    assert meant("律师", ("yes", "no")) is None


def test_every_typed_word_stands_for_a_word_that_there_is():
    assert set(TYPED) <= {*keywords(), *field_names()}


def test_field_typed_in_chinese_is_read_as_the_one_that_was_meant(case, loaded):
    (finding,) = loaded(case("").replace("title: The free", "标题: The free")).diagnostics

    assert (finding.code, str(finding.hint)) == ("C201", "did you mean “title”?")


def test_hover_is_in_the_language_that_was_asked_for():
    written = schema(lambda words: "«" + str(words) + "»")["$defs"]

    assert written["model.Person"]["description"] == "«" + str(about_of("Person")) + "»"
    assert all(kind["description"].startswith("«") for kind in written["beat"]["oneOf"])


def about_of(name):
    (kind,) = (kind for kind in things() if kind.__name__ == name)
    return about(kind)
