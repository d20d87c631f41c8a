"""What was paid for something: in come a question of "how much" and its readings, out the readings.

"It will buy the mill for $2.9 million", "its $44 million deal to buy the mill" and "a deal valued
at $44 million" all say how much is paid for the mill. The reader looks for who "pays", and is often
not sure of a sentence that has another word for it. Here a sum stands where the price of a purchase
stands, in a sentence that names what is bought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.sorts import sort_of
from onix.jobs.ask.kinds.counted import names_no_other
from onix.jobs.ask.kinds.values import values_in
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.windows import NEAR, Window
from onix.model import Span
from onix.reading.grammar.matcher import Matcher, words_of

SURE: Final = 0.7  # the log of the odds
WITHIN: Final = 0.75  # of each name of a question, in the sentence
_ABOUT: Final = r"(?:(?:about|around|approximately|roughly|nearly|almost|some|over|more\sthan)\s)?"
_DEAL: Final = r"(?:acquisition|agreement|buyout|deal|merger|purchase|sale|takeover|transaction)"
# "pay for the mill", "buy it for", "was it sold for", "the deal worth"
_ASKS: Final = re.compile(
    rf"\bpa(?:y(?:s|ing)?|id)\b.*?\sfor\b|\b(?:buy(?:s|ing)?|bought|s(?:ell(?:s|ing)?|old))\b"
    rf"|\b{_DEAL}\b.*\bworth\b",
    re.IGNORECASE,
)
# "buy the mill for |$2m|", "a deal valued at |$2m|"
_BEFORE: Final = re.compile(
    rf"(?:\b(?:buy|purchas|acquir|snap|tak)\w*|\bbought|\bsold|\bsell\w*)\b[^.;:—–]*?\sfor\s{_ABOUT}$"
    rf"|\b{_DEAL}\b(?:\s[\w’'-]+){{0,4}}?\s(?:valued\sat|worth|priced\sat)\s{_ABOUT}$",
    re.IGNORECASE,
)
# "paid |$2m| for the mill", "its |$2m| deal"
_PAID: Final = re.compile(rf"\b(?:pay\w*|paid)\s{_ABOUT}$", re.IGNORECASE)
_FOR: Final = re.compile(r"\sfor\s")
_BEHIND: Final = re.compile(rf"[\s-](?:[a-z]+\s){{0,2}}{_DEAL}\b(?!\s(?:fee|terms))")


def with_prices(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "how much was paid", with the prices that stand with a purchase."""
    asks = question.kind == "how much" and _ASKS.search(question.text) is not None
    if not asks or sort_of(question) not in {"money", "amount"}:
        return list(readings)
    if not any(each.sort == "name" for each in question.terms):
        return list(readings)  # any mill may have been bought
    known = {each.sentence for each in readings if each.score >= SURE}
    found = {each.sentence: each for each in _prices(question, seen) if each.sentence not in known}
    rest = [each for each in readings if each.sentence not in found]
    return sorted([*found.values(), *rest], key=lambda each: -each.score)


def _prices(question: Question, seen: Seen) -> Iterator[Reading]:
    for window in seen.wide():
        for sentence in window.sentences:
            if not _names_it(question, sentence, window, seen):
                continue
            text = sentence.text
            for value in values_in(sentence, seen.marks(sentence.document_id)):
                start, end = value.place
                if value.sort == "money" and _is_price(text[:start], text[end:]):
                    yield reading_at(question, window, sentence.part(start, end), SURE)
                    break


def _is_price(before: str, behind: str) -> bool:
    """Does a sum stand where what is paid for something stands?"""
    is_paid = _PAID.search(before) is not None and _FOR.match(behind) is not None
    return is_paid or _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None


def _names_it(question: Question, sentence: Span, window: Window, seen: Seen) -> bool:
    """Does a sentence have the names of the question, or some and no others, and its window all?"""
    around = dict(zip(question.terms, window.strengths, strict=True))
    terms = [each for each in question.terms if each.sort in {"name", "number"}]
    own = Matcher([each.word for each in terms]).strengths(words_of(sentence.text))
    lacks = [each for each, strength in zip(terms, own, strict=True) if strength < WITHIN]
    if not lacks:
        return True
    is_near = len(lacks) <= len(terms) // 2 and all(around[each] >= NEAR for each in lacks)
    return is_near and names_no_other(question, seen.parse(sentence.text))
