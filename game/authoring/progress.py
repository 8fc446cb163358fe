"""Long work says on a terminal how far it is, so that nobody thinks it has stopped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

from game.scenario.words import Translate, Words, put

PATIENCE = 1.0  # seconds before progress is shown
Tell = Callable[[float], None]  # hears now and then what share of the work is done


class Progress:
    """A line on stderr, if the work takes longer than a moment. `doing` has a place `{n}`."""

    def __init__(self, doing: Words, say: Translate) -> None:
        self.doing, self.say = doing, say
        self.started = monotonic()
        self.shown = False

    def tell(self) -> Tell | None:
        """What hears of the progress; None where nobody watches."""
        return self._show if sys.stderr.isatty() else None

    def done(self) -> None:
        """Take the line away."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def _show(self, share: float) -> None:
        if monotonic() - self.started > PATIENCE:
            self.shown = True
            so_far = self.say(put(self.doing, n=int(100 * share)))
            print("\r\033[K" + so_far, end="", file=sys.stderr, flush=True)
