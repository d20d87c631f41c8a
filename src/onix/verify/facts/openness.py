"""Does a clause leave open what it says, and by which words? A clause in, words or a place out.

"May", "reportedly", "is accused of", "we think", "could not be verified": a source's clause is open
behind such a word, a draft's by any that it has.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from onix.model import Span
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.clauses import is_told
from onix.verify.facts.left_open import has_condition, phrases
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.tellings import Mask, Tellings

_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"\bMay\b")
_RELATIVE = re.compile(r"(?<=\w{3})\s(?:that|which|who)\s")
# What follows a word by which it leaves nothing open, and what has to follow that it does.
_SURE_BEFORE = {
    "could": re.compile(  # "could not fill", "could see", "could have a sandwich", "could open any"
        r"\s?not\b|n[’']t\b|\s(?:see|hear|feel|smell|afford|remember|walk|speak)\b"
        r"|\shave\s(?:an?|the|his|her|their|no)\b|\s\w+\sany\b"
    ),
    "possible": re.compile(r"\sto\b"),
    "likely": re.compile(r"\s(?:to|voters?|enough)\b"),
    "planned": re.compile(r"\s(?:for|on)\b"),  # a day that is set
}
_OPEN_BEFORE = dict.fromkeys(
    ("appear", "appears", "appeared"), re.compile(r"\s(?:to|that|as\sif|as\sthough|likely)\b")
) | {"talk": re.compile(r"\s(?:of|that)\b")}
# Behind these "could" says what was able to be done: "before it could sail", "so that it could".
_ABLE = re.compile(
    r"\b(?:before|until|so\sthat|than|why|how|(?:by|from|on|in|at|with)\s(?:which|whom))\b[^.;:]*$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:and|while|whereas|though|although|than)\b")
_PASSIVE = frozenset({"thought", "understood"})
# What may be done is allowed: "no boat may land", "under the law they may", "may submit".
_ALLOWED = re.compile(
    r"\b(?:no|nobody|each|only|every(?:body|one)?|any(?:body|one)|how\s(?:many|much|long)"
    r"|under\s(?:\w+\s){0,2}(?:law|rules?|act|article))\b"
    r"[^.;:]*$",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\s(?:only\b|not[.;])|\s(?:be\s)?(?:submit(?:ted)?|apply|register|enrol|vote|appeal(?:ed)?|lodged?|filed?|laid|brought"
    r"|prosecuted|fined|claimed|granted|refused|extended|renewed|appointed|issued)\b"
)
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|widely)\s(?:\w+ly\s)?$|[’']s\s$")
_AS_POSSIBLE = re.compile(r"\b(?:as\s\w+\sas|every\w*|any\w*|where\w*|not|if)\s(?:\w+\s)?$")
_OF_NUMBERS = frozenset({"perhaps", "maybe", "possibly", "probably"})
_NEXT = 8  # characters from such a word to its number
_LEFT = re.compile(
    r"\b(?:is|are|was|were)\s(?:widely\s)?(?:said|rumou?red|reported|tipped|feared)\sto\b"
    r"|\b(?:is|are|was|were)\slikely\sto\s(?:be|have)\b|\bwidely\s(?:seen|regarded|viewed|expected|tipped)\b"
    r"|\b(?:the|an?|its|his|her|our|their)\s(?:most\s|more\s|very\s)?(?:likely|likeliest|probable|presumed|supposed)\s(?!to\b)[a-z]+"
    r"|\b(?:the|a|our|their|its)\s(?:main|chief|prime|likely)\ssuspect\b"
    r"|(?<!\bask\s)(?<!\basks\s)(?<!\basked\s)(?<!\basking\s)\bwhether\b"
    r"|\btoo\s(?:early|soon)\sto\s(?:say|tell|know)(?:\s(?:whether|if))?"
    r"|\b(?:is|are|was|were|be|seems?|appears?)\sconsistent\swith\b"
    r"|\b(?:legend|rumou?r|tradition|folklore|gossip)\shas\sit\b"
    r"|\b(?:there\sis|there[’']s)\sa\s(?:story|tale|legend|rumou?r)\sthat\b|\bthe\sstory\sgoes\b",
    re.IGNORECASE,
)
# What somebody holds, or looks into, is so as far as they know.
_HELD = re.compile(
    r"\b(?:we|I)\s(?:[a-z]+\s)?(?:think|believe|suspect|guess|assume|reckon)\b"
    rf"|\b(?:{'|'.join(sorted(words_of('facts', 'seekers')))})\s"
    r"(?:now\s|also\s|still\s)?(?:think|believe|suspect)\b"
    r"|\b(?:considering|weighing|mulling|pondering|contemplating|exploring)\s"
    r"(?:whether\b|(?:\w+\s)?\w+ing\b|(?:the|an?|its|their|his|her)\s\w+)"
    r"|\b(?:is|are|was|were|been)\s(?:also\s|still\s)?looking\sat\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:the|this|that|its|their|his|her|our)\s(?:[$£€]?\d\S*\s)?(?:plans?|proposals?|claims?)\b"
    r"|\bthan\s(?:was\s)?thought\b|\bset\s(?!to\b|for\b)"
)
# What is planned is not settled while somebody else has to agree to it, or nobody has decided.
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned(?!\s(?:for|on)\b)|ning)?\b|propos(?:es?|ed|ing|als?)|intends?|intended|aims?|hopes?|seek(?:s|ing)?)\b",
    re.IGNORECASE,
)
# "Blocked the planned merger": that was done, whatever came of the plan.
_DONE_TO_IT = re.compile(r"\b\w+ed\s(?:the|an?|its|their|his|her|this|that)\s$")
_CONDITION = re.compile(
    r"\b(?:subject\sto|pending|conditional\s(?:on|upon)|provided\sthat|depend(?:s|ing)\s(?:on|upon)"
    r"|(?:still\s)?needs?\sthe\s(?:approval|consent|agreement)|no\s(?:final\s|formal\s)?decisions?\sha"
    r"|not\s(?:yet\s)?(?:been\s)?(?:decided|agreed|approved|signed))",
    re.IGNORECASE,
)
_UNLESS_SO = re.compile(
    r"\bif\s(?:it\sis\s)?(?:confirmed|true|verified|correct|proven|upheld)\b", re.IGNORECASE
)
_NOT_SAID = re.compile(r"(?:\bnot|n[’']t|\byet\sto)\s(?:said|say)\b")
_UNCONFIRMED = re.compile(r"(?:\bnot|n[’']t|\byet\sto)\s(?:confirm(?:ed)?|verif(?:y|ied))\b")
# Said of what was told before, or of all the sentence: whoever tells it does not know it.
_UNPROVEN = re.compile(
    r"(?:\bnot|n[’']t|\bcannot|\bunable|\bno)\s(?:yet\s|to\s|be\s|been\s|able\s|independently\s)*"
    r"(?:verify|verified|vouch\sfor|proven|prove)(?:\s(?:this|that|it))?(?:[,.;]|$)"
    r"|(?:\bnot|n[’']t|\bcannot)\s(?:know|say|swear\sto)\s(?:this|that|it)\sfor\s(?:a\sfact|sure|certain)\b",
    re.IGNORECASE,
)
_IT_IS_SAID = re.compile(
    r"\b(?:it\sis\ssaid|they\ssay|it\sseems|so\sit\sis\ssaid),\s$", re.IGNORECASE
)
_INSERTED = re.compile(r",\s[^,]*,\s$")
_OF_WHICH = re.compile(r"(?:(?:of|in|by|for|from|to)\s)?(?:which|whom|whose|who)\b")
_SAYS_THAT = re.compile(r"\b(?:say|says|said|argues?|argued|claims?|claimed)\sthat\b")
_OWN = 1  # words of a clause that is a quotation: "he said in a statement"
_BEFORE = 120  # characters in which that stands


@cache
def _open() -> frozenset[str]:
    return words_of("facts", "open")


@cache
def _soft() -> frozenset[str]:
    claims = verb_forms("facts", "claims") | verb_forms("cues", "think")
    return _open() | words_of("facts", "soft") | claims


def opened(line: Line, clause: Span) -> int | None:
    """Give where, in a clause of a source, the words end that leave open what follows."""
    return _end_of(line, clause, _open())


def _end_of(line: Line, clause: Span, words: frozenset[str]) -> int | None:
    ends = [
        clause.start + each.end()
        for each in _WORD.finditer(clause.text)
        if each.group().lower() in words
        and each.group() != "May"
        and not _is_sure(line, clause, each)
    ]
    for pattern in (_LEFT, _HELD, phrases("any")):
        ends += [clause.start + each.end() for each in pattern.finditer(clause.text)]
    ends += [
        each.span.end
        for each in line.hedges
        if clause.start <= each.span.start < clause.end
        and each.span.text.lower() not in verb_forms("facts", "claims")  # these are somebody's
        and not each.span.text.lower().startswith("according")
    ]
    if _UNLESS_SO.search(line.span.text) or is_unproven(line):
        return clause.start
    return min(ends, default=None)


def _end_of_coming(line: Line, clause: Span, words: frozenset[str]) -> int | None:
    ends = [clause.start + each.end() for each in phrases("coming").finditer(clause.text)]
    if (end := _end_of(line, clause, words)) is not None:
        ends.append(end)
    return min(ends, default=None)


def _is_sure(line: Line, clause: Span, found: re.Match[str]) -> bool:
    """Does a word that mostly leaves something open not do so here: "could see", "appears on"?"""
    word, behind = found.group().lower(), clause.text[found.end() :]
    if word in _OF_NUMBERS and any(
        0 < each.span.start - clause.start - found.end() < _NEXT for each in line.figures
    ):
        return True  # "perhaps 300 people"
    if word in _SURE_BEFORE and _SURE_BEFORE[word].match(behind):
        return True
    if word in _OPEN_BEFORE and not _OPEN_BEFORE[word].match(behind):
        return True
    before = clause.text[: found.start()]
    if word == "could" and _ABLE.search(before):
        return True
    if word == "may" and (_ALLOWED.search(before) or _APPLIES.match(behind)):
        return True
    if word in _PASSIVE and not _IS.search(before):
        return True  # "she understood that"
    return word == "possible" and bool(_AS_POSSIBLE.search(before))


def softened(line: Line, clause: Span) -> frozenset[str] | None:
    """Give the words by which a clause of the draft leaves open what it says.

    Returns:
        None for a question and what stands in quotation marks, which tell nothing.
    """
    if clause.text.lower().startswith(("to ", "if ", "unless ", "provided ")):
        return None  # "To win over regulators", "if both are satisfactory"
    behind = line.document.text[clause.end - 1 : clause.end + 1]
    if line.is_quoted(clause) or _is_mostly_quoted(line, clause) or "?" in behind:
        return None
    if _NOT_SAID.search(clause.text) or _UNCONFIRMED.search(line.span.text):
        return None
    before = line.before(clause.start, _BEFORE)
    if _IT_IS_SAID.search(before):
        return None
    if clause.text.startswith("that ") and _soft().intersection(
        words_in(_INSERTED.sub(" ", before))[-3:]
    ):
        return None
    if _OF_WHICH.match(clause.text) and _SAYS_THAT.search(before):
        return None
    relative = _RELATIVE.search(clause.text)
    if relative and _soft().intersection(words_in(clause.text[: relative.start()])[-1:]):
        relative = None  # "suggests that it may": that is what it leaves open
    end = clause.start + relative.start() if relative else clause.end
    main = line.document.span(clause.start, end)
    found = {word for word in words_in(_KNOWN.sub("", main.text)) if word in _soft()}
    for pattern in (_LEFT, _HELD, phrases("any"), phrases("coming")):
        found |= {word for each in pattern.finditer(main.text) for word in words_in(each.group())}
    told = words_in(_KNOWN.sub("", clause.text))
    found |= (_open() | words_of("facts", "hints")).intersection(told)
    if "may" not in words_in(_MONTH.sub("", clause.text)):
        found.discard("may")
    if "according" in words_in(line.span.text):
        found.add("according")  # of all the sentence: "According to the prosecution, he …"
    hedges = (each.span for each in line.hedges if main.start <= each.span.start < main.end)
    found |= {word for each in hedges for word in words_in(each.text)}
    return frozenset(found)


def _is_mostly_quoted(line: Line, clause: Span) -> bool:
    """Is a clause somebody's own words and who says them: "“It will hold,” Berg had said"?"""
    said = [each for each in line.marked if each.overlaps(clause)]
    who = [one for quote in line.quotes for one in (*quote.source, *quote.cue)]
    besides = [*said, *who, *line.names, *(each.span for each in line.times)]
    own = [
        each
        for each in line.words
        if clause.start <= each.start < clause.end
        and not any(one.start <= each.start < one.end for one in besides)
    ]
    return bool(said) and len(own) <= _OWN


def is_open_beside(line: Line, clause: Span) -> bool:
    """Does another part of a sentence leave something open, which may be what the record does?

    Not one that tells of something else: "they oppose it, while she is thought to be for it".
    """
    text, start = line.span.text, clause.start - line.span.start
    behind = _OF_OTHERS.split(text[start + len(clause.text) :])[0]
    beside = f"{text[:start]} {behind}"
    everywhere = line.span.text
    if has_condition(everywhere) or phrases("sentence").search(everywhere):
        return True
    if phrases("any").search(beside):
        return True
    return not _open().isdisjoint(words_in(beside)) or bool(_LEFT.search(beside))


def is_unproven(line: Line) -> bool:
    """Does a line say that what is told could not be verified?"""
    return _UNPROVEN.search(line.span.text) is not None


def _planned(text: str) -> int | None:
    """Give where the first word ends by which something is planned, and not only named a plan."""
    found = _PLANNED.finditer(text)
    return next(
        (each.end() for each in found if not _DONE_TO_IT.search(text[: each.start()])), None
    )


class Openness:
    """Where the clauses of the sources leave open what they say.

    Attributes:
        opens: For each clause where the words end that leave open what follows; None for none.
        expects: The same, where what is only expected counts, too.
        is_doubted: Which the next sentence says to be unproven; `is_held` those and what somebody
            holds.
        tells: Which clauses say anything of something, and so may say it flatly.
    """

    def __init__(self, tellings: Tellings) -> None:
        self.opens = [opened(*each) for each in tellings.places]
        unproven = {
            (line.document.id, line.number - 1)
            for line, _ in tellings.places
            if len(line.clauses) <= 1 and is_unproven(line)
        }
        doubted = [(line.document.id, line.number) in unproven for line, _ in tellings.places]
        for at in np.flatnonzero(doubted):
            self.opens[at] = self.opens[at] or tellings.places[at][1].start
        depend = {
            (line.document.id, line.number + step)
            for line, _ in tellings.places
            if _CONDITION.search(line.span.text)
            for step in (0, -1)
        }
        for place, (line, clause) in enumerate(tellings.places):
            planned = _planned(clause.text)
            if self.opens[place] is None and planned and (line.document.id, line.number) in depend:
                self.opens[place] = clause.start + planned
        is_held = [_HELD.search(clause.text) is not None for _, clause in tellings.places]
        self.is_doubted: Mask = np.array(doubted, dtype=np.bool_)
        self.is_held: Mask = self.is_doubted | np.array(is_held, dtype=np.bool_)
        self.tells: Mask = np.array([is_told(each) for _, each in tellings.places], dtype=np.bool_)
        accepted = words_of("facts", "accepted")
        is_accepted = any(
            not accepted.isdisjoint(words_in(line.span.text)) for line, _ in tellings.places
        )
        proposed = frozenset[str]() if is_accepted else words_of("facts", "proposed")
        expected = words_of("facts", "expected") | proposed
        self.expects = [
            one if one is not None else _end_of(*each, expected)
            for one, each in zip(self.opens, tellings.places, strict=True)
        ]
        self.hopes = [
            one if one is not None else _end_of_coming(*each, expected)
            for one, each in zip(self.opens, tellings.places, strict=True)
        ]
