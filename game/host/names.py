"""A seat has a friendly name of its own, made up here, so that nobody gives away their real one."""

from __future__ import annotations

from game.scenario.words import TN, T, Words

QUALITIES = (
    T("Brave"),
    T("Calm"),
    T("Careful"),
    T("Cheerful"),
    T("Clever"),
    T("Curious"),
    T("Fair"),
    T("Friendly"),
    T("Gentle"),
    T("Helpful"),
    T("Honest"),
    T("Kind"),
    T("Lively"),
    T("Patient"),
    T("Polite"),
    T("Quick"),
    T("Quiet"),
    T("Steady"),
    T("Watchful"),
    T("Wise"),
)
ANIMALS = (
    T("Badger"),
    T("Bear"),
    T("Cat"),
    T("Crane"),
    T("Deer"),
    T("Dolphin"),
    T("Eagle"),
    T("Fox"),
    T("Hare"),
    T("Hedgehog"),
    T("Horse"),
    T("Koala"),
    T("Lion"),
    T("Lynx"),
    T("Otter"),
    T("Owl"),
    T("Panda"),
    T("Robin"),
    T("Squirrel"),
    T("Swallow"),
    T("Tiger"),
    T("Turtle"),
    T("Whale"),
    T("Wolf"),
)
COUNT = len(QUALITIES) * len(ANIMALS)
STRIDE = 143  # shares no divisor with COUNT: all names come before one returns


def friendly_name(first: int, seat: int) -> Words:
    """The name of seat number `seat` in a room whose names begin at `first`."""
    number = (first + seat * STRIDE) % COUNT
    quality, animal = number % len(QUALITIES), number // len(QUALITIES)
    return T("{quality} {animal}", quality=QUALITIES[quality], animal=ANIMALS[animal])


def so_many_seats(count: int) -> Words:
    """How many seats something has."""
    return TN("{n} seat", "{n} seats", count)
