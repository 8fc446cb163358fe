"""C301: every decoy says why it is unsound.

A wrong pick is where the lesson happens. Without a reason it only costs marks, and a child learns
that the court is moody.

FAIL
    - decide:
        ask: The stranger wants a code. What now?
        choices:
          tell_mum: {says: Ask mum first., sound: yes}
          send_it: {says: Send the code.}
          wait_and_see: {says: Wait., because: The code is stolen by then., sound: partly}
PASS
    - decide:
        ask: The stranger wants a code. What now?
        choices:
          tell_mum: {says: Ask mum first., sound: yes}
          send_it: {says: Send the code., because: A code is as good as a password.}
          wait_and_see: {says: Wait., because: The code is stolen by then., sound: partly}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.choices import Offered, Soundness
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Scenario
from game.scenario.walk import OFFERS, things
from game.scenario.words import T

NEEDS: tuple[str, ...] = ()


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every decoy without a reason."""
    hint = T("add “because:” with the reason, as you would say it to the child who picked it")
    for thing in things(case, OFFERS):
        if isinstance(thing, Offered) and thing.sound is not Soundness.YES and not thing.because:
            message = T("“{id}” never says why it is unsound", id=thing.id)
            if thing.sound is Soundness.PARTLY:
                message = T("“{id}” never says why it is only half right", id=thing.id)
            yield Diagnostic("C301", thing.spots.own, message, hint)
