"""The map as text for other programs: Mermaid, which many web pages draw, and Graphviz' DOT."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

from game.authoring.mapping.plan import BeatBox, Plan, SceneBox
from game.scenario.names import Chain

# Fill and edge of what belongs to each link of the chain.
FILLS = {
    Chain.PREVENTION: ("#e3f1e6", "#1f6b43"),
    Chain.INTERVENTION: ("#fbeccf", "#9a5b00"),
    Chain.TRACEABILITY: ("#e3e9f7", "#20305a"),
}
FACES = "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MERMAID_SIGNS = re.compile(r"[\"#&<>;`\\\[\]{}|*_~$%^=@/+]")


def mermaid(plan: Plan) -> str:
    """`plan` as a Mermaid flowchart."""
    return "\n".join(_mermaid(plan)) + "\n"


def dot(plan: Plan) -> str:
    """`plan` as a Graphviz graph."""
    return "\n".join(_dot(plan)) + "\n"


def _mermaid(plan: Plan) -> Iterator[str]:
    names = _names(plan)
    yield "---"
    yield f"title: {json.dumps(plan.title, ensure_ascii=False)}"
    yield "---"
    yield "flowchart TD"
    for number, scene in enumerate(plan.scenes):
        yield f'  subgraph s{number}["{_mermaid_text(_heading(plan, number, scene))}"]'
        yield "    direction TB"
        for beat in scene.beats:
            text = "<br/>".join(_mermaid_text(line) for line in _lines(plan, beat))
            yield f'    {names[beat.key]}["{text}"]'
        yield "  end"
    yield from (f"  {one} --> {other}" for one, other in _sequence(plan))
    for arrow in plan.arrows:
        label = _mermaid_text(arrow.label)
        yield f'  {names[arrow.start]} -. "{label}" .-> {names[arrow.end]}'
    for chain, (fill, edge) in FILLS.items():
        yield f"  classDef {chain} fill:{fill},stroke:{edge},color:#1f2438"
    for number, scene in enumerate(plan.scenes):
        yield f"  class s{number} {scene.chain}"


def _dot(plan: Plan) -> Iterator[str]:
    names = _names(plan)
    yield "digraph case {"
    yield f"  graph [label={_quoted(plan.title)}, labelloc=t, fontsize=22, compound=true,"
    yield f"    fontname={_quoted(FACES)}, newrank=true]"
    yield f"  node [shape=box, style=filled, fillcolor=white, fontname={_quoted(FACES)}]"
    yield f"  edge [color={_quoted('#54546a')}, fontname={_quoted(FACES)}, fontsize=11]"
    for number, scene in enumerate(plan.scenes):
        fill, edge = FILLS[scene.chain]
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_quoted(_heading(plan, number, scene))}; style=filled"
        yield f"    fillcolor={_quoted(fill)}; color={_quoted(edge)}"
        for beat in scene.beats:
            text = "\\n".join(_quoted(line)[1:-1] for line in _lines(plan, beat))
            yield f'    {names[beat.key]} [label="{text}"]'
        yield "  }"
    yield from (f"  {one} -> {other}" for one, other in _sequence(plan))
    for arrow in plan.arrows:
        ends = f"{names[arrow.start]} -> {names[arrow.end]}"
        yield f"  {ends} [style=dashed, constraint=false, label={_quoted(arrow.label)}]"
    yield "}"


def _names(plan: Plan) -> dict[str, str]:
    """Names of our own for the beats, so that nothing an author wrote is ever read as syntax."""
    keys = [beat.key for scene in plan.scenes for beat in scene.beats]
    return {key: f"b{number}" for number, key in enumerate(keys)}


def _sequence(plan: Plan) -> Iterator[tuple[str, str]]:
    names = list(_names(plan).values())
    return pairwise(names)


def _heading(plan: Plan, number: int, scene: SceneBox) -> str:
    played = [cut.name for cut in plan.cuts if scene.id in cut.scenes]
    marks = f" · ● {' ● '.join(played)}" if played else ""
    return f"({number + 1}) {scene.title} · {scene.lasts} · {plan.chains[scene.chain]}{marks}"


def _lines(plan: Plan, beat: BeatBox) -> Iterator[str]:
    yield f"{beat.kind}: {beat.text}"
    if beat.condition:
        yield beat.condition
    marks = [f"{letter}{n}" for letter, n in zip(plan.letters, beat.turns, strict=True) if n]
    if marks:
        yield "  ".join(marks)


def _mermaid_text(text: str) -> str:
    """`text` for a Mermaid label: what could be syntax or Markdown becomes a numbered entity."""
    line = CONTROLS.sub(" ", text)
    return MERMAID_SIGNS.sub(lambda sign: f"#{ord(sign[0])};", line)


def _quoted(text: str) -> str:
    """`text` in quotes for DOT, which reads entities in it as well."""
    line = CONTROLS.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + line.replace("&", "&amp;") + '"'
