"""The buttons of the desk: what each of them decides."""

from __future__ import annotations

import time
from functools import partial

from game.host import decisions, steering
from game.host.decisions import Events, Refused, role_and_job
from game.host.events import Pace
from game.host.jobs import place_of
from game.host.room import COURT
from game.scenario.words import T

Decided = partial[Events]
NOT_OURS = T("This page is out of date. Load it again.")


def decision(act: str, value: str, seat: int, court: str = "") -> Decided:
    """What the teacher's button `act` decides. Raises Refused where there is no such button."""
    found = _of_seat(act, value, seat, court) or _of_way(act, value) or _of_room(act, value)
    if found is None:
        raise Refused(NOT_OURS)
    return found


def whole(text: str, otherwise: int = COURT) -> int:
    """The small whole number that a form sent."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _of_room(act: str, value: str) -> Decided | None:
    yes = value == "yes"
    if act == "pace" and value in list(Pace):
        return partial(decisions.pace, wanted=Pace(value))
    if act == "step":
        return partial(decisions.step, by_hand=yes)
    if act == "door":
        return partial(decisions.door, is_open=yes)
    if act == "rotate":
        return partial(steering.rotate)
    if act == "close" and yes:
        return partial(decisions.close)
    return None


def _of_way(act: str, value: str) -> Decided | None:
    """Buttons for time and the way ahead; `value` is the number of a trial, or minutes."""
    if act == "next":
        return partial(decisions.go_on, court=whole(value))
    if act == "back":
        return partial(steering.take_back, court=whole(value))
    if act == "skip":
        return partial(steering.skip_scene, court=whole(value))
    if act == "verdict":
        return partial(steering.to_verdict)
    if act == "fit":
        return partial(steering.fit_in, now=time.time())
    if act == "bell":
        return partial(steering.set_bell, minutes=whole(value, -1), now=time.time())
    return None


def _of_seat(act: str, value: str, seat: int, court: str) -> Decided | None:
    yes = value == "yes"
    if act == "seat":
        return _place(value, seat, court)
    if act == "tie":
        return partial(decisions.break_tie, pick=value)
    if act == "help":
        return partial(decisions.help_on, seat=seat)
    if act == "mute":
        return partial(steering.mute, seat=seat, muted=yes)
    if act == "extra":
        return partial(steering.extra_time, seat=seat, extra=yes)
    if act == "quiet":
        return partial(steering.hush, seat=seat, quiet=yes)
    if act == "name":
        return partial(steering.name_anew, seat=seat)
    if act == "remove":
        return partial(decisions.remove, seat=seat)
    return None


def _place(value: str, seat: int, court: str) -> Decided | None:
    try:
        role, job = role_and_job(place_of(value))
    except ValueError:
        return None
    number = whole(court) if court else None
    return partial(decisions.seat_as, seat=seat, role=role, job=job, court=number)
