"""Pages C2xx of the manual: what can be wrong with the form of a case."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.code import Code
from game.scenario.words import T

FORM: Mapping[str, Code] = {
    "C201": Code(
        T("There is no such field"),
        T(
            "What is written there would be lost without a word, so it is refused. "
            "Most likely a letter is wrong, or the field belongs to something else."
        ),
        "titel: The free skins",
        "title: The free skins",
    ),
    "C202": Code(
        T("A field is missing"),
        T(
            "The game cannot do without it: something would have no name, no words or no place. "
            "The message says which field it is."
        ),
        "based_on: {kind: invented}",
        "based_on: {kind: invented, note: Nothing in it is real.}",
    ),
    "C203": Code(
        T("Nothing has this name"),
        T(
            "Something is referred to that is not in the case, or is written differently there. "
            "A player would meet a gap in its place. Compare the two letter by letter."
        ),
        "cuts: {15: [chta]}",
        "cuts: {15: [chat]}",
    ),
    "C204": Code(
        T("This is of another form"),
        T(
            "A list stands where a text belongs, or a word where a number does. "
            "The game would not know what to do with it. The message says what belongs here."
        ),
        "minutes: forty",
        "minutes: 40",
    ),
    "C205": Code(
        T("This is none of the possible values"),
        T(
            "The field takes one of a few words, and each makes the game do something else. "
            "The hint lists them."
        ),
        "level: university",
        "level: senior",
    ),
    "C206": Code(
        T("Nothing is written here"),
        T(
            "An empty text or list says nothing, and players would see a blank. "
            "Fill it in, or leave the field out if you may."
        ),
        "court:",
        "court: The court of Heyan",
    ),
    "C207": Code(
        T("The number is too small or too large"),
        T(
            "Outside these limits the field makes no sense: no lesson takes no minutes, or a day. "
            "Most likely a digit is missing or too many."
        ),
        "minutes: 400",
        "minutes: 40",
    ),
    "C208": Code(
        T("Something is listed twice"),
        T(
            "Once is enough, and twice would count it twice. "
            "Most likely the second was meant to be something else."
        ),
        "cuts: {15: [chat, chat]}",
        "cuts: {15: [chat]}",
    ),
    "C210": Code(
        T("This cannot be an id"),
        T(
            "Ids go into file names and addresses, so they have only small letters, digits and _. "
            "Players never read them as a text; what they read may be written as you like."
        ),
        "honest:\n  Notice-1: It is the official page.",
        "honest:\n  notice: It is the official page.",
    ),
    "C211": Code(
        T("The id is not the file's name"),
        T(
            "The game finds a case by the name of its file. "
            "With two names, saved trials and translations would get lost."
        ),
        "id: something_else",
        "id: case",
    ),
    "C212": Code(
        T("The case is for a newer game"),
        T(
            "It may use what this version does not know, and would play wrongly without a word. "
            "Install the newest version of the game."
        ),
        "format: 2",
        "format: 1",
    ),
    "C213": Code(
        T("There is no such kind of step"),
        T(
            "Every step in “beats” starts with the word that says what kind it is. "
            "Without it the game cannot know what players are to do."
        ),
        "- spto: chat",
        "- spot: chat",
    ),
    "C214": Code(
        T("Two steps in one, or a field beside its step"),
        T(
            "A step has one kind, and its fields stand inside it, further to the right. "
            "Two kinds in one step would leave open which comes first: give each its own “- ”."
        ),
        "- say: Hello.\n  spot: chat",
        "- say: Hello.\n- spot: chat",
    ),
    "C215": Code(
        T("A span is not written as it should be"),
        T(
            "Only [words](kind:id) marks a phrase, with plain brackets and no blank between them. "
            "Anything else would be shown to players with all its brackets."
        ),
        "court: The [court]（law:criminal_law/266） of Heyan",
        "court: The [court](law:criminal_law/266) of Heyan",
    ),
    "C216": Code(
        T("A fact flips nothing"),
        T(
            "“if” says what a field becomes when a parameter has a certain value, and “only_if” "
            "for which values something is there at all. Here no parameter has such a value, "
            "or no field is named, so nothing would ever change."
        ),
        "parameters:\n  age: {says: How old is she?, values: {seven: 7 years, ten: 10 years}}\n"
        "honest:\n  notice: {because: It is the official page., if: {sevn: {because: It is.}}}",
        "parameters:\n  age: {says: How old is she?, values: {seven: 7 years, ten: 10 years}}\n"
        "honest:\n  notice: {because: It is the official page., if: {seven: {because: It is.}}}",
    ),
    "C217": Code(
        T("The parameters cannot be told apart, or are too many"),
        T(
            "Every combination of values is a case of its own, which is checked and proved. "
            "Each value needs a name that no other value has, and the combinations may be 24."
        ),
        "parameters:\n  age: {says: How old is she?, values: {low: 7 years, high: 17 years}}\n"
        "  sum: {says: How much was it?, values: {low: 50 yuan, high: 900 yuan}}",
        "parameters:\n  age: {says: How old is she?, values: {seven: 7 years, older: 17 years}}\n"
        "  sum: {says: How much was it?, values: {little: 50 yuan, much: 900 yuan}}",
    ),
    "C218": Code(
        T("Nothing is marked as this trap or honest phrase"),
        T(
            "It is described, but no document shows it, so nobody can find it. "
            "Mark a phrase with it, or delete it."
        ),
        "honest:\n  notice: It is the official page.\n  mail: It came by the game's own mail.",
        "honest:\n  notice: It is the official page.",
    ),
}
