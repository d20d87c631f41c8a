"""The coverage to look in for objections: files or a record in, marks of articles out, lazily."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NoReturn

from onix.errors import InputError
from onix.intake import LeftOut, read_documents
from onix.jobs.compare.objections.on_plan import about_plan
from onix.jobs.compare.points.points import find_points
from onix.jobs.gather import Found, from_inputs
from onix.jobs.readers import ReaderFactory, news_reader
from onix.jobs.report import Progress
from onix.model import Document, Marks
from onix.record import Query, Record

MOST = 40  # documents of a record that are looked through: some twenty seconds
EACH = 20  # passages that a search for a point gives
LEAKED = 3  # days before the first version bears its date, an article may tell of it
LONGEST = 300  # characters of a point that are searched for
OTHERS = 160  # documents of a large record that say which words are rare

OnProgress = Callable[[Progress], None]


def marks_in_files(
    inputs: Sequence[str],
    left_out: list[str],
    on_progress: OnProgress | None = None,
    *,
    reader: ReaderFactory = news_reader,
) -> Iterator[Marks]:
    """Read the articles in files, folders and globs.

    Args:
        left_out: Is filled with why something could not be read.

    Raises:
        InputError: There is nothing that can be read.
    """
    documents: list[Document] = []
    for each in from_inputs(inputs, stdin=None, fetcher=_no_fetcher):
        if isinstance(each, LeftOut):
            left_out.append(each.why)
        elif isinstance(each, Found):
            for document in read_documents(each.raw):
                if isinstance(document, Document):
                    documents.append(document)
                else:
                    left_out.append(document.why)
    if not documents:
        raise InputError(left_out[0] if left_out else "There is no article in --coverage.")
    for done, marks in enumerate(reader().read(documents), start=1):
        if marks.unread is not None:
            name = marks.document.address or marks.document.id
            left_out.append(f"Could not read {name}: {marks.unread}. Name articles in English.")
        _report(on_progress, done, len(documents), marks.document)
        yield marks


def marks_in_record(
    record: Record, versions: Sequence[Document], on_progress: OnProgress | None = None
) -> Iterator[Marks]:
    """Give the marks of a record's documents that are about a plan, its versions left out.

    Of a large record those are looked at that searches for its points and its titles find, `MOST`
    at most, those first that most of these find.
    """
    own = {each.id for each in versions}
    ids = [each for each in record.ids() if each not in own]
    likely = ids if len(ids) <= MOST else _likely(record, versions, set(ids))
    first = _first_day(versions)
    rest = sorted(set(ids) - set(likely))
    found = about_plan(
        versions,
        [each for each in map(record.document, likely) if first is None or _is_by(each, first)],
        [record.document(each) for each in rest[:: len(rest) // OTHERS + 1]],
    )
    for done, document in enumerate(found, start=1):
        marks = record.marks(document.id, only=("quotes", "sentences", "mentions", "times"))
        _report(on_progress, done, len(found), marks.document)
        yield marks


def _first_day(versions: Sequence[Document]) -> date | None:
    """Give the day before which nobody can have spoken of any version; None where unknown.

    What leaks is printed a little before the day that it bears.
    """
    days = [each.day for each in versions]
    known = [each for each in days if each is not None]
    return min(known) - timedelta(days=LEAKED) if known and len(known) == len(days) else None


def _is_by(article: Document, first: date) -> bool:
    """Was it published on a day or later, as far as is known?"""
    return article.day is None or article.day >= first


def _likely(record: Record, versions: Sequence[Document], allowed: set[str]) -> list[str]:
    found: Counter[str] = Counter()
    for version in versions:
        points = [point.span.text for point in find_points(version).points]
        for words in (*filter(None, (version.title,)), *points):
            hits = record.search(Query(words[:LONGEST], limit=EACH, recency=False))
            found.update({each.citation.span.document_id for each in hits} & allowed)
    return [each for each, _ in found.most_common(MOST)]


def _report(on_progress: OnProgress | None, done: int, total: int, document: Document) -> None:
    if on_progress is not None:
        on_progress(Progress(done, total, current=document.title or document.id))


def _no_fetcher() -> NoReturn:
    raise InputError(
        "onix compare reads files, and nothing from the web. Save the page and name the file, "
        "or keep it in a record with: onix add ADDRESS"
    )
