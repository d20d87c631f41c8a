"""`onix update`: the feeds and pages of the record are fetched again; what changed is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import closing

from onix.intake.fetch import Fetcher, FetchPolicy
from onix.jobs.gather import from_web
from onix.jobs.keeping import Keeping
from onix.jobs.readers import ReaderFactory, news_reader
from onix.jobs.report import Added, Progress
from onix.record import Record, Source


def update(
    record: Record,
    *,
    addresses: Collection[str] | None = None,
    allow_private: bool = False,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    policy: FetchPolicy | None = None,
    reader: ReaderFactory = news_reader,
) -> Iterator[Added]:
    """Give what became of each feed's new pages and of each page, once that is durable.

    A page that has not changed is "already kept" and says how that is known; one that has is a
    "new version". The other arguments are those of `add`.

    Args:
        addresses: Only these pages, also such as are not among the record's sources yet.
    """
    sources = sorted(record.sources(), key=lambda each: each.kind)  # feeds before pages
    if addresses is not None:
        known = {each.address: each for each in sources}
        sources = [known.get(each) or Source(each, "page") for each in sorted(addresses)]
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
