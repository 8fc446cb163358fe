"""A case written in Chinese and translated into English works just as the other way round."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from game.authoring.check import Checker
from game.authoring.packs import install, pack
from game.authoring.translate import Wanted, translate
from game.session.reception import open_reception
from game.session.wish import Wish
from game.terminal.start import start

ROOT = Path(__file__).resolve().parents[2]
CASE = (ROOT / "tests" / "cases" / "chinese_case.yaml").read_text(encoding="utf-8")
HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = {
    "借来的手机": "The borrowed phone",
    "一条借手机的消息，一个着急的同学。是真是假，先别急着点。": "Somebody is in a hurry. Are you?",
    "湖滨区人民法院": "People's Court of Lakeside District",
    "群里的消息": "A message in the group",
    "乐乐": "Lele",
    "皮肤真的免费吗？": "Is the skin really free?",
    "陈浩": "Chen Hao",
    "班级群聊": "Class chat",
    "[把验证码发给我](trap:code)，我帮你领皮肤。": "You get a skin, [I get your code](trap:code).",
    "老师说[校门口的公告栏](honest:board)才算数。": "Only [the board](honest:board) counts.",
    "验证码等于钥匙。": "A code is a key.",
    "谁要都不给。": "Give it to nobody.",
    "公告栏就在学校，谁都能去看。": "The board is at school, for all to see.",
    "乐乐现在该怎么办？": "What should Lele do now?",
    "告诉妈妈": "Tell Mum",
    "大人能帮忙报警。": "A grown-up can call the police.",
    "发给他": "Send it",
    "发了就没了。": "Once sent it is gone.",
    "再等等": "Wait",
    "等也没用。": "Waiting does not help.",
    "林法官": "Judge Lin",
    "周检察官": "Prosecutor Zhou",
    "沈律师": "Lawyer Shen",
    "纯属虚构。": "Invented.",
    "我们": "Us",
    "尚未经律师审阅": "Not yet reviewed by a lawyer",
}

TODAY = date(2026, 11, 24)


@pytest.fixture
def file(tmp_path) -> Path:
    """The case with a full translation into English beside it, made as a teacher makes it."""
    path = tmp_path / "desk" / "chinese_case.yaml"
    path.parent.mkdir()
    path.write_text(CASE, encoding="utf-8")
    assert translate(path, Wanted("en"), ROOT, str) == 0
    po = path.parent / "locales" / "en" / "LC_MESSAGES" / "chinese_case.po"
    text = po.read_text("utf-8")
    for original, english in ENGLISH.items():
        empty = f"msgid {json.dumps(original, ensure_ascii=False)}\nmsgstr "
        assert empty + '""' in text
        text = text.replace(empty + '""', empty + json.dumps(english))
    po.write_text(text, "utf-8")
    return path


def told(case: str, home: Path, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """A whole trial in the terminal, played by a robot."""
    capsys.readouterr()
    assert start(open_reception(ROOT, home, language), Wish(case=case, robot="expert")) == 0
    return capsys.readouterr().out


def test_it_is_fully_translated_and_nothing_is_found(file, tmp_path, capsys):
    assert translate(file, Wanted("en", status=True), ROOT, str) == 0
    assert list(Checker(ROOT, tmp_path / "cache", TODAY).findings([file])) == []


def test_it_is_played_in_english_from_its_file(file, own_home, capsys):
    out = told(str(file), own_home, "en", capsys)

    assert "Only [" in out
    assert "I get your code" in out
    assert HAN.search(out) is None


def test_it_is_played_in_chinese_from_its_file(file, own_home, capsys):
    out = told(str(file), own_home, "zh_CN", capsys)

    assert "皮肤真的免费吗？" in out
    assert "Lele" not in out


def test_it_is_packed_and_installed_with_its_translation(file, own_home, tmp_path, capsys):
    zip = tmp_path / "case.zip"

    assert pack(file, zip, ROOT, str) == install(zip, own_home, str, force=False) == 0

    assert HAN.search(told("chinese_case", own_home, "en", capsys)) is None
    assert "群里的消息" in told("chinese_case", own_home, "zh_CN", capsys)


def test_what_is_not_translated_is_noted_at_its_line(file, tmp_path):
    po = file.parent / "locales" / "en" / "LC_MESSAGES" / "chinese_case.po"
    po.write_text(po.read_text("utf-8").replace('msgstr "Tell Mum"', 'msgstr ""'), "utf-8")

    (found,) = Checker(ROOT, tmp_path / "cache", TODAY).findings([file])

    assert found.diagnostic.code == "C401"
    assert CASE.splitlines()[found.diagnostic.spot.line - 1].lstrip().startswith("tell:")
