"""What a clause of a source leaves open: a clause with its sentence in, where that stands out.

A word such as "may" leaves open what follows it, and no more: not what stands before it in the
same clause ("he let them study whether the rock might hold waste"), nor what stands behind a
conjunction or a closing quotation mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onix.model import Span
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
# "Could" of what somebody was able or free to do, or for what purpose: it leaves nothing open.
_ABLE_BEFORE = re.compile(
    r"\b(?:so\sthat|in\sorder\sthat|before|until|than|as\s(?:far|soon|long|much|well)\sas"
    r"|(?:so|as)\s\w+\sthat|enough\sthat|all|every\w*|any(?:one|body|thing)|no(?:body|thing)"
    r"|no\sone|only|how|told\b.{0,40}\bthat)\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\s?not\b|n[’']t\b|\s(?:see|hear|feel|smell|afford|remember|walk|speak|choose|read)\b"
    r"|\s(?:only|barely|hardly|scarcely|never|no\slonger|easily|finally|still|once)\b"
    r"|\sbe\s(?:seen|heard|felt|found|read|bought|reached|opened|used)\b"
    r"|\shave\s(?:an?|the|his|her|their|no)\b"
)
# What follows a word by which it leaves nothing open, and what has to follow that it does.
_SURE_BEFORE = {
    "could": _ABLE,
    "possible": re.compile(r"\sto\b"),
}
_SURE_BEHIND = {"could": _ABLE_BEFORE}
_SEEMING = re.compile(r"\s(?:to|that|as\sif|as\sthough|likely)\b")
_OF = re.compile(r"\s(?:of|that|about|over|among|has\sfallen|falls|fell)\b")
_OPEN_BEFORE = dict.fromkeys(("appear", "appears", "appeared"), _SEEMING) | dict.fromkeys(
    ("talk", "speculation", "suspicion", "rumour", "rumours", "rumor", "rumors", "allegation"), _OF
)
_PASSIVE = frozenset({"thought", "understood", "believed"})
_DENIED = frozenset({"accused", "suspected", "alleged"})
_NOT = re.compile(r"(?:\bnot|\bnever|\bneither|n[’']t|\bnobody\s\w+)\s(?:\w+\s)?$")
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|widely)\s(?:\w+ly\s)?$|[’']s\s$")
_AS_POSSIBLE = re.compile(r"\b(?:as\s\w+\sas|every\w*|any\w*|where\w*|not|if)\s(?:\w+\s)?$")
_OF_NUMBERS = frozenset({"perhaps", "maybe", "possibly", "probably"})
_NEXT = 8  # characters from such a word to its number
LEFT = re.compile(
    r"\b(?:is|are|was|were)\s(?:widely\s)?(?:said|rumou?red|reported|tipped|feared)\sto\b"
    r"|\b(?:is|are|was|were)\slikely\sto\s(?:be|have)\b|\bwidely\s(?:seen|regarded|viewed|expected|tipped)\b"
    r"|\btoo\s(?:early|soon)\sto\s(?:say|tell|know)(?:\s(?:whether|if))?"
    r"|\b(?:legend|rumou?r|tradition|folklore|gossip)\shas\sit\b"
    r"|\b(?:there\sis|there[’']s)\sa\s(?:story|tale|legend|rumou?r)\sthat\b|\bthe\sstory\sgoes\b",
    re.IGNORECASE,
)
# What is not known, decided or said stands behind "whether", or before "is undecided".
_UNKNOWN = re.compile(
    r"\bwhether\b(?!\s(?:to|or\snot)\b)"
    r"|(?:\bnot|n[’']t|\byet\sto|\bun\w+)\b.{0,30}\bwhether\sto\b"
    r"|(?:\bnot|n[’']t|\byet\sto)\s(?:yet\s)?(?:been\s)?"
    r"(?:confirm(?:ed)?\sthat|ruled?\sout|exclude[d]?|prove[nd]?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\bask(?:s|ed|ing)?\b.*\bwhether$", re.IGNORECASE)  # the answer is told
_UNDECIDED = re.compile(
    r"\b(?:is|are|was|were|remains?|remained)\s(?:still\s|yet\s)?"
    r"(?:undecided|open|unclear|unknown|uncertain|disputed)\W*$"
)
# Somebody's belief, and no more than that.
_BELIEF = re.compile(
    r"\b(?:believes?|thinks|reckons?|suspects|fears?|doubt(?:s|ed)|assumes?|presumes?)\b(?!\sin\b)"
)
# What is to come, as far as somebody wants it or counts on it, and whatever is to come.
_HOPED = re.compile(
    r"\bshould\b(?!\s(?:not\s)?have\b)|\bhop(?:es?|ed|ing)\sto\b|\bwould\s(?:like|rather|prefer)\b"
    r"|\b(?:wants?|wanted|wish(?:es|ed)?|stands?|inclined)\sto\b|\bthinking\s(?:of|about)\b"
    r"|\bconsider(?:s|ed)\s\w+ing\b|\bwhether\sto\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bwill\b|[’']ll\b|\b(?:is|are|was|were)\s(?:due\s|set\s|meant\s|supposed\s|asked\s)?to\b"
    r"|\b(?:plan(?:s|ned)?|intend(?:s|ed)?|means?|meant|aim(?:s|ed)?|offered|promised|asked)\sto\b"
    r"|\b(?:said|says|announced|promised|told|warned)\b.{0,60}\bwould\b",
    re.IGNORECASE,
)
_UNLESS_SO = re.compile(
    r"\bif\s(?:it\sis\s)?(?:confirmed|true|verified|correct|proven|upheld)\b", re.IGNORECASE
)
# Where the words begin and end that "may" and the like go with.
_BEGINS = re.compile(
    r"\b(?:that|whether|which|who|whom|if|because|before|after|when|while|as|but)\s", re.IGNORECASE
)
# Nouns and the like: the sentence tells that for sure which stands before them.
_NOUN = re.compile(
    r"(?:whether|suspicion|speculation|talk|rumou?rs?|allegations?|possible)\b", re.IGNORECASE
)
_ENDS = re.compile(r"\s(?:before|after|when|while|because|since|until|so\sthat|but)\s|”")
_CLAIMED = re.compile(
    r"(?:alleg|accus|claim|insist|maintain|contend|argue|complain|protest)\w*", re.IGNORECASE
)


Beyond = Literal["expected", "to come"] | None


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause leaves something open.

    Attributes:
        begins: Where the words begin that go with the hedge, as an offset of the document.
        opens: Where the hedge ends: what follows is left open,
        ends: up to here.
        is_claim: It is left open in that somebody claims or believes it,
        is_ahead: or only in that it is to come.
    """

    begins: int
    opens: int
    ends: int
    is_claim: bool
    is_ahead: bool = False


@cache
def open_words() -> frozenset[str]:
    """Give the words by which a source leaves open whether something is so."""
    return words_of("facts", "open")


def opened(line: Line, clause: Span, beyond: Beyond = None) -> Opening | None:
    """Give the first place of a clause of a source that leaves open what follows.

    Args:
        beyond: Whether what is only expected counts, too, or all that is only to come.
    """
    words = open_words() | words_of("facts", "expected") if beyond else open_words()
    found = [
        each.span()
        for each in _WORD.finditer(clause.text)
        if each.group().lower() in words
        and each.group() != "May"
        and not _is_sure(line, clause, each)
    ]
    patterns = [LEFT, _UNKNOWN, _BELIEF]
    patterns += [_HOPED] if beyond else []
    patterns += [_TO_COME] if beyond == "to come" else []
    found += [
        each.span()
        for pattern in patterns
        for each in pattern.finditer(clause.text)
        if not _ASKED.search(clause.text[: each.end()])
    ]
    found += [
        (each.span.start - clause.start, each.span.end - clause.start)
        for each in line.hedges
        if clause.start <= each.span.start < clause.end
        and each.span.text.lower() not in verb_forms("facts", "claims")  # these are somebody's
        and not each.span.text.lower().startswith("according")
    ]
    if _UNLESS_SO.search(line.span.text) or _UNDECIDED.search(clause.text):
        return Opening(clause.start, clause.start, clause.end, is_claim=False)
    first = min(found, key=lambda each: each[1], default=None)
    return None if first is None else _opening(clause, *first)


def _opening(clause: Span, start: int, end: int) -> Opening:
    """Give the words that go with a hedge; its offsets are the clause's."""
    begins = max((each.end() for each in _BEGINS.finditer(clause.text[:start])), default=0)
    if _NOUN.match(clause.text, start):
        begins = start
    stops = (each.start() for each in _ENDS.finditer(clause.text, end))
    ends = next((each for each in stops if "“" not in clause.text[end:each]), len(clause.text))
    hedge = clause.text[start:end]
    is_claim = bool(_CLAIMED.fullmatch(hedge) or _BELIEF.fullmatch(hedge))
    return Opening(clause.start + begins, clause.start + end, clause.start + ends, is_claim)


def _is_sure(line: Line, clause: Span, found: re.Match[str]) -> bool:
    """Does a word that mostly leaves something open not do so here: "could see", "appears on"?"""
    word, behind = found.group().lower(), clause.text[found.end() :]
    before = clause.text[: found.start()]
    if word in _OF_NUMBERS and any(
        0 < each.span.start - clause.start - found.end() < _NEXT for each in line.figures
    ):
        return True  # "perhaps 300 people"
    if word in _SURE_BEFORE and _SURE_BEFORE[word].match(behind):
        return True
    if word in _SURE_BEHIND and _SURE_BEHIND[word].search(before):
        return True
    if word in _OPEN_BEFORE and not _OPEN_BEFORE[word].match(behind):
        return True
    if word in _PASSIVE and not _IS.search(before):
        return True  # "she understood that"
    if word in _DENIED and _NOT.search(before):
        return True  # "is not accused of anything"
    return word == "possible" and bool(_AS_POSSIBLE.search(before))
