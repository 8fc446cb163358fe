"""The verb `map`: a case is read, laid out and written as a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from game.authoring.files import unwritable
from game.authoring.mapping.plan import Plan, plan
from game.authoring.mapping.svg import svg
from game.authoring.mapping.text import dot, mermaid
from game.scenario.load import load
from game.scenario.words import T, Translate, Words
from game.trial.speech import Speech

FINE, FINDINGS, MISUSED = 0, 1, 2
FORMS: Mapping[str, Callable[[Plan], str]] = {".svg": svg, ".mmd": mermaid, ".dot": dot}


def draw_map(path: Path, output: Path | None, say: Translate, speech: Speech) -> int:
    """Draw the case at `path` into `output`, whose ending says how.

    Without an output the picture comes into the current folder. 1 if the case is broken or the
    picture cannot be written, 2 if the ending is unknown; a sentence on stderr says so.
    """
    output = output or Path(path.stem + ".svg")
    form = FORMS.get(output.suffix.lower())
    if form is None:
        wanted = T(
            "A map can be drawn as {endings}, not as “{name}”.",
            endings=", ".join(FORMS),
            name=output.name,
        )
        return _failed(wanted, say, MISUSED)
    case = load(path).scenario
    if case is None:
        broken = T("{file} cannot be drawn; “mockcourt check” says why.", file=path.name)
        return _failed(broken, say)
    try:
        _write(output, form(plan(case, speech)))
    except OSError:
        return _failed(unwritable(output), say)
    print(say(T("The map is in {file}.", file=str(output))))
    return FINE


def _failed(words: Words, say: Translate, code: int = FINDINGS) -> int:
    print(say(words), file=sys.stderr)
    return code


def _write(path: Path, text: str) -> None:
    """Write beside, then replace: whoever has the old picture keeps it if the disk is full."""
    beside = path.with_name(path.name + ".new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
