"""Catalogues turn words into a language, and whatever they lack stays as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.words import TN, T, Words, filled, own, plainly
from game.text.catalogues import catalogues, translations
from game.text.whereabouts import po_in, po_of, pos_of

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
CASE_FILE = Path("nowhere", "case.yaml")
GAME = (
    PO
    + """msgid "Exhibit {n}: {title}"
msgstr "证据{n}：{title}"

msgid "{n} trap"
msgid_plural "{n} traps"
msgstr[0] "{n}处陷阱"
"""
)
CASE = PO + 'msgid "A chat"\nmsgstr "聊天记录"\n\nmsgid "Not yet"\nmsgstr ""\n'


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "game.po").write_text(GAME, encoding="utf-8")
    (folder / "case.po").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_words_inside_words_come_in_the_same_language(locales):
    form = catalogues(locales, "zh_CN", [CASE_FILE], None)

    text = filled(T("Exhibit {n}: {title}", n=3, title=own("A chat")), form)

    assert text == "证据3：聊天记录"


def test_what_is_not_translated_stays_as_it_was_written(locales):
    form = catalogues(locales, "zh_CN", [CASE_FILE], None)

    assert form(own("Not yet")) == "Not yet"
    assert form(T("Nowhere")) == "Nowhere"


def test_no_words_stay_no_words(locales):
    assert catalogues(locales, "zh_CN", [CASE_FILE], None)(Words("")) == ""


@pytest.mark.parametrize(("n", "english"), [(1, "1 trap"), (2, "2 traps"), (0, "0 traps")])
def test_numbers_choose_the_form(locales, n, english):
    words = TN("{n} trap", "{n} traps", n)

    assert filled(words, plainly) == english
    assert filled(words, catalogues(locales, "zh_CN", [], None)) == f"{n}处陷阱"


def test_a_language_without_catalogues_is_the_one_it_was_written_in(locales):
    assert catalogues(locales, "fr", [CASE_FILE], None)(own("A chat")) == "A chat"


def test_a_compiled_catalogue_is_made_again_when_its_source_changes(locales, tmp_path):
    cache = tmp_path / "cache"
    before = catalogues(locales, "zh_CN", [CASE_FILE], cache)(own("A chat"))
    po = locales / "zh_CN" / "LC_MESSAGES" / "case.po"
    po.write_text(CASE.replace("聊天记录", "群聊"), encoding="utf-8")

    after = catalogues(locales, "zh_CN", [CASE_FILE], cache)(own("A chat"))

    assert (before, after) == ("聊天记录", "群聊")


def test_a_damaged_cache_costs_time_not_words(locales, tmp_path):
    cache = tmp_path / "cache"
    catalogues(locales, "zh_CN", [CASE_FILE], cache)
    for compiled in cache.iterdir():
        compiled.write_bytes(b"rubbish")

    assert catalogues(locales, "zh_CN", [CASE_FILE], cache)(own("A chat")) == "聊天记录"


def test_translations_leave_out_the_untranslated(locales):
    pos = pos_of(CASE_FILE, "zh_CN", locales)

    assert translations(pos, ["A chat", "Not yet"], None) == {"A chat": "聊天记录"}


def test_a_translation_beside_the_file_goes_before_the_one_with_the_game(locales, tmp_path):
    file = tmp_path / "desk" / "case.yaml"
    po = po_in(file.parent / "locales", "zh_CN", "case")
    po.parent.mkdir(parents=True)
    po.write_text(
        PO + 'msgid "Not yet"\nmsgstr "还没有"\n\nmsgid "A chat"\nmsgstr "群聊"\n', "utf-8"
    )

    form = catalogues(locales, "zh_CN", [file], None)

    assert [form(own("A chat")), form(own("Not yet"))] == ["群聊", "还没有"]
    both = {"A chat": "群聊", "Not yet": "还没有"}
    assert translations(pos_of(file, "zh_CN", locales), list(both), None) == both


def test_a_translation_that_cannot_be_read_translates_nothing(locales, tmp_path):
    po_in(locales, "zh_CN", "case").write_bytes("msgid “A chat”".encode("gbk"))

    assert catalogues(locales, "zh_CN", [CASE_FILE], tmp_path)(own("A chat")) == "A chat"


def test_fuzzy_translations_are_not_used(locales):
    po_in(locales, "zh_CN", "case").write_text(
        PO + '#, fuzzy\nmsgid "A chat"\nmsgstr "一封信"\n', "utf-8"
    )

    assert catalogues(locales, "zh_CN", [CASE_FILE], None)(own("A chat")) == "A chat"


def test_files_of_the_game_are_translated_in_its_own_folder_and_others_beside(tmp_path):
    shipped = po_of(tmp_path / "scenarios" / "fox.yaml", "zh_CN", tmp_path)
    other = po_of(tmp_path / "desk" / "fox.yaml", "zh_CN", tmp_path)

    assert shipped == tmp_path / "locales" / "zh_CN" / "LC_MESSAGES" / "fox.po"
    assert other == tmp_path / "desk" / "locales" / "zh_CN" / "LC_MESSAGES" / "fox.po"
