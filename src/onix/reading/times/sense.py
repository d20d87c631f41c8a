"""What a rule's match and what is known become: the values that the resolvers of times share.

In come a match over the words of a sentence, the anchor (publication, or the dateline where there
is one) and the last date mentioned; out comes a Sense, with a basis that says which of them a date
was read against. One function a rule stands in the files that have RESOLVERS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from onix.model import TimeExpression, TimeType
from onix.reading.grammar.openings import credit
from onix.reading.times import values as calendar
from onix.reading.times.chronicle import Entry
from onix.reading.times.found import Found
from onix.reading.times.tense import Clause, tense_at

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


WRITTEN = "a date as it is written"
AGAINST_LAST = "read against the date last mentioned"
OF_YEAR = "of the year written there"
NO_YEAR = "no year given"
OF_WEEKDAY = "so the nearest one that is a"
YEAR_WRITTEN = "a year as it is written"
EACH = "each of them"
SOON_AFTER = 3  # sentences in which "that day" is still the one that was named
UPDATED = "as the page was brought up to date after its day"


@dataclass(frozen=True, slots=True)
class Sense:
    """What the words mean. `days` is given where the value alone does not tell the days."""

    type: TimeType
    value: str
    basis: str
    mod: str | None = None
    days: calendar.Days | None = None
    part: bool = False  # a clock time or part of a day that still looks for its day
    weekday: bool = False  # "Tuesday", "next Tuesday", and no date besides
    day_word: bool = False  # "today"
    compared: bool = False  # what something else is compared with ("a year ago")
    told: bool = True  # a clause in the past tells what was on that day
    reported: bool = False  # a quarter that is told of as over; that of a company may be


@dataclass(slots=True)
class Known:
    """What is known where an expression stands: its anchor and what was mentioned before.

    Attributes:
        anchor: The day the words were written, as far as is known; None when it is not.
        anchor_is: What tells that day: "publication" or "the dateline".
        last: TIMEX3 value of the last calendar date mentioned, `last_words` its words, and
            `last_in` the sentence that has them; `last_day` all three of the last day of a month.
        spoken_of: The quarter last spoken of that is over, not one it is compared with, and
            `spoken_in` the sentence that does.
        year: The year of the last day written out in full, and `year_in` the sentence that does.
        months_in: The sentence that last spoke of so many months together, and no quarter since.
        paragraph: The sentence with which the present paragraph begins.
        line: The sentence with which the present line begins; most formats have one a paragraph.
        bare_year: The year last written without a day, and the sentence that does.
        years: The year of each day of a month that was written out in full ("01-07").
        of_a_match: Whether the text tells of a match that has quarters.
        is_page: Whether it is a page of the web, which is often brought up to date the day after.
        day_first: Whether a date in figures has shown its day to stand before its month.
        heading: The day of an agenda with which the sentence begins.
        entry: The entry of a chronicle that the sentence stands in.
        to_come: Days of the week (1 is Monday) that were plainly looked ahead to.
    """

    anchor: date | None
    anchor_is: str = "publication"
    sentence: int = 0
    last: str | None = None
    last_words: str = ""
    last_in: int = 0
    last_day: tuple[str, str, int] | None = None
    spoken_of: str | None = None
    spoken_in: int = 0
    year: str | None = None
    year_in: int = 0
    months_in: int = -1
    of_a_match: bool = False
    is_page: bool = False
    paragraph: int = 0
    line: int = 0
    bare_year: tuple[str, int] = ("", -1)
    day_first: bool | None = None
    heading: date | None = None
    entry: Entry | None = None
    to_come: set[int] = field(default_factory=set)
    years: dict[str, str] = field(default_factory=dict)

    def mention(self, sense: Sense, words: str, *, heads: bool) -> None:
        """Keep a date for what is read against it later ("the same day").

        A year that heads its sentence ("In 2008, they …") is that of the months in it.
        """
        if re.fullmatch(r"P(?:6|9|12)M", sense.value):
            self.months_in = self.sentence
        if sense.type not in {"DATE", "TIME"} or sense.part or sense.compared:
            return
        if calendar.days(sense.value[:10]):
            self.last, self.last_words, self.last_in = sense.value[:10], words, self.sentence
            if len(self.last) == 10 and re.search(r"\d", words):
                self.last_day = self.last, words, self.sentence
            if sense.basis == WRITTEN and len(self.last) == 10:
                self.years[self.last[5:]] = self.last[:4]
            elif OF_WEEKDAY in sense.basis and len(self.last) == 10:
                self.years.setdefault(self.last[5:], self.last[:4])
            goes_on = sense.basis.startswith(AGAINST_LAST) and not sense.basis.endswith(OF_YEAR)
            whole = len(sense.value) >= 10 or (goes_on and "-W" in sense.value)
            if (sense.basis == WRITTEN or goes_on) and whole and sense.told:
                self.year, self.year_in = sense.value[:4], self.sentence
            if sense.basis == YEAR_WRITTEN:
                self.bare_year = sense.value, self.sentence
            there = sense.basis.startswith(AGAINST_LAST) and re.fullmatch(r"\d{4}", sense.value)
            if heads and (sense.basis == YEAR_WRITTEN or there):  # "That year, it fell in June"
                self.year, self.year_in = sense.value[:4], self.sentence - 1
            is_quarter = re.fullmatch(r"\d{4}-Q\d", sense.value)
            if is_quarter and (sense.reported or self._is_over(sense.value)):
                self.spoken_of, self.spoken_in, self.months_in = sense.value, self.sentence, -1

    def stand_at(self, heading: date, words: str, *, heads: bool) -> None:
        """Let an hour below the day that heads an agenda be of that day."""
        self.last, self.last_words = str(heading), words
        self.last_in = self.sentence if heads else self.sentence - 1
        self.heading = heading if heads else None

    def stand_at_anchor(self, words: str) -> None:
        """Let what is read against the last date mentioned be read against the anchor."""
        if self.anchor is not None:
            self.last, self.last_words, self.last_in = str(self.anchor), words, self.sentence

    def at_last_day(self, unit: str) -> Known:
        """Give what is known where "that day" is no year named since, "that month" not this one.

        Of the day, week or month of writing nobody says "that".
        """
        if self.last_day is None or not 0 < self.sentence - self.last_day[2] <= SOON_AFTER:
            return self
        day, anchor = self.day, self.anchor
        is_now = day and anchor and calendar.at(day, unit) == calendar.at(anchor, unit)
        is_other = unit == "D" and self.last_in < self.sentence and len(self.last or "") < 10
        if not (is_now or is_other):
            return self  # "a flight in June told that the engine failed that day"
        last, words, last_in = self.last_day
        return replace(self, last=last, last_words=words, last_in=last_in)

    def behind_a_year(self) -> Known:
        """Give what is known where only a year was named since a day to come: "the 2026 fair"."""
        if self.last_day is None or self.sentence - self.last_day[2] > SOON_AFTER:
            return self
        last, words, last_in = self.last_day
        if len(self.last or "") != len("2026") or not self.anchor or last <= str(self.anchor):
            return self
        return replace(self, last=last, last_words=words, last_in=last_in)

    def on_its_side(self, clause: Clause) -> Known:
        """Forget a last day to come where a clause tells of the past, and one gone where of later.

        "It stays shut until Friday. It fell at 4 a.m." tells no Friday.
        """
        if self.anchor is None or self.last is None or len(self.last) != 10:
            return self
        ahead = self.last > str(self.anchor) and clause.tense == "past"
        behind = self.last < str(self.anchor) and clause.tense == "future" and clause.plain
        return replace(self, last=None) if ahead or behind else self

    def _is_over(self, value: str) -> bool:
        """Is a quarter one that can be reported on? "The latest quarter" is none to come."""
        span = calendar.days(value)
        return self.anchor is None or (span is not None and span[1] < self.anchor)

    @property
    def ends_the_week(self) -> bool:
        """Is it Sunday, on which "last week" is that of the days just gone?"""
        return self.anchor is not None and self.anchor.isoweekday() == 7

    @property
    def day(self) -> date | None:
        """The first day of the last date mentioned."""
        span = calendar.days(self.last) if self.last else None
        return span[0] if span else None

    @property
    def past_year(self) -> str | None:
        """The year of a whole date in this sentence or the one before, or that heads this one."""
        near = self.year is not None and self.sentence - self.year_in <= 1
        if not near or self.anchor is None or self.year is None:
            return None
        return self.year if self.year.isdigit() and int(self.year) <= self.anchor.year else None

    @property
    def year_ahead(self) -> str | None:
        """A year to come that this sentence has just named ("The 2028 Games open on 14 July")."""
        year, named_in = self.bare_year
        is_ahead = self.anchor is not None and year.isdigit() and int(year) > self.anchor.year
        return year if is_ahead and named_in == self.sentence else None

    @property
    def looks_ahead(self) -> bool:
        """Has this sentence just named a day to come?"""
        day = self.day if self.last_in == self.sentence else None
        return bool(
            day and self.last and len(self.last) == 10 and self.anchor and day > self.anchor
        )

    @property
    def is_new_paragraph(self) -> bool:
        """Does this sentence begin a paragraph, and was the year named before it?"""
        before = self.year_in == self.sentence - 1 and self.bare_year[1] != self.sentence
        return self.paragraph == self.sentence and before

    @property
    def quarter(self) -> str | None:
        """The quarter spoken of in this sentence or the six before it."""
        return self.spoken_of if self.sentence - self.spoken_in <= 6 else None

    @property
    def quarter_last_year(self) -> str | None:
        """What "a year ago" is beside the quarter spoken of; beside nine months it is a year."""
        quarter = self.quarter
        if quarter is None:
            return None
        year = f"{int(quarter[:4]) - 1:04}"
        return year if self.months_in == self.sentence else year + quarter[4:]

    @property
    def month_here(self) -> str | None:
        """The month or half of a year last mentioned, where this sentence does so."""
        if self.last is None or self.last_in != self.sentence or "previous" in self.last_words:
            return None
        return self.last if re.fullmatch(r"\d{4}-(?:\d\d|H\d)", self.last) else None

    def is_month_told(self, month: int) -> bool:
        """Was that month of a year just named, here or in the sentence before ("In May 2006")?"""
        told = self.last if self.sentence - self.last_in <= 1 else None
        is_it = bool(re.fullmatch(rf"\d{{4}}-{month:02}", told or ""))
        return is_it and (self.anchor is None or (told or "") <= self.anchor.isoformat())

    def against(self, why: str) -> str:
        """Give a basis that names the anchor, or says that there is none."""
        if self.anchor is None:
            return f"no publication date to read it against: {why}"
        weekday = WEEKDAYS[self.anchor.weekday()]
        return f"read against {self.anchor_is}, {self.anchor} ({weekday}): {why}"

    def against_last(self, why: str) -> str:
        """Give a basis that names the last date mentioned."""
        return f'{AGAINST_LAST}, "{self.last_words}" ({self.last}): {why}'


def is_of_update(time: TimeExpression) -> bool:
    """Was it read as the day after publication, which the page tells of as gone by?"""
    return (time.basis or "").endswith(UPDATED)


Resolver = Callable[[Found, Known], Sense | None]

PARTS_OF_DAY = {"MO", "MI", "AF", "EV", "NI"}
NO_DATE = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}
NO_DATE |= {"M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "10Y": "XXX", "100Y": "XX"}


def tense_of(found: Found) -> Clause:
    """Give the tense around a match."""
    return tense_at(found.tokens.words, found.match.start(), found.match.end())


# Who or what is to be seen in a picture.
_CAPTION = re.compile(
    r", (?:(?:second |far )?(?:from )?(?:the )?(?:left|right)|cent(?:er|re)|foreground|background),"
    r"|\((?:left|right|cent(?:er|re)|second from (?:left|right))\)|\b(?:is|are) (?:seen|pictured)\b"
    r"|^(?:Hide )?Caption\b|^(?:Photos?|In pictures): "
)


def is_caption(found: Found) -> bool:
    """Does a sentence say what is to be seen in a picture, or stand behind whose another is?

    "Crowds gather at the gate on Friday": what it tells of in the present has been.
    """
    sentence = "".join(found.tokens.words)
    return bool(_CAPTION.search(sentence) or credit(sentence))


def steps(found: Found, group: str = "which") -> int:
    """Give -1 for "last", 0 for "this", 1 for "next" and their like."""
    word = found.text(group)
    if word in {"this", "current", "these", ""}:
        return 0
    return 1 if word in {"next", "coming", "following", "upcoming"} else -1


def phase(found: Found) -> str | None:
    """Give START, MID or END for "early", "mid-", "the end of" before a date."""
    words = found.text("phase")
    if re.match(r"earlier|later", words):
        return "START" if words.startswith("earlier") else "END"
    return found.value("phase") or None


def moved(known: Known, unit: str, count: int, why: str) -> Sense:
    """Give the unit that lies `count` units from the anchor."""
    if known.anchor is None:
        return Sense("DATE", NO_DATE[unit], known.against(why))
    day = calendar.shift(known.anchor, count, unit)
    if day is None:
        return Sense("DATE", "FUTURE_REF" if count > 0 else "PAST_REF", known.against(why))
    return Sense("DATE", calendar.at(day, unit), known.against(why))


def moved_from_last(known: Known, unit: str, count: int, why: str) -> Sense | None:
    """Give the unit that lies `count` units from the last date mentioned, if there is one."""
    day = known.day
    if day is None or known.last is None:
        return None
    longer = {"Y", "10Y", "100Y"} if len(known.last) < 7 else {"M", "Y", "10Y", "100Y"}
    if len(known.last) < 10 and unit not in longer:
        return None  # "two days later" after "in 1990" has no calendar date
    there = calendar.shift(day, count, unit)
    return Sense("DATE", calendar.at(there, unit), known.against_last(why)) if there else None


def short_year(written: str, known: Known) -> str:
    """Give the year of "'98": the last that ends so, or one of the next five."""
    soon = (known.anchor.year if known.anchor else 2025) + 5
    return f"{soon - (soon - int(written)) % 100:04}"


def year_of(found: Found, known: Known) -> str | None:
    """Give the year that "1988", "last year's" or "of this year" stands for; None without one."""
    for group in ("year", "before"):
        if found.text(group):
            return found.text(group)
    if found.text("short"):
        return short_year(found.text("short"), known)
    which = next((g for g in ("which", "which_before") if found.text(g)), None)
    if which is None or (found.text("unit") and found.value("unit") != "Y"):
        return None
    return moved(known, "Y", steps(found, which), "").value
