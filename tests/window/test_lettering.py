"""A layout knows where each phrase stands, and draws it without laying out again."""

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.window.faces import ALL_WIDE, WIDE, Fonts, Pictures, Run, system_font
from game.window.lettering import Layout

FOLDER = Path(__file__).parents[2] / "assets" / "fonts"
TRICK = "把资金转入我们提供的“安全账户”并把短信验证码发给我"


def no_font(sign: str) -> None:
    """A computer without any font of its own."""


@pytest.fixture
def fonts():
    return Fonts(FOLDER, system=no_font)


@pytest.fixture
def chat(fonts):
    runs = [Run("现在请"), Run(TRICK, pick="safe_account"), Run("，核查后24小时内原路退回。")]
    return Layout(fonts, runs, size=20, width=300)


def canvas(size=(640, 200)):
    surface = pygame.Surface(size)
    surface.fill("white")
    return surface


def picture(layout, upto=None):
    surface = canvas()
    layout.draw(surface, (0, 0), upto)
    return pygame.image.tobytes(surface, "RGB")


def ink(surface):
    return sum(255 - value for value in pygame.image.tobytes(surface, "RGB"))


def test_a_phrase_wrapped_over_two_lines_has_two_rectangles(chat):
    first, second = chat.rects("safe_account")

    assert first.bottom == second.top
    assert first.left == 60  # after three characters of 20 pixels
    assert second.left == 0


def test_a_phrase_that_changes_face_or_weight_within_a_line_has_one_rectangle(fonts):
    runs = [Run("法庭it’s", pick="a"), Run("重要", bold=True, pick="a")]

    assert len(Layout(fonts, runs, size=20, width=400).rects("a")) == 1


def test_two_phrases_side_by_side_keep_their_rectangles(fonts):
    layout = Layout(fonts, [Run("一二", pick="a"), Run("三四", pick="b")], size=20)

    assert layout.rects("a") == [pygame.Rect(0, 0, 40, 29)]
    assert layout.rects("b") == [pygame.Rect(40, 0, 40, 29)]


def test_a_point_in_any_rectangle_hits_the_phrase(chat):
    for rect in chat.rects("safe_account"):
        assert chat.hit(*rect.center) == "safe_account"


def test_a_point_beside_the_phrase_hits_nothing(chat):
    assert chat.hit(5, 5) is None
    assert chat.hit(-5, 5) is None


def test_a_link_is_found_by_its_run(fonts):
    layout = Layout(fonts, [Run("见"), Run("第266条", link="criminal_law/266")], size=20)
    (rect,) = layout.rects_where(lambda run: run.link == "criminal_law/266")
    run = layout.run_at(*rect.center)

    assert run is not None
    assert run.link == "criminal_law/266"


def test_lines_are_1_45_font_sizes_high(chat):
    assert chat.height == len(chat.lines) * 29


def test_the_scale_multiplies_size_and_line_height():
    layout = Layout(Fonts(FOLDER, 2.0), "法庭", size=20)

    assert layout.size == (80, 58)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("width", [90, 200, 401])
def test_no_line_is_wider_than_asked(fonts, language, width):
    text = "Hello! I’m from the “Security Centre”, 工号9527。您的账户被列入洗钱名单——AV To Wa. "
    layout = Layout(fonts, text * 4, size=20, width=width, language=language)

    assert layout.width <= width


def test_a_layout_as_wide_as_it_says_does_not_wrap(fonts):
    text = "Don’t tell anyone, not even your parents or teachers: AV To Wa."
    free = Layout(fonts, text, size=17, language="en")
    tight = Layout(fonts, text, size=17, width=free.width, language="en")

    assert len(tight.lines) == 1


def test_english_quotes_are_narrow_and_chinese_ones_wide(fonts):
    english = Layout(fonts, "A “it’s” B", size=20, language="en").width
    chinese = Layout(fonts, "A “it’s” B", size=20, language="zh_CN").width

    assert english < chinese - 15


@pytest.mark.parametrize(("text", "squares"), [
    ("他说：“好。”再", 7),
    ("（《民法典》）第", 6.5),
    ("好。", 1.5),
    ("好，好", 3),
    ("“好", 1.5),
])  # fmt: skip
def test_signs_that_meet_and_those_at_the_ends_of_a_line_leave_no_holes(fonts, text, squares):
    assert Layout(fonts, text, size=20).width == squares * 20


def test_what_signs_give_up_is_blank(fonts):
    whole, squeezed = canvas(), canvas()
    for at, sign in enumerate("（《好》。”"):
        whole.blit(fonts.face("zh", 20).font.render(sign, True, "black"), (30 * at, 0))
    Layout(fonts, "（《好》。”", size=20).draw(squeezed, (0, 0))

    assert ink(squeezed) == ink(whole)


def test_a_paragraph_does_not_end_with_a_lone_character_or_word(fonts):
    chinese = Layout(fonts, "我去把钱要回来，保证谁都不知道呢。", size=20, width=300)
    english = Layout(fonts, "One fact changes, and the judgment with it.", size=20, width=345,
                     language="en")  # fmt: skip

    assert [chinese.text[start:end] for start, end in chinese.lines][-1] == "道呢。"
    assert [english.text[start:end] for start, end in english.lines][-1] == "judgment with it."


def test_the_apostrophe_of_an_english_word_is_narrow_in_chinese_too(fonts):
    kinds = [piece.text for piece in Layout(fonts, "他说it’s好", size=20).pieces]

    assert kinds == ["他说it", "’", "s好"]


def test_a_typewriter_shows_a_prefix(chat):
    whole = canvas()
    chat.draw(whole, (0, 0))
    half = canvas()
    chat.draw(half, (0, 0), 6)

    assert pygame.image.tobytes(half.subsurface(0, 0, 120, 29), "RGB") == pygame.image.tobytes(
        whole.subsurface(0, 0, 120, 29), "RGB"
    )
    assert pygame.image.tobytes(half.subsurface(120, 0, 400, 29), "RGB") == b"\xff" * (400 * 29 * 3)


def test_a_typewriter_at_the_end_shows_everything(chat):
    assert picture(chat, len(chat.text)) == picture(chat)


def test_a_typewriter_at_the_start_shows_nothing(chat):
    assert set(picture(chat, 0)) == {255}


def test_a_typewriter_renders_each_piece_once(chat):
    picture(chat)
    before = chat._pictures.bytes
    for upto in range(len(chat.text)):
        picture(chat, upto)

    assert chat._pictures.bytes == before


def test_a_highlight_lies_behind_its_phrase_only(fonts):
    layout = Layout(fonts, [Run("一"), Run("口", highlight=(255, 0, 0))], size=20)
    surface = canvas()
    layout.draw(surface, (0, 0))

    assert surface.get_at((21, 14))[:3] == (255, 0, 0)
    assert surface.get_at((41, 14))[:3] == (255, 255, 255)


def test_an_underline_runs_below_the_letters(fonts):
    plain, lined = (Layout(fonts, [Run("口", underline=each)], size=20) for each in (False, True))

    assert picture(plain) != picture(lined)
    assert picture(plain)[: 640 * 3 * 20] == picture(lined)[: 640 * 3 * 20]


def test_centred_lines_leave_the_same_room_on_both_sides(fonts):
    layout = Layout(fonts, "一二三\n一", size=20, width=100, align="centre")

    assert [piece.rect.left for piece in layout.pieces] == [20, 40]


def test_lines_pushed_right_end_at_the_edge(fonts):
    layout = Layout(fonts, "一二三\n一", size=20, width=100, align="right")

    assert [piece.rect.right for piece in layout.pieces] == [100, 100]


def test_what_our_fonts_lack_is_a_box_where_the_system_has_no_font(fonts):
    layout = Layout(fonts, "好𠀀", size=20)

    assert layout.text == "好𠀀"
    assert [piece.text for piece in layout.pieces] == ["好", "\ufffd"]


def test_what_our_fonts_lack_is_drawn_by_a_font_of_the_system():
    other = str(FOLDER / "NotoSansSC-Latin-Bold.otf")  # stands for a font of the computer
    layout = Layout(Fonts(FOLDER, system=lambda sign: other), "好𠀀", size=20)

    assert [piece.text for piece in layout.pieces] == ["好", "𠀀"]


def test_a_computer_without_the_character_has_no_font_for_it():
    assert system_font("\U0010fffd") is None


def test_a_tab_is_a_space_and_keeps_its_place(fonts):
    layout = Layout(fonts, "a\tb", size=20)

    assert layout.text == "a\tb"
    assert layout.pieces[0].text == "a b"


def test_no_text_has_one_empty_line(fonts):
    assert Layout(fonts, [], size=20, width=100).size == (0, 29)


def test_pictures_stay_within_their_bytes(fonts):
    kept, face = Pictures(100_000), fonts.face("zh", 20)
    for number in range(200):
        kept.of(face, f"第{number}条消息", "black")

    assert kept.bytes <= 100_000


def test_a_picture_is_kept_while_there_is_room(fonts):
    kept, face = Pictures(100_000), fonts.face("zh", 20)

    assert kept.of(face, "法庭", "black") is kept.of(face, "法庭", "black")


@pytest.mark.parametrize("pixels", [12, 16, 20, 33])
def test_what_is_counted_instead_of_measured_is_one_em_wide_and_not_kerned(pixels):
    font = Fonts(FOLDER).face("zh", pixels).font
    signs = [sign for sign in WIDE if sign not in "-"] + list("中国人民法院口一丨")

    for sign in signs:
        assert ALL_WIDE.fullmatch(sign)
        assert font.size(f"{sign}口")[0] in (2 * pixels, 2 * pixels + 1)
        assert font.size(f"口{sign}口")[0] in (3 * pixels, 3 * pixels + 1)


def test_easy_letters_are_latin_ones_only_and_stand_on_the_same_line():
    fonts = Fonts(FOLDER, easy=True, system=no_font)
    layout = Layout(fonts, "他在QQ上说：add me", size=20)
    easy = {piece.text for piece in layout.pieces if piece.face is fonts.face("en", 20)}

    assert easy == {"QQ", "add", "me"}
    assert len({piece.rect.y for piece in layout.pieces}) == 1
    assert layout.height == Layout(Fonts(FOLDER, system=no_font), "他", size=20).height
    assert {piece.face for piece in Layout(fonts, "add me", size=20, language="en").pieces} == {
        fonts.face("en", 20)
    }


def sounds(text):
    return ["sòng" if sign == "讼" else "zhuāng" if sign == "装" else "" for sign in text]


def test_a_line_is_higher_only_where_something_stands_above_it(fonts):
    text = "一二三\n诉讼\n四五六"
    plain = Layout(fonts, text, size=20)
    read = Layout(fonts, text, size=20, ruby=sounds)
    high = [below - top for top, below in pairwise(read.tops)]

    assert high[0] == high[2] == plain.height // 3 < high[1]
    assert read.height == sum(high)
    assert [p.rect.y for p in read.pieces] == [0, high[0], high[0], high[0] + high[1]]


def test_long_readings_push_the_characters_apart(fonts):
    read = Layout(fonts, "装装", size=20, ruby=sounds)
    one, other = read.pieces

    assert one.rect.w > Layout(fonts, "装", size=20).width
    assert one.rect.right == other.rect.x


def test_readings_are_wrapped_with_their_characters(fonts):
    read = Layout(fonts, "装" * 30, size=20, width=200, ruby=sounds)

    assert all(piece.rect.right <= 200 for piece in read.pieces)
    assert len(read.lines) == len(read.tops) - 1 > 3


def test_a_phrase_with_readings_is_one_rectangle_a_line(fonts):
    runs = [Run("这是"), Run("诉讼和装备", pick="a"), Run("。")]
    read = Layout(fonts, runs, size=20, ruby=sounds)

    assert len(read.rects("a")) == 1
    assert read.hit(*read.rects("a")[0].center) == "a"


def test_a_typewriter_shows_a_reading_with_its_character(fonts):
    read = Layout(fonts, "诉讼", size=20, ruby=sounds)

    assert picture(read, 1) != picture(read, 2)
    assert picture(read, 2) == picture(read)
    assert picture(read, 1) == picture(Layout(fonts, "诉讼", size=20, ruby=sounds), 1)
