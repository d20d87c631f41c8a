"""Documents come in, their marks come out, read in several processes at once and given in order.

Each worker is a Python process of its own with one reader in it, spoken to through its pipes by
one thread here. So a worker that dies takes nothing with it: its thread starts another one and
reads that batch again document by document, to find the one at fault.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from typing import IO

from onix.errors import OnixError
from onix.jobs.pipes import BROKEN, Piped, send, serving
from onix.model import Document, Marks
from onix.seams import Reader

ReaderFactory = Callable[[], Reader]
"""Makes a reader. For several processes it must be a function that can be imported by name."""

Result = list[Marks | Exception]
"""What became of each document of a batch, in order."""

# Reading takes about a second for 10,000 words; a hundred times as long is an endless loop.
PATIENCE = 120.0
WORDS_A_SECOND = 100.0


def news_reader() -> Reader:
    """Give the reader that Onix ships."""
    from onix.reading import NewsReader

    return NewsReader()


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


class _Worker(Piped):
    """One process that reads."""

    def __init__(self, factory: ReaderFactory) -> None:
        self.is_ready = False
        super().__init__(__name__, factory)

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
        except BROKEN as problem:
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
        except BROKEN as problem:
            raise OnixError(
                f"Could not start reading in other processes: one ended with {self.process.wait()} "
                "before it was ready. Try again with --workers 1 to see why."
            ) from problem
        self.is_ready = True

    def _ask(self, documents: Sequence[Document] | None) -> Result:
        if documents is not None:
            self.send(documents)
        answer: Result | OnixError = self.take()
        if isinstance(answer, OnixError):
            raise answer
        return answer


def _ended(code: int) -> str:
    if code == -9:
        return "was killed (is there enough memory?)"
    return f"ended with {code}"


def serve() -> None:  # pragma: no cover (runs in processes that no test measures)
    """Be a worker: take the factory, then batch after batch, until nothing more comes."""
    serving(_serve)


def _serve(inbox: IO[bytes], outbox: IO[bytes]) -> None:
    import gc

    # Every load is from the process that started this one.
    try:
        factory: ReaderFactory = pickle.load(inbox)  # noqa: S301
        reader = factory()
        send(outbox, [])  # It is ready.
        gc.freeze()  # What the reader holds stays; the collector need not walk it again and again.
        while True:
            send(outbox, read_here(reader, pickle.load(inbox)))  # noqa: S301
    except OnixError as problem:
        send(outbox, problem)
