"""Translate makes a file for the translator of a case, keeps it fresh, and says what is left."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from msgspec import Struct
from msgspec.structs import replace

from game.authoring.catalogues import translator
from game.authoring.check import findings_in
from game.authoring.files import why_not
from game.authoring.machines import Finding, row
from game.authoring.merging import as_po, is_translated, merged, pseudo, template, write_po
from game.authoring.report import render
from game.scenario.diagnostics import Severity
from game.scenario.model import LawBook, Scenario
from game.scenario.walk import Written
from game.scenario.words import TN, T, Translate, Words
from game.session.settings import CODES
from game.text.agreement import unreadable
from game.text.extract import things_in, translatable
from game.text.po import UnreadablePo, content_of
from game.text.pseudo import PSEUDO
from game.text.whereabouts import LANGUAGE, po_of

FINE, FINDINGS = 0, 1
MOST = 5  # places that are listed of each state

Things = Sequence[Scenario | LawBook]  # the law cards, or a case in all its variants


class Wanted(Struct, frozen=True):
    """What is asked for: a language, where to, and whether it is only to be told."""

    language: str
    output: Path | None = None
    status: bool = False
    json: bool = False


class Progress(Struct, frozen=True):
    """How far a translation has come, each text in reading order."""

    done: tuple[Written, ...]
    missing: tuple[Written, ...]
    fuzzy: tuple[Written, ...]
    obsolete: tuple[str, ...]


class _Job(Struct, frozen=True):
    """A file to translate, the .po file that it goes into, and the one that is known already."""

    file: Path
    things: Things
    po: Path
    known: Path
    wanted: Wanted


def translate(file: Path, wanted: Wanted, root: Path, say: Translate) -> int:
    """Write the texts of the scenario `file` for a translator, with all that is translated already.

    `root` is the folder of the game. 1 if nothing could be written or a translation is wrong; with
    `wanted.status`, which writes nothing, also if something is missing.
    """
    wanted = replace(wanted, language=_code(wanted.language))
    things = things_in(file)
    if reason := _refusal(file, things, wanted.language):
        return _refused(reason, say)
    usual = po_of(file, wanted.language, root)
    po = wanted.output or usual
    job = _Job(file, things, po, po if po.is_file() else usual, wanted)
    try:
        old = content_of(job.known)
        catalog = _catalog(job, old, translator(root, wanted.language))
        text = as_po(catalog, wanted.language, old)
        if not wanted.status and text.encode() != content_of(job.po):
            write_po(job.po, text)
    except UnreadablePo as trouble:
        return _unread(job, trouble, say)
    except OSError as error:
        because = T("“{file}” was not written: {reason}.", file=str(job.po), reason=why_not(error))
        return _refused(because, say)
    return _told(job, _progress(things, catalog), findings_in(job.po), say)


def _refusal(file: Path, things: Things, language: str) -> Words | None:
    """Why nothing can be done, or None."""
    if not _is_language(language):
        return T("“{code}” is no language; write one like zh_CN or en.", code=language)
    if not things:
        return T("{file} cannot be played; “mockcourt check” says why.", file=file.name)
    if things[0].language == language:
        return T("“{file}” is written in this language.", file=file.name)
    return None


def _code(name: str) -> str:
    """`name` as the game writes it: zh-cn and zh are zh_CN."""
    plain = name.replace("-", "_").lower()
    alike = {code.lower(): code for code in CODES} | {"zh": "zh_CN"}
    return alike.get(plain, name)


def _is_language(code: str) -> bool:
    if code == PSEUDO:
        return True
    try:
        return bool(LANGUAGE.fullmatch(code) and Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return False


def _refused(reason: Words, say: Translate) -> int:
    print(say(reason), file=sys.stderr)
    return FINDINGS


def _unread(job: _Job, trouble: UnreadablePo, say: Translate) -> int:
    """Nothing is put in the place of a file that cannot be read: it may hold somebody's work."""
    found = findings_in(job.known) or (Finding(job.known, "", unreadable(trouble.why)),)
    print(render(found, "json" if job.wanted.json else "pretty", say, sys.stdout.isatty()))
    return FINDINGS


def _catalog(job: _Job, old: bytes, speak: Translate) -> Catalog:
    wanted = template(job.things, job.file.name, job.wanted.language, speak)
    if job.wanted.language == PSEUDO:
        return pseudo(wanted)
    return merged(old, wanted, job.wanted.language)


def _progress(things: Things, catalog: Catalog) -> Progress:
    texts = {w.text: w for w in reversed(list(translatable(things)))}
    in_order = tuple(reversed(texts.values()))
    states = [_state(catalog.get(written.text)) for written in in_order]

    def those(state: str) -> tuple[Written, ...]:
        return tuple(w for w, s in zip(in_order, states, strict=True) if s == state)

    obsolete = tuple(str(message.id) for message in catalog.obsolete.values())
    return Progress(those("done"), those("missing"), those("fuzzy"), obsolete)


def _state(message: Message | None) -> str:
    if message is None or not is_translated(message):
        return "missing"
    return "fuzzy" if message.fuzzy else "done"


def _told(job: _Job, progress: Progress, found: tuple[Finding, ...], say: Translate) -> int:
    if job.wanted.json:
        print(json.dumps(_as_json(job, progress, found, say), ensure_ascii=False, indent=2))
    else:
        for line in _as_text(job, progress, say):
            print(line)
        if found:
            print("\n" + render(found, "pretty", say, sys.stdout.isatty()))
    wrong = any(finding.diagnostic.severity is Severity.ERROR for finding in found)
    left = job.wanted.status and bool(progress.missing or progress.fuzzy)
    return FINDINGS if wrong or left else FINE


def _as_text(job: _Job, progress: Progress, say: Translate) -> Iterator[str]:
    if not job.wanted.status:
        yield say(T("Written: {file}", file=job.po.as_posix()))
    yield say(TN("{n} text is translated.", "{n} texts are translated.", len(progress.done)))
    missing = TN("{n} text is missing:", "{n} texts are missing:", len(progress.missing))
    yield from _listed(job, missing, progress.missing, say)
    fuzzy = TN(
        "{n} text has changed; look its translation over:",
        "{n} texts have changed; look their translations over:",
        len(progress.fuzzy),
    )
    yield from _listed(job, fuzzy, progress.fuzzy, say)
    if n := len(progress.obsolete):
        gone = TN(
            "{n} translation is no longer used; it waits at the end of the file.",
            "{n} translations are no longer used; they wait at the end of the file.",
            n,
        )
        yield say(gone)
    yield from (say(words) for words in _next(job))


def _listed(job: _Job, heading: Words, texts: tuple[Written, ...], say: Translate) -> Iterator[str]:
    if texts:
        yield say(heading)
        yield from (f"  {_line(job, written)}" for written in texts[:MOST])
    if len(texts) > MOST:
        yield "  " + say(TN("There is {n} more.", "There are {n} more.", len(texts) - MOST))


def _next(job: _Job) -> Iterator[Words]:
    """What a teacher should know about the language."""
    if job.wanted.language == PSEUDO:
        yield T("Look at it with “--lang pseudo”: what is shown plainly is not translated.")
    elif job.wanted.language not in CODES:
        yield T("The game itself does not speak this language yet, so nobody can choose it.")


def _line(job: _Job, written: Written) -> str:
    first = written.text.strip().partition("\n")[0]
    short = first if len(first) <= 50 else first[:49] + "…"
    return f"{job.file.as_posix()}:{written.spot.line} {written.place}: {short}"


def _as_json(
    job: _Job, progress: Progress, found: tuple[Finding, ...], say: Translate
) -> dict[str, object]:
    def listed(texts: tuple[Written, ...]) -> list[dict[str, str | int]]:
        return [{"line": w.spot.line, "place": w.place, "text": w.text} for w in texts]

    return {
        "file": job.file.as_posix(),
        "po": job.po.as_posix(),
        "language": job.wanted.language,
        "done": len(progress.done),
        "missing": listed(progress.missing),
        "fuzzy": listed(progress.fuzzy),
        "obsolete": list(progress.obsolete),
        "findings": [row(finding, say) for finding in found],
    }
