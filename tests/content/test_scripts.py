"""Every trial as a script to read, in each role and language, as it was read and approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.scenario.court import is_trial
from game.scenario.load import load
from game.session.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = Path(__file__).resolve().parent / "scripts"
SHELF = Shelf(ROOT / "scenarios")
TRIALS = [path.stem for path in SHELF.files() if (c := load(path).scenario) and is_trial(c)]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("role", ["judge", "prosecution", "defence"])
@pytest.mark.parametrize("trial", TRIALS)
def test_the_script_is_the_one_that_was_approved(trial, role, language, renew, capsys):
    script = SCRIPTS / f"{trial}.{role}.{language}.txt"

    main(["play", trial, "--role", role, "--auto", "expert", "--lang", language])

    told = capsys.readouterr().out
    if renew:
        script.parent.mkdir(exist_ok=True)
        script.write_text(told, encoding="utf-8")
    assert told == script.read_text(encoding="utf-8"), "pytest --renew writes it anew"
