"""Every page of the manual is true: its wrong example is found out, and its right one passes."""

from __future__ import annotations

import pytest

from game.scenario.codes import MANUAL, manual

SHOWN = [code for code, page in manual().items() if page.fail]


def test_small_case_has_no_findings(case, found):
    assert found(case("")) == []


@pytest.mark.parametrize("code", SHOWN)
def test_wrong_example_is_found_out(code, case, found):
    codes = {code for code, *_ in found(case(manual()[code].fail))}

    assert code in codes


@pytest.mark.parametrize("code", SHOWN)
def test_right_example_passes(code, case, found):
    assert found(case(manual()[code].passes)) == []


@pytest.mark.parametrize("code", [code for code in SHOWN if code not in ("C135", "C302")])
def test_wrong_example_gives_one_finding_only(code, case, found):
    assert len({code for code, *_ in found(case(manual()[code].fail))}) == 1


def test_only_files_that_cannot_be_read_have_no_example():
    assert [code for code, page in MANUAL.items() if not page.fail] == [
        *(f"C10{n}" for n in range(1, 9)),
        "C199",
    ]
