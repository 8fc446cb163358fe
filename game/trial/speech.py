"""Words become text in the language of one seat, with their marks turned into runs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from game.scenario.marked import labelled
from game.scenario.model import LawBook
from game.scenario.words import Form, T, Words, inserted, own, plainly
from game.trial.view import Rich, Run

WHOLE = "*"
LAW = "law"
TWO_STOPS = re.compile(r"([.?!…。？！][”’]?)[.。]$")  # a full stop after an end that stands already


class Speech(Struct, frozen=True, eq=False):
    """How seats are spoken to: their language, the translations, the law cards.

    What was said once is kept, for the next seat and the next trial.
    """

    form: Form = plainly
    language: str = "en"
    laws: LawBook | None = None
    _said: dict[Words, Rich] = field(default_factory=dict)

    def text(self, words: Words | None) -> str:
        """`words` without any marks."""
        return "".join(run.text for run in self.rich(words))

    def rich(self, words: Words | None, picks: Mapping[str, str] | None = None) -> Rich:
        """`words` as runs. `picks` gives marked phrases their picks, by their labels."""
        if words is None:
            return ()
        if picks:
            return self._runs(words, picks)
        if words not in self._said:
            self._said[words] = self._runs(words, {})
        return self._said[words]

    def _runs(self, words: Words, picks: Mapping[str, str]) -> Rich:
        return tuple(
            Run(text, law=ref) if kind == LAW else Run(text, picks.get(label, ""))
            for label, (text, kind, ref) in labelled(self._filled(words))
        )

    def law_title(self, card: str) -> str:
        """A law card as lists name it: how it is cited, and what it is about."""
        book = self.laws
        if book is None or card not in book.cards:
            return card
        title = own(book.cards[card].title)
        return self._filled(T("{cited}: {title}", cited=self.cited(card), title=title))

    def cited(self, card: str) -> str:
        """How the article of a law card is cited; its act alone where it has no number."""
        act, _, article = card.partition("/")
        if self.laws is None or act not in self.laws.acts:
            return card
        titles = self.laws.acts[act]
        official = titles.zh_CN if self.language.startswith("zh") else titles.en
        if not article[:1].isdigit():
            return official
        return self._filled(T("{act}, art. {n}", act=official, n=article))

    def _filled(self, words: Words) -> str:
        if words.piece == LAW:
            return self.law_title(words.text)
        text = self.form(words)
        if words.piece == WHOLE:
            text = "".join(part for _, (part, _, _) in labelled(text))
        elif words.piece:
            text = _phrase(text, words.piece)
        for place, value in words.fill:
            inner = self._filled(value) if isinstance(value, Words) else value
            text = inserted(text, place, inner)
        return TWO_STOPS.sub(r"\1", text)


def _phrase(text: str, piece: str) -> str:
    return next((part for label, (part, _, _) in labelled(text) if label == piece), text)
