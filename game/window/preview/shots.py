"""Shots of a preview: the trial with its strip, the findings of a broken save, and their manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.session.reception import Reception
from game.session.wish import Wish
from game.window.intents import Back, Turn
from game.window.preview.app import PreviewApp
from game.window.preview.draft import Draft
from game.window.preview.letterbox import Letterbox, Request
from game.window.preview.start import Backstage, drafted
from game.window.shots import Player
from game.window.sounds import Silence

SLIP = ("part: presiding_judge", "part: presiding_jugde")


def preview_shots(
    folder: Path, assets: Path, reception: Reception, size: tuple[int, int]
) -> Iterator[Path]:
    """A PNG of each screen of a preview of the first case on the shelf, into `folder`."""
    case = next(reception.shelf.playable(), None)
    if case is None:
        return
    with TemporaryDirectory() as desk:
        copy = Path(desk) / case.path.name
        copy.write_text(case.path.read_text(encoding="utf-8"), encoding="utf-8")
        draft = drafted(reception, copy, Request())
        doors = Backstage(assets, reception, Wish())
        app = PreviewApp(doors, size, Silence(), draft, Letterbox(Path(desk), copy))
        player = Player(doors, size, app)
        for name in _tour(player, draft):
            file = folder / f"preview-{name}.png"
            pygame.image.save(player.look(), file)
            yield file


def _tour(player: Player, draft: Draft) -> Iterator[str]:
    """Name each picture when it stands."""
    player.app.do(Turn(2))
    yield "trial"
    whole = draft.path.read_text(encoding="utf-8")
    draft.path.write_text(whole.replace(*SLIP), encoding="utf-8")
    for _ in range(8):  # looks of the watch
        player.now += 0.3
        player.app.update(player.now)
    yield "findings"
    player.press("finding 0")
    yield "manual"
    player.app.do(Back())
    player.app.do(Back())
    yield "errors-below"
