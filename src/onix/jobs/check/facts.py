"""Material for the facts of a draft: its marks and where to look in, marks of sources out.

Of a record only those documents are taken that search finds for the sentences of the draft; what
was given with --against is read as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from onix.jobs.readers import ReaderFactory
from onix.model import Document, Marks
from onix.record import Query, Record

PASSAGES = 6  # looked at for each sentence of the draft
DOCUMENTS = 20  # of the record that a draft is held against: those found most often


def found_in(record: Record, draft: Marks, *, without: Set[str] = frozenset()) -> Iterator[Marks]:
    """Give the marks of the documents of a record that are about what a draft is about.

    No draft is one of them, this one least of all, should it be in the record.

    Args:
        without: The ids of documents that are not wanted.
    """
    times: Counter[str] = Counter()
    for sentence in draft.sentences:
        hits = record.search(Query(sentence.text, limit=PASSAGES, recency=False))
        for place, hit in enumerate(hits):
            times[hit.passage.span.document_id] += PASSAGES - place
    for document_id, _ in times.most_common(DOCUMENTS):
        if document_id in without:
            continue
        marks = record.marks(document_id)
        if marks.document.kind != "draft" and not _is_same(marks.document, draft.document):
            yield marks


def _is_same(document: Document, draft: Document) -> bool:
    """Is a document of the record the draft itself, which bears out nothing of what it says?"""
    return document.text == draft.text or (
        document.address is not None and document.address == draft.address
    )


def read_in(documents: Sequence[Document], reader: ReaderFactory) -> Iterator[Marks]:
    """Give the marks of documents that are in no record; what cannot be read has no facts."""
    yield from (marks for marks in reader().read(documents) if marks.unread is None)
