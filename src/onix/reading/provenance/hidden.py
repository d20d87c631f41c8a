"""People who ask that their names be kept out: in comes narration, out come they.

"A clerk, who asked not to be named because the deal is not signed, put it down to a quarrel": who
hides a name is a source, however far the verb stands. It is its own file because that is told by
these words alone, whether or not attribution finds what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.model import Span
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import is_people
from onix.reading.provenance.behind import is_named_behind
from onix.reading.provenance.narration import Found, Narration

_LOOK_BACK = 140  # characters
_LOOK_AHEAD = 110
_LONGEST_NOUN = 6  # words
_STEMS = ("ho ", "peaking ", "ach of whom ", "oth of whom ", "dentified only as ", "nown only as ")
_HIDES = re.compile(
    r"(?:identified|known)\s+only\s+as\s"
    r"|(?:who|and\s+who|[Ss]peaking|(?:each|both|all)\s+of\s+whom)\s[^.;\x01]{0,60}?"
    r"(?:\banonym|\bprivately\b|\bon\s+background\b"
    r"|\bnot\s+(?:to\s+)?(?:be|wish(?:ing)?\s+to\s+be|want(?:ing)?\s+to\s+be)\s+(?:named|identified|quoted)\b"
    r"|\bnot\s+(?:authori[sz]ed|allowed|permitted|entitled)\s+to\s+(?:\w+\s+)?(?:speak|talk|discuss|brief|comment)"
    r"|\bnames?\s+(?:be|is|are|was)\s+(?:not|withheld|changed))"
)
# "|one senior forward|, who did not want to be named": who has a name to hide is somebody
_SOMEBODY = re.compile(
    r"(?:an?|one|another|two|three|four|several|some)\s+(?:[a-z-]+\s+){0,3}[a-z-]+$", re.I
)


def find_hidden(narration: Narration) -> Iterator[Found]:
    """Give the people without a name of whom it is told that they hide it."""
    for position, sentence in narration.places(_STEMS):
        reach = min(sentence.end, position + _LOOK_AHEAD)
        if not _HIDES.match(narration.masked, position, reach):
            continue
        region = (
            _behind(narration, position, sentence)
            if narration.masked[position] == "S"
            else _before(narration, position, sentence)
        )
        if region is None:
            continue
        phrase = narration.masked[slice(*region)]
        named = narration.is_named(*region) or is_named_behind(narration.masked, *region)
        somebody = _SOMEBODY.match(phrase) is not None and not named
        if somebody or narration.origins.kind(phrase, named=named, sure=True) == "unnamed":
            yield narration.found("unnamed", region)


def _before(narration: Narration, position: int, sentence: Span) -> Region | None:
    words = Sentence(narration.masked, max(sentence.start, position - _LOOK_BACK), position)
    last = len(words) - 1
    while last >= 0 and words.words[last] in (",", "and"):
        last -= 1
    noun = words.subject(last)
    return words.offsets(noun) if noun is not None else None


def _behind(narration: Narration, position: int, sentence: Span) -> Region | None:
    """Give whom "Speaking privately, |two clerks| put …" opens with."""
    comma = narration.masked.find(", ", position, min(sentence.end, position + _LOOK_AHEAD))
    if comma < 0:
        return None
    words = Sentence(narration.masked, comma + 1, min(sentence.end, comma + _LOOK_AHEAD))
    for last in range(min(len(words), _LONGEST_NOUN)):
        if is_people(words.words[last]) and not is_people(words.word(last + 1)):
            noun = words.subject(last)
            return words.offsets(noun) if noun is not None and noun[0] == 0 else None
    return None
