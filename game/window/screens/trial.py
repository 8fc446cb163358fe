"""The trial: lines are watched one by one, then the seat answers its turn."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from msgspec.structs import replace
from pygame import Rect
from pygame.event import Event

from game.scenario.steps import TurnKind
from game.scenario.words import T
from game.session.heard import Heard
from game.trial.view import Exhibit, Line, View
from game.window.both import seen_at
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Answer, Cue, Go, Intent, Look
from game.window.kit import Kit
from game.window.screens.base import Screen
from game.window.screens.moments import (
    Auto,
    Moment,
    Next,
    Watching,
    briefing,
    heading,
    review,
    spoken,
    waiting,
)
from game.window.screens.reading import Reading, Watched
from game.window.screens.stage import Speaker, on_table, open_stage, speaker, top_bar
from game.window.screens.staging import Director, company
from game.window.screens.telling import line_told, plain, reasons_told, turn_told
from game.window.screens.turns.base import Answering, MoreHelp
from game.window.screens.turns.kinds import answering
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Typewriter
from game.window.widgets.panel import Panel, Veil
from game.window.widgets.ribbon import Ribbon

UNSEEN = -1  # the briefing comes before the first line
OBJECTION = "objection"
RULED = "gavel"  # what is heard when the bench rules, unless the file says otherwise


class TrialScreen(Screen):
    """One seat at one table. `seen` counts the lines that have been watched.

    `heard` knows the lines of earlier trials, which may be skipped.
    """

    tune = "trial"
    leads = True

    def __init__(self, table: Table, *, resumed: bool = False, heard: Heard | None = None) -> None:
        super().__init__()
        self.table: Table = table
        self.view: View = seen_at(table)
        self.seen = len(self.view.lines) if resumed else UNSEEN if self.view.briefing else 0
        self.answer: Answering | None = None
        self._moment: Moment | None = None
        self._spoken = UNSEEN  # the line of that moment
        self._typed = -1  # the line that has been shown to its end
        self._half = (UNSEEN, 0.0)  # the line that is being typed, and how much of it is shown
        self._cued = UNSEEN
        self._heard = heard or Heard()
        self._reading = Reading()
        self._director = Director()

    @property
    def called(self) -> str:
        turn = self.view.turn
        if self.answering and turn is not None:
            several = turn.kind is TurnKind.CHOOSE and turn.most > 1
            return "choose several" if several else turn.kind
        if self.line is None:
            return "waiting" if self.seen >= 0 else "briefing"
        return "reason" if self.line.manner == "reason" else "line"

    # what is shown

    @property
    def line(self) -> Line | None:
        """The line that is being watched."""
        lines = self.view.lines
        return lines[self.seen] if 0 <= self.seen < len(lines) else None

    @property
    def answering(self) -> bool:
        """Whether the seat is at its turn."""
        return self.seen >= len(self.view.lines) and self.view.turn is not None

    def reasons(self) -> Sequence[Line]:
        """The reasons that stand together from the current line on."""
        count = 0
        rest = self.view.lines[self.seen :]
        while count < len(rest) and rest[count].manner == "reason":
            count += 1
        return rest[:count]

    def aloud(self) -> str:
        line, turn = self.line, self.view.turn
        if self.seen == UNSEEN:
            return plain(self.view.briefing)
        if line is None:
            return turn_told(turn) if turn is not None else ""
        return reasons_told(self.reasons()) if line.manner == "reason" else line_told(line)

    def refreshed(self, doors: Doors) -> None:
        """Take the view again, as after a change of language; the place is kept."""
        self.view = seen_at(self.table)
        if self.answer is not None and self.view.turn is not None:
            self.answer.turn = self.view.turn

    def moved(self) -> None:
        """The court has taken the answer: show what followed."""
        self.answer = None
        self.view = seen_at(self.table)
        self._reading.begin()
        self._pass_skipped()
        self.again()

    def rest(self) -> None:
        super().rest()
        self._reading.let_go()

    def led(self) -> None:
        """The trial was led back, or on: watch from there."""
        self.answer = None
        self.view = seen_at(self.table)
        self.seen = min(self.seen, len(self.view.lines))
        self._typed, self._cued = -1, min(self._cued, self.seen)
        self._pass_skipped()

    def _pass_skipped(self) -> None:
        """Nobody watches what is still to be seen of a skipped scene."""
        lines = self.view.lines
        while 0 <= self.seen < len(lines) and lines[self.seen].scene in self.view.skipped:
            self.seen += 1

    def laid(self) -> Desk:
        kit = self.kit
        bar = self.bar()
        around, room = self.around(open_stage(kit, bar))
        if self._moment is not None and self._moment.speech is not None:
            self._half = (self._spoken, self._moment.speech.share)
        self._moment = None
        who = self._on_stage()
        ground = self._director.backdrop(kit, self._place(), who, cut=self._reading.skipping)
        shown = self._shown(kit, room)
        self._director.cover(shown[-1].rect)
        desk = Desk(kit, ground, [*shown, *around, bar, *self._ribbon(shown, room)])
        for moving in self._director.moving:
            self.animate(moving)
        if self._moment is not None:
            desk.anywhere = Next()
            if (auto := desk.find("auto")) is not None:
                desk.keys[pygame.K_a] = auto
            desk.set_focus(desk.find("next"))
        elif self.answer is not None:
            desk.keys.update(self.answer.keys())
            desk.set_focus(self.answer.first())
        desk.escape = Look()
        return desk

    def bar(self) -> Panel:
        """What stands above the moment."""
        return top_bar(self.kit, self.at_this_moment(), pause=self.table.lead is not None)

    def at_this_moment(self) -> View:
        """The view in the scene that is being watched; the court may be further already."""
        seen = self.view.lines[: self.seen + 1]
        opened = {scene.id: scene for scene in self.view.opened}
        first = next(iter(opened.values()), self.view.scene)
        at = (opened[line.scene] for line in reversed(seen) if line.scene in opened)
        return replace(self.view, scene=next(at, first))

    def around(self, room: Rect) -> tuple[list[Widget], Rect]:
        """What else stands around the moment, and what it leaves of `room`."""
        return [], room

    def _place(self) -> str:
        seen = self.view.lines[: self.seen + 1]
        places = (line.place for line in reversed(seen) if line.place)
        return next(places, self.view.scene.place)

    def _shown(self, kit: Kit, room: Rect) -> list[Widget]:
        if self.answering and self.view.turn is not None:
            if self.answer is None:
                self.answer = answering(self.view.turn)
            widgets = self.answer.laid(kit, self.view, room)
            for widget in self.answer.moving():
                self.animate(widget)
            return self._staged(widgets, room)
        moment = self._moment = self._watched(kit, room)
        if moment.speech is not None:
            self._spoken = self.seen
            self._start_typing(moment.speech)
        widgets = [Veil(kit, Next()), moment.panel]
        return self._staged(widgets, room)

    def _watched(self, kit: Kit, room: Rect) -> Moment:
        line = self.line
        if self.seen == UNSEEN:
            return briefing(kit, self.view, room)
        if line is None:
            return waiting(kit, self.view, room)
        if line.manner == "reason":
            return review(kit, self.reasons(), room)
        if line.manner == "scene":
            return heading(kit, self.at_this_moment(), line, room)
        watching = Watching(known=line in self._heard, auto=self._reading.auto)
        return spoken(kit, self.view, line, room, watching)

    def _on_stage(self) -> Speaker | None:
        """Whoever speaks, or spoke last when the seat has to answer."""
        return speaker(self.view, self._last_speech() if self.answering else self.line)

    def _staged(self, widgets: list[Widget], room: Rect) -> list[Widget]:
        """The widgets of a moment, with whoever speaks behind them and what is on the table."""
        panel = widgets[-1].rect
        who = self._on_stage()
        people: list[Widget] = []
        if self.answer is None or self.answer.peopled:
            figures = self._director.people(self.kit, who, room, panel, self._company(who))
            if figures and self._moment is not None and not self._reading.skipping:
                self._director.act(self.kit, self.seen, self.line, who, figures[-1])
            people = list(figures)
        table: list[Widget] = []
        exhibit = self._on_table()
        if exhibit is not None:
            tile = on_table(self.kit, exhibit, room, panel, who.side if who else "left")
            table = [tile] if tile is not None else []
        veil = [widget for widget in widgets if isinstance(widget, Veil)]
        return [*veil, *people, *table, *(w for w in widgets if w not in veil)]

    def _company(self, who: Speaker | None) -> Sequence[Speaker]:
        """With whom `who` speaks; nobody behind a ribbon that stays."""
        line = self.line
        still = line is not None and line.cue == OBJECTION and not self.kit.settings.motion
        if who is None or self._moment is None or still:
            return ()
        return company(self.view, self.seen, who)

    def _ribbon(self, shown: Sequence[Widget], room: Rect) -> list[Widget]:
        """“Objection!” across the stage, while such a line is heard for the first time."""
        line, reading = self.line, self._reading
        if line is None or line.cue != OBJECTION or reading.skipping:
            return []
        free = Rect(room.x, room.y, room.w, shown[-1].rect.y - self.kit.u(30) - room.y)
        ribbon = Ribbon(self.kit, T("Objection!"), free)
        if self.kit.settings.motion:
            if self._cued >= self.seen:
                return []
            ribbon.begin()
            self.animate(ribbon)
        return [ribbon]

    def _on_table(self) -> Exhibit | None:
        """The exhibit that the seat has to answer about."""
        turn = self.view.turn
        if not self.answering or turn is None or turn.kind is TurnKind.PAIR:
            return None
        return next((e for e in self.view.exhibits if e.id == turn.exhibit), None)

    def _last_speech(self) -> Line | None:
        said = (line for line in reversed(self.view.lines) if line.manner != "reason")
        return next(said, None)

    def _start_typing(self, speech: Typewriter) -> None:
        line, share = self._half
        calm = not self.kit.settings.motion or self._reading.skipping
        if self._typed == self.seen or calm:
            speech.finish()
            return
        if line == self.seen:
            speech.go_on_at(share)
        self.animate(speech)

    # what happens

    def handle(self, event: Event) -> Intent | None:
        ours = self._would_go_on(self.desk.focus)
        intent = super().handle(event)
        if event.type == pygame.MOUSEBUTTONDOWN:
            ours = self._would_go_on(self.desk.held)
        self._reading.take(event, ours=ours)
        return intent

    def _would_go_on(self, widget: Widget | None) -> bool:
        return self._moment is not None and widget is not None and widget.message == Next()

    def update(self, now: float) -> Intent | None:
        super().update(now)
        if self._moment is None:
            return None
        pace = self.kit.settings.pace
        return self._go_on() if self._reading.goes_on(now, self._watched_now(), pace) else None

    def _watched_now(self) -> Watched:
        """What stands there, for whoever decides whether to read on."""
        line, speech = self.line, self._moment.speech if self._moment else None
        if line is None:
            return Watched(known=False, complete=True, words=None)
        if line.manner == "reason":
            known = all(reason in self._heard for reason in self.reasons())
            return Watched(known, complete=True, words=None)
        words = "".join(run.text for run in line.says)
        return Watched(line in self._heard, speech is None or speech.complete, words)

    def on(self, message: Message) -> Intent | None:
        if isinstance(message, Next):
            return self._next()
        if isinstance(message, Auto):
            self._reading.auto = not self._reading.auto
            self._typed = self.seen
            self.again()
            self.desk.set_focus(self.desk.find("next"))
            return None
        if isinstance(message, Intent) or self.answer is None:
            return super().on(message)
        if isinstance(message, MoreHelp):
            return self.answer.hint()
        picks = self.answer.on(message)
        if picks is not None:
            return Answer(picks)
        if self.answer.again:
            self.answer.again = False
            self.again()
        return None

    def _next(self) -> Intent | None:
        speech = self._moment.speech if self._moment else None
        if speech is not None and not speech.complete:
            speech.finish()
            self._typed = self.seen
            return None
        return self._go_on()

    def _go_on(self) -> Intent | None:
        """Leave what stands there for what comes next."""
        line = self.line
        if line is None and self.seen >= len(self.view.lines):
            return Go("debrief") if self.view.debrief else None
        watched = self.reasons() or ([line] if line else [])
        for one in watched:
            self._heard.add(one)
        self.seen += max(1, len(watched))
        self._pass_skipped()
        self._reading.begin()
        self.again()
        return self.cue()

    def cue(self) -> Intent | None:
        """The sound of the current line, once; none while lines are skipped."""
        if self.line is None or self._cued >= self.seen:
            return None
        self._cued = self.seen
        sound = self._sound_of(self.line)
        return Cue(sound) if sound and not self._reading.skipping else None

    def _sound_of(self, line: Line) -> str:
        """What is heard with `line`: its own cue, the gavel, or how an answer was."""
        if line.manner == "reason":
            judged = [one.sound for one in self.reasons() if not one.better]
            unsound = any(sound is False for sound in judged)
            return "thought" if unsound else "success" if True in judged else ""
        return line.cue or (RULED if line.manner == "ruled" else "")
