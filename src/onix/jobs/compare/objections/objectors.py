"""Who can object at all: names as they stand in a sentence in, out whom they can stand for.

An objector that nobody heard object is the worst that a comparison can show. A byline tells
nothing, a plan does not object to itself, and what somebody's office or spokesman says is not said
by whoever they work for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onix.model import Document, Mention, Span
from onix.reading.grammar import lexicon
from onix.reading.words import words_of

# "By Ann Lee in Oslo", "Words: Ann Lee", "Reporting by Ann Lee and Odd Lund; editing by Ida Moe".
_LINKS = "and|in|for|of|at|from|our|the|with"
_NAMES = rf"(?:[A-Z][\w.’'-]*|{_LINKS}|[,;&/|–-]|[a-z]+ing\s+by)"
_LONGEST_LINE = 12  # words of a headline, a byline or a caption
_ENDS = re.compile(r"[.?!…:;][”\"’')\]]*\s*$")
_WORDS_BEHIND = r"[’']s?\s+(?:[a-z-]+\s+){0,2}?"
_OF = r"\s+(?:for|of|to)\s+(?:[\w’'-]+\s+){0,4}$"


def is_nobodys(line: str, is_alone: bool) -> bool:
    """Is a sentence only a byline, a headline or a caption, which tell nobody's words?

    Args:
        is_alone: Is it all of its paragraph?
    """
    if _byline().match(line):
        return True
    is_short = len(line.split()) <= _LONGEST_LINE
    return is_alone and is_short and not _ENDS.search(line) and not re.search('[“”"]', line)


def can_object(who: str, document: Document) -> bool:
    """Can it be somebody who objects: no plan, and not whoever wrote or published the article?

    "Critics" are nobody who could be asked.
    """
    if _plain(who) in words_of("objectors", "anybody"):
        return False
    own = {_plain(each) for each in (*document.authors, document.outlet or "")}
    return _plain(who) not in own and not is_plan(who)


def is_plan(name: str, titles: Iterable[str] = ()) -> bool:
    """Is it the name of a plan ("Lake Road Charter", "Pact for Schools")?

    Args:
        titles: Of plans, which may have other words for what they are ("School Compact").
    """
    head = _head(name)
    # There are bodies that are called so: the World Food Programme, a party named Reform.
    is_any = head in _plans() and head not in words_of("objectors", "bodies too")
    return is_any or head in set(map(_head, titles)) - words_of("kinds", "body_words")


def begins_with_plan(sentence: str) -> bool:
    """Has a sentence a plan by its name for its subject: "The Lake Road Charter forbids it"?"""
    found = re.match(r"(?:(?:The|This|That)\s+)?((?:[A-Z][\w’'-]*\s+)+)[a-z]", sentence)
    return found is not None and is_plan(found[1].strip())


def _head(name: str) -> str:
    before, *_ = re.split(r"\s(?:of|for|on|in|with|between|to)\s", name.lower())
    words = re.findall(r"[a-z]+", before)
    return words[-1] if words else ""


def stand_in(person: Mention, sentence: Span) -> str | None:
    """Give who speaks where a person is named as whose office or spokesman it is; None elsewhere.

    "Ann Lee's office objects", "a spokesman for the economist Ann Lee said".
    """
    start, end = person.span.start - sentence.start, person.span.end - sentence.start
    words = re.sub(r"[’']s?$", "", sentence.text[start:end])
    name = person.name or words
    if behind := _behind().match(sentence.text[start + len(words) :]):
        return f"{name}{behind[0]}"
    before = _before().search(sentence.text[:start])
    return f"{before[1]} for {name}" if before else None


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().lower())


@cache
def _plans() -> frozenset[str]:
    return frozenset(lexicon.lines("whole_plans.txt"))


@cache
def _byline() -> re.Pattern[str]:
    credits = _any_of("credits")
    return re.compile(rf"^\W*(?i:(?:{credits})(?:\s+by\b|:)|by)(?:\s*{_NAMES})+\W*$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS_BEHIND}(?:{_any_of('stand-ins')})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b({_any_of('spoken for')}){_OF}")


def _any_of(section: str) -> str:
    return "|".join(sorted(words_of("objectors", section)))
