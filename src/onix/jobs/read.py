"""Documents come in, their marks come out: nothing is kept, so no record is needed.

In: files and standard input. Out: marks in the order of the input, lazily; what could not be read
stands in its place with the reason. Behind `onix read`, which other programs score and build on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from io import BufferedReader
from itertools import chain
from typing import BinaryIO, NoReturn, cast

from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.jobs.gather import Found, Gathered, from_inputs
from onix.jobs.readers import ReaderFactory, Readers, Result, news_reader, read_here
from onix.model import Document, Marks

STANDARD_INPUT = "-"

_GZIP = b"\x1f\x8b"
_LOOK = 4096  # bytes

# A batch is what one process reads at a time; a start-up costs as much as reading three of them.
_BATCH_CHARACTERS = 60_000
_BATCHES_FOR_PROCESSES = 4

Item = Document | LeftOut


def read(
    inputs: Sequence[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    format: str | None = None,
    workers: int = 1,
    stdin: BinaryIO | None = None,
    events: bool = False,
    reader: ReaderFactory = news_reader,
) -> Iterator[Marks | LeftOut]:
    """Give the marks of each document in `inputs`, in order and as they are read.

    A document that the reader fails on keeps its place, with empty marks and the reason.

    Args:
        inputs: Files, folders and globs; "-" is `stdin`: JSON Lines, read as they come, or one
            document, as its beginning shows and unless `format` says else.
        workers: Processes to read in; few documents are read in this one all the same.
        events: What happened, too, which takes as long again, as every sentence is parsed.

    Raises:
        InputError: At once, for an option that means nothing or a missing `stdin`.
    """
    if STANDARD_INPUT in inputs and stdin is None:
        raise InputError("Could not read standard input: there is none. Name a file instead.")
    # Options are looked at before the first file, so that a slip does not wait for its turn.
    next(read_documents(Raw(None, b" "), outlet=outlet, published=published, format=format), None)
    items = chain.from_iterable(
        _documents(each, stdin, outlet, published, format) for each in inputs
    )
    found = _read(_batches(items), workers, reader)
    return _with_events(found) if events else found


def _with_events(found: Iterable[Marks | LeftOut]) -> Iterator[Marks | LeftOut]:
    from onix.reading.events.events import find_events
    from onix.reading.neural.syntax import Parser

    parse = Parser().parse
    for each in found:
        if isinstance(each, LeftOut) or each.unread is not None or each.document.turns:
            yield each
        else:
            yield replace(each, events=find_events(each, parse))


def _documents(
    given: str,
    stdin: BinaryIO | None,
    outlet: str | None,
    published: str | None,
    format: str | None,
) -> Iterator[Item]:
    """Give the documents of one input; lines of standard input are read as they come."""
    if given == STANDARD_INPUT and stdin is not None:
        begins = _beginning(stdin)
        if begins.startswith(_GZIP):
            format = format or "jsonl"
        elif format == "jsonl" or (format is None and _may_be_lines(begins)):
            return _lines(stdin, outlet, published)
    return _found(
        from_inputs([given], stdin=stdin, fetcher=_no_fetcher),
        outlet=outlet,
        published=published,
        format=format,
    )


def _found(gathered: Iterable[Gathered], **said: str | None) -> Iterator[Item]:
    for each in gathered:
        if isinstance(each, LeftOut):
            yield each
        elif isinstance(each, Found):
            yield from read_documents(each.raw, **said)


def _no_fetcher() -> NoReturn:
    raise InputError(
        "onix read reads files, and nothing from the web. Save the page and name the file, "
        "or keep it in a record with: onix add ADDRESS"
    )


def _lines(stdin: BinaryIO, outlet: str | None, published: str | None) -> Iterator[Item]:
    from onix.intake.dates import iso_date
    from onix.intake.jsonlines import read_json_lines

    day = iso_date(published)
    for each in read_json_lines(stdin, Raw(None, b"")):
        if isinstance(each, Document):
            yield replace(each, outlet=outlet or each.outlet, published=day or each.published)
        else:
            yield each


def _beginning(stdin: BinaryIO) -> bytes:
    """Give the first bytes without taking them, space before them left out; none if unknown."""
    if not hasattr(stdin, "peek"):
        return b""
    return cast("BufferedReader", stdin).peek(_LOOK).removeprefix(b"\xef\xbb\xbf").lstrip()


def _may_be_lines(begins: bytes) -> bool:
    """Does it begin as JSON Lines do, the first of which may be broken?"""
    return not begins or begins.startswith(b"{") or b"\n{" in begins


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    for each in items:
        batch.append(each)
        characters += len(each.text) if isinstance(each, Document) else 0
        if characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _read(
    batches: Iterator[list[Item]], workers: int, factory: ReaderFactory
) -> Iterator[Marks | LeftOut]:
    """Read here when there is little to read or one process only, else in several at once."""
    ahead: list[list[Item]] = []
    if workers > 1:
        for batch in batches:
            ahead.append(batch)
            if len(ahead) == _BATCHES_FOR_PROCESSES:
                break
    if len(ahead) == _BATCHES_FOR_PROCESSES:
        yield from _read_apart(chain(ahead, batches), workers, factory)
        return
    reader = None
    for batch in chain(ahead, batches):
        documents = [each for each in batch if isinstance(each, Document)]
        if documents and reader is None:
            reader = factory()
        yield from _in_order(batch, read_here(reader, documents) if reader else [])


def _read_apart(
    batches: Iterable[list[Item]], workers: int, factory: ReaderFactory
) -> Iterator[Marks | LeftOut]:
    """Keep each process busy with one batch in hand and one waiting, and give results in order."""
    pending: deque[tuple[list[Item], Future[Result]]] = deque()
    with closing(Readers(workers, factory)) as readers:
        for batch in batches:
            documents = [each for each in batch if isinstance(each, Document)]
            pending.append((batch, readers.submit(documents)))
            if len(pending) > 2 * workers:
                done, future = pending.popleft()
                yield from _in_order(done, future.result())
        for done, future in pending:
            yield from _in_order(done, future.result())


def _in_order(batch: Sequence[Item], result: Result) -> Iterator[Marks | LeftOut]:
    outcomes = iter(result)
    for each in batch:
        if isinstance(each, LeftOut):
            yield each
            continue
        outcome = next(outcomes)
        if isinstance(outcome, Marks):
            yield outcome
        else:
            yield Marks(each, unread=f"Could not read {each.address or each.id}: {outcome}.")
