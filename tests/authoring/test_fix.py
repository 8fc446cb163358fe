"""Slips with one cure are undone, all else stays byte for byte, and no file is ever lost."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import fix as fixing
from game.authoring.fix import fix, mends
from game.scenario.load import load_text
from game.scenario.model import LawBook

ROOT = Path(__file__).resolve().parent.parent.parent
CASE = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
SLIPPED = CASE.replace("minutes: 5", "minutes：5")
LAWS = (ROOT / "scenarios" / "laws.yaml").read_text(encoding="utf-8")
WIDE = {":": "：", ",": "，", "[": "［", "]": "】", "{": "｛", "}": "｝", "-": "－", " ": "\u3000"}
SIGNS = "：，、；【】［］｛｝“”‘’＂＃－—\u3000\u00a0\t\ufeff"

quickly = settings(max_examples=150, deadline=None, derandomize=True)


def found(text):
    """Codes, lines and messages: a mend may shift columns."""
    found = load_text(text, Path("small_case.yaml")).diagnostics
    return Counter((d.code, d.spot.line, str(d.message)) for d in found)


def codes(text):
    return sorted({code for code, _, _ in found(text)})


def run(*paths, write=True, ask=None):
    return fix(paths, str, write=write, ask=ask)


@pytest.fixture
def file(tmp_path):
    def write(content: str | bytes, name: str = "small_case.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("minutes: 5", "minutes：5"),
        ("minutes: 5", "minutes:5"),
        ("minutes: 5", "minutes:\u30005"),
        ("kind: invented, note: ", "kind：invented，note："),
        ("  lin: {", "\tlin: ｛"),
        ("proves: [deceit]", "proves: 【deceit】"),
        ("      - say: Once.", "      － say: Once."),
        ("      - say: Once.", "      • say: Once."),
        ("      - say: Once.", "      say: Once."),
        ('", says: ', '" says: '),
        ("minutes: 5", "minutes:\u00a0 5\u200b"),
        ("title: ", "Title: "),
        ("fair_because", "fair-because"),
        ("fair_because", "Fair Because"),
        ("- spot: ", "- Spot: "),
        ("tell: Nothing", "TELL: Nothing"),
    ],
)
def test_a_slip_with_one_cure_is_undone(right, wrong):
    slipped = CASE.replace(right, wrong, 1)

    mended = mends(slipped)

    assert slipped != CASE
    assert mended.replace(":  5", ": 5") == CASE


@pytest.mark.parametrize(
    ("slip", "cure"),
    [
        ("title: “A small case”", 'title: "A small case"'),
        ('title: "A small case”', 'title: "A small case"'),
        ("“title”: A small case", "title: A small case"),
        ("“title”：“A small case”", 'title: "A small case"'),
        ("learn: 【one、two】", "learn: [one, two]"),
        ('"Title": A small case', '"title": A small case'),
        ("＃ 备注：是\ntitle: A small case", "# 备注：是\ntitle: A small case"),
    ],
)
def test_quotes_brackets_and_remarks_are_written_as_yaml_wants_them(slip, cure):
    slipped = CASE.replace("title: A small case", slip, 1)

    assert mends(slipped) == CASE.replace("title: A small case", cure, 1)


@pytest.mark.parametrize(
    "guess",
    [
        "titel: A small case",
        "titles: A small case",
        "ｔitle: A small case",
        "Title: A small case\nTITLE: Another",
        "title: One: a case",
        "title: 'It's a case'",
        'title: "A small case',
        "title: [A](law:x) case",
        "title: A case\n  level: junior",
        "title: A case\nlearn:\n  -one",
        "title: A case\nlearn:\n  - vip：你好\n  - re:zero",
        "title: A case\nlearn:\n  －5 degrees",
        "title: A case\nlearn:\n  - one\n  two\n  - three",
        "title: A case # 1",
        "based_on: {kind: invented note: x}",
        "title: ［公告］",
        "title: ［公告\n  ，更多］",
        "title: “A \x07 case”",
        "learn: [{a: ｛b: c｝, d: e}]",
        "learn: [{a: ｛b: c,\n  f: g｝, d: e}]",
        'title: "He said “yes”',
        "title: 你好，世界：真的！“是的”，他说。",
    ],
)
def test_what_would_be_a_guess_is_left_alone(guess):
    text = CASE.replace("title: A small case", guess, 1)

    assert mends(text) == text


def test_a_case_for_a_newer_game_is_left_alone():
    text = SLIPPED.replace("format: 1", "format: 2")

    assert mends(text) == text


def test_remarks_and_texts_keep_their_full_width_signs():
    remark = "# 备注：是，“x”【y】\t\u3000\n"
    text = remark + SLIPPED.replace("level: junior", "level:junior " + remark.strip("\n"))

    assert mends(text) == remark + CASE.replace(
        "level: junior", "level: junior " + remark.strip("\n")
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end):
    assert mends(SLIPPED.replace("\n", end)) == CASE.replace("\n", end)


def test_the_mark_of_byte_order_goes():
    assert mends("\ufeff\ufeff" + CASE) == CASE


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda p: p.stem)
def test_what_we_ship_needs_no_mending(path):
    text = path.read_text(encoding="utf-8")

    assert mends(text, LawBook if path.stem == "laws" else fixing.Scenario) == text


def test_law_cards_are_mended_as_law_cards():
    assert mends(LAWS.replace("acts:", "Acts:", 1), LawBook) == LAWS
    assert mends(LAWS.replace("acts:", "acts：", 1), LawBook) == LAWS


@quickly
@given(data=st.data())
def test_signs_that_turned_full_width_never_make_it_worse(data):
    text = CASE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.sampled_from([n for n, sign in enumerate(text) if sign in WIDE]))
        text = text[:at] + WIDE[text[at]] + text[at + 1 :]

    assert_harmless(text)


@quickly
@given(data=st.data())
def test_signs_that_slipped_in_never_make_it_worse(data):
    text = CASE.replace("minutes: 5", "minutes: 5 # 备注：，“”")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(SIGNS)) + text[at:]

    assert_harmless(text)


@quickly
@given(st.text(alphabet=SIGNS + ":,[]{}\"'#-|>\\\r\n ab1", max_size=80))
def test_no_text_however_wild_is_made_worse(text):
    assert_harmless(text)
    assert_harmless("title: x\nscenes:\n  - " + text)


def assert_harmless(text):
    mended = mends(text)

    assert mends(mended) == mended
    assert found(mended) <= found(text)
    assert mended.count("\n") == text.count("\n")
    if "# 备注：，“”\n" in text:
        assert "# 备注：，“”\n" in mended


def test_the_difference_is_shown_before_anything_is_written(file, capsys):
    path = file(SLIPPED)
    before = []

    def ask(question):
        before.append((capsys.readouterr().out, path.read_text(encoding="utf-8"), question))
        return True

    assert run(path, ask=ask) == 0
    shown, content, question = before[0]
    assert "-minutes：5\n+minutes: 5\n" in shown
    assert content == SLIPPED
    assert path.name in question
    assert path.read_text(encoding="utf-8") == CASE


@pytest.mark.parametrize("options", [{"write": False}, {"ask": lambda question: False}])
def test_nothing_is_written_without_consent(file, capsys, options):
    path = file(SLIPPED)

    assert run(path, **options) == 1
    assert path.read_text(encoding="utf-8") == SLIPPED
    assert "+minutes: 5" in capsys.readouterr().out


def test_a_file_in_order_is_not_touched(file, monkeypatch):
    path = file(CASE)
    monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("it was written"))

    assert run(path) == 0


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_other_encodings_become_utf8(file, encoding, capsys):
    chinese = CASE.replace("title: A small case", "title: 一个小案子，很小").replace("\n", "\r\n")
    path = file(chinese.encode(encoding))

    assert run(path) == 0
    assert path.read_bytes() == chinese.encode()
    assert ("UTF-8" in capsys.readouterr().out) == (encoding != "utf-8-sig")


def test_a_damaged_file_is_left_alone(file, capsys):
    damaged = SLIPPED.encode() + "# 一二三四五六七八九十一二三四五".encode() + b"\xe4\xb8\n"
    path = file(damaged)

    assert run(path) == 1
    assert path.read_bytes() == damaged
    assert "damaged" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_permission_bits_and_links_stay(file, tmp_path):
    path = file(SLIPPED)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)

    assert run(link) == 0
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text(encoding="utf-8") == CASE


@pytest.mark.parametrize(
    ("step", "error", "sentence"),
    [
        ("fsync", OSError(errno.ENOSPC, "No space left"), "the disk is full"),
        ("replace", PermissionError(errno.EACCES, "denied"), "may only be read"),
        ("fsync", OSError(errno.EROFS, "read-only"), "may only be read"),
        ("fsync", OSError(errno.EIO, "broken disk"), "broken disk"),
    ],
)
def test_a_disk_that_refuses_loses_nothing(file, monkeypatch, capsys, step, error, sentence):
    path = file(SLIPPED)

    def refuse(*_):
        raise error

    monkeypatch.setattr(os, step, refuse)

    assert run(path) == 1
    assert sentence in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == SLIPPED
    assert list(path.parent.glob("*small*")) == [path]


def test_a_folder_that_may_only_be_read_is_told(file, monkeypatch, capsys):
    path = file(SLIPPED)

    def refuse(**_):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(fixing.tempfile, "mkstemp", refuse)

    assert run(path) == 1
    assert "may only be read" in capsys.readouterr().out


def test_a_file_that_may_only_be_read_is_told(file, monkeypatch, capsys):
    path = file(SLIPPED)
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert run(path) == 1
    assert path.read_text(encoding="utf-8") == SLIPPED
    assert "may only be read" in capsys.readouterr().out


def test_a_file_that_was_saved_in_between_is_not_overwritten(file, capsys):
    path = file(SLIPPED)
    saved = SLIPPED + "# one more line\n"

    assert run(path, ask=lambda question: bool(path.write_text(saved, encoding="utf-8"))) == 1
    assert path.read_text(encoding="utf-8") == saved
    assert "changed in the meantime" in capsys.readouterr().out
    assert list(path.parent.glob("*small*")) == [path]


def test_a_file_that_went_away_in_between_does_not_come_back(file, capsys):
    path = file(SLIPPED)

    assert run(path, ask=lambda question: path.unlink() is None) == 1
    assert not path.exists()
    assert "no longer there" in capsys.readouterr().out


def test_what_is_no_scenario_file_gets_a_sentence_and_the_others_are_mended(file, tmp_path, capsys):
    path = file(SLIPPED)
    bad = [tmp_path, tmp_path / "missing.yaml", file(b"", "empty.yaml"), file(b"\0\1\2", "x.yaml")]

    assert run(*bad, path) == 1

    said = capsys.readouterr().out
    for words in ("a folder", "no such file", "is empty", "not a text file"):
        assert words in said
    assert path.read_text(encoding="utf-8") == CASE


def test_no_terminal_obeys_what_stands_in_a_file(file, capsys):
    run(file(SLIPPED.replace("minutes：5", "minutes：5\n# \x1b[2J")), write=False)

    assert "\x1b" not in capsys.readouterr().out
