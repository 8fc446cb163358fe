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
HERE = Path(__file__).parent
CASE = HERE.parent.parent / "scenarios" / "free_skins.yaml"

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


@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_the_shipped_case_survives_wide_signs(data):
    text = CASE.read_text(encoding="utf-8")
    for _ in range(3):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(WIDE)) + text[at:]

    assert_sane(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 100_000, "a: " * 1000])
def test_depth_is_bounded(text):
    assert_sane(text)
