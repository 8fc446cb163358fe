"""The verb `report`: lists classes, writes and merges their reports, and forgets them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.host.archive import (
    Kept,
    Lost,
    forget_old,
    forget_room,
    forget_seat,
    kept_room,
    kept_rooms,
)
from game.host.backing import FILE, FOLDER, Unusable, journal_at
from game.host.decisions import Refused
from game.host.errors import ERRORS, forget_errors
from game.host.journal import Journal, Taken, Unwritten
from game.host.names import so_many_seats
from game.host.report.files import INSTALL, NO_WORKBOOK, WRITERS, ending_of
from game.host.report.merging import Merged, merged, named_after
from game.host.report.model import LARGEST, UNREAD, Report, Unreadable, Voice, from_json
from game.host.report.telling import Reporter, titles
from game.scenario.words import T, Translate, Words, put
from game.session.home import write_whole
from game.session.reception import Reception
from game.session.settings import CODES

FINE, FAILED = 0, 1
NO_CLASS = T("No class is kept on this computer. Host one first: {line}")
NO_SUCH = T("There is no class “{room}” and no such file. This lists the classes: {line}")
SEVERAL = T("“{room}” fits several classes. Write more of it.")
NO_ENDING = T("“{file}” must end in one of these: {endings}")
NOT_WRITTEN = T("“{file}” cannot be written ({why}).")
NOT_FORGOTTEN = T("It could not be deleted ({why}).")
NO_SEAT = T("In that class nothing is kept of a seat “{seat}”.")
PAGE = ".html"
LISTED = T("{room}  {day}  {case} ({seats}, {state})")
WAYS = T("This writes the report of one: {line}")


class Failed(Exception):
    """Something cannot be done; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: rooms or files, where to, what the class is called, what to forget."""

    what: tuple[str, ...]
    output: Path | None
    name: str = ""
    forget: str = ""
    seat: str = ""
    db: str | None = None


def report(reception: Reception, asked: Asked, say: Translate, tell: Callable[[str], None]) -> int:
    """Do what was `asked` with the classes kept here, or in a database; 1 if it could not be."""
    journal: Journal | None = None
    folder = reception.home / FOLDER
    try:
        if asked.db or (folder / FILE).is_file():
            journal = journal_at(asked.db, folder)
        for words in _Reports(reception, asked, journal, say).done():
            tell(say(words))
    except (Failed, Lost, Refused, Unreadable, Unusable) as failed:
        tell(say(failed.words))
        return FAILED
    except (Unwritten, Taken) as failed:
        tell(say(put(NOT_FORGOTTEN, why=str(failed))))
        return FAILED
    finally:
        if journal is not None:
            journal.close()
    return FINE


@dataclass(frozen=True, slots=True)
class _Reports:
    reception: Reception
    asked: Asked
    journal: Journal | None
    say: Translate

    def done(self) -> Iterator[Words]:
        """Do it, and say what was done. What is too old goes first."""
        forget_errors(self.reception.home / FOLDER / ERRORS, time.time())
        if self.journal is not None:
            forget_old(self.journal, time.time())
        if self.asked.forget:
            yield self._forgotten()
        elif self.asked.what:
            yield from self._written()
        else:
            yield from self._listed()

    def _listed(self) -> Iterator[Words]:
        if self.journal is None or not self.journal.rooms():
            yield put(NO_CLASS, line="mockcourt host")
            return
        kept, called = None, titles(self.reception)
        for kept in kept_rooms(self.journal):
            opened = kept.opened
            yield put(
                LISTED,
                room=kept.name,
                day=kept.at[:10],
                case=called.get(opened.case, opened.case) if opened else "?",
                seats=so_many_seats(len(kept.seats)),
                state=T("over") if kept.closed else T("open"),
            )
        if kept is not None:
            yield put(WAYS, line=f"mockcourt report {kept.name} -o report.html")

    def _written(self) -> Iterator[Words]:
        wanted = self.asked.output
        ending = ending_of(wanted.name) if wanted else PAGE
        if ending is None:
            raise Failed(put(NO_ENDING, file=str(wanted), endings=", ".join(WRITERS)))
        all_of_them = self._merged()
        output = wanted or Path(f"report_{all_of_them.report.day}{PAGE}")
        voice = Voice(self.reception.settings.language, self.say)
        try:
            content = WRITERS[ending][1](all_of_them.report, voice, all_of_them.remarks)
            write_whole(output, content)
        except ModuleNotFoundError:
            raise Failed(put(NO_WORKBOOK, line=INSTALL)) from None
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Failed(put(NOT_WRITTEN, file=str(output), why=why)) from None
        yield from all_of_them.remarks
        yield T("Written: {file}", file=str(output))

    def _merged(self) -> Merged:
        reporter = Reporter(self.reception)
        found = []
        for what in self.asked.what:
            file = Path(what)
            if file.is_file():
                found.append((what, named_after(_read(file), file.stem)))
            else:
                one = reporter.report(self._kept(what), self.asked.name)
                found.append((what, Report((one,))))
        return merged(found)

    def _kept(self, what: str) -> Kept:
        """The room whose id begins with `what`. Raises Failed."""
        names = self.journal.rooms() if self.journal else ()
        fitting = [name for name in names if what and name.startswith(what)]
        if len(fitting) > 1 and what not in fitting:
            raise Failed(put(SEVERAL, room=what))
        name = what if what in fitting else next(iter(fitting), "")
        kept = kept_room(self.journal, name) if self.journal else None
        if kept is None:
            raise Failed(put(NO_SUCH, room=what, line="mockcourt report"))
        return kept

    def _forgotten(self) -> Words:
        kept = self._kept(self.asked.forget)
        assert self.journal is not None
        if not self.asked.seat:
            forget_room(self.journal, kept.name)
            return T("Everything of the class {room} is deleted.", room=kept.name)
        seat = self._seat(kept)
        forget_seat(self.journal, kept.name, seat)
        return T("Everything of seat {n} is deleted.", n=seat)

    def _seat(self, kept: Kept) -> int:
        """The number of the seat that is called so, by its number or by its name."""
        wanted = self.asked.seat.strip().casefold()
        speeches = [self.reception.in_language(code).speech() for code in CODES]
        for seat in kept.seats:
            names = {speech.text(kept.name_of(seat)).casefold() for speech in speeches}
            if wanted in (str(seat), *names):
                return seat
        raise Failed(put(NO_SEAT, seat=self.asked.seat))


def _read(file: Path) -> Report:
    """The report in `file`. Raises Unreadable."""
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable(put(UNREAD, file=str(file), why=T("it is too large")))
        return from_json(file.read_bytes(), str(file))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unreadable(put(UNREAD, file=str(file), why=why)) from None
