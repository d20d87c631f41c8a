"""`onix check`: is every quotation of a draft what was said, and by whom we say?

In: a draft, or many quotations, and what to check them against. Out: findings, each a verdict and
how grave the house finds it. Transcripts are looked through first, then coverage, both as they
read now; what is in neither is looked for in the older versions of pages that have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import BinaryIO

from onix.errors import InputError
from onix.intake import LeftOut
from onix.intake.recognised import SURE
from onix.jobs.check.drafts import place_few, quotations
from onix.jobs.check.shelf import shelf, transcripts
from onix.jobs.check.styles import Severity, rules_of, severity
from onix.jobs.readers import ReaderFactory, news_reader
from onix.model import Claim, Document, Marks, Verdict
from onix.record import Record
from onix.verify.doubts import WEAK
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

STYLE = "strict"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the material says of a quotation, and how grave the house finds it."""

    verdict: Verdict
    severity: Severity

    @property
    def is_clean(self) -> bool:
        """Is there nothing that the house wants mended?"""
        return self.severity in ("ok", "note")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a draft.

    Attributes:
        findings: One for each quotation, in the draft's order.
        notes: What a reader should know of the check: no speakers, strings that were left out.
        left_out: Material that could not be read.
        looked_at: Documents that were checked against.
        draft: The draft as it was read, whose text the offsets of the findings count; None where
            claims were given.
        cited: The documents in which the evidence stands, without turns and authors.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    looked_at: int = 0
    draft: Document | None = None
    cited: tuple[Document, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Is there nothing to mend in any quotation?"""
        return all(each.is_clean for each in self.findings)


def check(
    draft: str | Document | Iterable[Claim],
    *,
    against: Sequence[str | Document] | Tapes = (),
    record: Record | None = None,
    style: str = STYLE,
    weak: float = WEAK,
    reader: ReaderFactory = news_reader,
) -> Checked:
    """Check every quotation of a draft.

    1. Make the material ready.
    2. Find the quotations.
    3. Hold each against the transcripts, and what is not in them against the coverage.

    Args:
        draft: A file, a document, or claims.
        against: Files, folders, globs or documents; or tapes that are ready, which saves making
            them for each of many drafts (`onix.jobs.check.shelf`).
        weak: How sure (0 to 1) a machine that wrote a transcript has to be of a word for a
            difference there to count; what differs at a word less sure has to be heard.

    Raises:
        InputError: The draft cannot be read, there is nothing to check against, no such style.
    """
    rules_of(style)
    _refuse_weak(weak)
    left_out: list[LeftOut] = []
    notes: list[str] = []
    with ExitStack() as stack:
        # 2. A draft that cannot be read is said before a long look at the material.
        read: Document | None = None
        if isinstance(draft, str | Document):
            read = read_draft(draft) if isinstance(draft, str) else draft
            claims = _claims(read, notes, reader)
        else:
            claims = list(draft)
        # 1.
        if isinstance(against, Tapes):
            given = against
        else:
            given = stack.enter_context(shelf(_given(against, record, left_out)))
        coverage = stack.enter_context(shelf(_coverage(record)))
        shelves = [given, coverage]
        if record is not None and record.superseded():
            shelves.append(stack.enter_context(shelf(_older(record))))
        looked_at = sum(len(each.all) for each in shelves)
        if not looked_at:
            raise InputError(_nothing(bool(against), left_out))
        if given.all and not given.has_speakers:
            notes.append("The transcripts name no speakers, so who speaks cannot be checked.")
        # 3.
        verdicts = _verdicts(claims, given, coverage, weak)
        for older in shelves[2:]:
            verdicts = [_in_older(older, each) for each in verdicts]
        cited = tuple(_cited(verdicts, *shelves))
    findings = tuple(Finding(each, severity(each, style)) for each in verdicts)
    return Checked(findings, tuple(notes), tuple(left_out), looked_at, read, cited)


def check_again(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    *,
    style: str = STYLE,
    weak: float = WEAK,
) -> tuple[Finding, ...]:
    """Hold claims against these documents alone, transcripts first; a finding for each."""
    spoken = [each for each in documents if _is_spoken(each)]
    others = [each for each in documents if not _is_spoken(each)]
    with shelf(spoken) as given, shelf(others) as coverage:
        verdicts = _verdicts(claims, given, coverage, weak)
    return tuple(Finding(each, severity(each, style)) for each in verdicts)


def _verdicts(claims: Sequence[Claim], given: Tapes, coverage: Tapes, weak: float) -> list[Verdict]:
    verdicts = place_few(given, [verify(given, claim, weak=weak) for claim in claims])
    if coverage.all:
        verdicts = [_in_coverage(coverage, each) for each in verdicts]
    return verdicts


def _cited(verdicts: Sequence[Verdict], *shelves: Tapes) -> Iterator[Document]:
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


def _claims(document: Document, notes: list[str], reader: ReaderFactory) -> list[Claim]:
    marks = next(iter(reader().read([document])))
    _refuse_unread(marks, document)
    claims, few = quotations(marks)
    if not claims:
        notes.append("The draft has no quotations, so there is nothing to check.")
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


def read_draft(path: str, stdin: BinaryIO | None = None) -> Document:
    """Give the draft in a file, or on standard input for "-". Raises InputError."""
    left_out: list[LeftOut] = []
    found = list(transcripts([path], left_out, stdin))
    if left_out:
        raise InputError(left_out[0].why)
    if len(found) != 1:
        raise InputError(
            f"{path} holds {len(found)} documents, and a draft is one. Name the one to check."
        )
    return found[0]


def _given(
    against: Sequence[str | Document], record: Record | None, left_out: list[LeftOut]
) -> Iterator[Document]:
    for each in against:
        if isinstance(each, Document):
            yield each
        else:
            yield from transcripts([each], left_out)
    yield from (each for each in _newest(record) if _is_spoken(each))


def _coverage(record: Record | None) -> Iterator[Document]:
    yield from (each for each in _newest(record) if not _is_spoken(each))


def _newest(record: Record | None) -> Iterator[Document]:
    """Give the documents of the record as they read now."""
    if record is not None:
        superseded = record.superseded()
        yield from (record.document(each) for each in record.ids() if each not in superseded)


def _older(record: Record) -> Iterator[Document]:
    """Give the versions that have been replaced."""
    yield from map(record.document, sorted(record.superseded()))


def _is_spoken(document: Document) -> bool:
    return document.kind in ("transcript", "recording")


def _nothing(named: bool, left_out: list[LeftOut]) -> str:
    if left_out:
        return left_out[0].why
    if named:
        return "There is no document in what was given with --against. Name transcripts."
    return "Nothing to check against. Name transcripts with --against FILE, or a record."


def _in_coverage(coverage: Tapes, verdict: Verdict) -> Verdict:
    """Look in the coverage for what no transcript has; the words only, as others report them."""
    if verdict.label != "not_found":
        return verdict
    claim = verdict.claim
    plain = Claim(claim.kind, claim.text, None, claim.start, None, claim.id)
    found = verify(coverage, plain)
    if found.label == "not_found":
        return verdict
    why = f"in no transcript; in the coverage: {found.why}"
    return Verdict(
        claim,
        found.label,
        why,
        found.omission,
        found.meaning_changed,
        found.evidence,
        found.differences,
    )


def _in_older(older: Tapes, verdict: Verdict) -> Verdict:
    """Say of what is not found where it stood before its page was changed; it stays not found."""
    if verdict.label != "not_found":
        return verdict
    found = verify(older, verdict.claim)
    if found.label in ("not_found", "too_short"):
        return verdict
    why = "not as the material reads now; an older version of a document in the record had it"
    return replace(verdict, why=why, evidence=found.evidence)
