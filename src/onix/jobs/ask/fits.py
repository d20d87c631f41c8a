"""Which sort of stretch can answer which sort of question at all: "when" wants a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import Candidate, Sentence
from onix.jobs.ask.question import Question

_CLAUSES: Final = {"clause", "verb phrase", "verb+object", "adjective", "prepositional"}
_PERSONS: Final = {
    "person", "organisation", "place", "group", "person noun", "organisation noun", "proper noun",
}  # fmt: skip
_PLACES: Final = {"place", "organisation", "place noun", "organisation noun", "proper noun"}
_TIMES: Final = {"time", "duration", "time noun"}
_BODIES: Final = {
    "organisation", "place", "person", "organisation noun", "proper noun", "noun",
}  # fmt: skip


def fits(question: Question, sentence: Sentence, candidate: Candidate) -> bool:
    """Can this stretch answer this question, by its sort alone?"""
    if question.kind != "where" and _is_dateline(sentence, candidate):
        return False
    head = sentence.tree.words[candidate.head]
    if head.tag in {"PRP", "EX", "WP", "WDT"}:
        return False  # "he" answers nothing
    asked = _BY_KIND.get(question.kind) or _BY_WANTED.get(question.wants or "")
    return asked is None or asked(sentence, candidate)


def _is_dateline(sentence: Sentence, candidate: Candidate) -> bool:
    """ "ELLBROOK — The minister said …", "MADRID (AP) — …": where it was written, nobody in it."""
    behind = sentence.lower[candidate.last + 1 : candidate.last + 2]
    return (
        candidate.first == 0
        and candidate.last < 6
        and "".join(behind) in {"—", "–", "--", "-", "("}
    )


def _words(sentence: Sentence, candidate: Candidate) -> set[str]:
    return set(sentence.lower[candidate.first : candidate.last + 1])


def _is_person(sentence: Sentence, candidate: Candidate) -> bool:
    head = sentence.tree.words[candidate.head]
    return candidate.form not in _CLAUSES and candidate.kind in _PERSONS and head.tag != "DT"


def _is_body(sentence: Sentence, candidate: Candidate) -> bool:
    return candidate.form not in _CLAUSES and candidate.kind in _BODIES


def _is_place(sentence: Sentence, candidate: Candidate) -> bool:
    if candidate.form == "prepositional":
        return candidate.kind not in {"time", "person"}
    return candidate.kind in _PLACES


def _is_placed(sentence: Sentence, candidate: Candidate) -> bool:
    return candidate.form not in _CLAUSES and candidate.kind in _PLACES | {"noun"}


def _is_time(sentence: Sentence, candidate: Candidate) -> bool:
    return candidate.kind in _TIMES or sentence.lower[candidate.first] in lexicon.words("time")


def _is_number(sentence: Sentence, candidate: Candidate) -> bool:
    within = range(candidate.first, candidate.last + 1)
    return (
        candidate.kind in {"number", "percent", "money"}
        or bool(lexicon.words("count") & _words(sentence, candidate))
        or any(sentence.tree.words[i].tag == "CD" for i in within)
    )


def _is_money(sentence: Sentence, candidate: Candidate) -> bool:
    words = _words(sentence, candidate)
    return (
        candidate.kind in {"money", "percent"}
        or any(sign in word for word in words for sign in "$€£¥")
        or not lexicon.stems("currency").isdisjoint(map(lexicon.stem, words))
    )


def _is_often(sentence: Sentence, candidate: Candidate) -> bool:
    words = _words(sentence, candidate)
    return candidate.kind == "set" or bool(lexicon.words("often") & words)


def _is_age(sentence: Sentence, candidate: Candidate) -> bool:
    """ "aged 31", "the 31-year-old", and the bare number of "Adam Sayle, 31, a lawyer"."""
    if lexicon.words("age") & _words(sentence, candidate):
        return _is_number(sentence, candidate)
    first, last = candidate.first, candidate.last
    around = sentence.lower[max(0, first - 1) : first] + sentence.lower[last + 1 : last + 2]
    return first == last and sentence.lower[first].isdigit() and set(around) <= {",", "aged"}


def _is_reason(sentence: Sentence, candidate: Candidate) -> bool:
    if candidate.kind == "quote":
        return True
    end = sentence.tree.words[candidate.last].end
    names_time = any(kind in _TIMES and stop == end for _, stop, kind in sentence.marks)
    if (names_time and candidate.form == "prepositional") or candidate.form not in _CLAUSES:
        return False  # "for next week"
    if "because" in _words(sentence, candidate):
        return True
    words = sentence.tree.words
    for index in (candidate.first - 1, candidate.first):
        if index >= 0 and sentence.lower[index] in lexicon.words("reason"):
            # "to win time" is a reason, "to Sorrin" is not.
            if sentence.lower[index] == "to":
                return words[index + 1].tag == "VB"
            return sentence.lower[index] != "for" or candidate.form == "prepositional"
    return False


_Test = Callable[[Sentence, Candidate], bool]
_BY_KIND: Final[dict[str, _Test]] = {
    "who": _is_person, "whose": _is_person, "when": _is_time, "where": _is_place,
    "how many": _is_number, "how far": _is_number, "how often": _is_often,
    "how old": _is_age,
    "how long": lambda _, c: c.kind in _TIMES,
    "why": _is_reason,
}  # fmt: skip
_BY_WANTED: Final[dict[str, _Test]] = {
    "person": _is_person, "place": _is_placed, "organisation": _is_body, "time": _is_time,
    "money": _is_money, "number": _is_number,
}  # fmt: skip
