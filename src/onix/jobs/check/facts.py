"""Material for the facts of a draft: its marks and where to look in, marks of sources out.

Of a record only those documents are taken that search finds for the sentences of the draft; what
was given with --against is read as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from heapq import nlargest
from operator import itemgetter

from onix.jobs.readers import ReaderFactory
from onix.model import Document, Marks, Verdict
from onix.reading.names.identities import behind_titles, words_of
from onix.record import Query, Record
from onix.verify.facts.findings import words_are

PASSAGES = 6  # looked at for each sentence of the draft
DOCUMENTS = 20  # of the record that a draft is held against: those found best
# What is found this much worse than what is found best is of another story, and so is what is found
# for fewer of the draft's sentences. In a record of 7,400 documents, 233 of the 239 that 75 drafts
# were written from are found better, and 5 others; of those found by the share alone for articles
# that mostly have no other of their story there, two in three are not.
SHARE = 0.25
SENTENCES = 0.15
UNDATED = 3  # times without a day that a note names


def found_in(record: Record, draft: Marks, *, without: Set[str] = frozenset()) -> Iterator[Marks]:
    """Give the marks of the documents of a record that are about what a draft is about.

    No draft is one of them, this one least of all, should it be in the record.

    Args:
        without: The ids of documents that are not wanted.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    for sentence in draft.sentences:
        hits = record.search(Query(sentence.text, limit=PASSAGES, recency=False))
        for hit in hits:
            scores[hit.passage.span.document_id] += hit.score
        times.update({hit.passage.span.document_id for hit in hits})
    least = SENTENCES * len(draft.sentences)
    best = 0.0
    found = nlargest(DOCUMENTS, scores.items(), key=itemgetter(1))
    for document_id, score in found:
        if document_id in without or not _bears_out(record.document(document_id), draft.document):
            continue
        best = max(best, score)
        if score < SHARE * best:
            break
        if times[document_id] >= least:
            yield record.marks(document_id)


def _bears_out(document: Document, draft: Document) -> bool:
    """Can a document of the record bear out a draft? Not the draft itself, nor any other."""
    is_same = document.text == draft.text or (
        document.address is not None and document.address == draft.address
    )
    return document.kind != "draft" and not is_same


def not_said(facts: Sequence[Verdict], quotations: Sequence[Verdict]) -> list[Verdict]:
    """Leave out of facts whose words they are, where the quotation has that finding already."""
    others = {
        (each.claim.speaker, words_are(each.evidence[0].speaker or ""))
        for each in quotations
        if each.evidence and any(one.kind == "speaker" for one in each.differences)
    }

    def is_told(fact: Verdict) -> bool:
        text = fact.claim.text  # "Ann Roe", "said Ann Roe", or "Ms Roe told"
        return any(
            fact.why == why and named is not None and not _names(text).isdisjoint(_names(named))
            for named, why in others
        )

    return [each for each in facts if not is_told(each)]


def _names(text: str) -> frozenset[str]:
    """Give the words of a text that may be a name's: with a capital, and no titles."""
    capitals = " ".join(each for each in text.split() if each[:1].isupper())
    return frozenset(words_of(capitals[behind_titles(capitals, 0, len(capitals)) :]))


def read_in(documents: Sequence[Document], reader: ReaderFactory) -> Iterator[Marks]:
    """Give the marks of documents that are in no record; what cannot be read has no facts."""
    yield from (marks for marks in reader().read(documents) if marks.unread is None)


def undated(draft: Marks) -> str | None:
    """Say which times of a draft without a day are held against nothing, if there are any.

    "On Wednesday" may be any Wednesday then, and is no wrong one.
    """
    if draft.document.published:
        return None
    times = [
        each.span.text
        for each in draft.times
        if each.type in {"DATE", "TIME"}
        and each.earliest is None
        and each.value.startswith("XXXX")
        and not each.value.startswith("XXXX-XX-XXT")  # "at 5 a.m." of any day
    ]
    if not times:
        return None
    named = ", ".join(f"“{each}”" for each in dict.fromkeys(times[:UNDATED]))
    more = f" and {len(times) - UNDATED} more" if len(times) > UNDATED else ""
    return (
        f"The draft has no date, so it is not known which day is meant by {named}{more}. "
        "Put its day above the text: “By Ann Lee, 6 March 2026”."
    )
