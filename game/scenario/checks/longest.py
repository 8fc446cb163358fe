"""C307: the sound choice is not nearly always the longest.

What is right takes more words than what is wrong, so it easily grows the longest. A child who
notices takes the longest everywhere, and need not read.

FAIL
    - quiz: {ask: A code?, because: x, choices: {a: {says: "Nobody else at all", sound: yes},
        b: {says: "A friend", because: x}, c: {says: "A fox", because: x}}}
    - quiz: {ask: A gift?, because: x, choices: {a: {says: "Ask mum about it", sound: yes},
        b: {says: "Take it", because: x}, c: {says: "Run", because: x}}}
    - quiz: {ask: A call?, because: x, choices: {a: {says: "Hang up, call 110", sound: yes},
        b: {says: "Pay", because: x}, c: {says: "Wait", because: x}}}
    - quiz: {ask: A form?, because: x, choices: {a: {says: "Leave it quite empty", sound: yes},
        b: {says: "Fill it", because: x}, c: {says: "Sell it", because: x}}}
    - quiz: {ask: A loan?, because: x, choices: {a: {says: "Say no, tell a teacher", sound: yes},
        b: {says: "Take it", because: x}, c: {says: "Share it", because: x}}}
    - quiz: {ask: A dare?, because: x, choices: {a: {says: "Say no to all of it", sound: yes},
        b: {says: "Do it", because: x}, c: {says: "Film it", because: x}}}
    - quiz: {ask: A prize?, because: x, choices: {a: {says: "Look at the notice", sound: yes},
        b: {says: "Claim it", because: x}, c: {says: "Pay", because: x}}}
    - quiz: {ask: A fine?, because: x, choices: {a: {says: "Show it to a parent", sound: yes},
        b: {says: "Pay it", because: x}, c: {says: "Hide it", because: x}}}
PASS
    - quiz: {ask: A code?, because: x, choices: {a: {says: "Nobody", sound: yes},
        b: {says: "A friend whom you know", because: x}, c: {says: "A fox", because: x}}}
    - quiz: {ask: A gift?, because: x, choices: {a: {says: "Ask mum", sound: yes},
        b: {says: "Take it", because: x}, c: {says: "Run", because: x}}}
    - quiz: {ask: A call?, because: x, choices: {a: {says: "Call 110", sound: yes},
        b: {says: "Pay whom you know", because: x}, c: {says: "Wait", because: x}}}
    - quiz: {ask: A form?, because: x, choices: {a: {says: "Leave it", sound: yes},
        b: {says: "Fill it", because: x}, c: {says: "Sell it", because: x}}}
    - quiz: {ask: A loan?, because: x, choices: {a: {says: "Say no", sound: yes},
        b: {says: "Take it whom you know", because: x}, c: {says: "Share it", because: x}}}
    - quiz: {ask: A dare?, because: x, choices: {a: {says: "Say no", sound: yes},
        b: {says: "Do it", because: x}, c: {says: "Film it", because: x}}}
    - quiz: {ask: A prize?, because: x, choices: {a: {says: "Look it up", sound: yes},
        b: {says: "Claim it whom you know", because: x}, c: {says: "Pay", because: x}}}
    - quiz: {ask: A fine?, because: x, choices: {a: {says: "Show mum", sound: yes},
        b: {says: "Pay it", because: x}, c: {says: "Hide it", because: x}}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.scenario.choices import Offered, Soundness
from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Beat, Scenario
from game.scenario.spans import plain
from game.scenario.walk import OFFERS, things
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("beats", "scenes", "choices", "says", "sound")
KINDS = ("decide", "argue", "quiz", "turns")
ENOUGH = 8  # turns; of fewer, little can be said
UNLIKELY = 0.01


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A warning for a case whose sound choices are the longest far more often than by chance."""
    turns = [turn for _, beat in beats(case) if beat.KIND in KINDS for turn in _turns(beat)]
    longest = [turn for turn in turns if _gives_away(turn)]
    if len(turns) < ENOUGH or is_likely([len(turn) for turn in turns], len(longest)):
        return
    message = T("in {k} of {n} turns the sound choice is the longest", k=len(longest), n=len(turns))
    lines = ", ".join(str(_sound(turn)[0].spots.own.line) for turn in longest)
    hint = T("lengthen a decoy or shorten the sound choice; see lines {lines}", lines=lines)
    yield Diagnostic("C307", case.spots.of("scenes"), message, hint, Severity.WARNING)


def is_likely(sizes: Sequence[float], hits: int) -> bool:
    """Whether chance may well bring `hits`: as few as it brings on average come half of the time.

    (The median of such a sum is never below the whole part of its mean: Jogdeo and Samuels, 1968.)
    """
    return hits <= int(sum(1 / k for k in sizes)) or by_chance(sizes, hits) >= UNLIKELY


def by_chance(sizes: Iterable[float], hits: int) -> float:
    """How likely `hits` or more turns are, if in a turn of k choices it is 1 in k.

    Where every one of n turns has k choices, that is the tail of the binomial distribution,
    P(X >= h) = sum of C(n, i) (1/k)^i (1 - 1/k)^(n - i) for i from h to n.
    Turns of several sizes are added one by one: P'(i) = P(i) (1 - 1/k) + P(i - 1) / k.
    """
    chances = [1.0]
    for k in sizes:
        more = (*chances, 0.0)
        chances = [p * (1 - 1 / k) + q / k for p, q in zip(more, (0.0, *chances), strict=True)]
    return sum(chances[hits:])


def _turns(beat: Beat) -> Iterator[tuple[Offered, ...]]:
    """The `choices` of `beat` where one of three or more is sound."""
    for thing in things(beat, OFFERS):
        choices = tuple(getattr(thing, "choices", {}).values())
        if len(choices) >= 3 and len(_sound(choices)) == 1:
            yield choices


def _sound(turn: Iterable[Offered]) -> list[Offered]:
    return [choice for choice in turn if choice.sound is Soundness.YES]


def _gives_away(turn: tuple[Offered, ...]) -> bool:
    """Whether the sound choice alone is the longest, as players read it."""
    (sound,) = _sound(turn)
    others = (choice for choice in turn if choice is not sound)
    return all(len(plain(choice.says)) < len(plain(sound.says)) for choice in others)
