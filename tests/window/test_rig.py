"""Small claims about portraits: looks are kept, a mood changes the face, nobody is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.trial.view import Person
from game.window.rig import MOODS, people, picture_of, portrait_svg

ART = Path(__file__).parents[2] / "assets" / "art"
FACELESS = ("account", "narrator", "unseen")
FACES = [name for name in people(ART) if name not in FACELESS]


def tiny_art(root: Path, **files: str) -> Path:
    for path, text in files.items():
        file = root / f"{path.replace('__', '/')}.svg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<svg>{text}</svg>", encoding="utf-8")
    return root


def test_a_part_stands_where_its_comment_stood(tmp_path: Path) -> None:
    art = tiny_art(tmp_path, people__li="<a/><!-- put hair/bob --><b/>", rig__hair__bob="<path/>")

    assert portrait_svg(art, "li") == "<svg><a/><path/><b/></svg>"


def test_a_part_takes_the_colours_of_the_person_and_not_its_own(tmp_path: Path) -> None:
    drawn = "<style>.skin{fill:#000000}</style><path/>"
    art = tiny_art(tmp_path, people__li="<!-- put neck -->", rig__neck=drawn)

    assert portrait_svg(art, "li") == "<svg><path/></svg>"


def test_a_mood_chooses_the_part_of_its_name(tmp_path: Path) -> None:
    art = tiny_art(
        tmp_path,
        people__li="<!-- put eyes/{mood} -->",
        rig__eyes__neutral="<calm/>",
        rig__eyes__happy="<glad/>",
    )

    assert portrait_svg(art, "li", "happy") == "<svg><glad/></svg>"


def test_an_unknown_mood_is_a_calm_face() -> None:
    assert portrait_svg(ART, "girl_a", "seasick") == portrait_svg(ART, "girl_a", "neutral")


def test_a_stranger_is_a_friendly_somebody() -> None:
    assert portrait_svg(ART, "nobody_we_know") == portrait_svg(ART, "somebody")


def test_a_name_cannot_climb_out_of_the_folder() -> None:
    assert portrait_svg(ART, "../scenes/courtroom") == portrait_svg(ART, "somebody")


def test_without_any_art_there_is_still_a_picture(tmp_path: Path) -> None:
    assert portrait_svg(tmp_path, "girl_a").startswith("<svg")


@pytest.mark.parametrize("name", FACELESS)
def test_who_has_no_face_looks_alike_in_every_mood(name: str) -> None:
    assert len({portrait_svg(ART, name, mood) for mood in MOODS}) == 1


def test_an_account_is_a_phone_and_anybody_else_without_a_portrait_a_shadow() -> None:
    account = Person("fox", "Fox Keeper", "account", stands="phone")
    witness = Person("qiao", "Qiao", "witness", stands="dock")

    assert (picture_of(account), picture_of(witness)) == ("account", "unseen")


def test_people_are_listed_in_order_and_once() -> None:
    names = people(ART)

    assert names == tuple(sorted(set(names)))
    assert "somebody" in names


@pytest.mark.parametrize("name", FACES)
def test_every_mood_is_a_different_face(name: str) -> None:
    assert len({portrait_svg(ART, name, mood) for mood in MOODS}) == len(MOODS)


@pytest.mark.parametrize("name", people(ART))
def test_every_part_that_a_person_asks_for_exists(name: str) -> None:
    person = (ART / "people" / f"{name}.svg").read_text(encoding="utf-8")
    asked = [line.split()[2] for line in person.splitlines() if line.startswith("<!-- put ")]

    missing = {
        path
        for part in asked
        for path in (part.replace("{mood}", mood) for mood in MOODS)
        if not (ART / "rig" / f"{path}.svg").is_file()
    }

    assert not missing


@pytest.mark.parametrize("name", people(ART))
def test_no_comment_is_left_unanswered(name: str) -> None:
    assert "<!-- put" not in portrait_svg(ART, name, "happy")
