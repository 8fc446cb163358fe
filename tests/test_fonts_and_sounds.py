"""What is under assets/fonts and assets/sounds is complete, legal to ship and loads."""

import os
from functools import cache
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.text.coverage import missing
from game.window.faces import LATIN

ASSETS = Path(__file__).parents[1] / "assets"
FONTS, SOUNDS = ASSETS / "fonts", ASSETS / "sounds"
CHINESE = ("NotoSansSC-Regular", "NotoSansSC-Bold")
LATINS = ("NotoSansSC-Latin-Regular", "NotoSansSC-Latin-Bold")
EASY = ("EasyLetters-Regular", "EasyLetters-Bold")
EFFECTS = (
    "gavel", "chime", "page", "phone", "murmur", "tick",
    "objection", "curtain", "success", "thought",
)  # fmt: skip
LOOPS = ("title", "trial", "debrief")


@cache
def font(name):
    return TTFont(BytesIO((FONTS / f"{name}.otf").read_bytes()), lazy=True)


def advance(face, sign):
    """In thousandths of an em."""
    return face["hmtx"][face.getBestCmap()[ord(sign)]][0]


def gbk():
    pairs = (bytes(pair) for pair in product(range(0x81, 0xFF), range(0x40, 0xFF)))
    signs = (pair.decode("gbk", "ignore") for pair in pairs if pair[1] != 0x7F)
    return {ord(sign) for sign in signs if len(sign) == 1}


@pytest.mark.parametrize("name", CHINESE)
def test_the_chinese_face_covers_gbk(name):
    assert gbk() - font(name).getBestCmap().keys() == set()


@pytest.mark.parametrize("name", CHINESE)
def test_the_coverage_table_agrees_with_the_font(name):
    covered = font(name).getBestCmap()
    told = {point for point in range(0x30000) if not missing(chr(point))}

    assert covered.keys() - told == set()
    assert {point for point in told - covered.keys() if chr(point).isprintable()} <= {
        *range(0xFE00, 0xFE10),  # variation selectors draw nothing
    }


@pytest.mark.parametrize("name", CHINESE)
def test_signs_of_the_screens_are_there(name):
    covered = font(name).getBestCmap()

    assert [sign for sign in "①⑳✓✗□☐→←↑↓℃％—…·“”‘’￥¥€×÷±°★●○≒" if ord(sign) not in covered] == []


@pytest.mark.parametrize("name", LATINS)
def test_english_quotes_are_narrow_in_the_latin_face(name):
    face = font(name)

    assert all(advance(face, sign) < 340 for sign in "‘’")
    assert all(advance(face, sign) < 600 for sign in "“”·")
    assert advance(face, "—") < 950


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_quotes_are_wide_in_the_chinese_face(name):
    face = font(name)

    assert {advance(face, sign) for sign in "“”‘’…，。"} == {1000}


@pytest.mark.parametrize("name", LATINS + EASY)
def test_the_latin_face_has_all_that_lettering_asks_of_it(name):
    covered = font(name).getBestCmap()
    ranges = [(" ", "~"), ("À", "Ö"), ("Ø", "ö"), ("ø", "ÿ")]
    signs = {point for a, b in ranges for point in range(ord(a), ord(b) + 1)}
    signs |= {ord(sign) for sign in LATIN if not sign.isspace()}

    assert signs - covered.keys() == set()


@pytest.mark.parametrize("name", CHINESE + LATINS + EASY)
def test_fonts_are_hinted_outlines_with_kerning(name):
    face = font(name)
    features = {record.FeatureTag for record in face["GPOS"].table.FeatureList.FeatureRecord}
    top = face["CFF "].cff.topDictIndex[0]

    assert "kern" in features
    parts = getattr(top, "FDArray", [top])
    assert any(part.Private.BlueValues for part in parts if hasattr(part.Private, "BlueValues"))


@pytest.mark.parametrize("name", CHINESE + LATINS)
def test_faces_share_one_baseline(name):
    table = font(name)["hhea"]

    assert (table.ascent, table.descent) == (1160, -288)


@pytest.mark.parametrize("name", CHINESE + LATINS)
def test_fonts_carry_their_licence_and_no_reserved_name(name):
    names = font(name)["name"]

    assert "SIL Open Font License" in names.getDebugName(13)
    assert "Source" not in names.getDebugName(1)
    assert names.getDebugName(1).startswith("Noto Sans SC Mock Court")


@pytest.mark.parametrize("name", EASY)
def test_the_easy_letters_carry_their_licence_and_nowhere_the_reserved_name(name):
    face = font(name)
    called = [face["name"].getDebugName(number) or "" for number in (1, 3, 4, 6, 16, 17)]

    assert "Open Font License" in face["name"].getDebugName(13)
    assert not any("OpenDyslexic" in each for each in [*called, *face["CFF "].cff.fontNames])


def test_fonts_take_less_than_13_megabytes():
    assert sum(file.stat().st_size for file in FONTS.glob("*.otf")) < 13_000_000


def test_the_licence_text_is_whole():
    text = (FONTS / "OFL.txt").read_text("utf-8")

    assert "Copyright 2014-2021 Adobe" in text
    assert "OTHER DEALINGS IN THE FONT SOFTWARE" in text


def test_the_licence_of_the_easy_letters_is_whole():
    text = (FONTS / "OFL-EasyLetters.txt").read_text("utf-8")

    assert "Abbie Gonzalez" in text
    assert "OTHER DEALINGS IN THE FONT SOFTWARE" in text


@pytest.mark.parametrize("folder", [FONTS, SOUNDS], ids=lambda folder: folder.name)
def test_the_readme_says_how_to_rebuild_and_under_which_licence(folder):
    text = (folder / "README.md").read_text("utf-8")

    assert f"python assets/{folder.name}/build.py" in text
    assert "## Licence" in text


@pytest.fixture(scope="module")
def mixer():
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame = pytest.importorskip("pygame")
    pygame.mixer.init(22_050, -16, 1)
    yield pygame.mixer
    pygame.mixer.quit()


def wave(mixer, name):
    raw = mixer.Sound(SOUNDS / f"{name}.ogg").get_raw()
    return [sample / 32768 for sample in memoryview(raw).cast("h")]


def samples(mixer, name):
    return [abs(sample) for sample in wave(mixer, name)]


@pytest.mark.parametrize("name", EFFECTS)
def test_a_sound_loads_and_can_be_heard_and_does_not_clip(mixer, name):
    peak = max(samples(mixer, name))

    assert 0.1 < peak < 0.75


@pytest.mark.parametrize("name", EFFECTS)
def test_a_sound_is_short_and_ends_in_silence(mixer, name):
    heard = samples(mixer, name)

    assert len(heard) < 2 * 22_050
    assert max(heard[-20:]) < 0.02


@pytest.mark.parametrize("name", LOOPS)
def test_music_is_quieter_than_the_sounds_and_goes_round_without_a_click(mixer, name):
    heard = wave(mixer, f"music/{name}")
    steps = [abs(one - other) for one, other in pairwise(heard)]

    assert 0.1 < max(map(abs, heard)) < 0.32
    assert 20 < len(heard) / 22_050 < 30
    assert abs(heard[0] - heard[-1]) <= max(steps)


def test_sounds_and_music_take_less_than_160_kilobytes():
    effects, loops = sorted(SOUNDS.glob("*.ogg")), sorted(SOUNDS.glob("music/*.ogg"))

    assert [file.stem for file in effects] == sorted(EFFECTS)
    assert [file.stem for file in loops] == sorted(LOOPS)
    assert sum(file.stat().st_size for file in effects) < 60_000
    assert sum(file.stat().st_size for file in loops) < 100_000
