"""What is not as it was said, word by word: words of the claim and of the tape in, kinds out.

Facts only. Words that are only written another way are no difference; of words left out, sounds,
stutters and restarts are told from what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onix.model import DifferenceKind
from onix.reading.words import sections, verb_forms, words_of
from onix.verify.opposites import are_opposite
from onix.verify.spellings import (
    are_drawn_together,
    are_same,
    as_day,
    is_number,
    pairs,
    plain,
    written_out,
)

RESTART = 6  # words at most that somebody says again

# What a difference of these kinds does to the sense, the gravest first.
GRAVE: tuple[DifferenceKind, ...] = (
    "negation",
    "opposite",
    "number",
    "unit",
    "name",
    "date",
    "modal",
    "quantifier",
)
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "ies", "ied", "y", "e", "er", "est", "ly", "n", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in a row, as written, with what stands before and behind them.

    Attributes:
        opens: The first one begins a sentence, so that its capital says nothing
        names: unless it is known for a name from elsewhere.
        bare: The source has no capitals at all, and so none of its names has.
        before: The words before, the nearest last; `behind` likewise, the nearest first.
        whole: They are a sentence, or several, that nobody broke off.
    """

    words: tuple[str, ...]
    text: str = ""
    opens: bool = False
    names: bool = False
    bare: bool = False
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    whole: bool = False

    @property
    def low(self) -> list[str]:
        """The words as lists have them."""
        return [plain(word) for word in self.words]


@cache
def _list(section: str) -> frozenset[str]:
    return words_of("speech", section)


@cache
def _denying() -> frozenset[str]:
    """Give "not" and the like, and the forms of "fail", "refuse" and "doubt"."""
    return _list("negations") | verb_forms("speech", "turning_down")


@cache
def bounds() -> frozenset[str]:
    """Give what says before a number that it is not exactly so many: "about", "up to"."""
    kinds = ("about", "nearly", "more", "less", "at_least", "at_most")
    return frozenset(each for kind in kinds for each in sections("facts")[kind])


@cache
def _asides() -> frozenset[str]:
    return frozenset(sections("speech")["asides"])


@cache
def _units() -> dict[str, str]:
    found: dict[str, str] = {}
    for section in ("sign", "currency", "measure"):
        for entry in sections("units")[section]:
            words, _, value = entry.partition("=")
            found |= dict.fromkeys(words.split(), value.strip())
    for entry in sections("times")["unit"]:  # a week is no month
        words, _, value = entry.partition("=")
        found |= dict.fromkeys(words.split(), value.strip())
    return found


@cache
def _dates() -> frozenset[str]:
    names = ("month", "month_or_word", "weekday", "weekdays")
    return frozenset(
        word
        for name in names
        for entry in sections("times")[name]
        for word in entry.partition("=")[0].split()
    )


def _has_date(words: Words) -> bool:
    """Is there a month or a day of the week among the words?"""
    return any(
        plain(word) in _dates() and (word[:1].isupper() or plain(word) not in ("may", "march"))
        for word in words.words
    )


def of_left_out(words: Words) -> tuple[DifferenceKind, bool]:
    """Say what it is that words of the tape are left out, and whether the sense may change."""
    low = words.low
    meant = [word for word in low if word not in _list("fillers")]
    if not meant or " ".join(meant) in _asides() or _is_restart(meant, words):
        return "cleaned", False
    denies = any(word in _denying() for word in meant)
    if len(meant) <= 2 and denies:
        return "negation", True
    is_clause = low[0] in _JOINING or _BETWEEN_CLAUSES.search(words.text)
    if len(meant) <= RESTART and denies and not is_clause:
        return "cut", True
    if low[0] in _list("conditions") - {"but", "though", "although", "until"} and len(low) > 1:
        return "condition", True
    if len(meant) <= 2 and _all_small(meant[1:]):
        if meant[0] in _list("certainty") | _list("modals"):
            return "modal", True
        if meant[0] in _list("quantifiers"):
            return "quantifier", True
    if " ".join(meant) in bounds() and any(map(is_number, words.behind[:1])):
        return "quantifier", True
    return "cut", False


def _all_small(words: Sequence[str]) -> bool:
    return all(word in _list("function") for word in words)


def _is_restart(words: Sequence[str], around: Words) -> bool:
    """Are these words said again, or the broken-off beginning of what follows?"""
    if len(words) > RESTART:
        return False
    behind = [plain(word) for word in around.behind[: len(words)]]
    before = [plain(word) for word in around.before[-len(words) :]]
    if list(words) in (behind, before):
        return True
    if around.whole or any(word in _list("negations") for word in words):
        # Nor is "We are at war. (We have plans.) We must act" a slip of the tongue,
        # nor "we will (not raise taxes and we will) cut".
        return False
    if words[0] in behind[:1] or words[-1] in before[-1:]:
        return True
    if behind[:1] == [plain(re.split("['’]", around.words[0])[0])]:
        return True  # "we're all — we all"
    broken = words[-1]
    return bool(behind) and len(broken) > 1 and behind[0] != broken and behind[0].startswith(broken)


def of_put_in(words: Words) -> tuple[DifferenceKind, bool]:
    """Say what it is that a claim has words that were not said."""
    low = words.low
    if all(word in _list("fillers") for word in low):
        return "cleaned", False
    signs: tuple[tuple[DifferenceKind, bool], ...] = (
        ("negation", any(word in _denying() for word in low)),
        ("number", any(is_number(word) and word != "one" for word in low)),
        ("unit", any(word in _units() for word in low)),
        ("modal", any(word in _list("modals") | _list("certainty") for word in low)),
        ("quantifier", any(word in _list("quantifiers") for word in low)),
    )
    kind = next((kind for kind, is_it in signs if is_it), None)
    return ("inserted", False) if kind is None else (kind, True)


def of_changed(claim: Words, tape: Words) -> tuple[DifferenceKind, bool] | None:
    """Say what it is that words were said in another way; None where only the writing differs."""
    if are_same(claim.text, tape.text) or _are_one_day(claim, tape):
        return None
    if are_drawn_together(claim.text, tape.text):
        return "function", False
    kind = _kind(claim, tape)
    return kind, kind in GRAVE


def _are_one_day(claim: Words, tape: Words) -> bool:
    """Do both say the same day beside a month: "March 3", "March 3rd", "the third of March"?"""
    day = as_day(claim.text)
    return (
        day.isdigit()
        and day == as_day(tape.text)
        and all(_has_date(Words((*each.before[-1:], *each.behind[:2]))) for each in (claim, tape))
    )


def _kind(claim: Words, tape: Words) -> DifferenceKind:
    one, other = claim.low, tape.low
    if _denying().isdisjoint(one) != _denying().isdisjoint(other):
        return "negation"
    if are_opposite(one, other):
        return "opposite"
    if _numbers(one) != _numbers(other) and _numbers(one) and _numbers(other):
        return "number"
    if {_units()[word] for word in one if word in _units()} != {
        _units()[word] for word in other if word in _units()
    }:
        return "unit"
    if _has_date(claim) and _has_date(tape):
        return "date"
    if _has_name(claim) and _has_name(tape):
        return "name"
    if _numbers(one) != _numbers(other):
        return "number"
    if {_tense(word) for word in _only(one, "how_sure")} != {
        _tense(word) for word in _only(other, "how_sure")
    }:
        return "modal"
    for kind, section in (("modal", "modals"), ("quantifier", "quantifiers")):
        if _only(one, section) != _only(other, section) and (
            _some(one, section) and _some(other, section)
        ):
            if len(one) == len(other) == 1 and _tense(one[0]) == _tense(other[0]):
                return "function"
            return "modal" if kind == "modal" else "quantifier"
    if _all_small(one) and _all_small(other):
        return "function"
    if len(one) == len(other) and all(map(_is_form, one, other)):
        return "function"
    return "word"


def _tense(word: str) -> str:
    return pairs("speech", "backshifted").get(word, word)


def _some(words: Sequence[str], section: str) -> bool:
    return any(word in _list(section) for word in words)


def _only(words: Sequence[str], section: str) -> list[str]:
    return [word for word in words if word in _list(section)]


def _numbers(words: Sequence[str]) -> str:
    found = [word for word in words if is_number(word)]
    return "" if found == ["one"] else written_out(" ".join(found))


def _is_form(one: str, other: str) -> bool:
    """Are these two forms of one word ("want", "wanted"), or both small words?"""
    if one == other or (one in _list("function") and other in _list("function")):
        return True
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= 3 and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


_JOINING = frozenset({"and", "but", "or", "so"})  # what opens a clause of its own
_BETWEEN_CLAUSES = re.compile(r"[,;:.?!…—–]")
CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")


def _has_name(words: Words) -> bool:
    """Is there a name among the words: a capital that no beginning of a sentence explains?"""
    if words.bare:
        return not _all_small(words.low)
    found = words.words[1:] if words.opens and not words.names else words.words
    return any(CAPITAL.match(word) and plain(word) not in _list("function") for word in found)
