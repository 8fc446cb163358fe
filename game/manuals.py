"""What the help of each verb tells: what comes out, examples to copy, and the exit codes."""

from __future__ import annotations

from collections.abc import Mapping

from game.commandline import Manual
from game.scenario.words import T

ABOUT = T(
    "Mock Court: trials to play, and cases to write. Without a verb the game opens; with one it "
    "does what the verb says."
)
PLAYING = T("For everybody:")
WRITING = T("For teachers who write a case:")
PASSING = T("To bring questions in, and to pass cases on:")
MAKING = T("For those who work on the game itself:")

CHECKED = {
    0: T("all is well"),
    1: T("there is something to mend"),
    2: T("the command was written wrongly"),
}
DONE = {
    0: T("it is done"),
    1: T("it could not be done, and why was said"),
    2: T("the command was written wrongly"),
}

MANUALS: Mapping[str, Manual] = {
    "play": Manual(
        PLAYING,
        T("Opens the game. With a case it begins that case at once; saves are kept by themselves."),
        (
            ("", T("opens the game, to choose a case and a seat there")),
            ("my_case.yaml --role defence", T("begins your own case, in the seat of the defence")),
            (
                "free_skins --face terminal --cut 15",
                T("plays the fifteen-minute cut as plain text, here in this window"),
            ),
        ),
    ),
    "host": Manual(
        PLAYING,
        T(
            "Opens a court that a whole class can enter from phones, tablets or other computers "
            "in the same network, without installing anything. It shows an address and a code for "
            "the students, and the address of your own desk. Everything is kept as it happens: "
            "after a power cut the same line goes on where the class was."
        ),
        (
            ("free_skins", T("everybody plays the case at their own pace")),
            ("free_skins --mode together", T("one trial, with teams that share the three roles")),
            ("", T("opens your desk, where you choose a case")),
        ),
    ),
    "report": Manual(
        PLAYING,
        T(
            "Tells what a class that played with “host” came to: each question, each kind of trap, "
            "each seat by its made-up name, and what to repeat when. Files that end in .json can "
            "be merged, so that all classes of a camp come into one report. What is kept of a "
            "class is deleted by itself after 30 days, or at once."
        ),
        (
            ("", T("lists the classes that are kept on this computer")),
            ("3f9a -o class.html", T("a page with charts; .xlsx and .csv open in Excel")),
            ("3f9a --name 5B -o 5b.json", T("a file that can be merged with others")),
            ("5a.json 5b.json 5c.json -o camp.html", T("one report of three classes")),
            ("--forget 3f9a", T("deletes everything of that class")),
            ("--forget 3f9a --seat 7", T("deletes everything of one seat")),
        ),
        DONE,
    ),
    "check": Manual(
        WRITING,
        T(
            "Reads your case and lists everything that should be mended: what is wrong, in which "
            "line, and what to write instead. It changes nothing. Run it after every few changes."
        ),
        (
            ("my_case.yaml", T("checks one case")),
            ("scenarios", T("checks every case in the folder “scenarios”")),
        ),
        CHECKED,
    ),
    "fix": Manual(
        WRITING,
        T(
            "Mends what a hasty keyboard does to a file, such as a Chinese colon where a plain one "
            "belongs. It first shows every change and asks; your sentences stay as they are."
        ),
        (
            ("my_case.yaml", T("shows the changes, and makes them if you say yes")),
            ("my_case.yaml --dry-run", T("only shows them")),
        ),
        CHECKED,
    ),
    "explain": Manual(
        WRITING,
        T(
            "Each finding of “check” begins with a code. This tells what it means and why it "
            "matters, with a wrong and a right example."
        ),
        (
            ("C203", T("explains the code C203")),
            ("", T("lists all codes")),
        ),
        DONE,
    ),
    "solve": Manual(
        WRITING,
        T(
            "Plays every possible course of a case, for each role and each cut, and tells whether "
            "somebody could get stuck, and whether full marks can be reached."
        ),
        (("my_case.yaml", T("proves one case; a long one takes a minute")),),
        CHECKED,
    ),
    "robots": Manual(
        WRITING,
        T(
            "Lets robots play your case that do not read it: one picks at random, one always the "
            "longest choice, one distrusts everything. Whoever does not read should not pass."
        ),
        (
            ("my_case.yaml", T("shows how many marks each robot gets")),
            ("my_case.yaml --cut 15 --plays 50", T("the same for the short cut, and quicker")),
        ),
        CHECKED,
    ),
    "new": Manual(
        WRITING,
        T(
            "Writes a small whole case, with notes that explain each part, into the folder where "
            "you are. It asks a few questions first; Enter takes what it suggests. A file that is "
            "there already is never touched."
        ),
        (
            ("my_case", T("asks its questions, then writes my_case.yaml")),
            ("my_case --like civil --language en", T("begins a civil case in English")),
            ("my_case --editor", T("also makes the editor VS Code complete what you type")),
        ),
        DONE,
    ),
    "map": Manual(
        WRITING,
        T("Draws the scenes and steps of a case, so that you see at once how they hang together."),
        (
            ("my_case.yaml", T("writes my_case.svg, a picture that any browser opens")),
            ("my_case.yaml -o plan.svg", T("gives the picture another name")),
        ),
        DONE,
    ),
    "preview": Manual(
        WRITING,
        T(
            "Shows your case in a window while you write it. Every time you save the file the "
            "window follows, and shows what is wrong instead where something is."
        ),
        (
            ("my_case.yaml", T("shows the case, and follows the file as you save it")),
            ("my_case.yaml --at 120", T("shows the step that line 120 belongs to")),
        ),
        DONE,
    ),
    "translate": Manual(
        WRITING,
        T(
            "Writes the texts of your case into a file for translators, in the order in which a "
            "class reads them. What was translated before stays; what is missing is counted."
        ),
        (
            ("my_case.yaml --to en", T("writes a file to translate the case into English")),
            ("my_case.yaml --to en --status", T("only says how much is translated")),
        ),
        CHECKED,
    ),
    "words": Manual(
        WRITING,
        T(
            "Counts which words each person of a case uses, and how often. A screening desk in "
            "a case is made of such counts."
        ),
        (
            ("my_case.yaml", T("counts the words of everybody")),
            ("my_case.yaml --document chat", T("counts only the words in one document")),
        ),
        DONE,
    ),
    "schema": Manual(
        WRITING,
        T(
            "Prints what may stand in a case, in a form that editors understand: with it they "
            "complete what you type and underline what is wrong."
        ),
        (
            ("-o case.schema.json", T("writes the file for the first line of your case")),
            (
                "--snippets -o mockcourt.code-snippets",
                T("writes building blocks for VS Code; put the file into the folder .vscode"),
            ),
        ),
    ),
    "import": Manual(
        PASSING,
        T(
            "Makes a case of questions that you have already: GIFT or Aiken from Moodle, or a "
            "table from Excel. Your file stays as it is."
        ),
        (("questions.gift", T("writes questions.yaml, a case of quizzes")),),
        DONE,
    ),
    "export": Manual(
        PASSING,
        T("Writes the quizzes of a case in a form that other programs read, such as Moodle."),
        (
            ("my_case.yaml --to moodle", T("for Moodle: questions in XML")),
            ("my_case.yaml --to csv -o quiz.csv", T("a table that Excel opens")),
        ),
        DONE,
    ),
    "pack": Manual(
        PASSING,
        T("Puts a case, its translations and its pictures into one file for a colleague."),
        (("my_case.yaml", T("writes my_case.zip; your colleague runs “install” with it")),),
        DONE,
    ),
    "install": Manual(
        PASSING,
        T("Puts a packed case onto your shelf, so that the game offers it from now on."),
        (("my_case.zip", T("installs the case that a colleague has packed")),),
        DONE,
    ),
    "shots": Manual(
        MAKING,
        T("Draws every screen of the game into a folder, to look at them without playing."),
        (("pictures --size 800x600 --text-scale 2.0", T("a small window with large letters")),),
        DONE,
    ),
    "bench": Manual(
        MAKING,
        T("Measures how fast the game starts, checks and draws, and how large it is."),
        (("", T("prints what was measured")),),
    ),
    "catalogues": Manual(
        MAKING,
        T("Collects every text of the game and of its cases for translators."),
        (
            ("", T("brings the files in “locales” up to date")),
            ("--check", T("only tells what is out of date or not translated")),
        ),
        CHECKED,
    ),
}
