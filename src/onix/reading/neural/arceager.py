"""Word vectors in, heads and labels out: the parser's moves, as spaCy's `ArcEager` makes them.

A text is read from left to right with a stack of words that still may get something; every move
shifts a word, takes one off, hangs one on another or begins a sentence. All texts move at once: one
product of matrices scores the next move of every text that is not finished. A move that has no
alternative is made unscored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from onix.reading.neural.weights import Floats, Nodes, UnexpectedModelError

ROOT = "ROOT"
LIFTED = "||"  # "prep||dobj": hung too high, belongs to the dobj below

_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_SEEN = 8  # words that a move is chosen by
_PLACES = np.arange(_SEEN)


@dataclass(slots=True)
class _State:
    """Where one text stands; words are numbered over all texts. Both lists end at their tops."""

    buffer: list[int]
    stack: list[int] = field(default_factory=list)
    begins: set[int] = field(default_factory=set)  # words before which a sentence was ended


@dataclass(frozen=True, slots=True)
class _Arcs:
    """What hangs on what, in all texts; a last place of its own answers for "no word" (-1)."""

    heads: list[int]
    labels: list[str]
    last_left: list[int]
    last_right: list[int]
    right_before: list[int]  # the right child that a head had before this one
    kept: list[bool]  # was put back, must not be shifted again


class ArcEager:
    """The layers of a `parser` component.

    Args:
        nodes: The model's file "parser/model".
        moves: For each kind of move, how often each of its labels was seen.

    Raises:
        UnexpectedModelError: It is built otherwise than `en_core_web_sm` 3.8 is.
    """

    def __init__(self, nodes: Nodes, moves: Mapping[str, Mapping[str, int]]) -> None:
        # spaCy numbers its moves like this, most frequent labels first.
        actions = [
            (int(kind), label)
            for kind, labels in sorted(moves.items())
            for _, label in sorted(((seen, label) for label, seen in labels.items()), reverse=True)
        ]
        self._kinds = [kind for kind, _ in actions]
        self._labels = [label for _, label in actions]
        lower, upper = nodes.referred("lower"), nodes.referred("upper")
        weights = lower["W"]
        if weights.shape[0] != _SEEN or weights.shape[2] != 2 or len(upper["W"]) != len(actions):
            raise UnexpectedModelError("its parser is built otherwise")
        # The two pieces of every hidden unit lie side by side; we want them in two halves.
        self._hidden = weights.shape[1]
        halves = weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3])
        self._features = np.ascontiguousarray(halves.T)
        self._missing = lower["pad"][0].transpose(0, 2, 1).reshape(1, -1)
        # The bias goes with the first word that is looked at.
        self._bias = np.zeros(self._missing.size, dtype=np.float32)
        self._bias[: 2 * self._hidden] = lower["b"].T.reshape(-1)
        self._scores = np.ascontiguousarray(upper["W"].T)
        (narrow,) = (each for each in nodes.named("linear") if each["W"] is not upper["W"])
        self._narrow = np.ascontiguousarray(narrow["W"].T)
        self._narrow_bias = narrow["b"]
        # Bit k of a row's number says whether its moves are allowed; left and right go together.
        bit = np.array([0, 1, 2, 2, 3])[self._kinds]
        allowed = (np.arange(16)[:, None] >> bit) & 1
        self._score_bias = np.where(allowed, upper["b"], np.float32(-np.inf))

    def parse(
        self, vectors: Floats, lengths: Sequence[int], blank: Sequence[bool]
    ) -> tuple[list[int], list[str]]:
        """Give head and label of every word, heads counted over all texts; a root's is itself.

        Args:
            vectors: One row a word, text after text without anything between.
            lengths: Words in each text.
            blank: The word is white space.
        """
        count = len(vectors)
        arcs = _Arcs(
            heads=[-1] * (count + 1),
            labels=[ROOT] * count,
            last_left=[-1] * (count + 1),
            last_right=[-1] * (count + 1),
            right_before=[-1] * count,
            kept=[False] * count,
        )
        narrow = vectors @ self._narrow + self._narrow_bias
        features = np.concatenate([narrow @ self._features, self._missing])
        features += self._bias
        features = features.reshape(_SEEN * (count + 1), 2 * self._hidden)
        ends = np.cumsum(lengths).tolist()
        states = [
            _State(list(range(end - 1, end - length - 1, -1)))
            for length, end in zip(lengths, ends, strict=True)
        ]
        states = [state for state in states if _go_on(state, arcs)]
        while states:
            moves = self._choose(features, states, arcs)
            for state, move in zip(states, moves, strict=True):
                _make(self._kinds[move], self._labels[move], state, arcs)
            states = [state for state in states if _go_on(state, arcs)]
        heads = [index if head < 0 else head for index, head in enumerate(arcs.heads[:-1])]
        for length, end in zip(lengths, ends, strict=True):
            if any(LIFTED in label for label in arcs.labels[end - length : end]):
                _lower(heads, arcs.labels, blank, range(end - length, end))
        return heads, arcs.labels

    def _choose(self, features: Floats, states: Sequence[_State], arcs: _Arcs) -> list[int]:
        """Give the best move that each state allows."""
        seen: list[int] = []
        masks: list[int] = []
        left, right, kept = arcs.last_left, arcs.last_right, arcs.kept
        for state in states:
            stack, buffer, begins = state.stack, state.buffer, state.begins
            first = buffer[-1]
            second = buffer[-2] if len(buffer) > 1 else -1
            depth = len(stack)
            top = stack[-1] if depth else -1
            seen += (
                first, second, top, stack[-2] if depth > 1 else -1, stack[-3] if depth > 2 else -1,
                left[first], left[top], right[top],
            )  # fmt: skip
            mask = 8 if second == first + 1 and second not in begins else 0
            if not depth:
                mask |= 1
            elif first in begins:
                mask |= 2
            else:
                mask |= 6 if second < 0 or kept[first] else 7
            masks.append(mask)
        rows = np.array(seen, dtype=np.intp).reshape(-1, _SEEN) * _SEEN + _PLACES
        # A word that is not there (-1) leads to the last rows, which stand for it.
        total = np.add.reduce(features.take(rows, axis=0), axis=1)
        hidden = np.maximum(total[:, : self._hidden], total[:, self._hidden :])
        scores = hidden @ self._scores
        scores += self._score_bias[masks]
        best: list[int] = scores.argmax(axis=1).tolist()
        return best


def _go_on(state: _State, arcs: _Arcs) -> bool:
    """Make all moves that have no alternative; is there one left to choose?"""
    stack, buffer = state.stack, state.buffer
    while True:
        if not buffer:
            if not stack:
                return False
            _make(_REDUCE, "", state, arcs)
        elif not stack and (len(buffer) < 2 or not _may_break(state)):
            _make(_SHIFT, "", state, arcs)
        else:
            return True


def _may_break(state: _State) -> bool:
    second = state.buffer[-2]
    return second == state.buffer[-1] + 1 and second not in state.begins


def _make(kind: int, label: str, state: _State, arcs: _Arcs) -> None:
    stack, buffer, heads = state.stack, state.buffer, arcs.heads
    if kind == _SHIFT:
        stack.append(buffer.pop())
    elif kind == _REDUCE:
        top = stack.pop()
        # A word that hangs on nothing goes back, but for the last: it is a root.
        if heads[top] < 0 and stack:
            arcs.kept[top] = True
            buffer.append(top)
    elif kind == _LEFT:
        head, child = buffer[-1], stack.pop()
        if heads[child] >= 0:  # hung on the word below until now, as its last
            arcs.last_right[heads[child]] = arcs.right_before[child]
        heads[child], arcs.labels[child] = head, label
        arcs.last_left[head] = child
        arcs.kept[head] = False
    elif kind == _RIGHT:
        head, child = stack[-1], buffer.pop()
        heads[child], arcs.labels[child] = head, label
        arcs.right_before[child] = arcs.last_right[head]
        arcs.last_right[head] = child
        stack.append(child)
    else:
        state.begins.add(buffer[-2])


def _lower(heads: list[int], labels: list[str], blank: Sequence[bool], text: range) -> None:
    """Hang words that were hung too high where their label says (Nivre and Nilsson 2005)."""
    edges = _edges(heads, text)
    for index in text:
        if LIFTED not in labels[index]:
            continue
        labels[index], wanted = labels[index].split(LIFTED)
        level = [heads[index]]
        below: int | None = None
        while level and below is None:
            level = [
                child
                for head in level
                for child in range(edges[head][0], edges[head][1] + 1)
                if heads[child] == head and child not in (head, index) and not blank[child]
            ]
            below = next((child for child in level if labels[child] == wanted), None)
        if below is not None:
            heads[index] = below


def _edges(heads: Sequence[int], text: range) -> dict[int, list[int]]:
    """Give the first and the last of all that hangs on each word, itself included."""
    edges = {index: [index, index] for index in text}
    for index in text:
        word = index
        while heads[word] != word:
            word = heads[word]
            edge = edges[word]
            edge[0], edge[1] = min(edge[0], index), max(edge[1], index)
    return edges
