"""What every page and resource stands on: the record, open several times, and how it may be used.

In: a folder and how it is served. Out: records to read from, each used by one thread at a time,
and one at a time to write with; and what was worked out from them, kept while they stay the same.
"""

from __future__ import annotations

import pickle
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import LifoQueue
from typing import Concatenate, ParamSpec, TypeVar

from onix.errors import OnixError
from onix.record import Record, open_record
from onix.record.schema import FILE
from onix.serve.hands import Hands
from onix.serve.kept import Kept, state_of
from onix.serve.patience import DESK
from onix.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")

MOST_KEPT = 32_000_000  # bytes of pages, of some 40 KB each


@dataclass(frozen=True, slots=True)
class Serving:
    """How a record is served.

    Attributes:
        host: The address that is listened on.
        public: Anybody may read and ask, and nobody may change anything.
        login: The owner's password is asked for on loopback, too.
        hosts: Names by which browsers may call this server besides the addresses of loopback.
        behind_proxy: The address of a proxy whose word is taken for where requests come from.
        rate: Requests a minute that a visitor of a public server may make.
        warm: Models are loaded at the start, so that the first question does not wait for them.
        hands: Processes that answer beside the one that listens; with 0 it answers itself.
    """

    settings: Settings = field(default_factory=Settings)
    host: str = "127.0.0.1"
    port: int = 8765
    public: bool = False
    login: bool = False
    hosts: tuple[str, ...] = ()
    behind_proxy: str | None = None
    rate: int = 120
    warm: bool = False
    hands: int = 0


class Desk:
    """The record that is served.

    Args:
        readers: How many requests may read at once; the others wait.
        paths: Readers may see where on this machine files lay, as they sit at it.
    """

    def __init__(
        self, serving: Serving, *, readers: int | None = None, paths: bool = False
    ) -> None:
        self.serving = serving
        self.paths = paths
        folder, count = serving.settings.record, serving.hands
        self._hands = Hands(folder, count, paths=paths) if count else None
        self._kept = Kept(MOST_KEPT)
        self._writer = threading.Lock()
        self._open: list[Record] = []
        self._warming: threading.Thread | None = None
        # Last in, first out: a record that is open and warm is taken before another is opened.
        self._idle: LifoQueue[Record | None] = LifoQueue()
        for _ in range(readers or serving.settings.processes + 1):
            self._idle.put(None)

    @property
    def path(self) -> Path:
        """The folder of the record."""
        return self.serving.settings.record

    @property
    def is_there(self) -> bool:
        """Has the record been made?"""
        return (self.path / FILE).is_file()

    @contextmanager
    def reading(self) -> Iterator[Record]:
        """Give the record to read from; a thread that holds it is alone with it.

        Raises:
            RecordError: It is not there, or cannot be read.
        """
        record = self._idle.get()
        try:
            if record is None:
                record = open_record(self.path, paths=self.paths)
                self._open.append(record)
            yield record
        finally:
            self._idle.put(record)

    def run(
        self, work: Callable[Concatenate[Record, P], T], /, *values: P.args, **named: P.kwargs
    ) -> T:
        """Run a function of a module on the record, in a process beside this where there are some.

        Its values and its result have to be such as can be sent there.

        Raises:
            OnixError: What the function raises, or the record cannot be read.
        """
        if self._hands is not None:
            return self._hands.run(work, *values, **named)
        with self.reading() as record:
            return work(record, *values, **named)

    def kept(self, make: Callable[[Record], bytes], *, soon: bool = False) -> bytes:
        """Run what gives the same as long as the record stays as it is, once for each state of it.

        Args:
            make: As `run` takes it, its values in it: a function of a module, or a partial of one.
            soon: It takes little time, and is run before all that waits and takes more.

        Raises:
            OnixError: What it raises, or the record cannot be read.
        """
        with self.reading() as record:
            state = state_of(record)
        asked = pickle.dumps(make)
        found = self._kept.find(state, asked)
        if found is None:
            hurried = self._hands.run_soon if self._hands is not None and soon else self.run
            began = time.monotonic()
            found = hurried(make)
            if time.monotonic() - began < DESK:  # else there was perhaps no time for an answer
                self._kept.put(state, asked, found)
        return found

    @contextmanager
    def writing(self, *, create: bool = False) -> Iterator[Record]:
        """Give the record to change; one request after the other.

        Raises:
            RecordError: Another process is writing it.
        """
        with self._writer, open_record(self.path, create=create, write=True) as record:
            yield record

    def warm(self, work: Callable[[Record], object], soon: Callable[[Record], object]) -> None:
        """Begin to do what loads all that pages need, beside the requests that come meanwhile.

        Args:
            soon: What takes little time.
        """
        if self.serving.warm and self.is_there:
            self._warming = threading.Thread(target=self._warm, args=[work, soon], name="onix-warm")
            self._warming.start()

    def _warm(self, work: Callable[[Record], object], soon: Callable[[Record], object]) -> None:
        # What is wrong with a record is said to whoever asks it.
        with suppress(OnixError):
            if self._hands is not None:
                self._hands.run_soon(soon)
                self._hands.run_in_each(work)
            else:
                self.run(work)

    def close(self) -> None:
        """Let go of the record."""
        if self._hands is not None:
            self._hands.close()
        if self._warming is not None:
            self._warming.join()
        for record in self._open:
            with suppress(OnixError):
                record.close()
