"""The guide says what to do now, on every screen and at every kind of turn."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.words import T, Words

Keys = tuple[tuple[Words | str, Words], ...]  # a key, and what it does


class Guide(Struct, frozen=True):
    """What to do `now`, how with the `mouse` or a finger, with which `keys`, and what is `next`."""

    now: Words
    mouse: Words
    keys: Keys
    next: Words


ENTER = T("Enter")
TAB = T("Tab, arrows")
DIGITS = T("1 to 9")
ESC = "Esc"
PICK = (DIGITS, T("Press the card with that number"))
CONFIRM = (ENTER, T("Press what has the blue frame"))
MOVE = (TAB, T("Move the blue frame"))
LOOK_UP = (ESC, T("Open the court record"))
PAUSE = ("P", T("Pause"))
UNDO = ("Z", T("Take your last answer back, where that is allowed"))
CLOSE = (ESC, T("Go back"))
AT_A_TURN: Keys = (MOVE, CONFIRM, LOOK_UP, PAUSE, UNDO)
ON_A_PAGE: Keys = (MOVE, CONFIRM, CLOSE)
WATCHING: Keys = ((T("Enter, Space"), T("Go on")), LOOK_UP, PAUSE)
REASONS_COME = T("The court takes your answer, and the trial goes on. It is saved at once.")

ANYWHERE = Guide(
    T("Look at what has the blue frame: that is what Enter presses."),
    T("Click or tap a button. Turn the wheel, or drag, to see more."),
    ON_A_PAGE,
    T("Every button says what it does."),
)

PAGES: dict[str, Guide] = {
    "title": Guide(
        T("Press “Play” and choose a case, or go on with the trial you left."),
        T("Click or tap a button."),
        (MOVE, CONFIRM, ("F11", T("Fill the screen"))),
        T("You see all the cases there are."),
    ),
    "library": Guide(
        T("Choose a case. Each says what it is about, for whom, and how long it takes."),
        T("Click a case. Turn the wheel to see more."),
        ((DIGITS, T("Open the case with that number")), MOVE, CONFIRM, CLOSE),
        T("You see the case file. Nothing has begun yet."),
    ),
    "case file": Guide(
        T("Choose your role, your time, and when you want to see the reasons. Then begin."),
        T("Click what you want; what is chosen is marked."),
        ON_A_PAGE,
        T("The trial begins with a word to your role."),
    ),
    "settings": Guide(
        T("Choose language, text size, display and sound. Everything takes effect at once."),
        T("Click a button or a switch; drag the knob."),
        (MOVE, CONFIRM, (T("Left, right"), T("Move the knob")), CLOSE),
        T("Your choice is kept for next time."),
    ),
    "record": Guide(
        T("Look up who is who, what was shown and what was said. Nothing here can go wrong."),
        T("Click a tab; click an entry on the left to read it."),
        ON_A_PAGE,
        T("You come back to the very place where you were."),
    ),
    "debrief": Guide(
        T("See what the trial taught: open the tabs from left to right."),
        T("Click a tab. Turn the wheel to see more."),
        (MOVE, CONFIRM, (ESC, T("Back to the title"))),
        T("Play it in another role: the same case looks different from there."),
    ),
    "certificate": Guide(
        T("The sheet says what you have done. Save it, print it, and write your name on the line."),
        T("Click “Save”; the game says where the file lies."),
        ON_A_PAGE,
        T("A picture is saved, and a PDF where this computer can make one."),
    ),
    "learned": Guide(
        T("See which tricks you catch and which still slip past you, over all your trials."),
        T("Turn the wheel to see more."),
        ON_A_PAGE,
        T("What slips past you most tells which case to play next."),
    ),
    "forget": Guide(
        T("Decide whether the record of what you have learned is to be deleted."),
        T("Click a button."),
        ON_A_PAGE,
        T("What is deleted cannot be brought back. Trials that are saved stay."),
    ),
    "class": Guide(
        T("Say how many teams there are and how they take part. Press a plate for another name."),
        T("Click what you want; what is chosen is marked."),
        ON_A_PAGE,
        T("The trial begins, and says which team comes first."),
    ),
    "vote": Guide(
        T("Count the hands of the public benches, and type how many there are for each answer."),
        T("Click plus and minus, or type a number."),
        ON_A_PAGE,
        T("The vote is shown after the court has ruled. It changes no marks."),
    ),
    "board": Guide(
        T("See what each team can do best. Nobody is ranked."),
        T("Click a seat to see what the trial taught it."),
        ON_A_PAGE,
        T("Play another case, and change the seats."),
    ),
    "message": Guide(
        T("Read this, then press “All right”."),
        T("Click the button."),
        ((ENTER, T("Close the message")), CLOSE),
        T("You come back to the very place where you were."),
    ),
    "pause": Guide(
        T("Take a break. The trial is saved and waits for you."),
        T("Click a button."),
        (MOVE, CONFIRM, (T("Esc, P"), T("Go on"))),
        T("The trial goes on where it stopped."),
    ),
    "teacher": Guide(
        T("Type how many minutes there are. The plan shows what will be skipped; change it if you"
          " like, then confirm."),
        T("Click a switch to play a scene or skip it; “Go on from here” skips all before it."),
        ((T("0 to 9"), T("Type the minutes")), MOVE, CONFIRM, (T("Esc, F10"), T("Go back"))),
        T("The script plays what is skipped. Nobody earns or loses points by it."),
    ),
    "replays": Guide(
        T("Choose a trial that was played to its end, and watch it again."),
        T("Click a trial."),
        ON_A_PAGE,
        T("It is shown from the beginning. Nothing in it can be changed."),
    ),
    "replay": Guide(
        T("Watch. At each answer you see the reasons and the points."),
        T("Click on the line below to jump. A tall mark is a scene, a round one an answer."),
        (
            (T("Enter, Space"), T("Go on")),
            (T("Left, right"), T("One step back or on")),
            (T("Page up, page down"), T("To the answer before or after")),
            ("K", T("Play or stop")),
            CLOSE,
        ),
        T("At the end you can open the debrief again."),
    ),
    "briefing": Guide(
        T("Read what your role has to do."),
        T("Click anywhere to go on."),
        WATCHING,
        T("The first scene begins."),
    ),
    "line": Guide(
        T("Read, or listen to whoever reads aloud. You will be asked about it."),
        T("Click anywhere to go on; words in another colour open a law card."),
        WATCHING,
        T("The next sentence comes, or your turn."),
    ),
    "reason": Guide(
        T("See what was sound in your answer, and why. This is where you learn the most."),
        T("Click “Continue”. Turn the wheel to see more."),
        WATCHING,
        T("The trial goes on with what you decided."),
    ),
    "waiting": Guide(
        T("It is somebody else's turn, or the trial is over."),
        T("Click the button, if there is one."),
        WATCHING,
        T("When the trial is over, the debrief shows what it taught."),
    ),
    "choose": Guide(
        T("Read all the choices, decide on one, then confirm."),
        T("Click a card, then “Confirm”. Click another card to change your mind."),
        (PICK, *AT_A_TURN),
        REASONS_COME,
    ),
    "choose several": Guide(
        T("Choose everything that holds, and nothing else. Then confirm."),
        T("Click a card to pick it, once more to let it go. Then “Confirm”."),
        (PICK, *AT_A_TURN),
        REASONS_COME,
    ),
    "mark": Guide(
        T("Mark every phrase that is a trap. Leave the honest ones: a false alarm costs points."),
        T("Click an underlined phrase, once more to take the mark away. Then “Hand in”."),
        ((DIGITS, T("Mark the phrase with that number")), *AT_A_TURN),
        REASONS_COME,
    ),
    "pair": Guide(
        T("Link each card on the left with what it goes with on the right. Some may stay alone."),
        T("Click a card on the left, then one on the right, then how they relate."),
        (PICK, *AT_A_TURN),
        REASONS_COME,
    ),
    "order": Guide(
        T("Put the steps into the right order: what has to come first?"),
        T("Drag the cards, or click their arrows. Then “Confirm”."),
        ((T("Space"), T("Lift a card, then move it with the arrows")), *AT_A_TURN),
        REASONS_COME,
    ),
    "amount": Guide(
        T("Decide on a number. Look up the law card and the factors first."),
        T("Drag the knob, or click + and −. Then “Confirm”."),
        ((T("0 to 9"), T("Type the number")), (T("Left, right"), T("Less or more")), *AT_A_TURN),
        REASONS_COME,
    ),
    "speak": Guide(
        T("Start the clock and speak to the room. Then the others rate your speech, honestly."),
        T("Click “Start the clock”; later click one rating in each line."),
        (PICK, *AT_A_TURN),
        T("The rating earns no points; it tells you what to do better."),
    ),
}  # fmt: skip
