"""What comes in and what is marked in it: documents, spans, names, times, quotes, citations.

Offsets are half-open and count Unicode code points of `Document.text`, which never changes.
Dates are ISO 8601 strings exactly as precise as what is known: "2025-11-26" or
"2025-11-26T09:30:00-05:00".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DocumentKind = Literal["article", "transcript", "recording", "plan", "draft"]
MentionKind = Literal["person", "organisation", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ProvenanceKind = Literal["own", "outlet", "document", "named", "unnamed"]
EventKind = Literal["happened", "announced", "said"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one document that carries its own words, so that a wrong offset shows at once.

    Raises:
        ValueError: The text is not as long as the offsets say.
    """

    document_id: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise ValueError(
                f"Span {self.start}–{self.end} of {self.document_id} does not fit "
                f"its text of {len(self.text)} characters."
            )

    def covers(self, other: Span) -> bool:
        """Is `other` wholly inside this span of the same document?"""
        return (
            self.document_id == other.document_id
            and self.start <= other.start
            and other.end <= self.end
        )

    def part(self, start: int, end: int) -> Span:
        """Give the characters from `start` to `end`, counted from where this one begins."""
        return Span(self.document_id, self.start + start, self.start + end, self.text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Do the two share at least one character of the same document?"""
        return (
            self.document_id == other.document_id
            and self.start < other.end
            and other.start < self.end
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch of a transcript; `begins` and `ends` are seconds of the recording."""

    speaker: str | None
    span: Span
    begins: float | None = None
    ends: float | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as a machine heard it on a recording.

    Attributes:
        begins: Second of the recording at which it begins; None where that is not known.
        confidence: How sure the machine was, 0 to 1; None where it was sure enough to say nothing.
    """

    span: Span
    begins: float | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One published thing as it was read; a changed page is a new document naming the one before.

    Attributes:
        published: ISO date or date-time in the outlet's own zone; None when nobody says.
        fetched: ISO date-time (UTC) at which Onix got it.
        modified: ISO date or date-time of the outlet's last change to it, as its correction note or
            its page says; None when nobody says.
        language: ISO 639-1 code; None when it could not be told.
        raw_sha256: Of the bytes as they came in, before anything was read out of them.
        heard: Of a transcript that a machine wrote, in the text's order: the words it was not sure
            of, and one every few seconds for the time.
        version_of: Id of the document this one is a newer version of.
        corrected: The text itself carries a correction or clarification note.
        cut: The text looks cut off (a paywall stub, a teaser).
    """

    id: str
    kind: DocumentKind
    text: str
    title: str | None = None
    address: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    raw_sha256: str | None = None
    turns: tuple[Turn, ...] = ()
    version_of: str | None = None
    corrected: bool = False
    cut: bool = False
    heard: tuple[Heard, ...] = ()
    modified: str | None = None

    @property
    def day(self) -> date | None:
        """The day of publication in the outlet's own zone, or None."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of the text from `start` up to, not including, `end`."""
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Passage:
    """A few whole sentences of one document: what search returns. `number` counts from 0 in it."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, and the full name it stands for in its document (None: left open)."""

    span: Span
    kind: MentionKind
    name: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """When the words say; `value` and `mod` as in TIMEX3.

    Attributes:
        earliest: First calendar day it can mean (ISO date); None without a calendar date.
        latest: Last calendar day it can mean, included.
        basis: Which date it was read against and why, in words for a reader.
    """

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Dates of one text that cannot all be right; which of them is wrong, nobody says.

    Attributes:
        why: A sentence for a reader ("3 March 2025 is a Monday, not a Tuesday.").
        other: The words that `span` contradicts; None where they are part of it, or no part of the
            text, as a title is.
    """

    span: Span
    why: str
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text: its value, its unit ("%", "USD", "km"), and the words it counts."""

    span: Span
    value: float | None
    unit: str | None = None
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge such as "reportedly": `span` is its words, `covers` what they touch."""

    span: Span
    covers: Span | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a statement goes back to: own reporting, an outlet, a document, a (un)named source."""

    kind: ProvenanceKind
    name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said, in or out of quote marks.

    Attributes:
        content: What was said, one span a connected piece.
        marked: What stands inside quote marks, the marks themselves left out.
        cue: "said", "did not say", "according to".
        source: The words that name who said it ("the envoy").
        speaker: Who that is, as a name; None when it is left open. A document is never the speaker.
        candidates: Whom the source may be where that is left open, the likeliest first.
        addressee: Whom it was said to: a name, or the text's words ("reporters"); None if not said.
        occasion: The words that say on what occasion ("in an interview"); None if none do.
        confidence: 0 to 1.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    marked: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    addressee: str | None = None
    occasion: Span | None = None
    hedges: tuple[Span, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A span plus where to look.

    Attributes:
        version_of: The document has a newer or older version; id of the one before.
        corrected: It carries a correction note, or a corrected version exists.
        modified: ISO date or date-time of the outlet's last change to it, where somebody says.
        correction: What the note says that corrects it, in its last corrected version.
        copies: How many near-copies of this document the record holds, itself included.
        origin: What the near-copies go back to (a wire agency, an outlet), where known.
        copy_of: The first of its near-copies, by which they count as one where no origin is known.
    """

    span: Span
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    address: str | None = None
    version_of: str | None = None
    corrected: bool = False
    copies: int = 1
    origin: str | None = None
    copy_of: str | None = None
    modified: str | None = None
    correction: Span | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was, as these places of the record have it."""

    when: TimeExpression
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or was announced; who took part and when, as far as the text says.

    Attributes:
        what: The clause that tells it.
        when: The time of its own verb or noun; None where the text gives none.
        who: The names that are its subject, object or agent, or stand in its clause.
        citations: The sentences that tell it, one a document; empty while it is of one document.
        kind: "announced" was still to come when it was written; "said" is a report of words.
        head: The verb or noun that names it.
        speaker: Whose claim it is, where it stands in what somebody says.
        disputed: The other dates that the record gives for it.
        acting: Those of `who` that do it, or whose it is where a noun names it.
        undergoing: Those of `who` to whom it is done.
        owners: Whose is what takes part: "|Lee|'s car hit a wall".
        is_named: A noun names it, and no verb tells it: "the launch of the ship".
    """

    what: Span
    when: TimeExpression | None = None
    who: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    hedges: tuple[Span, ...] = ()
    kind: EventKind = "happened"
    head: Span | None = None
    speaker: str | None = None
    disputed: tuple[Dating, ...] = ()
    acting: tuple[str, ...] = ()
    undergoing: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    is_named: bool = False

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day (ISO dates) that it can have been; None without a date."""
        when = self.when
        if when is None or when.earliest is None or when.latest is None:
            return None
        return when.earliest, when.latest


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything read in one document, standoff: the text itself is never touched.

    Attributes:
        meant: Pronouns and descriptions outside quote marks ("he", "the engineer") that surely
            stand for somebody whom the text names.
        unread: Why the document was not read ("not English: fr"); None when it was.
    """

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    quotes: tuple[Quote, ...] = ()
    meant: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unread: str | None = None
