"""The screens of what stays after a trial: what was learned, the certificate, and forgetting."""

from __future__ import annotations

from game.window.doors import Doors, Table
from game.window.screens.base import Screen
from game.window.screens.certificate import CertificateScreen
from game.window.screens.forget import ForgetScreen
from game.window.screens.learned import LearnedScreen


def keepsake(where: str, doors: Doors, table: Table | None) -> Screen | None:
    """The screen called `where`, if it is one of these."""
    if where == "learned":
        return LearnedScreen(doors)
    if where == "forget":
        return ForgetScreen()
    if where == "certificate" and table is not None:
        return CertificateScreen(table, doors)
    return None
