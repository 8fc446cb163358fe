"""The forms that a question may take: choices, an order, pairs or an amount; with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec.structs import replace

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.choices import (
    Offered,
    Soundness,
    check_one_sound,
    one_sound,
    several_sound,
)
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    InOrder,
    Link,
    Links,
    Near,
    Range,
    TurnKind,
)
from game.scenario.words import T, own

FORMS = ("choices", "order", "pairs", "amount")


class Pair(Authored):
    """Two texts that belong together."""

    SKETCHES = ((), ())

    left: Text = written(T("a text"))
    right: Text = written(T("the text that goes with it"))


class Amount(Authored):
    """A number to be given."""

    offered: tuple[int, int] = written(
        T("the smallest and the largest number on offer"), sample="[0, 30]"
    )
    exact: tuple[int, int] = written(
        T("the smallest and the largest right number"), sample="[14, 16]"
    )
    unit: Text = written(T("what is counted"))


class Question(Beat):
    """A question, one of its forms, and the explanation. It is put by a kind of beat."""

    SKETCHES = (("choices",), ("order",), ("pairs",), ("amount",))

    ask: Text = written(T("the question"))
    because: Text = written(T("the explanation, shown after any answer"))
    law: Annotated[str, Ref("law")] | None = written(T("the law card behind it"), default=None)
    misconception: Text | None = written(
        T("the belief that many hold, and that the question mends"), default=None
    )
    criterion: Criterion = written(T("what it counts towards"), default=Criterion.LAW)
    choices: Mapping[str, Offered] = written(
        T("answers, of which one or several are sound"), factory=dict
    )
    order: tuple[Text, ...] = written(T("texts in the right order"), default=())
    pairs: tuple[Pair, ...] = written(T("texts that belong together"), default=())
    amount: Amount | None = written(T("a number to be given"), default=None)

    def turn(self, key: str) -> Ask | None:
        """The question as a turn called `key`; None while it has no form."""
        ask = self._asked(key)
        if ask is None or self.misconception is None:
            return ask
        return replace(ask, belief=own(self.misconception))

    def _asked(self, key: str) -> Ask | None:
        if self.choices:
            return self._choose(key)
        if self.order:
            return self._order(key)
        if self.pairs:
            return self._pair(key)
        return self._amount(key, self.amount) if self.amount else None

    def _choose(self, key: str) -> Ask:
        sound = sum(c.sound is Soundness.YES for c in self.choices.values())
        choices, marking = (
            several_sound(self.choices, sound) if sound > 1 else one_sound(self.choices)
        )
        explained = tuple(
            Choice(c.pick, c.label, c.worth, c.because or own(self.because)) for c in choices
        )
        most = len(choices) if sound > 1 else 1
        return Ask(
            key, TurnKind.CHOOSE, self.criterion, own(self.ask), explained, marking, most=most
        )

    def _order(self, key: str) -> Ask:
        picks = tuple(f"o{number}" for number in range(1, len(self.order) + 1))
        # The numbers must not tell the order, so they follow the alphabet of the texts.
        named = dict(zip(sorted(self.order), picks, strict=True))
        return Ask(
            key,
            TurnKind.ORDER,
            self.criterion,
            own(self.ask),
            tuple(Choice(named[text], own(text), because=own(self.because)) for text in self.order),
            InOrder(tuple(named[text] for text in self.order)),
            least=len(picks),
            most=len(picks),
        )

    def _pair(self, key: str) -> Ask:
        rights = sorted({pair.right for pair in self.pairs})
        right = {text: f"r{number}" for number, text in enumerate(rights, 1)}
        lefts = {f"l{number}": pair for number, pair in enumerate(self.pairs, 1)}
        because = own(self.because)
        return Ask(
            key,
            TurnKind.PAIR,
            self.criterion,
            own(self.ask),
            tuple(Choice(pick, own(pair.left)) for pick, pair in lefts.items()),
            Links(
                tuple(
                    Link(pick, right[pair.right], "goes", because) for pick, pair in lefts.items()
                ),
                each=(1, 1),
            ),
            most=len(lefts),
            right=tuple(Choice(pick, own(text)) for text, pick in right.items()),
            relations=(Choice("goes", T("goes with")),),
        )

    def _amount(self, key: str, amount: Amount) -> Ask:
        because = own(self.because)
        return Ask(
            key,
            TurnKind.AMOUNT,
            self.criterion,
            own(self.ask),
            (),
            Near(amount.exact, amount.exact, because, because, because),
            range=Range(*amount.offered, 1, own(amount.unit)),
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C329: a question has exactly one form; C310 for one that takes one pick."""
        forms = [form for form in FORMS if getattr(self, form)]
        if len(forms) != 1:
            yield Diagnostic(
                "C329",
                self.spots.own,
                T("a question has one of choices, order, pairs and amount"),
                T("write one of them, and leave the others out"),
            )
        sound = sum(c.sound is Soundness.YES for c in self.choices.values())
        if self.choices and sound <= 1:
            yield from check_one_sound(self.choices, self.spots.of("choices"))
        if len(set(self.order)) != len(self.order):
            twice = next(text for text in self.order if self.order.count(text) > 1)
            again = self.order.index(twice, self.order.index(twice) + 1)
            yield Diagnostic(
                "C329",
                self.spots.of(f"order.{again}"),
                T("two of the texts are the same"),
                T("change or delete one of them"),
            )
