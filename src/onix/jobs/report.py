"""What `add` and `update` say: the outcome of each address, its reason, how far they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from onix.model import Marks
from onix.record import Kept, Outcome, Placed

LEFT_OUT: Final = "left out"
KEPT: Final = ("kept", "new version", "near-duplicate", "amended")
Counts = Counter[str]
"""How many of each outcome, and the words in them under "words"."""
NOT_CHANGED = "not changed since it was fetched (304)"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one address.

    Attributes:
        document_id: None when it was left out.
        of: The document that this one is a new version or near-copy of, or is the same as.
        why: The reason, or what is special about it ("looks cut off"); None when there is nothing.
    """

    address: str
    outcome: Outcome
    document_id: str | None = None
    of: str | None = None
    why: str | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total` (None: not known) documents, `words` in them."""

    done: int = 0
    total: int | None = None
    words: int = 0
    current: str = ""
    kept: int = 0
    left_out: int = 0

    def after(self, added: Added) -> Progress:
        """Give the progress once this is reported."""
        return replace(
            self,
            done=self.done + 1,
            words=self.words + added.words,
            current=added.address,
            kept=self.kept + (added.outcome in KEPT),
            left_out=self.left_out + (added.outcome == LEFT_OUT),
        )


def not_wanted(placed: Placed, address: str, words: int) -> Added:
    """Say of a document that the record does not want why that is so."""
    document_id = None if placed.outcome == LEFT_OUT else placed.of
    return Added(address, placed.outcome, document_id, placed.of, placed.why, words)


def kept_as(kept: Kept, marks: Marks, address: str, words: int) -> Added:
    """Say what became of a document that was read, and what a reader should know of it."""
    said = [kept.why]
    if marks.unread is not None:
        said.append(f"kept and searchable, but not read: {marks.unread}")
    if marks.document.cut:
        said.append("looks cut off, as by a paywall")
    why = "; ".join(filter(None, said)) or None
    document_id = None if kept.outcome == LEFT_OUT else kept.document_id
    return Added(address, kept.outcome, document_id, kept.of, why, words)


def unreadable(problem: str, address: str, words: int) -> Added:
    """Say that a document could not be read."""
    why = f"Could not read {address}: {problem}. Add it alone, or shorten it."
    return Added(address, LEFT_OUT, why=why, words=words)


def added_json(added: Added) -> dict[str, object]:
    """Give the JSON of what became of one address."""
    return {
        "address": added.address,
        "outcome": added.outcome,
        "document_id": added.document_id,
        "of": added.of,
        "why": added.why,
        "words": added.words,
    }


def summary(counts: Counts, *, nothing: str = "There was nothing in it.") -> str:
    """Give the closing sentence: "12 kept, 1 near-duplicate, 2 left out; 8,123 words.".

    Args:
        nothing: What to say where nothing came of it.
    """
    order = (*KEPT, "already kept", LEFT_OUT)
    parts = [f"{counts[each]:,} {each}" for each in order if counts[each]]
    if not parts:
        return nothing
    return f"{', '.join(parts)}; {counts['words']:,} words."
