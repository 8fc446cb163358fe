"""Whoever plays to the end at the terminal may have a certificate, and hears where it lies."""

from __future__ import annotations

from itertools import cycle

import pytest

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.wish import Wish
from game.terminal import start as terminal
from game.window.start import save_certificate

# One of these fits any turn; the others are refused, and asked for again.
ANYTHING = ("1", "1 2", "1 2 3", "4 3 2 1", "1=1", "1 1", "12", "0")


@pytest.fixture
def play(request, own_home, monkeypatch, capsys):
    root = request.config.rootpath

    def played(last, save=None, **wish):
        reception = open_reception(root, own_home, "en", root / "tests" / "cases")
        typed = cycle(ANYTHING)

        def read(prompt):
            if not reception.progress().played:
                return next(typed)
            if last is None:
                raise EOFError
            return last

        monkeypatch.setattr(terminal, "_read", read)
        saving = save or (lambda view: save_certificate(root / "assets", reception, view))
        code = terminal.start(reception, Wish("small_case", Role.JUDGE, **wish), saving)
        assert code == 0
        return capsys.readouterr().out

    return played


def test_c_saves_a_certificate_and_says_where(play, own_home):
    said = play("c")
    files = sorted((own_home / "papers").iterdir())

    assert [file.suffix for file in files] == [".pdf", ".png"]
    assert all(f"Saved: {file}" in said for file in files)


@pytest.mark.parametrize("last", ["", "no", None])
def test_anything_else_ends_without_one(play, own_home, last):
    said = play(last)

    assert "Type c to save a certificate" in said
    assert "Saved" not in said
    assert not (own_home / "papers").exists()


def test_a_full_disk_is_told(play):
    def full(view):
        raise OSError(28, "No space left on device")

    assert "could not be saved (No space left on device)" in play("c", full)


def test_a_robot_is_not_asked(play):
    assert "certificate" not in play("c", robot="expert")
