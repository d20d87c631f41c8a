"""Whether the words around a date look ahead or back: tense, from simple cues in the clause.

In come the pieces of a sentence and where the date stands, out comes the tense and the word that
tells it. There is no parser here: the nearest cue before the date decides, else the nearest after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onix.reading.times import headings
from onix.reading.times.cues import (
    ON,
    REACH,
    WILL,
    Tense,
    cues,
    is_bidden,
    is_fixed,
    is_governed,
    is_perfect,
    is_plain,
    is_supposed,
    is_wont,
    listed,
    points_ahead,
    telling_words,
    told,
)
from onix.reading.words import sections


@cache
def _holidays() -> frozenset[str]:
    return frozenset(entry.partition(" = ")[0] for entry in sections("times")["holiday"])


@cache
def _towards() -> re.Pattern[str]:
    words = "|".join(re.escape(entry) for entry in sections("tense")["towards"])
    return re.compile(rf"\b(?:{words}) (?:the )?$", re.IGNORECASE)


# "The run-up to |their runoff in Tarn on| Tuesday", where no verb comes between.
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|(?:run|lead)-up to|heading into|going into|in advance of) "
    r"(?P<between>(?:[\w’'-]+ ){1,8})$"
)
_ROOM_AHEAD = 28  # pieces


def _is_before_it(words: Sequence[str], begins: int) -> bool:
    """Does a day belong to what comes after: "in the run-up to their vote on |Tuesday|"?"""
    found = _AHEAD_OF.search("".join(words[max(0, begins - _ROOM_AHEAD) : begins]))
    if found is None:
        return False
    between = found["between"].lower().split()
    if between[-1] == "in":
        return False  # "ahead of its forecast in April"
    return telling_words().isdisjoint(between) and not any(w.endswith("ed") for w in between)


class Clause(NamedTuple):
    """The tense around a date, the word that tells it, and how sure that is.

    Attributes:
        tense: Whether what happened then is over when the words are written.
        cue: The word that tells it.
        close: It stands next to the date, and surely goes with it.
        plain: It is a plain future of the writer ("will", "is due"), not "would" or "was due".
    """

    tense: Tense
    cue: str = ""
    close: bool = False
    plain: bool = False

    @property
    def says(self) -> str:
        """How a basis says it."""
        if self.tense == "unclear":
            return "no tense tells"
        past = self.tense == "past"
        return f'past tense ("{self.cue}")' if past else f'the clause looks ahead ("{self.cue}")'


CLOSE = 6  # pieces, spaces counted: "was born in early"
_ROOM = 60  # pieces either way that anything below looks at
_DECIDED, _BEHIND = {"decision"}, {"after", "following", "since"}
_LED = 12  # pieces: "following the Supreme Court's decision to"
_STANDS = {"is", "are", "'s", "’s"}
_BETWEEN = {"on", "at", "for", "again", "not", "due", "only", "in", "the"}
# "She will be |back| in March" looks ahead, "back in March" does not.
_COMES_BACK = {"be", "is", "are", "am", "re", "go", "going", "come", "comes", "get", "right"}
_COMES = {"approaches", "nears", "looms"}  # "as November approaches"
_AFTER = (["after"], ["since"])
_OPENING = {"starting", "beginning", "effective"}  # "a summit starting Sunday"
_CLOSING = {"polls", "nominations", "applications", "entries", "bids", "stores", "banks"}
_CHANCE = {
    "chance",
    "forecast",
    "Forecast",
    "open",
}  # "a chance of rain on Thursday", "Polls open Tuesday"
_UP_TO = {"until", "till", "by", "through"}
_BY = {"by", "on", "in", "from"}
_RELATING = {"which", "who"}
# Forms of the present and of the past: "voters hit the polls on Tuesday".
_EITHER = {"hit", "hurt", "cut", "put", "shut", "quit", "spread", "beat", "read"}
_RELEASED = {"(", ",", "is", "be"}
_HOLDS, _TILL = {"until", "till", "through"}, {"until", "till"}
_GRANTS = {"has", "have", "'ve", "gave", "extended"}  # "has until Tuesday"
# "9 a.m. EST " before "Tuesday": the words before the hour tell, not those of the hour.
_HOUR = re.compile(
    r"(?:\b(?:from )?\d\d?(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? ?(?:-|–|to|until) ?)?"
    r"(?:\d\d?(?:[:.]\d\d)? ?[ap]\.?m\.?|\bnoon|\bmidnight|\b\d\d?(?::\d\d)?(?= (?-i:[A-Z]{2,4}) ))"
    r"(?: [A-Z]{2,4}\b|(?-i:(?: [A-Z]\w+){0,2} [Tt]ime)| local time)?,? (?:on )?$",
    re.IGNORECASE,
)
_HOUR_PIECES = 24  # as many as two hours with their zone can have
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


# "It will lose 20, |down from| 30 in May": what something is compared with was before.
_FELL = {"down", "up", "fell", "fall", "rose", "rise", "drop", "dropped", "increase", "decrease"}


def _first(words: Sequence[str], places: range) -> Clause | None:
    telling, bare, aside = telling_words(), None, None
    for away, place in enumerate(places):
        if words[place] == "from" and places.step < 0 and words[place - 2] in _FELL:
            return Clause("past", "from")
        if words[place].lower() not in telling and not words[place].endswith("ed"):
            if words[place].endswith("ing") and words[place - 2 : place - 1] in _AFTER:
                return Clause("past", words[place])  # "is at home here after moving in August"
            continue  # most words tell nothing
        is_before = places.step < 0
        if not is_before and is_wont(words, place):
            continue  # "calls May 6 a hard day but won't speak of it"
        plain = is_before and (is_plain(words, place) or is_fixed(words, place, places.start + 1))
        if points_ahead(words, place, after_date=places.step > 0):
            held = words[place + 2].lower() in _HOLDS  # "was adjourned until Monday"
            led = {word.lower() for word in words[max(0, place - _LED) : place]}
            if is_before and words[place] in _DECIDED and not _BEHIND.isdisjoint(led):
                return Clause("past", words[place])  # "drafted after the decision to close in June"
            return Clause("future", f"{words[place]} {words[place + 2]}", plain=plain or held)
        tense, is_listed = told(words, place)
        if tense == "past" and places.step < 0 and is_bidden(words, place, places.start + 1):
            return Clause("future", words[place])
        if tense == "future" and places.step < 0 and is_governed(words, place):
            bare = bare or Clause(tense, words[place], away < CLOSE, plain)
            continue
        if (
            bare
            and tense not in {"future", "unclear"}
            and words[place].lower() not in listed("done")
        ):
            return bare
        if tense is not None:
            if tense == "past" and is_supposed(words, place):
                return Clause("unclear")  # "how it would fare if he won on Nov. 8"
            if tense == "past" and is_perfect(words, place, places):
                return Clause(tense, words[place], close=True)
            if is_before and words[place] == "since":  # "in jail since his arrest on Dec. 3"
                return Clause(tense, words[place], close=True)
            # Any "-ed" may be an adjective, but not in "collapsed on 3 March".
            small = words[place].lower()
            stands_by = (away == 3 and words[places[1]] in ON) or (away == 1 and small == "dated")
            is_close = away < CLOSE if is_listed and small not in _EITHER else stands_by
            if tense == "past" and is_before and _is_aside(words, place, places.start):
                aside = aside or Clause(tense, words[place], is_close, plain)
                continue
            return Clause(tense, words[place], is_close, plain)
    return bare or aside


def _is_aside(words: Sequence[str], place: int, begins: int) -> bool:
    """Is it a participle between commas: "is to meet Lund, |ranked| fifth, on Monday"?"""
    opens = words[max(0, place - 2) : place] == [",", " "] and words[place].endswith("ed")
    return opens and "," in words[place + 1 : begins + 1]


def _before(words: Sequence[str], begins: int, pattern: re.Pattern[str]) -> int:
    """Give where what the pattern finds just before a piece begins; the piece where it does not."""
    found = pattern.search("".join(words[max(0, begins - _HOUR_PIECES) : begins]))
    length = len(found[0]) if found else 0
    while length > 0:
        begins -= 1
        length -= len(words[begins])
    return begins


def tense_at(words: Sequence[str], begins: int, ends: int) -> Clause:
    """Give the tense around the pieces from `begins` to before `ends`.

    A semicolon parts clauses: only where its own tells nothing is the tense that of the others.
    """
    start, end = max(0, begins - _ROOM), min(len(words), ends + _ROOM)
    first = next((n + 1 for n in range(begins - 1, start - 1, -1) if words[n] == ";"), start)
    if (
        words[max(start, begins - 4) : begins - 3] in (["but"], ["and"])
        and words[begins - 2] in _BY
    ):
        first = max(first, begins - 3)  # "It opened in May, but by Friday all will be open"
    last = next((n for n in range(ends, end) if words[n] == ";"), end)
    if (first, last) != (start, end):
        clause = _tense_in(words[first:last], begins - first, ends - first)
        if clause.tense != "unclear":
            return clause
    clause = _tense_in(words[start:end], begins - start, ends - start)
    if clause.tense != "future" and headings.is_next(
        words, begins, tells_nothing=clause.tense == "unclear"
    ):
        return Clause("future", "next", plain=True)
    if clause.tense != "future" and headings.is_heading(words):
        cue = headings.looks_ahead(words, begins, is_past=clause.tense == "past")
        return Clause("future", cue, plain=True) if cue else clause
    return clause


def _lasts(words: Sequence[str], places: range, cue: str) -> bool:
    """Does what is done still hold: "|has received| leave until mid-January"?"""
    place = next((each for each in places if words[each] == cue), 0)
    return not _PERFECT.isdisjoint(word.lower() for word in words[max(0, place - 4) : place])


_PERFECT = {"has", "have", "ve"}


def _until_said(words: Sequence[str], begins: int, ends: int) -> int:
    """Give where somebody's words begin: "his remarks on Sunday that |“if I have to”|"."""
    for place in range(begins, ends - 1):
        if words[place] in _OPENS and words[begins:place][-2:-1] in (["that"], [":"]):
            return place
    return ends


_OPENS = {'"', "“"}


def _tense_in(words: Sequence[str], begins: int, ends: int) -> Clause:
    begins = _before(words, begins, _HOUR)
    if towards := _towards().search("".join(words[max(0, begins - 8) : begins])):
        return Clause("future", towards[0].strip(), close=True, plain=True)
    if _is_before_it(words, begins):
        return Clause("future", "ahead of", plain=True)
    if (comes := "".join(words[ends + 1 : ends + 2])) in _COMES:
        return Clause("future", comes, close=True, plain=True)
    part = begins
    if words[begins].lower() in _PARTS or words[begins - 2 : begins - 1] == ["of"]:
        part = _before(words, begins, _PART)
        closer = _first(words, range(part - 1, max(-1, part - 1 - CLOSE), -1))
        granted = words[part - 2 : part - 1][0].lower() in _UP_TO if part > 1 else False
        if closer is not None and closer.tense == "past" and closer.close and not granted:
            return closer
    before = range(begins - 1, max(-1, begins - 1 - REACH), -1)
    near = [words[place] for place in before[:10] if not words[place].isspace()]
    near = near[2:] if near[:2] == ["least", "at"] else near  # "through at least Thursday"
    first = near[0].lower() if near else ""
    opening = near[1].lower() if first == "on" and near[1:] else first  # "starting on Monday"
    if first == "out" and near[1:] and near[1] in _RELEASED:
        return Clause("future", near[0], close=True)  # "the musical (out Nov. 22)"
    stands = next((word for word in near if word.lower() not in _BETWEEN), "")
    if stands.lower() in _STANDS:
        return Clause("future", stands, close=True, plain=True)  # "The final is on Thursday"
    is_back = first in {"in", "on"} and near[1:] and near[1].lower() == "back"
    if is_back and "".join(near[2:3]).lower() not in _COMES_BACK:
        return Clause("past", near[1], close=True)  # "if back in March we had"
    if first == "on" and near[1:] and near[1].lower() in _RELATING:
        own = _first(words, range(ends, min(len(words), ends + CLOSE)))
        if own is not None and own.tense == "past":
            return own  # "a town which on Friday he called the best"
    if opening in listed("saying"):
        return Clause("past", opening)  # "blocked the plan to pay, ruling Wednesday that it"
    if clause := _first(words, before):
        if first in _TILL and clause.tense == "past" and _lasts(words, before, clause.cue):
            return Clause("future", near[0], plain=True)
        if first in _HOLDS and clause.tense == "past":
            clause = clause._replace(close=False)  # "appointments made through July 7"
        if first in _UP_TO and clause.cue.lower() in _GRANTS:
            return Clause("future", near[0], plain=True)
        begins_then = opening in _OPENING
        return clause._replace(plain=clause.plain or begins_then)
    for one, other in pairwise(reversed(near)):
        if other == "close" and one.lower() in _CLOSING:
            return Clause("future", other, close=True, plain=True)  # "Polls close at 8 p.m."
    likely = [word for word in near if word in _CHANCE]  # but "after the Australian Open in May"
    if opening in _OPENING or likely:
        return Clause("future", likely[0] if likely else opening, plain=not likely)
    is_first = _FIRST.fullmatch("".join(words[:part])) and words[ends : ends + 1] != [":"]
    reach = _ROOM if is_first else REACH
    after = _first(words, range(ends, _until_said(words, ends, min(len(words), ends + reach))))
    if after is None:
        stays = first in _HOLDS  # "It stays shut until Friday"
        return Clause("future", near[0], plain=True) if stays else Clause("unclear")
    cue = after.cue.lower()
    is_day = any(word[:1].isdigit() or word in _holidays() for word in words[part:ends])
    heads = is_day or (after.tense == "past" and words[ends : ends + 1] == [","])
    is_own = is_first and heads and cue in cues() and cue not in _SPEECH
    is_own = is_own or (is_first and is_day and words[ends : ends + 3] == [",", " ", "when"])
    return after._replace(close=bool(is_own), plain=bool(is_first) and cue in WILL)
