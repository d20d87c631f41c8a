"""Which sort of value a question asks for: a share, a sum of money, a number, a length, a day.

What comes in is a question, what goes out the sort, and whether words may hold a value of it at
all. It is its own file as nothing of the record is used: `kinds/values.py` finds the values.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.reading.grammar import lexicon
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections, verb_forms, words_of

# "size": how deep, tall or heavy something is, be it a cut of money or a share.
# "amount": what "how much" asks for where it may be money, a share or a measure; "length": how long
# something takes; "extent": that, or how long a thing is.
Sort = Literal[
    "share",
    "money",
    "measure",
    "size",
    "amount",
    "number",
    "length",
    "speed",
    "extent",
    "clock",
    "time",
    "day",
    "month",
    "year",
]

_ANY: Final = (
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens?|hundreds?|thousands?"
    r"|[mb]illions?|half|thirds?|quarters?|twice|once|thrice|no|none|nobody|several|few|both|all)\b"
)
_SHARE: Final = (
    r"%|\bper\s?cent\b|\bpercent|\bpct\b|\bhalf\b|\b(?:third|quarter|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)s?\b|\b(?:in|out\sof)(?:\severy)?\s(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+)\b|\bmost\b|\bmajority\b|\ball\b|\bnone\b"
)
_CLOCK: Final = (
    r"\d[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|o['’]clock|\b(?:noon|midday|midnight|dawn|dusk|sunrise"
    r"|sunset)\b|\b(?:past|to|half)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\b|\bhours?\b|\bh\b|\b(?:morning|afternoon|evening|night)\b"
)
SPEED: Final = (
    r"\d[\d.,]*\s?(?:mph|kph|km/h|kmh|m/s|knots?\b|(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?"
    r"|m|feet|foot)\s?(?:/|per\s|an?\s)\s?(?:hour|h\b|second|s\b|minute))"
)
_HOLDS: Final = {
    "speed": re.compile(SPEED, re.IGNORECASE),
    "share": re.compile(_SHARE, re.IGNORECASE),
    "clock": re.compile(_CLOCK, re.IGNORECASE),
}
_OF_DAYS: Final = frozenset({"time", "day", "month", "year"})  # told in too many words
_HOLDS_ANY: Final = re.compile(_ANY, re.IGNORECASE)
_WHAT_IS: Final = re.compile(
    r"^what(?:\s(?:is|was|are|were|will|would|has|had)|['’]s)\s(?:be\s)?(?:the|his|her|its|their)\s"
    r"(?:[\w’'-]+\s){0,4}?(?P<noun>[a-z]+)(?=\s(?:of|for|in|to|that|on|at|which|per)\b|\?|$)",
    re.IGNORECASE,
)
# A noun that the parser does not know for one: "how many kwacha".
_HOW_MANY: Final = re.compile(r"\bhow\smany\s(?P<noun>[a-z]+)\b", re.IGNORECASE)
_HOW_LONG_IS: Final = re.compile(r"how\slong\s(?:is|was|are|were)\b", re.IGNORECASE)
_HOW_SIZED: Final = re.compile(r"how\s(?:deep|tall|thick|wide|heavy)\b", re.IGNORECASE)
_OF_IT: Final = "of"
_AT_WHAT: Final = frozenset({"at", "by", "from", "since", "until", "till"})
_TIMES: Final = frozenset({"time", "hour"})
_DAYS: Final[dict[str, Sort]] = {
    "date": "day", "day": "day", "weekday": "day", "month": "month", "year": "year",
}  # fmt: skip


def sort_of(question: Question) -> Sort | None:
    """Give the sort of value that answers; None where it may be of any."""
    kind, noun = question.kind, _noun(question)
    if kind == "how long":
        return "extent" if _may_be_of_a_thing(question) else "length"
    if kind == "how far":
        return "size" if _HOW_SIZED.match(question.text) else None
    if kind == "when":
        return "time" if question.focus is None or noun is None else _DAYS.get(noun, "time")
    if kind in {"what", "which"} and noun is not None:
        words = question.text.lower().split()
        if noun in _TIMES and words[0] in _AT_WHAT:
            return "clock"
        if _is_in(noun, "share"):
            return "share"
        if noun == "speed":
            return "speed"
        return "money" if _is_in(noun, "money") else None
    if kind not in {"how many", "how much"}:
        return None
    if noun is not None and (is_length(noun) or (kind == "how much" and noun == "time")):
        return "length"
    if noun is not None and (is_currency(noun) or noun == "money"):
        return "money"
    # Of a firm there are many shares, and of a cake many slices.
    if noun is not None and _is_in(noun, "share") and (kind == "how much" or "percent" in noun):
        return "share"
    if noun is not None and noun in _measures():
        return "measure"
    if kind == "how many":
        return "number"
    return "money" if _is_of_money(question, noun) else "amount"


def _may_be_of_a_thing(question: Question) -> bool:
    """Is it asked how long something is, and not how long it was so: "stuck", "ill", "in port"?"""
    if not _HOW_LONG_IS.match(question.text) or question.verb is not None:
        return False
    words = question.tree.words
    if any(nouns_in(each.text.lower()) for each in words if each.tag[0] == "N"):
        return False  # "how long was she |minister|"
    root = next((n for n, each in enumerate(words) if each.head == n), 0)
    beside = (words[n] for n in question.tree.children[root])
    return not any(
        each.label in {"prep", "advmod", "attr"}
        or (each.label == "acomp" and each.text.lower() != "long")
        for each in beside
    )


def may_hold(sort: Sort | None, text: str) -> bool:
    """May a text hold a value of this sort, by its words alone?"""
    if sort is None or sort in _OF_DAYS:
        return True
    return _HOLDS.get(sort, _HOLDS_ANY).search(text) is not None


def is_currency(noun: str) -> bool:
    """Is it the name of a currency, in lower case: "dollars", "kwacha"?"""
    return lexicon.stem(noun) in _currencies()


def is_length(noun: str) -> bool:
    """Is it a unit of time, in lower case: "years"?"""
    return _is_in(noun, "length")


@cache
def _currencies() -> frozenset[str]:
    entries = (each.partition("=")[0] for each in sections("units")["currency"])
    named = frozenset(word for each in entries for word in each.split())
    return _stems(named | words_of("sorts", "currency"))


@cache
def _measures() -> frozenset[str]:
    entries = (each.partition("=")[0] for each in sections("units")["measure"])
    return frozenset(word for each in entries for word in each.split() if len(word) > 2)


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(lexicon.stem, words))


def _is_in(noun: str, section: str) -> bool:
    return lexicon.stem(noun) in _stems(words_of("sorts", section))


def _noun(question: Question) -> str | None:
    """Give the noun that is asked for: "share" of "what share" and of "what is the share of"."""
    if question.focus is not None:
        return question.tree.words[question.focus].text.lower()
    pattern = {"what": _WHAT_IS, "how many": _HOW_MANY}.get(question.kind)
    found = pattern.search(question.text) if pattern is not None else None
    return None if found is None else found["noun"].lower()


def _is_of_money(question: Question, noun: str | None) -> bool:
    """Is it money: "how much compensation", "how much did it cost", but not "how much of it"?"""
    words = question.tree.words
    asks = next((n for n, each in enumerate(words) if each.text.lower() == "much"), len(words))
    if any(each.text.lower() == _OF_IT for each in words[asks + 1 : asks + 2]):
        return False
    if noun is None and question.verb is None:  # "how much is the |jackpot|"
        noun = next((each.text.lower() for each in words if each.label == "nsubj"), None)
    if noun is not None and _is_in(noun, "money"):
        return True
    if noun is not None and words[question.focus or 0].tag[0] == "N" and question.focus == asks + 1:
        return False  # "how much water"
    if asks == 0 or (asks > 1 and words[asks - 2].text.lower() == "by"):
        return False  # "by how much"
    return any(each.text.lower() in verb_forms("sorts", "paying") for each in words)
