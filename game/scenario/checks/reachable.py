"""C304: every `when` can come true.

A beat that waits for what can never happen is never played, and nobody would notice. It may only
ask about what was chosen or ruled on before it, and not for two choices of one step at once.

FAIL
    - decide:
        ask: What now?
        choices:
          ask_mum: {says: Ask mum first., sound: yes}
          send_code: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
    - say: Nobody ever hears this.
      when: {all: [{chose: ask_mum}, {chose: wait}]}
PASS
    - decide:
        ask: What now?
        choices:
          ask_mum: {says: Ask mum first., sound: yes}
          send_code: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
    - say: Some hear this.
      when: {any: [{chose: ask_mum}, {chose: wait}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import product

from msgspec import Struct, field

from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario, When
from game.scenario.walk import planned_for, things
from game.scenario.words import T, Words

CONDITIONS = planned_for(lambda kind: issubclass(kind, When))
MOST = 4096  # ways to go through; a condition that depends on more is taken on trust


class Past(Struct):
    """What has been before the room so far: beats by the choices they offered, and exhibits."""

    choices: dict[str, tuple[str, Beat]] = field(default_factory=dict)
    exhibits: set[str] = field(default_factory=set)

    def add(self, key: str, beat: Beat) -> None:
        self.choices.update(dict.fromkeys(beat.ways(), (key, beat)))
        self.exhibits.update(beat.exhibits())


NEEDS: tuple[str, ...] = ("beats", "scenes", "choices", "exhibits", "show")


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every condition that asks for what is not yet decided, or that cannot hold."""
    past, whole = Past(), Past()
    for key, beat in beats(case):
        whole.add(key, beat)
    for key, beat in beats(case):
        for thing in things(beat, CONDITIONS):
            when = getattr(thing, "when", None)
            if isinstance(when, When):
                yield from _check(when, past, whole, case)
        past.add(key, beat)


def _check(when: When, past: Past, whole: Past, case: Scenario) -> Iterator[Diagnostic]:
    early = list(_too_early(when, past, whole, case))
    yield from early
    if not early and not _can_hold(when, past):
        message = T("this can never be true, so it is never played")
        hint = T("only one choice of a step is taken, and an exhibit is admitted or excluded")
        yield Diagnostic("C304", when.spots.own, message, hint)


def _too_early(when: When, past: Past, whole: Past, case: Scenario) -> Iterator[Diagnostic]:
    for part in (part for part in things(when) if isinstance(part, When)):
        if part.chose and part.chose in whole.choices and part.chose not in past.choices:
            message = T("“{id}” is only decided later", id=part.chose)
            yield Diagnostic("C304", part.spots.of("chose"), message, _move())
        for name, exhibit in (("admitted", part.admitted), ("excluded", part.excluded)):
            if not exhibit or exhibit in past.exhibits or exhibit not in case.exhibits:
                continue
            message = T("“{id}” is never put before the court", id=exhibit)
            if exhibit in whole.exhibits:
                message = T("“{id}” is only put before the court later", id=exhibit)
            yield Diagnostic("C304", part.spots.of(name), message, _move())


def _move() -> Words:
    return T("move this step further down, or leave “when” out")


def _can_hold(when: When, past: Past) -> bool:
    parts = [part for part in things(when) if isinstance(part, When)]
    # One thing that was decided before may well have been decided so.
    if len(parts) == 1 and [when.chose, when.admitted, when.excluded].count(None) == 2:
        return True
    named = {part.chose for part in parts if part.chose}
    deciding = dict(past.choices[name] for name in sorted(named) if name in past.choices)
    offered = {key: _ways_of(key, beat, past) for key, beat in deciding.items()}
    ruled = sorted({e for part in parts for e in (part.admitted, part.excluded) if e})
    rest = sorted(name for name in named if name not in past.choices)  # they have their own finding
    ways = 2 ** (len(ruled) + len(rest))
    for choices in offered.values():
        ways *= len(choices)
    if ways > MOST:
        return True
    return any(
        _holds(when, {*chosen, *(r for r, yes in zip(rest, known, strict=True) if yes)}, rulings)
        for chosen in product(*offered.values())
        for known in product((True, False), repeat=len(rest))
        for rulings in (
            dict(zip(ruled, r, strict=True)) for r in product((True, False), repeat=len(ruled))
        )
    )


def _ways_of(key: str, beat: Beat, past: Past) -> list[str]:
    """The choices of `beat`, less those that a later beat offers once more."""
    return [choice for choice in beat.ways() if past.choices[choice][0] == key]


def _holds(when: When, chosen: Set[str], admitted: Mapping[str, bool]) -> bool:
    return (
        (not when.chose or when.chose in chosen)
        and (not when.admitted or admitted[when.admitted])
        and (not when.excluded or not admitted[when.excluded])
        and all(_holds(part, chosen, admitted) for part in when.all)
        and (not when.any or any(_holds(part, chosen, admitted) for part in when.any))
        and (when.not_ is None or not _holds(when.not_, chosen, admitted))
    )
