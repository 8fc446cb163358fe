"""What `new` writes passes every check at once, teaches fairly, and never destroys anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.editor import FOLDER, SCHEMA, SNIPPETS
from game.authoring.robots import BLIND_AT_MOST, EXPERT, robots
from game.authoring.scaffold import CHOICES, WORDING, Given
from game.authoring.scaffold import new as begin
from game.scenario.load import load
from game.scenario.walk import cited_laws

ROOT = Path(__file__).resolve().parents[2]
PLAYS = 30
EVERY = [(like, language) for like in CHOICES for language in WORDING]
FOREIGN = {"en": ("的", "。", "，"), "zh_CN": (" the ", " you ")}


def new(name, like, language, folder, say, read, **more):
    """Begin a case, with whatever the command line may say besides."""
    return begin(name, Given(like, language, **more), "en", folder, say, read)


def typing(*lines: str):
    given = iter(lines)

    def read(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    return read


@pytest.fixture(params=EVERY, ids="-".join)
def written(request, tmp_path) -> Path:
    like, language = request.param
    assert new("my_case", like, language, tmp_path, str, None) == 0
    return tmp_path / "my_case.yaml"


@pytest.fixture
def case(written, laws):
    found = load(written, laws)
    assert found.scenario
    return found.scenario


def test_a_new_case_passes_check_without_any_finding(written, laws):
    found = load(written, laws)

    assert found.scenario
    assert [(d.code, str(d.message)) for d in found.diagnostics] == []


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut"])
def test_the_expert_gets_everything_and_who_does_not_read_fails(case, cut):
    for played in robots(case, PLAYS, min(case.cuts) if cut else None):
        if played.robot == EXPERT:
            assert min(played.totals) == 100, played.role
        else:
            assert played.mean < BLIND_AT_MOST, (played.role, played.robot)


def test_the_minutes_of_the_scenes_add_up(case):
    (short,) = case.cuts

    assert sum(scene.minutes for scene in case.scenes) == case.minutes
    assert sum(s.minutes for s in case.scenes if s.id in case.cuts[short]) == short


def test_a_new_case_explains_itself_in_its_own_language(written, case):
    text = written.read_text("utf-8")
    remarks = [line for line in text.splitlines() if "#" in line]

    assert len(remarks) > 40
    assert not any(word in text for word in FOREIGN[case.language])
    assert not any(place in text for place in ("{id}", "{title}", "{minutes", "{short}", "{court}"))
    assert all(len(line) <= 120 for line in text.splitlines())


def test_both_languages_tell_the_same_case(tmp_path, laws):
    for like in CHOICES:
        shapes = []
        for language in WORDING:
            new(f"{like}_{language.lower()}", like, language, tmp_path, str, None)
            case = load(tmp_path / f"{like}_{language.lower()}.yaml", laws).scenario
            assert case
            kinds = [(s.id, s.minutes, [b.KIND for b in s.beats]) for s in case.scenes]
            shapes.append((kinds, list(case.exhibits), list(case.traps), cited_laws(case)))
        assert shapes[0] == shapes[1]


def test_the_criminal_template_has_every_step_that_a_small_trial_needs(tmp_path, laws):
    new("trial", "criminal", "en", tmp_path, str, None)
    case = load(tmp_path / "trial.yaml", laws).scenario
    assert case

    kinds = [beat.KIND for scene in case.scenes for beat in scene.beats]
    needed = {"spot", "compare", "decide", "question", "argue", "find", "sentence", "help", "quiz"}
    assert needed <= set(kinds)
    assert kinds.count("exhibit") == 3


def test_answers_at_the_terminal_stand_in_the_file(tmp_path, laws, capsys):
    read = typing("3", "The lost key", "Mud", "primary", "12", "")

    assert new("key", None, "en", tmp_path, str, read) == 0
    case = load(tmp_path / "key.yaml", laws).scenario
    assert case
    assert (case.title, case.court, case.level, case.minutes) == (
        "The lost key",
        "People's Court of Mud",
        "primary",
        12,
    )
    assert "quiz" in capsys.readouterr().out


def test_answers_that_do_not_fit_are_asked_again(tmp_path, laws, capsys):
    read = typing("7", "quiz", "[a](trap:b)", "A", "Mud", "9", "2", "9", "many", "30", "n")

    assert new("again", None, "en", tmp_path, str, read) == 0
    case = load(tmp_path / "again.yaml", laws).scenario
    assert case
    assert (case.title, case.level, case.minutes) == ("A", "junior", 30)


@pytest.mark.parametrize(
    "title",
    [
        "Wait: no",
        "“引号”",
        "# C & co",
        "yes",
        "12",
        'it\'s "q" \\ x',
        "{id}",
        "- a",
        "一：二",
        "*a",
        "?",
    ],
)
def test_no_title_breaks_the_file(tmp_path, laws, title):
    assert new("odd", "quiz", "en", tmp_path, str, typing(title, title, "", "", "")) == 0
    found = load(tmp_path / "odd.yaml", laws)

    assert found.scenario
    assert found.scenario.title == title
    assert not found.diagnostics


def test_the_name_of_a_court_is_taken_as_it_is(tmp_path, laws):
    new("court", "quiz", "zh_CN", tmp_path, str, typing("", "泥潭县人民法院", "", "", ""))

    case = load(tmp_path / "court.yaml", laws).scenario
    assert case
    assert case.court == "泥潭县人民法院"


@pytest.mark.parametrize(
    "name", ["My_case", "a-b", "案例", "1a", "", "../x", "a" * 61, "con", "laws"]
)
def test_an_id_that_cannot_be_is_misuse(tmp_path, name, capsys):
    assert new(name, None, "en", tmp_path, str, None) == 2
    assert capsys.readouterr().err
    assert not list(tmp_path.rglob("*.yaml"))


@pytest.mark.parametrize(("like", "language"), [("opera", "en"), ("quiz", "fr")])
def test_an_unknown_template_or_language_is_misuse_and_hears_which_there_are(
    tmp_path, like, language, capsys
):
    assert new("a", like, language, tmp_path, str, None) == 2
    said = capsys.readouterr().err
    assert "criminal, civil, quiz" in said or "en, zh_CN" in said


def test_a_file_that_is_there_stays_as_it_is(tmp_path, capsys):
    there = tmp_path / "mine.yaml"
    there.write_text("a year of work", "utf-8")

    assert new("mine", "quiz", "en", tmp_path, str, None) == 1
    assert there.read_text("utf-8") == "a year of work"
    assert "stays as it is" in capsys.readouterr().err


def test_a_file_that_comes_while_the_questions_are_asked_stays_as_well(tmp_path):
    def read(prompt: str) -> str:
        (tmp_path / "mine.yaml").write_text("a year of work", "utf-8")
        return ""

    assert new("mine", "quiz", "en", tmp_path, str, read) == 1
    assert (tmp_path / "mine.yaml").read_text("utf-8") == "a year of work"


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path, capsys):
    assert new("a", "quiz", "en", tmp_path / "nowhere", str, None) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_questions_that_are_broken_off_write_nothing(tmp_path):
    assert new("a", None, "en", tmp_path, str, typing("1")) == 1
    assert not list(tmp_path.rglob("*.yaml"))


def test_whatever_the_command_line_says_is_not_asked_again(tmp_path, laws):
    more = {"title": "Mine", "level": "senior", "minutes": 40, "editor": True}

    assert new("mine", "civil", "en", tmp_path, str, typing("Mud"), **more) == 0
    case = load(tmp_path / "mine.yaml", laws).scenario
    assert case
    assert (case.title, case.level, case.minutes) == ("Mine", "senior", 40)


def test_without_anything_a_teacher_is_asked_for_everything(tmp_path, laws):
    read = typing("Fall 1", "fall_1", "zh_CN", "civil", "雨衣", "青荷县", "1", "20", "y")

    assert begin(None, Given(), "en", tmp_path, str, read) == 0
    case = load(tmp_path / "fall_1.yaml", laws).scenario
    assert case
    assert (case.language, case.proceeding, case.level) == ("zh_CN", "civil", "primary")
    assert (tmp_path / FOLDER / SNIPPETS).is_file()


def test_nobody_to_ask_for_a_name_is_misuse(tmp_path, capsys):
    assert begin(None, Given(), "en", tmp_path, str, None) == 2
    assert "new my_case" in capsys.readouterr().err


@pytest.mark.parametrize("more", [{"title": "a [b]"}, {"title": "  "}, {"minutes": 500}])
def test_a_title_or_a_time_that_cannot_be_is_misuse(tmp_path, more):
    assert new("a", "quiz", "en", tmp_path, str, None, **more) == 2
    assert not list(tmp_path.iterdir())


def test_the_editor_is_set_up_beside_the_case(tmp_path):
    new("a", "quiz", "en", tmp_path, str, None, editor=True)
    settings = json.loads((tmp_path / FOLDER / "settings.json").read_text("utf-8"))

    (named,) = settings["yaml.schemas"]
    assert (tmp_path / named).resolve() == tmp_path / FOLDER / SCHEMA
    assert json.loads((tmp_path / named).read_text("utf-8"))["title"] == "A case for Mock Court"
    assert "decide" in json.loads((tmp_path / FOLDER / SNIPPETS).read_text("utf-8"))


def test_settings_that_a_teacher_has_stay_and_the_line_to_add_is_told(tmp_path, capsys):
    theirs = tmp_path / FOLDER / "settings.json"
    theirs.parent.mkdir()
    theirs.write_text("{}", "utf-8")

    assert new("a", "quiz", "en", tmp_path, str, None, editor=True) == 0
    assert theirs.read_text("utf-8") == "{}"
    assert f"# yaml-language-server: $schema={FOLDER}/{SCHEMA}" in capsys.readouterr().out


def test_an_editor_that_cannot_be_set_up_does_not_cost_the_case(tmp_path, capsys):
    (tmp_path / FOLDER).write_text("no folder", "utf-8")

    assert new("a", "quiz", "en", tmp_path, str, None, editor=True) == 0
    assert (tmp_path / "a.yaml").is_file()
    assert "was not set up" in capsys.readouterr().out


def test_a_second_case_in_the_folder_finds_the_editor_set_up(tmp_path, capsys):
    new("a", "quiz", "en", tmp_path, str, None, editor=True)
    new("b", "quiz", "en", tmp_path, str, None, editor=True)

    assert "stays as it is" not in capsys.readouterr().out
