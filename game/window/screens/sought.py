"""What somebody looks for on the shelf: words, a level, a lesson's length, a court, a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from msgspec import Struct

from game.scenario.words import TN, T, Translate, Words
from game.window.doors import CaseShown
from game.window.names import COURTS, LEVELS, named

LENGTHS = (20, 45)
KINDS: Mapping[str, Words] = {"trials": T("Trials"), "exercises": T("Exercises")}


class Sought(Struct, frozen=True):
    """Nothing is as good as everything: an empty field lets every case through."""

    words: str = ""
    level: str = ""
    minutes: str = ""
    court: str = ""
    kind: str = ""

    def finds(self, shown: CaseShown, say: Translate) -> bool:
        """Whether the case is among what is looked for; `say` has the words that people see."""
        case = shown.case
        return (
            self.level in ("", case.level)
            and self.court in ("", case.proceeding)
            and self.kind in ("", _kind(shown))
            and (not self.minutes or min((case.minutes, *shown.cuts)) <= int(self.minutes))
            and self._names(shown, say)
        )

    def _names(self, shown: CaseShown, say: Translate) -> bool:
        case = shown.case
        known = (named(LEVELS, case.level), named(COURTS, case.proceeding))
        told = (case.title, case.summary, case.court, *case.learn)
        text = folded(" ".join((*told, *(w if isinstance(w, str) else say(w) for w in known))))
        return all(word in text for word in folded(self.words).split())


def options(name: str, cases: Iterable[CaseShown]) -> dict[str, Words | str]:
    """What the filter `name` can be set to, beside nothing; only what the shelf has."""
    if name == "minutes":
        return {str(n): TN("Within {n} minute", "Within {n} minutes", n) for n in LENGTHS}
    if name == "kind":
        there, names = {_kind(shown) for shown in cases}, KINDS
    elif name == "level":
        there, names = {shown.case.level for shown in cases}, LEVELS
    else:
        there, names = {shown.case.proceeding for shown in cases}, COURTS
    return {key: words for key, words in names.items() if key in there}


def folded(text: str) -> str:
    """`text` in the form in which words are compared: full-width letters and capitals alike."""
    return normalize("NFKC", text).casefold()


def _kind(shown: CaseShown) -> str:
    return "trials" if shown.case.is_trial else "exercises"
