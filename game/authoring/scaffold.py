"""The verb `new`: a few questions, and a commented case that passes `check` as it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from game.authoring.editor import set_up
from game.authoring.files import unwritable
from game.authoring.interview import LEAST, LONGEST, MOST, Interview, Read, is_line, unfit_name
from game.scenario.names import Level
from game.scenario.words import T, Translate, Words

FINE, FINDINGS, MISUSED = 0, 1, 2
TEMPLATES = Path(__file__).resolve().parent / "templates"
SHARE = re.compile(r"\{minutes (\d+)%\}")
PLACE = re.compile(r"\{(id|title|court|level|minutes|short)\}")


class Template(Struct, frozen=True):
    """What can be copied: its name, what it is, and what stands in it if nothing is said."""

    name: str
    about: Words
    minutes: int


class Wording(Struct, frozen=True):
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
    "civil": Template(
        "civil",
        T("a small civil case: a child's picture in an online shop, and who has to answer"),
        30,
    ),
    "quiz": Template("quiz", T("a chat to look through, and quiz questions"), 20),
}
WORDING = {
    "en": Wording(
        {
            "criminal": "Seats in the front row",
            "civil": "The yellow raincoat",
            "quiz": "Before the holidays",
        },
        "Lakeside District",
        "People's Court of {place}",
        r"\bcourt\b",
    ),
    "zh_CN": Wording(
        {"criminal": "第一排的票", "civil": "黄雨衣", "quiz": "放假之前"},
        "青荷县",
        "{place}人民法院",
        "法院",
    ),
}


LEVELS: Mapping[str, Words] = {
    Level.PRIMARY: T("primary school"),
    Level.JUNIOR: T("junior middle school"),
    Level.SENIOR: T("senior middle school"),
}
LANGUAGES = {"en": T("English"), "zh_CN": T("Chinese")}


class Given(Struct, frozen=True):
    """What the command line says already, so that nobody is asked for it."""

    like: str | None = None
    language: str | None = None
    title: str | None = None
    level: str | None = None
    minutes: int | None = None
    editor: bool = False


class Wanted(Struct, frozen=True):
    """The template, and what it is filled with."""

    like: str
    language: str
    title: str
    place: str
    level: str
    minutes: int
    editor: bool


def new(
    name: str | None,
    given: Given,
    spoken: str,
    folder: Path,
    say: Translate,
    read: Read | None,
) -> int:
    """Write a case called `name` into `folder`, and ask for what `given` leaves open.

    `spoken` is the language that the new file most likely has. `read` asks whoever sits at the
    terminal; None means that nobody does, and defaults are taken. 1 if the file cannot be written
    or the questions are broken off, 2 for something given that cannot be. A file that is there
    already is never touched.
    """
    ask = Interview(say, read) if read else None
    reason = _unfit(name, given)
    if reason is None and name is None and ask is None:
        reason = T("Name the case, for example: {line}", line="new my_case")
    if reason:
        return _failed(reason, say, MISUSED)
    try:
        path = folder / f"{name or (ask and ask.name())}.yaml"
        if path.exists():
            return _failed(_taken(path), say, FINDINGS)
        wanted = _wanted(given, spoken, ask)
    except EOFError:
        print()
        return _failed(T("Nothing was written."), say, FINDINGS)
    source = TEMPLATES / f"{wanted.like}.{wanted.language}.yaml"
    if reason := _written(path, filled_in(source.read_text("utf-8"), path.stem, wanted)):
        return _failed(reason, say, FINDINGS)
    print(say(T("Your case is in {file}. Read it from top to bottom once.", file=str(path))))
    if wanted.editor:
        print(say(set_up(folder, say)))
    print(say(T("Then: {check}, and {play}", check=_verb("check", path), play=_verb("play", path))))
    return FINE


def _wanted(given: Given, spoken: str, ask: Interview | None) -> Wanted:
    """What is `given`, what is answered, and for the rest what is usual."""
    language, like = given.language or spoken, given.like or next(iter(CHOICES))
    if ask and not given.language:
        language = ask.choice(T("In which language will you write?"), LANGUAGES, spoken)
    if ask and not given.like:
        abouts = {name: template.about for name, template in CHOICES.items()}
        like = ask.choice(T("Which template?"), abouts, like)
    wording, usual = WORDING[language], CHOICES[like].minutes
    title, place = given.title or wording.titles[like], wording.place
    level, minutes = given.level or Level.JUNIOR, given.minutes or usual
    editor = given.editor
    if ask:
        title = given.title or ask.line(T("Title of the case"), title)
        place = ask.line(T("Where the court is (invent a place)"), place)
        level = given.level or ask.choice(T("For which school?"), LEVELS, level)
        minutes = given.minutes or ask.minutes(usual)
        editor = given.editor or ask.agrees(T("Set up the editor VS Code in this folder?"))
    return Wanted(like, language, title, place, level, minutes, editor)


def filled_in(text: str, name: str, wanted: Wanted) -> str:
    """`text` with its {places} filled, and the minutes shared out so that they add up."""
    wording, court = WORDING[wanted.language], wanted.place
    if not re.search(wording.is_court, court, re.IGNORECASE):
        court = wording.court.replace("{place}", court)
    values = {
        "id": name,
        "title": quoted(wanted.title),
        "court": quoted(court),
        "level": wanted.level,
        "minutes": str(wanted.minutes),
        "short": str(wanted.minutes // 2),
    }
    passed = 0

    def share(found: re.Match[str]) -> str:
        nonlocal passed
        before = wanted.minutes * passed // 100
        passed += int(found[1])
        return str(wanted.minutes * passed // 100 - before)

    return PLACE.sub(lambda found: values[found[1]], SHARE.sub(share, text))


def quoted(text: str) -> str:
    """`text` as one line of YAML that means exactly this text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _verb(verb: str, path: Path) -> str:
    file = f'"{path}"' if " " in str(path) else str(path)
    return f"mockcourt {verb} {file}"


def _unfit(name: str | None, given: Given) -> Words | None:
    """Why a case cannot be begun so; None if it can."""
    if name is not None and (reason := unfit_name(name)):
        return reason
    if given.like is not None and given.like not in CHOICES:
        return T(
            "There is no template “{name}”. There are: {names}.",
            name=given.like,
            names=", ".join(CHOICES),
        )
    if given.language is not None and given.language not in WORDING:
        return T(
            "Cases can be begun in these languages: {names}. “{name}” is none of them.",
            name=given.language,
            names=", ".join(WORDING),
        )
    if given.title is not None and not is_line(given.title):
        return T("A title has at most {n} characters, and no square brackets.", n=LONGEST)
    if given.minutes is not None and not LEAST <= given.minutes <= MOST:
        return T("A class has from {least} to {most} minutes.", least=LEAST, most=MOST)
    return None


def _taken(path: Path) -> Words:
    return T(
        "{file} is there already and stays as it is. Choose another id, or move that file away.",
        file=str(path),
    )


def _written(path: Path, text: str) -> Words | None:
    """Why `text` could not be written to `path`, where nothing may be yet; None if it was."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            _fill(file, text)
    except FileExistsError:
        return _taken(path)
    except OSError:
        return unwritable(path)
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
