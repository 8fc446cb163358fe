"""Quizzes come in from the files of other programs and go out to them; every loss is named.

In: GIFT, Aiken, and tables as .csv or .xlsx. Out: GIFT, Moodle XML, and tables as .csv.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from game.authoring.quizzes import (
    aiken,
    gift,
    gift_out,
    moodle,
    scenario_in,
    scenario_out,
    sheet,
)
from game.authoring.quizzes.question import (
    FILE,
    MOST,
    Question,
    Remark,
    Taken,
    Written,
    refused,
    tidy,
)
from game.place import ROOT
from game.scenario.load import load, load_text
from game.scenario.source import LIMIT, LOST, decoded
from game.scenario.words import TN, T, Translate, Words, filled

FINE, FINDINGS = 0, 1
KINDS = ".gift, .aiken, .txt, .csv, .xlsx"
AIKEN = re.compile(r"^[ \t]*(?:ANSWER|Answer|答案)\s*[:：]", re.MULTILINE)
NOT_ID = re.compile(r"[^a-z0-9]+")
# What a scenario file may not be called: the law cards, and what Windows keeps for itself.
TAKEN_NAMES = re.compile(r"laws|con|prn|aux|nul|(?:com|lpt)[0-9]|")

WRITERS: dict[str, tuple[str, Callable[[Iterable[Question]], Written]]] = {
    "gift": (".gift", gift_out.written),
    "moodle": (".xml", moodle.written),
    "csv": (".csv", sheet.written),
}


def import_questions(
    path: Path, folder: Path, language: str, say: Translate, force: bool = False
) -> int:
    """Write the questions in the file at `path` as a scenario into `folder`; print what is lost.

    What the scenario says besides is in `language`. 1 if a question stayed behind, or if nothing
    was written; a file that exists stays as it is unless `force` says otherwise.
    """
    speak = _speaker(language)
    taken = _read(path, (speak(T("True")), speak(T("False"))))
    if not taken.questions:
        return _nothing(path, taken.remarks, say)
    name = _id(path)
    title = tidy(path.name.partition(".")[0]) or name
    text, done = scenario_out.written(taken, name, title, language, speak)
    output = folder / f"{name}.yaml"
    if reason := _broken(text, output) or _write(output, text.encode(), force):
        return _nothing(path, (*done.remarks, Remark(FILE, reason)), say)
    _report(path, done.remarks, say)
    count = TN("{n} question was taken.", "{n} questions were taken.", len(done.questions))
    print(say(count))
    lacking = sum(map(scenario_out.lacks_reasons, done.questions))
    if lacking:
        print(say(_lacking(lacking, speak(scenario_out.MARK))))
    return _written(output, done.remarks, say)


def export_quizzes(
    path: Path, to: str, output: Path | None, say: Translate, force: bool = False
) -> int:
    """Write the quizzes of the scenario at `path` for `to`, one of gift, moodle and csv.

    Without `output` the file goes into the working folder, named after the scenario.
    """
    case = load(path).scenario
    if case is None:
        check_it = T("{file} cannot be played; “mockcourt check” says why.", file=tidy(path.name))
        print(say(check_it), file=sys.stderr)
        return FINDINGS
    taken = scenario_in.questions(case)
    ending, write = WRITERS[to]
    written = write(taken.questions)
    remarks = (*taken.remarks, *written.remarks)
    if not written.questions:
        nothing = Remark(FILE, T("there is no quiz here that could be written"))
        return _nothing(path, (*remarks, nothing), say)
    target = output or Path(case.id + ending)
    if target.is_dir():
        target /= case.id + ending
    data = written.text.encode("utf-8-sig" if to == "csv" else "utf-8")
    if reason := _write(target, data, force):
        return _nothing(path, (*remarks, Remark(FILE, reason)), say)
    _report(path, remarks, say)
    count = TN("{n} question was written.", "{n} questions were written.", written.questions)
    print(say(count))
    return _written(target, remarks, say)


def _speaker(language: str) -> Translate:
    """What puts the game's own words into `language`, for a file that is in that language."""
    from game.text.catalogues import catalogues

    words = catalogues(ROOT / "locales", language, (), None)
    return lambda text: filled(text, words)


def _lacking(count: int, mark: str) -> Words:
    return TN(
        "{n} question lacks reasons; look for “{mark}” in the new file.",
        "{n} questions lack reasons; look for “{mark}” in the new file.",
        count,
        mark=mark,
    )


def _read(path: Path, labels: tuple[str, str]) -> Taken:
    """The questions in the file at `path`, whatever state it is in."""
    ending = path.suffix.lower()
    if ending in (".xlsm", ".xltm", ".xlsb", ".xls"):
        return refused(T("this kind of workbook may hold macros; save it as .xlsx"))
    if ending not in (".gift", ".aiken", ".txt", ".csv", ".tsv", ".xlsx"):
        return refused(T("questions are read from these files: {names}", names=KINDS))
    data = _bytes(path)
    if isinstance(data, Words):
        return refused(data)
    if ending == ".xlsx":
        return sheet.read_xlsx(data)
    text, found = decoded(data)
    if text is None:
        return refused(found[0].message)
    taken = _questions(ending, text, labels)
    strays = [f for f in found if f.code == "C109" or (f.code == "C107" and LOST in text)]
    noted = (Remark(T("line {n}", n=f.spot.line), f.message) for f in strays)
    return Taken(taken.questions, (*noted, *taken.remarks))


def _questions(ending: str, text: str, labels: tuple[str, str]) -> Taken:
    if ending in (".csv", ".tsv"):
        return sheet.read_csv(text)
    if ending == ".aiken" or (ending == ".txt" and "{" not in text and AIKEN.search(text)):
        return aiken.read(text)
    return gift.read(text, labels)


def _bytes(path: Path) -> bytes | Words:
    """What the file at `path` holds, or why it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return T("this is not an ordinary file")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        return T("there is no such file")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return T("the file cannot be read: {reason}", reason=reason)
    if len(data) > LIMIT:
        return T("the file has more than {limit} kB; split it", limit=LIMIT // 1000)
    return data


def _id(path: Path) -> str:
    """An id for the scenario that comes from `path`, which is the name of its file as well."""
    name = NOT_ID.sub("_", path.name.partition(".")[0].lower()).strip("_")[:60].strip("_")
    return f"{name}_questions".strip("_") if TAKEN_NAMES.fullmatch(name) else name


def _broken(text: str, output: Path) -> Words | None:
    """Why the scenario that was made cannot be played, if our own text should ever be at fault."""
    if len(text.encode()) > LIMIT:
        return T("the case would have more than {limit} kB; split the file", limit=LIMIT // 1000)
    loaded = load_text(text, output)
    return None if loaded.scenario else loaded.diagnostics[0].message


def _write(output: Path, data: bytes, force: bool) -> Words | None:
    """Write `data` beside `output` and then in its place; the answer is why that failed."""
    part = None
    try:
        if output.exists() and not force:
            return T("{file} exists already; “--force” would overwrite it", file=str(output))
        output.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=output.parent, suffix=".part", delete=False) as file:
            part = Path(file.name)
            file.write(data)
        part.chmod(0o644)
        os.replace(part, output)
    except (OSError, ValueError) as error:
        if part is not None:
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        return T("{file} cannot be written: {reason}", file=str(output), reason=reason)
    return None


def _report(path: Path, remarks: Iterable[Remark], say: Translate, to_errors: bool = False) -> None:
    """Print each remark with its place; what has none concerns the file."""
    known = list(remarks)
    file = sys.stderr if to_errors else sys.stdout
    for remark in known[:MOST]:
        place = remark.place if remark.place.text else tidy(path.name)
        print(say(T("{place}: {says}", place=place, says=remark.says)), file=file)
    if more := len(known[MOST:]):
        print(say(TN("There is {n} more.", "There are {n} more.", more)), file=file)


def _nothing(path: Path, remarks: Iterable[Remark], say: Translate) -> int:
    _report(path, remarks, say, to_errors=True)
    print(say(T("Nothing was written.")), file=sys.stderr)
    return FINDINGS


def _written(output: Path, remarks: Iterable[Remark], say: Translate) -> int:
    print(say(T("Written: {file}", file=str(output))))
    return FINDINGS if any(remark.lost for remark in remarks) else FINE
