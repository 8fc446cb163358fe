"""screen: the screening desk: which rule finds whom, whom it wrongs, and what then happens.

- screen:
    accounts:
      star:
        name: Star_Gifts
        counts: {free skins: 9, secret: 4}
        behaviour: {children written to: 31}
        shows: It sends the same offer to every child that is new.
        action: refer
        really: yes
        because: Words, numbers and the offer itself fit together.
      lamp:
        name: Lamp_Seller
        counts: {free skins: 1}
        behaviour: {children written to: 12}
        shows: It asks children for their mothers' phones.
        action: refer
        really: yes
        because: It hardly uses the words, but it does the deed.
      bobo:
        name: Bobo
        counts: {free skins: 7, secret: 1}
        shows: He warns his class about the free skins.
        action: drop
        really: no
        because: He uses the words to warn. Nothing is held against him.
      coach:
        name: Coach_Wu
        behaviour: {children written to: 12}
        shows: He writes to his handball team, and two parents read along.
        action: watch
        really: no
        because: Many children are natural for a coach. A look is enough.
    rules:
      words: {says: Whoever writes “free skins” five times, clue: free skins, at_least: 5}
      whispers: {says: Whoever writes “secret” twice, clue: secret, at_least: 2}
      reach: {says: Whoever writes to ten children, clue: children written to, at_least: 10}
    base: {people: 10000, really: 20, catches: 90, wrongly: 5}

The computer works out whom a rule flags and misses. A rule is worth its hit rate less its rate of
false alarms (Youden 1950, Index for rating diagnostic tests). `base` asks what a flag means where
wrongdoers are few, in natural frequencies (Gigerenzer and Hoffrage 1995).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Text, Within, written
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Beat, Scenario
from game.scenario.screening import (
    Account,
    Handling,
    Rule,
    Truth,
    check_rules,
    facts,
    found,
    worths,
)
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Manner,
    Near,
    Range,
    Say,
    Staging,
    Step,
    TurnKind,
    Worth,
    everybody,
)
from game.scenario.words import T, Words, own

HANDLINGS = {
    Handling.REFER: T("Refer it for investigation"),
    Handling.WATCH: T("Keep an eye on it"),
    Handling.DROP: T("Drop it, and delete what was collected"),
}
RIGHT, HALF_RIGHT = 5, 15  # how far off, of 100, an answer to the base rate may lie


class Base(Authored):
    """A rule that runs over many people, few of whom did wrong."""

    people: Annotated[int, Within(10, 1_000_000)] = written(T("how many accounts there are"))
    really: Annotated[int, Within(1, 1_000_000)] = written(T("how many of them did wrong"))
    catches: Annotated[int, Within(0, 100)] = written(T("how many of 100 such accounts it flags"))
    wrongly: Annotated[int, Within(0, 100)] = written(
        T("how many of 100 honest accounts it flags too")
    )

    @property
    def hits(self) -> int:
        return round(self.really * self.catches / 100)

    @property
    def alarms(self) -> int:
        return round((self.people - self.really) * self.wrongly / 100)


class Screen(Beat):
    """Choose a rule, see whom it flags, and decide what happens to each account."""

    KIND: ClassVar[str] = "screen"
    ask: Text | None = written(T("your own wording of the task"), default=None)
    accounts: Mapping[str, Account] = written(T("the accounts on the desk, three to twelve"))
    rules: Mapping[str, Rule] = written(T("the rules to choose from, three to six"))
    base: Base | None = written(T("a question on what a flag means among many"), default=None)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        for account in self.accounts.values():
            line = T(
                "{name} – {facts}. {shows}",
                name=own(account.name),
                facts=facts(account),
                shows=own(account.shows),
            )
            yield Say(line, manner=Manner.TOLD)
        yield from everybody(self._choose(f"{key}.rule"))
        if self.base:
            yield from everybody(_weigh(f"{key}.base", self.base))
        yield from everybody(self._handle(f"{key}.handle"))

    def _choose(self, key: str) -> Ask:
        accounts = tuple(self.accounts.values())
        rules = tuple(self.rules.values())
        return Ask(
            key=key,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.EVIDENCE,
            prompt=own(self.ask)
            if self.ask
            else T("Which rule finds those who did wrong, and spares the others?"),
            choices=tuple(
                Choice(
                    rule.id,
                    own(rule.says),
                    worth,
                    found(rule, accounts),
                    rule.note(accounts),
                    tally=rule.tally(accounts),
                )
                for rule, worth in zip(rules, worths(rules, accounts), strict=True)
            ),
            marking=Worth(1.0),
        )

    def _handle(self, key: str) -> Ask:
        accounts = self.accounts.values()
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.PROCEDURE,
            prompt=T("A rule only says where to look. Now look: what happens to each account?"),
            choices=tuple(
                Choice(
                    a.id,
                    own(a.name),
                    note=T("{facts}. {shows}", facts=facts(a), shows=own(a.shows)),
                )
                for a in accounts
            ),
            right=tuple(Choice(handling, text) for handling, text in HANDLINGS.items()),
            relations=(Choice("gets", T("→")),),
            marking=Links(
                tuple(Link(a.id, a.action, "gets", own(a.because)) for a in accounts), each=(1, 1)
            ),
            most=len(self.accounts),
            staging=Staging.TRAYS,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C332 for the accounts, C333 for the rules, C334 for the base rate, C335 for a drop."""
        accounts = tuple(self.accounts.values())
        if not 3 <= len(accounts) <= 12:
            yield Diagnostic(
                "C332",
                self.spots.of("accounts"),
                T("a screening desk has 3 to 12 accounts; here are {n}", n=len(accounts)),
            )
        elif len({account.really for account in accounts}) < 2:
            yield Diagnostic(
                "C332",
                self.spots.of("accounts"),
                T("all accounts are alike: all did wrong, or none did"),
                T("let one be “really: yes” and another “really: no”"),
            )
        else:
            yield from check_rules(tuple(self.rules.values()), accounts, self.spots.of("rules"))
        for account in accounts:
            if account.really is Truth.YES and account.action is Handling.DROP:
                yield Diagnostic(
                    "C335",
                    account.spots.of("action"),
                    T("“{id}” did wrong, but is dropped", id=account.id),
                    T("write refer or watch, or be sure that “because:” gives a good reason"),
                    Severity.WARNING,
                )
        if self.base:
            yield from _check_base(self.base)


def _weigh(key: str, base: Base) -> Ask:
    """The turn about the share of the honest among all who are flagged."""
    flagged = base.hits + base.alarms
    share = round(100 * base.alarms / flagged) if flagged else 0
    because = _explained(base, share)
    return Ask(
        key=key,
        kind=TurnKind.AMOUNT,
        criterion=Criterion.REASONING,
        prompt=T(
            "Now a rule runs over {people} accounts. {really} of them did wrong, and it flags "
            "{hits} of these. The other {rest} did nothing wrong, and it flags {alarms} of these "
            "too. Of 100 accounts that it flags, how many did nothing wrong?",
            **_numbers(base),
        ),
        choices=(),
        marking=Near(_around(share, RIGHT), _around(share, HALF_RIGHT), because, because, because),
        range=Range(0, 100, 5, T("honest accounts")),
        staging=Staging.HUNDRED,
    )


def _explained(base: Base, share: int) -> Words:
    return T(
        "It flags {hits} who did wrong and {alarms} who did not, {flagged} together. "
        "{alarms} of {flagged} are about {n} of 100. Where few do wrong, even a good rule flags "
        "many who are honest.",
        flagged=base.hits + base.alarms,
        n=share,
        **_numbers(base),
    )


def _numbers(base: Base) -> dict[str, int]:
    return {
        "people": base.people,
        "really": base.really,
        "rest": base.people - base.really,
        "hits": base.hits,
        "alarms": base.alarms,
    }


def _around(number: int, by: int) -> tuple[int, int]:
    return max(0, number - by), min(100, number + by)


def _check_base(base: Base) -> Iterator[Diagnostic]:
    if base.really >= base.people:
        yield Diagnostic(
            "C334",
            base.spots.of("really"),
            T("{really} of {people} did wrong: nobody is left", **_numbers(base)),
            T("write a smaller number under “really:”"),
        )
    elif base.hits + base.alarms == 0:
        yield Diagnostic(
            "C334",
            base.spots.own,
            T("this rule flags nobody at all"),
            T("write a greater number under “people:”, “catches:” or “wrongly:”"),
        )
