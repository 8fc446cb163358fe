"""The pages that a name leads to, and the page of a trial, whoever sits at it."""

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


def trial_screen(table: Table, doors: Doors, *, resumed: bool = False) -> others.TrialScreen:
    """The screen for the trial at `table`, whether a class sits at it or one player."""
    from game.session.class_play.table import ClassTable

    if isinstance(table, ClassTable):
        from game.window.class_play.trial import ClassScreen

        return ClassScreen(table, resumed=resumed)
    return others.TrialScreen(table, resumed=resumed, heard=doors.heard(table.case_id))
