"""What each box answers from, and how often it may be asked: a box and a record in, a part out.

The bounds are looked up once for each state of the record, and are what `ask` and `search` are
given: what is not in them is never looked at.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from onix.boxes import Box
from onix.errors import OnixError
from onix.record import Part, Record
from onix.serve.kept import Kept, State, state_of
from onix.serve.limits import Buckets
from onix.serve.rights import WaitError

MOST_KEPT = 5_000_000  # bytes of answers, of some 20 KB each
PATIENCE = 5.0  # seconds that a question waits for its turn
BUSY = "Many people are asking here just now."


class Boxes:
    """The boxes of a server.

    Args:
        at_once: Questions that are worked on at once; others of the server's readers are free.
    """

    def __init__(self, boxes: Sequence[Box], *, at_once: int = 1) -> None:
        self.all = tuple(boxes)
        self._turns = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._parts: dict[str, tuple[State, Part]] = {}
        self._answers = Kept(MOST_KEPT)
        self._visitors = {each.name: _bucket(each.rate) for each in boxes}
        self._totals = {each.name: _bucket(each.total) for each in boxes}

    def part(self, box: Box, record: Record) -> Part:
        """Give what a box answers from, of what is published today."""
        return self._part(box, record, state_of(record))

    def remembered(
        self, box: Box, record: Record, question: str, make: Callable[[Record, Part], bytes]
    ) -> bytes:
        """Give the answer of a box, made anew for each state of the record.

        Under an article the same question is asked with every look at it.
        """
        state = state_of(record)
        known = self._answers.find(state, (box.name, question))
        if known is not None:
            return known
        part = self._part(box, record, state)
        try:
            made = make(record, part)
        except (OnixError, KeyError):
            if state_of(record) == state:
                raise
            made = b""  # something was taken out under its eyes
        if (now := state_of(record)) != state:
            # What came in meanwhile may be of the same outlets and not of the part: go by ids.
            return make(record, replace(self._part(box, record, now), outlets=()))
        self._answers.put(state, (box.name, question), made)
        return made

    def _part(self, box: Box, record: Record, state: State) -> Part:
        with self._lock:
            known = self._parts.get(box.name)
        if known is not None and known[0] == state:
            return known[1]
        found = record.part(
            outlets=box.outlets, documents=box.documents, as_of=state[1].isoformat()
        )
        with self._lock:
            self._parts[box.name] = (state, found)
        return found

    def count(self, box: Box, who: str) -> None:
        """Count a question.

        Raises:
            WaitError: This visitor, or all of them together, asked too often.
        """
        if wait := self._visitors[box.name].wait(who):
            raise _wait("Too many questions came from your connection.", wait)
        if wait := self._totals[box.name].wait("all"):
            raise _wait(BUSY, wait)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until there is room for a question, so that the desk always has a reader left.

        Raises:
            WaitError: There was none for a while.
        """
        if not self._turns.acquire(timeout=PATIENCE):
            raise _wait(BUSY, PATIENCE)
        try:
            yield
        finally:
            self._turns.release()

    def told(self, record: Record) -> Iterator[str]:
        """Say of each box what it answers from and where, and which names lead to nothing."""
        for box in self.all:
            part = self.part(box, record)
            many = "document" if len(part.ids) == 1 else "documents"
            yield (
                f"box {box.name} answers from {len(part.ids)} {many}, on {', '.join(box.origins)}"
            )
            for name in part.missing:
                yield f"box {box.name} names {name!r}, of which the record has nothing"


def _bucket(rate: int) -> Buckets:
    return Buckets(rate=rate / 60, burst=rate)


def _wait(says: str, wait: float) -> WaitError:
    problem = WaitError(says, wait)
    seconds = "second" if problem.seconds == 1 else "seconds"
    return WaitError(f"{says} Ask again in {problem.seconds} {seconds}.", wait)
