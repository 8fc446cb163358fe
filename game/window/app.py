"""The app keeps the stack of screens and carries out what they want; it needs no display."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
from msgspec.structs import replace
from pygame import Rect, Surface
from pygame.event import Event

from game.scenario.steps import Role
from game.scenario.words import T, Translate, Words
from game.session.settings import Settings, other_language
from game.window.captions import Captions
from game.window.doors import Doors, Table
from game.window.faces import Fonts
from game.window.heap import give_back_rest
from game.window.intents import (
    Answer,
    Back,
    Begin,
    Change,
    Cue,
    ForClass,
    Forget,
    Go,
    Home,
    Intent,
    Look,
    OpenCase,
    Quit,
    Read,
    Resume,
    SkipScenes,
    Switch,
    TakeBack,
    Tell,
    Watch,
)
from game.window.kit import Kit, text_scale, window_factor
from game.window.pictures import Pictures
from game.window.plates import Plates
from game.window.reading import Reader
from game.window.screens.base import Screen
from game.window.screens.title import TitleScreen
from game.window.sounds import Sounds
from game.window.summons import summoned

if TYPE_CHECKING:
    from game.session.lead import Lead
    from game.window.ahead import Ahead

LETTERS = 4_000_000  # bytes of rendered text to keep


class App:
    """Events and time go in; pictures and sounds come out. `running` turns False at the end."""

    caption: Words = T("Mock Court")

    def __init__(self, doors: Doors, size: tuple[int, int], sounds: Sounds) -> None:
        self.doors, self.size, self.sounds = doors, size, sounds
        self.settings: Settings = doors.settings()
        self.say: Translate = doors.translate()
        self._second: Translate | None = None
        self.running = True
        self.reader = Reader()
        self._pictures = Pictures(doors.assets / "art", size)
        self._plates = Plates()
        self._fonts: Fonts | None = None
        self._captions = Captions()
        self._ahead: Ahead | None = None
        self.stack: list[Screen] = [self._title()]
        self._fresh_kit()
        self._show()
        self._tell_notices()

    @property
    def top(self) -> Screen:
        return self.stack[-1]

    @property
    def table(self) -> Table | None:
        """The table of the trial or debrief that is open."""
        tables = (screen.table for screen in reversed(self.stack))
        return next((table for table in tables if table is not None), None)

    # events, time, pictures

    def handle(self, event: Event) -> None:
        """Let the top screen have `event`, and do what it wants."""
        if event.type == pygame.QUIT:
            self._end()
            return
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F2:
            self.do(Switch())
        elif (intent := summoned(event, self.top) or self.top.handle(event)) is not None:
            self.do(intent)
        self.reader.follow(self.top, self.settings)

    def update(self, now: float) -> None:
        if (intent := self.top.update(now)) is not None:
            self.do(intent)
        self._captions.update(now)
        if not self.kit.stale:
            self.sounds.follow()

    @property
    def moving(self) -> bool:
        return self.top.moving

    @property
    def typing(self) -> Rect | None:
        """Where letters are being typed, if they are."""
        focus = self.top.desk.focus
        return Rect(focus.rect) if focus is not None and focus.typing else None

    def paint(self, surface: Surface) -> list[Rect]:
        """Repaint what has changed; the rectangles of it."""
        return self.top.paint(surface) if self.kit.stale else []

    def resize(self, size: tuple[int, int]) -> None:
        """The window has a new size: draw letters and pictures anew."""
        if size != self.size:
            self.size = size
            self._pictures.forget(size)
            self._plates = Plates()
            self._fresh_kit()
            self._show()

    def renew(self) -> None:
        """What was painted is lost: paint everything again."""
        self.kit.stale.append(Rect((0, 0), self.size))

    def idle(self) -> None:
        """Nothing has to be painted now: make ready what will be needed."""
        if self._ahead is None:
            from game.window.ahead import Ahead

            self._ahead = Ahead()
        self._ahead.step(self.top, self._pictures)

    # intents

    def do(self, intent: Intent) -> None:
        """Carry out what a screen wants."""
        match intent:
            case Go(where):
                self._go(where)
                self._tell_notices()
            case OpenCase(case_id, role):
                self._open_case(case_id, role)
            case Look(tab, entry):
                self._open_record(tab, entry)
            case Begin():
                self._begin(intent)
            case Resume(case_id):
                self._resume(case_id)
            case Answer(picks):
                self._answer(picks)
            case Change(name, value):
                self._change(name, value)
            case Switch():
                self._change("language", other_language(self.settings.language))
            case Tell(title, text):
                self._tell(title, text)
            case Cue(name):
                self._hear(name)
            case ForClass():
                self._for_class(intent)
            case TakeBack(teacher):
                self._lead(lambda lead: lead.take_back(teacher=teacher))
            case SkipScenes(scenes):
                self._lead(lambda lead: lead.skip(scenes))
            case Watch(name):
                self._watch(name)
            case _:
                self._leave(intent)

    def _leave(self, intent: Intent) -> None:
        match intent:
            case Back() if len(self.stack) > 1:
                self.stack.pop()
                self._show()
            case Home():
                self._home()
            case Forget():
                self._forget()
            case Read():
                self.reader.press(self.top, self.settings)
            case Quit():
                self._end()

    def _end(self) -> None:
        self.running = False
        self.reader.voice.close()

    def _forget(self) -> None:
        """Delete what has been learned, and show it gone wherever it is shown."""
        self.doors.forget_progress()
        self.stack.pop()
        for screen in self.stack:
            screen.refreshed(self.doors)
        self._show()
        self._tell_notices()

    def _tell(self, title: Words, text: str) -> None:
        from game.window.screens import others

        self._push(others.MessageScreen(title, text))

    def _push(self, screen: Screen) -> None:
        self.stack.append(screen)
        self._show()

    def _home(self) -> None:
        self.stack = [self._title()]
        self._show()
        self._tell_notices()

    def _title(self) -> Screen:
        return TitleScreen(self.doors.languages(), self.doors.has_save())

    def _go(self, where: str) -> None:
        from game.window.menus import menu

        self._push(menu(where, self.doors, self.table, self.top))

    def _open_case(self, case_id: str, role: Role) -> None:
        from game.window.screens import others

        shown = next((c for c in self.doors.cases() if c.case.id == case_id), None)
        if shown is not None:
            self._push(others.CaseFileScreen(shown, role))

    def _open_record(self, tab: str, entry: str) -> None:
        from game.window.screens import others

        if self.table is not None:
            self._push(others.RecordScreen(self.table, tab, entry))
            self._hear("page")

    def _begin(self, wanted: Begin) -> None:
        from game.window.menus import trial_screen

        give_back_rest()
        table = self.doors.start(
            wanted.case_id, wanted.role, wanted.cut, wanted.feedback, wanted.facts
        )
        self.stack = [self._title(), trial_screen(table, self.doors)]
        self._show()
        self._hear("curtain")
        self._tell_notices()

    def _resume(self, case_id: str | None) -> None:
        from game.window.menus import trial_screen

        if (table := self.doors.resume(case_id)) is not None:
            self.stack = [self._title(), trial_screen(table, self.doors, resumed=True)]
            self._show()
        elif not self._tell_notices():
            text = self.say(T("There is no saved trial to go on with."))
            self.do(Tell(T("Nothing saved"), text))

    def _for_class(self, wish: ForClass) -> None:
        from game.window.class_play.ways import Enter, outcome

        found = outcome(wish, self.doors, self.top)
        if isinstance(found, Enter):
            if found.alone:
                self.stack = [self._title()]
            self._push(found.screen)
        elif found is not None:
            self.do(found)
        self._tell_notices()

    def _answer(self, picks: tuple[str, ...]) -> None:
        from game.trial.view import Action
        from game.window.screens import others

        screen = self.top
        if not isinstance(screen, others.TrialScreen):
            return
        view = screen.view
        refusal = screen.table.submit(Action(view.revision, view.role, picks))
        if refusal is not None:
            self.do(Tell(T("The court cannot take this answer"), refusal))
            return
        screen.moved()
        if (cue := screen.cue()) is not None:
            self.do(cue)

    def _lead(self, change: Callable[[Lead], str | None]) -> None:
        """Make a `change` to the trial that is on, and go on from there; or say why not."""
        from game.window.screens import others

        trial = next((s for s in reversed(self.stack) if isinstance(s, others.TrialScreen)), None)
        if trial is None or trial.table.lead is None:
            return
        if refused := change(trial.table.lead):
            self.do(Tell(T("This cannot be"), refused))
            return
        del self.stack[self.stack.index(trial) + 1 :]
        trial.led()
        self._show()

    def _watch(self, name: str) -> None:
        from game.window.screens import others

        rerun = self.doors.rerun(name)
        if rerun is not None:
            self._push(others.ReplayScreen(rerun))
        elif not self._tell_notices():
            self.do(Tell(T("This cannot be"), self.say(T("This trial can no longer be shown."))))

    def _change(self, name: str, value: str | float | bool) -> None:
        changes: dict[str, object] = {name: value}
        self.settings = replace(self.settings, **changes)
        self.doors.save_settings(self.settings)
        if name in ("volume", "music"):
            self.kit.settings = self.settings
            self.sounds.mix(self.settings.volume, self.settings.music)
            if name == "volume":
                self._hear("chime")
            return
        if name in ("language", "two_languages"):
            self.say = self.doors.translate()
            for screen in self.stack:
                screen.refreshed(self.doors)
        self._fresh_kit()
        self._show()

    def _hear(self, name: str) -> None:
        """Play a sound, and say in words what it is."""
        self.sounds.play(name)
        self._captions.show(self.kit, name)

    def _tell_notices(self) -> bool:
        notices = self.doors.notices()
        for notice in notices:
            self.do(Tell(T("Please note"), notice))
        return bool(notices)

    # what went wrong

    def crashed(self, told: tuple[Words, Words, Words]) -> None:
        """Show what went wrong, as `told`, above the way back into the trial."""
        from game.window.rescue import crash_page

        self.stack = [self._title(), *crash_page(told, self._way_back())]
        self._fresh_kit()
        self._show()

    def _way_back(self) -> Screen | None:
        """The trial that is open, to be gone on with from its journal."""
        from game.window.rescue import rejoined

        return rejoined(self.doors, self.table)

    # layout

    def _fresh_kit(self) -> None:
        factor, easy = (
            window_factor(self.size) * text_scale(self.settings),
            self.settings.easy_letters,
        )
        if self._fonts is None or (self._fonts.scale, self._fonts.easy) != (factor, easy):
            folder = self.doors.assets / "fonts"
            self._fonts = Fonts(folder, factor, easy=easy, cache_bytes=LETTERS)
        self.kit = Kit(
            self.size, self.settings, self.say, self._fonts, self._pictures, self._plates,
            say_second=self._say_second,
        )  # fmt: skip
        self._second = None

    def _say_second(self, words: Words) -> str:
        """Text in the other language, whose catalogue is read when it is first wanted."""
        if self._second is None:
            self._second = self.doors.translate(self.kit.second)
        return self._second(words)

    def _show(self) -> None:
        """Lay out the top screen, and below an overlay what can be seen of the others."""
        self._captions.hide()
        tunes = [screen.tune for screen in self.stack if screen.tune]
        if self.sounds.tune(tunes[-1] if tunes else "") and self.settings.music:
            self._captions.show(self.kit, "music")
        first = max(n for n, screen in enumerate(self.stack) if not screen.overlay)
        below: Surface | None = None
        for screen in self.stack[:first]:
            screen.rest()
        for number, screen in enumerate(self.stack[first:], first):
            screen.build(self.kit, below)
            if number < len(self.stack) - 1:
                below = Surface(self.size, 0, 32)
                screen.desk.paint(below)
                screen.rest()
