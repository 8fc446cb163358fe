"""A pack is a zip that nothing is taken on trust from: it is read whole and proved, or refused."""

from __future__ import annotations

import json
import re
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import NoReturn
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from game.scenario.source import LOST
from game.scenario.words import T, Words, put

FORMAT = 1
MANIFEST = "manifest.json"
LICENCE_FILE = "LICENSE.txt"
LICENCE = "CC BY-SA 4.0"
MOST_FILES = 50
MOST_IN_ONE = 2_000_000  # bytes, unpacked
MOST_IN_ALL = 10_000_000  # bytes, unpacked
MOST_IN_ZIP = MOST_IN_ALL + 1_000_000  # the bytes of a zip whose files did not get any smaller
PIECE = 1 << 16

KINDS = (".yaml", ".po", ".json", ".txt")
ID = re.compile(r"[a-z][a-z0-9_]*")
# Domains of the game's own, and what Windows keeps for itself.
TAKEN_IDS = re.compile(r"laws|game|con|prn|aux|nul|(?:com|lpt)[0-9]")
PLACES = r"{id}\.yaml|laws\.yaml|LICENSE\.txt|locales/[a-z]{{2,3}}(_[A-Za-z]+)?/LC_MESSAGES/{po}"
DRIVE = re.compile(r"[A-Za-z]:")
LONGEST_NAME = 60  # characters of a strange name to show

# All that `zipfile` is known to trip over in a damaged file.
TROUBLE = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, RuntimeError,
    OverflowError,
)  # fmt: skip


class Refused(Exception):
    """Something that is not done; `why` says so to the teacher."""

    def __init__(self, why: Words) -> None:
        super().__init__(str(why))
        self.why = why


class Listed(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack, as its manifest lists it."""

    name: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pack says that it is, and every file in it but this one."""

    format: int
    id: str
    title: str
    language: str
    licence: str
    files: tuple[Listed, ...]


class Numbered(Struct, frozen=True):
    """The one field that a manifest of any format has."""

    format: int


class Pack(Struct, frozen=True):
    """A case by its id, and its files by their names; the manifest is none of them."""

    id: str
    files: Mapping[str, bytes]


def may_be_id(name: str) -> bool:
    """Whether a case that is called `name` may travel in a pack."""
    return bool(ID.fullmatch(name)) and not TAKEN_IDS.fullmatch(name)


def sealed(pack: Pack, title: str, language: str) -> bytes:
    """`pack` as a zip; the same pack gives the same bytes on every day and computer."""
    names = sorted(pack.files)
    listed = [
        {"name": n, "size": len(pack.files[n]), "sha256": sha256(pack.files[n]).hexdigest()}
        for n in names
    ]
    about = {
        "format": FORMAT,
        "id": pack.id,
        "title": title,
        "language": language,
        "licence": LICENCE,
        "files": listed,
    }
    manifest = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    contents = {**pack.files, MANIFEST: manifest.encode()}
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name in sorted(contents):
            made.writestr(_entry(name), contents[name])
    return file.getvalue()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # the same on Windows too
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    info.compress_type = ZIP_STORED  # what another zlib makes smaller, it makes differently
    return info


def opened(data: bytes) -> Pack:
    """The pack that the zip `data` holds. Raises Refused if there is anything wrong with it."""
    if len(data) > MOST_IN_ZIP:
        raise Refused(_too_much())
    try:
        with ZipFile(BytesIO(data)) as file:
            return _pack(file)
    except TROUBLE:
        raise Refused(T("it is not a zip file, or it is damaged")) from None


def _pack(file: ZipFile) -> Pack:
    entries = _entries(file.infolist())
    contents = dict(_contents(file, entries))
    if MANIFEST not in contents:
        raise Refused(T("it has no list of contents, so it is not a pack of this game"))
    manifest = _manifest(contents.pop(MANIFEST))
    _compare([listed.name for listed in manifest.files], contents)
    for listed in manifest.files:
        _prove(listed, contents[listed.name])
    _check_places(manifest.id, contents)
    return Pack(manifest.id, contents)


def _entries(infos: list[ZipInfo]) -> list[ZipInfo]:
    """The entries that are files, once all are known to be harmless."""
    if len(infos) > MOST_FILES:
        raise Refused(
            T("it holds {n} files; a pack may hold {most}", n=len(infos), most=MOST_FILES)
        )
    seen: set[str] = set()
    for info in infos:
        _check_entry(info)
        folded = _folded(info.orig_filename)
        if folded in seen:
            _refuse(info, T("two of its files are called “{name}” or nearly so"))
        seen.add(folded)
    return [info for info in infos if not info.is_dir()]


def _check_entry(info: ZipInfo) -> None:
    name = info.orig_filename  # `filename` is already mended, in another way on each system
    parts = name.removesuffix("/").split("/")
    if name.startswith("/") or "\\" in name or ".." in parts or DRIVE.match(name):
        _refuse(info, T("its file “{name}” would land outside the pack's own folder"))
    if not name.isprintable() or ":" in name or not {"", "."}.isdisjoint(parts):
        _refuse(info, T("“{name}” is not a plain name for a file"))
    if info.flag_bits & 0x41:
        _refuse(info, T("its file “{name}” is locked with a password"))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG):
        _refuse(info, T("its file “{name}” is a link or something else that is no ordinary file"))
    if info.is_dir():
        return
    if PurePosixPath(name).suffix not in KINDS:
        _refuse(info, T("“{name}” is not a kind of file that belongs in a pack"))
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        _refuse(info, T("its file “{name}” is squeezed in a way that the game does not know"))


def _folded(name: str) -> str:
    """`name` as the least particular file system would read it."""
    return normalize("NFKC", normalize("NFKC", name).casefold()).removesuffix("/")


def _contents(file: ZipFile, entries: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Every file's bytes, counted as they come: what its header says of its size may be a lie."""
    left = MOST_IN_ALL
    for info in entries:
        data = bytearray()
        with file.open(info) as stream:
            while piece := stream.read(PIECE):
                data += piece
                if len(data) > MOST_IN_ONE:
                    _refuse(info, T("its file “{name}” is over {n} MB", n=MOST_IN_ONE // 10**6))
                if len(data) > left:
                    raise Refused(_too_much())
        left -= len(data)
        yield info.orig_filename, bytes(data)


def _manifest(data: bytes) -> Manifest:
    broken = T("its list of contents ({name}) is damaged", name=MANIFEST)
    try:
        number = msgspec.json.decode(data, type=Numbered).format
        if number > FORMAT:
            raise Refused(T("it is made for a newer version of the game; install that first"))
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Refused(broken) from None
    if number != FORMAT:
        raise Refused(broken)
    if not may_be_id(manifest.id):
        raise Refused(T("“{name}” cannot be the id of a case", name=_shown(manifest.id)))
    return manifest


def _compare(listed: list[str], contents: Mapping[str, bytes]) -> None:
    """Refuse a pack that holds more or less than its manifest lists."""
    for name in contents:
        if name not in listed:
            raise Refused(T("its list of contents does not name “{name}”", name=_shown(name)))
    for name in listed:
        if name not in contents:
            raise Refused(T("its file “{name}” is missing", name=_shown(name)))
    if len(listed) != len(contents):
        raise Refused(T("its list of contents names a file twice"))


def _prove(listed: Listed, data: bytes) -> None:
    if len(data) != listed.size or sha256(data).hexdigest() != listed.sha256:
        name = _shown(listed.name)
        raise Refused(T("its file “{name}” is not what it was when it was packed", name=name))


def _check_places(case: str, contents: Mapping[str, bytes]) -> None:
    """Refuse files that the game would not know what to do with, such as a second case."""
    if f"{case}.yaml" not in contents:
        raise Refused(T("its file “{name}” is missing", name=f"{case}.yaml"))
    place = re.compile(PLACES.format(id=case, po=rf"({case}|laws)\.po"))
    for name in contents:
        if not place.fullmatch(name):
            raise Refused(T("there is no place for “{name}” in a pack", name=_shown(name)))


def _refuse(info: ZipInfo, why: Words) -> NoReturn:
    name = _shown(info.orig_filename)
    raise Refused(put(why, name=name))


def _shown(name: str) -> str:
    """`name` in a form that no terminal obeys."""
    return "".join(c if c.isprintable() else LOST for c in name[:LONGEST_NAME])


def _too_much() -> Words:
    return T("it is over {n} MB, which is too much for a case", n=MOST_IN_ALL // 10**6)
