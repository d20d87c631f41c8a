"""Is another date of the record the one that a draft's should be? A time in, that one out.

Beside what `likeliest.py` says, it speaks for a date that it differs in one part alone, and against
one that its sentence has the draft's, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from onix.model import Span
from onix.verify.facts.likeliest import Likeliest, Place, Stand, places, surest, weighed
from onix.verify.facts.lines import Line
from onix.verify.facts.moments import tell_of_others
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.tables import shape, tables_in
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.two_times import are_of_two_times
from onix.verify.facts.whens import When

Told = Sequence[tuple[Line, Sequence[When]]]

# What each sign is worth, for the odds, as a logarithm, that the draft's date is wrong.
WEIGHTS: Mapping[str, float] = {
    "always": -1.898,
    "likely": 0.149,
    "ahead": 0.174,
    "nearest": 0.275,
    "contradicted": 0.190,
    "borne out": -0.140,
    "is slip": 1.246,
    "is counted": -2.130,
    "beside its own": -0.897,
}
# What it counts against a text of another day that was looked up, that each tells of a day near to
# its own: the storm goes on. Fitted as in `elsewhen.py`: of 45 false contradictions that are left
# there and in 140 more articles 17 go, and of 61 true ones 3.
_OWN_DAYS = 0.7
_NEAR = timedelta(days=7)
_DIGIT = re.compile(r"\d")
_BEFORE = re.compile(r"\bbefore\s(?:the\s(?:start|beginning)\sof\s)?$", re.IGNORECASE)
_BY_END = re.compile(
    r"\b(?:by|before|until|till)\s(?:the\s)?(?:end|close)\sof\b|\bby\s\S+(?:\s\S+)?$", re.IGNORECASE
)
_THE_DAY = re.compile(r"\bthe\s(\d{1,2})(?:st|nd|rd|th)\b")
_ASIDE = re.compile(
    r"\b[A-Z][\w.’'-]+\s[A-Z][\w.’'-]+/[A-Z]\w+|\bGetty\sImages\b"
    r"|^This\s(?:story|article|report|post|page)\s(?:has\sbeen|was)\s(?:updated|corrected|first\spublished)\b"
)
_OF_SAME = re.compile(r"\s(?:of|in)\s(?:that|the\ssame)\s(?:year|month|week)\b")


class OtherDays:
    """The dates of the sources, each held against those of a draft.

    Args:
        told: The times of the sources with their lines.
        draft: The lines of the draft.
    """

    def __init__(
        self, shelf: Shelf, tellings: Tellings, told: Told, draft: Sequence[Line] = ()
    ) -> None:
        self._shelf, self._tellings, self._told = shelf, tellings, told
        self._of_tables = tables_in(draft)
        self._times = {key_of(line): times for line, times in told}

    def beside(self, line: Line, one: When, beside: Sequence[When]) -> Likeliest[When]:
        """Give the dates that bear a draft's out, and those that may be it instead.

        Args:
            beside: All times of the draft's line.
        """
        told = self._comparable(line, one, beside)
        return places(self._shelf, self._tellings, line, one.span, told)

    def against(self, line: Line, one: When, found: Likeliest[When]) -> Place[When] | None:
        """Give the date that the draft's should be, where it surely should."""
        if shape(line) in self._of_tables:
            return None
        signs = self.signs(line, one, found)
        if signs is None:
            return None
        best, weighed_up = signs
        doubt = self._shelf.doubt(best.where)
        if self._shelf.is_looked_up(best.where) and _are_of_own_days(line, one, best):
            doubt += _OWN_DAYS
        return surest(best, weighed_up, WEIGHTS, doubt)

    def signs(
        self, line: Line, one: When, found: Likeliest[When]
    ) -> tuple[Place[When], dict[str, float]] | None:
        """Give the likeliest other date and all that speaks for and against it."""
        known = weighed(
            self._shelf, self._tellings, line, one.span, "date", found, lambda each: each.span
        )
        if known is None:
            return None
        best, signs = known
        times = self._times[key_of(best.where)]
        return best, {
            **signs,
            "is slip": float(one.is_slip_of_date(best.told)),
            "is counted": float(one.is_counted),
            "beside its own": float(_has(best.where, times, one)),
        }

    def _comparable(
        self, line: Line, one: When, beside: Sequence[When]
    ) -> Iterator[tuple[Line, When, Span, Stand]]:
        for where, times in self._told:
            for other in times:
                if one.meets(other) or _are_one_limit(line, one, where, other):
                    if not one.is_finer(other):
                        yield where, other, other.span, "same"
                elif _may_be_instead(one, other, where, beside) and not (
                    self._shelf.is_looked_up(where)
                    and (
                        tell_of_others(line, one.span, where, other.span)
                        or _is_of_either(one, other)
                        or are_of_two_times(line, one, where, other)
                        or any(map(_is_aside, (line, where)))
                    )
                ):
                    yield where, other, other.span, "other"


def _are_of_own_days(line: Line, one: When, best: Place[When]) -> bool:
    """Does each of two texts of two days tell of a day near to its own?"""
    own, other = line.document.day, best.where.document.day
    if own is None or other is None or own == other:
        return False
    return abs(own - one.first) <= _NEAR and abs(other - best.told.first) <= _NEAR


def _is_aside(line: Line) -> bool:
    """Is it no sentence of the story: a caption with who took the picture, a note on the text?"""
    return _ASIDE.search(line.span.text) is not None


def _is_of_either(one: When, other: When) -> bool:
    """Do both texts say it by the same words, each of its own day: "tonight", "last month"?"""
    is_number = _DIGIT.search(one.span.text) is not None
    return not is_number and one.span.text.lower() == other.span.text.lower()


def _are_one_limit(line: Line, one: When, where: Line, other: When) -> bool:
    """Does one end where the other begins, as a limit: "before 2029", "by the end of 2028"?"""
    sides = ((line, one), (where, other))
    for (mine, later), (theirs, earlier) in (sides, sides[::-1]):
        if (
            _BEFORE.search(mine.before(later.span.start))
            and _BY_END.search(theirs.before(earlier.span.start) + earlier.span.text)
            and earlier.last + timedelta(days=1) == later.first
        ):
            return True
    return False


def _may_be_instead(one: When, other: When, where: Line, beside: Sequence[When]) -> bool:
    """May a date of the record be what a draft's should be?"""
    if one.is_of_another_week(other) or "week" in (one.length, other.length):
        return False
    if other.is_counted or _OF_SAME.match(where.behind(other.span.end)):
        return False  # "the following summer", "May of that year"
    if not one.is_like(other):
        is_in_full = other.length == "day" and bool(_DIGIT.search(other.span.text))
        if not is_in_full or not (one.is_wide_of(other) or one.is_year_beside(other)):
            return False
    return not any(each is not one and each.is_like(other) and each.meets(other) for each in beside)


def _has(where: Line, times: Sequence[When], one: When) -> bool:
    """Has a sentence the date too, be it in short: "from the evening of 6 May to the 9th"?

    What else it has is then of something else.
    """
    if any(
        each.meets(one)
        and not one.is_finer(each)
        and (each.is_like(one) or not (one.is_bare or each.is_bare))
        for each in times
    ):
        return True
    if one.length != "day" or one.is_bare or not one.has_day:
        return False
    return any(int(each[1]) == one.first.day for each in _THE_DAY.finditer(where.span.text))
