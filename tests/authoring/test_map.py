"""The map shows the case as it is, and nothing that a teacher wrote can break the picture."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py
from msgspec.structs import replace

from game.authoring.mapping.draw import draw_map
from game.authoring.mapping.plan import Plan, plan
from game.authoring.mapping.svg import svg
from game.authoring.mapping.text import dot, mermaid
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.trial.speech import Speech

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "scenarios" / "free_skins.yaml"
SMALL = ROOT / "tests" / "cases" / "small_case.yaml"
NASTY = '"]; <b>&amp;</b> #35; `x` \\" end --> |y| {z} \\N <script>'


@pytest.fixture
def drawn(free_skins, laws) -> Plan:
    return plan(free_skins, Speech(laws=laws))


def changed(*swaps: tuple[str, str]) -> Scenario:
    text = SMALL.read_text("utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    found = load_text(text, SMALL)
    assert found.scenario, [str(d.message) for d in found.diagnostics]
    return found.scenario


def beat(drawn: Plan, key: str):
    return next(b for scene in drawn.scenes for b in scene.beats if b.key == key)


def texts(picture: str) -> str:
    root = ElementTree.fromstring(picture)
    return "\n".join(node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text"))


def test_every_scene_and_every_beat_has_its_box(drawn, free_skins):
    assert [s.title for s in drawn.scenes] == [s.title for s in free_skins.scenes]
    assert [len(s.beats) for s in drawn.scenes] == [len(s.beats) for s in free_skins.scenes]


def test_turns_are_those_that_a_good_player_comes_to(small_case):
    drawn = plan(small_case, Speech())

    assert beat(drawn, "bait.1").turns == (2, 2, 2)  # mark, then name
    assert beat(drawn, "court.0").turns == (1, 1, 1)  # offer, challenge, rule
    # Two of three questions are put: two rulings, two chances to object; all confront.
    assert beat(drawn, "court.2").turns == (3, 2, 3)
    assert beat(drawn, "court.3").turns == (1, 2, 2)  # one argument, and one thing it rests on


def test_beats_say_which_document_exhibit_person_or_law_they_are_about(drawn):
    assert beat(drawn, "bait.1").text == "Guild chat of The Little Lamps"
    assert beat(drawn, "charge.1").text == "Exhibit 1: Record of the chats and the call"
    assert beat(drawn, "answers.1").text == "The prosecution examines Lu Hang"
    assert beat(drawn, "debate.1").text == "Was it Lu Hang who wrote and spoke?"
    assert beat(drawn, "verdict.3").text.endswith("art. 266: Fraud")


def test_an_arrow_leads_from_the_choice_to_what_hangs_on_it(drawn):
    arrow = drawn.arrows[0]

    assert (arrow.start, arrow.end) == ("bait.3", "bait.4")
    assert arrow.label.startswith("“Report Fox Keeper")
    assert drawn.arrows[1].label == f"not: {arrow.label}"


def test_an_arrow_leads_from_a_ruling_and_says_both_of_its_ends(drawn):
    (arrow,) = [a for a in drawn.arrows if a.end.startswith("verdict")]

    assert arrow.start.startswith("defence_case")
    assert arrow.label == "exhibit 7 admitted or exhibit 7 excluded"


def test_a_condition_on_several_beats_has_an_arrow_from_each_and_stands_whole_in_its_box():
    case = changed(
        (
            "      - find: all\n",
            "      - find: all\n        when: {all: [{chose: tell}, {not: {excluded: log}}]}\n",
        )
    )
    drawn = plan(case, Speech())

    arrows = [a for a in drawn.arrows if a.end == "court.4"]
    assert [a.start for a in arrows] == ["bait.2", "court.0"]
    assert [a.label for a in arrows] == ["“Tell mum”", "not: exhibit 1 excluded"]
    assert beat(drawn, "court.4").condition == "“Tell mum” and not: exhibit 1 excluded"


def test_a_condition_within_another_stands_in_brackets():
    either, neither = "{any: [{chose: tell}, {chose: pay}]}", "{any: [{chose: pay}, {chose: wait}]}"
    case = changed(
        (
            "      - find: all\n",
            f"      - find: all\n        when: {{all: [{either}, {{not: {neither}}}]}}\n",
        ),
        (
            "say: She told her mum.\n        when: {chose: tell}",
            f"say: S.\n        when: {either}",
        ),
    )

    labels = {a.end: a.label for a in plan(case, Speech()).arrows}
    assert labels["bait.3"] == "“Tell mum” or “Pay”"
    assert labels["court.4"] == "(“Tell mum” or “Pay”) and not: (“Pay” or “Wait”)"


def test_cuts_say_which_scenes_they_play(drawn, free_skins):
    assert [cut.name for cut in drawn.cuts] == ["15 minutes", "40 minutes", "80 minutes"]
    assert drawn.cuts[0].scenes == frozenset(free_skins.cuts[15])


def test_the_drawing_names_each_link_of_the_chain_and_each_role(drawn):
    shown = texts(svg(drawn))

    for word in (*drawn.chains.values(), *drawn.roles, *(scene.lasts for scene in drawn.scenes)):
        assert word in shown


def test_the_drawing_can_be_drawn_by_a_stranger(drawn):
    assert bytes(resvg_py.svg_to_bytes(svg_string=svg(drawn)))[1:4] == b"PNG"


def test_nothing_is_drawn_outside_the_picture(drawn):
    root = ElementTree.fromstring(svg(drawn))
    wide, high = float(root.get("width") or 0), float(root.get("height") or 0)

    for node in root.iter():
        assert 0 <= float(node.get("x") or node.get("cx") or 0) <= wide
        assert 0 <= float(node.get("y") or node.get("cy") or 0) <= high


def test_arrows_that_lie_side_by_side_have_lanes_of_their_own(drawn):
    down = re.findall(r'd="M[\d.]+ [\d.]+H[\d.]+Q([\d.]+) ', svg(drawn))

    assert len(set(down)) == 1  # in this case none lies beside another
    tangled = replace(
        drawn,
        arrows=(
            replace(drawn.arrows[0], end="verdict.0"),
            replace(drawn.arrows[0], start="crossroads.1", end="verdict.1"),
        ),
    )
    assert len(set(re.findall(r"H[\d.]+Q([\d.]+) [\d.]+ [\d.]+ [\d.]+V", svg(tangled)))) == 2


def test_english_asks_for_a_face_with_narrow_quotation_marks_first(drawn):
    assert "font-family=\"'Noto Sans','" in svg(drawn)
    assert "font-family=\"'Noto Sans SC','" in svg(replace(drawn, language="zh_CN"))


def test_signs_of_svg_in_a_title_stay_text():
    drawn = replace(plan(changed(), Speech()), title=NASTY + "\x00\x1b")

    assert "<b>&amp;</b> #35;" in texts(svg(drawn))


def test_signs_of_mermaid_in_a_title_stay_text(drawn):
    scene = replace(drawn.scenes[0], title=NASTY)
    text = mermaid(replace(drawn, scenes=(scene, *drawn.scenes[1:])))

    (line,) = [line for line in text.splitlines() if line.startswith("  subgraph s0[")]
    inside = line.removeprefix('  subgraph s0["').removesuffix('"]')
    assert not set(inside) & set('"<>&`\\[]{}|')
    assert "#34;#93;#59; #60;b#62;" in inside


def test_signs_of_dot_in_a_title_stay_text(drawn):
    text = dot(replace(drawn, title=NASTY + "\n\\"))

    (line,) = [line for line in text.splitlines() if line.startswith("  graph [label=")]
    inside = line.removeprefix('  graph [label="').removesuffix(
        '", labelloc=t, fontsize=22, compound=true,'
    )
    assert not re.search(r'(?<!\\)(?:\\\\)*"', inside)
    assert "&amp;amp;" in inside


def test_ids_of_the_author_are_no_part_of_mermaid_and_dot(drawn):
    for text in (mermaid(drawn), dot(drawn)):
        assert "crossroads" not in text


@pytest.mark.parametrize(("ending", "start"), [(".svg", "<svg"), (".mmd", "---"), (".dot", "dig")])
def test_the_ending_chooses_the_form(tmp_path, ending, start):
    output = tmp_path / ("x" + ending)

    assert draw_map(CASE, output, str, Speech()) == 0
    assert output.read_text("utf-8").startswith(start)


def test_without_an_output_the_picture_comes_here(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert draw_map(CASE, None, str, Speech()) == 0
    assert capsys.readouterr().out == "The map is in free_skins.svg.\n"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["free_skins.svg"]


def test_an_unknown_ending_is_misuse(tmp_path, capsys):
    assert draw_map(CASE, tmp_path / "x.yaml", str, Speech()) == 2
    assert "as .svg, .mmd, .dot" in capsys.readouterr().err
    assert not (tmp_path / "x.yaml").exists()


def test_a_broken_case_is_sent_to_check(tmp_path, capsys):
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n", "utf-8")

    assert draw_map(broken, tmp_path / "x.svg", str, Speech()) == 1
    assert "“mockcourt check” says why" in capsys.readouterr().err
    assert not (tmp_path / "x.svg").exists()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path, capsys):
    assert draw_map(CASE, tmp_path / "nowhere" / "x.svg", str, Speech()) == 1
    assert "cannot be written" in capsys.readouterr().err
