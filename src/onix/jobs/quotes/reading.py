"""What the documents of a record quote: in come ids, out come quotations ready to be joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from onix.jobs.quotes.joining import Said, pieces
from onix.jobs.quotes.people import FullNames, Speakers
from onix.jobs.quotes.subject import Subject, around
from onix.jobs.report import Progress
from onix.model import DocumentKind, Quote, QuoteKind, Span
from onix.record import Query, Record

OnProgress = Callable[[Progress], None]
SPOKEN: tuple[DocumentKind, ...] = ("transcript", "recording")
MOST_BEARERS = 1_000  # of one family name


def said_in(
    record: Record,
    ids: Sequence[str],
    *,
    kinds: frozenset[QuoteKind],
    subject: Subject | None = None,
    on_progress: OnProgress | None = None,
) -> Iterator[Said]:
    """Give each quotation of these kinds that stands in the documents."""
    known = full_names(record)
    progress = Progress(total=len(ids))
    for done, document_id in enumerate(ids, start=1):
        marks = record.marks(document_id)
        speakers = Speakers(marks, known)
        for quote in marks.quotes:
            words = pieces(quote) if quote.kind in kinds else ()
            if words:
                person = speakers.person(quote.speaker)
                score = 0.0 if subject is None else subject.score(quote, around(quote, marks))
                yield Said(quote, _whole(quote, marks.document.text), person, words, score)
        if on_progress is not None:
            title = marks.document.title or document_id
            on_progress(Progress(done, progress.total, current=title))


def _whole(quote: Quote, text: str) -> Span:
    start = min(each.start for each in quote.content)
    end = max(each.end for each in quote.content)
    return Span(quote.content[0].document_id, start, end, text[start:end])


def full_names(record: Record) -> FullNames:
    """Give what knows the record's full names of people by a last word."""

    @cache
    def known(family: str) -> tuple[str, ...]:
        return tuple(
            each.name
            for each in record.names([family], limit=MOST_BEARERS)
            if each.kind == "person"
        )

    return known


def naming(record: Record, names: Iterable[tuple[str, str]], query: Query) -> list[str]:
    """Give the ids of the documents that pass a query and may quote one of these names.

    A transcript's speakers need not be named in its text, so transcripts are among them.
    """
    wanted = {each for name, kind in names for each in record.naming(name, kind)}
    spoken = set(record.passing(query, kinds=SPOKEN))
    return [each for each in record.passing(query) if each in wanted or each in spoken]
