"""The preview's app shows a draft and follows it: as it is saved, and as others ask."""

from __future__ import annotations

from game.scenario.steps import Role
from game.scenario.words import T, put
from game.window.app import App
from game.window.doors import Doors
from game.window.intents import (
    Back,
    Change,
    Explain,
    Go,
    Home,
    Intent,
    OpenCase,
    Quit,
    Reseat,
    Restart,
    Turn,
)
from game.window.preview.draft import Draft, News
from game.window.preview.letterbox import Letterbox, Request
from game.window.preview.screens import FindingsScreen, ManualScreen, PreviewScreen
from game.window.preview.strip import FINDINGS
from game.window.screens.base import Screen
from game.window.sounds import Sounds

CAPTION = T("{file} – preview")


class PreviewApp(App):
    """An app whose only trial is the draft's."""

    def __init__(
        self,
        doors: Doors,
        size: tuple[int, int],
        sounds: Sounds,
        draft: Draft,
        letters: Letterbox,
    ) -> None:
        self.draft, self.letters = draft, letters
        self.caption = put(CAPTION, file=draft.path.name)
        draft.follow(0.0)
        super().__init__(doors, size, sounds)

    # following

    def update(self, now: float) -> None:
        if (request := self.letters.asked(now)) is not None:
            self._heed(request)
        was_broken = self.draft.broken
        match self.draft.follow(now):
            case News.MOVED:
                self._front()
            case News.SAME:
                self._again(leave_findings=was_broken)
            case News.BROKEN:
                self._show_findings()
        super().update(now)

    def _heed(self, request: Request) -> None:
        """Do what a second preview of the file asks for."""
        if request.language and request.language != self.settings.language:
            self.do(Change("language", request.language))
        if request.role is not None:
            self.draft.seat(request.role, self._here())
        if request.at:
            self.draft.move_to(request.at)
        if request.at or request.role is not None:
            self._front()

    def _again(self, *, leave_findings: bool) -> None:
        """Show the same place with what is new about the file."""
        if leave_findings and isinstance(self.stack[0], PreviewScreen):
            del self.stack[1:]
        for screen in self.stack:
            screen.refreshed(self.doors)
        self._show()

    def _show_findings(self) -> None:
        if not any(isinstance(screen, FindingsScreen) for screen in self.stack):
            self.stack = [self.stack[0], FindingsScreen(self.draft)]
        self._show()

    # the way from screen to screen

    def do(self, intent: Intent) -> None:
        match intent:
            case Turn(by):
                self.draft.step(by, self._here())
                self._front()
            case Reseat():
                self.draft.seat(self._next_role(), self._here())
                self._front()
            case Restart():
                self.draft.restart()
                self._front()
            case OpenCase():
                self.draft.role = self._next_role()
                self.draft.move_to("")
                self._front()
            case Go(where) if where == FINDINGS:
                self._push(FindingsScreen(self.draft))
            case Explain(code):
                self._push(ManualScreen(code))
            case Home():
                self._front()
            case Back() if len(self.stack) == 1:
                super().do(Quit())
            case _:
                super().do(intent)

    def _title(self) -> Screen:
        if self.draft.table is None:
            return FindingsScreen(self.draft)
        return PreviewScreen(self.draft, self.doors.languages())

    def _way_back(self) -> Screen | None:
        return None  # the draft itself stands below

    def _front(self) -> None:
        self.stack = [self._title()]
        self._show()

    def _here(self) -> str:
        screen = self.stack[0]
        return screen.here if isinstance(screen, PreviewScreen) else self.draft.stop

    def _next_role(self) -> Role:
        row = list(Role)
        return row[(row.index(self.draft.role) + 1) % len(row)]
