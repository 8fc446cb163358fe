"""The shelf holds the scenarios that can be played; each is read when it is asked for.

The reader is imported then, too: the title screen comes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from game.scenario.load import Loaded
    from game.scenario.model import LawBook, Scenario

LAW_FILE = "laws.yaml"
WARM_UPS = "warm_ups"


class Shelved(Struct, frozen=True):
    """A scenario that is in order, where it was read from, and the digest of its text.

    `variants` are all that its parameters make of it, itself first.
    """

    scenario: Scenario
    path: Path
    digest: str
    variants: tuple[Scenario, ...] = ()

    def variant(self, facts: Iterable[str]) -> Scenario | None:
        """The first variant in which all of `facts` hold; None where they never do together."""
        wanted = set(facts)
        known = self.variants or (self.scenario,)
        return next((case for case in known if wanted <= set(case.facts)), None)


class Shelf(Struct):
    """A folder of scenarios with the law cards they share.

    Short exercises lie in its folder `warm_ups`.
    `packs` has a folder for each installed pack, which may bring law cards of its own.
    A scenario takes a megabyte or more: no more than `keeps` are held, those last asked for.
    The law cards are kept in `cache`, if there is one.
    """

    folder: Path
    packs: Path | None = None
    keeps: int = 1000
    cache: Path | None = None
    _laws: LawBook | None = None
    _own_laws: dict[Path, LawBook | None] = field(default_factory=dict)
    _read: dict[Path, Loaded] = field(default_factory=dict)

    @property
    def laws(self) -> LawBook | None:
        """The law cards; None where their file is missing or broken."""
        from game.session.lawbook import law_book

        if self._laws is None:
            self._laws = law_book(self.folder / LAW_FILE, self.cache)
        return self._laws

    def laws_of(self, name: str) -> LawBook | None:
        """The law cards that the case `name` cites."""
        return self._laws_for(self.find(name))

    def _laws_for(self, path: Path) -> LawBook | None:
        from game.scenario.load import load_laws

        beside = path.parent / LAW_FILE
        if self.packs is None or beside.parent.parent != self.packs or not beside.is_file():
            return self.laws
        if beside not in self._own_laws:
            self._own_laws[beside], _ = load_laws(beside)
        return self._own_laws[beside]

    def files(self) -> tuple[Path, ...]:
        """The scenario files in the folder, by name; then its warm-ups, then those of the packs."""
        shipped = [p for p in sorted(self.folder.glob("*.yaml")) if p.name != LAW_FILE]
        shipped += sorted((self.folder / WARM_UPS).glob("*.yaml"))
        return (*shipped, *self._packed({p.name for p in shipped}))

    def _packed(self, known: set[str]) -> Iterator[Path]:
        """The scenarios of the packs. None stands in for a case of the game itself."""
        for path in sorted(self.packs.glob("*/*.yaml")) if self.packs else ():
            if path.name != LAW_FILE and path.name not in known:
                yield path

    def find(self, name: str) -> Path:
        """The file that `name` means: an id on this shelf, or a path."""
        places = [self.folder, self.folder / WARM_UPS, *([self.packs / name] if self.packs else [])]
        on_shelf = (place / f"{name}.yaml" for place in places)
        return next((path for path in on_shelf if path.is_file()), Path(name))

    def load(self, path: Path) -> Loaded:
        """The scenario at `path` and what there is to say about it."""
        from game.scenario.load import load

        found = self._read.pop(path, None) or load(path, self._laws_for(path))
        self._read[path] = found  # as the latest
        while len(self._read) > self.keeps:
            del self._read[next(iter(self._read))]
        return found

    def get(self, name: str) -> Shelved | None:
        """The scenario that `name` means, or None where it is missing or broken."""
        from game.scenario.load import digest

        loaded = self.load(self.find(name))
        if loaded.scenario is None:
            return None
        text = digest(loaded.text)
        return Shelved(loaded.scenario, loaded.path, text, loaded.variants)

    def playable(self) -> Iterator[Shelved]:
        """The scenarios on this shelf that are in order, by file."""
        for path in self.files():
            if shelved := self.get(str(path)):
                yield shelved
