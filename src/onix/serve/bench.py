"""What outlives a request: additions under way, results that took long, the tapes of the record.

In: the desk. Out: one value of the app's state, let go of when the server stops.
"""

from __future__ import annotations

from typing import Any

from fastapi import Request

from onix.serve.desk import Desk
from onix.serve.hearing import Hearing
from onix.serve.runs import Runs
from onix.serve.slow import Slow
from onix.serve.taping import Taping


class Bench:
    """Where longer work lies."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.runs = Runs(desk)
        self.quotes: Slow[Any] = Slow()
        self.timelines: Slow[Any] = Slow()
        self.comparisons: Slow[Any] = Slow()
        self.tapes = Taping(desk)
        self.hearing = Hearing(desk)

    def close(self) -> None:
        """Stop what is under way; what was reported as kept is kept."""
        self.runs.close()
        self.quotes.close()
        self.timelines.close()
        self.comparisons.close()
        self.tapes.close()
        self.hearing.close()


def bench_of(request: Request) -> Bench:
    """Give the bench of the server that was asked."""
    bench: Bench = request.app.state.bench
    return bench
