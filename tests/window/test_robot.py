"""Every case is played to its end in every role, in a real window, by keys that X delivers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import SCENARIOS
from tests.window.desktop import ROOT, desktop_in, needs_desktop, settled

SHARES = 2  # so that two cores share the work


@needs_desktop
@pytest.mark.parametrize("share", range(SHARES))
def test_a_robot_plays_every_case_in_every_role(share, tmp_path, own_home):
    settled(own_home)
    cases = [path.stem for path in SCENARIOS][share::SHARES]
    with desktop_in(tmp_path) as desktop:
        command = [sys.executable, "-m", "tests.window.robot", *cases]
        done = subprocess.run(command, env={**desktop.env, "MOCKCOURT_HOME": str(own_home)},
                              cwd=ROOT, capture_output=True, text=True, timeout=300)  # fmt: skip
    seats = [line.split() for line in done.stdout.splitlines() if line.count(" ") == 3]

    assert done.returncode == 0, done.stderr
    assert {case for case, *_ in seats} == set(cases)
    assert {(int(answers) > 0, end) for _, _, answers, end in seats} == {(True, "debrief")}
    assert sum(role == "defence" for _, role, *_ in seats) > 3
