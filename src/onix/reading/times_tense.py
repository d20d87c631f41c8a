"""Whether the words around a date look ahead or back: tense, from simple cues in the clause.

In come the pieces of a sentence and where the date stands, out comes the tense and the word that
tells it. There is no parser here: the nearest cue before the date decides, else the nearest after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from onix.reading.words import sections

Tense = Literal["past", "future", "unclear"]


@cache
def _cues() -> dict[str, Tense]:
    lists = sections("tense")
    cues: dict[str, Tense] = {}
    for section, tense in (("ahead", "future"), ("back", "past"), ("not_back", "unclear")):
        for entry in lists[section]:
            cues.update(dict.fromkeys(entry.split(), tense))  # type: ignore[arg-type]  # a literal
    return cues


@cache
def _offers() -> frozenset[str]:
    return frozenset(word for entry in sections("tense")["offer"] for word in entry.split())


class Clause(NamedTuple):
    """The tense around a date, the word that tells it, and whether a sure one is close."""

    tense: Tense
    cue: str = ""
    close: bool = False

    @property
    def says(self) -> str:
        """How a basis says it."""
        if self.tense == "unclear":
            return "no tense tells"
        past = self.tense == "past"
        return f'past tense ("{self.cue}")' if past else f'the clause looks ahead ("{self.cue}")'


CLOSE = 6  # pieces, spaces counted: "was born in early"
REACH = 40
_BEING = {"be", "is", "are", "am", "being"}  # "is heard", "will be paid": no past
_STANDS = {"is", "are", "'s", "’s"}
_BETWEEN = {"on", "at", "for", "again", "not", "due", "only", "in", "the"}
_ON = {"on", "in"}
_UP_TO = {"until", "till", "by"}
_GRANTS = {"has", "have", "'ve", "gave", "extended"}  # "has until Tuesday"
_NONE = {"neither", "nor", "none", "nobody"}
# "9 a.m. EST " before "Tuesday": the words before the hour tell, not those of the hour.
_HOUR = re.compile(
    r"(?:\d\d?(?:[:.]\d\d)? ?[ap]\.?m\.?|\bnoon|\bmidnight)(?: [A-Z]{2,4}\b)?,? (?:on )?$",
    re.IGNORECASE,
)
_HOUR_PIECES = 16  # as many as an hour with its zone can have
# "broke out on the |night of 3 February": the words before tell, as they do with the day alone.
_PART = re.compile(
    r"(?:\b(?:on|in|during) )?(?:the )?"
    r"(?:(?:late |early |small |wee )?(?:hours|night|morning|afternoon|evening) (?:of |on )?)?$",
    re.IGNORECASE,
)
_PARTS = {"night", "morning", "afternoon", "evening", "hours", "early", "late", "small", "wee"}
# "On Jan. 3 |the roof fell", "At 4am on Jan. 3 |he was found": where a date stands first in its
# sentence, the verb behind it is its own.
_FIRST = re.compile(r"\W*(?:(?:at|by|during|early|in|late|on|since) )?", re.IGNORECASE)
_SPEECH = {"said", "told", "announced", "added", "wrote"}  # "By Jan. 3, he said, it will be over"


def _first(words: Sequence[str], places: Sequence[int]) -> Clause | None:
    cues = _cues()
    for away, place in enumerate(places):
        small = words[place].lower()
        tense = listed = cues.get(small)
        if tense is None and len(small) > 3 and small.endswith("ed") and words[place][0].islower():
            tense = "past"
        if tense == "past" and place > 1 and words[place - 2].lower() in _BEING:
            continue  # the word before it tells, or nothing does
        if small == "could" and (
            words[place + 2 : place + 3] == ["not"]
            or any(word.lower() in _NONE for word in words[max(0, place - REACH) : place])
        ):
            tense = "past"  # "could not be reached", "neither could be reached"
        if tense in {"past", "future"}:
            # Any "-ed" may be an adjective, but not in "collapsed on 3 March".
            stands_by = (away == 3 and words[places[1]] in _ON) or (away == 1 and small == "dated")
            close = stands_by if listed is None else away < CLOSE
            return Clause(tense, words[place], close)
        if small in _offers() and words[place + 1 : place + 3] == [" ", "to"]:
            return Clause("future", f"{words[place]} to")
    return None


def _before(words: Sequence[str], begins: int, pattern: re.Pattern[str]) -> int:
    """Give where what the pattern finds just before a piece begins; the piece where it does not."""
    found = pattern.search("".join(words[max(0, begins - _HOUR_PIECES) : begins]))
    length = len(found[0]) if found else 0
    while length > 0:
        begins -= 1
        length -= len(words[begins])
    return begins


def tense_at(words: Sequence[str], begins: int, ends: int) -> Clause:
    """Give the tense around the pieces from `begins` to before `ends`."""
    begins = _before(words, begins, _HOUR)
    part = begins
    if words[begins].lower() in _PARTS or words[begins - 2 : begins - 1] == ["of"]:
        part = _before(words, begins, _PART)
        closer = _first(words, range(part - 1, max(-1, part - 1 - CLOSE), -1))
        if closer is not None and closer.tense == "past" and closer.close:
            return closer
    before = range(begins - 1, max(-1, begins - 1 - REACH), -1)
    near = [words[place] for place in before[:8] if not words[place].isspace()]
    stands = next((word for word in near if word.lower() not in _BETWEEN), "")
    if stands.lower() in _STANDS:
        return Clause("future", stands, close=True)  # "The final is on Thursday"
    if clause := _first(words, before):
        if near and near[0].lower() in _UP_TO and clause.cue.lower() in _GRANTS:
            return Clause("future", near[0])
        return clause
    after = _first(words, range(ends, min(len(words), ends + REACH)))
    if after is None:
        return Clause("unclear")
    cue = after.cue.lower()
    is_first = _FIRST.fullmatch("".join(words[:part])) and words[ends : ends + 1] != [":"]
    is_day = any(word[:1].isdigit() for word in words[part:ends])
    is_own = is_first and is_day and cue in _cues() and cue not in _SPEECH
    return after._replace(close=bool(is_own))
