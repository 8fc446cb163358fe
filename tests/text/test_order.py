"""A translator reads a case as a class meets it, and knows of each text where it stands."""

from __future__ import annotations

from collections import Counter

import pytest

from game.scenario.walk import sentences
from game.text.context import context
from game.text.order import reading_order


@pytest.fixture
def read(free_skins):
    return list(reading_order(free_skins))


@pytest.fixture
def notes(read):
    """The notes on a text, by its path of fields."""
    return {w.place: [str(note) for note in context(w, "en")] for w in read}


def first(read, start: str) -> int:
    return next(n for n, written in enumerate(read) if written.place.startswith(start))


def test_every_sentence_comes_exactly_once(shipped):
    in_order = Counter(written.place for written in reading_order(shipped))

    assert in_order == Counter(written.place for written in sentences(shipped))


def test_the_title_comes_first_and_the_papers_last(read):
    assert read[0].place == "title"
    assert read[-1].place == "review.status"
    assert first(read, "briefings.judge") < first(read, "scenes.0.title")


def test_people_are_met_before_they_speak_and_documents_before_they_are_asked_about(read):
    speaks = next(w for w in read if w.text.startswith("Tomorrow is her birthday"))

    assert first(read, "people.xiaoyu.name") < read.index(speaks)
    assert first(read, "scenes.0.title") < first(read, "documents.guild_chat.title")
    assert first(read, "documents.guild_chat.title") < first(read, "scenes.0.beats.1.ask")
    assert first(read, "documents.call.title") > first(read, "scenes.1.title")


def test_a_trap_is_explained_after_the_document_that_holds_it(read):
    assert first(read, "documents.guild_chat.messages.16") < first(read, "traps.free_pair.tell")
    assert first(read, "traps.free_pair.tell") < first(read, "documents.call.title")


def test_exhibits_come_where_they_are_shown(read, free_skins):
    shown = [e for scene in free_skins.scenes for beat in scene.beats for e in beat.exhibits()]
    places = [first(read, f"exhibits.{exhibit}.title") for exhibit in shown]

    assert places == sorted(places)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("documents.guild_chat.messages.5.says", "a message from Fox Keeper, 20:09"),
        ("scenes.0.beats.0.lines.0.says", "Scene 1, “One hour a week”: the narrator tells it"),
        ("scenes.0.beats.0.lines.3.says", "Scene 1, “One hour a week”: Xiaoyu says it"),
        ("scenes.7.beats.4.questions.wall.says", "a question: the defence asks Ding Kai"),
        ("scenes.7.beats.4.questions.wall.answer", "Ding Kai answers the question “Where was"),
        ("scenes.0.beats.3.choices.warn_her.says", "a choice, for “You are Old Radish"),
        ("scenes.0.beats.3.choices.warn_her.because", "the reason, about “Report Fox Keeper"),
        ("scenes.10.beats.1.prosecution.choices.stairs_battery.says", "argument of the prosecut"),
        ("traps.free_pair.tell", "Trap “Ten pairs of foxes, free for this guild”"),
        ("title", "there is room for about 36 letters"),
        ("documents.guild_chat.messages.5.says", "leave what follows in ( ) as it is"),
    ],
)
def test_notes_tell_where_a_text_stands_and_who_says_it_to_whom(notes, place, note):
    assert note in "\n".join(notes[place])


def test_chinese_has_room_for_half_as_many_signs(read):
    assert "18 letters" in str(context(read[0], "zh_CN")[-1])


def test_what_listeners_see_of_a_speech_is_translated_level_by_level(small_case):
    levels = [w.text for w in sentences(small_case) if ".levels." in w.place]

    assert levels == ["no", "now and then", "yes"]
