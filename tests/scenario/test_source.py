"""A file in any state is read as far as it can be, and what is wrong with it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.scenario import source
from game.scenario.load import load
from game.scenario.source import LIMIT, clean, decoded, digest, read

TEXT = "title: 免费皮肤\n" * 20


def codes(found):
    return [diagnostic.code for diagnostic in found]


def written(tmp_path, data):
    path = tmp_path / "case.yaml"
    path.write_bytes(data)
    return path


def test_utf8_is_read_with_or_without_its_mark(tmp_path):
    assert read(written(tmp_path, TEXT.encode())) == (TEXT, ())
    assert read(written(tmp_path, TEXT.encode("utf-8-sig"))) == (TEXT, ())


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_any_system_are_the_same(tmp_path, ends):
    assert read(written(tmp_path, TEXT.replace("\n", ends).encode())).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("gbk", "GBK"),
        ("gb18030", "GBK"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_other_encodings_are_found_out_and_read_all_the_same(tmp_path, encoding, name):
    text, found = read(written(tmp_path, TEXT.encode(encoding)))

    assert text == TEXT
    assert codes(found) == ["C107"]
    assert name in str(found[0].message)


def test_one_damaged_character_does_not_make_it_another_encoding():
    text, found = decoded(TEXT.encode() + b"summary: \xe5\x85 ok\n")

    assert text.startswith(TEXT)
    assert codes(found) == ["C107"]
    assert (found[0].spot.line, found[0].spot.column) == (21, 10)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  \n \t\n", b"\xef\xbb\xbf"])
def test_empty_file(tmp_path, data):
    text, found = read(written(tmp_path, data))

    assert text is None
    assert codes(found) == ["C101"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x00" * 50]
)
def test_binary_file(tmp_path, data):
    text, found = read(written(tmp_path, data))

    assert text is None
    assert codes(found) == ["C102"]


def test_huge_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
        os.truncate(file.fileno(), 100_000_000)

    text, found = read(path)

    assert text is None
    assert codes(found) == ["C103"]


def test_file_that_grows_while_it_is_read_is_not_read_for_ever():
    assert codes(decoded(b"a" * (LIMIT + 1)).findings) == ["C103"]


def test_folder(tmp_path):
    assert codes(read(tmp_path).findings) == ["C104"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "case.yaml")

    assert codes(read(tmp_path / "case.yaml").findings) == ["C104"]


def test_missing_file(tmp_path):
    assert codes(read(tmp_path / "case.yaml").findings) == ["C105"]


def test_name_that_no_file_can_have():
    assert codes(read(Path("a\0b.yaml")).findings) == ["C106"]


def test_no_permission(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, TEXT.encode())
    monkeypatch.setattr(Path, "open", refuse)

    assert codes(read(path).findings) == ["C106"]


def test_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    path = written(tmp_path, TEXT.encode())

    def changed(file):
        os.utime(path, ns=(1, 1))
        return path.stat()

    monkeypatch.setattr(source.os, "fstat", changed)
    text, found = read(path)

    assert text == TEXT
    assert codes(found) == ["C108"]


def test_invisible_characters_are_pointed_at_and_read_as_blanks():
    text, found = clean("title: a\x07b\nsummary: c\u2028d\n")

    assert text == "title: a b\nsummary: c d\n"
    assert [(d.code, d.spot.line, d.spot.column) for d in found] == [
        ("C109", 1, 9),
        ("C109", 2, 11),
    ]


def test_the_same_text_has_the_same_digest_whatever_its_line_ends(tmp_path):
    unix = load(written(tmp_path, TEXT.encode())).text
    windows = load(written(tmp_path, TEXT.replace("\n", "\r\n").encode())).text

    assert digest(unix) == digest(windows) != digest(TEXT + " ")


@pytest.mark.parametrize("data", [b"", b"\x00", "é：".encode("utf-16")])
def test_loading_a_broken_file_gives_findings_and_no_scenario(tmp_path, data):
    loaded = load(written(tmp_path, data))

    assert loaded.scenario is None
    assert loaded.diagnostics
