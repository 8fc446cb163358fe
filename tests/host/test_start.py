"""Starting a class: which address is shown, who has the key, and what is told when it cannot be."""

from __future__ import annotations

import os
import socket
import sys

import pytest

from game.cli import main
from game.host.address import ranked
from game.host.start import kept_key

LAN, DOCKER, VPN, LOST = (
    ("192.168.3.7", "Wi-Fi"),
    ("172.17.0.1", "docker0"),
    ("10.8.0.2", "tun0"),
    ("169.254.9.9", "Ethernet"),
)


@pytest.mark.parametrize("preferred", ["192.168.3.7", "10.8.0.2", ""])
def test_the_classrooms_network_comes_first_even_beside_a_tunnel(preferred):
    found = [VPN, LOST, DOCKER, ("127.0.0.1", "lo"), LAN]

    addresses = ranked(found, preferred)

    assert addresses[0] == "192.168.3.7"
    assert "127.0.0.1" not in addresses


def test_without_any_network_there_is_still_this_computer():
    assert ranked([("127.0.0.1", "lo")], "") == ("127.0.0.1",)


def test_the_key_is_kept_and_is_for_its_owner_only(tmp_path):
    key = kept_key(tmp_path / "class" / "key")

    assert len(key) >= 24
    assert kept_key(tmp_path / "class" / "key") == key
    if os.name == "posix":
        assert (tmp_path / "class" / "key").stat().st_mode & 0o077 == 0


def test_whoever_lacks_the_packages_is_told_the_line_to_type(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "segno", None)

    assert main(["host", "--lang", "en"]) == 1
    assert "pip install starlette uvicorn jinja2 segno ifaddr" in capsys.readouterr().out


def test_a_case_that_is_not_there_is_told_by_name(capsys):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])

    assert main(["host", "no_such_case", "--port", port, "--lang", "en"]) == 1
    assert "There is no case “no_such_case” that can be played." in capsys.readouterr().out
