"""The way in at the terminal: which case, which role, go on or start over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from game.scenario.proceedings import side
from game.scenario.steps import Role
from game.scenario.words import T, Words, put
from game.terminal.asking import FULL_WIDTH, Asker, Left
from game.trial.view import Case

Thing = TypeVar("Thing")


def choose_case(asker: Asker, cases: Sequence[Case]) -> Case:
    """The case that the player picks from `cases`. Raises Left."""
    say = asker.printer.say
    kinds = {
        True: T("{title} ({n} minutes): {summary}"),
        False: T("Exercise: {title} ({n} minutes): {summary}"),
    }
    ordered = sorted(cases, key=lambda c: not c.is_trial)
    labels = [
        say(put(kinds[c.is_trial], title=c.title, n=c.minutes, summary=c.summary)) for c in ordered
    ]
    return _choose(asker, T("Which case?"), ordered, labels)


def choose_role(asker: Asker, case: Case) -> Role:
    """The role that the player picks in `case`. Raises Left."""
    say = asker.printer.say
    sides = [side(case.proceeding, role) for role in Role]
    labels = [say(T("{role}: {does}", role=s.name, does=s.task)) for s in sides]
    return _choose(asker, T("Which role?"), tuple(Role), labels)


def choose_facts(asker: Asker, case: Case) -> tuple[str, ...]:
    """For each fact that may be otherwise, the value that the player picks. Raises Left."""
    return tuple(
        _choose(asker, Words(f.says), f.values, [v.label for v in f.values]).id for f in case.facts
    )


def choose_to_go_on(asker: Asker, case: str) -> bool:
    """Whether to go on with the saved trial of `case` rather than start over. Raises Left."""
    say = asker.printer.say
    labels = [say(T("Go on where you stopped")), say(T("Start over"))]
    prompt = T("There is a saved trial of “{case}”.", case=case)
    return _choose(asker, prompt, (True, False), labels)


def _choose(asker: Asker, prompt: Words, things: Sequence[Thing], labels: Sequence[str]) -> Thing:
    asker.write("")
    asker.write(asker.printer.say(prompt))
    for number, label in enumerate(labels, 1):
        asker.show(asker.printer.paragraph(f"  {number}. {label}", 5))
    while True:
        try:
            typed = asker.read("> ").strip().translate(FULL_WIDTH)
        except EOFError:
            raise Left from None
        if typed.lower() in ("q", "quit", "退出"):
            raise Left
        if typed.isdigit() and 1 <= int(typed[:9]) <= len(things):
            return things[int(typed) - 1]
        asker.write(asker.printer.say(T("Please type a number from 1 to {n}.", n=len(things))))
