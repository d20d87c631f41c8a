"""What a draft says, and what the transcripts and the coverage say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onix.model.marks import Heard, Span

ClaimKind = Literal["quote", "name", "figure", "date", "hedge", "attribution"]
Label = Literal[
    "verbatim",
    "typographic",
    "cleaned",
    "trimmed",
    "altered",
    "uncertain",
    "spliced",
    "misattributed",
    "not_found",
    "too_short",
    "supported",
    "contradicted",
    "not_in_record",
]
DifferenceKind = Literal[
    "word",
    "function",
    "inserted",
    "name",
    "number",
    "unit",
    "negation",
    "opposite",
    "modal",
    "quantifier",
    "date",
    "condition",
    "cut",
    "cleaned",
    "bracket",
    "join",
    "speaker",
    "title",
    "hedge",
    "attribution",
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
        begins: Second of the recording at which the words begin, or as near before them as the
            transcript says: a word it has the time of, else the turn.
        continues: What the source goes on to say.
        unsure: Words in it that the machine which wrote the transcript was not sure of.
    """

    span: Span
    speaker: str | None = None
    begins: float | None = None
    title: str | None = None
    published: str | None = None
    continues: Span | None = None
    unsure: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a claim is not what was said.

    Attributes:
        start: Of the words, in the claim's text; where some are missing, `end` is the same.
        source: The words of the transcript; None where the claim has some that it has not.
        changes_meaning: Whether the claim may mean something else because of it.
        unsure: The word here that the machine which wrote the transcript was least sure of, if it
            was not sure: what was said is to be heard, and nothing is held against the claim.
    """

    kind: DifferenceKind
    start: int
    end: int
    text: str
    source: Span | None = None
    changes_meaning: bool = False
    unsure: Heard | None = None


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
