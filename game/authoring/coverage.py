"""Coverage counts what trials came to: which beats were reached, and what was picked there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from game.authoring.solver.explore import Place, places
from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.words import TN, T, Translate, Words
from game.text.breaking import wrap_columns
from game.trial.record import Program, Trial, taken
from game.trial.terms import role_name

WIDE = 78
LINKED = (TurnKind.PAIR, TurnKind.SPEAK)  # a pick links what stands left with what stands right
FLAG = "! "  # what stands out, for eyes and for a search alike


class Coverage(Struct):
    """How often trials of one program reached each of its steps, and what a seat picked.

    `reached` is by the number of the step. `picked` is by the key of an ask and what was picked: a
    choice, for a pairing the partner, for a speech the level, for an order what came first, for
    an amount the number.
    """

    trials: int = 0
    reached: Counter[int] = field(default_factory=Counter)
    picked: Counter[tuple[str, str]] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)

    def count(self, trial: Trial, role: Role) -> None:
        """Add what `trial` came to, and what `role` picked in it."""
        self.trials += 1
        number = {id(step): n for n, step in enumerate(trial.steps)}
        for step, _ in taken(trial):
            self.reached[number[id(step)]] += 1
            if isinstance(step, Ask) and step.role is role:
                self.answered[step.key] += 1
                picks = dict.fromkeys(_counted(step, trial.answers[step.key]))
                self.picked.update((step.key, pick) for pick in picks)

    def add(self, other: Coverage) -> None:
        """Add what the trials of `other` came to."""
        self.trials += other.trials
        self.reached.update(other.reached)
        self.picked.update(other.picked)
        self.answered.update(other.answered)


def _counted(ask: Ask, picks: tuple[str, ...]) -> Iterator[str]:
    if ask.kind is TurnKind.ORDER:
        yield from picks[:1]
    elif ask.kind in LINKED:
        yield from (pick.split("~")[1] for pick in picks)
    else:
        yield from picks


def coverage_rows(program: Program, seen: Coverage) -> Iterator[dict[str, object]]:
    """Beat by beat, as `robots --coverage --json` prints it."""
    for place, asks in _beats(program):
        yield {
            "beat": place.key,
            "line": place.spot.line,
            "reached": _reached(place, seen),
            "choices": {ask.key: _picked(ask, seen) for ask in asks if seen.answered[ask.key]},
        }


def coverage_lines(program: Program, seen: Coverage, say: Translate) -> Iterator[str]:
    """Beat by beat, for people; what stands out begins with an exclamation mark."""
    title = TN(
        "{scenario}: what {n} trial came to",
        "{scenario}: what {n} trials came to",
        seen.trials,
        scenario=program.scenario.id,
    )
    yield say(title)
    never: Counter[str] = Counter()
    for place, asks in _beats(program):
        reached = _reached(place, seen)
        flag = "  " if reached else FLAG
        never["beats"] += not reached
        where = T("{beat} (line {line}): {reached}", beat=place.key, line=place.spot.line,
                  reached=_often(reached, seen.trials))  # fmt: skip
        yield from _hanging(flag + say(where), 4)
        for ask in asks:
            if seen.answered[ask.key]:
                never["choices"] += len(_never(ask, seen))
                yield from _hanging(_ask_line(ask, program, seen, say), 8)
    end = T("Steps never reached: {n}. Choices never taken: {m}.", n=never["beats"],
            m=never["choices"])  # fmt: skip
    yield from _hanging(say(end), 0)


def _ask_line(ask: Ask, program: Program, seen: Coverage, say: Translate) -> str:
    flag = FLAG if _never(ask, seen) else "  "
    seat = role_name(ask.role, program.scenario.proceeding)
    who = T("{role}, {ask}:", role=seat, ask=ask.key)
    given = _picked(ask, seen)
    if ask.kind is TurnKind.AMOUNT:
        numbers = sorted(int(pick) for pick in given)
        span = T("from {least} to {most}", least=numbers[0], most=numbers[-1])
        return f"  {flag}{say(who)} {say(span)}"
    parts = (f"{pick}\xa0{say(_often(n, seen.answered[ask.key]))}" for pick, n in given.items())
    return f"  {flag}{say(who)} " + ", ".join(parts)


def _often(count: int, of: int) -> Words:
    if not count:
        return T("never")
    share = 100 * count / of
    return T("{n}%", n="<1" if share < 1 else round(share))


def _never(ask: Ask, seen: Coverage) -> list[str]:
    return [pick for pick, n in _picked(ask, seen).items() if not n]


def _picked(ask: Ask, seen: Coverage) -> dict[str, int]:
    """How often each choice of `ask` was picked; of an amount only the numbers that were given."""
    given = {pick: n for (key, pick), n in seen.picked.items() if key == ask.key}
    if ask.kind is TurnKind.AMOUNT:
        return {pick: given[pick] for pick in sorted(given, key=int)}
    choices = ask.right if ask.kind in LINKED else ask.choices
    return {choice.pick: given.get(choice.pick, 0) for choice in choices}


def _reached(place: Place, seen: Coverage) -> int:
    return max(seen.reached[n] for n in range(place.start, place.end))


def _beats(program: Program) -> Iterator[tuple[Place, list[Ask]]]:
    """The beats that make steps, each with its asks."""
    for place in places(program):
        if place.start < place.end:
            steps = program.steps[place.start : place.end]
            yield place, [step for step in steps if isinstance(step, Ask)]


def _hanging(text: str, indent: int) -> Iterator[str]:
    """`text` in lines, all but the first of them indented."""
    head = text[: len(text) - len(text.lstrip(FLAG))]
    for number, line in enumerate(wrap_columns(text[len(head) :], WIDE - indent)):
        yield (" " * indent if number else head) + line.replace("\xa0", " ")
