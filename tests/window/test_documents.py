"""Every kind of document and every channel has a look of its own, in which nothing sticks out."""

from __future__ import annotations

import pygame
import pytest
from msgspec.structs import replace
from pygame import Rect

from game.scenario.channels import CHANNELS
from game.scenario.names import DocumentKind
from game.scenario.steps import Role
from game.trial.view import Passage, Run
from game.window.pictures import Pictures
from game.window.screens.channels import FRAMES, TALKS
from game.window.screens.documents import ICONS, LOOKS
from game.window.screens.record import RecordScreen
from game.window.widgets.label import Label
from tests.window import pilot as fly
from tests.window.sample import Sample
from tests.window.views import ASSETS, SampleTable

KINDS = sorted(LOOKS)
WAYS = [way for way, _ in CHANNELS]
each_size = pytest.mark.parametrize("scale", [1.0, 2.0])


def read(document, language="en", **settings):
    """The record, open at `document`."""
    pilot, doors = fly.player(language, **settings)
    table = SampleTable(doors, Role.JUDGE)
    view = replace(table.view(), documents=(document,))
    table.view = lambda: view
    screen = RecordScreen(table, "documents")
    screen.build(pilot.app.kit)
    return screen


def sound(screen):
    """Whether all parts lie within what holds them, and all letters within their labels."""
    widgets = screen.desk.widgets
    stray = [w for widget in widgets for w in fly.outside(widget, Rect(widget.rect))]
    labels = [w for w in screen.desk.family() if isinstance(w, Label)]
    return not stray and all(w.layout.size[0] <= w.rect.w + 1 for w in labels)


@each_size
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_of_a_document(kind, language, scale):
    document = replace(Sample(language).chat, kind=kind)

    assert sound(read(document, language, text_scale=scale))


@each_size
@pytest.mark.parametrize("way", WAYS)
def test_nothing_sticks_out_of_a_message_whatever_its_channel(way, scale):
    sample = Sample("zh_CN")
    came = [replace(p, via=way, channel="带二维码的海报") for p in sample.chat.passages]
    document = replace(sample.chat, passages=tuple(came))

    assert sound(read(document, "zh_CN", text_scale=scale))


def test_no_two_kinds_of_document_look_alike_save_chat_and_call():
    pictures = {}
    for kind in KINDS:
        screen = read(replace(Sample("en").chat, kind=kind))
        surface = pygame.Surface((1280, 720), 0, 32)
        screen.paint(surface)
        pictures[kind] = pygame.image.tobytes(surface, "RGB")

    assert len(set(pictures.values())) == len(KINDS)


def test_every_channel_has_a_frame_or_a_sign_of_its_own():
    signs = [frame.icon for frame in FRAMES.values()] + list(TALKS.values())

    assert set(FRAMES) | set(TALKS) == set(WAYS)
    assert len(set(signs)) == len(WAYS)


def test_every_sign_is_drawn():
    pictures = Pictures(ASSETS / "art")
    signs = [f.icon for f in FRAMES.values()] + [f.ornament for f in FRAMES.values() if f.ornament]
    for name in (*signs, *TALKS.values(), *ICONS.values()):
        drawn = pictures.icon(name, 24, (0, 0, 0))

        assert pygame.mask.from_surface(drawn).count() > 20, name


def test_a_code_on_a_poster_has_not_the_corners_of_a_real_one():
    poster = Pictures(ASSETS / "art").icon("qr", 96, (0, 0, 0))
    solid = pygame.mask.from_surface(poster)

    assert not any(solid.get_at(corner) for corner in ((6, 6), (90, 6), (6, 90)))


@pytest.mark.parametrize("kind", ["letter", "statement"])
def test_a_sheet_is_signed_by_its_only_author(kind):
    alone = tuple(Passage(f"{n}", (Run(f"Sentence {n}."),), "chen", "Chen Hao") for n in range(3))
    document = replace(Sample("en").chat, kind=kind, passages=alone)

    assert read(document).desk.widgets[0].text().count("Chen Hao") == 1


def test_a_document_of_several_hands_is_signed_by_nobody():
    screen = read(replace(Sample("en").chat, kind="letter"))
    names = [w for w in screen.desk.family() if isinstance(w, Label) and w.text() == "GM Star"]

    assert names == []


def test_every_kind_that_a_teacher_may_write_has_a_look():
    assert set(LOOKS) == {kind.value for kind in DocumentKind}
