"""What the jobs give back: passages found, answers, quotations joined, events in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onix.model.marks import Citation, Event, Mention, Passage, Quote, Span, TimeExpression


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
        source: The words for who alone says a yes or no, where they have no name: "two officials".
        occasion: The words for when they say it ("in an interview"), where the text has them.
        when: The time the statement is about, where the question or the text gives one.
        meant: Pronouns and descriptions in it that stand for somebody, with the name.
        confidence: 0 to 1.
    """

    text: str
    answer: Span | None
    citations: tuple[Citation, ...]
    stance: Literal["yes", "no"] | None = None
    speaker: str | None = None
    source: Span | None = None
    occasion: Span | None = None
    when: TimeExpression | None = None
    hedges: tuple[Span, ...] = ()
    meant: tuple[Mention, ...] = ()
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
        said: The ISO day on which it was said, where a text tells another than that of its
            publication.
    """

    quote: Quote
    speaker: str | None
    citations: tuple[Citation, ...]
    wordings: tuple[Citation, ...] = ()
    changed: tuple[Citation, ...] = ()
    outlets: int = 0
    origins: int = 0
    said: str | None = None

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
        published: When each of them all was first published, as far as dates are known.
    """

    speaker: str | None
    count: int
    outlets: int
    quotes: tuple[Quotation, ...] = ()
    published: tuple[str | None, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened and what was announced, in order.

    Attributes:
        topic: What it is of; None for everything.
        events: Those with a date, the earliest first; announced ones are of that kind.
        undated: Those without, in the order in which they were reported.
        notes: What a reader should know: names that fit several, what was left out.
        why: Why there are none; None when there are some.
        looked_at: Documents that were read for it.
    """

    topic: str | None = None
    events: tuple[Event, ...] = ()
    undated: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()
    why: str | None = None
    looked_at: int = 0

    @property
    def happened(self) -> tuple[Event, ...]:
        """The dated events that were told as past."""
        return tuple(each for each in self.events if each.kind != "announced")

    @property
    def announced(self) -> tuple[Event, ...]:
        """The dated events that were still to come when they were told."""
        return tuple(each for each in self.events if each.kind == "announced")
