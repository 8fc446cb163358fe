"""The register keeps what the journal of a class does not: its teams, their cards, its votes."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from game.scenario.words import T
from game.session.class_play.plan import Plan
from game.session.home import write_whole
from game.session.journal import BrokenSave
from game.session.team import Ballot

FORMAT = 1
SUFFIX = ".class"

Cards = tuple[Ballot | None, ...]  # what each team showed; None is no card
Votes = dict[str, int]  # how many hands each pick got


class Kept(Struct, frozen=True, forbid_unknown_fields=True):
    """The register on disk: cards and votes by the key of the ask that they answer."""

    format: int
    plan: Plan
    cards: dict[str, Cards] = {}
    votes: dict[str, Votes] = {}


class Register(Struct):
    """What a class has shown and voted so far; kept in `path` if there is one."""

    path: Path | None
    kept: Kept

    @property
    def plan(self) -> Plan:
        return self.kept.plan

    def show(self, ask: str, cards: Cards) -> None:
        """Keep what the teams showed for `ask`. Raises OSError where that cannot be written."""
        self._keep(cards={**self.kept.cards, ask: cards})

    def vote(self, ask: str, votes: Votes) -> None:
        """Keep how the public voted on `ask`. Raises OSError where that cannot be written."""
        self._keep(votes={**self.kept.votes, ask: votes})

    def _keep(self, **changed: object) -> None:
        kept = msgspec.structs.replace(self.kept, **changed)
        write(self.path, kept)
        self.kept = kept


def opened(path: Path | None, plan: Plan) -> Register:
    """A new register in `path`. Raises OSError where that cannot be written."""
    kept = Kept(FORMAT, plan)
    write(path, kept)
    return Register(path, kept)


def read(path: Path) -> Register:
    """The register in `path`.

    Raises BrokenSave where it is missing or cannot be understood.
    """
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BrokenSave(T("The list of the teams cannot be read.")) from error
    whole = all(len(cards) == len(kept.plan.teams) for cards in kept.cards.values())
    if kept.format != FORMAT or not kept.plan.sound or not whole:
        raise BrokenSave(T("The list of the teams cannot be read."))
    return Register(path, kept)


def write(path: Path | None, kept: Kept) -> None:
    if path is not None:
        write_whole(path, msgspec.json.encode(kept).decode() + "\n")
