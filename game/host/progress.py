"""How far the trials of a class are, and how its groups compare at the end."""

from __future__ import annotations

import time
from collections.abc import Iterator

from game.host.names import so_many_seats
from game.host.room import Room
from game.host.tree import Node, Nodes, el, nodes, wide
from game.scenario.model import Scene
from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.words import TN, T, Words, own
from game.trial.record import Trial, is_over
from game.trial.scoring import marks, per_criterion, total
from game.trial.skipping import scene_now
from game.trial.speech import Speech
from game.trial.terms import role_name

MOST_DIFFERENCES = 12
COMPARED = T("How the groups compare")


def group_name(court: int) -> Words:
    return T("Group {n}", n=court)


def playing(room: Room) -> tuple[int, ...]:
    """The numbers of the trials in which somebody sits."""
    return tuple(number for number in room.trials if room.at(number))


def all_over(room: Room) -> bool:
    """Whether every trial in which somebody sits has ended."""
    courts = playing(room)
    return bool(courts) and all(is_over(room.trials[court]) for court in courts)


def bar(trial: Trial, label: str) -> Node:
    """How far `trial` is."""
    done = len(trial.steps) if is_over(trial) else trial.at
    return el("progress", value=done, max=len(trial.steps), aria_label=label)


def scene_of(trial: Trial) -> Scene:
    """The scene in which `trial` stands."""
    here = scene_now(trial)
    scenes = trial.scenario.scenes
    return next((scene for scene in scenes if scene.id == here), scenes[0])


def minutes_left(room: Room) -> Words:
    """How long it is until the bell, in words."""
    left = max(0, round((room.bell - time.time()) / 60))
    return TN("{n} minute until the bell", "{n} minutes until the bell", left)


def place(room: Room, court: int, speech: Speech) -> Nodes:
    """In words and as a bar, how far a group is."""
    trial, say = room.trials[court], speech.text
    where = T("has ended") if is_over(trial) else own(scene_of(trial).title)
    return nodes(bar(trial, say(T("how far"))), " ", say(where))


def groups(room: Room, speech: Speech) -> Nodes:
    """Every group with its place, for the projector."""
    rows = (
        el(
            "tr",
            el("th", speech.text(group_name(court)), scope="row"),
            el("td", place(room, court, speech)),
            el("td", speech.text(so_many_seats(len(room.at(court))))),
        )
        for court in playing(room)
    )
    return nodes(el("table", rows, cls="bars"))


def compared(room: Room, speech: Speech) -> Nodes:
    """What each group earned in each role, and where their answers part."""
    courts, say = playing(room), speech.text
    if len(courts) < 2:
        return ()
    head = el("tr", el("td"), (el("th", say(group_name(court)), scope="col") for court in courts))
    return nodes(
        wide(
            say(COMPARED),
            el(
                "table",
                el("thead", head),
                el("tbody", _earned(room, courts, speech), _differences(room, courts, speech)),
            ),
        ),
    )


def _earned(room: Room, courts: tuple[int, ...], speech: Speech) -> Iterator[Node]:
    for role in Role:
        name = role_name(role, room.program.scenario.proceeding)
        yield el(
            "tr",
            el("th", speech.text(T("{role}, of 100", role=name)), scope="row"),
            (el("td", _total(room, court, role)) for court in courts),
        )


def _total(room: Room, court: int, role: Role) -> str:
    """The marks of a team; an empty chair earns none."""
    if not room.team(role, court):
        return "–"
    return str(total(per_criterion(marks(room.trials[court], role))))


def _answer(trial: Trial, ask: Ask) -> tuple[str, ...]:
    """What people answered; nothing where the script did it for them in a skipped scene."""
    return () if ask.key in trial.skipped else trial.answers.get(ask.key, ())


def _differences(room: Room, courts: tuple[int, ...], speech: Speech) -> Iterator[Node]:
    """The questions to which the groups gave different answers, the last first: it decides most."""
    given = 0
    for ask in reversed(room.program.steps):
        if not isinstance(ask, Ask) or ask.kind is not TurnKind.CHOOSE or ask.most > 1:
            continue
        picks = [_answer(room.trials[court], ask) for court in courts]
        if len(set(picks) - {()}) < 2 or given == MOST_DIFFERENCES:
            continue
        given += 1
        labels = {choice.pick: speech.text(choice.label) for choice in ask.choices}
        yield el(
            "tr",
            el("th", speech.text(ask.prompt), scope="row"),
            (el("td", labels.get(p[0], "") if p else "–") for p in picks),
        )
