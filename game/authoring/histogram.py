"""A histogram in plain signs: how many trials earned how many marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

STEP = 10  # marks to a bar
BARS = 10  # the last one takes the full marks too
LONGEST = 50  # signs: with the marks before it and the number behind it, 80 columns hold it


def histogram(totals: Sequence[int]) -> list[int]:
    """How many of `totals`, marks of 100, lie in each bar: 0-9, 10-19, … 90-100."""
    bars = [0] * BARS
    for marks in totals:
        bars[min(BARS - 1, max(0, marks) // STEP)] += 1
    return bars


def histogram_lines(totals: Sequence[int]) -> Iterator[str]:
    """The bars from the first to the last that is not empty. Every trial there is can be seen."""
    bars = histogram(totals)
    used = [n for n, count in enumerate(bars) if count]
    for number in range(used[0], used[-1] + 1) if used else ():
        low = number * STEP
        high = low + STEP - 1 if number < BARS - 1 else STEP * BARS
        sign = "#" * max(round(LONGEST * bars[number] / len(totals)), bars[number] > 0)
        yield f"  {low:>3} – {high:<3}  {sign} {bars[number] or ''}".rstrip()
