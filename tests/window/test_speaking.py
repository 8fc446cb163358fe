"""The speech on screen: a clock to start, pause and skip, then a level for each line."""

from __future__ import annotations

import pygame
import pytest
from msgspec.structs import replace

from game.scenario.steps import Role
from game.session.reception import open_reception
from game.session.wish import Wish
from game.window.intents import Begin
from game.window.shots import Player
from game.window.start import Entrance
from tests.conftest import ROOT

CASE = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
SPEECH = """\
  - id: speech
    title: The speech
    chain: prevention
    beats:
      - speak: {role: judge, ask: Close., seconds: 30, rubric: {z1: Says the point, z2: Looks up}}
"""
ENTER = pygame.K_RETURN


@pytest.fixture
def speech(tmp_path, own_home):
    """A player who stands before a speech of half a minute."""

    def stand(motion: bool = True) -> Player:
        path = tmp_path / "small_case.yaml"
        scenes = CASE.index("  - id: bait")
        path.write_text(CASE[:scenes] + SPEECH, encoding="utf-8")
        doors = Entrance(
            ROOT / "assets", open_reception(ROOT, own_home, "en"), Wish(case=str(path))
        )
        doors.save_settings(replace(doors.settings(), motion=motion))
        player = Player(doors, (1280, 720))
        player.app.do(Begin("small_case", Role.JUDGE, None, "turn"))
        while not player.app.top.answering:
            player.look()
            player.key(ENTER)
        return player

    return stand


def shown(player):
    return player.app.top.desk.find("clock").parts[0].text()


def wait(player, *moments):
    for now in moments:
        player.app.update(now)


def test_the_clock_runs_once_it_is_started_and_stands_while_it_is_paused(speech):
    player = speech()
    wait(player, 100.0, 105.0)
    assert (shown(player), player.app.moving) == ("0:30", False)

    player.press("run")
    wait(player, 105.0, 112.0)
    player.press("run")
    wait(player, 112.0, 125.0)

    assert (shown(player), player.app.moving) == ("0:23", False)


def test_when_the_time_is_up_only_the_rating_is_left(speech):
    player = speech()
    player.press("run")
    wait(player, 100.0, 140.0)

    assert shown(player) == "0:00"
    assert not player.has("run")
    assert player.has("listen")


def test_a_clock_in_a_calm_room_goes_in_steps_of_ten(speech):
    player = speech(motion=False)
    player.press("run")
    wait(player, 100.0, 107.0)

    assert shown(player) == "0:30"


def test_a_speech_can_be_skipped_and_rated_by_keys_alone(speech):
    player = speech()
    table = player.app.table
    for key in (pygame.K_2, pygame.K_3, pygame.K_1):
        player.key(key)
    assert player.has("confirm")
    player.press("confirm")

    assert [(line.quote, line.sound) for line in table.view().lines if line.quote] == [
        ("Says the point", True),
        ("Looks up", False),
    ]
