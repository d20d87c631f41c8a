"""A document as its page shows it: the lines of one part of it, and what is read in them.

In: a document with its marks. Out: pieces to draw, and the lists beside the text: quotations,
names, times. A long document is cut into parts, so that its page opens at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onix.model import Document, Marks, Quote, Span, TimeExpression, Turn
from onix.reading.grammar.within import with_outer
from onix.serve.drawing import Drawn, Line, Piece, drawn, lines

PART = 60_000  # characters, some 10,000 words
CITED = "cited"
NAMES = 60  # shown at most, those that stand most often
_MARKS = frozenset("\"“”„«»‘’'")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation in the list beside the text.

    Attributes:
        number: Of its note in the text; of those without quotation marks, counted apart.
    """

    number: int
    quote: Quote

    @property
    def id(self) -> str:
        """By which a link leads to its words."""
        return f"{'quote' if self.quote.marked else 'reported'}-{self.number}"

    @property
    def text(self) -> str:
        """Its words in one line."""
        spans = self.quote.marked or self.quote.content
        return " … ".join(" ".join(each.text.split()) for each in spans)


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in a row that are cited, or that are not; `id` where a link leads to them."""

    pieces: list[Piece]
    is_cited: bool = False
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; in a transcript, with who speaks from here on and at which second."""

    runs: list[Run]
    speaker: str | None = None
    begins: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document.

    Attributes:
        number: Counts from 1, of `count` parts.
        bare: How many strings in quotation marks nobody is said to have said.
        names: Each name with its kind and how often it stands in the whole document.
        more_names: How many more there are.
    """

    number: int
    count: int
    paragraphs: list[Paragraph]
    said: list[Said]
    bare: int
    times: list[TimeExpression]
    names: list[tuple[str, str, int]]
    more_names: int


def cut(text: str, most: int = PART) -> list[tuple[int, int]]:
    """Give where the parts of a text begin and end: at the end of a line, else of a sentence."""
    found = []
    start = 0
    while len(text) - start > most:
        low, high = start + most // 2, start + most
        end = next(
            (
                at + len(sign)
                for sign in ("\n", ". ", " ")
                if (at := text.rfind(sign, low, high)) > 0
            ),
            high,
        )
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def part_of(
    marks: Marks, *, cited: tuple[int, int] | None = None, number: int | None = None
) -> Part:
    """Give a part of a document to be shown.

    Args:
        cited: Characters that stand out; the part that has the first of them is given.
        number: Of the part, where nothing is cited; the nearest that there is.
    """
    document = marks.document
    parts = cut(document.text)
    if cited is not None:
        number = next(n for n, (_, end) in enumerate(parts, 1) if cited[0] < end)
    number = min(max(number or 1, 1), len(parts))
    start, end = parts[number - 1]
    here = [
        quote
        for quote, outer in with_outer(marks.quotes)
        if outer is None and start <= _begins(quote) < end
    ]
    said = [] if document.turns else list(_numbered(marks.quotes, start, end))
    # Words for a time that is on no calendar ("now", "for a week") tell a reader nothing more.
    times = [each for each in marks.times if each.earliest and start <= each.span.start < end]
    names = Counter((each.name, each.kind) for each in marks.mentions if each.name)
    found = [*_of_quotes(document, said), *map(_of_time, times)]
    if cited is not None:
        found.append(_cited(document, *cited))
    return Part(
        number=number,
        count=len(parts),
        paragraphs=list(_paragraphs(document, lines(document.text[start:end], start), found)),
        said=said,
        bare=sum(map(is_bare, here)),
        times=times,
        names=[(name, kind, many) for (name, kind), many in names.most_common(NAMES) if name],
        more_names=max(0, len(names) - NAMES),
    )


def is_bare(quote: Quote) -> bool:
    """Is it a string in quotation marks that nobody is said to have said, a title perhaps?"""
    return quote.speaker is None and not quote.source and not quote.candidates


def _begins(quote: Quote) -> int:
    return min(each.start for each in quote.content)


def _numbered(quotes: Sequence[Quote], start: int, end: int) -> Iterator[Said]:
    """Number the quotations of the whole document in the order of the text; give those within."""
    counts: Counter[bool] = Counter()
    for each in sorted((each for each in quotes if not is_bare(each)), key=_begins):
        counts[bool(each.marked)] += 1
        if start <= _begins(each) < end:
            yield Said(counts[bool(each.marked)], each)


def _of_quotes(document: Document, said: Sequence[Said]) -> Iterator[Drawn]:
    for each in said:
        is_marked = bool(each.quote.marked)
        spans = sorted(each.quote.marked or each.quote.content, key=lambda span: span.start)
        for span in spans:
            start, end = _with_marks(document.text, span) if is_marked else (span.start, span.end)
            yield Drawn(
                start,
                end,
                "quote" if is_marked else "reported",
                id=each.id if span is spans[0] else None,
                title=each.quote.speaker or "who speaks is left open",
                note=each.number if is_marked else None,
                is_last=span is spans[-1],
            )


def _with_marks(text: str, span: Span) -> tuple[int, int]:
    """Take the quotation marks in, so that they are not drawn apart from their words."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return span.start - (before in _MARKS), span.end + (behind in _MARKS)


def _of_time(time: TimeExpression) -> Drawn:
    day = time.earliest if time.earliest == time.latest else None
    return Drawn(time.span.start, time.span.end, "time", title=time.basis, datetime=day)


def _cited(document: Document, start: int, end: int) -> Drawn:
    """Give what is cited without the blanks around it, so that its first word carries the link."""
    words = document.text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Drawn(first, max(first + 1, start + len(words.rstrip())), CITED, id=CITED)


def _runs(pieces: list[Piece]) -> Iterator[Run]:
    """Put pieces that are cited together: a reader goes to all of the words, not to the first."""
    if not any(mark.kind == CITED for each in pieces for mark in each.marks):
        yield Run(pieces)
        return
    for cited, some in groupby(pieces, key=lambda each: _of_kind(each.marks, CITED)):
        group = list(some)
        begins = _of_kind(group[0].opens, CITED)
        yield Run(
            [_without(each) for each in group], cited is not None, begins.id if begins else None
        )


def _without(piece: Piece) -> Piece:
    """Give a piece without the mark that it is cited, which is drawn around it."""
    marks, opens = (
        tuple(m for m in some if m.kind != CITED) for some in (piece.marks, piece.opens)
    )
    return replace(piece, marks=marks, opens=opens)


def _of_kind(marks: Iterable[Drawn], kind: str) -> Drawn | None:
    return next((each for each in marks if each.kind == kind), None)


def _paragraphs(
    document: Document, found: Iterator[Line], marks: Sequence[Drawn]
) -> Iterator[Paragraph]:
    turns = sorted(document.turns, key=lambda each: each.span.start, reverse=True)
    before: Turn | None = None
    for line, pieces in drawn(found, marks):
        runs = list(_runs(pieces))
        turn = before
        while turns and turns[-1].span.start < line.end:
            turn = turns.pop()
        if turn is before:
            yield Paragraph(runs)
        else:
            yield Paragraph(runs, turn.speaker if turn else None, turn.begins if turn else None)
        before = turn
