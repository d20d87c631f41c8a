"""What one word beside a date tells of tense: in come the pieces of a sentence and a place in it.

Out comes whether the word looks back or ahead, by its form, by what stands before it ("was to",
"did not") and by what it governs. Which word around a date is asked is the matter of tense.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from onix.reading.words import sections

Tense = Literal["past", "future", "unclear"]


REACH = 40
_PERFECT = 16  # pieces: "had received the letter from her on"
_BEING = {"be", "is", "are", "am", "being"}  # "is heard", "will be paid": no past
_BASE_AFTER = {"to", "will", "ll", "would", "can", "could", "may", "might", "must", "should"}
WILL = {"will", "ll", "shall"}
_MODAL = {"should", "may", "can"}
_TO_COME = {"to", "will", "ll"}
_STANDING = {"is", "are", "s", "re"}  # "is hosting", "they're facing"
_PRESENT = WILL | _STANDING | {"can"}  # "is widely expected", "they're due", "will meet"
_CONDITION = {"if", "unless"}
_WOULD = {"would", "wouldn"}
_SENTENCE = 30  # pieces: "would" stands so near to the "if" that goes with it
_LIKELY_ONES = {"voter", "voters"}
ON = {"on", "in"}
_TAKEN = {"place", "effect", "office", "part", "charge", "over"}  # "It takes effect on Friday"
_COMES = {"into", "out"}  # "It comes into force on Friday", "The book comes out on Friday"
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
_TO = {"to", "until", "till", "into"}
_NO_VERBS = {"the", "a", "an", "his", "her", "their", "its", "this", "that", "be", "have"}
_NO_VERBS |= {"in", "on", "at"}  # "the price that she agreed to in April"
_DEGREES = {"most", "least", "less", "very"}  # "one of its most scripted rituals"
_NOUNS = {"shot", "cut", "hit", "set", "put", "beat", "spread", "hurt", "read", "thought", "saw"}
_BEFORE_SET = {
    "record",
    "records",
    "mark",
    "was",
    "were",
    "been",
    "high",
    "low",
    "and",
    "he",
    "she",
}
_OWNED = {"faces", "ends", "returns", "turns", "visits", "travels", "hosts", "begins", "opens"}
_OF_SOMEBODY = {"his", "her", "its", "their", "our", "my", "the", "these", "those", "tax", "s"}
_KEEPS = {"keep", "keeps", "leave", "leaves"}
_LOOKING = {"look", "looks", "looking"}  # "We look forward to seeing him in July"
_PRESENT_FORMS = {"plan", "head", "please", "are"}
_RETURNS = {"election", "tax", "early", "partial", "final", "full", "complete"}
_BRACED = {"prepared", "braced", "readied"}
_SEEN_COMING = {"forecast", "possible"}
_NO_PLANS = {
    "have",
    "ve",
    "be",
    "hear",
    "see",
    "read",
    "watch",
    "find",
    "say",
    "tell",
    "only",
    "it",
}
_HEADS_FOR = {"to", "into", "for"}  # "Voters head to the polls Sunday"
_SET_OF = {"at", "of", "with", "from", "by"}  # "His set at the fair in June"
_RELATED = {"in", "on", "at", "to", "by", "after", "before", "during", "from"}
_SEVERAL = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens"}
_MAY = {"may", "might", "could", "must"}
# Present forms that may as well follow "to".
_BARE = {"begin", "expire", "meet", "reconvene", "reopen", "resume"}
_WAS = {"was", "were", "been", "had"}
_SET_UP, _SET_FOR = {"up", "off", "aside", "ablaze"}, {"to", "for", "until", "on"}
_PLAYERS = {"they", "we", "and", "who", "united", "city", "athletic"}
_NO_PLURAL = {"his", "its", "this", "is", "was", "has", "as", "us"}
_NO_OBJECTS = {"on", "in", "at", "of", "for", "was", "is", "were", "has", "had", "by", "from"}
_TITLES = {"meet", "face"}
_SOME = {"many", "several", "some", "few", "plenty", "no"}  # "has many plans for Easter"
_NONE = {"neither", "nor", "none", "nobody"}
_NAMES = {"May", "Will"}  # the month or somebody's name, unless the sentence begins with it
_PAST_OF = {"did", "didn"}  # "did not begin until May": the verb itself has no past form there


@cache
def cues() -> dict[str, Tense]:
    """Give the words that tell a tense by themselves."""
    lists = sections("tense")
    cues: dict[str, Tense] = {}
    for section, tense in (("ahead", "future"), ("back", "past"), ("not_back", "unclear")):
        for entry in lists[section]:
            cues.update(dict.fromkeys(entry.split(), tense))  # type: ignore[arg-type]  # a literal
    return cues


@cache
def listed(section: str) -> frozenset[str]:
    """Give the words of a section of the list of tense words."""
    return frozenset(word for entry in sections("tense")[section] for word in entry.split())


@cache
def _weekdays() -> frozenset[str]:
    names = (*sections("times")["weekday"], *sections("times")["weekday_short"])
    return frozenset(word for entry in names for word in entry.split(" = ")[0].split())


@cache
def telling_words() -> frozenset[str]:
    """Give the words that tell anything, besides those in "-ed"."""
    sections_of_them = ("offer", "put_off", "progressive", "fixtures", "leaving")
    words = cues().keys() | {word for section in sections_of_them for word in listed(section)}
    return frozenset(
        words
        | {
            "is",
            "are",
            "comes",
            "take",
            "takes",
            "get",
            "gets",
            "head",
            "return",
            "forward",
            *_SEEN_COMING,
        }
    )


def is_supposed(words: Sequence[str], place: int) -> bool:
    """Is a past form one of what would be if something were so: "she would quit if he won"?"""
    if _CONDITION.isdisjoint(_words_before(words, place, 4)):
        return False
    return not _WOULD.isdisjoint(words[max(0, place - _SENTENCE) : place + _SENTENCE])


def is_plain(words: Sequence[str], place: int) -> bool:
    """Is a word that looks ahead in the present: "will", "begins", "is widely expected", "if"?"""
    small = words[place].lower()
    before = _words_before(words, place, 2)
    if is_wont(words, place):
        return True
    if small in _CONDITION:
        return before[-1:] != ["as"]
    if words[place][0].isupper():
        return False  # "on 'Meet the Press' on Sunday"
    if small in {"preparing", "gearing", "bracing", "girding"}:
        return not _STANDING.isdisjoint(before)
    if small in listed("progressive"):
        return False  # "She is campaigning Wednesday" may be of yesterday
    if small in _MODAL:  # "should arrive on Monday", but "should have", "can hear on Monday's tape"
        return "".join(words[place + 2 : place + 3]).lower() not in _NO_PLANS
    present = small in WILL or small.endswith("s") or small in _PRESENT_FORMS
    return present or not _PRESENT.isdisjoint(before)


def is_fixed(words: Sequence[str], place: int, begins: int) -> bool:
    """Is a day of the week fixed for what several do: "The talks resume |on| Monday"?

    A day of the calendar may be one that a chronicle tells of in the present.
    """
    if words[place].lower() not in _BARE or words[begins].lower() not in _weekdays():
        return False
    before = "".join(_words_before(words, place, 1)[-1:])
    return before == "," or (before.endswith("s") and before not in _NO_PLURAL)


def _words_before(words: Sequence[str], place: int, count: int) -> list[str]:
    before = [word.lower() for word in words[max(0, place - 2 * count) : place]]
    return [word for word in before if not word.isspace()]


def is_perfect(words: Sequence[str], place: int, places: range) -> bool:
    """Was it before something that was: "had received the letter |on| April 24"?"""
    before = [word.lower() for word in words[max(0, place - 4) : place] if not word.isspace()]
    beside = words[places.start - 1].lower() if places.step < 0 else ""
    return "had" in before and beside in ON and places.start - place <= _PERFECT


def is_bidden(words: Sequence[str], place: int, begins: int) -> bool:
    """Does a past form say what is to be done by a date: "moved to May", "told to leave by May"?"""
    small = words[place].lower()
    between = [word.lower() for word in words[place + 1 : begins] if not word.isspace()]
    if between[:1] == ["for"]:
        return False  # "asked for $1 billion to fight the virus in February"
    if small in listed("moved") and between[-1:] and between[-1] in _TO:
        return _ahead(words, place) == "future"
    if small not in listed("bidden"):
        return False
    if between[-1:] != ["by"] and words[begins].lower() in _weekdays():
        return False  # "The judge ordered him to pay on Monday": that is when
    to = between.index("to") if "to" in between else -1
    is_verb = 0 <= to < len(between) - 1 and between[to + 1] not in _NO_VERBS
    return is_verb or between[-1:] == ["by"]


def is_governed(words: Sequence[str], place: int) -> bool:
    """Does "to" stand before a present form: "were allowed to begin", where "allowed" tells?"""
    small = words[place].lower()
    return small in _BARE and words[max(0, place - 2) : place] == ["to", " "]


def points_ahead(words: Sequence[str], place: int, *, after_date: bool) -> bool:
    """Does a word look ahead by what follows it ("a plan to", "delayed until", "is to")?"""
    small, follows = words[place].lower(), "".join(words[place + 1 : place + 3]).strip()
    if small in listed("offer"):  # but "In August it agreed to hear him", "agreed to in August"
        governed = "".join(words[place + 4 : place + 5]).lower()
        return follows == "to" and governed not in ON and not (after_date and small.endswith("ed"))
    if small in listed("put_off"):
        then = "".join(words[place + 4 : place + 5])
        is_verb = follows == "to" and then.islower() and then not in _TIMES  # "runs to put it out"
        return follows in _UNTIL and not is_verb
    return small in {"is", "are"} and follows == "to"


def is_wont(words: Sequence[str], place: int) -> bool:
    """Is it the "won" of "won't"?"""
    is_one = words[place].lower() == "won" and words[place + 2 : place + 3] == ["t"]
    return is_one and words[place + 1] in {"'", "’"}


def told(words: Sequence[str], place: int) -> tuple[Tense | None, bool]:
    """Give what a word tells of what stands beside it, if anything, and whether it is listed."""
    small, before = words[place].lower(), words[place - 2].lower() if place > 1 else ""
    if is_wont(words, place):
        return "future", True
    tense = None if place and words[place] in _NAMES else cues().get(small)
    is_listed = tense is not None
    if not is_listed and len(small) > 3 and small.endswith("ed") and words[place][0].islower():
        # "a contested convention", "his long-awaited return" tell nothing.
        joined = (place > 0 and words[place - 1] == "-") or before in _DEGREES
        joined = joined or (before in listed("determiner") and not _is_relative(words, place))
        tense = None if joined else "past"
    if small in listed("progressive"):
        return ("future" if before in _STANDING else None), True
    if small in listed("fixtures"):
        return ("future" if _is_fixture(words, place) else None), True
    if small in listed("leaving"):
        goes = "".join(words[place + 2 : place + 3]).lower()
        is_noun = before in listed("determiner")  # "They swept the leaves Saturday"
        return ("future" if goes in _weekdays() | {"on", "for"} and not is_noun else None), True
    if small == "comes" and "".join(words[place + 2 : place + 3]) in _COMES:
        return "future", True
    if small in {"get", "gets"} and "".join(words[place + 2 : place + 3]) in {"underway", "under"}:
        return "future", True
    if small in {"take", "takes"} and "".join(words[place + 2 : place + 3]) in _TAKEN:
        return _ahead(words, place), True
    after = "".join(words[place + 2 : place + 3]).lower()
    if small == "fed" and (words[place] == "Fed" or before == "the" or after == "funds"):
        return None, False  # "The Fed on Wednesday"
    if small in _NOUNS and before in listed("determiner"):
        return None, False  # "required to have a shot by July 1"
    if tense == "past" and before in {"get", "gets"}:
        return None, True  # "will get hit Monday"
    if tense == "past" and before in _CONDITION:
        return "future", True  # "if approved in May"
    if before in _OF_SOMEBODY and small in _OWNED:
        return None, False  # "in each other's faces Friday", "her visits in May"
    if small == "forward":
        return ("future" if before in _LOOKING else None), True
    if small == "head":
        return ("future" if before.endswith("s") and after in _HEADS_FOR else None), True
    if small in _BRACED and after == "for":  # "They prepared for more rain over the weekend"
        return "future", True
    if small == "returns" and before in _RETURNS:
        return None, False  # "Election returns on Tuesday showed"
    if small in _SEEN_COMING:  # "Rain was forecast for the weekend", "was possible over it"
        return ("future" if before in _STANDING | _WAS and after not in ON else None), True
    if small == "return":  # "Pupils return to class on Monday"; but "the return on Monday"
        is_verb = before.endswith("s") and before not in _OF_SOMEBODY | _NO_PLURAL
        return ("future" if is_verb and after in _HEADS_FOR | _weekdays() else None), True
    if small in _TITLES and words[place][0].isupper() and _is_title(words, place):
        return None, True  # "on 'Meet the Press' on Sunday"
    if small in {"has", "have"} and (after in listed("determiner") or after in _SOME):
        return None, False  # "The channel has the game on Sunday"
    if small == "set" and (after in _SET_UP or (before in _WAS and after not in _SET_FOR)):
        return "past", True  # "a record that was set Sunday"
    if small == "set" and after in _SET_OF and before not in _BEFORE_DUE:
        return None, False  # "his set at the fair in June was called off"
    if tense == "future" and small == "set" and after in ON:
        return ("past", True) if before in _BEFORE_SET else (None, False)  # "a record set on …"
    if tense == "future" and small == "could" and _is_denied(words, place):
        return "past", True  # "could not be reached", "neither could be reached"
    if small == "due" and words[place + 1 : place + 3] == [" ", "to"] and _is_cause(before):
        return None, False  # "a collapse due to cardiac arrest on Monday"
    if small == "likely" and "".join(words[place + 2 : place + 3]) in _LIKELY_ONES:
        return None, False  # "a poll of likely voters taken Thursday"
    if tense == "future" and _has_been(words, place):
        return "past", True
    if tense == "future":
        return _ahead(words, place), True
    kept = words[place - 4].lower() if place > 3 else ""
    if tense == "past" and (before in listed("staying") or kept in _KEEPS):
        return None, True  # "will remain closed", "keep prices raised": the word before tells
    if tense == "past" and before in _BEING:
        to_be = before == "be" and words[place - 4 : place - 3] == ["to"]
        if to_be and words[place - 6 : place - 5] == ["had"]:
            return "past", True  # "had to be evacuated Saturday"
        return ("future" if to_be else None), True  # "to be released"; else the word before tells
    if before in _BASE_AFTER and tense == "past" and (small != "have" or before in _TO_COME):
        return None, True  # "would put", "will have": no past form; but "would have"
    return None if tense == "unclear" else tense, is_listed


def _is_relative(words: Sequence[str], place: int) -> bool:
    """Is it the verb behind "that": "a fire that |killed| nine", and no "that contested vote"?"""
    after = "".join(words[place + 2 : place + 3])
    takes = after in _RELATED | _SEVERAL | listed("determiner") or after in {"him", "them", "it"}
    return words[place - 2].lower() == "that" and (
        takes or after[:1].isupper() or after[:1].isdigit()
    )


def _has_been(words: Sequence[str], place: int) -> bool:
    """Does "may" tell of what has been: "rain on Friday |may have played| a part"?"""
    behind = [word.lower() for word in words[place + 1 : place + 8] if not word.isspace()]
    if words[place].lower() not in _MAY or "have" not in behind[:2]:
        return False
    done = "".join(behind[behind.index("have") + 1 :][:1])
    return done.endswith(("ed", "en")) or cues().get(done) == "past"


def _is_title(words: Sequence[str], place: int) -> bool:
    """Do "the" and a name follow: "Meet the Press", "Face the Nation"?"""
    return words[place + 2 : place + 3] == ["the"] and "".join(words[place + 4 :][:1]).istitle()


def _is_cause(before: str) -> bool:
    """Does "due to" say why, by the word before it: none that stands before "due to speak"?"""
    return before.isalpha() and before not in _BEFORE_DUE


def _is_fixture(words: Sequence[str], place: int) -> bool:
    """Is it a verb with an object: "Rovers face Celtic on Friday", "they play their last game"?

    The name of a club may be no plural, "Tarn play Celtic"; but not in "saw Tarn play Celtic".
    """
    before = words[place - 2] if place > 1 and words[place - 1] == " " else ""
    object_ = "".join(words[place + 2 : place + 3])
    plural = before.endswith("s") and before.lower() not in _NO_PLURAL
    takes = object_.isalpha() and object_.lower() not in _NO_OBJECTS
    is_side = plural or before.lower() in _PLAYERS
    if not is_side and before[:1].isupper() and object_[:1].isupper():
        is_side = not "".join(words[place - 4 : place - 3] if place > 3 else []).islower()
    return is_side and takes and words[place].islower()


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
