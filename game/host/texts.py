"""The fixed words of the pages, by the names that the templates know them by."""

from __future__ import annotations

from game.scenario.words import T, Translate

TEXTS = {
    "game": T("Mock Court"),
    "join_title": T("Come into the court"),
    "join_how": T("Type the code from the screen in front. You need no name and no account."),
    "code": T("Code"),
    "code_help": T("six digits, or the slip from your teacher"),
    "quiet": T("I would rather not speak aloud"),
    "take_seat": T("Take a seat"),
    "which_role": T("Which seat would you like?"),
    "back": T("Back to your seat"),
    "skip": T("Go to your turn"),
    "your_turn": T("Your turn"),
    "in_court": T("In court"),
    "record": T("Court record"),
    "case_file": T("The case"),
    "reload": T("Look for news"),
    "no_script": T("Without scripts this page looks for news when you press the button."),
    "sending": T("Your answer is being sent."),
    "sent": T("Your answer is in."),
    "waiting": T("No connection. Your answer is kept and goes out by itself."),
    "offline": T("No connection. This page goes on by itself when it is back."),
    "elsewhere": T("This seat is open on another page or device. Load this page again to return."),
    "desk": T("Teacher's desk"),
    "rooms": T("Rooms"),
    "no_rooms": T("No room is open yet."),
    "open_room": T("Open a room"),
    "case": T("Case"),
    "mode": T("How to play"),
    "each": T("Each for themself: everybody plays the whole case at their own pace."),
    "together": T("One trial together: teams share the three roles and vote."),
    "groups": T("Groups: several trials of the case side by side, compared at the end."),
    "how_many": T("How many groups"),
    "class_of": T("Class"),
    "class_help": T("A class that comes along keeps its names and gets other places."),
    "new_class": T("a new class"),
    "bell": T("Minutes until the bell (0: no bell)"),
    "set_bell": T("Set the bell"),
    "remote": T("Second device as remote control"),
    "open": T("Open"),
    "projector": T("Projector"),
    "projector_help": T("opens the page for the big screen"),
    "close_room": T("Close this room for good"),
    "close_sure": T("Yes, close it: nobody can go on in it"),
    "all_rooms": T("All rooms"),
    "students_at": T("Students open:"),
    "or_at": T("or, if that does not answer:"),
    "qr": T("A square to point a phone's camera at; it opens the way into this room."),
    "who": T("Who is here"),
    "way": T("How to come in"),
    "pace": T("Pace"),
    "answers": T("Answers"),
    "language": T("Language"),
}


def texts(say: Translate) -> dict[str, str]:
    """The fixed words in one language."""
    return {name: say(words) for name, words in TEXTS.items()}
