"""Words are counted: by a segmenter where Chinese has one, else by what is said again and again.

A screening desk works with such counts. They are written into the case by its author, so what a
case is worth never depends on which segmenter somebody has installed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # letters, also across an apostrophe or hyphen
CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
SHORTEST, LONGEST = 2, 6  # characters of a phrase that is found without a segmenter


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in `texts`, in small letters; single Chinese characters do not.

    Chinese is cut by `rjieba` (the extra `words`). Without it, phrases of two to six characters
    that come more than once are counted instead.
    """
    given = list(texts)
    counts: Counter[str] = Counter()
    for text in given:
        plain = CHINESE.sub(" ", text)
        counts.update(word.lower() for word in WORD.findall(plain))
    chinese = [run for text in given for run in CHINESE.findall(text)]
    cut = segmenter()
    counts.update(_repeated(chinese) if cut is None else _words(chinese, cut))
    return counts


def segmenter() -> Callable[[str], list[str]] | None:
    """What cuts Chinese into words; None where the extra is not installed."""
    try:
        import rjieba
    except ImportError:
        return None
    cutter: Any = rjieba
    return lambda text: list(cutter.cut(text))


def _words(runs: Iterable[str], cut: Callable[[str], list[str]]) -> Iterator[str]:
    return (word for run in runs for word in cut(run) if len(word) > 1)


def _repeated(runs: list[str]) -> Counter[str]:
    """The phrases that come more than once, without the parts of longer ones that come as often."""
    counts: Counter[str] = Counter()
    for run in runs:
        for length in range(SHORTEST, min(LONGEST, len(run)) + 1):
            counts.update(run[at : at + length] for at in range(len(run) - length + 1))
    again = {phrase: n for phrase, n in counts.items() if n > 1}
    kept: Counter[str] = Counter()
    for phrase in sorted(again, key=len, reverse=True):
        if not any(phrase in longer and again[phrase] == kept[longer] for longer in kept):
            kept[phrase] = again[phrase]
    return kept
