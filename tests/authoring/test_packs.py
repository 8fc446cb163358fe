"""A packed case can be installed and played in both languages; a hostile zip leaves no trace."""

from __future__ import annotations

import json
import shutil
import stat
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import packs
from game.authoring.packs import install, pack
from game.authoring.zips import MOST_IN_ALL, MOST_IN_ONE, Refused, opened
from game.scenario.steps import Role
from game.scenario.words import own
from game.session.reception import open_reception
from game.session.wish import Wish

ROOT = Path(__file__).resolve().parents[2]
CASE = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "A small case"
msgstr "一个小案子"
"""
FILES = {
    "small_case.yaml": CASE.encode(),
    "LICENSE.txt": b"CC BY-SA 4.0",
    "locales/zh_CN/LC_MESSAGES/small_case.po": PO.encode(),
}


@pytest.fixture
def case(tmp_path) -> Path:
    """A case with its translation, as a teacher has them."""
    path = tmp_path / "desk" / "small_case.yaml"
    po = path.parent / "locales" / "zh_CN" / "LC_MESSAGES" / "small_case.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO, encoding="utf-8")
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def packed(case, tmp_path) -> Path:
    target = tmp_path / "case.zip"
    assert pack(case, target, ROOT, str) == 0
    return target


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, with what is in it."""
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def titles(home: Path, language: str) -> list[str]:
    """The cases on the shelf as a player reads their titles."""
    reception = open_reception(ROOT, home, language)
    cases = [shelved.scenario for shelved in reception.shelf.playable()]
    return [reception.speech(case.id).text(own(case.title)) for case in cases]


# What goes well


@pytest.mark.parametrize(("language", "title"), [("en", "A small case"), ("zh_CN", "一个小案子")])
def test_a_packed_case_is_installed_and_played(packed, own_home, language, title):
    assert install(packed, own_home, str, force=False) == 0

    assert title in titles(own_home, language)
    reception = open_reception(ROOT, own_home, language)
    shelved = reception.shelf.get("small_case")
    assert shelved
    table = reception.trials.start(shelved, Role.JUDGE, Wish(seed=3))
    assert table.view().turn
    resumed = open_reception(ROOT, own_home, language).trials.resume("small_case")
    assert resumed
    assert resumed.view() == table.view()


def test_the_same_case_packs_to_the_same_bytes(case, packed, tmp_path):
    again = tmp_path / "again.zip"
    case.touch()
    pack(case, again, ROOT, str)

    assert again.read_bytes() == packed.read_bytes()


def test_the_manifest_lists_every_file_with_its_digest(packed):
    with ZipFile(packed) as file:
        about = json.loads(file.read("manifest.json"))
        names = set(file.namelist()) - {"manifest.json"}

        assert {listed["name"] for listed in about["files"]} == names == set(FILES)
        assert about["licence"] == "CC BY-SA 4.0"
        for listed in about["files"]:
            data = file.read(listed["name"])
            assert (listed["size"], listed["sha256"]) == (len(data), sha256(data).hexdigest())


def test_a_case_brings_its_own_law_cards(case, tmp_path, own_home):
    shipped = (ROOT / "scenarios" / "laws.yaml").read_text(encoding="utf-8")
    (case.parent / "laws.yaml").write_text(shipped + "# ours\n", encoding="utf-8")
    zip = tmp_path / "case.zip"

    assert pack(case, zip, ROOT, str) == install(zip, own_home, str, force=False) == 0

    shelf = open_reception(ROOT, own_home, "en").shelf
    assert (own_home / "packs" / "small_case" / "laws.yaml").is_file()
    assert shelf.laws_of("small_case") is not shelf.laws
    assert shelf.laws_of("free_skins") is shelf.laws


def test_the_games_own_law_cards_stay_at_home(tmp_path):
    zip = tmp_path / "case.zip"
    pack(ROOT / "scenarios" / "free_skins.yaml", zip, ROOT, str)

    names = set(opened(zip.read_bytes()).files)
    assert "laws.yaml" not in names
    assert "locales/zh_CN/LC_MESSAGES/free_skins.po" in names


def test_an_installed_case_is_replaced_only_by_force(packed, own_home, capsys):
    install(packed, own_home, str, force=False)
    mark = own_home / "packs" / "small_case" / "LICENSE.txt"
    mark.write_text("older", encoding="utf-8")

    assert install(packed, own_home, str, force=False) == 1
    assert "installed already" in capsys.readouterr().out
    assert mark.read_text(encoding="utf-8") == "older"

    assert install(packed, own_home, str, force=True) == 0
    assert mark.read_text(encoding="utf-8") != "older"
    assert [p.name for p in (own_home / "packs").iterdir()] == ["small_case"]


def test_a_replacement_that_fails_leaves_the_old_case(packed, own_home, monkeypatch, capsys):
    install(packed, own_home, str, force=False)
    before = everything(own_home)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packs, "_unpack", full)

    assert install(packed, own_home, str, force=True) == 1
    assert "the disk is full" in capsys.readouterr().out
    assert everything(own_home) == before


# What is not packed


def test_a_case_with_errors_is_not_packed(case, tmp_path, capsys):
    case.write_text(CASE.replace("title: A small case\n", ""), encoding="utf-8")

    assert pack(case, tmp_path / "case.zip", ROOT, str) == 1
    assert not (tmp_path / "case.zip").exists()
    assert "mend them first" in capsys.readouterr().out


def test_a_case_with_a_damaged_translation_is_not_packed(case, tmp_path, capsys):
    po = case.parent / "locales" / "zh_CN" / "LC_MESSAGES" / "small_case.po"
    po.write_text(PO + 'msgid "unfinished', encoding="utf-8")

    assert pack(case, tmp_path / "case.zip", ROOT, str) == 1
    assert "is damaged" in capsys.readouterr().out


def test_a_pack_is_never_written_over_the_case(case, capsys):
    assert pack(case, case, ROOT, str) == 1
    assert case.read_text(encoding="utf-8") == CASE
    assert pack(case.parent / "none.yaml", None, ROOT, str) == 1


# What is not installed


def manifest(contents=FILES, **changes) -> bytes:
    listed = [
        {"name": n, "size": len(d), "sha256": sha256(d).hexdigest()} for n, d in contents.items()
    ]
    about = {"format": 1, "id": "small_case", "title": "A", "language": "en"}
    return json.dumps({**about, "licence": "CC BY-SA 4.0", "files": listed, **changes}).encode()


def zipped(*extra: tuple[str | ZipInfo, bytes], files=FILES, about: bytes | None = None) -> bytes:
    """A pack of `files`, which its manifest lists, and `extra` entries, which it lists as well."""
    named = {e if isinstance(e, str) else e.filename: data for e, data in extra}
    listed = manifest({**files, **named}) if about is None else about
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for entry, data in (*files.items(), *extra):
            # `writestr` would mend a name; a liar would not
            info = ZipInfo("x") if isinstance(entry, str) else entry
            if isinstance(entry, str):
                info.filename = info.orig_filename = entry
                info.compress_type = ZIP_DEFLATED
            file.writestr(info, data)
        if listed:
            file.writestr("manifest.json", listed)
    return made.getvalue()


def special(name: str, kind: int) -> ZipInfo:
    info = ZipInfo(name)
    info.create_system, info.external_attr = 3, (kind | 0o777) << 16
    return info


def squeezed(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = ZIP_BZIP2
    return info


def locked() -> bytes:
    data = bytearray(zipped())
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """A zip whose headers say that its files are smaller than they are."""
    big = b"0" * (MOST_IN_ONE + 1)
    data = zipped(("big.txt", big))
    return data.replace(len(big).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def with_case(text: str) -> bytes:
    return zipped(files={**FILES, "small_case.yaml": text.encode()})


def many(count: int) -> bytes:
    """A small zip whose directory names one file over and over."""
    data = zipped(about=b"", files={"a.txt": b""})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[start:end] * count
    number = min(count, 0xFFFF).to_bytes(2, "little")
    sizes = len(entries).to_bytes(4, "little") + start.to_bytes(4, "little")
    return data[:start] + entries + b"PK\x05\x06" + bytes(4) + number * 2 + sizes + bytes(2)


def renamed(case: str) -> bytes:
    text = CASE.replace("id: small_case", f"id: {case}").encode()
    files = {f"{case}.yaml": text}
    return zipped(files=files, about=manifest(files, id=case))


OUTSIDE, PLAIN, LINK = "outside the pack's own folder", "plain name", "no ordinary file"
TWICE, MANIFEST, DAMAGED = "or nearly so", "(manifest.json) is damaged", "it is damaged"
PARENT, PO_NAME = "locales/../../../x.txt", "locales/zh_CN/LC_MESSAGES/small_case.po"
SECOND = zipped(about=manifest(files=json.loads(manifest())["files"] * 2))
HOSTILE = {
    "a parent": (zipped(("../evil.yaml", b"")), OUTSIDE),
    "a parent inside": (zipped((PARENT, b"")), OUTSIDE),
    "an absolute name": (zipped(("/tmp/evil.txt", b"")), OUTSIDE),
    "a backslash": (zipped(("..\\evil.txt", b"")), OUTSIDE),
    "a drive": (zipped(("C:evil.txt", b"")), OUTSIDE),
    "a share": (zipped(("//host/evil.txt", b"")), OUTSIDE),
    "a parent folder": (zipped(("../", b"")), OUTSIDE),
    "a stream": (zipped(("LICENSE.txt:evil.txt", b"")), PLAIN),
    "a terminal code": (zipped(("\x1b[2Jevil.txt", b"")), PLAIN),
    "a dot": (zipped(("./evil.txt", b"")), PLAIN),
    "a symlink": (zipped((special("a.txt", stat.S_IFLNK), b"/etc")), LINK),
    "a device": (zipped((special("a.txt", stat.S_IFCHR), b"")), LINK),
    "a pipe": (zipped((special("a.txt", stat.S_IFIFO), b"")), LINK),
    "a folder with a link's mode": (zipped((special("a/", stat.S_IFLNK), b"")), LINK),
    "another case": (zipped(("license.txt", b"")), TWICE),
    "another form": (zipped(("é.txt", b""), ("e\u0301.txt", b"")), TWICE),
    "full-width letters": (zipped(("ＬＩＣＥＮＳＥ.txt", b"")), TWICE),
    "a file that is a folder too": (zipped(("a.txt", b""), ("a.txt/", b"")), TWICE),
    "too many files": (zipped(*((f"{n}.txt", b"") for n in range(50))), "holds 54 files"),
    "100,000 files": (many(100_000), "a pack may hold 50"),
    "a big file": (zipped(("a.txt", b"0" * (MOST_IN_ONE + 1))), "over 2 MB"),
    "a bomb": (zipped(*((f"{n}.txt", b"0" * MOST_IN_ONE) for n in range(6))), "over 10 MB"),
    "a big zip": (b"0" * (2 * MOST_IN_ALL), "over 10 MB"),
    "lying headers": (lying(), DAMAGED),
    "a password": (locked(), "password"),
    "another squeeze": (zipped((squeezed("a.txt"), b"a" * 99)), "squeezed"),
    "a program": (zipped(("evil.py", b"")), "not a kind of file"),
    "no ending": (zipped(("evil", b"")), "not a kind of file"),
    "a second case": (zipped(("evil.yaml", b"")), "no place"),
    "a text anywhere": (zipped(("a/evil.txt", b"")), "no place"),
    "a language that is none": (
        zipped(("locales/nul/LC_MESSAGES/x.po", b"")),
        "no place",
    ),
    "an unlisted file": (zipped(("a.txt", b""), about=manifest()), "does not name"),
    "a missing file": (zipped(about=manifest({**FILES, "b.txt": b""})), "missing"),
    "files listed twice": (SECOND, "twice"),
    "a wrong digest": (zipped(about=manifest({**FILES, "LICENSE.txt": b"!"})), "not what it was"),
    "no case": (zipped(files={"LICENSE.txt": b""}), "missing"),
    "no manifest": (zipped(about=b""), "no list of contents"),
    "a newer format": (zipped(about=manifest(format=2, more=1)), "newer version"),
    "an older format": (zipped(about=manifest(format=0)), MANIFEST),
    "a stranger's field": (zipped(about=manifest(run="evil")), MANIFEST),
    "no JSON": (zipped(about=b"{"), MANIFEST),
    "deep JSON": (zipped(about=b"[" * 100_000), MANIFEST),
    "a huge number": (zipped(about=b'{"format": ' + b"9" * 9999 + b"}"), MANIFEST),
    "an id with a path": (zipped(about=manifest(id="../evil")), "cannot be the id"),
    "an id with a line end": (zipped(about=manifest(id="small_case\n")), "cannot be the id"),
    "the id of the law cards": (renamed("laws"), "cannot be the id"),
    "a device for an id": (renamed("con"), "cannot be the id"),
    "the id of a shipped case": (renamed("free_skins"), "comes with a case"),
    "a broken case": (with_case("title: Nothing"), "errors in its case"),
    "another case's id": (with_case(CASE.replace("id: small_case", "id: big")), "errors in its"),
    "broken law cards": (zipped(("laws.yaml", b"cards: 1")), "law cards"),
    "a broken translation": (zipped(files={**FILES, PO_NAME: b'msgid "a'}), DAMAGED[6:]),
    "a translation that runs": (
        zipped(files={**FILES, PO_NAME: PO.replace("utf-8", "evil").encode()}),
        DAMAGED[6:],
    ),
    "no zip": (b"Dear colleague", DAMAGED),
    "nothing": (b"", DAMAGED),
    "half a zip": (zipped()[:500], DAMAGED),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_and_nothing_is_written(name, tmp_path, own_home, capsys):
    data, reason = HOSTILE[name]
    zip = tmp_path / "case.zip"
    zip.write_bytes(data)
    before = everything(tmp_path)

    assert install(zip, own_home, str, force=True) == 1

    said = capsys.readouterr().out
    assert said.startswith("“case.zip” was not installed: ")
    assert said.endswith(".\n")
    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert reason in said
    assert everything(tmp_path) == before
    assert not (own_home / "packs").exists()


def test_a_pack_that_is_not_there_is_a_sentence(tmp_path, own_home, capsys):
    assert install(tmp_path / "none.zip", own_home, str, force=False) == 1
    assert install(tmp_path, own_home, str, force=False) == 1
    assert capsys.readouterr().out.count("there is no such file.") == 2


def test_a_folder_entry_does_no_harm(tmp_path, own_home):
    zip = tmp_path / "case.zip"
    zip.write_bytes(zipped(("locales/", b""), about=manifest()))

    assert install(zip, own_home, str, force=False) == 0


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.integers(0), st.integers(1, 255)), max_size=4), tail=st.binary())
def test_damage_anywhere_in_a_zip_is_never_an_exception(tmp_path, flips, tail):
    data = bytearray(zipped())
    for at, change in flips:
        data[at % len(data)] ^= change
    folder = tmp_path / "box"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    zip = folder / "case.zip"
    zip.write_bytes(bytes(data) + tail)

    done = install(zip, folder / "home", str, force=False)

    (folder / "case.zip").unlink()
    inside = str(folder / "home" / "packs" / "small_case")
    assert all(name.startswith(inside) for name in everything(folder))
    assert (done == 0) == bool(everything(folder))


@given(st.binary())
def test_what_is_no_zip_is_refused(data):
    with pytest.raises(Refused):
        opened(b"PK\x03\x04" + data)
