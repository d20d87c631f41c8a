"""`onix check`: is what a draft quotes what was said, and what it tells what the record tells?

In: a draft, or many quotations, and what to check them against. Out: findings, each a verdict and
how grave the house finds it. Quotations are looked for in transcripts first, then in coverage,
both as they read now, and at last in the older versions of pages that have changed; names,
figures, dates, hedges and credits in all that there is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import BinaryIO

from onix.errors import InputError
from onix.intake import LeftOut
from onix.intake.dates import iso_date
from onix.intake.recognised import SURE
from onix.jobs.check import material
from onix.jobs.check.around import as_told
from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.coverage import (
    MarksOf,
    as_printed,
    as_theirs,
    few_as_printed,
    in_coverage,
    marks_of,
)
from onix.jobs.check.drafts import place_few, quotations
from onix.jobs.check.facts import FoundIn, found_in, not_said, read_in
from onix.jobs.check.material import Ready, made_ready
from onix.jobs.check.shelf import shelf, transcripts
from onix.jobs.check.styles import rules_of, severity
from onix.jobs.readers import ReaderFactory, news_reader
from onix.model import Claim, ClaimKind, Document, Marks, Verdict
from onix.record import Record
from onix.verify.doubts import WEAK
from onix.verify.facts import FACTS, verify_facts
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

STYLE = "strict"
KINDS: tuple[ClaimKind, ...] = ("quote", *FACTS)
USUAL: tuple[ClaimKind, ...] = ("quote",)  # facts are found too seldom and too wrongly as yet


def check(
    draft: str | Document | Iterable[Claim],
    *,
    against: Sequence[str | Document] | Tapes = (),
    record: Record | None = None,
    ready: Ready | None = None,
    style: str = STYLE,
    only: Iterable[ClaimKind] = USUAL,
    weak: float = WEAK,
    reader: ReaderFactory = news_reader,
) -> Checked:
    """Check every quotation and every fact of a draft.

    1. Find the quotations.
    2. Hold each against the transcripts, and what is not in them against the coverage.
    3. Hold the facts against all of it.

    Args:
        draft: A file, a document, or claims, which are quotations alone.
        against: Files, folders, globs or documents; or tapes that are ready, which saves making
            them for each of many drafts (`onix.jobs.check.shelf`) and is for quotations.
        record: Its transcripts are looked through with `against`, its articles as coverage.
        ready: The tapes of this record, where they are ready.
        only: The kinds to check; facts only where they are named (`KINDS` for all). Without
            material only a weekday that is not its date's is found.
        weak: How sure (0 to 1) a machine that wrote a transcript has to be of a word for a
            difference there to count; what differs at a word less sure has to be heard.

    Raises:
        InputError: The draft cannot be read, there is nothing to check against, no such style.
    """
    rules_of(style)
    _refuse_weak(weak)
    wanted = frozenset(only)
    left_out: list[LeftOut] = []
    notes: list[str] = []
    # A draft that cannot be read is said before a long look at the material.
    marks: Marks | None = None
    if isinstance(draft, str | Document):
        read = read_draft(draft) if isinstance(draft, str) else draft
        marks = next(iter(reader().read([read])))
        _refuse_unread(marks, read)
        # 1.
        claims = _claims(marks, notes) if "quote" in wanted else []
    else:
        claims = list(draft)
    given = () if isinstance(against, Tapes) else tuple(material.named(against, left_out))
    named = len(given)
    if marks is not None:
        given = tuple(each for each in given if not material.is_copy(each, marks.document))
    is_among = len(given) < named
    if is_among:
        notes.append("The draft itself was given with --against; it bears out nothing here.")
    twins = material.twins_in(record, given)
    # 2.
    with ExitStack() as stack:
        if ready is None:
            # Without a quotation to look for, articles need not be made ready.
            ready = stack.enter_context(made_ready(record if claims else None))
        if isinstance(against, Tapes):
            spoken = against
        elif given or not claims:
            heard = material.newest(record, spoken=True, without=twins)
            spoken = stack.enter_context(shelf((*given, *heard)))
        else:
            spoken = ready.spoken
        shelves = [spoken, ready.coverage, ready.older]
        own: frozenset[str] = frozenset()
        if marks is not None and record is not None:
            own = material.copies_of(marks.document, record, shelves)
            if own:
                notes.append("The draft itself is in the record; it bears out nothing here.")
        apart = (own, own | twins, own | twins)
        shelves = [each.without(ids) for each, ids in zip(shelves, apart, strict=True)]
        looked_at = sum(
            tape.id not in ids
            for each, ids in zip(shelves, apart, strict=True)
            for tape in each.all
        )
        if not claims and record is not None:
            looked_at = len(given) + len(record) - len(twins)
        if not looked_at and (claims or against or record is not None):
            raise InputError(material.why_nothing(bool(against), left_out, is_draft=is_among))
        spoken, coverage, older = shelves
        verdicts = _verdicts(claims, spoken, coverage, weak, marks_of(given, reader, record))
        if marks is not None:
            verdicts = as_told(verdicts, marks.document.text)
        has_speakers = spoken.has_speakers or any(e.speaker for v in verdicts for e in v.evidence)
        if spoken.all and claims and not has_speakers:
            notes.append(material.without_speakers(given))
        notes += material.not_read(given)
        if older.all:
            verdicts = [_inolder(older, each) for each in verdicts]
        cited = [*material.cited_by(verdicts, *shelves)]
    # 3.
    if marks is not None and wanted - {"quote"}:
        sources = list(read_in(given, reader, marks.document.published))
        found = found_in(record, marks, without=twins) if record else FoundIn([], [])
        told = verify_facts(marks, sources, *found)
        facts = not_said([each for each in told if each.claim.kind in wanted], verdicts)
        cited += material.told_of(
            facts, [*sources, *found.story, *found.beside], known={each.id for each in cited}
        )
        verdicts += facts
        if "date" in wanted:
            notes += material.without_day(marks, sources)
    verdicts.sort(key=lambda each: each.claim.start)
    findings = tuple(Finding(each, severity(each, style)) for each in verdicts)
    document = None if marks is None else marks.document
    return Checked(findings, tuple(notes), tuple(left_out), looked_at, document, tuple(cited))


def check_again(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    *,
    style: str = STYLE,
    weak: float = WEAK,
    draft: str = "",
    reader: ReaderFactory = news_reader,
) -> tuple[Finding, ...]:
    """Hold claims against these documents alone, transcripts first; a finding for each.

    Args:
        draft: The text in which the claims stand, where there is one.
    """
    spoken = [each for each in documents if material.is_spoken(each)]
    others = [each for each in documents if not material.is_spoken(each)]
    with shelf(spoken) as given, shelf(others) as coverage:
        verdicts = _verdicts(claims, given, coverage, weak, marks_of(others, reader))
    verdicts = as_told(verdicts, draft)
    return tuple(Finding(each, severity(each, style)) for each in verdicts)


def _verdicts(
    claims: Sequence[Claim], given: Tapes, coverage: Tapes, weak: float, marks: MarksOf
) -> list[Verdict]:
    verdicts = place_few(given, [verify(given, claim, weak=weak) for claim in claims])
    if coverage.all:
        has_tapes = bool(given.all)
        verdicts = [in_coverage(coverage, each, has_tapes=has_tapes) for each in verdicts]
        verdicts = [as_theirs(coverage, each, marks) for each in verdicts]
    return few_as_printed([as_printed(each, marks) for each in verdicts], marks)


def check_claims(claims: Iterable[Claim], tapes: Tapes, *, weak: float = WEAK) -> Iterator[Verdict]:
    """Give the verdict of each of many claims, as they come; `weak` is as in `check`."""
    _refuse_weak(weak)
    return (verify(tapes, claim, weak=weak) for claim in claims)


def _refuse_weak(weak: float) -> None:
    if not 0 <= weak <= SURE:
        raise InputError(
            f"A word cannot be weak below {weak}: how sure a machine was is kept up to {SURE}. "
            f"Use a number from 0 to {SURE}."
        )


def _claims(marks: Marks, notes: list[str]) -> list[Claim]:
    claims, few = quotations(marks)
    if not claims:
        notes.append("The draft has no quotations.")
    if few:
        what = "string" if few == 1 else "strings"
        notes.append(f"{few} short {what} in quotation marks, nobody's by name, not looked for.")
    return claims


def _refuse_unread(marks: Marks, document: Document) -> None:
    if marks.unread is not None:
        raise InputError(
            f"Could not read {document.address or document.id}: {marks.unread}. "
            "Give its quotations yourself, with: onix check --claims FILE.jsonl"
        )


def read_draft(
    path: str, stdin: BinaryIO | None = None, *, published: str | None = None
) -> Document:
    """Give the draft in a file, or on standard input for "-".

    Args:
        published: The day that its "Tuesday" is read against, whatever it says itself (ISO date).

    Raises:
        InputError: There is no such draft, or the date is none.
    """
    day = iso_date(published)
    if published is not None and day is None:
        raise InputError(f'"{published}" is no date. Write it as 2025-11-26.')
    left_out: list[LeftOut] = []
    found = list(transcripts([path], left_out, stdin))
    if left_out:
        raise InputError(left_out[0].why)
    if len(found) != 1:
        raise InputError(
            f"{path} holds {len(found)} documents, and a draft is one. Name the one to check."
        )
    return replace(found[0], published=day) if day is not None else found[0]


def _inolder(older: Tapes, verdict: Verdict) -> Verdict:
    """Say of what is not found where it stood before its page was changed; it stays not found."""
    if verdict.label != "not_found":
        return verdict
    found = verify(older, verdict.claim)
    if found.label in ("not_found", "too_short"):
        return verdict
    why = "not as the material reads now; an older version of a document in the record had it"
    return replace(verdict, why=why, evidence=found.evidence)
