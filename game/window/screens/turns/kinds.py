"""Which screen answers which kind of turn."""

from __future__ import annotations

from game.scenario.steps import TurnKind
from game.trial.view import Turn
from game.window.screens.turns.amount import Amounting
from game.window.screens.turns.base import Answering
from game.window.screens.turns.choose import Choosing
from game.window.screens.turns.mark import Marking
from game.window.screens.turns.order import Ordering
from game.window.screens.turns.pair import Pairing
from game.window.screens.turns.speak import Speaking

KINDS: dict[TurnKind, type[Answering]] = {
    TurnKind.CHOOSE: Choosing,
    TurnKind.MARK: Marking,
    TurnKind.PAIR: Pairing,
    TurnKind.ORDER: Ordering,
    TurnKind.AMOUNT: Amounting,
    TurnKind.SPEAK: Speaking,
}


def answering(turn: Turn) -> Answering:
    """A fresh answer to `turn`."""
    return KINDS[turn.kind](turn)
