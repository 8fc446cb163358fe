"""A parser of the command line that explains itself, and every mistake, in the reader's language.

argparse says its own words in English only, and lays out its help by counting characters, of which
a Chinese one takes two columns. Here both go through what argparse documents as ours to replace:
`format_usage`, `format_help` and `error`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from msgspec import Struct

from game.scenario.suggest import nearest
from game.scenario.words import T, Translate, Words, put
from game.text.breaking import columns, wrap_columns

MISUSED = 2
NARROW, WIDE = 40, 96  # the columns between which help is laid out
LEFT = 26  # columns at most for the name of an argument; a longer one gets a line of its own
LONG_DASHES = "－—–−‐"
DASHES = "-" + LONG_DASHES

# What argparse says, and what we say instead; the first that fits. Its sentences have been the
# same from Python 3.11 to 3.14; one that is new stays English behind our own opening.
SAID = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"the following arguments are required: (?P<names>.+)", T("Still missing: {names}.")),
        (r"one of the arguments (?P<names>.+) is required", T("One of these is needed: {names}.")),
        (r"argument (?P<name>.*?): expected .*arguments?", T("Something must follow “{name}”.")),
        (
            r"argument (?P<name>.*?): ignored explicit argument .*",
            T("“{name}” stands alone; nothing belongs behind it."),
        ),
        (
            r"argument (?P<name>.*?): not allowed with argument (?P<other>.+)",
            T("“{name}” and “{other}” do not go together."),
        ),
        (r"argument (?P<name>.*?): (?P<reason>.+)", T("{name}: {reason}")),
    )
)
STRANGE = re.compile(r"unrecognized arguments: (?P<words>.+)", re.DOTALL)
NO_VERB = re.compile(r"argument .*?: invalid choice: (?P<quote>['\"])(?P<word>.*?)(?P=quote)")


Declare = Callable[[argparse.ArgumentParser], None]


class Manual(Struct, frozen=True):
    """What the help of a verb tells besides its arguments.

    `shelf` is the heading under which the list of verbs has it; `examples` are what may follow the
    verb, each with what it does; `codes` says what a program that runs the verb is told in the
    end, by exit code.
    """

    shelf: Words
    about: Words
    examples: tuple[tuple[str, Words], ...] = ()
    codes: Mapping[int, Words] | None = None


class _Plain(argparse.HelpFormatter):
    """What argparse asks about each argument; how wide the terminal is does not matter to it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=WIDE)


class SpokenParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are sentences of `say`.

    `declare` adds the arguments, once they are needed: of twenty verbs one is used.
    """

    def __init__(
        self,
        say: Translate,
        manual: Manual | None = None,
        purpose: str = "",
        declare: Declare | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(
            **{**settings, "add_help": False, "allow_abbrev": False, "formatter_class": _Plain}
        )
        self.say, self.manual, self.purpose, self.declare = say, manual, purpose, declare
        self.verbs: dict[str, SpokenParser] = {}
        self.named: list[argparse.Action] = []
        self.placed: list[argparse.Action] = []
        self.add_argument("-h", "--help", action="help", help=say(T("show this page")))

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """As argparse does it; what is typed is read with errors of our own."""
        choices = settings.pop("choices", None)
        if choices or "type" in settings:
            convert = settings.get("type", str)
            settings["type"] = self._reader(convert, choices, settings.get("help", ""))
        action = super().add_argument(*names, **settings)
        action.choices = choices  # for the help; the reader has checked them already
        (self.named if action.option_strings else self.placed).append(action)
        return action

    def add_verbs(self) -> Callable[[str, str, Manual | None, Declare], SpokenParser]:
        """A function that adds a verb, with what it is for, its manual and its arguments."""
        children = self.add_subparsers(metavar="VERB", prog=self.prog, required=False)

        def add(name: str, purpose: str, manual: Manual | None, declare: Declare) -> SpokenParser:
            self.verbs[name] = children.add_parser(
                name, say=self.say, manual=manual, purpose=purpose, declare=declare
            )
            return self.verbs[name]

        return add

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does it; a verb complains of strangers itself, for it knows its options."""
        self._declare()
        known, strange = super().parse_known_args(args, namespace)
        # A Chinese keyboard and a word processor make dashes that argparse takes for file names.
        strange = strange or [word for word in args or () if word.startswith(tuple(LONG_DASHES))]
        if strange:
            self._refuse(*self._stranger(" ".join(strange)))
        return known, strange

    def error(self, message: str) -> NoReturn:
        """Say in the reader's words what argparse found, and leave with 2."""
        if found := NO_VERB.match(message):
            self._refuse(*self._no_verb(found["word"]))
        if found := STRANGE.match(message):
            self._refuse(*self._stranger(found["words"]))
        for pattern, words in SAID:
            if found := pattern.fullmatch(message):
                self._refuse(put(words, **found.groupdict()))
        self._refuse(T("This is not understood: {message}", message=message))

    def _refuse(self, reason: Words, hint: Words | None = None) -> NoReturn:
        lines = [self.say(reason)]
        if hint:
            lines.append(self.say(hint))
        lines.append(self.format_usage().rstrip())
        lines.append(self.say(T("More help: {command}", command=f"{self.prog} --help")))
        self.exit(MISUSED, "\n".join(lines) + "\n")

    def _no_verb(self, word: str) -> tuple[Words, Words | None]:
        reason = T("“{word}” is no verb of this game.", word=word)
        if word.lower().endswith((".yaml", ".yml")):
            return reason, self._meant(f"play {word}")
        near = nearest(word, self.verbs)
        return reason, self._meant(near) if near else None

    def _stranger(self, words: str) -> tuple[Words, Words | None]:
        reason = T("“{words}” is not understood here.", words=words)
        first = words.split()[0] if words.split() else ""
        if not first or first[0] not in DASHES:
            return reason, None
        options = [name for action in self.named for name in action.option_strings]
        near = nearest("--" + first.lstrip(DASHES).partition("=")[0], options)
        return reason, T("Did you mean “{name}”?", name=near) if near else None

    def _meant(self, words: str) -> Words:
        return T("Did you mean “{name}”?", name=f"{self.prog} {words}")

    def _reader(
        self, convert: Callable[[str], Any], choices: Iterable[str] | None, help_: str
    ) -> Callable[[str], Any]:
        names = tuple(choices or ())

        def read(text: str) -> Any:
            try:
                value = convert(text)
            except ValueError:
                raise argparse.ArgumentTypeError(self.say(_misfit(convert, text, help_))) from None
            if names and value not in names:
                raise argparse.ArgumentTypeError(self.say(_none_of(text, names)))
            return value

        return read

    def _declare(self) -> None:
        declare, self.declare = self.declare, None
        if declare is not None:
            declare(self)

    def format_usage(self) -> str:
        """The line that shows what goes where."""
        self._declare()
        words = [self.prog]
        if self.verbs:
            words.append(self.say(T("[VERB]")))
        words += [_called(action) for action in self.named if action.required]
        words += [_called(action) for action in self.placed]
        words.append(self.say(T("[OPTIONS]")))
        return self.say(T("Usage: {line}", line=" ".join(words))) + "\n"

    def format_help(self) -> str:
        """The whole page."""
        page = _Page(self.say, self.prog, max(NARROW, min(WIDE, _terminal())))
        about = self.manual.about if self.manual else None
        lines = [self.format_usage(), *page.paragraph(self.say(about) if about else self.purpose)]
        for shelf, verbs in self._shelves():
            lines += page.section(shelf, [(name, verb.purpose) for name, verb in verbs])
        if self.verbs:
            lines += page.reading_aid()
        lines += page.section(T("What you write:"), map(self._row, self.placed))
        lines += page.section(T("Needed:"), self._options(True))
        lines += page.section(T("Options, all of which may be left out:"), self._options(False))
        if self.manual:
            lines += page.examples(self.manual.examples)
            codes = (self.manual.codes or {}).items()
            rows = [(str(code), self.say(meaning)) for code, meaning in codes]
            lines += page.section(T("What a program that runs this is told (exit codes):"), rows)
        return "\n".join(lines).rstrip() + "\n"

    def _shelves(self) -> Iterator[tuple[Words, list[tuple[str, SpokenParser]]]]:
        shelves: dict[Words, list[tuple[str, SpokenParser]]] = {}
        for name, verb in self.verbs.items():
            shelf = verb.manual.shelf if verb.manual else T("Other verbs:")
            shelves.setdefault(shelf, []).append((name, verb))
        yield from shelves.items()

    def _options(self, required: bool) -> Iterator[tuple[str, str]]:
        return (self._row(action) for action in self.named if action.required is required)

    def _row(self, action: argparse.Action) -> tuple[str, str]:
        """An argument, and what it is: with its choices, and what holds if it is left out."""
        text = action.help or ""
        if action.choices:
            text = self.say(
                T("{help}: {choices}", help=text, choices=", ".join(map(str, action.choices)))
            )
        default = action.default
        if default and default != argparse.SUPPRESS and isinstance(default, str | int | float):
            usual = T("{help} (if left out: {default})", help=text, default=str(default))
            text = self.say(usual)
        return _called(action), text


class _Page(Struct, frozen=True):
    """Lays out help in terminal columns."""

    say: Translate
    prog: str
    width: int

    def paragraph(self, text: str) -> list[str]:
        return [*wrap_columns(text, self.width), ""]

    def section(self, heading: Words, rows: Iterable[tuple[str, str]]) -> list[str]:
        """A heading and two columns; nothing if there are no rows."""
        listed = list(rows)
        if not listed:
            return []
        left = min(LEFT, max(columns(name) for name, _ in listed))
        lines = [self.say(heading)]
        for name, text in listed:
            lines += self._row(name, text, left)
        return [*lines, ""]

    def _row(self, name: str, text: str, left: int) -> Iterator[str]:
        wrapped = wrap_columns(text, self.width - left - 4) or [""]
        if columns(name) > left:
            yield f"  {name}"
        else:
            yield f"  {name}{' ' * (left - columns(name))}  {wrapped.pop(0)}".rstrip()
        for line in wrapped:
            yield " " * (left + 4) + line

    def examples(self, examples: Iterable[tuple[str, Words]]) -> list[str]:
        lines = [
            line
            for command, does in examples
            for line in (
                f"  {self.prog} {command}".rstrip(),
                *(f"      {part}" for part in wrap_columns(self.say(does), self.width - 6)),
            )
        ]
        return [self.say(T("Examples:")), *lines, ""] if lines else []

    def reading_aid(self) -> list[str]:
        aid = T(
            "Type a line like “{line}” and press Enter. WORDS IN CAPITALS stand for something of "
            "your own, such as a file; what is in [brackets] may be left out, and “...” means "
            "that there may be several. “{help}” explains one verb.",
            line=f"{self.prog} check my_case.yaml",
            help=f"{self.prog} check --help",
        )
        return self.paragraph(self.say(aid))


def _terminal() -> int:
    import shutil  # takes a twentieth of the start of a verb that shows no help

    return shutil.get_terminal_size((80, 24)).columns - 2


def _called(action: argparse.Action) -> str:
    """How an argument is written: `PATH ...`, `[CODE]`, `-o, --output FILE`."""
    name = str(action.metavar or (action.dest if not action.option_strings else "")).upper()
    if action.option_strings:
        takes = action.nargs != 0
        shown = ", ".join(action.option_strings)
        return f"{shown} {name or action.dest.upper()}" if takes else shown
    return {"+": f"{name} ...", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _misfit(convert: Callable[[str], Any], text: str, help_: str) -> Words:
    if convert is int:
        return T("“{word}” is not a whole number.", word=text)
    if convert is float:
        return T("“{word}” is not a number.", word=text)
    return T("“{word}” does not fit. It is {help}.", word=text, help=help_)


def _none_of(text: str, names: Sequence[str]) -> Words:
    near = nearest(text, names)
    if near:
        return T("“{word}” is not one of the choices. Did you mean “{name}”?", word=text, name=near)
    return T("“{word}” is not one of the choices: {names}.", word=text, names=", ".join(names))
