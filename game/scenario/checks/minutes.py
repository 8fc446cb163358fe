"""C309: the scenes of a cut take as long as the cut promises.

A teacher chooses a cut by the minutes that are left. If its scenes take much longer, the bell
rings before the verdict. Three minutes, or a fifth of the time, more or less do no harm.

FAIL
    cuts: {15: [chat]}
    scenes:
      - id: chat
        title: The chat
        chain: prevention
        minutes: 25
        beats:
          - spot: chat
PASS
    cuts: {25: [chat]}
    scenes:
      - id: chat
        title: The chat
        chain: prevention
        minutes: 25
        beats:
          - spot: chat
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario, Scene
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("scenes", "minutes", "cuts", "id")
SPARE = 3  # minutes that do no harm, however short the cut
PER_CENT = 20


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every cut without scenes, or with scenes that take another time."""
    scenes = {scene.id: scene for scene in case.scenes}
    for minutes, names in case.cuts.items():
        if not names:
            empty = T("the cut to {n} minutes has no scenes", n=minutes)
            hint = T("name the scenes that are played, or delete the cut")
            yield Diagnostic("C309", case.spots.of(f"cuts.{minutes}"), empty, hint)
        played = [scenes[name] for name in names if name in scenes]
        # A case that never says how long a scene takes has promised nothing yet.
        if len(played) < len(names) or not any(map(_is_timed, played)):
            continue
        taken = sum(scene.minutes for scene in played)
        apart = abs(taken - minutes)
        if apart > SPARE and 100 * apart > PER_CENT * minutes:
            yield Diagnostic(
                "C309",
                case.spots.of(f"cuts.{minutes}"),
                T("the scenes of this cut take {taken} minutes, not {n}", taken=taken, n=minutes),
                T("write {n} here, choose other scenes, or change their “minutes”", n=taken),
                Severity.WARNING,
            )


def _is_timed(scene: Scene) -> bool:
    return "minutes" in scene.spots.fields
