"""Whoever has read well can answer: nothing needed is missing, nothing has two right answers."""

from __future__ import annotations

import pytest

from game.scenario.diagnostics import Severity

LOG = """\
exhibits:
  log: {title: The log, kind: record, offered_by: prosecution, shows: x, because: x}
"""
CHOICE = """\
- decide:
    ask: What now?
    choices:
      ask_mum: {says: Ask mum., sound: yes}
      send_code: {says: Send it., because: A code is a password.}
      wait: {says: Wait., because: It is stolen by then.}
"""
ARGUED = """\
- argue:
    about: Who was it?
    prosecution: {choices: {a: {says: He, sound: yes, rests_on: [log]}, b: {says: She, because: x},
      c: {says: They, because: x}}}
    defence: {choices: {d: {says: He, sound: yes}, e: {says: She, because: x},
      f: {says: They, because: x}}}
    judge: {choices: {g: {says: He, sound: yes}, h: {says: She, because: x},
      i: {says: They, because: x}}}
"""
COMPARED = """\
documents:
  chat:
    kind: chat
    title: x
    messages:
      - {id: m1, says: "[Skins](trap:free_gift) [page](honest:notice)"}
      - {id: m2, says: "Ten skins"}
  told: {kind: statement, title: x, messages: [{id: s1, says: Skins.}]}
scenes:
  - id: s
    title: x
    chain: prevention
    beats:
      - compare:
          left: told
          right: chat
          links: [{left: s1, right: m1, relation: supports, because: x}]
"""


def of(code, findings):
    return [finding[1:] for finding in findings if finding[0] == code]


def scenes(cut, *beats):
    """The cut to ten minutes has the scenes `cut`; each of `beats` is a scene: s0, s1."""
    text = f"cuts: {{10: [{', '.join(cut)}]}}\nscenes:\n"
    for number, beat in enumerate(beats):
        text += f"  - id: s{number}\n    title: x\n    chain: prevention\n    beats:\n"
        text += "".join(f"      {line}\n" for line in beat.rstrip().split("\n"))
    return LOG + text


def test_comparison_that_can_be_answered(case, found):
    assert found(case(COMPARED)) == []


def test_entries_that_read_the_same_are_found_at_the_second(case, found):
    text = COMPARED.replace('"Ten skins"', '"Skins  [page](honest:notice)"')

    assert of("C341", found(case(text))) == [(23, 24, '"Skins  [page](honest:notice)"')]


def test_entries_that_read_the_same_may_both_be_right(case, found):
    both = "because: x}, {left: s1, right: m2, relation: supports, because: x}]"
    text = COMPARED.replace("because: x}]", both).replace('"Ten skins"', '"Skins page"')

    assert found(case(text)) == []


def test_entries_without_an_id_may_read_the_same(case, found):
    text = COMPARED.replace('{id: m2, says: "Ten skins"}', '{says: "Skins page"}')

    assert found(case(text)) == []


def test_document_is_not_compared_with_itself(case, found):
    text = COMPARED.replace("right: chat", "right: told").replace("right: m1", "right: s1")

    assert [word for *_, word in of("C341", found(case(text)))] == ["told"]


def test_sentence_that_is_linked_and_silent(case, found):
    text = COMPARED + "          silent: {s1: Nothing is said of it.}\n"

    assert [word for *_, word in of("C341", found(case(text)))] == ["s1"]


def test_entry_that_agrees_and_disagrees_with_one_sentence(case, found):
    both = "because: x}, {left: s1, right: m1, relation: contradicts, because: x}]"
    text = COMPARED.replace("because: x}]", both)

    assert [word for *_, word in of("C341", found(case(text)))] == ["contradicts"]


@pytest.mark.parametrize("cut", [["s0", "s1"], ["s0"], []])
def test_cut_that_has_what_it_needs(cut, case, found):
    assert of("C342", found(case(scenes(cut, "- exhibit: log", ARGUED)))) == []


def test_cut_that_leaves_out_the_scene_with_the_exhibit(case, loaded, found):
    text = case(scenes(["s1"], "- exhibit: log", ARGUED))
    (finding,) = loaded(text).diagnostics

    assert of("C342", found(text)) == [(48, 8, "10")]
    assert "“s1” needs the exhibit “log”" in str(finding.message)
    assert "“s0”" in str(finding.hint)


def test_exhibit_that_is_never_shown_is_not_blamed_on_the_cut(case, found):
    assert {code for code, *_ in found(case(scenes(["s0"], ARGUED)))} == {"C324"}


def test_exhibit_that_a_condition_may_skip(case, loaded):
    shown = CHOICE + "- {exhibit: log, when: {chose: wait}}\n"
    (finding,) = loaded(case(scenes(["s0"], shown + ARGUED))).diagnostics
    same = ARGUED.replace("- argue:", "- when: {chose: wait}\n  argue:")

    assert (finding.code, finding.severity) == ("C342", Severity.WARNING)
    assert loaded(case(scenes(["s0"], shown + same))).diagnostics == ()


def test_sound_argument_cannot_rest_on_what_is_flawed(case, found):
    text = case(scenes(["s0"], "- exhibit: log\n" + ARGUED))
    flawed = text.replace("kind: record", "kind: record, flaw: legality")

    assert [word for *_, word in of("C342", found(flawed))] == ["log"]
    assert of("C342", found(flawed.replace("sound: yes, rests", "because: x, rests"))) == []


def test_proof_that_is_shown_too_late(case, found):
    issue = "issues: {led: {says: He led., proved: yes, carried_by: [log], because: x}}\n"
    late = found(case(issue + scenes(["s0"], "- find: all\n- exhibit: log")))

    assert [word for *_, word in of("C342", late)] == ["log"]
    assert found(case(issue + scenes(["s0"], "- exhibit: log\n- find: all"))) == []


def compared(*answers):
    """Sentences whose answers are the entries m0 to m3, or `silent`."""
    entries = "".join(f'      - {{id: m{n}, says: "{n}"}}\n' for n in range(4))
    marked = '      - {says: "[Skins](trap:free_gift) [page](honest:notice)"}\n'
    told = "".join(f"      - {{id: s{n}, says: x{n}}}\n" for n in range(len(answers)))
    links = "".join(
        f"            - {{left: s{n}, right: {a}, relation: supports, because: x}}\n"
        for n, a in enumerate(answers)
        if a != "silent"
    )
    silent = "".join(f"s{n}: x, " for n, a in enumerate(answers) if a == "silent")
    return (
        "documents:\n  chat:\n    kind: chat\n    title: x\n    messages:\n" + marked + entries
        + "  told:\n    kind: statement\n    title: x\n    messages:\n" + told
        + "scenes:\n  - id: s\n    title: x\n    chain: prevention\n    beats:\n"
        + "      - compare:\n          left: told\n          right: chat\n"
        + f"          links:\n{links}          silent: {{{silent}}}\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "answers",
    [
        ("m0", "m1", "m2", "m3", "silent"),
        ("m0", "m0", "m0"),
        ("m0", "m0", "m0", "m1", "m2", "m3"),
        ("m3", "m3", "m3", "m3", "m3"),
    ],
)
def test_sound_entries_that_stand_here_and_there(answers, case, found):
    assert of("C343", found(case(compared(*answers)))) == []


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        (("m0", "m0", "m0", "m0"), "first"),
        (("m0", "m0", "m0", "m0", "m3"), "first"),
        (("silent", "silent", "silent", "silent", "m0"), "last"),
    ],
)
def test_sound_entries_that_stand_in_one_place(answers, where, case, loaded):
    (finding,) = loaded(case(compared(*answers))).diagnostics

    assert (finding.code, finding.severity) == ("C343", Severity.WARNING)
    assert f"what stands {where}" in str(finding.message)
    assert f"4 of {len(answers)}" in str(finding.message)


def test_exhibits_under_arguments_count_as_turns_too(case, loaded):
    argued = ARGUED.replace("He, sound: yes}", "He, sound: yes, rests_on: [log]}", 1)
    names = ["log", "e1", "e2", "e3", "e4"]
    other = LOG.removeprefix("exhibits:\n")
    others = "".join(other.replace("log:", f"{name}:") for name in names[1:])
    shows = "".join(f"- exhibit: {name}\n" for name in names)
    text = scenes(["s0"], shows + 2 * argued).replace("cuts:", others + "cuts:")

    assert [d.code for d in loaded(case(text)).diagnostics] == ["C343"]


def test_exhibit_that_is_misspelt_has_one_finding_only(case, found):
    issue = "issues: {led: {says: He led., proved: yes, carried_by: [log], because: x}}\n"
    text = case(issue + scenes(["s0"], "- exhibit: lgo\n- find: all"))

    assert [code for code, *_ in found(text)] == ["C203"]
