"""The glossary: which of the courts' words have been heard, and in which order they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from game.scenario.words import Translate, Words


class Term(Struct, frozen=True):
    """A word of the courts, what it `says` to a child, and the law that it comes from.

    `also` is another form in which it is heard, such as a shorter one.
    """

    name: Words
    says: Words
    source: Words
    also: Words | None = None


def heard_first(
    terms: Sequence[Term], texts: Iterable[str], say: Translate
) -> list[tuple[Term, bool]]:
    """All `terms` with whether they occur in `texts`, which are in the language of `say`.

    What was heard stands first; within each half the table's order is kept.
    """
    heard = "\n".join(texts).lower()
    told = [(term, _occurs(term, heard, say)) for term in terms]
    return sorted(told, key=lambda one: not one[1])


def _occurs(term: Term, heard: str, say: Translate) -> bool:
    return any(say(form).lower() in heard for form in (term.name, term.also) if form)
