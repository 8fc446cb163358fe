"""Screening: whom a rule flags, whom it wrongs, whom it misses, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import reduce
from typing import Annotated

from game.scenario.authored import Authored, Text, Within, written
from game.scenario.diagnostics import Diagnostic, Spot
from game.scenario.steps import Tally
from game.scenario.suggest import did_you_mean
from game.scenario.words import TN, T, Words, own


class Handling(StrEnum):
    REFER = "refer"
    WATCH = "watch"
    DROP = "drop"


class Truth(StrEnum):
    YES = "yes"
    NO = "no"


class Account(Authored):
    """An account on the screening desk: what can be counted about it, and what is true of it."""

    SKETCHES = (("counts",), ("counts",), ("behaviour",))

    id: str = ""
    name: Text = written(T("the name that players see"))
    counts: Mapping[Text, Annotated[int, Within(0, 100_000)]] = written(
        T("how often it uses a word"), factory=dict
    )
    behaviour: Mapping[Text, Annotated[int, Within(0, 100_000)]] = written(
        T("how often it does something"), factory=dict
    )
    shows: Text = written(T("what somebody who looks at it sees, in one sentence"))
    action: Handling = written(T("what should happen to it: refer, watch or drop"))
    really: Truth = written(T("yes if somebody does wrong with it, no if not"))
    because: Text = written(T("why that should happen to it"))

    def count(self, clue: str) -> int:
        return self.counts.get(clue, self.behaviour.get(clue, 0))


class Rule(Authored):
    """A rule of screening: an account is flagged if a clue is there often enough."""

    SKETCHES = ((), (), ())

    id: str = ""
    says: Text = written(T("the rule as players read it"))
    clue: Text = written(T("a word under “counts:” or a fact under “behaviour:”"))
    at_least: Annotated[int, Within(1, 100_000)] = written(T("how often it must be there"))

    def flags(self, accounts: tuple[Account, ...]) -> tuple[Account, ...]:
        return tuple(a for a in accounts if a.count(self.clue) >= self.at_least)

    def tally(self, accounts: tuple[Account, ...]) -> Tally:
        """How often the clue of this rule is there in each account, in numbers."""
        return Tally(own(self.clue), tuple((own(a.name), a.count(self.clue)) for a in accounts))

    def note(self, accounts: tuple[Account, ...]) -> Words:
        """How often the clue of this rule is there in each account."""
        each = [T("{name} {n}", name=own(a.name), n=a.count(self.clue)) for a in accounts]
        return T("{fact}: {n}", fact=own(self.clue), n=_listed(each))


def facts(account: Account) -> Words:
    """All that can be counted about `account`."""
    counted = (*account.counts.items(), *account.behaviour.items())
    each = [T("{fact}: {n}", fact=own(fact), n=number) for fact, number in counted]
    return _listed(each) if each else T("nothing stands out")


def youden(rule: Rule, accounts: tuple[Account, ...]) -> float:
    """The hit rate of `rule` less its rate of false alarms (Youden 1950): 1 perfect, 0 chance."""
    flagged = rule.flags(accounts)
    rates = []
    for truth in Truth:
        of = [a for a in accounts if a.really is truth]
        rates.append(sum(a in flagged for a in of) / len(of) if of else 0.0)
    return rates[0] - rates[1]


def worths(rules: tuple[Rule, ...], accounts: tuple[Account, ...]) -> tuple[float, ...]:
    """What it earns to choose each rule: the best 1, one that is no better than chance 0 or less.

    Corrected for guessing: choosing any rule at random earns nothing on average.
    """
    scores = [youden(rule, accounts) for rule in rules]
    best, mean = max(scores, default=0.0), sum(scores) / max(1, len(scores))
    nothing = max(0.0, mean)
    return tuple(1.0 if s == best else (s - nothing) / (best - nothing) for s in scores)


def found(rule: Rule, accounts: tuple[Account, ...]) -> Words:
    """Whom `rule` flags, how many of them it wrongs, and how many wrongdoers it misses."""
    flagged = rule.flags(accounts)
    if not flagged:
        return T("It flags nobody, so it misses everyone who did wrong.")
    honest = sum(a.really is Truth.NO for a in flagged)
    missed = sum(a.really is Truth.YES and a not in flagged for a in accounts)
    return T(
        "It flags {names}. {honest} {missed}",
        names=_listed([own(a.name) for a in flagged]),
        honest=_wronged(honest),
        missed=_missed(missed),
    )


def _wronged(honest: int) -> Words:
    if not honest:
        return T("It wrongs nobody.")
    return TN("{n} of them has done nothing wrong.", "{n} of them have done nothing wrong.", honest)


def _missed(missed: int) -> Words:
    if not missed:
        return T("It misses nobody who did wrong.")
    return TN("It misses {n} that does wrong.", "It misses {n} that do wrong.", missed)


def check_rules(
    rules: tuple[Rule, ...], accounts: tuple[Account, ...], spot: Spot
) -> Iterator[Diagnostic]:
    """C333: three to six rules with clues that exist, no two alike, one of them the best."""
    clues = {clue for a in accounts for clue in (*a.counts, *a.behaviour)}
    strange = [rule for rule in rules if rule.clue not in clues]
    for rule in strange:
        yield Diagnostic(
            "C333",
            rule.spots.of("clue"),
            T("no account has anything called “{clue}”", clue=rule.clue),
            did_you_mean(rule.clue, clues) or T("write a word under “counts:” or “behaviour:”"),
        )
    if not 3 <= len(rules) <= 6:
        message = T("a screening desk has 3 to 6 rules; here are {n}", n=len(rules))
        yield Diagnostic("C333", spot, message)
    elif not strange:
        yield from _check_worth(rules, accounts, spot)


def _check_worth(
    rules: tuple[Rule, ...], accounts: tuple[Account, ...], spot: Spot
) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, ...], Rule] = {}
    for rule in rules:
        flagged = tuple(a.id for a in rule.flags(accounts))
        other = seen.setdefault(flagged, rule)
        if other is not rule:
            yield Diagnostic(
                "C333",
                rule.spots.own,
                T("this rule flags the very same accounts as “{id}”", id=other.id),
                T("change “at_least:”, or leave one of them out"),
            )
    scores = [youden(rule, accounts) for rule in rules]
    if max(scores) <= 0 or len(set(scores)) == 1:
        yield Diagnostic(
            "C333",
            spot,
            T("no rule here is better than the others and better than chance"),
            T("let one flag more of those who did wrong, and fewer of the others"),
        )


def _listed(words: list[Words]) -> Words:
    return reduce(lambda first, then: T("{first}, {next}", first=first, next=then), words)
