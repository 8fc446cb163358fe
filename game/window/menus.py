"""The pages that a name leads to: settings, help, the pause, the library and the like."""

from __future__ import annotations

from game.window.doors import Doors, Table
from game.window.screens import others
from game.window.screens.base import Screen


def menu(where: str, doors: Doors, table: Table | None, top: Screen) -> Screen:
    """The page called `where`, over `top`; the library where it needs a `table` and has none."""
    match where:
        case "settings":
            return others.SettingsScreen(doors.languages())
        case "help":
            return others.HelpScreen(top.called)
        case "replays":
            return others.ReplaysScreen(doors.finished())
    if table is not None:
        match where:
            case "pause":
                return others.PauseScreen(table)
            case "teacher":
                return others.TeacherScreen(table)
            case "debrief":
                return others.DebriefScreen(table, doors.advice())
    kept = others.keepsake(where, doors, table)
    return kept or others.LibraryScreen(doors.cases())
