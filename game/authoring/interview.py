"""Questions to a teacher at the terminal, asked again until the answer fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from game.authoring.files import LAWS
from game.scenario.spans import faults
from game.scenario.words import T, Translate, Words

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Windows keeps these names for devices; a class of Windows machines could not open the file.
DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
LEAST, MOST = 10, 120  # minutes
LONGEST = 80  # characters of a title or a place
BRACKET = re.compile(r"[\[\]【】［］]")
YES = ("y", "yes", "是", "好", "要")

Read = Callable[[str], str]


class Interview(Struct, frozen=True):
    """Asks in the words of `say`; Enter alone takes the answer that is offered."""

    say: Translate
    read: Read

    def name(self) -> str:
        """The name of a file that can be."""
        while True:
            given = self._asked(T("Name of the file, in small English letters"), "my_case")
            reason = unfit_name(given.removesuffix(".yaml"))
            if reason is None:
                return given.removesuffix(".yaml")
            self._tell(reason)

    def choice(self, question: Words, names: Mapping[str, Words], usual: str) -> str:
        """One of `names`, by its number or by itself."""
        self._tell(question)
        for number, (name, about) in enumerate(names.items(), 1):
            print(f"  {number}  {name}: {self.say(about)}")
        while True:
            given = self._asked(T("Number or name"), str(list(names).index(usual) + 1))
            for number, name in enumerate(names, 1):
                if given.lower() in (str(number), name.lower()):
                    return name
            self._tell(T("Please type one of the numbers."))

    def line(self, question: Words, default: str) -> str:
        """A text that can stand in the file."""
        while True:
            given = self._asked(question, default)
            if is_line(given):
                return given
            self._tell(T("Please type at most {n} characters, without square brackets.", n=LONGEST))

    def minutes(self, default: int) -> int:
        """A number of minutes that a class may have."""
        while True:
            given = self._asked(T("Minutes that the class has"), str(default))
            if given.isdecimal() and LEAST <= int(given) <= MOST:
                return int(given)
            self._tell(T("Please type a number from {least} to {most}.", least=LEAST, most=MOST))

    def agrees(self, question: Words) -> bool:
        """Whether the answer is yes; Enter alone is no."""
        return self._asked(question, self.say(T("no"))).lower() in YES

    def _asked(self, question: Words, default: str) -> str:
        prompt = T("{question} (or Enter for “{default}”): ", question=question, default=default)
        given = self.read(self.say(prompt))
        printable = "".join(c if c.isprintable() else " " for c in given)
        return " ".join(printable.split()) or default

    def _tell(self, words: Words) -> None:
        print(self.say(words))


def is_line(text: str) -> bool:
    """Whether `text` can stand in a file; brackets could be taken for marks, so they may not."""
    printable = bool(text.strip()) and text.isprintable()
    return printable and len(text) <= LONGEST and not BRACKET.search(text) and not any(faults(text))


def unfit_name(name: str) -> Words | None:
    """Why a case cannot be called `name`; None if it can."""
    if not ID.fullmatch(name):
        return T(
            "“{id}” cannot be the id of a case: begin with a small letter, then small letters, "
            "digits and _ only, 60 at most.",
            id=name,
        )
    if DEVICES.fullmatch(name) or f"{name}.yaml" == LAWS:
        return T("“{id}” has another meaning already. Choose another id.", id=name)
    return None
