"""The moments of a trial in plain words, as a voice reads them."""

from __future__ import annotations

from collections.abc import Sequence

from game.trial.view import Line, Rich, Turn


def line_told(line: Line) -> str:
    """Who says it, and what."""
    return _joined([line.name, plain(line.says)])


def reasons_told(lines: Sequence[Line]) -> str:
    """What each was about, and why it was right or wrong."""
    return "\n".join(_joined([line.quote, plain(line.says)]) for line in lines)


def turn_told(turn: Turn) -> str:
    """What is asked, and the numbered answers."""
    answers = [f"{n}. {plain(option.label)}" for n, option in enumerate(turn.options, 1)]
    asked = "" if turn.document and turn.kind == "mark" else "\n".join(answers)
    return _joined([plain(turn.prompt), asked])


def plain(text: Rich | str) -> str:
    """The text without its links."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)
