"""Where what was said begins and ends: in come a sentence and a cue, out come tokens of it.

It is its own file because `attribution` decides who says something, and this only how far it goes.
"""

from __future__ import annotations

import re

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    PAST,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBJECTS,
    TIMES,
    cue_classes,
)
from onix.reading.grammar.phrases import Sentence
from onix.reading.grammar.plurals import DOCUMENTS
from onix.reading.grammar.sentence_words import Tokens
from onix.reading.grammar.verbs import Verb

OPENERS = frozenset(
    {"when", "while", "after", "before", "as", "although", "though", "because", "since", "once"}
    | {"if", "unless"}
)
QUESTIONS = frozenset({"what", "how", "why", "whether", "when", "where", "who", "that"})
# "never said |sorry| for rain", "said |so|", "suggested |otherwise|"
_NO_WORDS = frozenset({"goodbye", "sorry", "hello", "farewell", "so", "otherwise", "yes"})
PLACED = frozenset({"outside", "inside", "there", "here", "later", "afterward", "afterwards"})
PLACED |= {"beforehand", "separately"}

_NAMED = frozenset({"named", "identified", "quoted"})
_FREE = frozenset({"allowed", "authorised", "authorized", "cleared", "permitted"})
_WHETHER = frozenset({"if", "whether"})
# What somebody says it on or in, so near behind "on".
_AIRED = frozenset({"broadcast", "edition", "episode", "appearance", "telecast"})
_AIRED_WITHIN = 4
_MONTHS = frozenset(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
)
_WORDED = frozenset({"caption", "comment", "line", "message", "note", "remark", "words"})
_WORDED_WITHIN = 8  # tokens
OWNERS = ("’s", "'s", "s’", "s'")
_WHILE = re.compile(
    r"(?:within |in |for )?(?:(?:just|only|a|an|few|several|some|many|of|another|more|than|two"
    r"|three|four|five|six|ten|\d+) )*(?:second|minute|hour|day|week|month|year|decade)s?"
    r"(?: (?:ago|later|earlier|afterwards|(?:before|after) .+))? ?[.!?]?"
)
_LONGEST_PLACE = 14  # words
_LONGEST_DESCRIPTION = 24  # words
_FOUND = frozenset({"find", "finds", "finding", "found"})
_FOUND_WITHIN = 14  # tokens
_DASHES = frozenset({"—", "–"})
# "said that night |that| it was over", "What she said that June |was| that it held"
_BEHIND_TIME = frozenset({"that", "was", "is"})
_BEHIND_MANNER = frozenset({"", ".", ",", ";", ":", "that"})
_GLOSSES = _DASHES | {"which"}
_DOUBTS = frozenset({"although", "though"})
_MODALS = frozenset({"can", "could", "may", "might", "will", "would"})
_GOES_ON = frozenset({"and", "because", "if", "or", "that", "until", "unless", "where"})
_MEANWHILE = frozenset({"as", "when", "while", "before", "after"})


def rest_is_light(sentence: Sentence, index: int) -> int:
    """Step over times and phrases such as "in a statement"; give the first token behind them."""
    while index < len(sentence):
        word = sentence.words[index]
        if sentence.is_marked(index) or word in BREAKS or word == "that":
            return index
        if is_manner(sentence, index):
            index += 1
        elif word in PREPOSITIONS or word in TIMES or word in ADVERBS:
            index += 1
            while (
                index < len(sentence)
                and not sentence.is_marked(index)
                and sentence.words[index] not in BREAKS
                and sentence.words[index] not in SUBJECTS - DETERMINERS
                and (sentence.words[index] not in STOPS or _is_of_that(sentence, index))
            ):
                index += 1
        elif word in (".", "!", "?", "as", "when", "while", "before", "after"):
            return len(sentence)
        else:
            return index
    return index


def is_manner(sentence: Sentence, index: int) -> bool:
    """Does a word only tell how something was said: "said |flatly|", "said |quietly| that"?"""
    manner = index < len(sentence) and sentence.ends_like_adverb(index)
    return manner and sentence.word(index + 1) in _BEHIND_MANNER


def _is_of_that(sentence: Sentence, index: int) -> bool:
    """Is it that one, and opens no clause: "in a report of |that| autumn", "|that| June that"?"""
    if sentence.words[index] != "that":
        return False
    timed = sentence.word(index + 1) in TIMES and sentence.word(index + 2) in _BEHIND_TIME
    return timed or sentence.words[index - 1] in ("of", "from")


def says(sentence: Sentence, index: int) -> bool:
    """Can what follows a verb of saying be what was said?"""
    word = sentence.word(index)
    if word in _NO_WORDS or word in ("", ".", ";", ")", "to", "by", "for", "as", "under"):
        return False
    return word != "," or sentence.is_marked(index + 1) or sentence.word(index + 1) in PREPOSITIONS


def is_when(sentence: Sentence, index: int) -> bool:
    """Is all that follows how much time went by: "hit back |hours later|", "|within minutes|"?"""
    return _WHILE.fullmatch(" ".join(sentence.words[index:])) is not None


def governs(sentence: Sentence, verb: Verb, index: int) -> bool:
    """Does a verb that is not one of saying govern words that count as reported?"""
    word = sentence.word(index)
    if word in BREAKS or word in ("", ".", "?", "!", "otherwise"):
        return False
    classes = verb.classes
    if "intend" in classes and word == "to":
        return True
    if "think" in classes and (
        word == "that" or word in SUBJECTS or sentence.is_name(index) or word in QUESTIONS
    ):
        return True
    if "show" in classes:
        nouns = sentence.words[verb.subject[0] : verb.subject[1] + 1] if verb.subject else []
        marked = sentence.marked_soon(index, within=_FOUND_WITHIN) is not None
        found = sentence.words[verb.index] in _FOUND and nouns not in ([], ["you"], ["we"])
        if word == "that" and marked and found:
            return True  # "the judge found |that the town had “ample warning”"
        if not DOCUMENTS.isdisjoint(nouns):
            return True
    if "judge" in classes:
        return (word not in PREPOSITIONS or word in ("for", "on")) and (
            word not in STOPS or word in QUESTIONS
        )
    return False


def content_start(sentence: Sentence, index: int) -> int:
    """Step over "on Monday", "in a statement", "to reporters" up to what was said."""
    opener = sentence.word(index)
    if is_manner(sentence, index):
        return content_start(sentence, index + 1)
    if (worded := _worded(sentence, index)) is not None:
        return worded
    light = opener in PREPOSITIONS or opener in TIMES or opener in PLACED | {","}
    for k in range(index, min(len(sentence), index + 24)):
        word = sentence.words[k]
        if word == "that" and k > index and (_is_of_that(sentence, k) or _is_relative(sentence, k)):
            continue
        if word == "that" and k > index and sentence.words[k - 1] in COORDINATORS:
            break  # "said Monday |it was over and that| she left"
        if sentence.is_marked(k) or word == "that":
            if k == index or light:
                return k
            break
        if word == ":":  # not "she said |Ruiz had told her|: “…”"
            return k + 1 if sentence.clause(index) is None else index
        clause = word in SUBJECTS - DETERMINERS or (word in BREAKS and k > index)
        if clause and opener == "in" and word not in BREAKS and sentence.words[k - 1] in DOCUMENTS:
            return k  # "said in an email |it feared for 400 jobs|"
        if clause and not (word == "," and sentence.is_marked(k + 1)):
            break
    while (
        sentence.word(index) in TIMES
        or (sentence.word(index).isdigit() and sentence.word(index - 1)[:3] in _MONTHS)
        or (
            sentence.word(index) in ("on", "last", "late", "early", "this")
            and sentence.word(index + 1) in TIMES
        )
    ):
        index += 1
    return index


def _worded(sentence: Sentence, index: int) -> int | None:
    """Give the quotation that something was sent with: "posted it with the words |“…”|"."""
    for k in range(index, min(len(sentence) - 3, index + _WORDED_WITHIN)):
        if sentence.words[k : k + 2] == ["with", "the"] and sentence.words[k + 2] in _WORDED:
            marked = k + 3 + (sentence.words[k + 3] == ":")
            return marked if sentence.is_marked(marked) else None
    return None


def _is_relative(sentence: Sentence, that: int) -> bool:
    """Does "that" tell of the noun before: "warned of floods |that| may come"?"""
    verb, before = that + 1, sentence.word(that - 1)
    if before in TIMES or not before.isalpha() or sentence.is_name(that - 1):
        return False
    governs = sentence.word(verb + 1) in DETERMINERS | PREPOSITIONS
    return sentence.word(verb) in AUXILIARIES | PAST or (
        sentence.word(verb).endswith("ed") and governs
    )


def content_end(sentence: Sentence, begin: int, last: int) -> int:
    """End a full quotation with its mark; cut off a tail that names another source."""
    if sentence.is_marked(begin):
        end = begin
        while end < last:
            if sentence.is_marked(end + 1):
                end += 1
            elif sentence.words[end + 1] in ("and", ",", "or") and sentence.is_marked(end + 2):
                end += 2
            else:
                break
        if sentence.word(end + 1) in BREAKS | {"", ".", "according"}:
            return end
        behind = end + 2
        joined = sentence.word(end + 1) in COORDINATORS
        if joined and behind < len(sentence) and sentence.looks_finite(behind):
            return end  # "called it “a disgrace” and |demanded an apology"
        if sentence.word(end + 1) in _MEANWHILE and sentence.clause(behind) is not None:
            return end  # "muttered “unbelievable” |as he left"
    for k in range(begin, last):
        # not "… said that, according to X, it rained", but "… promised a pier, according to X"
        apart = k > begin + 2 or (k > begin + 1 and sentence.words[begin] != "that")
        if apart and sentence.words[k] == "according" and sentence.words[k + 1] == "to":
            return k - 1
        if apart and _is_where_said(sentence, k, last):
            return k - 1
        if sentence.words[k] in _GLOSSES and k > begin + 1 and _is_gloss(sentence, k, last):
            return k - 1
    return last


def _is_gloss(sentence: Sentence, first: int, last: int) -> bool:
    """Does whoever writes explain or doubt what was said: "call it a “loan” |– his word|"?

    Or: "called it “sold,” |which took years|", "says it was sold – |though nobody paid|".
    """
    word, behind = sentence.words[first], sentence.word(first + 1)
    marked = sentence.is_marked(first - 1 - (sentence.words[first - 1] == ","))
    if word == "which":
        more = any(map(sentence.is_marked, range(first, last + 1)))
        return marked and not more and behind not in _MODALS
    if not _DASHES.isdisjoint(sentence.words[first + 1 : last + 1]):
        return False
    inserted = sentence.words[first - 2] in _DASHES  # "– “Lend it” – and …"
    goes_on = behind in _GOES_ON or sentence.is_marked(first + 1)
    return behind in _DOUBTS or (marked and not (inserted or goes_on))


def _is_where_said(sentence: Sentence, first: int, last: int) -> bool:
    """Does the rest only tell where it was said: "… on Friday’s broadcast of Larch’s “Noon”"?"""
    if sentence.words[first] not in ("on", "during", "in"):
        return False
    rest = sentence.words[first + 1 : last + 1]
    if _AIRED.isdisjoint(rest[:_AIRED_WITHIN]) or len(rest) > _LONGEST_PLACE:
        return False
    return not any(
        word in BREAKS | RELATIVES | SUBJECTS - DETERMINERS or sentence.looks_finite(first + 1 + k)
        for k, word in enumerate(rest)
        if not sentence.is_name(first + 1 + k)
    )


def to_dash(sentence: Sentence, verb: Verb, begin: int, last: int) -> int:
    """End what is told between dashes with them: "a friend – I won’t say |who| – tells me"."""
    opened = [word for word in sentence.words[: verb.first] if word in _DASHES]
    if len(opened) % 2 == 0:
        return last
    for dash in range(begin + 1, last):
        if sentence.words[dash] == opened[-1]:
            finite = sentence.looks_finite(dash + 1) and not sentence.is_name(dash + 1)
            return dash - 1 if finite else last
    return last


def has_finite(sentence: Sentence, end: int, begin: int = 0) -> bool:
    """May one of the tokens from `begin` to before `end` be a verb with a tense?

    An owner is none, nor what is owned: "at |day’s| end", "|Lund’s boss|".
    """
    return any(
        sentence.looks_finite(k)
        and not sentence.words[k].endswith(OWNERS)
        and not (k > begin and sentence.words[k - 1].endswith(OWNERS))
        for k in range(begin, end)
    )


def main_clause(sentence: Sentence, begin: int, last: int) -> tuple[int, Tokens] | None:
    """Give the token before the comma behind which the main clause begins, and its subject."""
    for end in range(begin, last):
        if sentence.words[end] == "," or sentence.is_marked(end):
            after = end + 1 + (sentence.word(end + 1) in COORDINATORS)
            subject = sentence.clause(after)
            if subject is not None:
                return end - (sentence.words[end] == ","), subject
    return None


def reopened(sentence: Sentence, comma: int) -> int | None:
    """Give where a quotation goes on behind who says it: “…,” said Orr, who lost|, “…”."""
    if sentence.word(comma) != "," or sentence.is_marked(comma + 1):
        return None
    for k in range(comma + 1, min(len(sentence), comma + _LONGEST_DESCRIPTION)):
        if sentence.is_marked(k):
            return k - 1 if sentence.words[k - 1] == "," else None
        speaks = cue_classes().get(sentence.words[k], frozenset()) & {"say", "tell", "name"}
        if speaks and not sentence.is_name(k):
            return None  # “…,” said Orr, adding, “…”
    return None


def only_asked(sentence: Sentence, verb: Verb) -> bool:
    """Is it only asked whether: "Asked if she had |told| him", "to say whether it |backs| him"?

    Or that they should not be named: "who did not |want| to be named"; or is it nothing they were
    free to say: "not authorised to |discuss| it", or a quarrel: "was |arguing| with a gull"?
    """
    behind = verb.behind
    if sentence.word(verb.index - 1) == "to" and (sentence.word(verb.index - 2) in _FREE):
        return True
    if sentence.words[verb.index].startswith("argu") and sentence.word(behind) == "with":
        return "that" not in sentence.words[behind:]
    if sentence.words[behind : behind + 2] == ["to", "be"] and sentence.word(behind + 2) in _NAMED:
        return True
    if sentence.words[max(0, verb.index - 2) : verb.index + 1] == ["if", "you", "ask"]:
        return True
    if sentence.words[0] == "asked" and verb.index > 0:
        before = sentence.words[: verb.index]
        what = sentence.words[1] in QUESTIONS and sentence.marked_soon(behind, within=2) is None
        return "," not in before and (what or not _WHETHER.isdisjoint(before[:3]))
    subject = verb.subject
    return (
        subject is not None
        and "say" not in verb.classes
        and sentence.word(subject[0] - 1) == "whether"
    )
