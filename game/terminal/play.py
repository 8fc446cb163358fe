"""One trial at the terminal, from the case file to the debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.scenario.steps import TurnKind
from game.scenario.words import T, Words, put
from game.session.lead import Lead
from game.session.team import agreed
from game.terminal.asking import Asker, Left, TakenBack
from game.trial.view import Action, View


class Table(Protocol):
    """A seat at a trial."""

    def view(self) -> View: ...
    @property
    def lead(self) -> Lead: ...
    def submit(self, action: Action) -> str | None: ...


GOODBYE = T("The court adjourns. Your work is saved; come back any time.")
FIRST_BALLOT = T("Ballot {n} of {of}. The speaker votes first, and decides ties.")
BALLOT = T("Ballot {n} of {of}.")
Answer = Callable[[View], tuple[str, ...]]


def by_team(asker: Asker, view: View, members: int) -> tuple[str, ...]:
    """The answer of a team that votes member by member, the speaker first. Raises Left."""
    assert view.turn is not None
    ballots = []
    for number in range(1, members + 1):
        asker.write("")
        ballot = put(FIRST_BALLOT if number == 1 else BALLOT, n=number, of=members)
        asker.show(asker.printer.paragraph(asker.printer.say(ballot)))
        ballots.append(asker.answer(view, view.turn))
    picks = agreed(view.turn, ballots)
    asker.write("")
    asker.write(asker.printer.say(T("The team's answer:")))
    asker.show(asker.printer.answered(view.turn, picks))
    return picks


def play(
    table: Table,
    asker: Asker,
    answer: Answer | None = None,
    shown: Shown | None = None,
    goodbye: Words = GOODBYE,
    echo: bool = True,
) -> bool:
    """Play the trial at `table` until it is over (True) or the player leaves (False).

    Without an `answer` the person at the terminal is asked; `echo` prints what it picked. What
    was `shown` is not shown again.
    """
    shown = shown or Shown(asker)
    try:
        while True:
            view = table.view()
            shown.catch_up(view)
            if view.turn is None:
                break
            try:
                picks = answer(view) if answer else asker.answer(view, view.turn)
            except TakenBack:
                shown.taken_back(table)
                continue
            if answer and echo:
                shown.answered(view, picks)
            if refused := table.submit(Action(view.revision, view.role, picks)):
                asker.write(refused)
    except (Left, KeyboardInterrupt):
        asker.write("")
        asker.write(asker.printer.say(goodbye))
        return False
    if view.debrief:
        asker.show(asker.printer.debrief(view.debrief))
    return True


class Shown:
    """What the terminal has already printed of a trial."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self.started = False
        self.lines = 0
        self.documents: set[str] = set()

    def catch_up(self, view: View) -> None:
        """Print what is new in `view`."""
        asker, printer = self.asker, self.asker.printer
        if not self.started:
            self.started = True
            asker.show(printer.case_file(view))
        for line in view.lines[self.lines :]:
            asker.show(printer.line(line))
        self.lines = len(view.lines)
        marked = view.turn.document if view.turn and view.turn.kind is TurnKind.MARK else ""
        for document in view.documents:
            if document.id not in self.documents and document.id != marked:
                asker.show(printer.document(document))
            self.documents.add(document.id)

    def taken_back(self, table: Table) -> None:
        """Take the last answer back, and say so, or why it stands."""
        say = self.asker.printer.say
        stands = table.lead.take_back()
        self.lines = min(self.lines, len(table.view().lines))
        said = stands or say(T("Your last answer is taken back. Answer again."))
        self.asker.show(self.asker.printer.paragraph(said, 2))

    def answered(self, view: View, picks: tuple[str, ...]) -> None:
        """Print a turn and what was picked by somebody who does not type."""
        if view.turn is None:
            return
        if view.turn.kind is TurnKind.MARK:
            self.asker.show_marked(view, view.turn)
        self.asker.write("")
        self.asker.show(self.asker.printer.answered(view.turn, picks))
