"""What the documents of a record quote: in come ids, out come quotations ready to be joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onix.jobs.quotes.days import day_said
from onix.jobs.quotes.joining import Said, pieces
from onix.jobs.quotes.namesakes import Namesakes
from onix.jobs.quotes.people import Known, Speakers
from onix.jobs.quotes.subject import Subject, around
from onix.jobs.report import Progress
from onix.model import DocumentKind, Quote, QuoteKind, Span
from onix.reading.grammar.within import with_outer
from onix.record import KnownName, Query, Record
from onix.verify.people import Asked

MOST_NAMES = 10_000  # that share a word with the one asked for
OnProgress = Callable[[Progress], None]
SPOKEN: tuple[DocumentKind, ...] = ("transcript", "recording")


def said_in(
    record: Record,
    ids: Sequence[str],
    *,
    kinds: frozenset[QuoteKind],
    asked: Asked | None = None,
    subject: Subject | None = None,
    on_progress: OnProgress | None = None,
) -> Iterator[Said]:
    """Give each quotation of these kinds that stands in the documents.

    Args:
        asked: Leave out what others are named for.
    """
    names = record.all_names() if asked is None else record.names([asked.name], limit=MOST_NAMES)
    names.sort(key=lambda each: (-each.documents, each.name))
    known = Known((each.name, each.kind) for each in names)
    namesakes = Namesakes(record)
    spoken = set(record.passing(Query(""), kinds=SPOKEN))
    wanted = ["quotes", "sentences", "times"]
    progress = Progress(total=len(ids))
    for done, document_id in enumerate(ids, start=1):
        marks = record.marks(document_id, only=None if document_id in spoken else wanted)
        speakers = Speakers(marks, known, namesakes)
        for quote, outer in with_outer(marks.quotes):
            if quote.kind not in kinds:
                continue
            if outer is not None and quote.speaker in (None, outer.speaker):
                continue  # it is shown with the words in which it stands
            person = speakers.of(quote)
            if asked is not None and person is not None and asked.fit(person) == "no":
                continue
            words = pieces(quote)
            if words:
                score = 0.0 if subject is None else subject.score(quote, around(quote, marks))
                day = day_said(quote, marks)
                yield Said(quote, _whole(quote, marks.document.text), person, words, score, day)
        if on_progress is not None:
            title = marks.document.title or document_id
            on_progress(Progress(done, progress.total, current=title))


def _whole(quote: Quote, text: str) -> Span:
    start = min(each.start for each in quote.content)
    end = max(each.end for each in quote.content)
    return Span(quote.content[0].document_id, start, end, text[start:end])


def names_like(record: Record, asked: Asked) -> list[KnownName]:
    """Give the names of the record that may be who is asked for."""
    known = record.names([asked.name], limit=MOST_NAMES)
    return [each for each in known if asked.may_be(each.name, each.kind)]


def naming(record: Record, names: Iterable[KnownName], query: Query) -> list[str]:
    """Give the ids of the documents that pass a query and may quote one of these names.

    A transcript's speakers need not be named in its text, so transcripts are among them.
    """
    wanted = {each for name in names for each in record.naming(name.name, name.kind)}
    spoken = set(record.passing(query, kinds=SPOKEN))
    return [each for each in record.passing(query) if each in wanted or each in spoken]
