"""Two copies of the game on one home keep off each other's saves; kill either at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.scenario.steps import Role
from game.session.claims import release_all_but
from game.session.class_play.plan import Manner, drawn
from game.session.reception import open_reception
from game.session.settings import Settings, load_settings
from game.session.wish import Wish
from game.trial.record import is_over, open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "tests" / "cases" / "small_case.yaml"

# The other copy obeys lines: start, resume, answer. It says what was told and how far it is.
CHILD = """
import sys
from pathlib import Path
from tests.session.test_two_copies import Copy

copy = Copy(Path(sys.argv[1]))
for line in sys.stdin:
    print(copy.obey(line.strip()), flush=True)
"""


LENGTH = 83  # moves of a whole trial
whoever_plays = pytest.mark.parametrize(
    ("who", "folder"), [("", "saves"), (" class", "saves/class")], ids=["a person", "a class"]
)


class Copy:
    """A copy of the game that does as it is told."""

    def __init__(self, home: Path) -> None:
        self.reception = open_reception(ROOT, home, "en")
        self.table = None

    def obey(self, order: str) -> str:
        shelved = self.reception.shelf.get(str(CASE))
        if order == "start":
            self.table = self.reception.trials.start(shelved, Role.JUDGE, Wish())
        elif order == "start class":
            plan = drawn(Manner.SEATS, 2)
            self.table = self.reception.class_trials.start(shelved, Role.JUDGE, Wish(), plan)
        elif order == "resume class":
            self.table = self.reception.class_trials.resume("small_case")
        elif order == "resume":
            self.table = self.reception.trials.resume("small_case")
        elif self.table is not None:
            trial = self.table.session.trial
            called = getattr(self.table, "call", None)  # of a class, whose turn it is
            ask = open_ask(trial, called.role if called else Role.JUDGE)
            picks = best_picks(ask, trial.answers)
            said = self.table.submit(Action(len(trial.moves), ask.role, picks))
            assert said is None, said
        told = " ".join(map(str, self.reception.notices()))
        far = len(self.table.session.trial.moves) if self.table else -1
        return f"{far} {told}"

    def is_over(self) -> bool:
        return is_over(self.table.session.trial)


class Other:
    """A copy of the game in a process of its own."""

    def __init__(self, home: Path, code: str = CHILD) -> None:
        command = [sys.executable, "-c", code, str(home)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def send(self, order: str) -> None:
        print(order, file=self.process.stdin, flush=True)

    def ask(self, order: str) -> str:
        self.send(order)
        return self.process.stdout.readline().strip()

    def kill(self) -> list[str]:
        """Kill it, and what it had still said."""
        self.process.kill()
        rest = self.process.stdout.read().splitlines()
        self.process.wait()
        self.process.stdout.close()
        self.process.stdin.close()
        return rest


@pytest.fixture
def other(own_home) -> Iterator[Other]:
    child = Other(own_home)
    yield child
    if child.process.returncode is None:
        child.kill()


@pytest.fixture(autouse=True)
def nothing_claimed() -> Iterator[None]:
    release_all_but()
    yield
    release_all_but()


@whoever_plays
def test_the_second_copy_keeps_a_trial_of_its_own_and_is_told(own_home, other, who, folder):
    other.ask(f"start{who}")
    other.ask("answer")
    mine = Copy(own_home)

    assert "played in another window" in mine.obey(f"start{who}")
    mine.obey("answer")
    theirs, ours = other.ask("answer"), mine.obey("answer")
    other.kill()

    saves = {path.name for path in (own_home / folder).glob("*.journal")}
    assert saves == {"small_case.journal", "small_case.2.journal"}
    assert theirs[:1].isdigit()
    after = Copy(own_home)
    assert after.obey(f"resume{who}").split()[0] == ours.split()[0]


@whoever_plays
def test_a_trial_that_is_open_elsewhere_is_not_resumed_here_until_that_window_closes(
    own_home, other, who, folder
):
    other.ask(f"start{who}")
    far = other.ask("answer")
    mine = Copy(own_home)

    assert mine.obey(f"resume{who}").startswith("-1 The saved trial is open in another window")
    other.kill()
    assert mine.obey(f"resume{who}").strip() == far


def test_one_copy_is_not_in_its_own_way(own_home):
    copy = Copy(own_home)
    copy.obey("start")

    assert "another window" not in copy.obey("start")
    assert copy.obey("resume").split()[0] != "-1"


def test_whoever_plays_something_else_gives_the_first_trial_free(own_home, other):
    other.ask("start")
    mine = Copy(own_home)
    assert mine.obey("resume").startswith("-1")
    other.ask("start")
    other.kill()

    assert not mine.obey("resume").startswith("-1")


def test_settings_of_two_copies_are_those_of_the_last_writer_and_whole(own_home):
    one, two = open_reception(ROOT, own_home), open_reception(ROOT, own_home)
    one.change(Settings(text_scale=1.5))
    two.change(Settings(contrast=True))

    assert load_settings(own_home) == Settings(contrast=True)


# Twenty players, one after the other, each going on where the last was killed.
PLAYERS = """
import os, signal, sys
from pathlib import Path
from tests.session.test_two_copies import Copy

def tell(line):
    os.write(1, f"{line}\\n".encode())  # whole, or not at all, whenever one is killed

Copy(Path(sys.argv[1])).obey("resume")
from game.session.claims import release_all_but
release_all_but()
for _ in range(20):
    input()
    if (player := os.fork()) == 0:
        copy = Copy(Path(sys.argv[1]))
        tell(f"{os.getpid()} {copy.obey('resume')}")
        while not copy.is_over():
            tell(copy.obey("answer"))
        signal.pause()
    os.waitpid(player, 0)
    tell("dead")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_player_who_is_killed_at_any_moment_loses_no_answer_that_was_taken(own_home):
    chance = random.Random(24)
    begun = Copy(own_home)
    begun.obey("start")
    release_all_but()
    players = Other(own_home, PLAYERS)
    lines, last, killed_after = players.process.stdout, 0, set()
    for _ in range(20):
        players.send("next")
        player, far, *told = next(lines).split()
        assert not told
        finished = own_home / "saves" / "small_case.finished"
        if int(far) < 0 and finished.exists():  # the last answer was taken, and nobody told
            far = LENGTH
        assert int(far) >= last  # what the one before was told of is there
        last = int(far)
        for _ in range(chance.randrange(3)):
            if last < LENGTH:
                last = int(next(lines).split()[0])
        time.sleep(chance.random() * 0.004)
        os.kill(int(player), signal.SIGKILL)
        last = max([last, *(int(line.split()[0]) for line in iter(lines.__next__, "dead\n"))])
        killed_after.add(last)
        if last >= LENGTH:
            last = 0
            (own_home / "saves" / "small_case.finished").unlink(missing_ok=True)
            begun.obey("start")
            release_all_but()
    players.kill()

    assert len(killed_after) > 3
