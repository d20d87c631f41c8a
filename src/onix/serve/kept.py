"""What was worked out lately, so that whoever asks the same again does not wait.

In: of what state of the record something is, what it is, and its bytes. Out: the same bytes, as
long as the record is as it was. What is kept is bounded, and what was not asked for longest goes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from datetime import date

from onix.record import Record

State = tuple[int, date]


def state_of(record: Record) -> State:
    """Give what an answer depends on besides what was asked: the record, and the day it is."""
    return record.sequence, date.today()


class Kept:
    """Bytes by what they answer.

    Args:
        most: How many bytes are kept together; the newest is kept whatever its length.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._found: OrderedDict[tuple[State, Hashable], bytes] = OrderedDict()
        self._bytes = 0

    def find(self, state: State, asked: Hashable) -> bytes | None:
        """Give what was kept of this state of the record."""
        with self._lock:
            found = self._found.get((state, asked))
            if found is not None:
                self._found.move_to_end((state, asked))
            return found

    def put(self, state: State, asked: Hashable, made: bytes) -> None:
        """Keep something."""
        with self._lock:
            self._bytes += len(made) - len(self._found.pop((state, asked), b""))
            self._found[state, asked] = made
            while self._bytes > self._most and len(self._found) > 1:
                self._bytes -= len(self._found.popitem(last=False)[1])

    def __len__(self) -> int:
        return len(self._found)
