"""Pages C1xx of the manual: what can be wrong with a file before it is read as a case."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.code import Code
from game.scenario.words import T

READING: Mapping[str, Code] = {
    "C101": Code(
        T("The file is empty"),
        T(
            "There is nothing to play in it. "
            "Copy a case from the folder “scenarios” and change it bit by bit."
        ),
    ),
    "C102": Code(
        T("This is not a text file"),
        T(
            "A case is plain text; Word documents, pictures and programs cannot be cases. "
            "In Word, copy the text into a plain editor and save it as a .yaml file."
        ),
    ),
    "C103": Code(
        T("The file is too big"),
        T(
            "No class could play so much; most likely it is not a case at all. "
            "If it is one, make several cases of it, a file each."
        ),
    ),
    "C104": Code(
        T("This is not a file"),
        T(
            "It is a folder or a device, and there is nothing to read in it. "
            "Give the name of the file that holds the case."
        ),
    ),
    "C105": Code(
        T("There is no such file"),
        T(
            "Nothing was checked. "
            "Compare the name letter by letter, and see which folder you are in."
        ),
    ),
    "C106": Code(
        T("The file cannot be read"),
        T(
            "This computer does not let us open it, though it is there. "
            "It may belong to somebody else, or be open in another program; make a copy of it."
        ),
    ),
    "C107": Code(
        T("The file is not saved as UTF-8"),
        T(
            "Old editors save Chinese as GBK, which other computers show as nonsense. "
            "Save the file again and choose UTF-8 as its encoding; the text itself stays as it is."
        ),
    ),
    "C108": Code(
        T("The file changed while it was read"),
        T("What was read may be half old and half new. Save it and check again."),
    ),
    "C109": Code(
        T("An invisible character"),
        T(
            "It came along with copied text, from a web page or a chat. "
            "Nobody can see it, and YAML cannot read it. Delete it, or type the words anew."
        ),
        "title: The free\x07 skins",
        "title: The free skins",
    ),
    "C110": Code(
        T("A full-width colon after a key"),
        T(
            "YAML knows only the plain colon. "
            "With the other one the line is no key at all, and its text sticks to the line above."
        ),
        "title：The free skins",
        "title: The free skins",
    ),
    "C111": Code(
        T("A full-width comma between items"),
        T(
            "YAML knows only the plain comma. "
            "The other one becomes part of the text, and two items grow into one."
        ),
        "based_on: {kind: invented，note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C112": Code(
        T("A full-width bracket around a list"),
        T(
            "YAML knows only plain brackets; any others are letters to it. "
            "Inside a sentence, 【】 are as welcome as ever."
        ),
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
        T(
            "A full-width space looks like spaces, but YAML does not count it as one. "
            "Switch the keyboard to English before you indent."
        ),
        "title:\u3000The free skins",
        "title: The free skins",
    ),
    "C115": Code(
        T("A tab in the indentation"),
        T(
            "Every editor shows a tab with another width, so nobody knows how far right a line is. "
            "YAML therefore allows only spaces; two for each level read well."
        ),
        "based_on:\n\tkind: invented\n\tnote: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C116": Code(
        T("A long dash or a full-width # where a plain one belongs"),
        T(
            "Items start with “-” and remarks with “#”; YAML knows no others. "
            "With any other sign the line becomes part of the text above it."
        ),
        "learn:\n  － one\n  － two",
        "learn:\n  - one\n  - two",
    ),
    "C117": Code(
        T("No space after the colon of a key"),
        T(
            "Without the space YAML reads key and value as one word. "
            "The line then is a text, and the field it meant is missing."
        ),
        "level:junior",
        "level: junior",
    ),
    "C118": Code(
        T("No space after the dash of an item"),
        T(
            "Without the space YAML reads the dash as part of the text. "
            "The list then is one long text, or no list at all."
        ),
        "learn:\n  -one\n  -two",
        "learn:\n  - one\n  - two",
    ),
    "C119": Code(
        T("A colon in a text without quotes"),
        T(
            "A colon and a space make a key, even in the middle of a sentence. "
            "Put quotes around the whole text, and the colon is only a colon."
        ),
        "title: Part one: the free skins",
        'title: "Part one: the free skins"',
    ),
    "C120": Code(
        T("A quote without its partner"),
        T(
            "YAML would read on to the next quote, wherever that is, and blame a line far below. "
            "So this is the first thing to mend: much of what follows may be gone afterwards."
        ),
        'title: "The free skins',
        'title: "The free skins"',
    ),
    "C121": Code(
        T("Something after a closing quote"),
        T(
            "A quote inside the text, or an apostrophe, has closed it too early. "
            "Use the other kind of quotes around the text, or “ ” inside it."
        ),
        "title: 'It's free'",
        'title: "It\'s free"',
    ),
    "C122": Code(
        T("A sign of YAML's in a text without quotes"),
        T(
            "A text that starts with [ { @ * & ! % or `, or has a bracket inside { }, needs "
            "quotes. These signs mean something to YAML; in quotes they are only letters."
        ),
        "court: [The court](law:criminal_law/266) of Heyan",
        'court: "[The court](law:criminal_law/266) of Heyan"',
    ),
    "C123": Code(
        T("A # cuts the text short"),
        T(
            "From “ #” on everything is a remark, and players never see it. "
            "The file looks right, and half a sentence is gone; quotes keep it whole."
        ),
        "title: Gift #1 is free",
        'title: "Gift #1 is free"',
    ),
    "C124": Code(
        T("A line stands too far right"),
        T(
            "YAML takes it for the rest of the text in the line above. "
            "Fields of the same thing stand exactly below each other."
        ),
        "based_on:\n  kind: invented\n    note: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C125": Code(
        T("A line is out of line"),
        T(
            "Fields of the same thing, and items of the same list, start in the same column. "
            "With a space more or less YAML takes a line for part of something else."
        ),
        "based_on:\n  kind: invented\n note: Nothing in it is real.",
        "based_on:\n  kind: invented\n  note: Nothing in it is real.",
    ),
    "C126": Code(
        T("A bracket is not closed"),
        T(
            "Every [ needs its ] and every { its }. "
            "Without it YAML reads on, and blames a line further down."
        ),
        "learn: [one, two",
        "learn: [one, two]",
    ),
    "C127": Code(
        T("A comma is missing in braces"),
        T(
            "Between { and } every field but the last ends with a comma. "
            "Without it the next field becomes part of the text before it."
        ),
        "based_on: {kind: invented note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C128": Code(
        T("An item lacks its dash"),
        T(
            "Every item of a list starts with “- ”, also the first. "
            "A line without it belongs to nothing, and YAML blames the lines below."
        ),
        "learn:\n  - one\n  two\n  - three",
        "learn:\n  - one\n  - two\n  - three",
    ),
    "C130": Code(
        T("YAML cannot read this"),
        T(
            "Something about spaces, brackets or colons is wrong here or just above. "
            "Hold these lines against the same place in a case that works."
        ),
        "learn: one\nand two",
        "learn: one\n  and two",
    ),
    "C131": Code(
        T("A key stands twice"),
        T(
            "Only one of them could count, and nobody would know which. "
            "Most likely a part was copied and not yet changed, or belongs under another name."
        ),
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
        T(
            "It would copy lines from elsewhere, where nobody would look for them. "
            "Write the lines out; who reads the case should see all of it."
        ),
        "based_on: {<<: {kind: invented}, kind: invented, note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C135": Code(
        T("Nested too deeply"),
        T("Most likely brackets were opened and never closed. No part of a case lies so deep."),
        "title: " + 45 * "[" + "x" + 45 * "]",
        "title: x",
    ),
    "C136": Code(
        T("More than one document in the file"),
        T(
            "“---” starts another document, and a file holds one case. "
            "Delete the line, or make a file of the second part."
        ),
        "title: The free skins\n---\nlevel: junior",
        "title: The free skins",
    ),
    "C137": Code(
        T("A key that is no word"),
        T(
            "A list or a mapping cannot be a key, for nothing could be called by it. "
            "Most likely a text lacks its quotes."
        ),
        "based_on: {[a, b]: c, kind: invented, note: Nothing in it is real.}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C199": Code(
        T("There is more below"),
        T("After some thousands of findings the rest is only counted. Mend these first."),
    ),
}
