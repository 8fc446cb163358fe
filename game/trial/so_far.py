"""What happened so far, in three lines: where the trial stands, its record, what came last."""

from __future__ import annotations

from game.scenario.words import TN, T, Words
from game.trial.view import Line, View

NO_EXHIBIT = T("No exhibit is on the record yet.")
SPOKEN = ("said", "told", "ruled", "stage")


def so_far(view: View) -> tuple[Words, Words, Words]:
    """Three lines for somebody who comes back from a break."""
    scene = view.scene
    where = T("Scene {n} of {of}: “{title}”.", n=scene.number, of=scene.of, title=scene.title)
    return where, _record(view), _last(view)


def _record(view: View) -> Words:
    admitted = [e for e in view.exhibits if e.standing == "admitted"]
    excluded = [e for e in view.exhibits if e.standing == "excluded"]
    if not view.exhibits:
        return NO_EXHIBIT
    shown = TN("{n} exhibit was shown", "{n} exhibits were shown", len(view.exhibits))
    return T(
        "{shown}: {admitted} admitted, {excluded} excluded.",
        shown=shown,
        admitted=len(admitted),
        excluded=len(excluded),
    )


def _last(view: View) -> Words:
    lines = [line for line in view.lines if line.manner in SPOKEN]
    ruled = [line for line in lines if line.manner == "ruled"]
    if ruled and ruled[-1].scene == view.scene.id:
        return T("The court decided last: “{says}”", says=_text(ruled[-1]))
    if not lines:
        return T("Nobody has spoken yet.")
    says = _text(lines[-1])
    if lines[-1].name:
        return T("{name} said last: “{says}”", name=lines[-1].name, says=says)
    return T("Last you heard: “{says}”", says=says)


def _text(line: Line) -> str:
    return "".join(run.text for run in line.says)
