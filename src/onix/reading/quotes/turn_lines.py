"""Which paragraphs of an interview somebody speaks: in come lines below a turn, out come those.

An answer may go on over several paragraphs, and a question may stand without a label. Between them
stand links, captions and notes that nobody says, which is why it is its own file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onix.reading.grammar.sentence_words import Region
from onix.reading.speakers.beside_story import is_credit

ENDS = (".", "?", "!", "…", '"', "”", "’", "'", ")", "]")
_BOLD = " \t\n*_"
# "Editor’s note: …", "MORE: …", "Read more: …", "Contact Ann Lee at …"
_BESIDE = re.compile(
    r"(?i:editor[’']s\snote|more|read|related|watch|see|listen|note|contact)\b[^.?!\n]{0,40}:"
    r"|(?:Contact|Follow|Subscribe|Click)\s"
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:interview|conversation|exchange|discussion|talk|chat|Q&A|answers|transcript)\b"
    r"[^.!?\n]{0,60}|(?<=[\n(])|(?<=[.!?]\s))(?i:\b(?:edited|condensed|shortened|abridged))\b"
    r"|\b(?:edited|condensed|abridged)\s[^.!?\n]{0,30}\b(?:interview|conversation|transcript|version)"
)
_HEARD = re.compile(r"\(.*\)|\[.*\]")  # "(LAUGHTER)"
_EDITED = ("dited", "ondensed", "hortened", "bridged")  # without what may be a capital
_LONGEST = 400  # characters of a question
_FEWEST = 3  # questions that stand without labels
_NEAR = 3  # paragraphs between what announces an interview and its first question
_FAR = 8  # paragraphs from one question to the next
_SHORT = 40  # words
_YOU = re.compile(r"\b[Yy]ou(?:r|[’'](?:ve|re|d|ll))?\b")
_OPENS_YOU = re.compile(r"You(?:r|[’'](?:ve|re|d|ll))?\b")
_MARKS = ('"', "“", "‘", "'", "«")


def is_spoken(text: str, part: Region) -> bool:
    """May a line be somebody’s words: sentences, and no link, caption or note beside them?"""
    words = text[slice(*part)].rstrip(_BOLD)
    if not words.endswith(ENDS) or _BESIDE.match(words) or _HEARD.fullmatch(words):
        return False
    return not is_credit(text, part[0], part[0])


def answered(text: str, parts: Sequence[Region]) -> list[list[int]]:
    """Give the numbers of the paragraphs of each answer to questions that have no labels.

    Only in what an article itself announces as a conversation that was edited: at least three
    paragraphs that end in a question mark follow, close to one another. Of the last answer only
    its first paragraph is sure.
    """
    places = (bisect_right(parts, (at, len(text))) - 1 for at in _all_of(text, _EDITED))
    begin = next((number for number in places if _ANNOUNCED.search(text, *parts[number])), None)
    if begin is None:
        return []
    asked: list[int] = []
    for number in range(begin + 1, len(parts)):
        if number - (asked[-1] if asked else begin) > (_FAR if asked else _NEAR):
            break
        if _asks(text, parts[number]):
            asked.append(number)
    if len(asked) < _FEWEST:
        return []
    found = []
    for question, following in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        between = [k for k in range(question + 1, following) if k < len(parts)]
        spoken = [k for k in between if is_spoken(text, parts[k])]
        if spoken:
            further = [k for k in spoken[1:] if not _may_ask(text, parts[k])]
            further = [k for k in further if not text.endswith("…", *parts[k])]
            found.append([spoken[0], *further])
    quoted = sum(text.startswith(_MARKS, parts[each[0]][0]) for each in found)
    return found if len(found) >= _FEWEST and 2 * quoted < len(found) else []


def _all_of(text: str, stems: Sequence[str]) -> list[int]:
    """Give where any of some words stand, in order; a pattern of them takes five times as long."""
    found = []
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            found.append(at)
            at = text.find(stem, at + 1)
    return sorted(found)


def _asks(text: str, part: Region) -> bool:
    words = text[slice(*part)].strip(_BOLD)
    return words.endswith("?") and len(words) <= _LONGEST and not words.startswith(_MARKS)


def _may_ask(text: str, part: Region) -> bool:
    """May whoever asks say this inside of what looks like one answer: "You left in May. Why?"."""
    words = text[slice(*part)].strip(_BOLD)
    if _OPENS_YOU.match(words):
        return True
    return _YOU.search(words) is not None and ("?" in words or len(words.split()) < _SHORT)
