"""C342: what an answer needs has been shown by then, in every cut.

Players choose among the exhibits that were put before the court. If a cut leaves out the scene
that shows one, or a condition skips it, or the court has to exclude it, the right answer is gone.

FAIL
    exhibits:
      log: {title: The chat log, kind: electronic_data, offered_by: prosecution,
        shows: "The whole chat, with its hash.", because: The hash matches.}
    cuts: {5: [debate]}
    scenes:
      - {id: evidence, title: The evidence, chain: traceability, beats: [exhibit: log]}
      - id: debate
        title: The debate
        chain: traceability
        beats:
          - question:
              by: prosecution
              to: chen
              choose: 1
              questions:
                where:
                  says: Where were you that evening?
                  answer: Asleep.
                  because: It is open, and can be checked.
                  contradicts: {exhibit: log, because: He wrote at 21:04.}
PASS
    exhibits:
      log: {title: The chat log, kind: electronic_data, offered_by: prosecution,
        shows: "The whole chat, with its hash.", because: The hash matches.}
    cuts: {10: [evidence, debate]}
    scenes:
      - {id: evidence, title: The evidence, chain: traceability, beats: [exhibit: log]}
      - id: debate
        title: The debate
        chain: traceability
        beats:
          - question:
              by: prosecution
              to: chen
              choose: 1
              questions:
                where:
                  says: Where were you that evening?
                  answer: Asleep.
                  because: It is open, and can be checked.
                  contradicts: {exhibit: log, because: He wrote at 21:04.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from game.scenario.authored import Authored
from game.scenario.beats.find import Find
from game.scenario.choices import Soundness
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.model import Beat, Scenario, When
from game.scenario.names import Flaw
from game.scenario.walk import EXHIBITS, mentions
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("exhibits", "issues", "scenes", "beats", "cuts", "id", "when", "show")


class Needing(NamedTuple):
    """A beat, the scene that it stands in, and the exhibits that its answers rest on."""

    scene: str
    beat: Beat
    exhibits: tuple[tuple[str, Spot], ...]


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A finding for every exhibit that an answer rests on, but that may be missing by then."""
    needing = [
        Needing(scene.id, beat, tuple(_needs(beat)))
        for scene in case.scenes
        for beat in scene.beats
    ]
    if any(name not in case.exhibits for each in needing for name in each.beat.exhibits()):
        return  # a name that is misspelt has its finding, and would have many more here
    shown: dict[str, When | None] = {}
    for _, beat, exhibits in needing:
        for name, spot in exhibits:
            yield from _skipped(name, spot, beat, shown)
            if name in case.exhibits and case.exhibits[name].flaw is not Flaw.NONE:
                message = T("“{id}” is flawed, so nothing can rest on it", id=name)
                hint = T("name a sound exhibit, or none")
                yield Diagnostic("C342", spot, message, hint, Severity.WARNING)
        if isinstance(beat, Find):
            yield from _unseen(case, beat, shown)
        shown.update(dict.fromkeys(beat.exhibits(), beat.when))
    for minutes, names in case.cuts.items():
        for scene, exhibit, shows in _gone(needing, set(names)):
            message = T(
                "in the cut to {n} minutes “{scene}” needs the exhibit “{id}”, which is not shown",
                n=minutes, scene=scene, id=exhibit,
            )  # fmt: skip
            hint = T("add the scene “{scene}”, which shows it", scene=shows)
            yield Diagnostic("C342", case.spots.of(f"cuts.{minutes}"), message, hint)


def _needs(beat: Beat) -> Iterator[tuple[str, Spot]]:
    """The exhibits without which an answer in `beat` cannot be right, and where each is named."""
    own = beat.exhibits()
    for mention in mentions(beat, EXHIBITS):
        name, by = mention.name, mention.by
        if mention.kind != "exhibit" or name in own or isinstance(by, When):
            continue
        if _is_sound(by):
            yield name, by.spots.of(mention.place)


def _is_sound(thing: Authored) -> bool:
    return getattr(thing, "sound", Soundness.YES) is Soundness.YES


def _skipped(
    name: str, spot: Spot, beat: Beat, shown: Mapping[str, When | None]
) -> Iterator[Diagnostic]:
    """The finding that `name` is only shown under a condition, and `beat` has another."""
    condition = shown.get(name)
    if condition is not None and condition != beat.when:
        message = T("“{id}” is only shown if a condition holds, and this step has another", id=name)
        hint = T("show it in any case, or write the same “when” here")
        yield Diagnostic("C342", spot, message, hint, Severity.WARNING)


def _unseen(case: Scenario, beat: Find, shown: Mapping[str, object]) -> Iterator[Diagnostic]:
    """Exhibits that prove an issue, but are not before the court when it is decided."""
    for name in beat.named(case):
        issue = case.issues.get(name)
        for number, exhibit in enumerate(issue.carried_by if issue else ()):
            if issue and exhibit in case.exhibits and exhibit not in shown:
                message = T("“{id}” is not shown before the findings", id=exhibit)
                hint = T("put an “exhibit:” beat before “find:”, or take it away here")
                spot = issue.spots.of(f"carried_by.{number}")
                yield Diagnostic("C342", spot, message, hint, Severity.WARNING)


def _gone(needing: Sequence[Needing], names: set[str]) -> Iterable[tuple[str, str, str]]:
    """What a cut to the scenes in `names` lacks: who needs it, the exhibit, and who shows it.

    What is not shown in the whole case either has its finding already.
    """
    whole: dict[str, str] = {}
    shown: set[str] = set()
    gone: dict[tuple[str, str, str], None] = {}
    for scene, beat, exhibits in needing:
        if scene in names:
            lacking = (e for e, _ in exhibits if e in whole and e not in shown)
            gone.update(dict.fromkeys((scene, e, whole[e]) for e in lacking))
            shown.update(beat.exhibits())
        whole.update(dict.fromkeys(beat.exhibits(), scene))
    return gone
