"""Pages as HTML: templates around regions, in the language of whoever reads."""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from game.host.house import House
from game.host.page import MINE, Page
from game.host.texts import texts
from game.host.tree import el, written
from game.scenario.words import Translate
from game.session.settings import CODES, LANGUAGES, known_language

HERE = Path(__file__).resolve().parent
COOKIE = "language"
TAGS = {"en": "en", "zh_CN": "zh-Hans"}


class Pages:
    """Writes pages. Nothing in a template is a sentence; those come in as words."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["tree"] = written

    def html(
        self, template: str, language: str, status: int = 200, **given: object
    ) -> HTMLResponse:
        """The page of `template` in `language`, filled with `given`."""
        return HTMLResponse(self._text(template, language, **given), status)

    def _text(self, template: str, language: str, **given: object) -> str:
        say = self.house.speech(language).text
        return self._templates.get_template(f"{template}.html").render(
            t=texts(say),
            lang=TAGS.get(language, "en"),
            language=language,
            languages=LANGUAGES,
            **{"said": "", "page": None, "regions": {}, **given},
        )

    def live(
        self, template: str, language: str, page: Page, status: int = 200, **given: object
    ) -> HTMLResponse:
        """A page that goes on by itself; a `token` that is given is put into its places."""
        regions = page.by_id()

        def part(tag: str, id_: str, **attrs: str) -> Markup:
            return written((el(tag, id=id_, **attrs),), regions)

        text = self._text(template, language, page=page, part=part, **given)
        return HTMLResponse(text.replace(MINE, str(given.get("token", ""))), status)

    def say(self, language: str) -> Translate:
        return self.house.speech(language).text


def language_of(request: Request, usual: str) -> str:
    """The language that the reader has asked for here, else the browser's, else the usual one."""
    asked = request.query_params.get("lang") or request.cookies.get(COOKIE, "")
    if asked in CODES:
        return asked
    accepted = request.headers.get("accept-language", "")
    return known_language(accepted) if accepted else usual
