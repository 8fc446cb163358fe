"""What the class answers: every question with its counts, and what it still believes wrongly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from game.host.events import Picks
from game.host.room import Room
from game.host.tree import Node, Nodes, el, nodes
from game.scenario.marked import phrases
from game.scenario.steps import Answers, Ask, TurnKind
from game.scenario.tricks import TRICKS
from game.scenario.words import T, Translate, Words, own
from game.trial.scoring import mark
from game.trial.speech import Speech
from game.trial.terms import role_name

MOST_QUESTIONS = 60
MOST_ERRORS = 6
Answered = list[tuple[Picks, Answers]]
FALSE_ALARM = T("Honest phrases taken for traps")
CALM = T("Not everything is a trap. Ask what it would make you give, and to whom.")


def answers(room: Room, speech: Speech) -> Nodes:
    """Each question that was answered, the latest first, with what the class said."""
    latest = list(given(room))[-MOST_QUESTIONS:][::-1]
    if not latest:
        return ()
    return nodes(
        el("h2", speech.text(T("Answers"))),
        (_question(room, ask, told, speech, n == 0) for n, (ask, told) in enumerate(latest)),
    )


def given(room: Room) -> Iterator[tuple[Ask, Answered]]:
    """The questions of the case in order, each with the answers of seats and what each knew."""
    steps = room.program.steps
    for step in steps:
        if not isinstance(step, Ask):
            continue
        if told := list(_to(room, step)):
            yield step, told


def _to(room: Room, ask: Ask) -> Iterator[tuple[Picks, Answers]]:
    if room.together:
        first = next(iter(room.trials.values()))
        for number, picks in room.ballots.get(ask.key, {}).items():
            seat = room.seats.get(number)
            yield picks, (room.trial_of(seat) if seat else first).answers
        return
    for number, seat in room.seats.items():
        trial = room.trials[number]
        if seat.role is ask.role and ask.key in trial.answers and ask.key not in trial.skipped:
            yield trial.answers[ask.key], trial.answers


def _question(room: Room, ask: Ask, told: Answered, speech: Speech, is_latest: bool) -> Node:
    say, marks = speech.text, [mark(ask, picks, known) for picks, known in told]
    full = sum(m.earned >= m.possible for m in marks)
    role = role_name(ask.role, room.program.scenario.proceeding)
    asked = speech.text(ask.prompt)
    line = T("{role}: {ask} ({n} of {of} in full)", role=role, ask=asked, n=full, of=len(told))
    if ask.kind in (TurnKind.CHOOSE, TurnKind.MARK):
        inside: Nodes = (el("table", _counts(ask, told, speech)),)
    else:
        inside = (el("p", say(T("{n} of {of} in full", n=full, of=len(told)))),)
    return el(
        "details",
        el("summary", say(line)),
        inside,
        id=f"ask-{ask.key}",
        open=is_latest,
        cls="latest" if is_latest else None,
    )


def _counts(ask: Ask, told: Answered, speech: Speech) -> Iterator[Node]:
    counted = Counter(pick for picks, _ in told for pick in picks)
    for choice in ask.choices:
        n = counted[choice.pick]
        sound = choice.worth > 0
        yield el(
            "tr",
            el("th", "✓ " if sound else "", speech.text(choice.label), scope="row"),
            el("td", el("progress", value=n, max=len(told)), f" {n}"),
            cls="sound" if sound else None,
        )


@dataclass(slots=True)
class Error:
    """Something that a class gets wrong: by how many `of` whom, and what to say next."""

    what: Words
    missed: int = 0
    of: int = 0
    say: tuple[Words, ...] = ()


def errors(room: Room) -> list[Error]:
    """What the class gets wrong, the commonest first: by kind of trap, and by widespread belief."""
    found: dict[str, Error] = {}
    for ask, told in given(room):
        if ask.kind is TurnKind.MARK and ask.document:
            _traps_missed(room, ask, told, found)
        elif ask.belief is not None:
            error = found.setdefault(str(ask.belief), Error(ask.belief, say=_against(ask, told)))
            error.of += len(told)
            error.missed += sum((m := mark(ask, p, k)).earned < m.possible for p, k in told)
    missed = [error for error in found.values() if error.missed]
    return sorted(missed, key=lambda e: e.missed / e.of, reverse=True)[:MOST_ERRORS]


def _against(ask: Ask, told: Answered) -> tuple[Words, ...]:
    """Why the unsound choice that most have made is unsound."""
    counted = Counter(pick for picks, _ in told for pick in picks)
    unsound = [c for c in ask.choices if c.worth <= 0 and c.because and counted[c.pick]]
    if not unsound:
        return ()
    commonest = max(unsound, key=lambda choice: counted[choice.pick])
    return (commonest.because,) if commonest.because else ()


def _traps_missed(room: Room, ask: Ask, told: Answered, found: dict[str, Error]) -> None:
    case, names = room.program.scenario, dict(TRICKS)
    lessons: dict[str, list[Words]] = defaultdict(list)
    for phrase in phrases(case.documents[ask.document or ""]):
        if not phrase.is_trap:
            error = found.setdefault("honest", Error(FALSE_ALARM, say=(CALM,)))
            error.missed += sum(phrase.pick in picks for picks, _ in told)
        else:
            trap = case.traps[phrase.ref]
            error = found.setdefault(trap.kind, Error(names[trap.kind]))
            error.missed += sum(phrase.pick not in picks for picks, _ in told)
            lessons[trap.kind].append(own(trap.lesson))
        error.of += len(told)
    for kind, words in lessons.items():
        found[kind].say = tuple(dict.fromkeys((*found[kind].say, *words)))[:2]


def misconceptions(room: Room, speech: Speech) -> Nodes:
    """The commonest errors as bars, each with what to say next."""
    say, rows = speech.text, errors(room)
    if not rows:
        return ()
    return nodes(
        el("h2", say(T("What gets past the class"))),
        el("table", (_error(error, speech) for error in rows), cls="bars"),
    )


def _error(error: Error, speech: Speech) -> Node:
    say = speech.text
    advice = _told([say(words) for words in error.say], say)
    return el(
        "tr",
        el("th", say(error.what), scope="row"),
        el("td", _bar(error.missed, error.of), f" {error.missed} / {error.of}"),
        el("td", say(T("Say next: {advice}", advice=advice)) if advice else None),
    )


def _told(parts: list[str], say: Translate) -> str:
    """`parts`, one or two sentences, as the language puts them side by side."""
    return say(T("{one} {more}", one=parts[0], more=parts[1])) if parts[1:] else "".join(parts)


def _bar(n: int, of: int) -> Node:
    return el("progress", value=n, max=max(of, 1))
