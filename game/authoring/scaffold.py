"""The verb `new`: a few questions, and a commented case that passes `check` as it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from game.authoring.files import LAWS
from game.scenario.spans import faults
from game.scenario.words import T, Translate, Words

FINE, FINDINGS, MISUSED = 0, 1, 2
TEMPLATES = Path(__file__).resolve().parent / "templates"
ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Windows keeps these names for devices; a class of Windows machines could not open the file.
DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
LEAST, MOST = 10, 120  # minutes
LONGEST = 80  # characters of a title or a place
BRACKET = re.compile(r"[\[\]【】［］]")
SHARE = re.compile(r"\{minutes (\d+)%\}")
PLACE = re.compile(r"\{(id|title|court|minutes|short)\}")

Read = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Template:
    """What can be copied: its name, what it is, and what stands in it if nothing is said."""

    name: str
    about: Words
    minutes: int


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language names what the questions leave open.

    A place that matches the pattern `is_court` is the name of a court already.
    """

    titles: dict[str, str]
    place: str
    court: str
    is_court: str


CHOICES = {
    "criminal": Template(
        "criminal", T("a small criminal case with evidence, questions and a judgment"), 30
    ),
    "quiz": Template("quiz", T("a chat to look through, and quiz questions"), 20),
}
WORDING = {
    "en": Wording(
        {"criminal": "Seats in the front row", "quiz": "Before the holidays"},
        "Lakeside District",
        "People's Court of {place}",
        r"\bcourt\b",
    ),
    "zh_CN": Wording(
        {"criminal": "第一排的票", "quiz": "放假之前"}, "青荷县", "{place}人民法院", "法院"
    ),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the file is filled with."""

    title: str
    place: str
    minutes: int


def new(
    name: str,
    like: str | None,
    language: str,
    folder: Path,
    say: Translate,
    read: Read | None,
) -> int:
    """Write `folder`/`name`.yaml in `language`, like the template `like`.

    `read` asks whoever sits at the terminal; None means that nobody does, and defaults are taken.
    1 if the file cannot be written or the questions are broken off, 2 for a name, a template or a
    language that cannot be. A file that is there already is never touched.
    """
    path = folder / f"{name}.yaml"
    if reason := _unfit(name, like, language):
        return _failed(reason, say, MISUSED)
    if path.exists():
        return _failed(_taken(path), say, FINDINGS)
    try:
        template = CHOICES[like] if like else _template(say, read)
        answers = _answers(template, WORDING[language], say, read)
    except EOFError:
        print()
        return _failed(T("Nothing was written."), say, FINDINGS)
    source = TEMPLATES / f"{template.name}.{language}.yaml"
    text = filled_in(source.read_text("utf-8"), name, WORDING[language], answers)
    if reason := _written(path, text):
        return _failed(reason, say, FINDINGS)
    print(say(T("Your case is in {file}. Read it from top to bottom once.", file=str(path))))
    print(say(T("Then: {check}, and {play}", check=_verb("check", path), play=_verb("play", path))))
    return FINE


def filled_in(text: str, name: str, wording: Wording, answers: Answers) -> str:
    """`text` with its {places} filled, and the minutes shared out so that they add up."""
    court = answers.place
    if not re.search(wording.is_court, court, re.IGNORECASE):
        court = wording.court.replace("{place}", court)
    values = {
        "id": name,
        "title": quoted(answers.title),
        "court": quoted(court),
        "minutes": str(answers.minutes),
        "short": str(answers.minutes // 2),
    }
    passed = 0

    def share(found: re.Match[str]) -> str:
        nonlocal passed
        before = answers.minutes * passed // 100
        passed += int(found[1])
        return str(answers.minutes * passed // 100 - before)

    return PLACE.sub(lambda found: values[found[1]], SHARE.sub(share, text))


def quoted(text: str) -> str:
    """`text` as one line of YAML that means exactly this text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _verb(verb: str, path: Path) -> str:
    file = f'"{path}"' if " " in str(path) else str(path)
    return f"mockcourt {verb} {file}"


def _unfit(name: str, like: str | None, language: str) -> Words | None:
    if not ID.fullmatch(name):
        return T(
            "“{id}” cannot be the id of a case: begin with a small letter, then small letters, "
            "digits and _ only, 60 at most.",
            id=name,
        )
    if DEVICES.fullmatch(name) or f"{name}.yaml" == LAWS:
        return T("“{id}” has another meaning already. Choose another id.", id=name)
    if like is not None and like not in CHOICES:
        return T(
            "There is no template “{name}”. There are: {names}.",
            name=like,
            names=", ".join(CHOICES),
        )
    if language not in WORDING:
        return T(
            "Cases can be begun in these languages: {names}. “{name}” is none of them.",
            name=language,
            names=", ".join(WORDING),
        )
    return None


def _taken(path: Path) -> Words:
    return T(
        "{file} is there already and stays as it is. Choose another id, or move that file away.",
        file=str(path),
    )


def _template(say: Translate, read: Read | None) -> Template:
    first = next(iter(CHOICES.values()))
    if read is None:
        return first
    print(say(T("Which template?")))
    for number, template in enumerate(CHOICES.values(), 1):
        print(f"  {number}  {template.name}: {say(template.about)}")
    while True:
        given = _asked(T("Number or name"), "1", say, read)
        for number, template in enumerate(CHOICES.values(), 1):
            if given.lower() in (str(number), template.name):
                return template
        print(say(T("Please type one of the numbers.")))


def _answers(template: Template, wording: Wording, say: Translate, read: Read | None) -> Answers:
    title, place = wording.titles[template.name], wording.place
    if read is None:
        return Answers(title, place, template.minutes)
    return Answers(
        _line(T("Title of the case"), title, say, read),
        _line(T("Where the court is (invent a place)"), place, say, read),
        _number(T("Minutes that the class has"), template.minutes, say, read),
    )


def _line(question: Words, default: str, say: Translate, read: Read) -> str:
    """A line that can stand in the file; brackets could be taken for marks, so they may not."""
    while True:
        given = _asked(question, default, say, read)
        if len(given) <= LONGEST and not BRACKET.search(given) and not any(faults(given)):
            return given
        print(say(T("Please type at most {n} characters, without square brackets.", n=LONGEST)))


def _number(question: Words, default: int, say: Translate, read: Read) -> int:
    while True:
        given = _asked(question, str(default), say, read)
        if given.isdecimal() and LEAST <= int(given) <= MOST:
            return int(given)
        print(say(T("Please type a number from {least} to {most}.", least=LEAST, most=MOST)))


def _asked(question: Words, default: str, say: Translate, read: Read) -> str:
    prompt = say(T("{question} (or Enter for “{default}”): ", question=question, default=default))
    printable = "".join(c if c.isprintable() else " " for c in read(prompt))
    return " ".join(printable.split()) or default


def _written(path: Path, text: str) -> Words | None:
    """Why `text` could not be written to `path`, where nothing may be yet; None if it was."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            _fill(file, text)
    except FileExistsError:
        return _taken(path)
    except OSError:
        return T(
            "{file} cannot be written. Choose a folder that is there, that you may write to, "
            "and that has room.",
            file=str(path),
        )
    return None


def _fill(file: TextIO, text: str) -> None:
    """Write all of `text`; half a case on a full disk is worse than none."""
    try:
        file.write(text)
        file.flush()
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise


def _failed(words: Words, say: Translate, code: int) -> int:
    print(say(words), file=sys.stderr)
    return code
