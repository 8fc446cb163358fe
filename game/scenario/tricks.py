"""The shared list of tricks, so that what a class misses adds up across cases."""

from __future__ import annotations

from game.scenario.words import T, Words

# The kinds come from police and press accounts of scams on minors; see scenarios/README.md.
TRICKS: tuple[tuple[str, Words], ...] = (
    ("free_lure", T("The free lure")),
    ("other_channel", T("Come to another app")),
    ("social_proof", T("Everybody got one")),
    ("minors_twist", T("Minors need an extra step")),
    ("fake_authority", T("The borrowed uniform")),
    ("frozen_account", T("Pay to unlock")),
    ("parents_phone", T("Use a parent's phone")),
    ("code_or_screen", T("Show me your screen or code")),
    ("pay_again", T("It failed, pay again")),
    ("secrecy", T("Tell nobody")),
    ("fake_badge", T("The fake staff card")),
    ("time_pressure", T("Now or never")),
    ("easy_money", T("Good money for nothing")),
    ("borrowed_name", T("Lend me your name")),
    ("threat", T("Do it, or else")),
    ("flattery", T("Only you understand me")),
)
