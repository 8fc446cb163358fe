"""Whatever a teacher saves, reading it ends well: with findings inside the file, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.diagnostics import Severity
from game.scenario.load import load_text

WIDE = "：，、；【】［］｛｝“”‘’＂＃（）－—　"
SIGNS = WIDE + ":,[]{}\"'#-|>&*!%@`\\\t\n \u00a0()"
FULL_WIDTH = str.maketrans(":,[]{}\"'#- ", "：，【】｛｝“’＃—\u3000")
HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parent.parent / "scenarios").glob("*.yaml"))

texts = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=SIGNS + "ab1：", max_size=200),
    st.text(alphabet=st.characters(), max_size=50),
)
quickly = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def _line(text, at):
    """Where the line at `at` starts, and where it ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def type_wide(text, at):
    return text[:at] + WIDE[at % len(WIDE)] + text[at:]


def make_line_wide(text, at):
    start, end = _line(text, at)
    return text[:start] + text[start:end].translate(FULL_WIDTH) + text[end:]


def indent_oddly(text, at):
    start, _ = _line(text, at)
    return text[:start] + "\t\u3000\u00a0 "[at % 4] + text[start:]


def lose_half_a_line(text, at):
    _, end = _line(text, at)
    return text[:at] + text[end:]


def lose_the_dash(text, at):
    return text[:at] + text[at:].replace("- ", "", 1)


def paste_a_bullet(text, at):
    return text[:at] + text[at:].replace("- ", "•\t", 1)


def stop_short(text, at):
    return text[:at]


HASTY = (
    type_wide,
    make_line_wide,
    indent_oddly,
    lose_half_a_line,
    lose_the_dash,
    paste_a_bullet,
    stop_short,
)


def assert_sane(text):
    result = load_text(text, Path("case.yaml"))
    lines = result.text.split("\n")
    for found in result.diagnostics:
        line = lines[found.spot.line - 1]
        assert 1 <= found.spot.line <= len(lines)
        assert 1 <= found.spot.column <= len(line) + 1
        assert found.spot.column - 1 + found.spot.length <= len(line) + 1
        assert str(found.message)
    broken = any(found.severity is Severity.ERROR for found in result.diagnostics)
    assert (result.scenario is None) == broken
    return result


@quickly
@given(texts)
def test_any_text_is_read(text):
    assert_sane(text)


@quickly
@given(data=st.data())
def test_any_sign_anywhere_in_a_case_is_survived(case, data):
    text = case("")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 2))
        text = text[:at] + data.draw(st.text(alphabet=SIGNS, max_size=2)) + text[at + cut :]

    assert_sane(text)


@quickly
@given(data=st.data())
def test_lines_may_be_lost_doubled_or_moved(case, data):
    lines = case("").split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines.pop(at)
        for _ in range(data.draw(st.integers(0, 2))):
            shift = data.draw(st.sampled_from(["", " ", "  ", "\t", "- "]))
            lines.insert(data.draw(st.integers(0, len(lines))), shift + line)
        lines = lines or [""]

    assert_sane("\n".join(lines))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_what_we_ship_survives_a_hasty_hand(path, data):
    text = path.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        text = data.draw(st.sampled_from(HASTY))(text, data.draw(st.integers(0, len(text))))

    assert_sane(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 100_000, "a: " * 1000])
def test_depth_is_bounded(text):
    assert_sane(text)
