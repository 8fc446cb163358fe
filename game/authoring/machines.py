"""Findings for machines: JSON, SARIF 2.1.0 for code scanners, and GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.words import Translate

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# GitHub reads these signs as its own; see "Workflow commands" in its documentation.
ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTIES = ((":", "%3A"), (",", "%2C"))


class Finding(NamedTuple):
    """A diagnostic, the file that it is about, and the text of that file as far as it was read."""

    path: Path
    text: str
    diagnostic: Diagnostic


def as_json(findings: Sequence[Finding], translate: Translate) -> str:
    """A list with a row for each finding."""
    rows = [row(finding, translate) for finding in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def row(finding: Finding, translate: Translate) -> dict[str, str | int]:
    """One finding as machines get it."""
    found = finding.diagnostic
    return {
        "file": finding.path.as_posix(),
        "line": found.spot.line,
        "column": found.spot.column,
        "code": found.code,
        "severity": str(found.severity),
        "message": translate(found.message),
        "hint": translate(found.hint) if found.hint else "",
    }


def as_sarif(findings: Sequence[Finding], translate: Translate) -> str:
    """A SARIF log with one run."""
    codes = sorted({finding.diagnostic.code for finding in findings})
    driver = {"name": "mockcourt check", "rules": [{"id": code} for code in codes]}
    results = [_result(finding, translate) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], translate: Translate) -> str:
    """A workflow command for each finding, which GitHub shows beside the line."""
    return "\n".join(_command(finding, translate) for finding in findings)


def _result(finding: Finding, translate: Translate) -> dict[str, object]:
    found = finding.diagnostic
    region = {
        "startLine": found.spot.line,
        "startColumn": found.spot.column,
        "endColumn": found.spot.column + found.spot.length,
    }
    place = {"artifactLocation": {"uri": finding.path.as_posix()}, "region": region}
    return {
        "ruleId": found.code,
        "level": str(found.severity),
        "message": {"text": _whole(finding, translate)},
        "locations": [{"physicalLocation": place}],
    }


def _command(finding: Finding, translate: Translate) -> str:
    spot = finding.diagnostic.spot
    file = _escaped(finding.path.as_posix(), ESCAPES + IN_PROPERTIES)
    place = f"file={file},line={spot.line},col={spot.column},title={finding.diagnostic.code}"
    message = _escaped(_whole(finding, translate), ESCAPES)
    return f"::{GITHUB[finding.diagnostic.severity]} {place}::{message}"


def _whole(finding: Finding, translate: Translate) -> str:
    """The message with its hint, if it has one."""
    found = finding.diagnostic
    message = translate(found.message)
    return f"{message} ({translate(found.hint)})" if found.hint else message


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, escape in signs:
        text = text.replace(sign, escape)
    return text
