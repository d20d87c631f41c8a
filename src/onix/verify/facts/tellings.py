"""Which clauses of the sources tell what a clause of a draft tells: how likely each does, out.

All kinds of facts go by it where the words are others: who says something, whether it is left
open. What stands against a draft has to be told in a clause that is likely to be the same, and
likelier by some way than any that bears the draft out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onix.model import Span
from onix.reading.neural.minilm import WIDTH, Floats
from onix.reading.neural.sentence_vectors import word_vectors
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.lines import Line, Word
from onix.verify.facts.shelf import Shelf, clause_of, key_of

# How likely two clauses tell the same goes by how alike their sentences are, by how alike they
# are, and by how much of the draft's words is in the sentence and in the clause: fitted so that the
# sentence that contradicts a planted error stands first, by all its words and by those of the wrong
# clause (evaluation/fit_facts.py). Asked of a clause, its words alone count.
WEIGHTS = (4.4, 2.8, 6.1, 1.7)

_KEPT = 5  # sentences that may tell of the same
_LOOKED_AT, _READ = 12, 3  # the likeliest clauses, and sentences of these that are read

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Tellings:
    """The clauses of the sources, each with its line and its words.

    Attributes:
        places: Each clause with its line; a line without clauses is one.
        of_line: Of which line of the shelf each clause is.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        numbered = [
            (number, line, clause)
            for number, line in enumerate(shelf.lines)
            for clause in line.clauses or (line.span,)
        ]
        self.places = [(line, clause) for _, line, clause in numbered]
        self.of_line: Places = np.array([number for number, _, _ in numbered], dtype=np.int64)
        self._clauses = _matrix([shelf.vector(*each) for each in self.places])
        self._lines = _matrix([shelf.vector(line, line.span) for line in shelf.lines])
        self._clause_at = {(key_of(line), each): at for at, (line, each) in enumerate(self.places)}
        words = [(number, word) for number, line in enumerate(shelf.lines) for word in line.words]
        self._in_line = _Runs([number for number, _ in words])
        inside = [self._place_of(shelf.lines[number], word) for number, word in words]
        self._is_inside: Mask = np.array([each is not None for each in inside], dtype=np.bool_)
        self._in_clause = _Runs([each for each in inside if each is not None])
        self._clauses_in = _Runs(self.of_line.tolist())
        different = {word.stem: word for _, word in words}
        self._row = {stem: row for row, stem in enumerate(different)}
        self._which: Places = np.array([self._row[each.stem] for _, each in words], dtype=int)
        self._vectors = _vectors(list(different.values()))
        self._number_at = {key_of(line): number for number, line in enumerate(shelf.lines)}
        self._places_at: dict[tuple[tuple[str, int], Span], tuple[int, int]] = {}
        self._scores: dict[tuple[tuple[str, int], Span], Floats] = {}
        self._by_line: dict[tuple[str, int], NDArray[np.float64]] = {}
        self._held: dict[str, tuple[Floats, Floats]] = {}
        self._alike: dict[tuple[str, int], tuple[Floats, Floats, dict[Span, int]]] = {}

    def _place_of(self, line: Line, word: Word) -> int | None:
        """Give the clause that a word stands in; None between two of them."""
        clauses = line.clauses or (line.span,)
        inside = (each for each in clauses if each.start <= word.start < each.end)
        clause = next(inside, None)
        return None if clause is None else self._clause_at[key_of(line), clause]

    def scores(self, line: Line, content: Span, without: Span | None = None) -> Floats:
        """Say of each clause of the sources how likely it tells the content of a draft's line.

        Args:
            content: A clause, what somebody says, or the sentence.
            without: Words that do not count: who says it.
        """
        return self.signs(line, content, without) @ np.array(WEIGHTS, dtype=np.float32)

    def nearest(self, line: Line) -> list[tuple[float, Line]]:
        """Give the few sentences of the sources that most likely tell of the same, best first."""
        if not self.places:
            return []
        scores = self._of_lines(line)
        best = scores.argsort()[::-1][:_KEPT]
        return [(float(scores[at]), self._shelf.lines[at]) for at in best]

    def likeliest(self, scores: Floats, at: int) -> list[Line]:
        """Give the few sentences to read for a clause: that of one place, and the likeliest."""
        best = scores.argsort()[::-1][:_LOOKED_AT].tolist()
        numbers = dict.fromkeys(int(self.of_line[each]) for each in (at, *best))
        return [self._shelf.lines[each] for each in list(numbers)[:_READ]]

    def likely(self, line: Line, slot: Span, where: Line, place: Span) -> float:
        """Say how likely a place of the sources is told of what a slot of a draft is told of.

        By their clauses or their sentences, as one may be likely where the other is not.
        """
        number, own = self._number_of(where, place)
        part = self._cached(line, clause_of(line, slot) or line.span)
        return float(max(self._of_lines(line)[number], part[own]))

    def _number_of(self, where: Line, place: Span) -> tuple[int, int]:
        """Give the numbers of the line and of the clause that a place of the sources stands in."""
        key = (key_of(where), place)
        if key not in self._places_at:
            clauses = where.clauses or (where.span,)
            inside = (each for each in clauses if each.start <= place.start < each.end)
            own = self._clause_at[key[0], next(inside, clauses[0])]
            self._places_at[key] = self._number_at[key[0]], own
        return self._places_at[key]

    def _of_lines(self, line: Line) -> NDArray[np.float64]:
        """Say of each line of the sources how likely it tells the same, by its best clause."""
        key = key_of(line)
        if key not in self._by_line:
            scores = np.full(len(self._shelf.lines), -np.inf)
            self._clauses_in.most(self._cached(line, line.span), scores)
            self._by_line[key] = scores
        return self._by_line[key]

    def _cached(self, line: Line, content: Span) -> Floats:
        key = (key_of(line), content)
        if key not in self._scores:
            self._scores[key] = self.scores(line, content)
        return self._scores[key]

    def signs(self, line: Line, content: Span, without: Span | None = None) -> Floats:
        """Give for each clause of the sources what is alike, as many as there are weights."""
        if not self.places:
            return np.zeros((0, len(WEIGHTS)), dtype=np.float32)
        whole, parts, rows = self._likeness(line)
        clauses = [each for each in line.clauses if each.overlaps(content)] or [line.span]
        part = parts[[rows[each] for each in clauses]].max(axis=0)
        words = [
            word
            for word in line.words
            if content.start <= word.start < content.end
            and not (without and without.start <= word.start < without.end)
        ]
        in_line, in_clause = self._shared(words)
        return np.stack([whole[self.of_line], part, in_line[self.of_line], in_clause], axis=1)

    def _likeness(self, line: Line) -> tuple[Floats, Floats, dict[Span, int]]:
        """Say how alike a line is to each of the sources', and its clauses to each of theirs.

        Returns:
            One number a line; a row for each clause, and for the line; the row of each.
        """
        key = key_of(line)
        if key not in self._alike:
            spans = (*line.clauses, line.span)
            vectors = np.array([self._shelf.vector(line, each) for each in spans])
            rows = {span: row for row, span in enumerate(spans)}
            self._alike[key] = self._lines @ vectors[-1], vectors @ self._clauses.T, rows
        return self._alike[key]

    def _shared(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """Say how much of the weight of words is in each line and in each clause: 0 to 1.

        A number or a time counts where it is there, and not against one where it is not.
        """
        self._hold(words)
        got = [np.zeros(len(self._lines)), np.zeros(len(self.places))]
        whole = [np.full(len(each), 1e-9) for each in got]
        for word in words:
            weight = self._shelf.weight(word.stem)
            for found, most, strengths in zip(got, whole, self._held[word.stem], strict=True):
                found += weight * strengths
                most += weight * strengths if word.is_value else weight
        lines, clauses = (
            np.divide(a, b, dtype=np.float32) for a, b in zip(got, whole, strict=True)
        )
        return lines, clauses

    def _hold(self, words: Sequence[Word]) -> None:
        """Find how like each word the likest of each line and of each clause is: 0 to 1."""
        new = list({word.stem: word for word in words if word.stem not in self._held}.values())
        if not new:
            return
        for word, like in zip(new, _vectors(new) @ self._vectors.T, strict=True):
            np.maximum(0, like, out=like)
            if word.stem in self._row:
                like[self._row[word.stem]] = 1
            found = like[self._which]
            lines = np.zeros(len(self._lines), dtype=np.float32)
            clauses = np.zeros(len(self.places), dtype=np.float32)
            self._in_line.most(found, lines)
            self._in_clause.most(found[self._is_inside], clauses)
            self._held[word.stem] = (lines, clauses)


class _Runs:
    """Numbers that stand in order, the same ones in a run: to which line each word belongs."""

    def __init__(self, numbers: Sequence[int]) -> None:
        all_numbers: Places = np.array(numbers, dtype=np.int64)
        self._numbers, self._starts = np.unique(all_numbers, return_index=True)

    def most(self, values: Floats, into: NDArray[np.floating]) -> None:
        """Put the largest value of each run at its number."""
        if len(self._numbers):
            into[self._numbers] = np.maximum.reduceat(values, self._starts)


def against(
    scores: Floats, others: Mask, bearing: Mask, *, least: float, ahead: float
) -> int | None:
    """Give the likeliest place that stands against a draft, if it is likely, and surely likelier.

    Args:
        others: Which places tell it otherwise; `bearing` which tell it so, or may.
        least: How likely a place has to be, and how far `ahead` of all that bear the draft out.
    """
    if not others.any():
        return None
    best = int(np.where(others, scores, -np.inf).argmax())
    own = float(scores[bearing].max(initial=-np.inf))
    return best if scores[best] >= max(least, own + ahead) else None


def tell_of_two(line: Line, clause: Span, where: Line, other: Span) -> bool:
    """Do both clauses have figures, and none in common? Then they tell of two things."""
    mine = [each for each in amounts_of(line) if clause.overlaps(each.span)]
    theirs = [each for each in amounts_of(where) if other.overlaps(each.span)]
    return bool(mine and theirs) and not any(
        one.agrees(each) or one.is_same_number(each) for one in mine for each in theirs
    )


def _vectors(words: Sequence[Word]) -> Floats:
    """Give what words mean out of any sentence; a number or a time is like no other."""
    found = word_vectors([word.low for word in words])
    found[[word.is_value for word in words]] = 0
    return found


def _matrix(rows: Sequence[Floats]) -> Floats:
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)
