"""The trial: lines are watched one by one, then the seat answers its turn."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.scenario.steps import TurnKind
from game.trial.view import Exhibit, Line, View
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Answer, Cue, Go, Intent, Look
from game.window.kit import Kit
from game.window.screens.base import Screen
from game.window.screens.moments import Moment, Next, briefing, heading, review, spoken, waiting
from game.window.screens.stage import on_table, open_stage, portrait, speaker, top_bar
from game.window.screens.turns.base import Answering, MoreHelp
from game.window.screens.turns.kinds import answering
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Typewriter
from game.window.widgets.panel import Panel, Veil

UNSEEN = -1  # the briefing comes before the first line


class TrialScreen(Screen):
    """One seat at one table. `seen` counts the lines that have been watched."""

    def __init__(self, table: Table, *, resumed: bool = False) -> None:
        super().__init__()
        self.table: Table = table
        self.view: View = table.view()
        self.seen = len(self.view.lines) if resumed else UNSEEN if self.view.briefing else 0
        self.answer: Answering | None = None
        self._moment: Moment | None = None
        self._typed = -1  # the line that has been shown to its end
        self._cued = UNSEEN

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

    def refreshed(self, doors: Doors) -> None:
        """Take the view again, as after a change of language; the place is kept."""
        self.view = self.table.view()
        if self.answer is not None and self.view.turn is not None:
            self.answer.turn = self.view.turn

    def moved(self) -> None:
        """The court has taken the answer: show what followed."""
        self.answer = None
        self.view = self.table.view()
        self.again()

    def laid(self) -> Desk:
        kit = self.kit
        bar = self.bar()
        around, room = self.around(open_stage(kit, bar))
        self._moment = None
        shown = self._shown(kit, room)
        desk = Desk(kit, self._ground(), [*shown, *around, bar])
        if self._moment is not None:
            desk.anywhere = Next()
            desk.set_focus(desk.find("next"))
        elif self.answer is not None:
            desk.keys.update(self.answer.keys())
            desk.set_focus(self.answer.first())
        desk.escape = Look()
        return desk

    def bar(self) -> Panel:
        """What stands above the moment."""
        return top_bar(self.kit, self.view)

    def around(self, room: Rect) -> tuple[list[Widget], Rect]:
        """What else stands around the moment, and what it leaves of `room`."""
        return [], room

    def _ground(self) -> Surface:
        seen = self.view.lines[: self.seen + 1]
        places = (line.place for line in reversed(seen) if line.place)
        return self.ground(next(places, self.view.scene.place))

    def _shown(self, kit: Kit, room: Rect) -> list[Widget]:
        if self.answering and self.view.turn is not None:
            if self.answer is None:
                self.answer = answering(self.view.turn)
            widgets = self.answer.laid(kit, self.view, room)
            for widget in self.answer.moving():
                self.animate(widget)
            return self._staged(widgets, self._last_speech(), room)
        moment = self._moment = self._watched(kit, room)
        if moment.speech is not None:
            self._start_typing(moment.speech)
        widgets = [Veil(kit, Next()), moment.panel]
        return self._staged(widgets, self.line, room)

    def _watched(self, kit: Kit, room: Rect) -> Moment:
        line = self.line
        if self.seen == UNSEEN:
            return briefing(kit, self.view, room)
        if line is None:
            return waiting(kit, self.view, room)
        if line.manner == "reason":
            return review(kit, self.reasons(), room)
        if line.manner == "scene":
            return heading(kit, self.view, line, room)
        return spoken(kit, self.view, line, room)

    def _staged(self, widgets: list[Widget], line: Line | None, room: Rect) -> list[Widget]:
        """The widgets of a moment, with whoever speaks behind them and what is on the table."""
        panel = widgets[-1]
        people: list[Widget] = []
        who = speaker(self.view, line)
        if self.answer is None or self.answer.peopled:
            picture = portrait(self.kit, who, room, panel.rect)
            people = [picture] if picture is not None else []
        table: list[Widget] = []
        exhibit = self._on_table()
        if exhibit is not None:
            tile = on_table(self.kit, exhibit, room, panel.rect, who.side if who else "left")
            table = [tile] if tile is not None else []
        veil = [widget for widget in widgets if isinstance(widget, Veil)]
        return [*veil, *people, *table, *(w for w in widgets if w not in veil)]

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
        if self._typed == self.seen or not self.kit.settings.motion:
            speech.upto = speech.length
        else:
            self.animate(speech)

    # what happens

    def on(self, message: Message) -> Intent | None:
        if isinstance(message, Next):
            return self._next()
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
        line = self.line
        if line is None and self.seen >= len(self.view.lines):
            return Go("debrief") if self.view.debrief else None
        self.seen += len(self.reasons()) if line and line.manner == "reason" else 1
        self.again()
        return self.cue()

    def cue(self) -> Intent | None:
        """The sound of the current line, once."""
        line = self.line
        if line is not None and line.cue and self._cued < self.seen:
            self._cued = self.seen
            return Cue(line.cue)
        return None
