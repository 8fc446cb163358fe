"""A case as plain boxes and arrows: scenes, their beats, who acts in them, what depends on what."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from game.authoring.mapping.conditions import conditions, in_words, places, shortened
from game.scenario.beats.find import Find
from game.scenario.beats.question import Examine
from game.scenario.beats.remedy import Remedy
from game.scenario.beats.sentence import Sentence
from game.scenario.court import beats, exhibit_label, name_of, subject
from game.scenario.model import Beat, Scenario
from game.scenario.names import Chain
from game.scenario.steps import Answers, Ask, Role
from game.scenario.walk import sentences
from game.scenario.words import TN, T, Words, own
from game.trial.scoring import best_picks
from game.trial.speech import Speech
from game.trial.terms import PROCEEDINGS, role_name

CHAINS = {
    Chain.PREVENTION: T("Prevention"),
    Chain.INTERVENTION: T("Intervention"),
    Chain.TRACEABILITY: T("Traceability"),
}
LETTERS = {Role.JUDGE: T("J"), Role.PROSECUTION: T("P"), Role.DEFENCE: T("D")}
KINDS = {
    "say": T("say"),
    "spot": T("spot"),
    "compare": T("compare"),
    "decide": T("decide"),
    "exhibit": T("exhibit"),
    "question": T("question"),
    "argue": T("argue"),
    "find": T("find"),
    "sentence": T("sentence"),
    "advise": T("advise"),
    "help": T("help"),
    "quiz": T("quiz"),
    "turns": T("turns"),
    "remedy": T("remedy"),
    "screen": T("screen"),
    "speak": T("speak"),
}
LONGEST = 150  # columns of a teacher's sentence that the picture repeats


class BeatBox(Struct, frozen=True):
    """One beat; `turns` has how often each role of `Role` answers in it, in that order.

    `condition` is there only where several beats decide together whether this one is played.
    """

    key: str
    kind: str
    text: str
    turns: tuple[int, ...]
    condition: str


class SceneBox(Struct, frozen=True):
    """One scene with its beats. `lasts` is its length in words."""

    id: str
    title: str
    lasts: str
    chain: Chain
    beats: tuple[BeatBox, ...]

    @property
    def turns(self) -> tuple[int, ...]:
        return tuple(sum(b.turns[place] for b in self.beats) for place in range(len(Role)))


class Arrow(Struct, frozen=True):
    """The beat `end` is played only if `label` came true in the beat `start`."""

    start: str
    end: str
    label: str


class Cut(Struct, frozen=True):
    """A shorter way through the case: which scenes are played."""

    name: str
    scenes: frozenset[str]


class Plan(Struct, frozen=True):
    """All that the picture shows, in the language of whoever looks at it."""

    title: str
    about: str
    language: str
    chains: dict[Chain, str]
    letters: tuple[str, ...]
    roles: tuple[str, ...]
    legend: str
    scenes: tuple[SceneBox, ...]
    arrows: tuple[Arrow, ...]
    cuts: tuple[Cut, ...]


def plan(case: Scenario, speech: Speech) -> Plan:
    """The picture of `case`, in words of `speech`."""
    say = speech.text
    return Plan(
        title=say(own(case.title)),
        about=" · ".join(map(say, _about(case))),
        language=speech.language,
        chains={chain: say(words) for chain, words in CHAINS.items()},
        letters=tuple(say(LETTERS[role]) for role in Role),
        roles=tuple(say(role_name(role, case.proceeding)) for role in Role),
        legend=say(T("with the number of their turns")),
        scenes=tuple(_scenes(case, speech)),
        arrows=tuple(_arrows(case, speech)),
        cuts=tuple(
            Cut(say(_minutes(minutes)), frozenset(scenes))
            for minutes, scenes in sorted(case.cuts.items())
        ),
    )


def _about(case: Scenario) -> Iterator[Words]:
    yield PROCEEDINGS[case.proceeding]
    yield own(case.court)
    yield _minutes(case.minutes)
    yield TN("{n} scene", "{n} scenes", len(case.scenes))


def _minutes(minutes: int) -> Words:
    return TN("{n} minute", "{n} minutes", minutes)


def _scenes(case: Scenario, speech: Speech) -> Iterator[SceneBox]:
    boxes = list(_boxes(case, speech))
    for scene in case.scenes:
        yield SceneBox(
            scene.id,
            speech.text(own(scene.title)),
            speech.text(_minutes(scene.minutes)),
            scene.chain,
            tuple(b for b in boxes if b.key.rpartition(".")[0] == scene.id),
        )


def _boxes(case: Scenario, speech: Speech) -> Iterator[BeatBox]:
    answers: dict[str, tuple[str, ...]] = {}
    for key, beat in beats(case):
        text = shortened(speech.text(_text(case, key, beat)), LONGEST)
        kind = speech.text(KINDS.get(beat.KIND, Words(beat.KIND)))
        turns = _turns(case, key, beat, answers)
        yield BeatBox(key, kind, text, turns, _condition(case, beat, speech))


def _turns(
    case: Scenario, key: str, beat: Beat, answers: dict[str, tuple[str, ...]]
) -> tuple[int, ...]:
    """How often each role is asked when everybody answers as well as can be.

    `answers` grows by what they answer. A beat that hangs on a condition is counted as if it held.
    """
    asked = [0 for _ in Role]
    for step in beat.steps(case, key):
        if isinstance(step, Ask) and _comes_up(step, answers):
            asked[list(Role).index(step.role)] += 1
            answers[step.key] = best_picks(step, answers)
    return tuple(asked)


def _comes_up(ask: Ask, answers: Answers) -> bool:
    return ask.when is None or ask.when.holds(answers)


def _text(case: Scenario, key: str, beat: Beat) -> Words:
    """What a beat is about, in a few words."""
    if isinstance(beat, Examine):
        name = name_of(case, beat.to)
        return T("{side} examines {name}", side=subject(case, beat.by), name=name)
    if isinstance(beat, Find):
        count = len(beat.named(case))
        return TN("{n} point: proved, and by what?", "{n} points: proved, and by what?", count)
    if isinstance(beat, Sentence | Remedy):
        return Words(beat.law, piece="law")
    if shown := [exhibit_label(case, case.exhibits[e]) for e in beat.exhibits()]:
        return _joined(shown)
    if read := [own(case.documents[d].title) for d in beat.reads()]:
        return _joined(read)
    task = getattr(beat, "ask", None) or getattr(beat, "about", None)
    return own(task) if task else _opening(case, key, beat)


def _opening(case: Scenario, key: str, beat: Beat) -> Words:
    """What is asked first in a beat without words of its own for it; else what is said first."""
    asks = [step for step in beat.steps(case, key) if isinstance(step, Ask)]
    said = (own(written.text) for written in sentences(beat))
    return asks[0].prompt if asks else next(said, Words(""))


def _joined(parts: list[Words]) -> Words:
    words = parts[0]
    for part in parts[1:]:
        words = T("{one} · {other}", one=words, other=part)
    return words


def _arrows(case: Scenario, speech: Speech) -> Iterator[Arrow]:
    for key, beat in beats(case):
        for when in conditions(beat):
            for place in places(case, when):
                yield Arrow(place, key, speech.text(in_words(case, speech, when, place)))


def _condition(case: Scenario, beat: Beat, speech: Speech) -> str:
    """What decides in several places whether `beat` is played; one place's arrow says it all."""
    several = [when for when in conditions(beat) if len(places(case, when)) > 1]
    return " · ".join(speech.text(in_words(case, speech, when)) for when in several)
