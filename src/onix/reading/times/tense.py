"""Whether the words around a date look ahead or back: tense, from simple cues in the clause.

In come the pieces of a sentence and where the date stands, out comes the tense and the word that
tells it. There is no parser here: the nearest cue before the date decides, else the nearest after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from onix.reading.times import headings
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
def _listed(section: str) -> frozenset[str]:
    return frozenset(word for entry in sections("tense")[section] for word in entry.split())


@cache
def _weekdays() -> frozenset[str]:
    names = (*sections("times")["weekday"], *sections("times")["weekday_short"])
    return frozenset(word for entry in names for word in entry.split(" = ")[0].split())


@cache
def _holidays() -> frozenset[str]:
    return frozenset(entry.partition(" = ")[0] for entry in sections("times")["holiday"])


@cache
def _telling() -> frozenset[str]:
    listed = _listed("offer") | _listed("put_off") | _cues().keys()
    listed |= _listed("progressive") | _listed("fixtures")
    return frozenset(listed | {"is", "are", "take", "takes", "get", "gets"})


@cache
def _towards() -> re.Pattern[str]:
    words = "|".join(re.escape(entry) for entry in sections("tense")["towards"])
    return re.compile(rf"\b(?:{words}) (?:the )?$", re.IGNORECASE)


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
REACH = 40
_ROOM = 60  # pieces either way that anything below looks at
_PERFECT = 16  # pieces: "had received the letter from her on"
_BEING = {"be", "is", "are", "am", "being"}  # "is heard", "will be paid": no past
_BASE_AFTER = {"to", "will", "ll", "would", "can", "could", "may", "might", "must", "should"}
_STANDS = {"is", "are", "'s", "’s"}
_WILL = {"will", "ll", "shall"}
_MODAL = {"should", "may"}
_TO_COME = {"to", "will", "ll"}
_STANDING = {"is", "are", "s", "re"}  # "is hosting", "they're facing"
_PRESENT = _WILL | _STANDING  # "is widely expected", "they're due", "will meet"
_CONDITION = {"if", "unless"}
_WOULD = {"would", "wouldn"}
_SENTENCE = 30  # pieces: "would" stands so near to the "if" that goes with it
_LIKELY_ONES = {"voter", "voters"}
_BETWEEN = {"on", "at", "for", "again", "not", "due", "only", "in", "the"}
_ON = {"on", "in"}
_COMES = {"approaches", "nears", "looms"}  # "as November approaches"
_TAKEN = {"place", "effect", "office", "part"}  # "It takes effect on Friday"
_OPENING = {"starting", "beginning", "effective"}  # "a summit starting Sunday"
_CLOSING = {"polls", "nominations", "applications", "entries", "bids", "stores", "banks"}
_CHANCE = {
    "chance",
    "forecast",
    "Forecast",
    "open",
}  # "a chance of rain on Thursday", "Polls open Tuesday"
_UP_TO = {"until", "till", "by", "through"}
_UNTIL = {"until", "till", "to", "through"}
_BEFORE_DUE = {
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "s",
    "re",
    "m",
    "not",
    "now",
    "also",
}
_BEFORE_DUE |= {"still", "currently", "originally", "next", "already", "only", "which", "who"}
_TIMES = {"the", "next", "early", "late", "mid", "at", "a", "an", "this", "no", "noon", "midnight"}
_HOLDS = {"until", "till", "through"}
_GRANTS = {"has", "have", "'ve", "gave", "extended"}  # "has until Tuesday"
_TO = {"to", "until", "till", "into"}
_NO_VERBS = {"the", "a", "an", "his", "her", "their", "its", "this", "that", "be", "have"}
_NO_VERBS |= {"in", "on", "at"}  # "the price that she agreed to in April"
_PLAYERS = {"they", "we", "and", "who", "united", "city", "athletic"}
_NO_PLURAL = {"his", "its", "this", "is", "was", "has", "as", "us"}
_NO_OBJECTS = {"on", "in", "at", "of", "for", "was", "is", "were", "has", "had", "by", "from"}
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
_NAMES = {"May", "Will"}  # the month or somebody's name, unless the sentence begins with it
_PAST_OF = {"did", "didn"}  # "did not begin until May": the verb itself has no past form there


def _first(words: Sequence[str], places: range) -> Clause | None:
    telling = _telling()
    for away, place in enumerate(places):
        if words[place].lower() not in telling and not words[place].endswith("ed"):
            continue  # most words tell nothing
        plain = places.step < 0 and _is_plain(words, place)
        if _points_ahead(words, place, after_date=places.step > 0):
            held = words[place + 2].lower() in _HOLDS  # "was adjourned until Monday"
            return Clause("future", f"{words[place]} {words[place + 2]}", plain=plain or held)
        tense, is_listed = _told(words, place)
        if tense == "past" and places.step < 0 and _is_bidden(words, place, places.start + 1):
            return Clause("future", words[place])
        if tense is not None:
            if tense == "past" and _is_supposed(words, place):
                return Clause("unclear")  # "how it would fare if he won on Nov. 8"
            if tense == "past" and _is_perfect(words, place, places):
                return Clause(tense, words[place], close=True)
            # Any "-ed" may be an adjective, but not in "collapsed on 3 March".
            small = words[place].lower()
            stands_by = (away == 3 and words[places[1]] in _ON) or (away == 1 and small == "dated")
            return Clause(tense, words[place], away < CLOSE if is_listed else stands_by, plain)
    return None


def _is_supposed(words: Sequence[str], place: int) -> bool:
    """Is a past form one of what would be if something were so: "she would quit if he won"?"""
    if _CONDITION.isdisjoint(_words_before(words, place, 4)):
        return False
    return not _WOULD.isdisjoint(words[max(0, place - _SENTENCE) : place + _SENTENCE])


def _is_plain(words: Sequence[str], place: int) -> bool:
    """Is a word that looks ahead in the present: "will", "begins", "is widely expected", "if"?"""
    small = words[place].lower()
    before = _words_before(words, place, 2)
    if small in _CONDITION:
        return before[-1:] != ["as"]
    if words[place][0].isupper():
        return False  # "on 'Meet the Press' on Sunday"
    if small in {"preparing", "gearing", "bracing", "girding"}:
        return not _STANDING.isdisjoint(before)
    if small in _listed("progressive"):
        return False  # "She is campaigning Wednesday" may be of yesterday
    if small in _MODAL:  # "should arrive on Monday", but "should have"
        return "".join(words[place + 2 : place + 3]).lower() not in {"have", "ve"}
    present = small in _WILL or small.endswith("s") or small == "plan"
    return present or not _PRESENT.isdisjoint(before)


def _words_before(words: Sequence[str], place: int, count: int) -> list[str]:
    before = [word.lower() for word in words[max(0, place - 2 * count) : place]]
    return [word for word in before if not word.isspace()]


def _is_perfect(words: Sequence[str], place: int, places: range) -> bool:
    """Was it before something that was: "had received the letter |on| April 24"?"""
    before = [word.lower() for word in words[max(0, place - 4) : place] if not word.isspace()]
    beside = words[places.start - 1].lower() if places.step < 0 else ""
    return "had" in before and beside in _ON and places.start - place <= _PERFECT


def _is_bidden(words: Sequence[str], place: int, begins: int) -> bool:
    """Does a past form say what is to be done by a date: "moved to May", "told to leave by May"?"""
    small = words[place].lower()
    between = [word.lower() for word in words[place + 1 : begins] if not word.isspace()]
    if between[:1] == ["for"]:
        return False  # "asked for $1 billion to fight the virus in February"
    if small in _listed("moved") and between[-1:] and between[-1] in _TO:
        return _ahead(words, place) == "future"
    if small not in _listed("bidden"):
        return False
    if between[-1:] != ["by"] and words[begins].lower() in _weekdays():
        return False  # "The judge ordered him to pay on Monday": that is when
    to = between.index("to") if "to" in between else -1
    is_verb = 0 <= to < len(between) - 1 and between[to + 1] not in _NO_VERBS
    return is_verb or between[-1:] == ["by"]


def _points_ahead(words: Sequence[str], place: int, *, after_date: bool) -> bool:
    """Does a word look ahead by what follows it ("a plan to", "delayed until", "is to")?"""
    small, follows = words[place].lower(), "".join(words[place + 1 : place + 3]).strip()
    if small in _listed("offer"):  # but "In August it agreed to hear him", "agreed to in August"
        governed = "".join(words[place + 4 : place + 5]).lower()
        return follows == "to" and governed not in _ON and not (after_date and small.endswith("ed"))
    if small in _listed("put_off"):
        then = "".join(words[place + 4 : place + 5])
        is_verb = follows == "to" and then.islower() and then not in _TIMES  # "runs to put it out"
        return follows in _UNTIL and not is_verb
    return small in {"is", "are"} and follows == "to"


def _told(words: Sequence[str], place: int) -> tuple[Tense | None, bool]:
    """Give what a word tells of what stands beside it, if anything, and whether it is listed."""
    small, before = words[place].lower(), words[place - 2].lower() if place > 1 else ""
    tense = None if place and words[place] in _NAMES else _cues().get(small)
    is_listed = tense is not None
    if not is_listed and len(small) > 3 and small.endswith("ed") and words[place][0].islower():
        # "a contested convention", "his long-awaited return" tell nothing.
        joined = place > 0 and words[place - 1] == "-"
        tense = None if joined or before in _listed("determiner") else "past"
    if small in _listed("progressive"):
        return ("future" if before in _STANDING else None), True
    if small in _listed("fixtures"):
        return ("future" if _is_fixture(words, place) else None), True
    if small in {"get", "gets"} and "".join(words[place + 2 : place + 3]) in {"underway", "under"}:
        return "future", True
    if small in {"take", "takes"} and "".join(words[place + 2 : place + 3]) in _TAKEN:
        return _ahead(words, place), True
    if tense == "future" and small == "set" and "".join(words[place + 2 : place + 3]) in _ON:
        return "past", True  # "a record set on Sept. 16"
    if tense == "future" and small == "could" and _is_denied(words, place):
        return "past", True  # "could not be reached", "neither could be reached"
    if small == "due" and words[place + 1 : place + 3] == [" ", "to"] and _is_cause(before):
        return None, False  # "a collapse due to cardiac arrest on Monday"
    if small == "likely" and "".join(words[place + 2 : place + 3]) in _LIKELY_ONES:
        return None, False  # "a poll of likely voters taken Thursday"
    if tense == "future":
        return _ahead(words, place), True
    if tense == "past" and before in _listed("staying"):
        return None, True  # "will remain closed": the word before tells
    if tense == "past" and before in _BEING:
        to_be = before == "be" and words[place - 4 : place - 3] == ["to"]
        return ("future" if to_be else None), True  # "to be released"; else the word before tells
    if before in _BASE_AFTER and tense == "past" and (small != "have" or before in _TO_COME):
        return None, True  # "would put", "will have": no past form; but "would have"
    return None if tense == "unclear" else tense, is_listed


def _is_cause(before: str) -> bool:
    """Does "due to" say why, by the word before it: none that stands before "due to speak"?"""
    return before.isalpha() and before not in _BEFORE_DUE


def _is_fixture(words: Sequence[str], place: int) -> bool:
    """Is it a verb with an object: "Rovers face Celtic on Friday", "they play their last game"?"""
    before = words[place - 2] if place > 1 and words[place - 1] == " " else ""
    object_ = "".join(words[place + 2 : place + 3])
    plural = before.endswith("s") and before.lower() not in _NO_PLURAL
    takes = object_.isalpha() and object_.lower() not in _NO_OBJECTS
    return (plural or before.lower() in _PLAYERS) and takes and words[place].islower()


def _is_denied(words: Sequence[str], place: int) -> bool:
    before = words[max(0, place - REACH) : place]
    return words[place + 2 : place + 3] == ["not"] or any(w.lower() in _NONE for w in before)


def _ahead(words: Sequence[str], place: int) -> Tense:
    """Give past for "did not begin", unclear for "had planned", else the future."""
    before = [word.lower() for word in words[max(0, place - 6) : place] if not word.isspace()]
    planned = before[-1:] == ["had"] and words[place].endswith("ed")
    if planned or before[-2:] == ["had", "been"]:
        return "unclear"
    governs = words[place + 1 : place + 3] == [" ", "to"]  # "did not plan to remove it on Friday"
    return "past" if not governs and any(word in _PAST_OF for word in before[-4:]) else "future"


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
    last = next((n for n in range(ends, end) if words[n] == ";"), end)
    if (first, last) != (start, end):
        clause = _tense_in(words[first:last], begins - first, ends - first)
        if clause.tense != "unclear":
            return clause
    clause = _tense_in(words[start:end], begins - start, ends - start)
    if clause.tense != "future" and headings.is_next(words, begins):
        return Clause("future", "next", plain=True)
    if clause.tense != "future" and headings.is_heading(words):
        cue = headings.looks_ahead(words, begins, is_past=clause.tense == "past")
        return Clause("future", cue, plain=True) if cue else clause
    return clause


def _tense_in(words: Sequence[str], begins: int, ends: int) -> Clause:
    begins = _before(words, begins, _HOUR)
    if towards := _towards().search("".join(words[max(0, begins - 8) : begins])):
        return Clause("future", towards[0].strip(), close=True, plain=True)
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
    stands = next((word for word in near if word.lower() not in _BETWEEN), "")
    if stands.lower() in _STANDS:
        return Clause("future", stands, close=True, plain=True)  # "The final is on Thursday"
    if opening in _listed("saying"):
        return Clause("past", opening)  # "blocked the plan to pay, ruling Wednesday that it"
    if clause := _first(words, before):
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
    after = _first(words, range(ends, min(len(words), ends + reach)))
    if after is None:
        stays = first in _HOLDS  # "It stays shut until Friday"
        return Clause("future", near[0], plain=True) if stays else Clause("unclear")
    cue = after.cue.lower()
    is_day = any(word[:1].isdigit() or word in _holidays() for word in words[part:ends])
    is_own = is_first and is_day and cue in _cues() and cue not in _SPEECH
    return after._replace(close=bool(is_own), plain=bool(is_first) and cue in _WILL)
