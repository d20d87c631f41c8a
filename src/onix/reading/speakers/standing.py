"""How a name stands in its sentence: a place in a text in, whether it is the subject, governed out.

It is its own file because nobody is chosen here, and no tree is made: the words on both sides tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.reading.grammar.function_words import AUXILIARIES, PREPOSITIONS, cue_classes
from onix.reading.grammar.quotemarks import MASK
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, words_of

_PAST = frozenset(sections("grammar")["past"])
_VERB = (
    r"(?:(?:[a-z]+ly|also|then|now|still|again|later|once|never|often|always|himself|herself)\s+)?"
    r"([a-z’']+)"
)
_ADVERB = rf"\s+{_VERB}"
# What says more of whose name it is: "Ann Lee |(D-Ohio)| said", "Ann Lee |of Ohio|, who left, said"
_PLACED = re.compile(
    r"\s\([^()\n]{1,24}\)|\s(?:of|from)\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?=,|\s[a-z])"
)
# "Ann Lee |— who left long ago — |said"
# "Ann Lee |on Friday| said", "Ann Lee |earlier this week| said"
_WHEN = re.compile(
    r"\s(?:(?:on|late|early)\s){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:\s(?:morning|afternoon|evening|night))?(?=\s)"
    r"|\s(?:yesterday|today|tonight|(?:earlier\s|later\s)?(?:this|last)\s"
    r"(?:week|month|year|night|morning|afternoon|evening|spring|summer|fall|autumn|winter))(?=\s)"
)
_BETWEEN_DASHES = re.compile(rf"\s?[—–]\s?[^.;:!?\n\x01—–]{{3,120}}[^\s—–]\s?[—–]\s?{_VERB}")
_NEXT = re.compile(rf",?{_ADVERB}")
_BEHIND_INSERTION = re.compile(rf",[^,.;:!?\n\x01]{{1,140}},{_ADVERB}")
# "Ann Lee, who served under Mr. Roe’s father, Odd Roe, |ticked| through it"
_INSERTED = re.compile(r",\s(?:who|whose|an?|the|\d{1,3})\b[^;:!?\n\x01“”]{1,200}")
_BEHIND_COMMA = re.compile(rf",{_ADVERB}")
_SAID = re.compile(r"(?:\x01|,)\s([a-z]+)\s(?:[\w’'.-]+\s){0,4}\Z")
# "Odd Lund, |whose sister |Ann Lee runs the mill, left": the sentence is not about her.
_WHOSE = re.compile(r"\bwhose (?:[a-z-]+ ){1,3}\Z")
_LETTERS = re.compile(r"\b[^\W\d_]")
_INNER = frozenset({"the", "former"})  # may stand between a preposition and a name
# What may stand between the beginning of a clause and the name it is about.
_OPENING = re.compile(
    r"\s*(?:[A-Z][\w ’']{0,30},\s+)?(?:(?:But|And|Yet|Then)\s+)?"
    r"(?:(?!(?:That|When|While|If|After|Before|As|Because|Since|Although|Though|With|For|In|On|By|To|"
    r"At|Of|From|Like|Unlike)\s)(?:[A-Z][\w.’'-]*|[Tt]he|[Ff]ormer|\d+-year-old)\s+){0,4}"
)
# "|A geologist at the university, Professor |Ann Lee", "|Its head, retired teacher |Ann Lee"
_APPOSED = re.compile(
    r"\s*(?:An?|The|His|Her|Its|Their|One|Another)\s([^,.;:\x01]+),\s"
    r"((?:[a-z-]+\s){0,3})(?:[A-Z][\w.]*\s){0,2}"
)
_AS_FOR = re.compile(r"\s*(?:(?:And|But)\s)?[Aa]s\sfor\s(?:the\s)?(?:[A-Za-z][a-z]*\.?\s){0,3}")
_OPENS_WITHIN = 70
_TITLE = 4  # words in small letters
_NO_TITLE = PREPOSITIONS | AUXILIARIES | _PAST | {"that", "and", "but", "or"}


def is_subject(masked: str, start: int, end: int) -> bool:
    """Does a verb follow a name, also behind an insertion, or one of saying stand before it?"""
    if _WHOSE.search(masked, max(0, start - _OPENS_WITHIN), start):
        return False
    placed = _PLACED.match(masked, end)
    end = end if placed is None else placed.end()
    when = _WHEN.match(masked, end)
    end = end if when is None else when.end()
    behind = (
        _NEXT.match(masked, end),
        _BEHIND_INSERTION.match(masked, end),
        _BETWEEN_DASHES.match(masked, end),
    )
    if any(word is not None and _may_be_verb(word.group(1)) for word in behind):
        return True
    inserted = _INSERTED.match(masked, end)
    if inserted is not None and any(
        _is_surely_past(word.group(1))
        for word in _BEHIND_COMMA.finditer(masked, end + 2, inserted.end())
    ):
        return True
    return is_said_by(masked, start)


def is_topic(masked: str, begin: int, start: int, end: int) -> bool:
    """Does a sentence say first whom it is about: "As for |Ann Lee|, she left"?"""
    return masked.startswith(",", end) and _AS_FOR.fullmatch(masked, begin, start) is not None


def is_said_by(masked: str, start: int) -> bool:
    """Does a quotation and a verb of saying stand before a name: "“…,” said |Ann Lee|"?"""
    verb = _SAID.search(masked, max(0, start - _OPENS_WITHIN), start)
    known = cue_classes().get(verb.group(1), frozenset()) if verb is not None else frozenset()
    return "say" in known and "tell" not in known


def is_governed(masked: str, begin: int, start: int) -> bool:
    """Does a preposition stand before a name: "for the former minister |Ann Lee|"?

    Args:
        begin: Where its sentence begins.
    """
    words = masked[max(begin, start - 60) : start].rpartition("\n")[2].split()
    for word in words[:-5:-1]:
        if word.lower() in PREPOSITIONS:
            return True
        # "… in the White House, |Ann Lee| frowned": the preposition governs what stands before.
        if not (word[0].isupper() or word in _INNER) or (word[0].isupper() and word[-1] == ","):
            break
    return False


def opens_clause(masked: str, begin: int, start: int) -> bool:
    """Does a name open its sentence, from `begin` on, or what is behind a quotation in it?"""
    behind = masked.rfind(MASK, begin, start) + 1
    # "When he said “no”, |Ann Lee| left"
    apart = masked.startswith(", ", behind) and masked[behind + 2 : behind + 3].isupper()
    begin = max(begin, behind + apart)
    if start - begin >= _OPENS_WITHIN:
        return False
    apposed = _APPOSED.fullmatch(masked, begin, start)
    if apposed is not None and AUXILIARIES.isdisjoint(apposed[1].split()):
        is_what = apposed[2].split()
        if not is_what or nouns_in(is_what[-1]):
            return True
    if _OPENING.fullmatch(masked, begin, start) is not None:
        return True
    return _is_title(masked[begin:start].split())


def _may_be_verb(word: str) -> bool:
    if word == "according":
        return False
    return (
        word in AUXILIARIES
        or word in _PAST
        or word.endswith("ed")
        or (word.endswith("s") and word not in PREPOSITIONS and word != "as")
        or bool(cue_classes().get(word))
    )


def _is_surely_past(word: str) -> bool:
    return word in AUXILIARIES or word in _PAST or word.endswith("ed")


def _is_title(words: Sequence[str]) -> bool:
    """May words before a name be no more than what somebody is: "Lund campaign manager"?"""
    if not words or not (nouns_in(words[-1].lower()) or words[-1] in words_of("roles", "bodies")):
        return False
    if any(word[-1] == "," for word in words[:-1]):
        return False  # "Odd Lund, whose sister |Ann Lee| left"
    small = [word for word in words[1:-1] if word[0].islower()]
    return len(small) < _TITLE and all(
        word.isalpha() and word not in _NO_TITLE and not word.endswith("ed") for word in small
    )


def is_heading(words: str) -> bool:
    """Is this a line of title case without a stop, where anything looks like a name?"""
    if words[-1:] in '.!?,:;”"’\x01':
        return False
    found = _LETTERS.findall(words)
    return 2 * sum(map(str.isupper, found)) > len(found) > 3
