"""Is an objection over? A sentence in, the words that tell of one that is past or denied out.

"Dropped his objection", "had opposed the first draft", "no longer objects", "is not opposed", "can
live with it", "dismissed criticism": there are words of blame in these, and nobody is against
anything by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onix.reading.grammar import lexicon
from onix.reading.words import sections, words_of

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TURN = re.compile(r"[,;:.]|\b(?:but|and|now|while|although|though)\b")
# "Had doubts about the fee at first but …"
_AT_FIRST = re.compile(
    r"\bhad\b[^,;:.“”\"]*?\b(?:at first|initially|at the outset|in the beginning|to begin with)\b",
    re.IGNORECASE,
)
_NEAR = 3  # words between what says that it is past and what is
_BEING = ("was", "were", "been", "being")
_BEFORE = 4  # words before in which a denial turns it round: "cannot live with it"


def has_made_peace(sentence: str) -> bool:
    """Does somebody say that they accept what they were against?"""
    text = f" {' '.join(_words(sentence))} "
    for phrase in sections("settled")["settled"]:
        before, found, _ = text.partition(f" {phrase} ")
        denials = words_of("speech", "negations")
        if found and not any(word in denials for word in before.split()[-_BEFORE:]):
            return True
    return False


def defends(sentence: str) -> bool:
    """Does somebody stand up for what others are against?"""
    text = f" {' '.join(_words(sentence))} "
    return any(f" {phrase} " in text for phrase in sections("settled")["defending"])


def settled(sentence: str) -> list[tuple[int, int]]:
    """Give where the words stand by which an objection is told that is past or denied."""
    words = _words(sentence)
    text = f" {' '.join(words)} "
    # Who was against it from the start, still is.
    if any(f" {phrase} " in text for phrase in sections("settled")["lasting"]):
        return []
    places = [each.span() for each in _WORD.finditer(sentence)]
    found = [(places[begin][0], places[at][1]) for begin, at in _over(words)]
    # "Had rejected any delay": what it was against is told with it, up to the end of the clause.
    turns = [_TURN.search(sentence, end) for _, end in found]
    over = [
        (start, turn.start() if turn else len(sentence))
        for (start, _), turn in zip(found, turns, strict=True)
    ]
    return [*over, *(each.span() for each in _AT_FIRST.finditer(sentence))]


def _over(words: list[str]) -> Iterator[tuple[int, int]]:
    stems = [lexicon.stem(word) for word in words]
    for at, stem in enumerate(stems):
        begin = max(0, at - _NEAR)
        ended = any(
            stem in _stems(what) and not _stems(verbs).isdisjoint(stems[begin:at])
            for verbs, what in (("ended", "objections"), ("answered", "criticism"))
        )
        if ended or (stem in objecting() and _is_past(words[begin:at], words[at])):
            yield begin, at


def _is_past(before: list[str], word: str) -> bool:
    """Is an objection past or denied: "had earlier opposed", "used to oppose", "not opposed"?"""
    if before[-2:] in (["no", "longer"], ["used", "to"]) or before[-1:] in (["not"], ["never"]):
        return True
    adverbs = words_of("settled", "earlier")
    if word in ("against", "critic", "opponent") and not adverbs.isdisjoint(before):
        return True
    if word in ("against", "opposed") and before[-2:] == ["had", "been"]:
        return True  # "she had been against it all her life", until now
    is_participle = word.endswith("ed") or word == "fought"
    if is_participle and word != "opposed" and before[-1:] and before[-1] in _BEING:
        return True
    while before and (before[-1] in adverbs or before[-1].endswith("ly")):
        if before[-1] in adverbs and is_participle:
            return True
        before = before[:-1]
    return before[-1:] == ["had"] and is_participle


def _words(sentence: str) -> list[str]:
    return [each[0].lower().replace("’", "'") for each in _WORD.finditer(sentence)]


@cache
def _stems(section: str) -> frozenset[str]:
    return frozenset(map(lexicon.stem, words_of("settled", section)))


@cache
def objecting() -> frozenset[str]:
    """Give the stems of the verbs by which somebody objects, and of more that tell of it."""
    verbs = [line.split()[1] for line in lexicon.lines("objecting.txt") if line.startswith("verb")]
    return frozenset(map(lexicon.stem, verbs)) | _stems("fought")
