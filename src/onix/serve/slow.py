"""Results that take longer than a page may: worked out in the background, once for each question.

In: what is asked for and how to find it. Out: the result, or how far the work is, so that a page
can show that and look again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from onix.errors import OnixError
from onix.jobs.report import Progress

T = TypeVar("T")

PATIENCE = 1.5  # seconds that a request waits, so that what is quick comes at once
MOST_WAITING = 12


class BusyError(OnixError):
    """More is being worked out than there is room for."""

    status = 503


class StoppedError(Exception):
    """The server goes down."""


@dataclass(slots=True)
class _Told:
    """How far a work says it is."""

    progress: Progress = field(default_factory=Progress)


@dataclass(frozen=True, slots=True)
class _Work:
    future: Future[Any]
    told: _Told


class Slow(Generic[T]):
    """Keeps the last few results.

    Args:
        most: How many results are kept.
    """

    def __init__(self, *, most: int = 8) -> None:
        self._most = most
        self._works: OrderedDict[Hashable, _Work] = OrderedDict()
        self._lock = threading.Lock()
        self._is_closed = False
        # One after the other: two at once would each take twice as long.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="onix-slow")

    def find(
        self,
        key: Hashable,
        make: Callable[[Callable[[Progress], None]], T],
        *,
        patience: float | None = PATIENCE,
    ) -> T | Progress:
        """Give the result, or how far it is after `patience` seconds; with None, the result.

        Args:
            key: What is asked for, with the state of the record.
            make: Finds it, telling how far it is to what it is given.

        Raises:
            BusyError: Too much is being worked out.
            OnixError: What `make` raises.
        """
        with self._lock:
            work = self._works.get(key)
            if work is None:
                waiting = sum(not each.future.done() for each in self._works.values())
                if waiting >= MOST_WAITING:
                    raise BusyError(
                        f"{waiting} questions of this size are being worked out already. "
                        "Wait a minute, then ask again."
                    )
                work = self._works[key] = self._begin(make)
            self._works.move_to_end(key)
            self._forget()
        try:
            result: T = work.future.result(patience)
        except NotYetError:
            return work.told.progress
        except BaseException:
            with self._lock:
                self._works.pop(key, None)
            raise
        return result

    def known(self, key: Hashable) -> T | None:
        """Give a result that is there already; None where it is not, or could not be found."""
        with self._lock:
            work = self._works.get(key)
            if work is None or not work.future.done() or work.future.exception() is not None:
                return None
            self._works.move_to_end(key)
        found: T = work.future.result()
        return found

    def close(self) -> None:
        """Stop what is being worked out."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self, make: Callable[[Callable[[Progress], None]], T]) -> _Work:
        told = _Told()

        def tell(progress: Progress) -> None:
            if self._is_closed:
                raise StoppedError
            told.progress = progress

        return _Work(self._pool.submit(make, tell), told)

    def _forget(self) -> None:
        done = [key for key, work in self._works.items() if work.future.done()]
        for key in done[: max(0, len(self._works) - self._most)]:
            del self._works[key]
