"""The values everything turns around: what comes in, what is marked, what an answer is made of.

Nothing here reads, stores or decides anything.
Offsets are half-open and count Unicode code points of `Document.text`, which never changes.
Dates are ISO 8601 strings exactly as precise as what is known: "2025-11-26" or
"2025-11-26T09:30:00-05:00".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DocumentKind = Literal["article", "transcript", "recording", "plan", "draft"]
MentionKind = Literal["person", "organisation", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ProvenanceKind = Literal["own", "outlet", "document", "named", "unnamed"]


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
class Document:
    """One published thing as it was read; a changed page is a new document naming the one before.

    Attributes:
        published: ISO date or date-time in the outlet's own zone; None when nobody says.
        fetched: ISO date-time (UTC) at which Onix got it.
        language: ISO 639-1 code; None when it could not be told.
        raw_sha256: Of the bytes as they came in, before anything was read out of them.
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
        cue: "said", "according to".
        source: The words that name who said it ("the envoy").
        speaker: Who that is, as a name; None when it is left open. A document is never the speaker.
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


@dataclass(frozen=True, slots=True)
class Citation:
    """A span plus where to look.

    Attributes:
        version_of: The document has a newer or older version; id of the one before.
        corrected: It carries a correction note, or a corrected version exists.
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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or was announced; who took part and when, as far as the text says."""

    what: Span
    when: TimeExpression | None = None
    who: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything read in one document, standoff: the text itself is never touched.

    Attributes:
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
    events: tuple[Event, ...] = ()
    unread: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that search found, with its score and the document it stands in, as a citation."""

    passage: Passage
    score: float
    citation: Citation


AbstentionWhy = Literal[
    "nothing_found", "not_answered", "not_understood", "unknown", "empty_record"
]


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer, in a word and in a sentence, and the passage that came nearest."""

    why: AbstentionWhy
    says: str
    nearest: Citation | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the record that answers, and the answer words inside it.

    Attributes:
        answer: The words that answer; None when the whole text does.
        stance: For yes/no questions, what the statement says.
        speaker: Who says it in the text; None when the outlet itself does.
        occasion: The words for when they say it ("in an interview"), where the text has them.
        when: The time the statement is about, where the question or the text gives one.
        confidence: 0 to 1.
    """

    text: str
    answer: Span | None
    citations: tuple[Citation, ...]
    stance: Literal["yes", "no"] | None = None
    speaker: str | None = None
    occasion: Span | None = None
    when: TimeExpression | None = None
    hedges: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What outlets or speakers differ about, and the readings side by side."""

    about: str
    readings: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many outlets carry the answer, and how many independent origins that goes back to."""

    outlets: int = 0
    origins: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says to a question; `abstained` says why when it says nothing."""

    question: str
    as_of: str | None = None
    statements: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: Origins = field(default_factory=Origins)
    abstained: Abstention | None = None
    looked_at: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, with every place of the record that carries these words.

    Attributes:
        quote: The longest form of the words, as its document has it.
        speaker: Who said it, by the name that the record's documents give most often.
        citations: Each place, that of `quote` first.
        wordings: Places of the other forms of the words, the longest first.
        changed: Those of them that are no part of the longest: some word is another.
        outlets: How many outlets carry it.
        origins: How many independent origins that goes back to; near-copies have one.
    """

    quote: Quote
    speaker: str | None
    citations: tuple[Citation, ...]
    wordings: tuple[Citation, ...] = ()
    changed: tuple[Citation, ...] = ()
    outlets: int = 0
    origins: int = 0

    @property
    def text(self) -> str:
        """The words in the longest form, an ellipsis where the text breaks off in between."""
        return " … ".join(" ".join(each.text.split()) for each in self.quote.content)

    @property
    def published(self) -> str | None:
        """When it was first published, as far as the dates are known."""
        return min((each.published for each in self.citations if each.published), default=None)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with their quotations; no name stands for all who have none.

    Attributes:
        count: How many quotations there are, of which `quotes` may be the first few.
        outlets: How many outlets carry any of them.
    """

    speaker: str | None
    count: int
    outlets: int
    quotes: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotations:
    """Who is quoted, those with the most quotations first, and with what.

    Attributes:
        notes: What a reader should know of the names: two people of one name, a name left open.
        why: Why there are none; None when there are some.
        unattributed: Marked strings without a speaker or source that are left out here.
        looked_at: Documents that were read for it.
    """

    speakers: tuple[Voice, ...] = ()
    notes: tuple[str, ...] = ()
    why: str | None = None
    unattributed: int = 0
    looked_at: int = 0

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """The quotations of all speakers, in their order."""
        return tuple(each for voice in self.speakers for each in voice.quotes)


ClaimKind = Literal["quote"]
Label = Literal[
    "verbatim",
    "typographic",
    "cleaned",
    "trimmed",
    "altered",
    "spliced",
    "misattributed",
    "not_found",
    "too_short",
]
DifferenceKind = Literal[
    "word",
    "function",
    "inserted",
    "name",
    "number",
    "unit",
    "negation",
    "modal",
    "quantifier",
    "date",
    "condition",
    "cut",
    "cleaned",
    "bracket",
    "join",
    "speaker",
]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a draft says was said.

    Attributes:
        text: The words in the quotation marks, the marks left out.
        speaker: Whose words they are said to be; None when nobody is named.
        start: Where the words stand in the draft (code points); 0 where there is none.
        said: ISO date on which they are said to have been spoken, where known.
        id: Of the caller's own, handed back.
    """

    kind: ClaimKind
    text: str
    speaker: str | None = None
    start: int = 0
    said: str | None = None
    id: str | None = None

    @property
    def end(self) -> int:
        """Where the words end in the draft, the character there not included."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words stand in a transcript.

    Attributes:
        speaker: Who speaks there, as the transcript has it.
        begins: Second of the recording at which that turn begins.
        continues: What the source goes on to say.
    """

    span: Span
    speaker: str | None = None
    begins: float | None = None
    title: str | None = None
    published: str | None = None
    continues: Span | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a claim is not what was said.

    Attributes:
        start: Of the words, in the claim's text; where some are missing, `end` is the same.
        source: The words of the transcript; None where the claim has some that it has not.
        changes_meaning: Whether the claim may mean something else because of it.
    """

    kind: DifferenceKind
    start: int
    end: int
    text: str
    source: Span | None = None
    changes_meaning: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the transcripts say of a claim; facts only, how grave they are a house style says.

    Attributes:
        omission: Words are left out, and an ellipsis or bracket shows it, or nothing does.
        evidence: The best first; of a splice one for each piece. For a claim that was not found
            the closest passage, if there is one.
        why: The label in a sentence.
    """

    claim: Claim
    label: Label
    why: str
    omission: Literal["marked", "silent"] | None = None
    meaning_changed: bool = False
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[Difference, ...] = ()
