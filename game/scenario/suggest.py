"""“Did you mean …?”: the known name that a mistyped word was most likely meant to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.scenario.words import T, Words

MANY = 300  # names; beyond this only one wrong letter is looked for, which stays fast


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is nearest to `word`, if any is near."""
    return _nearest(word[:60], names if isinstance(names, frozenset) else frozenset(names))


def did_you_mean(word: str, names: Iterable[str]) -> Words | None:
    """A hint that offers the name nearest to `word`, if any is near."""
    name = nearest(word, names)
    return None if name is None else T("did you mean “{name}”?", name=name)


@lru_cache(maxsize=4096)
def _nearest(word: str, names: frozenset[str]) -> str | None:
    plain, index = folded(word), _index(names)
    limit = max(1, len(plain) // 3)
    near: set[str] = set()
    for shorter in _shortened(plain, _reach(names)):
        near.update(index.get(shorter, ()))
    ranked = sorted((_distance(plain, folded(name)), name) for name in near)
    if ranked and ranked[0][0] <= limit and ranked[0][0] < max(len(plain), 1):
        return ranked[0][1]
    return _longer(plain, names) if len(names) <= MANY else None


def _longer(plain: str, names: frozenset[str]) -> str | None:
    """The only name that contains all of `plain`, as `chat_record` contains `chat`."""
    if len(plain) < 3:
        return None
    holding = [name for name in names if plain in name or (len(name) > 3 and name in plain)]
    return holding[0] if len(holding) == 1 else None


@lru_cache(maxsize=64)
def _index(names: frozenset[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    reach = _reach(names)
    for name in sorted(names):
        for shorter in _shortened(folded(name), reach):
            index.setdefault(shorter, []).append(name)
    return index


def _reach(names: frozenset[str]) -> int:
    return 2 if len(names) <= MANY else 1


def _shortened(word: str, reach: int) -> Iterator[str]:
    """`word` with up to `reach` letters left out: near words have one of these in common."""
    yield word
    if not reach:
        return
    for at in range(len(word)):
        yield from _shortened(word[:at] + word[at + 1 :], reach - 1)


def folded(word: str) -> str:
    """`word` without what a hasty typist mixes up: case, width, hyphens and blanks."""
    plain = unicodedata.normalize("NFKC", word).lower().strip()
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return plain.replace("-", "_").replace(" ", "_")


def _distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap to get from `one` to `other`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
