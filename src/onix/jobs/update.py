"""`onix update`: the feeds and pages of the record are fetched again; what changed is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

from onix.intake.fetch import Fetcher, FetchPolicy
from onix.jobs.gather import from_web
from onix.jobs.keeping import Keeping
from onix.jobs.readers import ReaderFactory, news_reader
from onix.jobs.report import Added, Progress
from onix.record import Record


def update(
    record: Record,
    *,
    allow_private: bool = False,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    policy: FetchPolicy | None = None,
    reader: ReaderFactory = news_reader,
) -> Iterator[Added]:
    """Give what became of each feed's new pages and of each page, once that is durable.

    A page that has not changed is "already kept" and says how that is known; one that has is a
    "new version". The arguments are those of `add`.
    """
    sources = sorted(record.sources(), key=lambda each: each.kind)  # feeds before pages
    seen = {source.address for source in sources if source.kind == "page"}
    with (
        Fetcher(policy or FetchPolicy(allow_private=allow_private)) as fetcher,
        closing(
            Keeping(record, workers=workers, reader=reader, on_progress=on_progress)
        ) as keeping,
    ):
        yield from keeping.keep(
            each for source in sources for each in from_web(source, fetcher=fetcher, seen=seen)
        )
