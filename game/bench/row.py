"""A row is one figure of the bench: what was measured, against what, and how many times that."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """One figure. `other` is what it is held against; None where a peer is not installed.

    A figure stays below a `limit`, or is `at least` as much; a peer is neither.
    """

    name: str
    value: float
    unit: str
    against: str
    other: float | None

    @property
    def is_missed(self) -> bool:
        """Whether a limit is passed or a goal not reached."""
        if self.other is None:
            return False
        if self.against.startswith("at least"):
            return self.value < self.other
        return self.against.startswith("limit") and self.value >= self.other

    @property
    def ratio(self) -> float | None:
        return None if self.other is None else self.value / self.other

    def shown(self) -> dict[str, str | float | None]:
        """The row as `bench --json` prints it."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "against": self.against,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
        }

    def line(self) -> str:
        """The row as people read it."""
        value = f"{self.value:,.0f}" if self.value >= 1000 else f"{self.value:.3g}"
        ratio = "-" if self.ratio is None else f"{self.ratio:.3g}"
        return f"{self.name:<48} {value:>9} {self.unit:<8} {ratio:>7} × {self.against}"
