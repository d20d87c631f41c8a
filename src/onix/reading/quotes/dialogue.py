"""Who answers in words that stand alone: in come the quotes so far, out come whose they are.

As a rule whoever spoke last goes on. Not where somebody has just been asked: "I ask if |she| is
glad. “Very.”", “Is it late?” Roe asked. “Very.” Nor where the words name whoever spoke last: “Very,
Mr. Roe.” And whoever was told something last replies in “Very,” came the reply. It is its own file
because nothing in their own sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.names.genders import COURTESIES
from onix.reading.quotes.draft import Draft

_ASKS = frozenset({"ask", "asks", "asked", "wonder", "wondered", "inquired", "enquired"})
_QUESTION = re.compile(
    r"\W*(?:(?P<whom>him|her|them)\s)?"
    r"(?:if|whether|what|how|why|where|when|who|about)\b(?:\s(?P<she>he|she|they)\b)?"
)
# "What did |she| make of it? “Very little.”", "Was |he| glad? “Very.”"
_ASKS_OF = re.compile(
    r"(?:(?:And|But|So)\s)?(?:(?:What|How|Why|Where|When)\s)?(?:[Dd]id|[Dd]oes|[Dd]o|[Ii]s|[Ww]as"
    r"|[Ww]ere|[Ww]ould|[Ww]ill|[Hh]as|[Hh]ad|[Cc]ould|[Cc]an)\s(?P<she>he|she|they)\s"
)
_NAME = re.compile(r"[A-Z][\w’'-]+")
# "Lund |texted Roe|: “…” “No,” came the reply.", "wrote to |the mayor Ann Roe|"
_WHOM = re.compile(
    r"\s(?:to\s)?(?P<whom>(?:the\s(?:[a-z-]+\s){1,2})?(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’-]*"
    r"|him|her)(?=[\s,:.“\"])"
)
_REPLY = frozenset({"the answer", "the reply", "the response"})
_LONGEST_QUESTION = 20  # words: whoever asks more may go on by answering it
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is; nobody's where it is open who was asked."""

    source: Region | None


def turn(text: str, drafts: Sequence[Draft], previous: Unit, unit: Unit, words: str) -> Turn | None:
    """Give whose turn it is in words that are all of their sentence; None where nobody else's.

    Args:
        previous: The sentence before: where nothing is said in it, it may lead up to the words.
    """
    asks = _ASKS_OF.match(text, previous.start, previous.end)
    wonders = asks is not None and not previous.pieces and text[previous.end - 1] == "?"
    if asks is not None and wonders and previous.paragraph == unit.paragraph:
        return Turn(asks.span("she"))
    last = _outermost(drafts)
    if last is None or last.source is None or last.unit is not previous:
        return None
    if not last.marked:
        return _asked(text, last, unit)
    if unit.paragraph != last.unit.paragraph + 1:
        return None
    question = last.cue is not None and text[slice(*last.cue)].lower() in _ASKS
    asked = text[last.marked[0][0] : last.marked[-1][1]]
    question = question and asked.endswith("?") and len(_WORD.findall(asked)) <= _LONGEST_QUESTION
    other = _other(text, drafts, last)
    turns = _is_alone(text, last) and other is not None
    if not (question or turns or _addresses(words, text[slice(*last.source)])):
        return None
    return Turn(other)


def replying(text: str, drafts: Sequence[Draft], source: Region, unit: Unit) -> Region | None:
    """Give who replies where only "the reply" comes: whom the last words were written or said to.

    Args:
        source: What stands for who speaks: “No,” came |the reply|.
    """
    last = _outermost(drafts)
    if text[slice(*source)] not in _REPLY or last is None or last.cue is None:
        return None
    if unit.paragraph - last.unit.paragraph > 1 or last.unit.start > unit.start:
        return None
    whom = _WHOM.match(text, last.cue[1], last.unit.end)
    return None if whom is None else whom.span("whom")


def _outermost(drafts: Sequence[Draft]) -> Draft | None:
    """Give the last quote that is not within another."""
    if not drafts:
        return None
    same = [each for each in drafts[-4:] if each.unit is drafts[-1].unit]
    return min(same, key=lambda each: (-each.content[-1][1], each.content[0][0]))


def _asked(text: str, last: Draft, unit: Unit) -> Turn | None:
    """Give whom a question without marks is put to, or is about."""
    if last.cue is None or text[slice(*last.cue)].lower() not in _ASKS:
        return None
    if unit.paragraph != last.unit.paragraph:
        return None
    question = _QUESTION.match(text, last.cue[1], last.unit.end)
    if question is None:
        return None
    group = "whom" if question["whom"] else "she"
    return Turn(question.span(group) if question[group] else None)


def _is_alone(text: str, last: Draft) -> bool:
    """Do somebody's words stand in a paragraph of their own, and nothing says whose they are?"""
    opens = text[: last.unit.start].rstrip(" \t")[-1:] in ("", "\n")
    whole = last.marked[0][0] - last.unit.start <= 1 and last.unit.end - last.marked[-1][1] <= 1
    return last.cue is None and opens and whole


def _addresses(words: str, source: str) -> bool:
    """Do words speak to somebody by name: "Very, Mr. |Roe|.", "|Ann|, is it late?"?"""
    names = "|".join(map(re.escape, _NAME.findall(source)))
    if not names:
        return False
    called = rf"(?:(?:{'|'.join(COURTESIES)})\.?\s)?(?:{names})"
    return re.search(rf"^{called},|,\s{called}[.?!,]", words) is not None


def _other(text: str, drafts: Sequence[Draft], last: Draft) -> Region | None:
    """Give who spoke in the paragraph before whoever spoke last."""
    spoke = text[slice(*last.source)].split()[-1] if last.source else ""
    for each in reversed(drafts):
        if each.unit.paragraph < last.unit.paragraph - 1:
            return None
        if each.unit.paragraph < last.unit.paragraph and each.source is not None and each.marked:
            return each.source if text[slice(*each.source)].split()[-1] != spoke else None
    return None
