"""Where a point says the reverse of what it said: a change in, its turns out.

"May park" that became "must not park" is reworded like any other point, and an editor who overlooks
the "not" overlooks the news. What is new with a clause of its own turns nothing.
"""

from __future__ import annotations

import re
from functools import cache

from onix.model import Change, Edit, Reversal, Span
from onix.reading.grammar.lexicon import lines, opposites, stem
from onix.reading.words import sections, words_of

_STOP = re.compile(r"[.;:?!](?:\s|$)")
# "No later than 1 May", "not only" and "no less than" deny nothing.
_DENIES = re.compile(
    r"\b(?:not(?! (?:only|later|more|less|fewer|least|exceed))|(?:ca|wo|sha)?n['’]t|cannot"
    r"|no(?! (?:later|more|less|fewer|sooner|earlier)\b)|never|neither|nor|nobody|none|nothing)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
# "No class has more than 22 pupils" says how many there may be, "no ship without a licence" which.
_BOUNDS = re.compile(
    r"\b(?:no|nobody|none)\b.*\b(?:(?:more|less|fewer|longer) than|without|unless|until|except)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FEW = 3  # words of "must not", "never again" and their like
# Of the words of the shorter and of the longer clause, so many are in the other, too: else it is
# another rule. Where little more than the verb is other words, fewer are enough.
_SHORT, _LONG, _LEAST, _BARE = 0.6, 0.4, 0.4, 0.3


def turns(change: Change) -> tuple[Reversal, ...]:
    """Give each place at which one version denies what the other says, or says its opposite."""
    one, other = change.before, change.after
    if one is None or other is None:
        return ()
    return tuple(
        Reversal(_beside(one, each.before, each), _beside(other, each.after, each))
        for each in change.differences
        if _is_opposite(each)
        or _is_reversed(each, one, other)
        or (each.kind == "negation" and _is_turned(each, one, other))
    )


def _is_opposite(edit: Edit) -> bool:
    """Is it "we oppose" for "we support", and no "small hall" for "great hall"?"""
    one, other = (_WORD.findall(side.text.lower()) for side in (edit.before, edit.after))
    return len(one) == len(other) == 1 and stem(other[0]) in opposites(one[0])


def _is_reversed(edit: Edit, one: Span, other: Span) -> bool:
    """Is it "accept the port" for "oppose the port", where the object stays?"""
    ours, theirs = (_told(side.text) for side in (edit.before, edit.after))
    if len(ours) != 1 or len(theirs) != 1 or not _are_reverse(stem(ours[0]), stem(theirs[0])):
        return False
    before, after = _object(one, edit.before), _object(other, edit.after)
    return before is not None and before == after


def _told(text: str) -> list[str]:
    """Give the words of one side without articles and the like: "accept" of "accept a"."""
    words = _WORD.findall(text.lower())
    return [word for word in words if word in _SIDES or word not in _small() | _SOME]


_SIDES, _SOME = {"for", "against"}, {"any", "all", "every", "some"}


def _object(point: Span, place: Span) -> str | None:
    """Give the first word with a sense behind a place, else the last one before it."""
    start, end = place.start - point.start, place.end - point.start
    closes = _STOP.search(point.text, end)
    behind = _WORD.findall(point.text[end : closes.start() if closes else None].lower())
    before = _WORD.findall(point.text[:start].lower())
    words = [word for word in (*behind, *reversed(before)) if word not in _small()]
    return stem(words[0]) if words else None


@cache
def _are_reverse(one: str, other: str) -> bool:
    for line in lines("reversals.txt"):
        sides = [{stem(word) for word in side.split()} for side in line.split(":")]
        if any(one in a and other in b for a, b in (sides, sides[::-1])):
            return True
    return False


def _small() -> frozenset[str]:
    return _verbs() | words_of("speech", "function")


def _is_turned(edit: Edit, one: Span, other: Span) -> bool:
    sides = (edit.before.text, edit.after.text)
    if any(_STOP.search(side) for side in sides):
        return False  # a sentence more or less
    clauses = _clause(one, edit.before), _clause(other, edit.after)
    if _odd(clauses[0]) == _odd(clauses[1]):
        return False  # "Neither party shall" and "the parties shall not"
    short, long = _shared(*clauses)
    few = all(len(_WORD.findall(side)) <= _FEW for side in sides)
    if all(map(_has_verb, sides)):
        return long >= _LEAST if few else short >= _SHORT and long >= _LONG
    # "No new licence" and "new licences", but not "nobody" and "lorries"
    is_bare = few and _content(sides[0]) == _content(sides[1])
    return is_bare and short >= _LEAST and long >= _BARE


def _shared(one: str, other: str) -> tuple[float, float]:
    """Give the share of the words of the shorter and of the longer clause that both have."""
    ours, theirs = _content(one), _content(other)
    short, long = sorted((len(ours), len(theirs)))
    same = len(ours & theirs)
    return (same / short, same / long) if short else (1.0, 1.0)


def _content(text: str) -> frozenset[str]:
    words = _WORD.findall(_DENIES.sub(" ", text.lower()))
    return frozenset(stem(word) for word in words if word not in _small())


def _odd(text: str) -> bool:
    return len(_DENIES.findall(text)) % 2 == 1 and not _BOUNDS.search(text)


def _clause(point: Span, place: Span) -> str:
    """Give the sentence of a point that a place is in."""
    start, end = place.start - point.start, place.end - point.start
    opens = max((each.end() for each in _STOP.finditer(point.text, 0, start)), default=0)
    closes = _STOP.search(point.text, end)
    return point.text[opens : closes.start() if closes else len(point.text)]


def _has_verb(text: str) -> bool:
    return not _verbs().isdisjoint(word.lower() for word in _WORD.findall(text))


@cache
def _verbs() -> frozenset[str]:
    lists = sections("grammar")
    return frozenset(word for name in ("auxiliaries", "helpers") for word in lists[name])


def _beside(point: Span, place: Span, edit: Edit) -> Span:
    """Give the words of one side, with those around them where either side has few."""
    start, end = place.start - point.start, place.end - point.start
    if not edit.before.text.strip() or not edit.after.text.strip():
        before = list(_WORD.finditer(point.text, 0, start))
        behind = _WORD.search(point.text, end)
        start = before[-1].start() if before else start
        end = behind.end() if behind else end
    text = point.text[start:end]
    start, end = start + len(text) - len(text.lstrip(" ,")), end - len(text) + len(text.rstrip())
    return Span(point.document_id, point.start + start, point.start + end, point.text[start:end])
