"""Every screen but the title, so that the title need not wait for them to be imported."""

from game.window.screens.case_file import CaseFileScreen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.help import HelpScreen
from game.window.screens.keepsakes import keepsake
from game.window.screens.library import LibraryScreen
from game.window.screens.message import MessageScreen
from game.window.screens.pause import PauseScreen
from game.window.screens.record import RecordScreen
from game.window.screens.replay import ReplayScreen
from game.window.screens.replays import ReplaysScreen
from game.window.screens.settings import SettingsScreen
from game.window.screens.teacher import TeacherScreen
from game.window.screens.trial import TrialScreen

__all__ = [
    "CaseFileScreen",
    "DebriefScreen",
    "HelpScreen",
    "LibraryScreen",
    "MessageScreen",
    "PauseScreen",
    "RecordScreen",
    "ReplayScreen",
    "ReplaysScreen",
    "SettingsScreen",
    "TeacherScreen",
    "TrialScreen",
    "keepsake",
]
