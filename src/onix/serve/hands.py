"""Processes that work beside the one that listens: a function and its values in, its result out.

Answering is mostly Python, of which one process runs one piece at a time, however many cores there
are. Each of these has the record open and the models loaded, and is spoken to through its pipes by
one thread here; who may come in, sessions, limits and the log stay with the one that listens.
"""

from __future__ import annotations

import gc
import pickle
import threading
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
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


@dataclass(slots=True)
class _Place:
    """Where one process works, or will.

    Attributes:
        is_quick: Only what takes little time is done here, so that it never waits for the rest.
    """

    is_quick: bool = False
    hand: _Hand | None = None


class Hands:
    """A few processes, started when they are first needed.

    Beside them stands one for what takes little time: behind questions that take seconds a story
    would wait as long. It is small, as it reads nothing and so loads no model.

    Args:
        record: The folder of the record.
        count: How many work at once; who comes when all are at work waits.
        paths: As `open_record` takes it.
    """

    def __init__(self, record: Path, count: int, *, paths: bool = False) -> None:
        self._opened = record, paths
        self._count = count
        self._started: list[_Hand] = []
        self._idle = [_Place() for _ in range(count)]
        self._quick: list[_Place] = [_Place(is_quick=True)]  # where it is idle
        # Who waits, in order, and where each is given a place.
        self._hurried: deque[SimpleQueue[_Place]] = deque()
        self._waiting: deque[SimpleQueue[_Place]] = deque()
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
        """Run what takes little time, and needs no model, before all that waits and takes more."""
        return self._run(True, work, values, named)

    def run_in_each(self, work: Callable[..., Any], *values: object) -> None:
        """Run a function once in every process that is idle; what it finds amiss is not told."""
        with ThreadPoolExecutor(self._count) as threads:
            for done in [threads.submit(self._run, False, work, values, {}) for _ in self._idle]:
                done.exception()

    def close(self) -> None:
        """End every process."""
        with self._lock:
            self._is_closed = True
            started = tuple(self._started)
            idle = [each.hand for each in (*self._idle, *self._quick) if each.hand is not None]
            for each in (*self._idle, *self._quick):
                each.hand = None
        for hand in started:
            hand.process.kill()  # whoever waits for it goes on, and finds that this is closed
        for hand in idle:
            hand.end()

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
        place = self._take(soon)
        try:
            if place.hand is None:
                place.hand = self._start()
            is_done, found = place.hand.do(order)
        except BaseException:
            if place.hand is not None:
                place.hand.end()
                with self._lock:
                    self._started.remove(place.hand)
            place.hand = None
            self._put(place)
            raise
        self._put(place)
        if is_done:
            return found
        raise found

    def _take(self, soon: bool) -> _Place:
        """Wait for a place that is idle: what is quick before what is not, else in order."""
        with self._lock:
            if soon and self._quick:
                return self._quick.pop()
            if self._idle:
                return self._idle.pop()
            given: SimpleQueue[_Place] = SimpleQueue()
            (self._hurried if soon else self._waiting).append(given)
        return given.get()

    def _put(self, place: _Place) -> None:
        with self._lock:
            if self._hurried:
                self._hurried.popleft().put(place)
            elif place.is_quick:
                self._quick.append(place)
            elif self._waiting:
                self._waiting.popleft().put(place)
            else:
                # One that runs is taken before a place for another.
                self._idle.insert(0 if place.hand is None else len(self._idle), place)

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
    is_frozen = False  # kept here: the collector counts what is frozen one by one, for milliseconds
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
        if not is_frozen:
            # Models loaded for the first answer stay; the collector need not walk them each time.
            gc.freeze()
            is_frozen = True
