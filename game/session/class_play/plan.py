"""How a class plays one trial at one screen: which teams there are, and who is called next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.words import T, Words
from game.trial.record import Trial, open_ask, open_asks

FEWEST, MOST = 2, 6
ON_CARDS = (TurnKind.CHOOSE, TurnKind.AMOUNT)  # what a letter or a number can say

# Nobody's own name is typed or stored.
TEAM_NAMES: Mapping[str, Words] = {
    "pandas": T("The Pandas"),
    "cranes": T("The Cranes"),
    "tigers": T("The Tigers"),
    "dolphins": T("The Dolphins"),
    "foxes": T("The Foxes"),
    "owls": T("The Owls"),
    "magpies": T("The Magpies"),
    "antelopes": T("The Antelopes"),
    "bamboo": T("The Bamboo"),
    "plum_blossom": T("The Plum Blossom"),
    "comets": T("The Comets"),
    "kites": T("The Kites"),
}


class Manner(StrEnum):
    """SEATS: teams share the three seats and come to the keyboard in turn. CARDS: the class takes
    one seat, and every team answers by holding up cards."""

    SEATS = "seats"
    CARDS = "cards"


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """How a class takes part, and its teams by the ids of their names."""

    manner: Manner
    teams: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether there are so many teams as can play, each with a name of its own."""
        known = set(self.teams) <= TEAM_NAMES.keys()
        return known and FEWEST <= len(set(self.teams)) == len(self.teams) <= MOST


class Call(Struct, frozen=True):
    """Who is to answer: the seat, and the team at the keyboard; None when all show cards."""

    role: Role
    team: int | None


def drawn(manner: Manner, count: int) -> Plan:
    """A plan for so many teams, with the first names of the list."""
    return Plan(manner, tuple(TEAM_NAMES)[:count])


def renamed(plan: Plan, team: int) -> Plan:
    """`plan` with the next name for `team` that nobody has."""
    names = list(TEAM_NAMES)
    here = names.index(plan.teams[team])
    later = (*names[here + 1 :], *names[:here])
    name = next(name for name in later if name not in plan.teams)
    return Plan(plan.manner, (*plan.teams[:team], name, *plan.teams[team + 1 :]))


def teams_of(role: Role, count: int) -> tuple[int, ...]:
    """Which of `count` teams share the seat of `role`; two teams take the bench in turn."""
    if count == FEWEST:
        return {Role.JUDGE: (0, 1), Role.PROSECUTION: (0,), Role.DEFENCE: (1,)}[role]
    return tuple(range(tuple(Role).index(role), count, len(Role)))


def humans(plan: Plan, role: Role) -> frozenset[Role]:
    """The seats that people take when the class was seated as `role`."""
    return frozenset(Role) if plan.manner is Manner.SEATS else frozenset({role})


def call(plan: Plan, role: Role, trial: Trial) -> Call | None:
    """Who is to answer next, in a class that was seated as `role`; None when the trial is over."""
    count = len(plan.teams)
    given = answered_at_keyboard(plan, role, trial)
    if plan.manner is Manner.SEATS:
        ask = next(iter(open_asks(trial)), None)
        if ask is None:
            return None
        sharing = teams_of(ask.role, count)
        done = sum(move.role is ask.role for move in trial.moves)
        return Call(ask.role, sharing[done % len(sharing)])
    ask = open_ask(trial, role)
    if ask is None:
        return None
    return Call(role, None if ask.kind in ON_CARDS else len(given) % count)


def speaker(plan: Plan, role: Role, trial: Trial) -> int:
    """The team whose card decides a tie: each in turn."""
    return sum(move.role is role for move in trial.moves) % len(plan.teams)


def answered_at_keyboard(plan: Plan, role: Role, trial: Trial) -> dict[str, int]:
    """Which team gave each answer that was not given by cards, by the key of the ask."""
    count, given = len(plan.teams), dict[str, int]()
    if plan.manner is Manner.CARDS:
        kinds = {step.key: step.kind for step in trial.steps if isinstance(step, Ask)}
        for move in trial.moves:
            if move.role is role and kinds[move.ask] not in ON_CARDS:
                given[move.ask] = len(given) % count
        return given
    done: Counter[Role] = Counter()
    for move in trial.moves:
        sharing = teams_of(move.role, count)
        given[move.ask] = sharing[done[move.role] % len(sharing)]
        done[move.role] += 1
    return given
