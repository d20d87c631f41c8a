"""How far a run is, on standard error while someone watches: done, words a second, what is read.

Comes in: `Progress` as the job reports it. Goes out: one line that redraws itself, on a terminal
only; in a pipe or a log there is nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onix.cli.terminal import clean, is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from onix.jobs.report import Progress


OnProgress = Callable[["Progress"], None]


@contextmanager
def progress(*, quiet: bool = False, after: float = 0.0) -> Iterator[OnProgress | None]:
    """Give what a job reports its progress to; None where nobody watches.

    Args:
        after: Seconds that may pass before anything is shown.
    """
    if quiet or not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        SpinnerColumn(),
        MofNCompleteColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[rate]}", markup=False),
        TextColumn("{task.fields[current]}", markup=False),
        console=Console(file=sys.stderr, markup=False, highlight=False),
        transient=True,
    )
    try:
        if not after:
            bar.start()
        yield _reporter(bar, after)
    finally:
        bar.stop()


def _reporter(bar: Bar, after: float) -> OnProgress:
    began = time.monotonic()
    task = bar.add_task("reading", total=None, rate="", current="")

    def report(now: Progress) -> None:
        if not bar.live.is_started and time.monotonic() - began >= after:
            bar.start()
        bar.update(
            task,
            completed=now.done,
            total=now.total,
            rate=rate(now.words, time.monotonic() - began),
            current=shortened(now.current),
        )

    return report


def rate(words: int, seconds: float) -> str:
    """Give the words a second, as they are said; nothing before there is anything to say."""
    return f"{words / seconds:,.0f} words/s" if words and seconds > 0.2 else ""


def shortened(address: str, limit: int = 60) -> str:
    """Give an address that fits beside the bar: its end says more than its beginning."""
    shown = clean(address)
    return shown if len(shown) <= limit else "…" + shown[1 - limit :]
