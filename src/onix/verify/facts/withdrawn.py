"""What an outlet took back: lines of a draft in, figures and dates that a correction withdrew out.

"This article earlier gave the number of households as 16,200. It is 12,600": whoever has 16,200
households still has a mistake that the record itself corrects, whatever others took over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onix.model import ClaimKind, DifferenceKind, Marks, Span
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import VALUE, Line, Word, lines_taken_back

_LONG = 4  # characters of a value that is seldom another's: "#16200", and not "#9"
_ALIKE = 1  # other words that a draft has in common with the correction, then
_MORE = 2  # or else
_TIME = VALUE[1]
_KINDS: dict[str, tuple[ClaimKind, DifferenceKind]] = {
    VALUE[0]: ("figure", "number"),
    _TIME: ("date", "date"),
}
_WHY = "the outlet took this back"


class Withdrawn:
    """What the corrections of a record take back."""

    def __init__(self, record: Iterable[Marks]) -> None:
        self._pairs = [pair for marks in record for pair in lines_taken_back(marks)]

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the figures and dates of a line that a correction withdrew."""
        for word in line.words:
            span = _span(line, word)
            if not word.is_value or span is None or line.is_quoted(span):
                continue
            for wrong, behind in self._pairs:
                right = _right(word, wrong, behind)
                if right is not None and _is_of_it(line, word, wrong, behind):
                    where, source = right
                    kind, what = _KINDS[word.stem[0]]
                    yield Found(
                        kind,
                        span,
                        "contradicted",
                        where,
                        source,
                        what,
                        compared=_WHY,
                        is_lasting=True,
                    )
                    break


def _right(word: Word, wrong: Line, behind: Line | None) -> tuple[Line, Span] | None:
    """Give what is right instead of a value, where a correction takes just this one back.

    With it comes the correction, in a sentence or two.
    """
    if word.stem not in wrong.stems:
        return None
    for line in (wrong, *([behind] if behind is not None else [])):
        for other in line.words:
            is_another = other.stem[0] == word.stem[0] and other.stem != word.stem
            span = _span(line, other) if is_another else None
            if span is not None:
                whole = wrong.document.span(wrong.span.start, line.span.end)
                return replace(wrong, span=whole), span
    return None


def _is_of_it(line: Line, word: Word, wrong: Line, behind: Line | None) -> bool:
    """Has the sentence of the draft to do with what was corrected, by the words of both?"""
    told = {each.stem for each in (*wrong.words, *(behind.words if behind else ()))}
    shared = {each.stem for each in line.words if not each.is_value} & told
    is_seldom = len(word.stem) >= _LONG or word.stem[0] == _TIME
    return len(shared) >= (_ALIKE if is_seldom else _MORE)


def _span(line: Line, word: Word) -> Span | None:
    """Give the figure or the time that a word stands for."""
    spans = (*(each.span for each in line.figures), *(each.span for each in line.times))
    return next((each for each in spans if each.start <= word.start < each.end), None)
