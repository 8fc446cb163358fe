"""A scenario file is loaded whole or not at all, with every finding there is to make about it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.scenario import kinds, references, slips, source
from game.scenario.authored import Authored
from game.scenario.checks import days, fits
from game.scenario.court import beats
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.model import FORMAT, LawBook, Scenario
from game.scenario.nodes import Mapping as Pairs
from game.scenario.nodes import Scalar, Tree, grow
from game.scenario.page import mended
from game.scenario.reader import read
from game.scenario.reading import WHOLE, Reading
from game.scenario.source import digest
from game.scenario.variants import variants
from game.scenario.walk import Written, sentences
from game.scenario.words import TN, T

__all__ = ["Loaded", "digest", "load", "load_laws", "load_text", "without_collecting"]

MOST = 5000  # findings of one file; whoever has mended so many may check again


class Loaded(Struct, frozen=True):
    """A file as it was found. There is a scenario if and only if no finding is an error.

    `variants` are the scenario and what it becomes when its parameters take other values; `texts`
    is what players read of all of them.
    """

    path: Path
    text: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    variants: tuple[Scenario, ...] = ()
    texts: tuple[Written, ...] = ()


def load(path: Path, laws: LawBook | None = None) -> Loaded:
    """Read and check the scenario at `path`; without `laws`, names of law cards go unchecked."""
    text, found = source.read(path)
    if text is None:
        return Loaded(path, "", None, found)
    return _loaded(text, path, laws, found)


def load_text(text: str, path: Path, laws: LawBook | None = None) -> Loaded:
    """Read and check `text` as if it stood at `path`."""
    cleaned = source.clean(text)
    if cleaned.text is None:
        return Loaded(path, "", None, cleaned.findings)
    return _loaded(cleaned.text, path, laws, cleaned.findings)


def _loaded(text: str, path: Path, laws: LawBook | None, found: tuple[Diagnostic, ...]) -> Loaded:
    cases: list[Scenario] = []
    texts: list[Written] = []
    with without_collecting():
        tree, findings = _tree(text)
        findings = [*found, *findings]
        settled, flaws = variants(tree) if tree else ([], [])
        findings += flaws
        for facts, variant in settled:
            reading = _read(variant, Scenario)
            findings += reading.findings
            said = () if reading.tree.cut else tuple(sentences(reading.value))
            findings += _about(reading, path, laws, said, _broken(findings))
            cases.append(replace(reading.value, facts=facts))
            texts += said
    if not cases or _broken(findings):
        return Loaded(path, text, None, _sorted(findings))
    if len(cases) > 1:  # most texts stand in every variant
        texts = list({(w.spot.start, w.text): w for w in texts}.values())
    return Loaded(path, text, cases[0], _sorted(findings), tuple(cases), tuple(texts))


def _about(
    reading: Reading, path: Path, laws: LawBook | None, texts: Sequence[Written], broken: bool
) -> Iterator[Diagnostic]:
    """What is wrong with a case that its form does not show; `texts` is what players read."""
    yield from _identity(reading, path)
    looked = references.check(reading.value, laws, reading.lost)
    later = list(looked.findings)
    later += _checked(reading, reading.lost | looked.lost, texts, broken or _broken(later))
    yield from (finding for finding in later if finding.spot not in reading.shaky)


def load_laws(path: Path) -> tuple[LawBook | None, tuple[Diagnostic, ...]]:
    """The law cards at `path`, unless something is wrong with them."""
    text, found = source.read(path)
    if text is None:
        return None, found
    with without_collecting():
        tree, findings = _tree(text)
        findings = [*found, *findings]
        reading = _read(tree, LawBook) if tree else None
        if reading is not None:
            findings += [*reading.findings, *_acts(reading.value, reading.lost)]
            findings += [*days.check_laws(reading.value), *fits.check_laws(reading.value)]
    laws = reading.value if reading and not _broken(findings) else None
    return laws, _sorted(findings)


def _tree(text: str) -> tuple[Tree | None, list[Diagnostic]]:
    """`text` as a tree, unless it is empty or for a newer game; and what is wrong with its form."""
    scan = slips.scan(text)
    tree = grow(mended(text, scan.mends))
    findings = [*scan.findings, *slips.unexplained(tree.findings, scan)]
    if newer := _newer(tree):
        return None, [newer]
    if tree.root is None:
        if not _broken(findings):
            hint = T("copy a case from the folder “scenarios” and change it bit by bit")
            findings.append(
                Diagnostic("C101", Spot(), T("the file holds nothing but remarks"), hint)
            )
        return None, findings
    return tree, findings


def _read(tree: Tree, kind: type[Authored]) -> Reading:
    """`tree` read as a `kind`. Where YAML broke off, no name that it might declare is missed."""
    reading = read(tree, kind)
    if tree.cut:
        reading.lost |= {declares for _, declares in references.KINDS.values()} | {"messages"}
    return reading


def _newer(tree: Tree) -> Diagnostic | None:
    if not isinstance(tree.root, Pairs) or "format" not in tree.root.pairs:
        return None
    _, value = tree.root.pairs["format"]
    if not isinstance(value, Scalar) or not WHOLE.fullmatch(value.text):
        return None
    if int(value.text) <= FORMAT:
        return None
    message = T("this case is written for a newer version of the game (format {n})", n=value.text)
    return Diagnostic(
        "C212",
        tree.spot(value),
        message,
        T("install the newest version of the game, then try again"),
    )


def _identity(reading: Reading, path: Path) -> Iterator[Diagnostic]:
    """A scenario is found by its file's name, so that must be its id."""
    case: Scenario = reading.value
    if case.id and case.id != path.stem:
        yield Diagnostic(
            "C211",
            case.spots.of("id"),
            T("the id is “{id}”, but the file is called “{name}”", id=case.id, name=path.name),
            T("write “id: {stem}”, or rename the file", stem=path.stem),
        )
    if case.format < FORMAT and "format" not in reading.lost:
        hint = T("write “format: {n}”", n=FORMAT)
        yield Diagnostic("C205", case.spots.of("format"), T("there never was such a format"), hint)


def _acts(laws: LawBook, lost: set[str]) -> Iterator[Diagnostic]:
    for card in laws.cards.values():
        act = card.id.partition("/")[0]
        if act not in laws.acts and "acts" not in lost:
            message = T("no law in “acts” is called “{name}”", name=act)
            yield Diagnostic("C203", card.spots.of("id"), message)


def _checked(
    reading: Reading, lost: Set[str], texts: Sequence[Written], broken: bool
) -> list[Diagnostic]:
    """The findings of every check that has all it needs, so of no field that is `lost`.

    In a broken case a check may still trip over a part that was left out, which has its finding.
    """
    if reading.tree.cut:
        return []
    case: Scenario = reading.value
    checks = [
        _sure(beat.check(case, key), beat.NEEDS, lost)
        for key, beat in beats(case)
        if beat.spots.own not in reading.faulty
    ]
    for module in kinds.scenario_checks():
        if lost.isdisjoint(module.NEEDS):
            whole = hasattr(module, "check")
            checks.append(module.check(case) if whole else module.check_texts(case, texts))
    findings: list[Diagnostic] = []
    for check in checks:
        try:
            findings.extend(check)
        except Exception:
            if not broken:
                raise
    return findings


def _sure(
    findings: Iterator[Diagnostic], needs: Mapping[str, tuple[str, ...]], lost: Set[str]
) -> Iterator[Diagnostic]:
    """Those of `findings` that do not merely follow from what is `lost`."""
    return (found for found in findings if lost.isdisjoint(needs.get(found.code, ())))


def _broken(findings: list[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _sorted(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    unique = dict.fromkeys(findings)
    ordered = sorted(unique, key=lambda finding: (finding.spot, finding.code))
    if more := len(ordered[MOST:]):
        message = TN("there is {n} more finding below", "there are {n} more findings below", more)
        rest = Diagnostic("C199", ordered[MOST].spot, message, severity=Severity.NOTE)
        return (*ordered[:MOST], rest)
    return tuple(ordered)


@contextmanager
def without_collecting() -> Iterator[None]:
    """A tree of small values has no cycles; looking for them would double the time it takes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
