"""No view ever holds what is not yet due, whatever line of play leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import msgspec
import pytest

from game.scenario.steps import Ask, Links, Near, Role
from game.session.robots import ROBOTS
from game.trial.feedback import Feedback
from game.trial.record import Move, Trial, after, begin, open_asks, program
from game.trial.show import Sight, view_for
from game.trial.speech import Speech

LINES_OF_PLAY = [(robot, seed) for robot in ("expert", "random", "suspicious") for seed in (1, 2)]


@pytest.mark.parametrize("feedback", list(Feedback))
@pytest.mark.parametrize(("robot", "seed"), LINES_OF_PLAY)
def test_no_view_tells_a_secret(shipped, robot, seed, feedback):
    trial = begin(program(shipped), seed, feedback)
    reasons = {ask.key: set(reasons_in(ask)) for ask in trial.steps if isinstance(ask, Ask)}
    chance, sights = Random(seed), {role: Sight(role, Speech()) for role in Role}
    while asks := open_asks(trial):
        ask = chance.choice(asks)
        shown = msgspec.json.encode(sights[ask.role].of(trial)).decode()
        told = [secret for secret in secrets(trial, ask.role, reasons) if secret in shown]
        assert told == []
        picks = ROBOTS[robot](trial, ask, chance)
        trial = after(trial, Move(ask.role, picks, ask.key))


def secrets(trial: Trial, role: Role, reasons: dict[str, set[str]]) -> set[str]:
    """Every reason, tell and lesson that `role` must not have seen yet, as it stands in JSON."""
    due: set[str] = set()
    hidden: set[str] = set()
    for step in trial.steps:
        if isinstance(step, Ask) and step.role is role:
            answered = step.key in trial.answers and trial.feedback is not Feedback.END
            (due if answered else hidden).update(reasons[step.key])
    everything_due = "\n".join(due)
    return {text for text in hidden if text not in everything_due}


def reasons_in(ask: Ask) -> Iterator[str]:
    words = [choice.because for choice in ask.choices]
    if isinstance(ask.marking, Links):
        words += [link.because for link in ask.marking.links]
        words += [why for _, why in ask.marking.because]
    if isinstance(ask.marking, Near):
        words.append(ask.marking.unlawful_because)
    for text in map(Speech().text, words):
        if len(text) > 20:
            yield msgspec.json.encode(text).decode()[1:-1]


def test_the_view_has_no_place_for_what_a_choice_is_worth(small_case):
    shown = msgspec.to_builtins(view_for(begin(program(small_case)), Role.JUDGE, Speech()))

    def keys(thing):
        if isinstance(thing, dict):
            for key, value in thing.items():
                yield key
                yield from keys(value)
        elif isinstance(thing, list | tuple):
            for value in thing:
                yield from keys(value)

    assert not {"worth", "because", "trap", "answer", "flaw", "proved"} & set(keys(shown))
