"""Two languages side by side: two views of one moment, joined place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.trial.view import (
    Count,
    Document,
    Exhibit,
    Line,
    Option,
    Passage,
    Rich,
    Run,
    Tally,
    Turn,
    View,
)

if TYPE_CHECKING:
    from game.window.doors import Table


class Both(tuple[Run, ...]):
    """A text in the first language that knows the same text in the `second`."""

    second: Rich = ()


def both(first: Rich, second: Rich) -> Rich:
    """`first` with `second` beside it; alone where both read the same, as a name or a number."""
    if not second or _plain(first) == _plain(second):
        return first
    joined = Both(first)
    joined.second = second
    return joined


def second_of(text: object) -> Rich:
    """What stands beside `text` in the second language, if anything does."""
    return text.second if isinstance(text, Both) else ()


def seen_at(table: Table) -> View:
    """What the seat at `table` may see now, in both languages if the player wants two."""
    view, second = table.view(), table.second_view()
    return view if second is None else joined(view, second)


def joined(view: View, second: View) -> View:
    """`view` with the texts of `second`, which was made of the same trial, beside its own."""
    return replace(
        view,
        briefing=both(view.briefing, second.briefing),
        lines=tuple(map(_line, view.lines, second.lines)),
        documents=tuple(map(_document, view.documents, second.documents)),
        exhibits=tuple(map(_exhibit, view.exhibits, second.exhibits)),
        turn=_turn(view.turn, second.turn) if view.turn and second.turn else view.turn,
    )


def _line(line: Line, second: Line) -> Line:
    return replace(line, says=both(line.says, second.says))


def _document(document: Document, second: Document) -> Document:
    passages = tuple(map(_passage, document.passages, second.passages))
    return replace(document, passages=passages)


def _passage(passage: Passage, second: Passage) -> Passage:
    return replace(
        passage,
        says=both(passage.says, second.says),
        note=_under(passage.note, second.note),
    )


def _exhibit(exhibit: Exhibit, second: Exhibit) -> Exhibit:
    return replace(exhibit, shows=both(exhibit.shows, second.shows))


def _turn(turn: Turn, second: Turn) -> Turn:
    return replace(
        turn,
        prompt=both(turn.prompt, second.prompt),
        options=_options(turn.options, second.options),
        right=_options(turn.right, second.right),
        hints=tuple(map(_under, turn.hints, second.hints)),
    )


def _options(options: tuple[Option, ...], second: tuple[Option, ...]) -> tuple[Option, ...]:
    """Options are shuffled alike in both languages, and their picks are the same."""
    others = {option.pick: option for option in second}
    return tuple(_option(option, others[option.pick]) for option in options)


def _option(option: Option, second: Option) -> Option:
    return replace(
        option,
        label=both(option.label, second.label),
        note=_under(option.note, second.note),
        tally=_tally(option.tally, second.tally) if option.tally and second.tally else None,
    )


def _tally(tally: Tally, second: Tally) -> Tally:
    each = tuple(map(_count, tally.each, second.each))
    return replace(tally, of=_under(tally.of, second.of), each=each)


def _count(count: Count, second: Count) -> Count:
    return replace(count, name=_under(count.name, second.name))


def _under(first: str, second: str) -> str:
    """Small print has one size only: the second language goes into a line of its own."""
    return first if first == second or not second else f"{first}\n{second}"


def _plain(text: Rich) -> str:
    return "".join(run.text for run in text)
