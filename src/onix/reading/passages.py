"""What search returns: sentences in, passages of a few whole sentences out.

A passage holds what belongs together: a heading goes with what follows it, a turn of a transcript
begins a passage where the one before is long enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.model import Document, Passage, Span

WORDS = 180  # a passage is closed at the end of the sentence that reaches it
EARLY = 0.8  # of that many words on, at the end of a paragraph or a turn
MOST_WORDS = 180  # never more, unless one sentence is longer
HEADING_WORDS = 14  # a line of at most so many words and without a stop is a heading
_STOPS = ".!?…:;,\"'”’)"


def passages(
    document: Document, sentences: Sequence[Span], *, words: int = WORDS
) -> tuple[Passage, ...]:
    """Give the passages of a document in order; every sentence is in exactly one.

    Args:
        words: The length to aim at. A passage ends at the first end of a paragraph or a turn a
            little before it, else at the first sentence from it on. A short rest goes with the
            passage before it.
    """
    most = max(MOST_WORDS, words)
    counts = [len(sentence.text.split()) for sentence in sentences]
    starts = _turn_starts(document)
    groups: list[tuple[int, int]] = []
    begin = held = 0
    for number, count in enumerate(counts):
        if number > begin and _closes(document, sentences, counts, number, held, words, starts):
            groups.append((begin, number))
            begin, held = number, 0
        if number > begin and held + count > most:
            cut = _before_headings(document, sentences, counts, begin, number)
            groups.append((begin, cut))
            held = sum(counts[cut:number])
            begin = cut
            if held + count > most and number > begin:
                groups.append((begin, number))
                begin, held = number, 0
        held += count
    if groups and held < words / 2 and sum(counts[groups[-1][0] :]) <= most:
        begin = groups.pop()[0]
    if begin < len(sentences):
        groups.append((begin, len(sentences)))
    return tuple(
        Passage(document.span(sentences[first].start, sentences[end - 1].end), number)
        for number, (first, end) in enumerate(groups)
    )


def _closes(
    document: Document,
    sentences: Sequence[Span],
    counts: Sequence[int],
    number: int,
    held: int,
    words: int,
    turn_starts: frozenset[int],
) -> bool:
    """Does a passage that holds `held` words end before sentence `number`?"""
    if held < words * EARLY or _is_heading(document, sentences, counts, number - 1):
        return False
    if held >= words or sentences[number].start in turn_starts:
        return True
    between = document.text[sentences[number - 1].end : sentences[number].start]
    return "\n" in between and (
        not document.turns or _is_heading(document, sentences, counts, number)
    )


def _before_headings(
    document: Document, sentences: Sequence[Span], counts: Sequence[int], begin: int, number: int
) -> int:
    """Give the sentence to cut before, so that headings stay with what follows them."""
    cut = number
    while cut - 1 > begin and _is_heading(document, sentences, counts, cut - 1):
        cut -= 1
    return cut


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


def _turn_starts(document: Document) -> frozenset[int]:
    """Give where turns begin, with the white space before their first word left out."""
    text = document.text
    return frozenset(
        turn.span.start + len(turn.span.text) - len(turn.span.text.lstrip())
        for turn in document.turns
    ) | frozenset(text.rfind("\n", 0, turn.span.start) + 1 for turn in document.turns)
