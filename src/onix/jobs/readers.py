"""Documents come in, their marks come out, read in several processes at once and given in order.

Each worker is a Python process of its own with one reader in it, spoken to through its pipes by
one thread here. So a worker that dies takes nothing with it: its thread starts another one and
reads that batch again document by document, to find the one at fault.
`multiprocessing` is not used: it would import the caller's main module in every worker, and its
pool ends when one worker is killed.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import LifoQueue
from typing import IO

from onix.errors import OnixError
from onix.model import Document, Marks
from onix.seams import Reader

ReaderFactory = Callable[[], Reader]
"""Makes a reader. For several processes it must be a function that can be imported by name."""

Result = list[Marks | Exception]
"""What became of each document of a batch, in order."""

# One core each is what several workers share out; BLAS threads on top would fight for the cores.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# Reading takes about a second for 10,000 words; a hundred times as long is an endless loop.
PATIENCE = 120.0
WORDS_A_SECOND = 100.0


def news_reader() -> Reader:
    """Give the reader that Onix ships."""
    from onix.reading import NewsReader

    return NewsReader()


# How it shows on the pipes that the process at their other end has ended.
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)


class ReadingError(Exception):
    """Why one document could not be read, as the end of a sentence."""


class _WorkerDiedError(Exception):
    """The process ended, was killed, or was too slow and has been ended."""


def read_here(reader: Reader, documents: Sequence[Document]) -> Result:
    """Read a batch in this process; a document that fails does not take the others with it."""
    try:
        return list(reader.read(documents))
    except OnixError:
        raise  # Not the fault of a text: something is missing that every document needs.
    except Exception as problem:  # whatever a text can trigger in a reader, it is reported
        if len(documents) == 1:
            return [ReadingError(f"the reader failed ({type(problem).__name__}: {problem})")]
    return [each for document in documents for each in read_here(reader, [document])]


class Readers:
    """Processes that read, as long as this is open; each batch is answered by a future.

    Args:
        count: How many processes.
        factory: Makes the reader inside each of them.
    """

    def __init__(self, count: int, factory: ReaderFactory = news_reader) -> None:
        self._factory = factory
        self._closed = threading.Event()
        self._started: list[_Worker] = []
        # Last in, first out: a worker that runs is taken before a place for another (None).
        self._idle: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(count):
            self._idle.put(None)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="onix-reading")

    def submit(self, documents: Sequence[Document]) -> Future[Result]:
        """Have a batch read. The future raises OnixError when no reader could be made at all."""
        return self._threads.submit(self._read, documents)

    def close(self) -> None:
        """End every process at once; what was not read yet is dropped."""
        self._closed.set()
        for worker in tuple(self._started):
            worker.process.kill()  # whoever waits for it goes on, and finds that this is closed
        self._threads.shutdown(cancel_futures=True)
        for worker in self._started:
            worker.end()

    def _read(self, documents: Sequence[Document]) -> Result:
        """Read a batch; when the process dies of it, each of its documents alone."""
        try:
            return self._try(documents)
        except _WorkerDiedError as problem:
            if len(documents) == 1 or self._closed.is_set():
                return [ReadingError(str(problem)) for _ in documents]
        return [each for document in documents for each in self._read([document])]

    def _try(self, documents: Sequence[Document]) -> Result:
        worker = self._idle.get()
        try:
            if worker is None:
                worker = self._start()
            answers = worker.read(documents)
        except BaseException:
            if worker is not None:
                worker.end()
            self._idle.put(None)
            raise
        self._idle.put(worker)
        return answers

    def _start(self) -> _Worker:
        worker = _Worker(self._factory)
        self._started.append(worker)
        if self._closed.is_set():  # Nobody else would end it.
            worker.process.kill()
        return worker


class _Worker:
    """One process that reads, and the pipes to it."""

    def __init__(self, factory: ReaderFactory) -> None:
        self.is_ready = False
        self.process = subprocess.Popen(
            # -P: never import from the current folder, where anything may lie.
            [sys.executable, "-P", "-c", "from onix.jobs.readers import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C in the terminal is for the process that gives the orders.
            start_new_session=True,
        )
        assert self.process.stdin is not None  # noqa: S101 - for mypy: PIPE was asked for
        with suppress(OSError):  # It died at once: reading from it will say so.
            _send(self.process.stdin, factory)

    def end(self) -> None:
        """End the process and let go of it."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):  # What was still to be sent has no reader any more.
                    pipe.close()

    def read(self, documents: Sequence[Document]) -> Result:
        """Give the answers to a batch; a process that takes too long over it is ended."""
        if not self.is_ready:
            self._begin()
        words = sum(len(document.text) for document in documents) / 6
        limit = PATIENCE + words / WORDS_A_SECOND
        watch = threading.Timer(limit, self.process.kill)
        watch.daemon = True
        watch.start()
        try:
            return self._ask(documents)
        except _BROKEN as problem:
            code = self.process.wait()
            is_late = watch.finished.is_set()
            why = f"took longer than {limit:.0f} seconds" if is_late else _ended(code)
            raise _WorkerDiedError(f"the process that read it {why}") from problem
        finally:
            watch.cancel()

    def _begin(self) -> None:
        """Wait until its reader is there."""
        try:
            self._ask(None)
        except _BROKEN as problem:
            raise OnixError(
                f"Could not start reading in other processes: one ended with {self.process.wait()} "
                "before it was ready. Try again with --workers 1 to see why."
            ) from problem
        self.is_ready = True

    def _ask(self, documents: Sequence[Document] | None) -> Result:
        inbox, outbox = self.process.stdout, self.process.stdin
        assert inbox is not None and outbox is not None  # noqa: S101 - for mypy: pipes
        if documents is not None:
            _send(outbox, documents)
        answer: Result | OnixError = pickle.load(inbox)  # noqa: S301 - from a process of our own
        if isinstance(answer, OnixError):
            raise answer
        return answer


def _ended(code: int) -> str:
    if code == -9:
        return "was killed (is there enough memory?)"
    return f"ended with {code}"


def _send(pipe: IO[bytes], value: object) -> None:
    pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def serve() -> None:  # pragma: no cover (runs in processes that no test measures)
    """Be a worker: take the factory, then batch after batch, until nothing more comes."""
    inbox = sys.stdin.buffer
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # A library that prints must not print into the answers.
    try:
        _serve(inbox, outbox)
    except (EOFError, BrokenPipeError):
        os._exit(0)  # The process that gave the orders has ended.


def _serve(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    import gc

    # Every load is from the process that started this one.
    try:
        factory: ReaderFactory = pickle.load(inbox)  # noqa: S301
        reader = factory()
        _send(outbox, [])  # It is ready.
        gc.freeze()  # What the reader holds stays; the collector need not walk it again and again.
        while True:
            _send(outbox, read_here(reader, pickle.load(inbox)))  # noqa: S301
    except OnixError as problem:
        _send(outbox, problem)
