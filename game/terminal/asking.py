"""Asking at the terminal: a turn is printed, numbers are read, picks are handed back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct, field

from game.scenario.steps import TurnKind
from game.scenario.words import TN, T, Words
from game.terminal.printing import Printer, plain
from game.trial.view import Option, Turn, View

Read = Callable[[str], str]
Write = Callable[[str], None]
Value = TypeVar("Value")


class Left(Exception):
    """The player wants to leave, or the input has ended."""


class TakenBack(Exception):
    """The player wants the last answer back."""


class Asker(Struct, frozen=True):
    """Puts turns to whoever sits at the terminal. `read` raises EOFError at the end of input."""

    printer: Printer
    read: Read
    write: Write
    _hinted: dict[str, int] = field(default_factory=dict)  # hints given, by the key of the turn

    def answer(self, view: View, turn: Turn) -> tuple[str, ...]:
        """The picks that were typed in answer to `turn`. Raises Left."""
        self._print(view, turn)
        if turn.kind is TurnKind.PAIR:
            return tuple(self._pairs(view, turn))
        if turn.kind is TurnKind.AMOUNT:
            return (self._typed(view, self._amount),)
        if turn.kind is TurnKind.SPEAK:
            return tuple(self._ratings(view, turn))
        least = 0 if turn.kind is TurnKind.MARK else turn.least
        numbers = self._numbers(view, len(turn.options), least, turn.most)
        return tuple(turn.options[n - 1].pick for n in numbers)

    def show(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.write(line)

    def show_marked(self, view: View, turn: Turn) -> None:
        """Print the document to be marked, its phrases numbered."""
        numbers = {option.pick: n for n, option in enumerate(turn.options, 1)}
        for document in view.documents:
            if document.id == turn.document:
                self.show(self.printer.document(document, numbers))

    def _print(self, view: View, turn: Turn) -> None:
        printer = self.printer
        if turn.kind is TurnKind.MARK:
            self.show_marked(view, turn)
        self.write("")
        self.show(printer.paragraph(f"> {plain(turn.prompt)}", 2))
        if turn.kind in (TurnKind.CHOOSE, TurnKind.ORDER):
            self.show(printer.options(turn.options))
        if turn.kind is TurnKind.PAIR:
            self.show(printer.options(turn.right))
        else:
            self.write(printer.how_to_answer(turn))

    def _pairs(self, view: View, turn: Turn) -> Iterator[str]:
        fewest, most = turn.each
        for place, left in enumerate(turn.options, 1):
            says = self.printer.choice(left)
            of = T("{n} of {of}: {says}", n=place, of=len(turn.options), says=says)
            self.show(self.printer.paragraph(self.printer.say(of), 2))
            hint = T("Type a number.") if fewest else T("Type numbers, or 0 for none.")
            self.write(self.printer.say(hint))
            for number in self._numbers(view, len(turn.right), fewest, most):
                right = turn.right[number - 1]
                yield f"{left.pick}~{right.pick}~{self._relation(view, turn, right)}"

    def _ratings(self, view: View, turn: Turn) -> Iterator[str]:
        for place, line in enumerate(turn.options, 1):
            says = self.printer.choice(line)
            of = T("{n} of {of}: {says}", n=place, of=len(turn.options), says=says)
            self.show(self.printer.paragraph(self.printer.say(of), 2))
            self.show(self.printer.options(turn.right))
            (number,) = self._numbers(view, len(turn.right), 1, 1)
            yield f"{line.pick}~{turn.right[number - 1].pick}"

    def _relation(self, view: View, turn: Turn, right: Option) -> str:
        if len(turn.relations) == 1 or right.plain:
            return turn.relations[0].pick
        self.show(self.printer.options(turn.relations))
        (number,) = self._numbers(view, len(turn.relations), 1, 1)
        return turn.relations[number - 1].pick

    def _numbers(self, view: View, offered: int, least: int, most: int) -> list[int]:
        def parse(typed: str) -> list[int] | Words:
            numbers = [int(n) for n in re.findall(r"\d+", typed.translate(FULL_WIDTH))][:99]
            if numbers == [0] and least == 0:
                return []
            if not numbers:
                return T("Please type a number.")
            if any(not 1 <= n <= offered for n in numbers):
                return T("There are only the numbers 1 to {n}.", n=offered)
            if len(set(numbers)) != len(numbers):
                return T("The same thing cannot be picked twice.")
            if not least <= len(numbers) <= most:
                return _too_few_or_many(least, most)
            return numbers

        return self._typed(view, lambda typed, _: parse(typed))

    def _amount(self, typed: str, view: View) -> str | Words:
        turn = view.turn
        assert turn is not None
        assert turn.range is not None
        digits = typed.translate(FULL_WIDTH).strip()
        if not digits.isdigit():
            return T("Please type a number.")
        number = int(digits[:9])
        if not turn.range.least <= number <= turn.range.most:
            return T(
                "It must lie between {least} and {most}.",
                least=turn.range.least,
                most=turn.range.most,
            )
        if (number - turn.range.least) % turn.range.step:
            return T(
                "From {least} the numbers go up by {step}.",
                least=turn.range.least,
                step=turn.range.step,
            )
        return str(number)

    def _typed(self, view: View, parse: Callable[[str, View], Value | Words]) -> Value:
        while True:
            typed = self._line()
            if typed.lower() in ("r", "record", "卷宗"):
                self.show(self.printer.record(view))
            elif typed.lower() in ("h", "help", "?", "？", "帮助"):
                self.show(self.printer.paragraph(self.printer.say(HELP)))
            elif typed.lower() in ("t", "hint", "提示"):
                self._hint(view)
            elif typed.lower() in ("z", "undo", "撤回"):
                raise TakenBack
            elif typed.lower() in ("q", "quit", "退出"):
                raise Left
            elif typed:
                value = parse(typed, view)
                if not isinstance(value, Words):
                    return value
                self.write(self.printer.say(value))

    def _hint(self, view: View) -> None:
        """Print the next hint for the turn, or say that there is none."""
        assert view.turn is not None
        hints, given = view.turn.hints, self._hinted.get(view.turn.key, 0)
        says = T("There is no hint here.") if not hints else T("There are no more hints.")
        if given < len(hints):
            of = T("Hint {n} of {of}: {says}", n=given + 1, of=len(hints), says=hints[given])
            says, self._hinted[view.turn.key] = of, given + 1
        self.show(self.printer.paragraph(self.printer.say(says), 2))

    def _line(self) -> str:
        try:
            return self.read("> ").strip()
        except EOFError:
            raise Left from None


def _too_few_or_many(least: int, most: int) -> Words:
    if least == most:
        return TN("Please type {n} number.", "Please type {n} numbers.", most)
    return T("Please type {least} to {most} numbers.", least=least, most=most)


FULL_WIDTH = str.maketrans("０１２３４５６７８９　，、", "0123456789   ")
HELP = T(
    "Answer with the numbers that stand before the choices. Type t for a hint, r to read the court "
    "record, z to take your last answer back, q to leave; your work is saved after every answer."
)
