"""Pack makes one file of a case that a colleague can install; an installed case is only played."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from game.authoring.files import LAWS, why_not
from game.authoring.machines import Finding
from game.authoring.report import render
from game.authoring.zips import (
    LICENCE,
    LICENCE_FILE,
    MOST_IN_ONE,
    MOST_IN_ZIP,
    Pack,
    Refused,
    may_be_id,
    opened,
    sealed,
)
from game.place import ROOT
from game.scenario.diagnostics import Severity
from game.scenario.load import Loaded, load, load_laws
from game.scenario.model import LawBook, Scenario
from game.scenario.words import T, Translate, Words
from game.session.reception import PACKS
from game.session.shelf import Shelf
from game.text.po import UnreadablePo, compiled_catalogue
from game.text.whereabouts import LOCALES, po_in, translations_of

FINE, FINDINGS = 0, 1
TERMS = "https://creativecommons.org/licenses/by-sa/4.0/"


def pack(path: Path, output: Path | None, root: Path, say: Translate) -> int:
    """Write the scenario at `path` and all it needs into the zip `output`, by default `<id>.zip`.

    `root` is where the game's own law cards and translations are. 1 if nothing was written.
    """
    try:
        case, data = _packed(path, root, say)
        target = output or Path(f"{case.id}.zip")
        if target.suffix.lower() != ".zip":
            raise Refused(T("the name of a pack ends in .zip"))
        _write(target, data)
    except (Refused, OSError) as trouble:
        print(say(T("“{file}” was not packed: {reason}.", file=path.name, reason=_why(trouble))))
        return FINDINGS
    print(say(T("The case is packed into “{file}”.", file=str(target))))
    return FINE


def install(zip: Path, home: Path, say: Translate, force: bool) -> int:
    """Put the case in the pack `zip` on the shelf of whoever's `home` it is.

    1 if it was refused; then nothing is written. An installed case stays, unless `force`.
    """
    try:
        found = opened(_bytes(zip, MOST_IN_ZIP))
        case = _placed(found, home / PACKS, force)
    except (Refused, OSError) as trouble:
        reason = _why(trouble)
        print(say(T("“{file}” was not installed: {reason}.", file=zip.name, reason=reason)))
        return FINDINGS
    play = f"mockcourt play {case.id}"
    print(say(T("“{title}” is installed. Play it: {command}", title=case.title, command=play)))
    return FINE


def _packed(path: Path, root: Path, say: Translate) -> tuple[Scenario, bytes]:
    own_laws = _own_laws(path, root)
    loaded = load(path, _book(own_laws or root / "scenarios" / LAWS))
    case = loaded.scenario
    if case is None:
        _show_errors(loaded, say)
        raise Refused(T("there are errors in it; mend them first"))
    if not may_be_id(case.id):
        raise Refused(T("“{name}” cannot be the id of a case", name=case.id))
    files = {f"{case.id}.yaml": loaded.text.encode(), LICENCE_FILE: _licence(case)}
    files |= _translations(path, root)
    if own_laws:
        files[LAWS] = _bytes(own_laws, MOST_IN_ONE)
        # The game's own translation of the law cards is not one of the cards beside the case.
        files |= _translations(own_laws, own_laws.parent)
    data = sealed(Pack(case.id, files), str(case.title), case.language)
    _check_translations(opened(data))  # nothing leaves that would not be let in
    return case, data


def _own_laws(path: Path, root: Path) -> Path | None:
    """The law cards beside the scenario, unless they are those that every copy of the game has."""
    beside = path.parent / LAWS
    shipped = root / "scenarios" / LAWS
    if not beside.is_file() or (shipped.is_file() and beside.samefile(shipped)):
        return None
    return beside


def _book(path: Path) -> LawBook:
    book, _ = load_laws(path)
    if book is None:
        raise Refused(T("there are errors in its law cards ({name})", name=path.name))
    return book


def _show_errors(loaded: Loaded, say: Translate) -> None:
    errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
    findings = [Finding(loaded.path, loaded.text, error) for error in errors]
    print(render(findings, "pretty", say, sys.stdout.isatty()))


def _licence(case: Scenario) -> bytes:
    return f"{case.title}: {LICENCE}, {TERMS}\n".encode()


def _translations(file: Path, root: Path) -> dict[str, bytes]:
    """The translations of `file` by their names in a pack; one beside it goes before the game's."""
    return {
        po_in(Path(LOCALES), language, file.stem).as_posix(): _bytes(po, MOST_IN_ONE)
        for language, po in translations_of(file, root / LOCALES)
    }


def _check_translations(found: Pack) -> None:
    """Refuse translations that the game could not read while it is played."""
    for name, data in found.files.items():
        if not name.endswith(".po"):
            continue
        try:
            compiled_catalogue(data)
        except UnreadablePo:
            raise Refused(T("its translation “{name}” is damaged", name=name)) from None


def _placed(found: Pack, packs: Path, force: bool) -> Scenario:
    """Install `found`: written beside, read as the shelf will read it, then moved as a whole."""
    target = packs / found.id
    if Shelf(ROOT / "scenarios").find(found.id).is_file():
        clash = T("the game comes with a case called “{name}”; choose another id", name=found.id)
        raise Refused(clash)
    if os.path.lexists(target) and not force:
        raise Refused(T("“{name}” is installed already; “--force” replaces it", name=found.id))
    _check_translations(found)
    try:
        packs.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=packs, prefix=".new-") as beside:
            new = Path(beside, found.id)
            _unpack(found, new)
            case = _read(new / f"{found.id}.yaml")
            _swap(new, target, Path(beside, ".old"))
    finally:
        with suppress(OSError):
            packs.rmdir()  # stays if there is a pack in it
    return case


def _unpack(found: Pack, folder: Path) -> None:
    for name, data in found.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _read(path: Path) -> Scenario:
    own_laws = path.parent / LAWS
    case = load(path, _book(own_laws if own_laws.is_file() else ROOT / "scenarios" / LAWS)).scenario
    if case is None:
        raise Refused(T("there are errors in its case, so it cannot be played"))
    return case


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the folder `new` in the place of `target`, or leave that as it was."""
    if os.path.lexists(target):
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if os.path.lexists(old):
            old.rename(target)
        raise


def _bytes(path: Path, most: int) -> bytes:
    if not path.is_file():
        raise Refused(T("there is no such file"))
    with path.open("rb") as file:
        return file.read(most + 1)


def _write(target: Path, data: bytes) -> None:
    """Write beside, then replace: a crash leaves the old file or the new one."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)


def _why(trouble: Refused | OSError) -> Words:
    return trouble.why if isinstance(trouble, Refused) else why_not(trouble)
