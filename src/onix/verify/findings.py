"""What differs between a piece of a claim and the tape: blocks in, differences out.

Here it is decided which words stand against which; what a difference is, `differences` says.
Words that another person throws in, and "(Applause)", are nobody's omission.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onix.model import Difference, DifferenceKind, Heard, Span
from onix.verify.differences import RESTART, of_changed, of_left_out, of_put_in
from onix.verify.doubts import WEAK, Doubts
from onix.verify.lineups import Piece
from onix.verify.sides import Sides, is_name
from onix.verify.spellings import are_drawn_together, are_same, is_number
from onix.verify.tapes import Said, Tapes
from onix.verify.turns import Turns
from onix.verify.wordings import Wording

JOINED = 40  # words left out without a mark that make two utterances of it
JOINED_MARKED = 150  # and with one
INTERJECTION = 5  # words of another that do not part what is said around them
TURN_MARKED = 40  # and where an ellipsis stands

_FURTHER = 3  # words that the last word of a claim may stand further on where it was said

_BROKEN_OFF = re.compile(r"[—–…]|--")

# What the draft says itself, what is no harm, and what lies between utterances.
_NEVER_IN_DOUBT: tuple[DifferenceKind, ...] = ("bracket", "cleaned", "join")

Gap = tuple[int, int, int, int]


@dataclass(slots=True)
class Findings:
    """What was found of one piece.

    Attributes:
        first: First token of the stretch that the claim's words stand for; `last` is behind them.
        said: The turn in which most of the words stand, where the tape has turns.
        unmarked: Words are left out and nothing shows it.
        marked: Words are left out and an ellipsis or a bracket shows it.
        joined: What lies between parts it, so that it is no longer one utterance.
        same: How many tokens of the claim were said, however they are written.
        changes: How many times others stand instead, contractions left out.
        doubted: How many tokens of the claim stand where the tape's words are in doubt.
    """

    piece: Piece
    first: int
    last: int
    said: Said | None
    differences: list[Difference] = field(default_factory=list)
    unmarked: bool = False
    marked: bool = False
    joined: bool = False
    same: int = 0
    changes: int = 0
    doubted: int = 0

    @property
    def span_tokens(self) -> tuple[int, int]:
        """First token of the words and the one behind them, counted through the tape."""
        return self.piece.stretch.first + self.first, self.piece.stretch.first + self.last


def find_differences(
    tapes: Tapes, wording: Wording, piece: Piece, *, weak: float = WEAK
) -> Findings:
    """Give what differs between a piece of a claim and the tape.

    Args:
        weak: How sure the machine that wrote a transcript has to be of a word.
    """
    return _Finding(tapes, wording, piece, weak).find()


class _Finding:
    def __init__(self, tapes: Tapes, wording: Wording, piece: Piece, weak: float) -> None:
        self._tapes = tapes
        self._wording = wording
        self._piece = piece
        self._stretch = piece.stretch
        self._sides = Sides(wording, piece.stretch)
        self._turns = Turns(tapes, piece)
        self._doubts = Doubts(tapes, piece.stretch, weak)
        first, last = piece.blocks[0].other, piece.blocks[-1].other + piece.blocks[-1].size
        self._found = Findings(piece, first, last, self._turns.speaking)

    def find(self) -> Findings:
        """Go through the gaps between what is the same."""
        self._found.same = self._piece.matched
        self._head()
        for gap in self._inner_gaps():
            self._gap(gap)
        self._tail()
        return self._found

    def _inner_gaps(self) -> Iterator[Gap]:
        """Give the gaps between the blocks; those with only numbers between them are one."""
        blocks = self._piece.blocks
        waiting: Gap | None = None
        for one, other in pairwise(blocks):
            gap = (one.one + one.size, other.one, one.other + one.size, other.other)
            if waiting is not None:
                between = self._sides.claimed(waiting[1], gap[0]).words
                if all(is_number(word) or word in "$%€£" for word in between):
                    waiting = (waiting[0], gap[1], waiting[2], gap[3])
                    continue
                yield waiting
            waiting = gap
        if waiting is not None:
            yield waiting

    def _head(self) -> None:
        """Lay what is the same nowhere along the words before, as far as their sentence goes."""
        piece = self._piece
        size = piece.begins - piece.first
        if not size:
            self._restart()
            return
        start = piece.blocks[0].other
        claimed = self._sides.claimed(piece.first, piece.begins).text
        for many in (size, size + 1, size - 1, size + 2):
            tokens = list(range(start - many, start))
            if tokens and tokens[0] >= 0 and self._reads(claimed, tokens):
                break
        else:
            low = start
            while low > max(0, start - size) and self._sides.goes_on(low):
                low -= 1
            tokens = list(range(low, start))
        self._change(piece.first, piece.begins, tokens, start)
        self._found.first = tokens[0] if tokens else start

    def _reads(self, claimed: str, tokens: list[int]) -> bool:
        """Are these tokens the claimed words, written another way?"""
        taped = self._sides.taped(tokens).text
        return are_same(claimed, taped) or are_drawn_together(claimed, taped)

    def _restart(self) -> None:
        """Take in what was begun, broken off and begun again: "He has — he has experience"."""
        stretch, start = self._stretch, self._found.first
        if not start or self._sides.goes_on(start, apart=_BROKEN_OFF):
            return
        for low in range(start - 1, max(0, start - RESTART) - 1, -1):
            if stretch.ids[low] == stretch.ids[start] and not self._sides.goes_on(low):
                self._add("cleaned", 0, 0, list(range(low, start)), False)
                self._found.first = low
                return
            if not self._sides.goes_on(low):
                return

    def _tail(self) -> None:
        piece = self._piece
        size = piece.last - piece.ends
        if not size:
            return
        start = self._found.last
        claimed = self._sides.claimed(piece.ends, piece.last).text
        for many in (size, size + 1, size - 1, size + 2):
            tokens = list(range(start, start + many))
            if tokens and tokens[-1] < len(self._stretch.ids) and self._reads(claimed, tokens):
                break
        else:
            high = start
            ids, last = self._stretch.ids, self._wording.numbers[piece.last - 1]
            while high < min(len(ids), start + size + _FURTHER) and self._sides.goes_on(high):
                high += 1
            # "A monopoly" for "an unchecked monopoly" ends with the same word, a little further on.
            ends = [at + 1 for at in range(start + size, high) if ids[at] == last]
            tokens = list(range(start, ends[0] if ends else min(high, start + size)))
        self._change(piece.ends, piece.last, tokens, start)
        self._found.last = tokens[-1] + 1 if tokens else start

    def _gap(self, gap: Gap) -> None:
        """Take down one gap: what a break or a bracket covers, what was changed, what was cut."""
        low, high, start, end = gap
        tokens = [token for token in range(start, end) if token not in self._turns.aside]
        others = self._turns.others(start, end)
        edge = next((each for each in range(low, high + 1) if each in self._wording.breaks), None)
        if edge is None and others > INTERJECTION:
            self._join(low, high, tokens, start, end)
            return
        if edge is not None:
            left, right = edge - low, high - edge
            if left:
                self._change(low, edge, tokens[:left], start)
            if right:
                self._change(edge, high, tokens[max(left, len(tokens) - right) :], end)
            rest = tokens[left : len(tokens) - right]
            if len(rest) > JOINED_MARKED or others > TURN_MARKED:
                self._join(edge, edge, rest, start, end)
            elif rest:
                kind, changes = of_left_out(self._sides.taped(rest))
                # Marked, it is a cut, whatever it cuts; what it takes from the sense is said.
                kind = kind if kind == "condition" else "cut"
                self._add(kind, edge, edge, rest, changes)
                self._found.marked = True
            return
        edge = next((each for each in range(low, high + 1) if each in self._wording.brackets), None)
        if edge is not None:
            many = max(0, len(tokens) - (high - low))
            covered = tokens[:many] if edge == low else tokens[len(tokens) - many :]
            rest = tokens[many:] if edge == low else tokens[: len(tokens) - many]
            self._add("bracket", edge, edge, covered, False)
            self._found.marked = True
            if low < high:
                self._change(low, high, rest, end if edge == low else start)
            return
        if low < high:
            self._change(low, high, tokens, start)
        elif len(tokens) > JOINED:
            self._join(low, high, tokens, start, end)
        elif tokens:
            self._cut(low, tokens)

    def _cut(self, at: int, tokens: list[int]) -> None:
        """Take down that words are left out, and nothing shows it."""
        moved = self._from_a_sentence(at, tokens)
        at, tokens = at - moved, [each - moved for each in tokens]
        kind, changes = of_left_out(self._sides.taped(tokens))
        doubt = self._add(kind, at, at, tokens, changes)
        self._found.unmarked |= kind != "cleaned" and doubt is None

    def _from_a_sentence(self, at: int, tokens: list[int]) -> int:
        """Give by how many words a cut begins earlier for its sentence to be what is left out.

        Of "We lost. We have plans. We must act" it is as true that "have plans. We" is left out.
        """
        ids, low, high = self._stretch.ids, tokens[0], tokens[-1]
        if high - low + 1 != len(tokens):
            return 0
        for moved in range(min(len(tokens), low, at)):
            if not self._sides.goes_on(low - moved):
                return moved
            word = self._wording.numbers[at - moved - 1]
            if not word == ids[low - moved - 1] == ids[high - moved]:
                return 0
        return 0

    def _change(self, low: int, high: int, tokens: list[int], at: int) -> None:
        """Take down that some words stand where others were said, or none, at token `at`."""
        ids, numbers = self._stretch.ids, self._wording.numbers
        while low < high and tokens and numbers[low] == ids[tokens[0]]:
            at = tokens[0] + 1
            low, tokens, self._found.same = low + 1, tokens[1:], self._found.same + 1
        while low < high and tokens and numbers[high - 1] == ids[tokens[-1]]:
            at = tokens[-1]
            high, tokens, self._found.same = high - 1, tokens[:-1], self._found.same + 1
        if low == high:
            if tokens:
                self._cut(low, tokens)
            return
        claimed = self._sides.claimed(low, high)
        if self._sides.in_brackets(low, high):
            self._add("bracket", low, high, tokens, False)
            self._found.marked = True
            return
        if not tokens:
            kind, changes = of_put_in(claimed)
        else:
            taped = self._sides.taped(tokens)
            if claimed.opens and taped.opens:
                # What stands for a name, with a capital, is one.
                names = is_name(taped.words[0], self._tapes.text(self._stretch.tape))
                claimed, taped = replace(claimed, names=names), replace(taped, names=names)
            found = of_changed(claimed, taped)
            if found is None:
                self._found.same += high - low
                return
            kind, changes = found
            if are_drawn_together(claimed.text, taped.text):
                self._found.same += high - low
                self._found.changes -= 1
        if self._add(kind, low, high, tokens, changes, at) is None:
            self._found.changes += 1
        else:
            self._found.doubted += high - low

    def _join(self, low: int, high: int, tokens: list[int], start: int, end: int) -> None:
        self._found.joined = True
        self._add("join", low, high, tokens or list(range(start, end)), False)

    def _add(
        self,
        kind: DifferenceKind,
        low: int,
        high: int,
        tokens: list[int],
        changes: bool,
        at: int = 0,
    ) -> Heard | None:
        """Take down a difference; give the word for which it is in doubt, if it is."""
        source: Span | None = None
        if tokens:
            source = self._tapes.span(self._stretch, tokens[0], tokens[-1] + 1)
        doubt = None if kind in _NEVER_IN_DOUBT else self._doubts.of(tokens, at)
        found = difference(self._wording, kind, low, high, source, changes, doubt)
        self._found.differences.append(found)
        return doubt


def difference(
    wording: Wording,
    kind: DifferenceKind,
    low: int,
    high: int,
    source: Span | None,
    changes: bool,
    doubt: Heard | None = None,
) -> Difference:
    """Give a difference at tokens `low` up to `high` of a claim; at a place between two if none.

    Args:
        doubt: The word that nobody can be sure was said; then it changes no meaning, either.
    """
    if low < high:
        start, end = wording.starts[low], wording.ends[high - 1]
    elif kind == "bracket" and low in wording.brackets:
        start, end = wording.brackets[low]
    else:
        start = end = wording.ends[low - 1] if low else 0
    changes = changes and doubt is None
    return Difference(kind, start, end, wording.text[start:end], source, changes, doubt)
