"""Found bytes come in; their documents are placed, read, kept, and only then reported.

The order of what is found is the order of what is reported. Documents are read in batches, in
other processes once there are enough of them; at most a few batches are held in memory, and what
was reported is durable, whenever the run is stopped.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onix.intake import LeftOut
from onix.intake.fetch import NotModified
from onix.jobs.gather import Found, Gathered
from onix.jobs.opening import Options, documents_in
from onix.jobs.readers import ReaderFactory, Readers, Result, news_reader, read_here
from onix.jobs.report import LEFT_OUT, NOT_CHANGED, Added, Progress, kept_as, not_wanted, unreadable
from onix.model import Document, Marks
from onix.record import Record, Source

if TYPE_CHECKING:
    from onix.seams import Reader

__all__ = ["Added", "Keeping", "Progress"]

BATCH_WORDS = 5_000
# Below this, other processes would take longer to start than reading takes here.
PARALLEL_WORDS = 20_000
# One transaction takes all that has been read by then; together they cost less.
COMMIT_WORDS = 50_000
MOST_IN_A_BATCH = 500
# Pages from the web come in slowly: what has waited so long is read and kept without the rest.
PATIENCE = 2.0


@dataclass(slots=True)
class _Origin:
    """What documents came from, and whether all of them could be kept."""

    source: Source | None = None
    is_whole: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _ToRead:
    """A document on its way; `is_twin` when the same one is on its way already."""

    document: Document
    address: str
    words: int
    origin: _Origin
    is_twin: bool = False


_Slot = Added | _ToRead | _Origin


@dataclass(slots=True)
class _Batch:
    """What is reported together. An `_Origin` in it is to be remembered once it is reached."""

    slots: list[_Slot] = field(default_factory=list)
    words: int = 0
    begun: float = 0.0
    future: Future[Result] | None = None

    def put(self, slot: _Slot) -> None:
        if not self.slots:
            self.begun = time.monotonic()
        self.slots.append(slot)
        if isinstance(slot, _ToRead) and not slot.is_twin:
            self.words += slot.words

    def documents(self) -> list[Document]:
        return [
            each.document for each in self.slots if isinstance(each, _ToRead) and not each.is_twin
        ]


class Keeping:
    """One run that keeps documents; close it to stop the processes that read.

    Args:
        again: Keep documents that were taken out of the record before.
        workers: Processes that read; None or 0 takes one a core, 1 reads in this one.
        reader: Makes the reader; must be importable by name, for the other processes.
        total: How many documents are expected, for `on_progress`.
    """

    def __init__(
        self,
        record: Record,
        *,
        options: Options | None = None,
        again: bool = False,
        workers: int | None = None,
        reader: ReaderFactory = news_reader,
        on_progress: Callable[[Progress], None] | None = None,
        total: int | None = None,
    ) -> None:
        self._record = record
        self._options = options or Options()
        self._again = again
        self._workers = workers or _cores()
        self._factory = reader
        self._on_progress = on_progress
        self._progress = Progress(total=total)
        self._here: Reader | None = None
        self._elsewhere: Readers | None = None
        self._most_under_way = 2 * self._workers + 2
        self._words = 0
        self._batch = _Batch()
        self._under_way: deque[_Batch] = deque()
        self._ids: dict[str, Document] = {}  # id or address → what is on its way under it

    def close(self) -> None:
        """Stop at once; what was not reported is not kept."""
        if self._elsewhere is not None:
            self._elsewhere.close()

    def keep(self, gathered: Iterable[Gathered]) -> Iterator[Added]:
        """Give what became of each document, once that is durable."""
        for each in gathered:
            if isinstance(each, Found):
                yield from self._take(each)
            elif isinstance(each, Source):
                yield from self._put(_Origin(each))
            elif isinstance(each, NotModified):
                yield from self._put(Added(each.address, "already kept", why=NOT_CHANGED))
            else:
                yield from self._put(Added(each.address, LEFT_OUT, why=each.why))
        yield from self._drain()

    # -- placing -------------------------------------------------------------------------------

    def _take(self, found: Found) -> Iterator[Added]:
        """Place each document in what was found."""
        self._tell(replace(self._progress, current=str(found.raw.address)))
        origin = _Origin(found.source, note=found.note)
        for each, address in documents_in(found, self._options):
            if isinstance(each, LeftOut):
                origin.is_whole = False
                yield from self._put(Added(each.address, LEFT_OUT, why=each.why))
            else:
                # A file that holds one document shows how that reads now; of several under one id
                # nobody knows which is the last.
                is_alone = address == found.raw.address
                yield from self._place(
                    each,
                    address,
                    origin,
                    is_as_now=is_alone and address == each.address,
                    written=found.raw.modified if is_alone else None,
                )
        yield from self._put(origin)

    def _place(
        self,
        document: Document,
        address: str,
        origin: _Origin,
        *,
        is_as_now: bool,
        written: str | None,
    ) -> Iterator[Added]:
        """Queue a document that is new; answer for one that is not."""
        words = len(document.text.split())
        before = self._ids.get(document.id) or self._ids.get(document.address or document.id)
        if before is not None and (before.id, before.text) == (document.id, document.text):
            yield from self._put(_ToRead(document, address, words, origin, is_twin=True))
            return
        if before is not None:  # This is a new version of one that has no place yet.
            yield from self._drain()
        placed = self._record.place(
            document, again=self._again, is_as_now=is_as_now, written=written
        )
        if placed.is_wanted:
            self._ids |= dict.fromkeys(_keys(document), document)
            yield from self._put(_ToRead(placed.document, address, words, origin))
        else:
            origin.is_whole = origin.is_whole and placed.outcome != LEFT_OUT
            yield from self._put(not_wanted(placed, address, words))

    # -- reading -------------------------------------------------------------------------------

    def _put(self, slot: _Slot) -> Iterator[Added]:
        """Queue it; send the batch on when it is full or has waited long enough."""
        yield from self._collect(at_most=self._most_under_way)
        batch = self._batch
        before = batch.words
        batch.put(slot)
        self._words += batch.words - before
        if self._workers > 1 and self._elsewhere is None:
            is_full = self._words >= PARALLEL_WORDS
            if is_full:
                self._elsewhere = Readers(self._workers, self._factory)
        else:
            is_full = batch.words >= BATCH_WORDS
        is_idle = not self._under_way
        is_old = is_idle and time.monotonic() - batch.begun > PATIENCE
        is_answered = is_idle and not batch.words
        if is_full or is_old or is_answered or len(batch.slots) >= MOST_IN_A_BATCH:
            yield from self._send()

    def _send(self) -> Iterator[Added]:
        """Have the batch read; keep what has been read meanwhile."""
        pieces = _in_pieces(self._batch)
        self._batch = _Batch()
        for piece in pieces:
            documents = piece.documents()
            if documents and self._elsewhere is not None:
                piece.future = self._elsewhere.submit(documents)
            self._under_way.append(piece)
            yield from self._collect(at_most=self._most_under_way)

    def _drain(self) -> Iterator[Added]:
        yield from self._send()
        yield from self._collect(at_most=0)

    def _collect(self, *, at_most: int) -> Iterator[Added]:
        """Keep and report batches, oldest first: all that are read, and all beyond `at_most`."""
        while self._under_way:
            if len(self._under_way) <= at_most and not _is_read(self._under_way[0]):
                return
            together: list[_Batch] = []
            results: Result = []
            while self._under_way and sum(each.words for each in together) < COMMIT_WORDS:
                if together and not _is_read(self._under_way[0]):
                    break
                results += self._read(self._under_way[0])
                together.append(self._under_way.popleft())
            yield from self._keep(together, results)

    def _read(self, batch: _Batch) -> Result:
        if batch.future is not None:
            return batch.future.result()
        documents = batch.documents()
        if documents and self._here is None:
            self._here = self._factory()
        return read_here(self._here, documents) if self._here is not None else []

    # -- keeping -------------------------------------------------------------------------------

    def _keep(self, together: Sequence[_Batch], results: Result) -> Iterator[Added]:
        """Keep everything that was read in one transaction; then report all of it."""
        marks = [each for each in results if isinstance(each, Marks)]
        kept = iter(self._record.keep(marks, again=self._again) if marks else ())
        answers = iter(results)
        told: list[Added] = []
        for slot in (slot for batch in together for slot in batch.slots):
            if isinstance(slot, _Origin):
                self._remember(slot)
                continue
            if isinstance(slot, Added):
                added = slot
            else:
                if slot.is_twin:
                    added = self._twin(slot)
                else:
                    for key in _keys(slot.document):
                        self._ids.pop(key, None)
                    answer = next(answers)
                    if isinstance(answer, Marks):
                        added = kept_as(next(kept), answer, slot.address, slot.words)
                    else:
                        added = unreadable(str(answer), slot.address, slot.words)
                if added.outcome == LEFT_OUT:
                    slot.origin.is_whole = False
                elif slot.origin.note:
                    why = "; ".join(filter(None, (added.why, slot.origin.note)))
                    added = replace(added, why=why)
            told.append(added)
        out = {each.address: each.why or "" for each in told if each.outcome == LEFT_OUT}
        self._record.remember_missing(out, {each.address for each in told} - out.keys())
        for added in told:
            self._tell(self._progress.after(added))
            yield added

    def _twin(self, slot: _ToRead) -> Added:
        """Say of a document that came twice what became of the first."""
        placed = self._record.place(slot.document, again=self._again)
        if placed.is_wanted:
            problem = "the same document could not be read just before"
            return unreadable(problem, slot.address, slot.words)
        return not_wanted(placed, slot.address, slot.words)

    def _remember(self, origin: _Origin) -> None:
        """Remember a page once all of it is kept, so that `onix update` fetches it again."""
        if origin.source is not None and origin.is_whole:
            self._record.remember_source(origin.source)
            # A feed that could not be fetched before: no document has its address.
            self._record.remember_missing({}, {origin.source.address})

    def _tell(self, progress: Progress) -> None:
        self._progress = progress
        if self._on_progress is not None:
            self._on_progress(progress)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - macOS and Windows


def _keys(document: Document) -> list[str]:
    """Give the names under which the record would know the document."""
    names = (document.id, document.version_of, document.address)
    return [name for name in names if name is not None]


def _is_read(batch: _Batch) -> bool:
    """Can it be kept without waiting for another process?"""
    return batch.future is None or batch.future.done()


def _in_pieces(batch: _Batch) -> list[_Batch]:
    """Give a batch that has grown large in pieces of the usual size."""
    pieces = [_Batch()]
    for slot in batch.slots:
        if pieces[-1].words >= BATCH_WORDS:
            pieces.append(_Batch())
        pieces[-1].put(slot)
    return pieces
