"""Reading comprehension: which words of a text answer a question, and how much speaks for them.

In come a question and short texts, out comes for each text its best stretch, with how far that is
ahead of "nothing here answers", and how a yes/no question stands to it. The encoder is MiniLM
(`minilm.py`) with the adapter `reader.npz`, which `evaluation/train_reader.py` learned from QAMR
(MIT) and from articles and questions written for Onix, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onix.reading.neural.minilm import LONGEST, Encoder, Floats, word_pieces
from onix.reading.neural.wordpiece import Pieces

ADAPTER: Final = "reader.npz"
LONGEST_QUESTION: Final = 64  # pieces
LONGEST_ANSWER: Final = 40  # pieces
BESIDE: Final = 3  # pieces that an answer may have more than the place it is about
KEPT: Final = 4096  # readings, some 6 MB
Shares = tuple[float, float, float]
_MARKS: Final = " \t\n,;:.!?\"'“”‘’„«»()[]—–-"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one text that answer best.

    Attributes:
        start: Half-open offsets in the text.
        margin: How far it is ahead of "no answer here", in logits: above 0 rather than not.
        stance: For a yes/no question, how likely (0 to 1) the text says neither, yes and no.
    """

    start: int
    end: int
    margin: float
    stance: Shares


class Weighed(NamedTuple):
    """How well each place of one text answers, and how the question stands to the text."""

    places: list[float]
    stance: Shares


@dataclass(frozen=True, slots=True)
class _Laid:
    """A question laid before a text: the text's pieces, all of both, and where the text begins."""

    pieces: Pieces
    ids: list[int]
    types: list[int]
    first: int


def _lay(question: str, text: str, longest: int) -> _Laid:
    words = word_pieces()
    before = [words.begin, *words.pieces(question).ids[:longest], words.end]
    pieces = words.pieces(text)
    behind = [*pieces.ids[: LONGEST - len(before) - 1], words.end]
    types = [0] * len(before) + [1] * len(behind)
    return _Laid(pieces, [*before, *behind], types, len(before))


class Comprehension:
    """The reader. Made once: it takes some two tenths of a second.

    Args:
        adapter: The file of what it learned.
        longest: Pieces of a question; what stands behind is not read.
    """

    def __init__(self, adapter: str = ADAPTER, longest: int = LONGEST_QUESTION) -> None:
        self._longest = longest
        with files("onix.reading.neural").joinpath(adapter).open("rb") as data:
            stored = np.load(data, allow_pickle=False)
            learned = {name: stored[name].astype(np.float32) for name in stored.files}
        self._encoder = Encoder(learned)
        self._ends = learned["ends"]  # what makes a piece the first and the last of an answer
        self._stance = learned["stance"]
        self._known: dict[tuple[str, str], Stretch] = {}  # a question is often asked again

    def read(self, question: str, texts: Sequence[str]) -> list[Stretch]:
        """Give the best stretch of each text; of a very long text only the beginning is read."""
        found = {
            text: known
            for text in texts
            if (known := self._known.get((question, text))) is not None
        }
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if len(self._known) + len(new) > KEPT:
            self._known.clear()
        for text, (laid, states) in zip(new, self._encoded(question, new), strict=True):
            found[text] = self._known[question, text] = self._best(text, laid, states)
        return [found[text] for text in texts]

    def weigh(
        self, question: str, texts: Sequence[tuple[str, Sequence[tuple[int, int]]]]
    ) -> list[Weighed]:
        """Say of places in each text how well they answer, in logits ahead of "no answer here".

        Args:
            texts: Each with half-open offsets of places in it; an answer may begin or end some
                pieces (`BESIDE`) outside of one.
        """
        found = []
        encoded = self._encoded(question, [text for text, _ in texts])
        for (_, places), (laid, states) in zip(texts, encoded, strict=True):
            ends = states @ self._ends[:, :-1].T + self._ends[:, -1]
            inside, none = ends[laid.first : -1], float(ends[0].sum())
            weights = [_weight(inside, none, laid.pieces, each) for each in places]
            found.append(Weighed(weights, self._stance_of(states)))
        return found

    def state(self, question: str, text: str) -> Floats:
        """Give what the reader makes of a text in view of a question, as numbers (384)."""
        ((_, states),) = self._encoded(question, [text])
        return np.asarray(states[0], dtype=np.float32)

    def _encoded(self, question: str, texts: Sequence[str]) -> list[tuple[_Laid, Floats]]:
        """Lay a question before each text, and give all states of both."""
        laid = [_lay(question, text, self._longest) for text in texts]
        states = self._encoder.encode_each([(each.ids, each.types) for each in laid])
        return list(zip(laid, states, strict=True))

    def _stance_of(self, states: Floats) -> Shares:
        return _shares(states[0] @ self._stance[:, :-1].T + self._stance[:, -1])

    def _best(self, text: str, laid: _Laid, states: Floats) -> Stretch:
        stance = self._stance_of(states)
        ends = states @ self._ends[:, :-1].T + self._ends[:, -1]
        inside = ends[laid.first : -1]
        if not len(inside):
            return Stretch(0, 0, -float(ends[0].sum()), stance)
        margin, one, other = best_pieces(inside, ends[0])
        start, stop = whole_words(text, laid.pieces.starts[one], laid.pieces.ends[other])
        return Stretch(start, stop, margin, stance)


def _weight(inside: Floats, none: float, pieces: Pieces, place: tuple[int, int]) -> float:
    """Give the margin of the best stretch that covers a place and little else."""
    within = [
        number
        for number, (start, end) in enumerate(zip(pieces.starts, pieces.ends, strict=True))
        if end > place[0] and start < place[1] and number < len(inside)
    ]
    if not within:
        return -np.inf  # in a very long text, behind what is read
    first, last = within[0], within[-1]
    begins = inside[max(0, first - BESIDE) : last + 1, 0].max()
    ends = inside[first : last + 1 + BESIDE, 1].max()
    return float(begins + ends) - none


def best_pieces(inside: Floats, none: Floats) -> tuple[float, int, int]:
    """Give the margin, the first and the last piece of the stretch that answers best.

    Args:
        inside: For each piece of a text the logits of being first and last (pieces × 2).
        none: The two of "no answer here".
    """
    sums = inside[:, 0][:, None] + inside[:, 1][None, :]
    sums[~_in_order(len(inside))] = -np.inf
    one, other = divmod(int(sums.argmax()), len(inside))
    return float(sums[one, other]) - float(none.sum()), one, other


@lru_cache(maxsize=256)
def _in_order(length: int) -> NDArray[np.bool_]:
    """Which pairs of first and last piece make a stretch that is not too long."""
    starts, ends = np.ogrid[:length, :length]
    return np.asarray((starts <= ends) & (ends < starts + LONGEST_ANSWER), dtype=np.bool_)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, then leave out marks at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    first, last = start, end
    while first < last and text[first] in _MARKS:
        first += 1
    while last > first and text[last - 1] in _MARKS:
        last -= 1
    return (first, last) if first < last else (start, end)


def _shares(logits: Floats) -> Shares:
    powers = np.exp(logits - logits.max())
    none, yes, no = powers / powers.sum()
    return float(none), float(yes), float(no)


@cache
def comprehension() -> Comprehension:
    """Give the reader that ships with Onix."""
    return Comprehension()
