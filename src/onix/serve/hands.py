"""Processes that work beside the one that listens: a function and its values in, its result out.

Answering is mostly Python, of which one process runs one piece at a time, however many cores there
are. Each of these has the record open and the models loaded, and is spoken to through its pipes by
one thread here; who may come in, sessions, limits and the log stay with the one that listens.
"""

from __future__ import annotations

import gc
import heapq
import itertools
import pickle
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Concatenate, ParamSpec, TypeVar, cast

from onix.errors import OnixError
from onix.jobs.pipes import BROKEN, Piped, send, serving
from onix.record import Record, open_record

P = ParamSpec("P")
T = TypeVar("T")


class LostError(OnixError):
    """A process that was at work on a request has ended."""

    status = 503


class WorkError(Exception):
    """A bug in what was run; says what the other process said of it."""


class Hands:
    """A few processes, started when they are first needed.

    Args:
        record: The folder of the record.
        count: How many work at once; who comes when all are at work waits.
        paths: As `open_record` takes it.
    """

    def __init__(self, record: Path, count: int, *, paths: bool = False) -> None:
        self._opened = record, paths
        self._count = count
        self._started: list[_Hand] = []
        self._idle: list[_Hand | None] = [None] * count  # None: a place for one not yet started
        # Whether it takes long, in which order it came, and where it is given a process.
        self._waiting: list[tuple[bool, int, SimpleQueue[_Hand | None]]] = []
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._is_closed = False

    def run(
        self, work: Callable[Concatenate[Record, P], T], /, *values: P.args, **named: P.kwargs
    ) -> T:
        """Run a function of a module on the record in one of the processes.

        Raises:
            LostError: The process ended, and so did another that was given the same.
            WorkError: There is a bug in the function.
            OnixError: What the function raises.
        """
        return self._run(False, work, values, named)

    def run_soon(
        self, work: Callable[Concatenate[Record, P], T], /, *values: P.args, **named: P.kwargs
    ) -> T:
        """Run what takes little time before everything that waits and takes more."""
        return self._run(True, work, values, named)

    def run_in_each(self, work: Callable[..., Any], *values: object) -> None:
        """Run a function once in every process that is idle; what it finds amiss is not told."""
        with ThreadPoolExecutor(self._count) as threads:
            for done in [threads.submit(self._run, True, work, values, {}) for _ in self._idle]:
                done.exception()

    def close(self) -> None:
        """End every process."""
        with self._lock:
            self._is_closed = True
            started = tuple(self._started)
            idle = [each for each in self._idle if each is not None]
            self._idle = [None] * len(self._idle)
        for each in started:
            each.process.kill()  # whoever waits for it goes on, and finds that this is closed
        for each in idle:
            each.end()

    def _run(self, soon: bool, work: Callable[..., T], values: Any, named: Any) -> T:
        """Give the result; what a process ended over is given to one other."""
        order = work, values, named
        with suppress(*BROKEN):
            return cast(T, self._try(soon, order))
        try:
            return cast(T, self._try(soon, order))
        except BROKEN as problem:
            why = "the server stops" if self._is_closed else "is there enough memory?"
            raise LostError(
                f"This could not be worked out: the process at work on it has ended ({why}). "
                "Try again in a minute."
            ) from problem

    def _try(self, soon: bool, order: object) -> Any:
        hand = self._take(soon)
        try:
            if hand is None:
                hand = self._start()
            is_done, found = hand.do(order)
        except BaseException:
            if hand is not None:
                hand.end()
                with self._lock:
                    self._started.remove(hand)
            self._put(None)
            raise
        self._put(hand)
        if is_done:
            return found
        raise found

    def _take(self, soon: bool) -> _Hand | None:
        """Wait for one that is idle: what is quick before what is not, else in order."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            given: SimpleQueue[_Hand | None] = SimpleQueue()
            heapq.heappush(self._waiting, (not soon, next(self._numbers), given))
        return given.get()

    def _put(self, hand: _Hand | None) -> None:
        with self._lock:
            if self._waiting:
                heapq.heappop(self._waiting)[-1].put(hand)
            else:
                # One that runs is taken before a place for another.
                self._idle.insert(0 if hand is None else len(self._idle), hand)

    def _start(self) -> _Hand:
        with self._lock:
            if self._is_closed:
                raise EOFError
            hand = _Hand(*self._opened)
            self._started.append(hand)
        return hand


class _Hand(Piped):
    """One process with the record open."""

    def __init__(self, record: Path, paths: bool) -> None:
        super().__init__(__name__, (record, paths))

    def do(self, order: object) -> tuple[bool, Any]:
        """Give whether it was done, with its result, else what it raised."""
        self.send(order)
        found: tuple[bool, Any] = self.take()
        return found


def serve() -> None:  # pragma: no cover (runs in processes that no test measures)
    """Be one of the processes: take the record, then order after order, until none comes."""
    serving(_serve)


def _serve(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    # Every load is from the process that started this one.
    folder, paths = pickle.load(inbox)  # noqa: S301
    record: Record | None = None
    while True:
        work, values, named = pickle.load(inbox)  # noqa: S301
        done: tuple[bool, Any]
        try:
            record = record or open_record(folder, paths=paths)
            done = True, work(record, *values, **named)
        except OnixError as problem:
            done = False, problem
        except Exception:  # a bug: told where it is answered, and this process goes on
            done = False, WorkError(traceback.format_exc())
        send(outbox, done)
        if not gc.get_freeze_count():
            # Models loaded for the first answer stay; the collector need not walk them each time.
            gc.freeze()
