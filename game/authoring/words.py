"""How often each person of a case uses each word: the counts that a `screen` step is fed with."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from game.authoring.files import scenarios
from game.scenario.model import Scenario
from game.scenario.spans import plain
from game.scenario.words import TN, T, Translate
from game.text.breaking import columns
from game.text.counting import counted, segmenter

CHINESE = "zh"


def show_words(file: Path, document: str, top: int, as_json: bool, say: Translate) -> int:
    """Print the `top` words of everybody who writes in `document` of `file`, or in all of them.

    1 if the file is broken or has no such document, else 0.
    """
    _, case = next(scenarios([file], say))
    if case is None:
        return 1
    if document and document not in case.documents:
        names = ", ".join(case.documents)
        print(
            say(T("no document is called “{name}”; there is {names}", name=document, names=names))
        )
        return 1
    found = words_of(case, document)
    if as_json:
        rows = [
            {"person": person, "words": dict(c.most_common(top))} for person, c in found.items()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    if case.language.startswith(CHINESE) and segmenter() is None:
        print(say(T("Without the extra “words” only phrases that come twice are counted.")))
    for name, counts in found.items():
        print(say(TN("{name}: {n} word", "{name}: {n} words", counts.total(), name=name)))
        wide = max((columns(word) for word, _ in counts.most_common(top)), default=0)
        for word, times in counts.most_common(top):
            print(f"  {word}{' ' * (wide - columns(word))}  {times}")
    return 0


def words_of(case: Scenario, document: str = "") -> dict[str, Counter[str]]:
    """The words of each person in `document` of `case`, or in all its documents, by name."""
    said: dict[str, list[str]] = {}
    for one in case.documents.values():
        if document in ("", one.id):
            for message in one.messages:
                person = case.people.get(message.by or "")
                if person is not None:
                    said.setdefault(person.name, []).append(plain(message.says))
    return {name: counted(texts) for name, texts in said.items()}
