"""A certificate says what somebody did in court; it is saved as a picture and, if it can be, a PDF.

It holds no name: whoever prints it writes one on the line.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pygame
from msgspec import Struct

from game.scenario.words import T, Translate, Words
from game.session.settings import Settings
from game.trial.terms import role_name
from game.trial.view import CriterionMark, View
from game.window.sheet import sheet

WIDE = 2338  # pixels of the saved picture: A4 at 200 dots an inch
A4 = (297, 210)  # millimetres
ONLY_A_PICTURE = T(
    "A PDF needs one more package, which a grown-up can add: {how} "
    "The picture prints just as well.",
    how='pip install "mockcourt[papers]"',
)


class Certificate(Struct, frozen=True):
    """A seat in a finished trial, and what it earned on which day."""

    case_id: str
    case: str
    court: str
    is_trial: bool
    role: str
    seat: Words
    total: int
    criteria: tuple[CriterionMark, ...]
    day: date


def certificate_of(view: View, day: date) -> Certificate:
    """The certificate for the seat of `view`, whose trial is over."""
    assert view.debrief is not None
    case, marks = view.case, view.debrief.marks
    seat = role_name(view.role, case.proceeding)
    return Certificate(
        case.id,
        case.title,
        case.court,
        case.is_trial,
        view.role,
        seat,
        marks.total,
        marks.criteria,
        day,
    )


def makes_pdf() -> bool:
    """Whether the package that writes PDFs is there."""
    return find_spec("fpdf") is not None


def save(
    made: Certificate, assets: Path, folder: Path, settings: Settings, say: Translate
) -> tuple[Path, ...]:
    """Put the certificate into `folder` as PNG and, where that can be, as PDF; the files.

    Raises OSError where they cannot be written. Nothing that lies there is overwritten.
    """
    pygame.font.init()
    folder.mkdir(parents=True, exist_ok=True)
    file = _free(folder, f"{made.case_id}-{made.role}-{made.day.isoformat()}")
    picture = sheet(made, assets, WIDE, settings.language, say)
    _whole(file, lambda part: pygame.image.save(picture, str(part)))
    if not makes_pdf():
        return (file,)
    printed = file.with_suffix(".pdf")
    _whole(printed, lambda part: _write_pdf(file, part, say(T("Certificate")), settings.language))
    return file, printed


def _free(folder: Path, stem: str) -> Path:
    """A name that neither a picture nor a PDF has yet."""
    number, name = 1, stem
    while any((folder / f"{name}{kind}").exists() for kind in (".png", ".pdf")):
        number += 1
        name = f"{stem}-{number}"
    return folder / f"{name}.png"


def _whole(file: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file that gets its name only when it is whole."""
    part = file.with_name(f"{file.stem}.part{file.suffix}")
    try:
        write(part)
        os.replace(part, file)
    except pygame.error as error:  # what SDL says where a disk is full
        raise OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _write_pdf(picture: Path, file: Path, title: str, language: str) -> None:
    from fpdf import FPDF

    paper = FPDF(orientation="landscape", unit="mm", format="A4")
    paper.set_title(title)
    paper.set_lang(language.replace("_", "-"))
    paper.set_auto_page_break(False)
    paper.add_page()
    paper.image(str(picture), 0, 0, *A4, alt_text=title)
    file.write_bytes(bytes(paper.output()))
