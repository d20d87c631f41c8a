"""Counts over time as bars: numbers in, places and sizes for an SVG out; a sheet gives colours."""

from __future__ import annotations

from dataclasses import dataclass

from onix.jobs.quotes.counting import OverTime
from onix.jobs.sources import day


@dataclass(frozen=True, slots=True)
class Bar:
    """One period; lengths are in the units of the SVG's view box."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with what stands at the ends of the axis."""

    over: OverTime
    width: int
    height: int
    bars: tuple[Bar, ...]

    @property
    def first(self) -> str:
        """The earliest period."""
        return self.bars[0].label if self.bars else ""

    @property
    def last(self) -> str:
        """The latest period."""
        return self.bars[-1].label if self.bars else ""


def chart(over: OverTime, *, width: int = 640, height: int = 96) -> Chart:
    """Draw counts as bars of at least one unit, so that a single one is seen beside a hundred."""
    step = width / max(1, len(over.periods))
    wide = max(1.0, min(step * 0.8, 28.0))
    bars = []
    for number, (period, count) in enumerate(over.periods):
        tall = max(1.5, height * count / over.most) if count else 0.0
        x = number * step + (step - wide) / 2
        bars.append(
            Bar(day(period), count, round(x, 2), round(height - tall, 2), round(wide, 2),
                round(tall, 2))
        )  # fmt: skip
    return Chart(over, width, height, tuple(bars))
