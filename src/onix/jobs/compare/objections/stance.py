"""Is somebody against what they speak of? A sentence in, how likely it is, and by which words.

Words of blame and praise (`reading/words/objecting.txt`), turned round where something before them
denies them, and what else shows a stance: demands, conditions, "too" and "only", courts and
signatures, questions (`stance_signs.txt`). What no list holds the reader of statements may hold,
who has read the sentence for the point (`sides.py`). How much each says is learned by
`evaluation/fit_objections.py` and stands in `objections.json`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onix.jobs.compare.learned import Learned, learned
from onix.jobs.compare.objections.settled import has_made_peace, settled
from onix.jobs.compare.pairs.likeness import small_stems, stems
from onix.reading.grammar import lexicon
from onix.reading.words import sections, verb_forms, words_of

Signs = dict[str, float]
NEGATED = 3  # words before one that turn it round
LONGEST = 5  # words of an entry
MOST = 2.0  # how often a word of one side counts
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_SHORT = 8  # words of a quotation that may be a name for something: “a bucket for a burning barn”
_LEAST = 3  # words of a sentence that may tell what a point says
_LONG = 40.0  # words from which on a sentence is long


@dataclass(frozen=True, slots=True)
class Stance:
    """How likely a sentence is against what it is about, and the words by which it shows."""

    likely: float
    start: int
    end: int


def stance_of(sentence: str, read: Mapping[str, float], known: Learned | None = None) -> Stance:
    """Give the stance of a sentence; its words are the whole of it where none shows it.

    Args:
        read: What the reader of statements makes of it and the point (`Sides.of`), in logits.
    """
    over = settled(sentence)
    for start, end in over:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    found, (start, end) = signs(sentence)
    blames = any(found[side] for side in ("against", "verb", "for denied"))
    if (over and not blames) or has_made_peace(sentence) or _only_enquires(sentence, blames=blames):
        return Stance(0.0, 0, len(sentence))
    found |= read
    weights = (known or learned()).against
    odds = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return Stance(1 / (1 + math.exp(-odds)), start, end)


def _only_enquires(sentence: str, *, blames: bool) -> bool:
    """Does somebody but want to know something: "asked the ministry what it would cost"?"""
    return not blames and "?" not in sentence and bool(_ENQUIRES.search(sentence))


_ENQUIRES = re.compile(
    r"\b(?:(?:want|wants|wanted|wished) to know|(?:enquired|inquired)(?: about)?"
    r"|asked(?: (?:the|its|their|his|her)(?: \w+){1,3})?) "
    r"(?:what|how|whether|when|where|who)\b",
    re.IGNORECASE,
)


def only_tells(sentence: str, point: str) -> bool:
    """Does a sentence but say what a point says, in words of the point: "the fee is halved"?"""
    own = [word[0].lower() for word in _WORD.finditer(sentence)]
    if "?" in sentence or "!" in sentence or any(word in _denials() for word in own):
        return False
    there = set(stems(point))
    small = small_stems() | set(map(lexicon.stem, verb_forms("objectors", "telling")))
    told = [stem for stem in map(lexicon.stem, own) if stem not in small]
    return len(told) >= _LEAST and all(stem in there for stem in told)


def signs(sentence: str) -> tuple[Signs, tuple[int, int]]:
    """Give what shows how a sentence stands to what it is about, and where it first speaks against.

    Each sign is 0 or 1, or how often, up to 2 or 3; the length is in `_LONG` words.
    """
    # "Refused to say" refuses nothing.
    said = _patterns()["silent"].sub(lambda found: " " * len(found[0]), sentence)
    words = list(_WORD.finditer(said))
    small = [word[0].lower() for word in words]
    counts, first = _sides(small)
    quoted = " ".join(_QUOTED.findall(sentence))
    against = counts["against"] + counts["verb"] + counts["for denied"]
    standing = counts["for"] + counts["against denied"]
    found: Signs = {"always": 1.0}
    found |= {name: min(count, MOST) for name, count in counts.items()}
    found |= {
        "only against": float(against > 0 and not standing),
        "only for": float(standing > 0 and not against),
        "neither": float(not standing and not against),
        "denials": min(float(sum(word in _denials() for word in small)), 3.0),
        "question quoted": float("?" in quoted),
        "question": float("?" in sentence),
        "cry": float("!" in sentence),
        "quoted": float(bool(quoted)),
        "quoted shortly": float(bool(quoted) and len(quoted.split()) <= _SHORT),
        "long": min(len(words), _LONG) / _LONG,
    }
    found |= {name: float(bool(p.search(sentence))) for name, p in _patterns().items()}
    if first is None:
        return found, (0, len(sentence))
    return found, (words[first[0]].start(), words[first[1]].end())


def _sides(words: Sequence[str]) -> tuple[dict[str, float], tuple[int, int] | None]:
    """Count the words of either side, and give the first and last of what speaks against first."""
    counts = dict.fromkeys(("against", "verb", "for", "against denied", "for denied"), 0.0)
    stems = [lexicon.stem(word) for word in words]
    first = None
    at = 0
    while at < len(words):
        size, side = _longest(words, stems, at)
        if side:
            before = words[max(0, at - NEGATED) : at]
            # A longer entry has its denial in it: "nothing against".
            if size < 3 and any(word in _denials() for word in before):
                side = "for denied" if side == "for" else "against denied"
            counts[side] += 1
            if first is None and side in ("against", "verb", "for denied"):
                first = at, at + size - 1
        at += size
    return counts, first


def _longest(words: Sequence[str], stems: Sequence[str], at: int) -> tuple[int, str]:
    """Give how many words from here are an entry of the list, and of which side; 1 for none."""
    for size in range(min(LONGEST, len(stems) - at), 0, -1):
        side = _entries().get(tuple(stems[at : at + size]))
        if side is not None:
            return size, side
    return 1, _as_written().get(words[at], "")


@cache
def _entries() -> dict[tuple[str, ...], str]:
    """Give the entries by their stems, and their kind: against, verb (against, too) or for."""
    found: dict[tuple[str, ...], str] = {}
    for kind, phrase in _listed():
        if phrase not in _as_written():
            stems = tuple(lexicon.stem(word) for word in phrase.split())
            # A verb is one also where its noun is listed: "objects", "objections".
            found[stems] = "verb" if found.get(stems) == "verb" else kind
    return found


@cache
def _as_written() -> dict[str, str]:
    """Give the entries that their stem is not: what is "costly" is bad, a cost is not."""
    return {phrase: kind for kind, phrase in _listed() if " " not in phrase and phrase[-2:] == "ly"}


@cache
def _listed() -> tuple[tuple[str, str], ...]:
    parted = (line.partition(" ") for line in lexicon.lines("objecting.txt"))
    return tuple((kind, phrase.strip()) for kind, _, phrase in parted)


@cache
def _denials() -> frozenset[str]:
    return words_of("speech", "negations") | words_of("stance_signs", "little")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for name, phrases in sections("stance_signs").items():
        if name != "little":
            escaped = [re.escape(each).replace("…", r"\w*") for each in phrases]
            found[name] = re.compile(rf"\b(?:{'|'.join(escaped)})\b", re.IGNORECASE)
    return found
