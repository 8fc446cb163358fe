"""One window for one file: the second preview writes to the first, and crashes leave no trace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario.steps import Role
from game.window.preview.letterbox import FOLDER, Letterbox, Request

ROOT = Path(__file__).parents[2]
# Takes the letterbox of a file, says so, and waits to be killed.
OTHER = """
import sys
from pathlib import Path
from game.window.preview.letterbox import Letterbox
box = Letterbox(Path(sys.argv[1]), Path(sys.argv[2]))
print(box.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def box(tmp_path):
    box = Letterbox(tmp_path, tmp_path / "case.yaml")
    yield box
    box.leave()


def other(tmp_path: Path, name: str = "case.yaml") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OTHER, str(tmp_path), str(tmp_path / name)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_only_one_takes_a_file_and_another_file_is_another_matter(tmp_path, box):
    assert box.take()
    assert not Letterbox(tmp_path, tmp_path / "x" / ".." / "case.yaml").take()
    elsewhere = Letterbox(tmp_path, tmp_path / "other.yaml")
    assert elsewhere.take()
    elsewhere.leave()


def test_a_request_arrives_once(tmp_path, box):
    box.take()
    second = Letterbox(tmp_path, tmp_path / "case.yaml")
    assert second.ask(Request("court.2", Role.DEFENCE, "en"))

    assert box.asked(1.0) == Request("court.2", Role.DEFENCE, "en")
    assert box.asked(2.0) is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"at": 5}', b"\xff", b'{"what": "is this"}'])
def test_a_request_that_nobody_can_read_is_thrown_away(tmp_path, box, content):
    box.take()
    box.ask(Request())
    (letter,) = (tmp_path / FOLDER).glob("*.request")
    letter.write_bytes(content)

    assert box.asked(1.0) is None
    assert not letter.exists()


def test_closing_leaves_nothing_behind(tmp_path, box):
    box.take()
    box.ask(Request())
    box.leave()

    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_a_crash_left_is_taken_over_and_swept(tmp_path, box):
    windows = [other(tmp_path), other(tmp_path, "gone.yaml")]
    with windows[0] as first, windows[1] as second:
        assert first.stdout.readline() == second.stdout.readline() == "True\n"
        assert not box.take()
        for window in windows:
            window.kill()
    assert len(list((tmp_path / FOLDER).glob("*.open"))) == 2

    assert box.take()
    assert len(list((tmp_path / FOLDER).glob("*.open"))) == 1


def test_where_nothing_can_be_written_the_preview_opens_all_the_same(tmp_path):
    (tmp_path / "file").write_text("")
    box = Letterbox(tmp_path / "file", tmp_path / "case.yaml")

    assert box.take()
    assert not box.ask(Request())
    assert box.asked(1.0) is None
    box.leave()
