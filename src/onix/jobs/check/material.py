"""What a draft is checked against: what was named, and the record as it reads now and once read.

In: files, folders, globs, documents and a record. Out: documents one after the other, tapes of
them that are ready to be searched, and which of them a verdict goes by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from onix.intake import LeftOut
from onix.jobs.check.shelf import shelf, transcripts
from onix.model import Document, Marks, TimeExpression, Verdict
from onix.reading.language import detect_language
from onix.record import Record
from onix.record.hiding import file_name
from onix.verify.tapes import Tapes

UNDATED = 3  # times without a day that a note names


@dataclass(frozen=True, slots=True)
class Ready:
    """The documents of a record made ready, which takes a while for a large one."""

    spoken: Tapes
    coverage: Tapes
    older: Tapes


@contextmanager
def made_ready(record: Record | None) -> Iterator[Ready]:
    """Give the tapes of a record as it is now, for as long as the block runs."""
    with (
        shelf(newest(record, spoken=True)) as spoken,
        shelf(newest(record, spoken=False)) as coverage,
        shelf(replaced(record)) as older,
    ):
        yield Ready(spoken, coverage, older)


def named(against: Sequence[str | Document], left_out: list[LeftOut]) -> Iterator[Document]:
    """Give what the user named, each once; what cannot be read is added to `left_out`."""
    seen: set[tuple[str, str]] = set()
    for each in against:
        documents = [each] if isinstance(each, Document) else transcripts([each], left_out)
        for document in documents:
            same = (document.id, _digest(document))
            if same not in seen:
                seen.add(same)
                yield document


def is_copy(document: Document, draft: Document) -> bool:
    """Is this the draft itself, which "--against *.md" takes in as well?"""
    return _digest(document) == _digest(draft)


def newest(
    record: Record | None, *, spoken: bool, without: Set[str] = frozenset()
) -> Iterator[Document]:
    """Give the documents of the record as they read now, but for drafts, which tell nothing yet.

    Args:
        without: The ids of those that are not wanted.
    """
    if record is not None:
        apart = record.superseded() | without
        documents = (record.document(each) for each in record.ids() if each not in apart)
        yield from (e for e in documents if is_spoken(e) is spoken and e.kind != "draft")


def replaced(record: Record | None) -> Iterator[Document]:
    """Give the versions that have been replaced."""
    if record is not None:
        yield from map(record.document, sorted(record.superseded()))


def copies_of(draft: Document, record: Record, shelves: Sequence[Tapes]) -> frozenset[str]:
    """Give the documents of the record that are the draft itself, now or as it once read."""
    every = [tape for tapes in shelves for tape in tapes.all]
    there = {each.id for each in every if each.address and each.address == draft.address}
    return frozenset(there.union(record.with_text(_digest(draft))))


def twins_in(record: Record | None, given: Sequence[Document]) -> frozenset[str]:
    """Give the documents of the record that are given, too; they must not count twice."""
    if record is None:
        return frozenset()
    return frozenset(twin for each in given for twin in record.with_text(_digest(each)))


def _digest(document: Document) -> str:
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def is_spoken(document: Document) -> bool:
    """Is it what was said, not what was written of it?"""
    return document.kind in ("transcript", "recording")


def cited_by(verdicts: Sequence[Verdict], *shelves: Tapes) -> Iterator[Document]:
    """Give each document that a verdict goes by, once."""
    wanted = {each.span.document_id for verdict in verdicts for each in verdict.evidence}
    wanted |= {
        each.source.document_id
        for verdict in verdicts
        for each in verdict.differences
        if each.source is not None
    }
    for tapes in shelves:
        for number, tape in enumerate(tapes.all):
            if tape.id in wanted:
                wanted.discard(tape.id)
                yield tapes.document(number)


def told_of(
    facts: Sequence[Verdict], sources: Sequence[Marks], *, known: Set[str]
) -> Iterator[Document]:
    """Give each further document that bears on a fact."""
    wanted = {each.span.document_id for fact in facts for each in fact.evidence} - known
    for marks in sources:
        if marks.document.id in wanted:
            yield replace(marks.document, turns=(), authors=(), heard=())


def why_nothing(is_any_named: bool, left_out: list[LeftOut], *, is_draft: bool = False) -> str:
    """Say why there is nothing to check against, and what to do."""
    if left_out:
        return left_out[0].why
    if is_draft:
        return "Only the draft itself was given with --against. Name transcripts or articles."
    if is_any_named:
        return "There is no document in what was given with --against. Name transcripts."
    return "Nothing to check against. Name transcripts with --against FILE, or a record."


def not_read(given: Sequence[Document]) -> list[str]:
    """Say of each document in another language that only its very words count."""
    told = ((each, detect_language(each.text)) for each in given)
    return [
        f"{file_name(each.address) or each.title or each.id} is not read: not English: {language}. "
        "Only the draft's very words are looked for in it."
        for each, language in told
        if language not in {"en", None}
    ]


def without_day(draft: Marks, sources: Sequence[Marks]) -> Iterator[str]:
    """Say which days of a draft without a day are held against nothing, and how others were read.

    "On Wednesday" may be any Wednesday then, and is no wrong one.
    """
    if draft.document.day is None:
        times = [each.span.text for each in draft.times if _is_open(each)]
        if times:
            named = ", ".join(f"“{each}”" for each in dict.fromkeys(times[:UNDATED]))
            more = f" and {len(times) - UNDATED} more" if len(times) > UNDATED else ""
            yield (
                f"The draft has no date, so it is not known which day is meant by {named}{more}. "
                "Put its day above the text: “By Ann Lee, 6 March 2026”, or give --published DAY."
            )
        return
    for each in sources:
        if each.document.day is None and any(time.earliest for time in each.times):
            name = file_name(each.document.address) or each.document.title or each.document.id
            yield (
                f"{name} has no date; its days were read as of the draft's, {draft.document.day}. "
                f"Begin its name with its own: 2026-03-03-{name}."
            )


def _is_open(time: TimeExpression) -> bool:
    """Is it not known which day a time is? "At 5 a.m." is of any."""
    is_day = time.type in {"DATE", "TIME"} and not time.value.startswith("XXXX-XX-XXT")
    return is_day and time.earliest is None and time.value.startswith("XXXX")


def without_speakers(given: Sequence[Document]) -> str:
    """Say that nobody could be held against the draft, and how the material could name somebody."""
    if given and not any(map(is_spoken, given)):
        return (
            "No transcript was given, and no article says whose words these are, so who speaks "
            "cannot be checked. If one is a transcript, begin each turn in it with NAME:"
        )
    return "The transcripts name no speakers, so who speaks cannot be checked."
