"""`onix add`: files, folders, globs, addresses and standard input go into the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from typing import BinaryIO

from onix.intake import Raw
from onix.intake.fetch import Fetcher, FetchPolicy
from onix.jobs.gather import expected, from_inputs
from onix.jobs.keeping import Keeping
from onix.jobs.opening import Options
from onix.jobs.readers import ReaderFactory, news_reader
from onix.jobs.report import Added, Progress
from onix.record import Record

__all__ = ["Added", "Progress", "add"]


def add(
    record: Record,
    inputs: Sequence[str | Raw],
    *,
    outlet: str | None = None,
    published: str | None = None,
    format: str | None = None,
    again: bool = False,
    allow_private: bool = False,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    policy: FetchPolicy | None = None,
    reader: ReaderFactory = news_reader,
) -> Iterator[Added]:
    """Give what became of each document, in the order of the inputs, once that is durable.

    Stopped at any moment (closed, Ctrl-C, killed), everything that was given is in the record.

    Args:
        inputs: Paths, globs, http(s) addresses of pages and feeds, "-" for `stdin`, and bytes.
        outlet: Beats what a document says; so do `published` and `format`.
        again: Keep documents that were taken out of the record before.
        allow_private: Fetch from this machine and private networks too.
        workers: Processes that read; None or 0 takes one a core.
        policy: How to fetch, in place of the usual manners and of `allow_private`.
        reader: Makes the reader. It must be a function that can be imported by name, because
            other processes import it.

    Raises:
        InputError: An option means nothing.
        RecordError: The record cannot take more (a full disk).
    """
    with ExitStack() as stack:
        fetchers: list[Fetcher] = []

        def fetcher() -> Fetcher:
            if not fetchers:
                manners = policy or FetchPolicy(allow_private=allow_private)
                fetchers.append(stack.enter_context(Fetcher(manners)))
            return fetchers[0]

        keeping = stack.enter_context(
            closing(
                Keeping(
                    record,
                    options=Options(outlet, published, format),
                    again=again,
                    workers=workers,
                    reader=reader,
                    on_progress=on_progress,
                    total=expected(inputs) if on_progress is not None else None,
                )
            )
        )
        gathered = from_inputs(inputs, stdin=stdin, fetcher=fetcher, outlet=outlet)
        yield from keeping.keep(gathered)
