"""Every case as a script to read, in each role and language, as it was read and approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.session.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = Path(__file__).resolve().parent / "scripts"
SCENARIOS = ROOT / "scenarios"
CASES = [path.stem for path in Shelf(SCENARIOS).files() if path.parent == SCENARIOS]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("role", ["judge", "prosecution", "defence"])
@pytest.mark.parametrize("case", CASES)
def test_the_script_is_the_one_that_was_approved(case, role, language, renew, capsys):
    script = SCRIPTS / f"{case}.{role}.{language}.txt"

    main(["play", case, "--role", role, "--auto", "expert", "--lang", language])

    told = capsys.readouterr().out
    if renew:
        script.parent.mkdir(exist_ok=True)
        script.write_text(told, encoding="utf-8")
    assert told == script.read_text(encoding="utf-8"), "pytest --renew writes it anew"
