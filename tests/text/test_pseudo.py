"""In the pseudo-language whatever is still plain has not come through translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.catalogues import game_template
from game.authoring.merging import as_po, pseudo, template
from game.scenario.spans import plain, spans
from game.scenario.steps import Role
from game.scenario.words import T, Words, filled, own
from game.session.reception import Reception, open_reception
from game.session.shelf import LAW_FILE, Shelf
from game.session.wish import Wish
from game.terminal.start import start
from game.text.agreement import PLACE
from game.text.catalogues import catalogues
from game.text.coverage import missing
from game.text.extract import things_in
from game.text.pseudo import DRESSED, PSEUDO, dressed
from game.text.whereabouts import po_in
from game.window.kit import Kit
from game.window.shots import shots
from game.window.start import Entrance

ROOT = Path(__file__).resolve().parents[2]
PLAIN = re.compile(r"[A-Za-z]{2,}|\b[b-zB-Z]\b")
TEXTS = st.lists(
    st.sampled_from(["Only today", "{n}", "[free](trap:gift)", "“No”", "\\[", " ", "群聊", "\n"])
).map("".join)


@pytest.fixture(scope="session")
def locales(tmp_path_factory) -> Path:
    """All that is translated, in the pseudo-language."""
    folder = tmp_path_factory.mktemp("locales")
    templates = {"game": game_template(ROOT)}
    folder_of_cases = ROOT / "scenarios"
    for path in (*Shelf(folder_of_cases).files(), folder_of_cases / LAW_FILE):
        things = things_in(path)
        assert things
        templates[path.stem] = template(things, path.name, PSEUDO, str)
    for name, wanted in templates.items():
        po = po_in(folder, PSEUDO, name)
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_text(as_po(pseudo(wanted), PSEUDO), "utf-8")
    return folder


KEYS = ("Esc", "P", "Z")  # what stands on the keyboard is said alike in all languages


@pytest.fixture
def reception(locales, own_home) -> Reception:
    made = open_reception(ROOT, own_home, PSEUDO)
    made.locales = locales
    return made


@pytest.fixture
def leaks(reception):
    """Those of some texts that are plain, official titles and the names of languages left out."""
    laws = reception.shelf.laws
    assert laws
    titles = sorted((act.en for act in laws.acts.values()), key=len, reverse=True)

    def find(texts):
        found = set()
        for text in texts:
            for known in (*titles, "English", *"ABCDEFGH"[: len(text) == 1 and 8]):
                text = text.replace(known, "")
            if PLAIN.search(text):
                found.add(text)
        return found

    return find


def test_a_sentence_keeps_what_the_game_reads_and_grows():
    text = dressed("[Only today](trap:gift), {n} \\[free\\] skins!\n")

    assert [(s.kind, s.ref) for s in spans(text)] == [("trap", "gift")]
    assert "{n} \\[" in text
    assert text.endswith("!»\n")
    assert not PLAIN.search(plain(text).replace("{n}", ""))


def test_it_is_about_two_fifths_longer():
    text = "Ten pairs of foxes, free for this guild, and only until half past nine"

    assert 1.3 < len(dressed(text)) / len(text) < 1.5


@given(TEXTS)
def test_places_spans_and_edges_stay_what_they_are(text):
    other = dressed(text)

    assert PLACE.findall(other) == PLACE.findall(text)
    assert [s[:2] for s in spans(other)] == [s[:2] for s in spans(text)]
    assert re.match(r"\s*", other)[0] == re.match(r"\s*", text)[0]
    assert not text.strip() or other.rstrip().endswith("»")


def test_the_fonts_have_every_letter_of_it():
    assert missing(DRESSED + "«»") == ()


def test_no_setting_offers_it_but_the_command_line_does(own_home):
    from game.session.settings import CODES, Settings, load_settings, save_settings, spoken_language

    save_settings(own_home, Settings(language=PSEUDO))

    assert PSEUDO not in CODES
    assert load_settings(own_home).language == "en"
    assert spoken_language(PSEUDO) == PSEUDO


def test_without_its_catalogues_the_game_and_the_laws_are_dressed_all_the_same(tmp_path):
    form = catalogues(tmp_path, PSEUDO, (), None)

    assert filled(T("The {n} ends", n="A"), form) == dressed("The {n} ends").replace("{n}", "A")
    assert form(own("Fraud")) == dressed("Fraud")


@pytest.mark.parametrize("role", Role)
def test_nothing_untranslated_is_told_in_the_terminal(reception, leaks, role, capsys):
    start(reception, Wish(case="free_skins", role=role, robot="random", cut=80))

    paragraphs = (" ".join(p.split()) for p in capsys.readouterr().out.split("\n\n"))
    assert leaks(paragraphs) == set()


def test_nothing_untranslated_is_shown_in_the_window(reception, leaks, tmp_path, monkeypatch):
    shown = set()
    lay = Kit.lay

    def heard(kit, text, *rest, **more):
        if isinstance(text, Words):
            text = kit.say(text)
        if not more.get("second"):  # what stands beside the pseudo-language is in a real one
            shown.add(text if isinstance(text, str) else "".join(run.text for run in text))
        return lay(kit, text, *rest, **more)

    monkeypatch.setattr(Kit, "lay", heard)
    for _ in shots(tmp_path, Entrance(ROOT / "assets", reception, Wish()), (1280, 720)):
        pass

    assert len(shown) > 300
    same = {text for text in shown if text in KEYS or "reports/" in text}
    assert leaks(shown - same) == set()
