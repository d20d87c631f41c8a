"""Is another date of the record the one that a draft's should be? A time in, that one out.

Beside what `likeliest.py` says, it speaks for a date that it is near the draft's, and against one
that a clock time goes with it. A date that the record has nowhere needs less against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import log

from onix.model import Span
from onix.verify.facts.likeliest import Place, Stand, better, is_sure, likeliest, places
from onix.verify.facts.lines import Line
from onix.verify.facts.moments import tell_of_others
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import When

Told = Sequence[tuple[Line, Sequence[When]]]

# What each sign is worth, for the odds, as a logarithm, that the draft's date is wrong.
WEIGHTS: Mapping[str, float] = {
    "always": -1.63,
    "clock": -0.72,
    "apart": -0.24,
    "odds ahead": 0.63,
    "likelier": 0.72,
    "answers better": 0.35,
}
_DIGIT = re.compile(r"\d")
# How likely a date has to be of the same thing, for one that the record has nowhere: that differs
# in the day, the month or the year alone, or any other. At less, what an article has beside others
# of its story is held against it: 6 of 7 such places in 190 articles, and 1 of 7 planted errors.
_SLIP, _ANY = -4.5, -1.5
_TOLD = 4.5  # and how likely the clause tells of the same
_THE_DAY = re.compile(r"\bthe\s(\d{1,2})(?:st|nd|rd|th)\b")
_ORDINAL = re.compile(r"the\s\w+")  # "the 26th", of which month is not said


class OtherDays:
    """The dates of the sources, each held against those of a draft.

    Args:
        told: The times of the sources with their lines.
    """

    def __init__(self, shelf: Shelf, tellings: Tellings, told: Told) -> None:
        self._shelf, self._tellings, self._told = shelf, tellings, told

    def against(self, line: Line, one: When, beside: Sequence[When]) -> Place[When] | None:
        """Give the date that the draft's should be, where it surely should.

        Args:
            beside: All times of the draft's line.
        """
        weighed = self.signs(line, one, beside)
        if weighed is not None and is_sure(weighed[1], WEIGHTS):
            return weighed[0]
        return None if self._is_somewhere(one) else self._instead(line, one, beside)

    def _is_somewhere(self, one: When) -> bool:
        """May the record have the date, of whatever it is told there?"""
        return (
            one.is_counted
            or one.minutes is not None
            or bool(_ORDINAL.fullmatch(one.span.text))
            or any(
                (one.may_be(each) and not one.is_finer(each)) or has_day(where, one)
                for where, times in self._told
                for each in times
            )
        )

    def _instead(self, line: Line, one: When, beside: Sequence[When]) -> Place[When] | None:
        """Give the date in whose place stands one that the record has nowhere."""
        told: Iterator[tuple[Line, When, Span, Stand]] = (
            (where, other, other.span, "other")
            for where, times in self._told
            for other in times
            if _is_for_it(one, other, beside)
            and not tell_of_others(line, one.span, where, other.span, self._shelf.looked_up)
        )
        for each in places(self._shelf, self._tellings, line, one.span, told).others:
            needed = _SLIP if one.is_slip_of_date(each.told) else _ANY
            if each.surely >= needed and each.likely >= _TOLD:
                return each
        return None

    def signs(
        self, line: Line, one: When, beside: Sequence[When]
    ) -> tuple[Place[When], dict[str, float]] | None:
        """Give the likeliest other date and all that speaks for and against it."""
        if one.is_counted:
            return None
        told = self._comparable(line, one, beside)
        found = likeliest(self._shelf, self._tellings, line, one.span, told)
        if found is None:
            return None
        best, first = found.others[0], found.own[0] if found.own else None
        days = abs((one.first - best.told.first).days)
        return best, {
            "always": 1.0,
            "clock": float(one.minutes is not None),
            "apart": log(1 + days) / 3,
            "likelier": min(2.0, (best.likely - first.likely) / 3) if first else 1.0,
            **better(line, one.span, "when", found, lambda each: each.span),
        }

    def _comparable(
        self, line: Line, one: When, beside: Sequence[When]
    ) -> Iterator[tuple[Line, When, Span, Stand]]:
        for where, times in self._told:
            for other in times:
                if one.meets(other) and not one.is_finer(other):
                    yield where, other, other.span, "same"
                elif _may_be_instead(one, other, beside) and not tell_of_others(
                    line, one.span, where, other.span, self._shelf.looked_up
                ):
                    yield where, other, other.span, "other"


def _may_be_instead(one: When, other: When, beside: Sequence[When]) -> bool:
    """May a date of the record be what a draft's should be?"""
    if one.is_of_another_week(other):
        return False
    if one.meets(other) or other.is_counted or "week" in (one.length, other.length):
        return False
    is_in_full = other.length == "day" and bool(_DIGIT.search(other.span.text))
    if not one.is_like(other) and not (one.is_wide_of(other) and is_in_full):
        return False
    return not any(each is not one and each.is_like(other) and each.meets(other) for each in beside)


def _is_for_it(one: When, other: When, beside: Sequence[When]) -> bool:
    """May a date of the record be the one for which stands one that it has nowhere?"""
    if other.is_counted or other.minutes is not None or one.may_be(other):
        return False
    if one.is_of_another_week(other):
        return False
    if any(each is not one and each.is_like(other) and each.meets(other) for each in beside):
        return False
    if one.is_like(other):
        return "week" not in (one.length, other.length)
    is_year_told = one.length != "years" or (one.has_year and other.has_year)
    return is_year_told and one.is_finer_told(other) and bool(_DIGIT.search(other.span.text))


def has_day(where: Line, one: When) -> bool:
    """Does a sentence have a date in short: "from the evening of 6 May to the 9th"?"""
    if one.length != "day" or one.is_bare or not one.has_day:
        return False
    return any(int(each[1]) == one.first.day for each in _THE_DAY.finditer(where.span.text))
