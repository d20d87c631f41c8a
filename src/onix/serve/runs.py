"""What is being added: one run after the other, each with what became of every document so far.

In: what is to be added. Out: runs that a page can watch. A run reports a document only once that is
durable, so whenever the server stops, what a page has shown is in the record.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, cast

from onix.errors import InputError, OnixError
from onix.jobs.report import Added, Counts, Progress, added_json, summary
from onix.record import Record
from onix.record.hiding import without_folders
from onix.serve.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Generator

State = Literal["waiting", "running", "done", "stopped", "failed"]
Make = Callable[[Record, Callable[[Progress], None]], Iterator[Added]]

MOST_RUNS = 20  # that are remembered once they are over
PATIENCE = 10.0  # seconds to end what is under way when the server stops

_log = logging.getLogger(__name__)


class NoRunError(InputError):
    """There is no run of this name any more."""

    status = 404


class _StoppedError(Exception):
    """Somebody stopped the run, or the server goes down."""


class Run:
    """One addition, from when it is asked for.

    Attributes:
        what: What is added, in words.
        added: What became of each document; only grows.
        problem: Why it failed.
    """

    def __init__(self, what: str) -> None:
        self.id = secrets.token_urlsafe(9)
        self.what = what
        self.asked = datetime.now(UTC)
        self.state: State = "waiting"
        self.added: list[Added] = []
        self.counts = Counts()
        self.progress = Progress()
        self.problem: str | None = None
        self._stop = threading.Event()

    @property
    def is_over(self) -> bool:
        """Will nothing more come?"""
        return self.state in ("done", "stopped", "failed")

    @property
    def says(self) -> str:
        """How far it is, in a sentence."""
        if self.state == "waiting":
            return "Waiting: something else is being added to the record. This comes next."
        so_far = summary(self.counts)
        if self.state == "running":
            current = f" Now: {self.progress.current}" if self.progress.current else ""
            return f"{so_far if self.added else 'Nothing is kept yet.'}{current}"
        if self.state == "failed":
            return f"{self.problem} Before that: {so_far}" if self.added else str(self.problem)
        if self.state == "stopped":
            return (
                f"Stopped. What is listed as kept is kept. {so_far if self.added else ''}".strip()
            )
        return so_far

    def stop(self) -> None:
        """End it at the next document; what was reported stays."""
        self._stop.set()

    def status(self) -> dict[str, Any]:
        """Give the JSON of how far it is."""
        return {
            "id": self.id,
            "what": self.what,
            "state": self.state,
            "says": self.says,
            "done": len(self.added),
            "total": self.progress.total,
            "counts": dict(self.counts),
        }

    def as_json(self) -> dict[str, Any]:
        """Give the JSON of it with what became of each document."""
        return {**self.status(), "added": [added_json(each) for each in list(self.added)]}

    def tell(self, progress: Progress) -> None:
        """Hear how far it is."""
        if self._stop.is_set():
            raise _StoppedError
        self.progress = progress

    def work(self, record: Record, make: Make) -> None:
        """Add everything; what is given back by the job is durable."""
        self.state = "running"
        with closing(cast("Generator[Added]", make(record, self.tell))) as told:
            for each in told:
                self.counts[each.outcome] += 1
                self.counts["words"] += each.words
                self.added.append(each)
                if self._stop.is_set():
                    raise _StoppedError


class Runs:
    """The runs of a server; one writes at a time, the others wait for it in their order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runs: dict[str, Run] = {}
        self._queue: SimpleQueue[tuple[Run, Make] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def all(self) -> list[Run]:
        """Give the runs, the latest first."""
        with self._lock:
            return list(reversed(self._runs.values()))

    def find(self, run_id: str) -> Run:
        """Give a run. Raises NoRunError."""
        with self._lock:
            found = self._runs.get(run_id)
        if found is None:
            raise NoRunError(
                "This addition is not known any more: the server was started again, or it is long "
                "over. What it reported is in the record: see /sources"
            )
        return found

    def start(self, what: str, make: Make) -> Run:
        """Have something added, after what is being added now."""
        run = Run(what)
        with self._lock:
            self._runs[run.id] = run
            over = [each.id for each in self._runs.values() if each.is_over]
            for each in over[: max(0, len(self._runs) - MOST_RUNS)]:
                del self._runs[each]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="onix-adding", daemon=True)
                self._thread.start()
        self._queue.put((run, make))
        return run

    def close(self) -> None:
        """Stop what is under way; what was reported stays."""
        for each in self.all:
            each.stop()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(PATIENCE)

    def _work(self) -> None:
        while (asked := self._queue.get()) is not None:
            self._do(*asked)
            del asked  # lets go of the bytes that were sent

    def _do(self, run: Run, make: Make) -> None:
        try:
            run.tell(run.progress)
            with self._desk.writing(create=True) as record:
                run.work(record, make)
            run.state = "done"
        except _StoppedError:
            run.state = "stopped"
        except OnixError as problem:
            run.problem = without_folders(str(problem), self._desk.path)
            run.state = "failed"
        except Exception as problem:
            # The next run must not be lost with this one; the log says where it happened.
            _log.exception("adding %s failed", run.what)
            run.problem = (
                f"A fault of Onix ({type(problem).__name__}); the log of the server says more. "
                "Please report it."
            )
            run.state = "failed"
