"""A server and a Chromium for the playthroughs of a file, and eyes on what goes wrong in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.people import PATIENCE, Student, Teacher
from tests.conftest import ROOT
from tests.host.hosted import Hosted, free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

CASES = ROOT / "tests" / "cases"
LOCALES = {"en": "en-GB", "zh_CN": "zh-CN"}
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}
CHROMIUM = shutil.which("chromium")


@dataclass
class School:
    """A server, and the browsers that people open; `wrong` is what their consoles say."""

    base: str
    key: str
    home: Path
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def device(self, language: str = "en", **given: object) -> BrowserContext:
        """Another device, with nothing in it."""
        context = self.browser.new_context(
            **{"locale": LOCALES[language], "viewport": PHONE, "reduced_motion": "reduce", **given}
        )
        context.set_default_timeout(PATIENCE)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        self.contexts.append(context)
        return context

    def student(self, language: str = "en", **given: object) -> Student:
        """A student with a device of their own, before the door."""
        return Student(self.device(language, **given).new_page(), self.base)

    def teacher(self, language: str = "en") -> Teacher:
        page = self.device(language, viewport=DESK).new_page()
        return Teacher(page, self.base, self.key)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"{message.page and message.page.url}: {message.text}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. It leaves with its file: tests elsewhere have event loops of their own."""
    playwright = pytest.importorskip("playwright.sync_api", exc_type=ImportError)
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hosted, Path]]:
    """A server that has the cases of the tests beside those of the game."""
    home = tmp_path_factory.mktemp("school")
    (home / "packs").mkdir()
    shutil.copytree(CASES, home / "packs" / "tests")
    with Hosted(home, free_port()) as server:
        yield server, home


@pytest.fixture
def school(chromium: Browser, hosted: tuple[Hosted, Path]) -> Iterator[School]:
    """A school in which no page may complain, unless a test takes what was `wrong` upon itself."""
    server, home = hosted
    key = (home / "class" / "key").read_text(encoding="ascii").strip()
    opened = School(f"http://127.0.0.1:{server.port}", key, home, chromium)
    yield opened
    for context in opened.contexts:
        context.close()
    assert not opened.wrong
