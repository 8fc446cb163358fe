"""Words are a sentence that still has to find its language: a msgid, and what fills it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace


class Words(Struct, frozen=True):
    """A sentence as it was written, with what goes into its `{places}`.

    `authored` words are looked up in the scenario's own catalogue, others in the game's.
    With `many`, the translation depends on the number in the place called `n`.
    With a `piece`, such as `trap:secrecy#0`, only that marked phrase is meant;
    with `*` the whole sentence without its marks.
    """

    text: str
    fill: tuple[tuple[str, Words | str], ...] = ()
    authored: bool = False
    many: str | None = None
    piece: str = ""

    def __str__(self) -> str:
        """The sentence in the language it was written in."""
        return filled(self, plainly)


INNER_QUOTES = str.maketrans("“”", "‘’")
Form = Callable[[Words], str]  # a sentence in some language, its places still open
Translate = Callable[[Words], str]  # a sentence in some language, ready to be read


def T(text: str, **fill: Words | str | int) -> Words:
    """The game's own words; Babel finds them by this name."""
    return Words(text, _places(fill))


def TN(one: str, many: str, n: int, **fill: Words | str | int) -> Words:
    """The game's own words about `n` things; Babel finds both forms by this name."""
    return Words(one, _places({"n": n, **fill}), many=many)


def grouped(number: int) -> Words | str:
    """A whole number, its thousands set apart where the language does so."""
    if number < 1000:
        return str(number)
    rest = f"{number % 1000:03}"
    return T("{thousands},{rest}", thousands=grouped(number // 1000), rest=rest)


def put(words: Words, **fill: Words | str | int) -> Words:
    """`words` with more of its places filled."""
    return replace(words, fill=(*words.fill, *_places(fill)))


def own(text: str) -> Words:
    """Words that a teacher wrote in a scenario."""
    return Words(text, authored=True)


def plainly(words: Words) -> str:
    """The form of `words` that English grammar asks for, its places still open."""
    if words.many is not None and dict(words.fill).get("n") != "1":
        return words.many
    return words.text


def filled(words: Words, form: Form) -> str:
    """`form(words)` with every place filled, the words inside it put into the same language."""
    text = form(words)
    for place, value in words.fill:
        inner = filled(value, form) if isinstance(value, Words) else value
        text = inserted(text, place, inner)
    return text


def inserted(text: str, place: str, inner: str) -> str:
    """`text` with `inner` in its `{place}`; what is quoted inside a quotation gets single marks."""
    hole = "{" + place + "}"
    if f"“{hole}”" in text:
        inner = inner.translate(INNER_QUOTES)
    return text.replace(hole, inner)


def _places(fill: dict[str, Words | str | int]) -> tuple[tuple[str, Words | str], ...]:
    return tuple((k, v if isinstance(v, Words) else str(v)) for k, v in fill.items())
