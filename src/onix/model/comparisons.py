"""What comparing two versions of a plan gives back: changes point by point, and who objects.

Its own file because these values travel together and nothing else uses them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onix.model.marks import Citation, Document, Quote, Span

ChangeKind = Literal[
    "unchanged", "reworded", "moved", "renumbered", "split", "merged", "dropped", "new"
]
Direction = Literal["softened", "hardened"]
EditKind = Literal[
    "word",
    "function",
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
    "inserted",
    "typography",
    "elsewhere",
]
Reference = Literal["number", "quotation", "subject", "whole"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the old text and what stands in their place in the new one; either may be empty.

    Attributes:
        kind: What the words are; "typography" where only marks, spaces or capitals differ,
            "elsewhere" for words that stand in another part of a split or merged point.
    """

    kind: EditKind
    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class ModalChange:
    """How binding a point is has changed: "shall" became "may"."""

    before: Span
    after: Span
    direction: Direction


@dataclass(frozen=True, slots=True)
class Reversal:
    """One version denies what the other says: "may park" became "must not park"."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one point; a split or merged one has a change for each pair of points.

    Attributes:
        before: The old point's own text, its number left out; None for a new one.
        after: Likewise the new point's; None for a dropped one.
        numbers: As one would cite them ("14.", "Section 5(2)"); "" for none.
        moved: Its place among the points that both versions have is another.
        differences: In order; put into `before` they give `after`, character by character.
    """

    kind: ChangeKind
    before: Span | None
    after: Span | None
    numbers: tuple[str, str] = ("", "")
    moved: bool = False
    renumbered: bool = False
    differences: tuple[Edit, ...] = ()
    modals: tuple[ModalChange, ...] = ()
    turned: tuple[Reversal, ...] = ()

    @property
    def is_reworded(self) -> bool:
        """Are there other words, and not only other marks, spaces or capitals?"""
        return any(each.kind not in ("typography", "elsewhere") for each in self.differences)

    @property
    def rewritten(self) -> str:
        """The new text as it is made from the old one and the differences."""
        if self.before is None:
            return "" if self.after is None else self.after.text
        made, at, text = [], 0, self.before.text
        for each in self.differences:
            start = each.before.start - self.before.start
            made += [text[at:start], each.after.text]
            at = start + len(each.before.text)
        return "".join(made) + text[at:]


@dataclass(frozen=True, slots=True)
class Objection:
    """Somebody in the coverage who rejects, criticises, opposes or doubts a point.

    Attributes:
        quote: Their words, with who they are.
        citation: Where they stand.
        points: What they object to, in the version named by the spans; none for the whole plan.
        by: How they refer to it.
        cue: The words that make it an objection.
    """

    quote: Quote
    citation: Citation
    who: str
    points: tuple[Span, ...]
    by: Reference
    cue: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a plan, point by point.

    Attributes:
        changes: In the order of the new version; a dropped point stands behind the one before it.
        frames: The same of what is no point: headings, page headers, preambles, signatures.
        between: What stands between all of these, numbers among them: of the old text, of the new.
        objections: Who in the coverage objects to which point, where coverage was given.
        notes: What a reader should know of the comparison.
    """

    old: Document
    new: Document
    changes: tuple[Change, ...] = ()
    frames: tuple[Change, ...] = ()
    between: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    objections: tuple[Objection, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Is every point the same in the same place, and nothing else different but spaces?"""
        return all(
            each.kind == "unchanged" and not each.differences
            for each in (*self.changes, *self.frames)
        )

    def rebuilt(self) -> tuple[str, str]:
        """Give the old and the new text, put together again from the comparison alone."""
        old: dict[int, str] = {each.start: each.text for each in self.between[0]}
        new: dict[int, str] = {each.start: each.text for each in self.between[1]}
        for each in (*self.changes, *self.frames):
            if each.before is not None:
                old[each.before.start] = each.before.text
            if each.after is not None:
                new[each.after.start] = each.rewritten
        return _joined(old), _joined(new)


@dataclass(frozen=True, slots=True)
class Way:
    """One point through all versions: where it stands in each (None: not there), and each step."""

    points: tuple[Span | None, ...]
    steps: tuple[Change | None, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Several versions of a plan: the comparison of each with the next, and each point's way."""

    steps: tuple[Comparison, ...]
    ways: tuple[Way, ...]

    @property
    def is_same(self) -> bool:
        """Is nothing different in any step?"""
        return all(each.is_same for each in self.steps)


def _joined(pieces: dict[int, str]) -> str:
    return "".join(pieces[start] for start in sorted(pieces))
