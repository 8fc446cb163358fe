"""How hard a text is to read, and whether it fits, is told of the very text."""

from __future__ import annotations

import pytest

from game.scenario.checks.fits import CHOICE, EXHIBIT, LINE, MESSAGE, TASK, width
from game.scenario.diagnostics import Severity
from game.scenario.names import Level
from game.scenario.readability import Measured, chinese_sentences, english, longest_english

LATIN = "word " * 200
WORDS = {"primary": 20, "junior": 25, "senior": 30}
CHARACTERS = {"primary": 40, "junior": 60, "senior": 80}


def of(code, findings):
    return [finding[1:] for finding in findings if finding[0] == code]


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        *(("cat", 1), ("the", 1), ("he", 1), ("she", 1), ("bed", 1), ("fled", 1), ("money", 2)),
        *(("home", 1), ("walked", 1), ("called", 1), ("wanted", 2), ("needed", 2), ("people", 2)),
        *(("little", 2), ("while", 1), ("secret", 2), ("judge", 1), ("evidence", 3), ("free", 1)),
    ],
)
def test_syllables_of_a_word(text, syllables):
    assert english([text]).syllables == syllables


def test_words_and_sentences():
    texts = ["He's got 8,600 yuan. “Really?” she asked...", "Don't!"]

    assert english(texts)[:2] == (4, 7)


def test_grade_is_that_of_the_published_formula():
    assert Measured(10, 100, 150).grade == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    assert english([]).grade == 0


def test_an_easy_text_has_a_lower_grade_than_a_hard_one():
    easy = ["He gave her a fox. She did not ask why. Then he was gone."]
    hard = ["Jurisdictional considerations notwithstanding, deliberation necessitated unanimity."]

    assert english(easy).grade < 2 < 12 < english(hard).grade


def test_punctuation_is_no_word_and_no_character():
    assert longest_english("one two, three. Four—five; 6 7 eight's nine") == 3
    assert chinese_sentences(["你好，世界！（真的）……“是”。"]) == [4, 2, 1]


@pytest.mark.parametrize("level", WORDS)
def test_sentence_that_is_too_long_for_a_level(level, case, found):
    def findings(words):
        summary = ("word " * (words - 1)).strip()
        return of("C344", found(case(f"level: {level}\nsummary: Short. A {summary}. Short.")))

    assert findings(WORDS[level]) == []
    assert [word[:8] for *_, word in findings(WORDS[level] + 1)] == ["Short. A"]


@pytest.mark.parametrize("level", CHARACTERS)
def test_chinese_sentence_that_is_too_long_for_a_level(level, case, found):
    def findings(characters):
        summary = "她，" * characters + "。"
        return of("C344", found(case(f"language: zh_CN\nlevel: {level}\nsummary: {summary}短。")))

    assert findings(CHARACTERS[level]) == []
    assert len(findings(CHARACTERS[level] + 1)) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Deliberation necessitates unanimity."), ("zh_CN", "一二三四五六七八九十" * 3 + "。")],
)
def test_case_that_is_hard_altogether_is_told_at_its_level(language, sentence, case, loaded):
    says = f"- say: [{', '.join(20 * [sentence])}]"
    text = case(says).replace("language: en", f"language: {language}")
    (finding,) = loaded(text).diagnostics

    assert (finding.code, finding.severity) == ("C344", Severity.WARNING)
    assert (finding.spot.line, finding.spot.column) == (6, 8)
    assert loaded(text.replace("junior", "senior")).diagnostics == () or language == "en"


def test_what_speaks_to_teachers_may_be_long(case, found):
    assert found(case(f"based_on: {{kind: invented, note: {LATIN.strip()}}}")) == []


def test_width_counts_letters_as_half_a_character():
    assert width("你好，“世界”") == pytest.approx(5 + 2 * 0.48)
    assert width("0123456789") == pytest.approx(4.8)


@pytest.mark.parametrize(
    ("part", "room"),
    [
        ("- say: {}", LINE[Level.JUNIOR]),
        ("- decide: {{ask: {}, choices: {{a: {{says: x, sound: yes}}, b: {{says: x, because: x}},"
         " c: {{says: x, because: x}}}}}}", TASK),
        ("- decide: {{ask: x, choices: {{a: {{says: {}, sound: yes}}, b: {{says: x, because: x}},"
         " c: {{says: x, because: x}}}}}}", CHOICE),
        ("exhibits:\n  log: {{title: x, kind: record, offered_by: defence, shows: {}, because: x}}",
         EXHIBIT),
        ("documents:\n  chat: {{kind: chat, title: x, messages: [{{says: {}}},"
         " {{says: '[x](trap:free_gift) [x](honest:notice)'}}]}}", MESSAGE),
    ],
)  # fmt: skip
def test_text_is_as_long_as_its_place_has_room(part, room, case, found):
    def findings(length):
        says = ("一" * 9 + "。") * (length // 10) + "一" * (length % 10)
        return of("C345", found(case(part.format(says))))

    assert findings(room) == []
    assert len(findings(room + 1)) == 1


def test_how_much_too_long_is_told(case, loaded):
    (finding,) = loaded(case("- say: " + ("一" * 9 + "。") * 33)).diagnostics

    assert "100% longer" in str(finding.message)
    assert "165 Chinese characters, or about 340 letters" in str(finding.hint)
