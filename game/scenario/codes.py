"""The manual: what every code of a finding means, why it matters, and how wrong and right look.

C1xx are about reading the file, C2xx about its form. Checks (C3xx) carry their manual themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from game.scenario.kinds import scenario_checks
from game.scenario.words import T, Words


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `fail` and `passes` are parts of a case; files that cannot be read have none."""

    title: Words
    why: Words
    fail: str = ""
    passes: str = ""


PAGE = re.compile(
    r"(?P<code>C\d{3}): (?P<title>.+?)\n\n(?P<why>.+?)\n\n"
    r"FAIL\n(?P<fail>.+?)\nPASS\n(?P<passes>.+)",
    re.DOTALL,
)


def manual() -> Mapping[str, Code]:
    """Every code with its page."""
    return dict(sorted({**MANUAL, **dict(map(page_of, _pages()))}.items()))


def page_of(docstring: str) -> tuple[str, Code]:
    """The code and the page in a check's docstring."""
    found = PAGE.fullmatch(docstring.strip())
    if found is None:
        raise ValueError("a check's docstring needs a code, a title, a reason, FAIL and PASS")
    why = " ".join(found["why"].split())
    fail, passes = dedent(found["fail"]), dedent(found["passes"])
    return found["code"], Code(Words(found["title"].rstrip(".")), Words(why), fail, passes)


def _pages() -> list[str]:
    return [module.__doc__ or "" for module in scenario_checks()]


MANUAL: Mapping[str, Code] = {
    "C101": Code(
        T("The file is empty"),
        T("There is nothing to play in it. Copy a case from the folder “scenarios” to start with."),
    ),
    "C102": Code(
        T("This is not a text file"),
        T("A case is plain text. Word documents, pictures and programs cannot be cases."),
    ),
    "C103": Code(
        T("The file is too big"),
        T("No class could play so much; most likely it is not a case at all."),
    ),
    "C104": Code(
        T("This is not a file"),
        T("It is a folder or a device. Give the name of the file that holds the case."),
    ),
    "C105": Code(
        T("There is no such file"),
        T("Check its name, and the folder that you are in."),
    ),
    "C106": Code(
        T("The file cannot be read"),
        T("This computer does not let us open it. It may belong to somebody else."),
    ),
    "C107": Code(
        T("The file is not saved as UTF-8"),
        T("Old editors save Chinese as GBK, which other computers show as nonsense."),
    ),
    "C108": Code(
        T("The file changed while it was read"),
        T("What was read may be half old and half new. Save it and check again."),
    ),
    "C109": Code(
        T("An invisible character"),
        T("It came along with copied text. Nobody can see it, and YAML cannot read it."),
        "title: The free\x07 skins",
        "title: The free skins",
    ),
    "C110": Code(
        T("A full-width colon after a key"),
        T("YAML knows only the plain colon. With the other one the line is no key at all."),
        "title：The free skins",
        "title: The free skins",
    ),
    "C111": Code(
        T("A full-width comma between items"),
        T("YAML knows only the plain comma. The other one becomes part of the text."),
        "based_on: {kind: invented，note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C112": Code(
        T("A full-width bracket around a list"),
        T("YAML knows only plain brackets. In a text, 【】 are welcome."),
        "learn: ［one, two］",
        "learn: [one, two]\ntitle: 【通知】本周活动",
    ),
    "C113": Code(
        T("Curly quotes in the place of YAML's"),
        T("YAML takes “ ” for part of the text. Say which you mean: quotes to show, or none."),
        "title: “The free skins”",
        'title: "“The free skins”"',
    ),
    "C114": Code(
        T("A space that is not a plain one"),
        T("A full-width space looks like spaces, but YAML does not count it as one."),
        "title:\u3000The free skins",
        "title: The free skins",
    ),
    "C115": Code(
        T("A tab in the indentation"),
        T("Every editor shows a tab with another width, so YAML allows only spaces."),
        "based_on:\n\tkind: invented\n\tnote: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C116": Code(
        T("A long dash or a full-width # where a plain one belongs"),
        T("Items start with “-” and remarks with “#”; YAML knows no others."),
        "learn:\n  － one\n  － two",
        "learn:\n  - one\n  - two",
    ),
    "C117": Code(
        T("No space after the colon of a key"),
        T("Without the space YAML reads key and value as one word."),
        "level:junior",
        "level: junior",
    ),
    "C118": Code(
        T("No space after the dash of an item"),
        T("Without the space YAML reads the dash as part of the text."),
        "learn:\n  -one\n  -two",
        "learn:\n  - one\n  - two",
    ),
    "C119": Code(
        T("A colon in a text without quotes"),
        T("A colon and a space make a key. In a text they need quotes around all of it."),
        "title: Part one: the free skins",
        'title: "Part one: the free skins"',
    ),
    "C120": Code(
        T("A quote that is never closed"),
        T("YAML would read on to the next quote, wherever that is, and blame a line far below."),
        'title: "The free skins',
        'title: "The free skins"',
    ),
    "C121": Code(
        T("Something after a closing quote"),
        T("A quote inside the text, or an apostrophe, has closed it too early."),
        "title: 'It's free'",
        'title: "It\'s free"',
    ),
    "C122": Code(
        T("A sign of YAML's in a text without quotes"),
        T("A text that starts with [ { @ * & ! % or `, or has a bracket inside { }, needs quotes."),
        "court: [The court](law:criminal_law/266) of Heyan",
        'court: "[The court](law:criminal_law/266) of Heyan"',
    ),
    "C123": Code(
        T("A # cuts the text short"),
        T("From “ #” on everything is a remark, and players never see it."),
        "title: Gift #1 is free",
        'title: "Gift #1 is free"',
    ),
    "C124": Code(
        T("A line stands too far right"),
        T("YAML takes it for the rest of the text in the line above."),
        "based_on:\n  kind: invented\n    note: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C130": Code(
        T("YAML cannot read this"),
        T("Something about spaces, brackets or colons is wrong here or just above."),
        "based_on:\n  kind: invented\n note: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C131": Code(
        T("A key stands twice"),
        T("Only one of them could count, and nobody would know which."),
        "title: The free skins\ntitle: The gift",
        "title: The free skins",
    ),
    "C132": Code(
        T("& or * used as programmers do"),
        T("In YAML they name and repeat parts. In a case they are nearly always meant as text."),
        "court: &court The court of Heyan",
        'court: "&court The court of Heyan"',
    ),
    "C133": Code(
        T("! used as programmers do"),
        T("In YAML it starts a tag. In a case it is nearly always meant as text."),
        "title: !Free skins",
        'title: "!Free skins"',
    ),
    "C134": Code(
        T("<< is not used in cases"),
        T("It would copy lines from elsewhere, where nobody would look for them."),
        "based_on: {<<: {kind: invented}, kind: invented, note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C135": Code(
        T("Nested too deeply"),
        T("Most likely brackets were opened and never closed."),
        "title: " + 45 * "[" + "x" + 45 * "]",
        "title: x",
    ),
    "C136": Code(
        T("More than one document in the file"),
        T("“---” starts another document. A file holds one case."),
        "title: The free skins\n---\nlevel: junior",
        "title: The free skins",
    ),
    "C137": Code(
        T("A key that is no word"),
        T("A list or a mapping cannot be a key; most likely a text lacks its quotes."),
        "based_on: {[a, b]: c, kind: invented, note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C199": Code(
        T("There is more below"),
        T("After some thousands of findings the rest is only counted. Mend these first."),
    ),
    "C201": Code(
        T("There is no such field"),
        T("What is written there would be lost without a word, so it is refused."),
        "titel: The free skins",
        "title: The free skins",
    ),
    "C202": Code(
        T("A field is missing"),
        T("The game cannot do without it."),
        "based_on: {kind: invented}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C203": Code(
        T("Nothing has this name"),
        T("Something is referred to that is not in the case, or is written differently there."),
        "cuts: {15: [chta]}",
        "cuts: {15: [chat]}",
    ),
    "C204": Code(
        T("This is of another form"),
        T("A list stands where a text belongs, or a word where a number does."),
        "minutes: forty",
        "minutes: 40",
    ),
    "C205": Code(
        T("This is none of the possible values"),
        T("The field takes one of a few words, which the hint lists."),
        "level: university",
        "level: senior",
    ),
    "C206": Code(
        T("Nothing is written here"),
        T("An empty text or list says nothing. Fill it in, or leave the field out if you may."),
        "court:",
        "court: The court of Heyan",
    ),
    "C207": Code(
        T("The number is too small or too large"),
        T("Outside these limits the field makes no sense."),
        "minutes: 400",
        "minutes: 40",
    ),
    "C208": Code(
        T("Something is listed twice"),
        T("Once is enough; most likely the second was meant to be something else."),
        "cuts: {15: [chat, chat]}",
        "cuts: {15: [chat]}",
    ),
    "C210": Code(
        T("This cannot be an id"),
        T("Ids go into file names and addresses, so they have only small letters, digits and _."),
        "honest:\n  Notice-1: It is the official page.",
        "honest:\n  notice: It is the official page.",
    ),
    "C211": Code(
        T("The id is not the file's name"),
        T("The game finds a case by the name of its file."),
        "id: something_else",
        "id: case",
    ),
    "C212": Code(
        T("The case is for a newer game"),
        T("It may use what this version does not know."),
        "format: 2",
        "format: 1",
    ),
    "C213": Code(
        T("There is no such kind of step"),
        T("Every step in “beats” starts with the word that says what kind it is."),
        "- spto: chat",
        "- spot: chat",
    ),
    "C214": Code(
        T("Two steps in one, or a field beside its step"),
        T("A step has one kind, and its fields stand inside it, further to the right."),
        "- say: Hello.\n  spot: chat",
        "- say: Hello.\n- spot: chat",
    ),
    "C215": Code(
        T("A span is not written as it should be"),
        T("Only [words](kind:id) marks a phrase, with plain brackets and no blank between them."),
        "court: The [court]（law:criminal_law/266） of Heyan",
        "court: The [court](law:criminal_law/266) of Heyan",
    ),
    "C218": Code(
        T("Nothing is marked as this trap or honest phrase"),
        T("It is described, but no document shows it, so nobody can find it."),
        "honest:\n  notice: It is the official page.\n  mail: It came by the game's own mail.",
        "honest:\n  notice: It is the official page.",
    ),
}
