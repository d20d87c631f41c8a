"""What search returns: sentences in, passages of a few whole sentences out.

Passages overlap: each begins about half a passage after the one before it, so that an answer and
the words that lead to it stand together in one of them. Search shows only those that do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.model import Document, Passage, Span

WORDS = 180  # of a passage at most, unless one sentence is longer
STEP = 0.5  # of that many words on, the next passage begins
HEADING_WORDS = 14  # a line of at most so many words and without a stop is a heading
_STOPS = ".!?…:;,\"'”’)"


def passages(
    document: Document, sentences: Sequence[Span], *, words: int = WORDS
) -> tuple[Passage, ...]:
    """Give the passages of a document in order; every sentence is in one or more of them.

    A passage does not end in a heading, and the last one is as long as there are words for it.

    Args:
        words: How many a passage may have.
    """
    counts = [len(sentence.text.split()) for sentence in sentences]
    headings = [_is_heading(document, sentences, counts, n) for n in range(len(sentences))]
    groups: list[tuple[int, int]] = []
    begin = 0
    while begin < len(sentences):
        end = _end(counts, begin, words)
        if end == len(sentences):
            groups.append((_reach_back(counts, end, words, groups), end))
            break
        while end - 1 > begin and headings[end - 1]:
            end -= 1  # it goes with what follows
        groups.append((begin, end))
        begin = _next(counts, headings, begin, end, words)
    return tuple(
        Passage(document.span(sentences[first].start, sentences[end - 1].end), number)
        for number, (first, end) in enumerate(groups)
    )


def _end(counts: Sequence[int], begin: int, words: int) -> int:
    """Give the first sentence that is too much for a passage beginning at `begin`."""
    end, held = begin + 1, counts[begin]
    while end < len(counts) and held + counts[end] <= words:
        held += counts[end]
        end += 1
    return end


def _reach_back(
    counts: Sequence[int], end: int, words: int, groups: Sequence[tuple[int, int]]
) -> int:
    """Give the earliest beginning of a last passage; the one before it begins earlier still."""
    first = groups[-1][0] + 1 if groups else 0
    begin, held = end - 1, counts[end - 1]
    while begin > first and held + counts[begin - 1] <= words:
        begin -= 1
        held += counts[begin]
    return begin


def _next(counts: Sequence[int], headings: Sequence[bool], begin: int, end: int, words: int) -> int:
    """Give where the passage after one from `begin` to `end` begins: it has to go beyond `end`."""
    after, held = begin + 1, counts[begin]
    while after < end and (held < STEP * words or _end(counts, after, words) <= end):
        held += counts[after]
        after += 1
    while after - 1 > begin and headings[after - 1]:
        after -= 1
    return after


def _is_heading(
    document: Document, sentences: Sequence[Span], counts: Sequence[int], number: int
) -> bool:
    """Is the sentence a short line of its own without a stop, with more behind it?"""
    sentence = sentences[number]
    if counts[number] > HEADING_WORDS or sentence.text[-1] in _STOPS:
        return False
    line_before = document.text[max(0, sentence.start - 1) : sentence.start]
    line_after = document.text[sentence.end : sentence.end + 1]
    return line_before in ("", "\n") and line_after == "\n"
