"""Where a line of the file is played: every line belongs to a beat, or to the end of the trial."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import Struct

from game.scenario.court import beats
from game.scenario.model import Beat, Scenario
from game.scenario.references import KINDS
from game.scenario.steps import Ask
from game.scenario.suggest import did_you_mean
from game.scenario.walk import mentions
from game.scenario.words import T, Words

END = "end"  # after the last beat: the debrief
TOLD_AT_THE_END = ("based_on", "review", "outcome", "help")
KIND_OF = {field: kind for kind, (_, field) in KINDS.items()}

Thing = tuple[str, str]  # a kind of reference and a name


class Place(Struct, frozen=True):
    """A beat by its key, or END; or in words why there is no such place."""

    beat: str
    trouble: Words | None = None


def stops(case: Scenario) -> tuple[str, ...]:
    """The beats of `case` by their keys, in order, and END."""
    return (*(key for key, _ in beats(case)), END)


def line_of(case: Scenario, stop: str) -> int | None:
    """The line on which `stop` begins."""
    return next((beat.spots.own.line for key, beat in beats(case) if key == stop), None)


def place(case: Scenario, wanted: str) -> Place:
    """The place that somebody means with a line, a scene, or a scene and a number from 1."""
    first = stops(case)[0]
    if wanted.isascii() and wanted.isdigit():
        return Place(beat_at(case, int(wanted[:9])))
    name, _, number = wanted.partition(".")
    scene = next((scene for scene in case.scenes if scene.id == name), None)
    if scene is None:
        known = did_you_mean(name, [scene.id for scene in case.scenes])
        return Place(first, known or T("no scene is called “{name}”", name=name))
    if not number:
        return Place(f"{name}.0")
    if number.isascii() and number.isdigit() and 0 < int(number[:9]) <= len(scene.beats):
        return Place(f"{name}.{int(number) - 1}")
    return Place(f"{name}.0", T("“{name}” has {n} steps", name=name, n=len(scene.beats)))


def beat_at(case: Scenario, line: int) -> str:
    """The stop at which `line` of the file of `case` is played, or first plays a part."""
    found = stops(case)[0]
    for start, stop in sorted(_anchors(case), key=lambda anchor: anchor[0]):
        if start[0] > line:
            break
        if start[0] == line:
            return stop
        found = stop
    return found


def _anchors(case: Scenario) -> Iterator[tuple[tuple[int, int], str]]:
    """Where something begins in the file, and the stop that it belongs to."""
    users = _users(case)
    first = stops(case)[0]
    for field, spot in case.spots.fields.items():
        section, _, name = field.partition(".")
        usual = END if section in TOLD_AT_THE_END else first
        yield spot.start, users.get((KIND_OF.get(section, ""), name), usual)
    for scene in case.scenes:
        yield scene.spots.own.start, f"{scene.id}.0"
    for key, beat in beats(case):
        yield beat.spots.own.start, key


def _users(case: Scenario) -> Mapping[Thing, str]:
    """The first beat that uses each thing: names it, offers it, or names what names it."""
    users: dict[Thing, str] = {}
    for named in (_named, _offered):
        fresh: dict[Thing, str] = {}
        for key, beat in beats(case):
            for thing in named(case, key, beat):
                fresh.setdefault(thing, key)
        users = {**fresh, **users}
    through = list(users.items())
    for thing, key in through:  # it grows while it is walked
        for inner in _names_of(case, thing):
            if inner not in users:
                users[inner] = key
                through.append((inner, key))
    return users


def _named(case: Scenario, key: str, beat: Beat) -> Iterator[Thing]:
    yield from ((mention.kind, mention.name) for mention in mentions(beat))


def _offered(case: Scenario, key: str, beat: Beat) -> Iterator[Thing]:
    """A beat may be about all issues without naming one."""
    for step in beat.steps(case, key):
        if isinstance(step, Ask):
            picks = {choice.pick for choice in (*step.choices, *step.right)}
            yield from (("issue", pick) for pick in picks & case.issues.keys())


def _names_of(case: Scenario, thing: Thing) -> Iterator[Thing]:
    kind, name = thing
    table = getattr(case, KINDS[kind][1], None)
    if isinstance(table, Mapping) and name in table:
        yield from ((mention.kind, mention.name) for mention in mentions(table[name]))


def changed_line(old: str, new: str) -> int:
    """The first line of `new` that is not as in `old`; where lines are only gone, the one before.

    Lines count from 1.
    """
    before, now = old.split("\n"), new.split("\n")
    alike = _alike(before, now)
    rest = min(len(before), len(now)) - alike
    tail = min(rest, _alike(before[::-1], now[::-1]))
    only_gone = alike + tail == len(now)
    return min(len(now), max(1, alike if only_gone else alike + 1))


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def moved(old: Scenario, new: Scenario) -> Mapping[str, str]:
    """The key that each beat of `old` has in `new`, as far as it is still there.

    A beat that was rewritten in its place is the same beat.
    """
    before, now = (list(beats(case)) for case in (old, new))
    told, tells = ([f"{_scene(key)}: {beat}" for key, beat in row] for row in (before, now))
    keys: dict[str, str] = {}
    for what, a, b, c, d in SequenceMatcher(None, told, tells, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            pairs = zip(before[a:b], now[c:d], strict=True)
            keys |= {one: other for (one, _), (other, _) in pairs}
    return keys


def _scene(key: str) -> str:
    return key.rpartition(".")[0]
