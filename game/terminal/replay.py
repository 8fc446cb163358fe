"""A recorded trial is shown again at the terminal, and the player may go on where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.session.journal import BrokenSave, Deed, Heading, Journal
from game.session.reception import Reception
from game.session.replay import recorded_session
from game.session.session import Session
from game.session.shelf import Shelved
from game.session.stuck import can_be_answered
from game.session.table import Table
from game.session.wish import Wish
from game.terminal.asking import Asker
from game.terminal.play import Shown, play
from game.terminal.start import new_asker
from game.trial.record import Move, is_over, open_ask, open_asks
from game.trial.skipping import Skip
from game.trial.terms import role_name

UNREADABLE = T("{file} is no record of a trial that can be shown. {why}")
GOODBYE = T("The court adjourns. A trial that is shown again is not saved.")


def replay(reception: Reception, wish: Wish, file: Path, hands_over: bool) -> int:
    """Show the trial that is recorded in `file`, as the seat of its heading, or of `wish`, saw it.

    Where moves are left it `hands_over` to the player, or ends. 0, or 1 where the record cannot be
    read, or fits the case only so far; that is said, and what fits is shown.
    """
    asker = new_asker(reception)
    try:
        heading, moves = Journal(file).read()
    except BrokenSave as broken:
        return _failed(asker, put(UNREADABLE, file=str(file), why=broken.why))
    except OSError:
        return _failed(asker, T("{file} cannot be opened.", file=str(file)))
    shelved = _case(reception, wish, heading)
    if shelved is None:
        gone = T(
            "The case “{name}” of this record is gone, or something is wrong with its file.",
            name=wish.case or heading.scenario,
        )
        return _failed(asker, gone)
    session = recorded_session(shelved, heading, moves)
    role, case_id, named = wish.role or heading.role, shelved.scenario.id, str(shelved.path)
    table = Table(session, role, case_id, lambda: reception.speech(named))
    shown = Shown(asker)
    if misfit := _show(table, shown, moves):
        if heading.digest != shelved.digest:
            _say(asker, T("The case was changed after this was recorded."))
        return _failed(asker, misfit)
    _end(table, shown, hands_over)
    return 0


def _case(reception: Reception, wish: Wish, heading: Heading) -> Shelved | None:
    """The case that is named, else the very file, else the one on the shelf with its id."""
    names = (wish.case,) if wish.case else (heading.file, heading.scenario)
    found = (reception.shelf.get(name) for name in names)
    return next((shelved for shelved in found if shelved is not None), None)


def _show(table: Table, shown: Shown, moves: Sequence[Deed]) -> Words | None:
    """Show `moves` with all that comes of them; which of them does not fit, or None if all do."""
    session = table.session
    for number, move in enumerate(moves, 1):
        shown.catch_up(table.view())
        if isinstance(move, Skip):
            session.again(move)
            continue
        before = table.view(move.role)
        if why := session.again(move):
            return _does_not_fit(number, len(moves), move, _seat(table, move.role), why)
        if move.role is not table.role:
            shown.asker.write("")
            _say(shown.asker, T("{role} answers:", role=_seat(table, move.role)))
        shown.answered(before, move.picks)
    shown.catch_up(table.view())
    return None


def _does_not_fit(number: int, of: int, move: Move, seat: Words, why: Words) -> Words:
    return T(
        "Move {n} of {of} no longer fits the case: {role} answered “{ask}” with “{picks}”. {why} "
        "Everything before it still holds.",
        n=number,
        of=of,
        role=seat,
        ask=move.ask,
        picks=", ".join(move.picks),
        why=why,
    )


def _end(table: Table, shown: Shown, hands_over: bool) -> None:
    """The debrief of a finished trial; of another, who is asked what, and the rest of it."""
    session, asker = table.session, shown.asker
    view = table.view()
    if is_over(session.trial):
        if view.debrief:
            asker.show(asker.printer.debrief(view.debrief))
        return
    ask = open_ask(session.trial, table.role) or open_asks(session.trial)[0]
    seat = _seat(table, ask.role)
    asker.write("")
    if not can_be_answered(ask, session.trial.answers):
        stuck = T(
            "The record ends here, and the trial is stuck: {role} is asked “{ask}”, and there is "
            "no answer to it.",
            role=seat,
            ask=ask.key,
        )
        _say(asker, stuck)
        return
    here = T("The record ends here: {role} is asked “{ask}”.", role=seat, ask=ask.key)
    _say(asker, here)
    if hands_over:
        _go_on(table, shown)


def _go_on(table: Table, shown: Shown) -> None:
    """The player takes the seat; all other chairs answer by the file from now on."""
    alone: frozenset[Role] = frozenset({table.role})
    table.session = Session(table.session.trial, alone)
    play(table, shown.asker, shown=shown, goodbye=GOODBYE)


def _say(asker: Asker, words: Words) -> None:
    asker.show(asker.printer.paragraph(asker.printer.say(words)))


def _failed(asker: Asker, words: Words) -> int:
    _say(asker, words)
    return 1


def _seat(table: Table, role: Role) -> Words:
    return role_name(role, table.session.trial.scenario.proceeding)
