"""Asking with an end: a question in, its answer out, or that there is not so much time for it.

Only "what happened after X" may take long: it needs a timeline, and that of a big name in a large
record takes a minute, in which nobody else could ask.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from onix.jobs.ask import ask
from onix.jobs.report import Progress
from onix.model import Abstention, Answer
from onix.record import Record

DESK = 20.0  # seconds for whoever works at the desk
VISITOR = 5.0  # seconds for a reader of somebody's page
TOO_LONG = Abstention(
    "not_answered",
    "To work this out takes longer than there is time for here. Ask for a name or a day instead.",
)


class TooLongError(Exception):
    """The time is over."""


@dataclass(frozen=True, slots=True)
class _Until:
    """Ends a job that is not done by then, when it next says how far it is."""

    end: float

    def __call__(self, _: Progress) -> None:
        if time.monotonic() > self.end:
            raise TooLongError


def ask_within(
    record: Record,
    question: str,
    *,
    seconds: float = DESK,
    as_of: str | None = None,
    outlets: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    documents: Sequence[str] = (),
    limit: int = 3,
) -> Answer:
    """Ask as `jobs.ask` does; what is not answered after so many seconds is refused."""
    try:
        return ask(
            record, question, as_of=as_of, outlets=outlets, since=since, until=until,
            documents=documents, limit=limit, on_progress=_Until(time.monotonic() + seconds),
        )  # fmt: skip
    except TooLongError:
        return Answer(question, as_of=as_of, abstained=TOO_LONG)
