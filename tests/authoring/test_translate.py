"""A translator's file is made, kept fresh without losing a word, and told about in short."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

import pytest

from game.authoring.catalogues import freshen
from game.authoring.translate import Wanted, translate
from game.text.extract import things_in, translatable
from game.text.po import read
from game.text.whereabouts import po_in

ROOT = Path(__file__).resolve().parents[2]
CASE = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
CHINESE = Wanted("zh_CN")
STATUS = Wanted("zh_CN", status=True)


def texts_of(file: Path) -> set[str]:
    return {written.text for written in translatable(things_in(file))}


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "desk" / "small_case.yaml"
    path.parent.mkdir()
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def po(file) -> Path:
    """The translator's file, just made."""
    assert translate(file, CHINESE, ROOT, str) == 0
    return file.parent / "locales" / "zh_CN" / "LC_MESSAGES" / "small_case.po"


def put(po: Path, original: str, translation: str, comment: str = "") -> None:
    """Do a translator's work by hand."""
    before = f'msgid "{original}"\nmsgstr ""'
    text = po.read_text("utf-8")
    assert before in text
    po.write_text(
        text.replace(before, f'{comment}msgid "{original}"\nmsgstr "{translation}"'), "utf-8"
    )


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def told(file: Path, wanted: Wanted, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """What machines are told."""
    capsys.readouterr()
    translate(file, Wanted(wanted.language, wanted.output, wanted.status, json=True), ROOT, str)
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_a_file_beside_the_case_has_every_text_with_notes(po):
    text = po.read_text("utf-8")

    assert re.search(r"#\. .*GM_Star.*20:14", text)
    assert 'msgid "[Ten free skins](trap:free) and [the notice page](honest:notice)."' in text
    assert text.index('"A small case"') < text.index('"Once."') < text.index('"Ask who pays.')


def test_making_it_twice_changes_nothing(file, po):
    put(po, "Once.", "从前。", "# 开头要轻\n")
    translate(file, CHINESE, ROOT, str)
    first = po.read_bytes()
    stamp = po.stat().st_mtime_ns

    translate(file, CHINESE, ROOT, str)

    assert po.read_bytes() == first
    assert po.stat().st_mtime_ns == stamp
    assert "# 开头要轻" in first.decode()


def test_a_changed_sentence_brings_its_old_translation_to_be_looked_over(file, po, capsys):
    put(po, "She told her mum.", "她告诉了妈妈。", "# 口语\n")
    change(file, "She told her mum.", "She told her mum everything.")

    answer = told(file, CHINESE, capsys)
    message = read(po.read_bytes())["She told her mum everything."]

    assert [text["text"] for text in answer["fuzzy"]] == ["She told her mum everything."]
    assert (message.fuzzy, message.string) == (True, "她告诉了妈妈。")
    assert "# 口语" in po.read_text("utf-8")
    assert '#| msgid "She told her mum."' in po.read_text("utf-8")


def test_what_a_sentence_once_was_stays_until_it_is_looked_over(file, po):
    put(po, "She told her mum.", "她告诉了妈妈。")
    change(file, "She told her mum.", "She told her mum everything.")
    translate(file, CHINESE, ROOT, str)
    before = po.read_text("utf-8")
    translate(file, CHINESE, ROOT, str)
    after = po.read_text("utf-8")
    po.write_text(after.replace("#, fuzzy\n", ""), "utf-8")

    translate(file, CHINESE, ROOT, str)

    assert before == after
    assert "#|" not in po.read_text("utf-8")


def test_a_sentence_that_is_gone_waits_and_comes_back(file, po, capsys):
    put(po, "I had noodles.", "我吃了面。", "# 面条\n")
    change(file, "I had noodles.", "Zzz 12345")
    gone = told(file, CHINESE, capsys)
    waiting = po.read_text("utf-8")
    translate(file, CHINESE, ROOT, str)
    again = po.read_text("utf-8")
    change(file, "Zzz 12345", "I had noodles.")

    back = told(file, CHINESE, capsys)

    assert gone["obsolete"] == ["I had noodles."]
    assert '# 面条\n#~ msgid "I had noodles."' in waiting
    assert waiting == again
    assert (back["done"], back["obsolete"], back["fuzzy"]) == (1, [], [])
    assert read(po.read_bytes())["I had noodles."].string == "我吃了面。"


def test_the_head_of_a_translators_program_is_kept(file, po):
    head = (
        '# 译者：小林\nmsgid ""\nmsgstr ""\n"Last-Translator: Lin\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    body = po.read_text("utf-8").partition("\n\n")[2]
    po.write_bytes((head + "\n" + body).replace("\n", "\r\n").encode("utf-8-sig"))
    put_in = po.read_bytes()

    translate(file, CHINESE, ROOT, str)

    assert b"\r" in put_in
    assert po.read_text("utf-8").startswith(head.replace("UTF-8", "utf-8"))


def test_status_writes_nothing_and_fails_while_something_is_missing(file, capsys):
    assert translate(file, STATUS, ROOT, str) == 1

    out = capsys.readouterr().out
    assert f"{len(texts_of(file))} texts are missing:" in out
    assert f"{file.as_posix()}:4 title: A small case" in out
    assert f"There are {len(texts_of(file)) - 5} more." in out
    assert not (file.parent / "locales").exists()


def test_status_is_content_when_all_is_translated(file, po, capsys):
    text = po.read_text("utf-8")
    done = "\n\n".join(
        part.replace('msgstr ""', "msgstr " + part.partition("msgid ")[2].partition("\nmsgstr")[0])
        if number
        else part
        for number, part in enumerate(text.split("\n\n"))
    )
    po.write_text(done, "utf-8")

    assert translate(file, STATUS, ROOT, str) == 0
    assert told(file, STATUS, capsys)["done"] == len(texts_of(file))


def test_findings_are_told_with_the_line_of_the_po_file(file, po, capsys):
    phrase = "[Ten free skins](trap:free) and [the notice page](honest:notice)."
    put(po, phrase, "十套免费皮肤")
    lines = po.read_text("utf-8").splitlines()

    assert translate(file, STATUS, ROOT, str) == 1
    found = told(file, STATUS, capsys)["findings"]

    assert [f["code"] for f in found] == ["C404", "C404"]
    assert {lines[f["line"] - 1] for f in found} == {'msgstr "十套免费皮肤"'}
    assert {f["file"] for f in found} == {po.as_posix()}


def test_a_broken_file_is_told_and_left_as_it_is(file, po, capsys):
    po.write_text("msgid “甲”\n", "utf-8")

    assert translate(file, CHINESE, ROOT, str) == 1
    assert "C402" in capsys.readouterr().out
    assert po.read_text("utf-8") == "msgid “甲”\n"


def test_another_file_begins_with_what_is_translated_already(file, po, tmp_path, capsys):
    put(po, "Once.", "从前。")
    other = tmp_path / "mine.po"

    answer = told(file, Wanted("zh_CN", other), capsys)

    assert answer["po"] == other.as_posix()
    assert read(other.read_bytes())["Once."].string == "从前。"


def test_a_full_disk_loses_nothing(file, po, monkeypatch, capsys):
    put(po, "Once.", "从前。")
    change(file, "I had noodles.", "I had rice.")
    before = po.read_bytes()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert translate(file, CHINESE, ROOT, str) == 1
    assert "the disk is full" in capsys.readouterr().err
    assert po.read_bytes() == before
    assert [path.name for path in po.parent.iterdir()] == [po.name]


def test_a_folder_that_cannot_be_made_is_a_sentence(file, capsys):
    (file.parent / "locales").write_text("in the way", "utf-8")

    assert translate(file, CHINESE, ROOT, str) == 1
    assert "was not written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "why"),
    [("en", "is written in this language"), ("klingon", "is no language"), ("../x", "no language")],
)
def test_a_language_that_makes_no_sense_is_refused(file, language, why, capsys):
    assert translate(file, Wanted(language), ROOT, str) == 1
    assert why in capsys.readouterr().err
    assert not (file.parent / "locales").exists()


def test_a_case_with_errors_is_refused_and_a_lax_spelling_is_not(file, capsys):
    assert translate(file, Wanted("zh-cn", status=True), ROOT, str) == 1
    assert f"{len(texts_of(file))} texts are missing" in capsys.readouterr().out

    file.write_text("title: nothing else", "utf-8")

    assert translate(file, CHINESE, ROOT, str) == 1
    assert "cannot be played" in capsys.readouterr().err


def test_the_shipped_case_is_translated_where_the_game_keeps_it(capsys):
    answer = told(ROOT / "scenarios" / "free_skins.yaml", STATUS, capsys)

    assert answer["po"] == (ROOT / "locales/zh_CN/LC_MESSAGES/free_skins.po").as_posix()
    assert (answer["missing"], answer["fuzzy"], answer["findings"]) == ([], [], [])


def test_the_catalogues_of_the_game_tell_of_a_broken_file_and_leave_it(file, tmp_path, capsys):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / file.name).write_text(CASE, "utf-8")
    po = po_in(tmp_path / "locales", "zh_CN", "small_case")
    po.parent.mkdir(parents=True)
    po.write_text("msgid “甲”\n", "utf-8")

    assert freshen(tmp_path, False, str) == 1
    assert "small_case.po:1: this translation cannot be read" in capsys.readouterr().out
    assert po.read_text("utf-8") == "msgid “甲”\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_whoever_could_read_the_file_still_can(file, po):
    po.chmod(0o664)
    change(file, "I had noodles.", "I had rice.")

    translate(file, CHINESE, ROOT, str)

    assert po.stat().st_mode & 0o777 == 0o664
