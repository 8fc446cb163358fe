"""The coverage table says what the shipped fonts lack."""

import subprocess
import sys

from game.text.coverage import missing


def test_plain_chinese_and_english_are_covered():
    assert missing("审判长：“请出示证据。”——It’s fine… ①✓→℃ 3·15") == ()


def test_names_outside_gbk_are_covered():
    assert missing("张䶮、𬭎𬸚") == ()


def test_emoji_and_rare_ideographs_are_missing_in_order_and_once():
    assert missing("好😀𠀀😀") == ("😀", "𠀀")


def test_what_draws_nothing_is_never_missing():
    assert missing("a\n\t\u200b\u200d\ufe0f\u2060\ufeff\U000e0100") == ()


def test_the_table_is_read_at_the_first_call_and_without_pygame():
    program = (
        "import sys, game.text.coverage as c; assert c._table.cache_info().currsize == 0;"
        "c.missing('a'); assert 'pygame' not in sys.modules"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
