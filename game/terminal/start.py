"""The terminal's door: from no choice at all to a finished trial."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from msgspec.structs import replace

from game.scenario.steps import Role
from game.scenario.words import T
from game.session.listing import cases
from game.session.reception import Reception
from game.session.robots import ROBOTS
from game.session.shelf import Shelved
from game.session.table import Table
from game.session.wish import Wish, unknown
from game.terminal.asking import Asker, Left
from game.terminal.menu import choose_case, choose_facts, choose_role, choose_to_go_on
from game.terminal.play import GOODBYE, Answer, by_team, play
from game.terminal.printing import Printer
from game.trial.record import open_ask
from game.trial.show import case_card
from game.trial.view import View

WIDEST = 80
CERTIFICATE = ("c", "ｃ", "证书")


SaveCertificate = Callable[[View], tuple[Path, ...]]  # the files; raises OSError


def start(reception: Reception, wish: Wish, save: SaveCertificate | None = None) -> int:
    """Play as `wish` says, asking for what it leaves open; 0, or 1 where there is no such case.

    Whoever has played to the end may have a certificate, if there is a way to `save` one.
    """
    asker = new_asker(reception)
    try:
        shelved = _case(reception, asker, wish)
        if shelved is None:
            return 1
        if not_there := unknown(wish, shelved):
            asker.write(asker.printer.say(not_there))
            return 2
        table = _table(reception, asker, wish, shelved)
    except Left:
        asker.write(asker.printer.say(GOODBYE))
        return 0
    _tell(reception, asker)
    answer = _robot(table, wish) if wish.robot else None
    if answer is None and wish.team > 1:
        ended = play(table, asker, lambda view: by_team(asker, view, wish.team), echo=False)
    else:
        ended = play(table, asker, answer)
    if ended and save is not None and not wish.robot:
        _tell(reception, asker)
        _offer_certificate(asker, table.view(), save)
    return 0


def _offer_certificate(asker: Asker, view: View, save: SaveCertificate) -> None:
    """Ask whether to save a certificate, and say where it is; nobody there is no."""
    say = asker.printer.say
    asker.write("")
    asker.write(say(T("Type c to save a certificate of this trial, or press Enter to end.")))
    try:
        if asker.read("> ").strip().lower() not in CERTIFICATE:
            return
        for file in save(view):
            asker.write(say(T("Saved: {file}", file=str(file))))
    except OSError as error:
        why = error.strerror or str(error)
        asker.write(say(T("The certificate could not be saved ({why}).", why=why)))
    except (EOFError, KeyboardInterrupt):
        asker.write("")


def new_asker(reception: Reception) -> Asker:
    """What prints to this terminal and reads from it, in the language of the moment."""
    return Asker(Printer(reception.speech().text, _width()), _read, print)


def _case(reception: Reception, asker: Asker, wish: Wish) -> Shelved | None:
    if wish.case is not None:
        shelved = reception.shelf.get(wish.case)
        if shelved is None:
            say = asker.printer.say
            asker.write(say(T("There is no case “{name}” that can be played.", name=wish.case)))
            asker.write(say(T("“mockcourt check” says what is wrong with a file.")))
        return shelved
    listed = {card.case.id: (card.case, path) for path, card in cases(reception)}
    if not listed:
        asker.write(
            asker.printer.say(
                T("There is no case to play in {folder}.", folder=str(reception.shelf.folder))
            )
        )
        return None
    chosen = choose_case(asker, [case for case, _ in listed.values()])
    return reception.shelf.get(str(listed[chosen.id][1]))


def _table(reception: Reception, asker: Asker, wish: Wish, shelved: Shelved) -> Table:
    case_id = shelved.scenario.id
    card = case_card(shelved.scenario, reception.speech(str(shelved.path)))
    if wish.robot is None and wish.role is None and reception.has_save(case_id):
        if choose_to_go_on(asker, card.title) and (table := reception.trials.resume(case_id)):
            return table
        _tell(reception, asker)
    if sys.stdin.isatty() and wish.robot is None and not wish.facts:
        wish = replace(wish, facts=choose_facts(asker, card))
    role = wish.role or (Role.JUDGE if wish.robot else choose_role(asker, card))
    if wish.robot:
        return reception.trials.start_unsaved(shelved, role, wish)
    return reception.trials.start(shelved, role, wish)


def _robot(table: Table, wish: Wish) -> Answer:
    chance = Random(wish.seed)

    def answer(view: View) -> tuple[str, ...]:
        ask = open_ask(table.session.trial, table.role)
        assert ask is not None
        return ROBOTS[wish.robot or "expert"](table.session.trial, ask, chance)

    return answer


def _tell(reception: Reception, asker: Asker) -> None:
    for notice in reception.notices():
        asker.show(asker.printer.paragraph(asker.printer.say(notice)))


def _read(prompt: str) -> str:
    """A line of input; through a pipe the prompt stays away, so that output reads as text."""
    if sys.stdin.isatty():
        return input(prompt)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    print(f"{prompt}{line.rstrip()}")
    return line


def _width() -> int:
    columns = shutil.get_terminal_size((WIDEST, 24)).columns if sys.stdout.isatty() else WIDEST
    return max(20, min(WIDEST, columns)) - 2
