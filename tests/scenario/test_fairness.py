"""What a case gives away as a whole, and what in it may be real, is found at its exact place."""

from __future__ import annotations

from math import comb

import pytest

from game.scenario.checks.longest import by_chance
from game.scenario.checks.real import found_in
from game.scenario.diagnostics import Severity

MOBILE, IDENTITY, CARD = "13812345678", "110101201003075138", "6222021234567890128"


def of(code, findings):
    return [finding[1:] for finding in findings if finding[0] == code]


def marked(traps, honest):
    """A document with so many phrases of each kind."""
    says = "[Now](trap:free_gift) " * traps + "[There](honest:notice) " * honest
    head = "documents:\n  chat: {kind: chat, title: x, messages: [{says: '"
    return head + says.strip() + "'}]}"


def quizzes(longest, others, decoys=2):
    """So many turns in which the sound choice is the longest, and so many in which it is not."""
    rest = "".join(f", d{n}: {{says: Four, because: x}}" for n in range(decoys))
    turn = "- quiz: {{ask: x, because: x, choices: {{a: {{says: {}, sound: yes}}" + rest + "}}}}\n"
    turn = turn.replace(": {says: Four, because: x}", ": {{says: Four, because: x}}")
    return turn.format("Longest") * longest + turn.format("Even") * others


def timed(cut, *minutes):
    """A cut with scenes of so many minutes; None for a scene that does not say."""
    names = [f"s{n}" for n in range(len(minutes))]
    text = f"cuts: {{{cut}: [{', '.join(names)}]}}\nscenes:\n"
    for name, taken in zip(names, minutes, strict=True):
        text += f"  - {{id: {name}, title: x, chain: prevention, "
        text += f"minutes: {taken}, " if taken is not None else ""
        text += "beats: [{say: x}]}\n"
    return text


@pytest.mark.parametrize(("traps", "honest"), [(13, 7), (7, 13), (3, 3), (4, 3), (4, 1), (5, 0)])
def test_phrases_in_balance_or_too_few_to_tell(traps, honest, case, found):
    assert of("C306", found(case(marked(traps, honest)))) == []


@pytest.mark.parametrize(
    ("traps", "honest", "hint"),
    [(4, 2, "more honest"), (14, 7, "more honest"), (7, 14, "more traps"), (5, 1, "more honest")],
)
def test_phrases_out_of_balance(traps, honest, hint, case, loaded):
    (finding,) = [d for d in loaded(case(marked(traps, honest))).diagnostics if d.code == "C306"]

    assert (finding.spot.line, finding.spot.column) == (17, 1)
    assert hint in str(finding.hint)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(("longest", "others"), [(7, 0), (6, 2), (0, 8), (4, 9)])
def test_sound_choice_that_is_the_longest_now_and_then(longest, others, case, found):
    assert of("C307", found(case(quizzes(longest, others)))) == []


def test_sound_choice_that_is_nearly_always_the_longest(case, loaded):
    (finding,) = loaded(case(quizzes(7, 1))).diagnostics

    assert (finding.code, finding.spot.line, finding.spot.column) == ("C307", 28, 1)
    assert "7 of 8" in str(finding.message)
    assert str(finding.hint).endswith("lines 33, 34, 35, 36, 37, 38, 39")


def test_more_decoys_make_the_longest_more_telling(case, found):
    assert len(of("C307", found(case(quizzes(5, 3, decoys=5))))) == 1
    assert of("C307", found(case(quizzes(5, 3, decoys=2)))) == []


@pytest.mark.parametrize("hits", range(9))
def test_chance_is_the_tail_of_the_binomial_distribution(hits):
    tail = sum(comb(8, i) * 2 ** (8 - i) for i in range(hits, 9)) / 3**8

    assert by_chance([3] * 8, hits) == pytest.approx(tail)


def test_chance_of_turns_of_several_sizes():
    assert by_chance([3, 4], 1) == pytest.approx(1 - 2 / 3 * 3 / 4)
    assert by_chance([3, 4], 2) == pytest.approx(1 / 12)


@pytest.mark.parametrize(
    "text",
    [
        *("http://", "https://a.b/c", "www.skins.example.com", "skins-gift.com", "a.gov.cn/x?y=1"),
        *("GIFT.TOP", MOBILE, "138 1234 5678", "138-1234-5678", "+86 13812345678", IDENTITY),
        *("11010120100307504X", "110101 20100307 5138", CARD, "4111 1111 1111 1111"),
        *("010-62345678", "0755 2345678", "400-123-4567", "a.b-c@skins.com", "QQ 12345678"),
        *(
            "QQ群：12345",
            "微信号：fox_07x",
            "VX: 1234567",
            "WeChat ID: fox_keeper",
            "wxid_a1b2c3d4",
        ),
    ],
)
@pytest.mark.parametrize("around", ["{}", "See {}.", "请看{}，好吗？", "[{}](trap:free_gift)"])
def test_what_may_be_real(text, around):
    assert [real.text for real in found_in(around.format(text))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        *("skins.example", "https://skins.example/a.com", "www.skins.invalid", "skins.com.example"),
        *("Ask mum.Come home", "criminal_law/266", "a.community", "138****5678", "12812345678"),
        *("1381234567", "138123456789", "A13812345678", "110101201013075134", "4111111111111112"),
        *("110101201002305138", "110101201003075134", "fox@skins.example", "QQ 12****78", "a@b"),
        *("on WeChat with friends", "微信里有人加我", "微信号：****", "2010-07654321", "QQ 群里"),
        *("411111111111111", "0000000000000000", "2026-05-16 20:14", "96110", "8,600 yuan"),
    ],
)
def test_what_cannot_be_real(text):
    assert list(found_in(text)) == []


@pytest.mark.parametrize(
    ("title", "column"),
    [("See www.a.cn!", 12), ('"See www.a.cn!"', 13), ("'See www.a.cn!'", 13)],
)
def test_link_is_underlined_in_its_text(title, column, case, found):
    assert of("C308", found(case("title: " + title))) == [(4, column, "www.a.cn")]


def test_text_of_several_lines_is_pointed_at_where_it_starts(case, found):
    assert of("C308", found(case("title: >-\n  The free\n  www.a.cn skins"))) == [(4, 8, ">")]


def test_where_to_read_about_a_case_may_be_real(case, found):
    assert found(case("based_on: {kind: adapted, note: x, sources: [www.a.cn]}")) == []


@pytest.mark.parametrize(
    ("cut", "minutes"),
    [(10, [13]), (10, [7]), (20, [24]), (20, [10, 6]), (60, [60, 12]), (9, [None])],
)
def test_cut_that_keeps_its_time(cut, minutes, case, found):
    assert of("C309", found(case(timed(cut, *minutes)))) == []


@pytest.mark.parametrize(
    ("cut", "minutes"), [(10, [14]), (10, [6]), (20, [25]), (20, [10, 5]), (60, [60, 13])]
)
def test_cut_that_takes_longer_or_shorter(cut, minutes, case, loaded, found):
    text = case(timed(cut, *minutes))
    (finding,) = [d for d in loaded(text).diagnostics if d.code == "C309"]

    assert [word for *_, word in of("C309", found(text))] == [str(cut)]
    assert str(sum(minutes)) in str(finding.message)


def test_cut_has_its_exact_place(case, found):
    assert of("C309", found(case(timed(10, 14)))) == [(30, 8, "10")]


def test_scene_without_minutes_takes_five_among_timed_ones(case, found):
    assert of("C309", found(case(timed(20, 10, None)))) != []
    assert of("C309", found(case(timed(15, 10, None)))) == []


def test_a_cut_without_scenes_is_found(case, found):
    assert [code for code, *_ in found(case("cuts: {15: []}"))] == ["C309"]


@pytest.mark.parametrize("name", ["WeChat", "wechat", "ROBLOX", "League of Legends", "QQ"])
@pytest.mark.parametrize("around", ["On {} it was.", "她在{}上。", "“{}”"])
def test_a_real_name_in_letters_is_a_whole_word(name, around, case, found):
    text = case("title: " + around.format(name))
    other = case("title: " + around.format("x" + name + "x"))

    assert [word for *_, word in of("C340", found(text))] == [name]
    assert of("C340", found(other)) == []


@pytest.mark.parametrize("says", ["她打开微信付款", "在京东上买的", "玩原神的时候"])
def test_a_real_name_in_chinese_is_found_within_a_sentence(says, case, found):
    assert len(of("C340", found(case("title: " + says)))) == 1


@pytest.mark.parametrize(
    "says",
    [
        *("北京东路的法院", "中原神话", "近视三百度", "孩子上网易受骗", "正值年华为国争光"),
        *("The king of Honor", "Call the bank of the city", "A twit", "Steam rose from the tea."),
    ],
)
def test_ordinary_words_are_nobodys_name(says, case, found):
    assert of("C340", found(case("title: " + says))) == []


def test_a_real_name_has_its_exact_place(case, found):
    assert of("C340", found(case("title: On WeChat"))) == [(4, 11, "WeChat")]


def test_what_a_case_is_based_on_may_be_named(case, found):
    assert found(case("based_on: {kind: adapted, note: It began on WeChat.}")) == []


@pytest.mark.parametrize("reason", ["Send it", "send  it!", "“[Send](law:a/1) it”"])
def test_reason_that_repeats_its_choice(reason, case, loaded):
    (finding,) = loaded(case(chosen(reason))).diagnostics

    assert (finding.code, finding.severity) == ("C346", Severity.WARNING)
    assert "repeats" in str(finding.message)


@pytest.mark.parametrize(
    "reason", ["See above.", "TODO", "同上。", "（待补充）", "xxx", "Because…"]
)
def test_reason_that_says_nothing_by_itself(reason, case, found):
    assert len(of("C346", found(case(chosen(reason))))) == 1


@pytest.mark.parametrize("reason", ["x", "Because he will ask again.", "Sending it", "无人知道"])
def test_reason_that_is_one(reason, case, found):
    assert found(case(chosen(reason))) == []


def test_lesson_that_repeats_the_tell_has_its_exact_place(case, found):
    text = case("traps: {free_gift: {kind: free_lure, tell: Ask first., lesson: ask first}}")

    assert [word for *_, word in of("C346", found(text))] == ["ask first"]


def chosen(reason):
    """A turn with a decoy that has this reason."""
    return (
        "- decide:\n    ask: x\n    choices:\n      a: {says: Ask, sound: yes}\n"
        f'      b: {{says: Send it, because: "{reason}"}}\n      c: {{says: Wait, because: x}}\n'
    )
