"""What time does to a case: the law is looked at once a year, and after every change of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from game.scenario.days import day
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.model import LawBook, LawCard, Scenario
from game.scenario.walk import mentions
from game.scenario.words import T, Words

YEAR = 366  # days


def outdated(case: Scenario, laws: LawBook | None, today: date) -> Iterator[Diagnostic]:
    """C348: when the law in `case` was checked too long ago, or before a change of a cited card."""
    spot = case.review.spots.of("law_checked")
    checked = day(case.review.law_checked)
    if checked is None:
        return
    yield from _aged(checked, spot, today)
    known = min(checked, today).isoformat()  # days written so sort as texts do
    changed = {
        card.id: since
        for card in (laws.cards.values() if laws else ())
        if card.in_force > known and (since := day(card.in_force))
    }
    yield from _changed(case, changed, today)


def _changed(case: Scenario, changed: Mapping[str, date], today: date) -> Iterator[Diagnostic]:
    """A finding for every card in `changed`, where `case` cites it first."""
    cited = mentions(case) if changed else ()
    first = {m.name: m for m in reversed([m for m in cited if m.kind == "law"])}
    for name, mention in first.items():
        if name not in changed:
            continue
        place = mention.by.spots.of(mention.place.partition("#")[0])
        since = changed[name]
        if since > today:
            message = T("“{card}” will only be in force from {day} on", card=name, day=str(since))
            yield _warning(place, message, T("cite it from that day on"))
        else:
            message = T(
                "“{card}” was changed on {day}, after the law in this case was checked",
                card=name, day=str(since),
            )  # fmt: skip
            hint = T("read it, mend the case if need be, and write the day under “law_checked”")
            yield _warning(place, message, hint)


def outdated_cards(laws: LawBook, today: date) -> Iterator[Diagnostic]:
    """C348: the law cards that were checked too long ago, or before their wording was in force."""
    for card in laws.cards.values():
        if (checked := day(card.checked)) is not None:
            yield from _aged(checked, card.spots.of("checked"), today)
            yield from _too_early(card, checked)


def _too_early(card: LawCard, checked: date) -> Iterator[Diagnostic]:
    since = day(card.in_force)
    if since is not None and checked < since:
        message = T("this card was checked before its wording was in force")
        yield _warning(card.spots.of("checked"), message, _check_it())


def _aged(checked: date, spot: Spot, today: date) -> Iterator[Diagnostic]:
    days = (today - checked).days
    if days < 0:
        hint = T("write the day on which the law was checked")
        yield _warning(spot, T("this day has not come yet"), hint)
    elif days > YEAR:
        yield _warning(spot, T("the law was last checked {n} days ago", n=days), _check_it())


def _check_it() -> Words:
    return T("check it again, and write here the day on which you did")


def _warning(spot: Spot, message: Words, hint: Words) -> Diagnostic:
    return Diagnostic("C348", spot, message, hint, Severity.WARNING)
