"""Where an answer begins and ends: in come a reading and its grammar, out the reading with edges.

The reader points at words and may cut a date, a number from what it counts, or take the verb along
with the name. What the kind of question asks for is a whole time expression, a number with its
unit and its "at least", a noun phrase; nothing but the edges of a reading is changed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading
from onix.model import Marks, Span, TimeExpression
from onix.reading.events.clauses import DATED, held, is_verb, top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import one_of, sections
from onix.reading.words import words_of as listed

Edges = tuple[int, int]  # half-open, in the sentence

NUMBER: Final = (
    r"(?:[$£€¥]\s?)?\d[\d,.]*\d|(?:[$£€¥]\s?)?\d|\b(?:"
    + "|".join(
        map(re.escape, dict.fromkeys(w.split()[1] for w in lexicon.lines("number_words.txt")))
    )
    + r")\b"
)
_SCALE: Final = (
    r"(?:[\s-](?:hundred|thousand|million|billion|trillion)\b|\s?(?:%|(?:m|bn|tn)\b|per\s?cent\b))"
)
_CUT: Final = re.compile(r"(?:[$£€¥]\s?)?\d[\d,.]*$")
_STOP: Final = re.compile(r"(?:\d|\b[a-z]{3,}|\b[A-Z][a-z]{3,}|\bMay)\.$")
_FEW: Final = 4  # words of an answer that is no sentence
_UNIT: Final = "year|month|week|day|hour|minute|second"
_COUNTED: Final = re.compile(rf"(?:{_SCALE})*(?:[\s-](?P<noun>[^\W\d_]+))?", re.IGNORECASE)
_NUMBERED: Final = re.compile(rf"(?P<number>{NUMBER})(?:{_SCALE})*[\s-](?P<noun>[^\W\d_]+)", re.I)
# "16 points instead of 19": the number behind is what no longer holds.
_GIVEN_UP: Final = re.compile(
    r"(?P<now>" + NUMBER + r")(?P<noun>(?:[\s-][^\W\d_]+){0,3}?)\s"
    r"(?:instead\sof|rather\sthan|(?:up|down)\sfrom|and\snot|,\snot|compared\swith)\s$",
    re.IGNORECASE,
)
_WAS: Final = re.compile(
    rf"[^.;:]{{0,60}}?\b(?:instead\sof|(?:up|down)\sfrom)\s(?P<then>{NUMBER})", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"\b(?:originally|first|before|earlier|initially|once|used)\b", re.I)
_LOOSE: Final = re.compile(
    r"[\s,;:–—-]+(?:of|in|on|at|to|by|for|with|from|and|or|the|an?|that|which|who)$", re.IGNORECASE
)
_MARKS: Final = (('"', '"'), ("“", "”"))
_GOES_ON: Final = re.compile(r",?\s(?:(?:at|in|on)\s)?")
_AND_PART: Final = re.compile(
    rf"\s(?:{_UNIT})s?(?:,|\sand|,\sand)?\s(?:{NUMBER})\s(?:{_UNIT})s?\b", re.IGNORECASE
)  # "11 minutes and 40 seconds"
# "Seven women and five" of "seven women and five men"
_AND_OTHERS: Final = re.compile(rf"\s(?:and|or|against)\s(?:{NUMBER})$", re.IGNORECASE)
_BY_HOW: Final = re.compile(r"by how (?:many|much)\b", re.IGNORECASE)
_SCORE: Final = re.compile(
    rf"(?:{NUMBER})(?:\s[a-z]+)?(?:\s(?:to|against)\s|[-–])(?:{NUMBER})", re.IGNORECASE
)
# "now expects |no eruption this month|": the time alone would say that there is one.
_NONE: Final = re.compile(r"\bno(?:\s[a-z]+){1,3}\s$")
_ANOTHER_AND: Final = re.compile(r"(?P<other>(?:[A-Z][\w’'-]+ ){2,3})and (?:[a-z]+ ){0,2}$")
_PREPOSITION: Final = re.compile(r"(?:on|in|at|by)\s+", re.IGNORECASE)
_ANYBODY: Final = frozenset({"people", "persons"})
_MEASURES: Final = frozenset({"how many", "how much", "how old", "how far", "how long"})


def edged(
    question: Question,
    reading: Reading,
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> Reading:
    """Give a reading with whole words of the kind that is asked for.

    Args:
        marks: Gives the marks of a document; called for questions that ask for a day alone.
        parse: Gives the tree of a sentence; called for those and for ones that ask for somebody.
    """
    span, sentence = reading.span, reading.sentence
    if span is None or question.kind == "yes/no":
        return reading
    text = sentence.text
    start, end = span.start - sentence.start, span.end - sentence.start
    if question.kind == "when" or _asks_for_an_hour(question):
        times = marks(sentence.document_id).times
        start, end = _time(sentence, times, start, end)
        start, end = _of_its_verb(question, sentence, times, parse, start, end)
        none = _NONE.search(text, 0, start)
        start = start if none is None else none.start()
    elif question.kind in _MEASURES:
        start, end = _number(question, text, start, end)
    elif question.kind == "why" and text[start:end].lower().startswith("why "):
        start += len("why ")
    elif question.asks_who_somebody_is:
        start = _who_that_is(question, text, start, end)
    elif question.asks_for_whom:
        start, end = _subject(parse(text), start, end)
        start = _with_the_other(question, text, start, end)
    start, end = _without_loose_ends(text, start, end)
    if start >= end or (start, end) == (span.start - sentence.start, span.end - sentence.start):
        return reading
    return replace(reading, span=sentence.part(start, end))


def _who_that_is(question: Question, text: str, start: int, end: int) -> int:
    """Leave out who else is told of before: "Lee talks to Lund, |who was a pilot|" of Lund."""
    family = next((term.word for term in reversed(question.terms) if term.sort == "name"), "")
    found = re.compile(rf"(?<=\b{re.escape(family)}), (?=who\b)", re.IGNORECASE).search(
        text, start, end
    )
    return found.end() if family and found is not None else start


def _asks_for_an_hour(question: Question) -> bool:
    """Is it "at what time", "from what hour"?"""
    asked = None if question.focus is None else question.tree.words[question.focus].text.lower()
    return question.kind == "what" and asked in {"time", "hour"}


def _time(sentence: Span, times: Sequence[TimeExpression], start: int, end: int) -> Edges:
    """Widen to the whole of the time expressions that are cut, and leave out "on" before one."""
    for each in times:
        first, last = each.span.start - sentence.start, each.span.end - sentence.start
        if sentence.covers(each.span) and first < end and start < last:
            found = _PREPOSITION.match(sentence.text, start)
            start = first if found and found.end() == first else min(start, first)
            end = max(end, last)
        elif (
            each.earliest is not None
            and sentence.covers(each.span)
            and _GOES_ON.fullmatch(sentence.text, end, max(end, first))
        ):
            end = last  # "tomorrow, |Friday|, |at six in the morning|"
    return start, end


def _of_its_verb(
    question: Question,
    sentence: Span,
    times: Sequence[TimeExpression],
    parse: Callable[[str], Tree],
    start: int,
    end: int,
) -> Edges:
    """Give of several days that of the verb asked about: "shut since May, will |open| on |Monday|".

    Days that belong together ("on Monday, 2 March") are left, and so is what no verb parts.
    """
    inside = [
        each
        for each in times
        if each.type in DATED
        and start <= each.span.start - sentence.start
        and each.span.end - sentence.start <= end
    ]
    if len(inside) < 2 or question.verb is None:
        return start, end
    tree, verb = parse(sentence.text), question.verb
    by_word = held(tree, sentence, inside)
    told = [
        each.time.span
        for number, row in by_word.items()
        for each in row
        if lexicon.match(verb, tree.words[number].text.lower()) >= lexicon.SYNONYM
    ]
    if len(told) != 1 or len(by_word) < 2:
        return start, end
    return told[0].start - sentence.start, told[0].end - sentence.start


def _number(question: Question, text: str, start: int, end: int) -> Edges:
    """Widen a number by "at least" before it and by its unit and what it counts behind it."""
    if text[start : start + 1].isdigit() and (cut := _CUT.search(text[:start])) is not None:
        start = cut.start()  # "12,|400 people|"
    found = re.search(NUMBER, text[start:end], re.IGNORECASE)
    if found is None:
        return start, end
    score = _score(question, text, start + found.start())
    if score is not None:
        return score
    other = _of_another(question, text, start + found.end())
    if other is not None:
        start, end = other
        found = re.search(NUMBER, text[start:end], re.IGNORECASE)
        if found is None:
            return start, end
    given_up = _GIVEN_UP.search(text[: start + found.start()])
    is_before = _BEFORE.search(question.text) is not None
    if given_up is not None and not is_before:
        start, end = given_up.span("now")
    was = _WAS.match(text, end) if is_before else None
    if was is not None:
        start, end = was.span("then")
    if re.search(rf"(?:{NUMBER})$", text[start:end], re.IGNORECASE):
        behind = _COUNTED.match(text, end)
        is_counted = behind is not None and _is_counted(question, behind["noun"])
        end = behind.end() if behind is not None and is_counted else _scaled(text, end)
    whole = _AND_PART.match(text, start + found.end()) if question.kind == "how long" else None
    end = max(end, whole.end()) if whole is not None else end
    others = _AND_OTHERS.search(text[start:end])
    if others is not None and question.kind == "how many" and not counts_it(question, text, end):
        end = start + others.start()
    before = _meant().search(text[:start])
    return (before.start() if before is not None else start), end


def _score(question: Question, text: str, number: int) -> Edges | None:
    """Give both numbers of a score, one of which says by how many nothing: "61 votes to 57"."""
    if _BY_HOW.match(question.text) is None:
        return None
    scores = (each.span() for each in _SCORE.finditer(text))
    return next((each for each in scores if each[0] <= number < each[1]), None)


def _of_another(question: Question, text: str, end: int) -> Edges | None:
    """Give the number of what is counted, where this one is that of something else.

    "300 |passengers| and |60 cars|" for "how many cars".
    """
    if not counts_another(question, text, end):
        return None
    right = [
        found.span("number")
        for found in _NUMBERED.finditer(text)
        if _is_counted(question, found["noun"])
    ]
    return right[0] if len(right) == 1 else None


def counts_another(question: Question, text: str, end: int) -> bool:
    """Is the number that ends here one of other things: "60 |cars|" for "how many passengers"?"""
    behind = _COUNTED.match(text, end)
    if question.kind != "how many" or behind is None or _is_counted(question, behind["noun"]):
        return False
    noun = behind["noun"] or ""
    asked = "" if question.focus is None else question.tree.words[question.focus].text.lower()
    if not noun.islower() or not noun.endswith("s") or noun in listed("stopwords", "english"):
        return False
    return asked not in _ANYBODY  # passengers are people, too


def _scaled(text: str, end: int) -> int:
    found = re.compile(rf"(?:{_SCALE})+", re.IGNORECASE).match(text, end)
    return found.end() if found is not None else end


def counts_it(question: Question, sentence: str, end: int) -> bool:
    """Is what the number that ends here counts what is asked for, or left out?

    People are demonstrators where they "marched".
    """
    behind = _COUNTED.match(sentence, end)
    noun = None if behind is None else behind["noun"]
    if noun is None or noun in listed("stopwords", "english") or question.kind != "how many":
        return True
    asked = "" if question.focus is None else question.tree.words[question.focus].text.lower()
    words = words_of(sentence) if noun in _ANYBODY else [noun.lower()]
    return _is_counted(question, noun) or max(Matcher([asked]).strengths(words)) > 0.0


def _is_counted(question: Question, noun: str | None) -> bool:
    """Is it what is counted: the "points" of "how many points", the crowns of "how much"?"""
    if question.kind != "how many" and noun is not None and noun.islower() and noun[-1] == "s":
        return noun not in listed("stopwords", "english")  # "$85,000 |was| still owed"
    if question.focus is None or noun is None:
        return False
    asked = question.tree.words[question.focus].text
    return lexicon.stem(asked.lower()) == lexicon.stem(noun.lower())


@cache
def _meant() -> re.Pattern[str]:
    told = [each for name in ("about", "nearly", "more", "less", "at_least", "at_most")
            for each in sections("facts")[name]]  # fmt: skip
    return re.compile(rf"\b{one_of(told)}\s+$", re.IGNORECASE)


def _subject(tree: Tree, start: int, end: int) -> Edges:
    """Leave out what is told of somebody: "Ann Lee |beat Eva Lund|", "Ann Lee |and kept by …|"."""
    words = tree.words
    first = top(tree, start, end)
    if first is None:
        return start, end
    inside = [n for n, each in enumerate(words) if start <= each.start < end]
    if is_verb(tree, first):
        subjects = [
            n for n in tree.children[first] if n in inside and words[n].label.startswith("nsubj")
        ]
        if not subjects or words[subjects[0]].tag == "PRP":  # "|I| did not ask"
            return start, end
        lo, hi = tree.edges[subjects[0]]
        return max(start, words[lo].start), min(end, words[hi].end)
    # "directed by Ann Lee |and| written by …"
    under = {n for n in inside if first in tree.path(n)}
    other = next((n for n in inside if n not in under and words[n].label == "cc"), None)
    return start, end if other is None else words[other].start


def _with_the_other(question: Question, text: str, start: int, end: int) -> int:
    """Widen "Ann Lee and Karl |Roth| won the prize" to both, where they do what is asked."""
    before = _ANOTHER_AND.search(text, 0, start)
    behind = words_of(text[end:])[:2]
    is_doer = question.verb is not None and any(
        lexicon.match(question.verb, each) >= lexicon.SYNONYM for each in behind
    )
    return start if before is None or not is_doer else before.start("other")


def _without_loose_ends(text: str, start: int, end: int) -> Edges:
    """Leave out a bracket that is not closed, and words at the end that want another behind."""
    piece = text[start:end]
    if piece.count("(") > piece.count(")"):
        end = start + piece.rindex("(") if piece.rindex("(") > 0 else end
    while (loose := _LOOSE.search(text[start:end])) is not None and loose.start() > 0:
        end = start + loose.start()
    piece = text[start:end]
    for opens, closes in _MARKS:
        is_open = piece.count(opens) % 2 if opens == closes else opens in piece
        if is_open and piece.count(closes) <= piece.count(opens) and text[end : end + 1] == closes:
            end += 1
    piece = text[start:end]
    if start and len(piece.split()) <= _FEW and _STOP.search(piece):
        end -= 1  # "1 June.", but not "9 a.m."
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip(" ,;:–—-"))
    return start, end
