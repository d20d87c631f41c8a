"""What a number in a text says: figures and spans of time in, amounts that can be compared out.

"about 200", "more than 200", "3.5 million", "two-thirds", "six years": an amount has a value, how
it is meant, what it counts, and how finely it is told. Two amounts agree where one may be told for
the other; only what nobody would tell so is another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from onix.model import Figure, Span
from onix.reading import lexicon
from onix.reading.numbers import number
from onix.reading.persons import nouns_in
from onix.reading.words import sections, words_of
from onix.verify.facts.changes import (
    is_besides,
    is_change,
    is_clock,
    is_denied,
    is_offset,
    is_rate,
    is_whole,
    per,
)
from onix.verify.facts.durations import UNITS, count_of, days_of, unit_of
from onix.verify.facts.lines import RANK, SHARE, Line
from onix.verify.facts.measures import factor, kind

Meant = Literal["", "about", "nearly", "more", "less", "at_least", "at_most", "limit"]
_MEANT: tuple[Meant, ...] = ("about", "nearly", "more", "less", "at_least", "at_most")
_ROUGH = 0.1  # of the value, which "about" leaves open
_ABOVE = 0.25  # of the value, by which more is still told as "more than"
_CALENDAR = 0.09  # of the value, by which "a month" is "four weeks" or "30 days",
_LOOSELY = 0.045  # and a year so many months and some days
_OTHER = re.compile(r"^[^,;.]*\s(?:the\sother|another|the\snext)\b")
_PART_OF = re.compile(r"\b(?:half|thirds?|quarters?)(?:\sof)?\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b[bB]etween\s$")
_JOINED = re.compile(r"(?:,|,?\sand)?\s")
_THROUGH = re.compile(r"over\s(?:the|these|those|that|its|his|her|their|all)\b", re.IGNORECASE)
_POINTS = re.compile(r"percentage[\s-]points?")
_AGE = re.compile(
    r"(?:,|\()\s*(?:aged\s+)?$|\baged\s+$|\bwho\s(?:is|was)\s(?:now\s)?$|\bat\sthe\sage\sof\s$"
)
_YEARS_OLD = re.compile(r"[-\s]years?[-\s]old\b")
_SOMEBODY_OF = re.compile(r"\b(\w+)\sof\s$")
_LIMIT = re.compile(
    r"(?:(?P<age>\bthe\sage\sof|\baged)|(?P<who>\w+)\s(?:under|over|below|above))\s(?:the\sage\sof\s)?$"
)
RANKED = "rank "
NUMBERED = "number of a "  # "chapter nine"
_NUMBERED = re.compile(
    r"\b(chapter|episode|page|line|platform|gate|room|article|section|move|game|round|lap|stage"
    r"|kilometre|kilometer|mile|verse|act|scene|volume|part|level|phase|grade|class|unit|flight)\s$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:to|and|or)\b|[-–]\s?\d")
_OLDEST = 120  # years
_BEHIND = 8  # characters at most from a name to its age


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it says.

    Attributes:
        unit: "%", "USD", "km", "point", "day" for spans of time, "age", "rank longest"; None where
            things are counted.
        head: The noun counted, in lower case; None where it is not clear.
        digits: Significant digits it is told with; `raw` has them.
        per: "week" for what is told by the week; None where nothing of the sort is said.
        is_change: It says by how much something is more or less, and not how much there is.
        told_in: "M" for a span of time that is told in months; None for others.
        of: Whether it counts others beside some, and whether all of which some are told, or how
            far it is from something else; what differs in that is no contradiction.
        first: The slot of a number that is told in two: "four years" of "four years and a month".
    """

    span: Span
    value: float
    meant: Meant
    unit: str | None
    head: str | None
    digits: int
    raw: str = ""
    per: str | None = None
    is_change: bool = False
    told_in: str | None = None
    first: Span | None = None
    of: tuple[bool, bool, bool] = (False, False, False)

    @property
    def is_range(self) -> bool:
        """Is it a span of time that has two ends: "four to six days"?"""
        return (
            self.told_in is not None and self.first is None and bool(_BOUND.search(self.span.text))
        )

    @property
    def slot(self) -> Span:
        """The place of its line that is compared with others."""
        return self.first or self.span

    @property
    def in_digits(self) -> bool:
        """Is it written in digits?"""
        return any(letter.isdigit() for letter in self.span.text)

    def is_comparable(self, other: Amount) -> bool:
        """Do both count or measure the same kind of thing?"""
        if self.unit is not None or other.unit is not None:
            return self._converted(other) is not None
        if self.head is None or other.head is None:
            return self.head is other.head
        return lexicon.match(self.head, other.head) > 0

    def is_told_otherwise(self, other: Amount) -> bool:
        """Is it the same number in another unit of the same kind: miles for kilometres?"""
        if self.raw != other.raw:
            return False
        if _is_other_money(self, other) or _is_other_money(other, self):
            return True  # "$2.4 million", "2.4 million pesos"
        if self.per and other.per and self.per != other.per:
            return self.unit == other.unit  # "$76 a week", "$76 a month"
        kinds = (kind(self.unit), kind(other.unit))
        return kinds[0] is not None and kinds[0] == kinds[1]

    def is_same_number(self, other: Amount) -> bool:
        """Are both the same number, whatever the words after it: "41", "41 people"?"""
        loose = self.unit is None or other.unit is None or self.unit == other.unit
        if self.is_told_otherwise(other):
            return False
        if self.per and other.per and self.per != other.per:
            return False
        return (
            loose
            and self.raw == other.raw
            and _agree_as_meant(self, other, other.value)
            and (_close(self.value, other.value) or "day" in (self.unit, other.unit))
        )

    def _converted(self, other: Amount) -> float | None:
        """Give the other's value in this one's unit; None where there is none."""
        if self.unit == other.unit:
            return other.value
        if self.unit is None or other.unit is None:
            return None
        there, back = factor(other.unit, self.unit), factor(self.unit, other.unit)
        if there is not None:
            return other.value * there
        return other.value / back if back is not None else None

    def agrees(self, other: Amount) -> bool:
        """May this be told where the source has the other?"""
        if self.per and other.per and self.per != other.per:
            return False
        value = self._converted(other)
        if value is None:
            value = other.value
        if not _agree_as_meant(self, other, value):
            return False
        if _close(self.value, value):
            return True
        loose = self.meant == "about" or other.meant == "about" or self.unit != other.unit
        if loose and abs(self.value - value) <= _ROUGH * abs(value):
            return True
        if abs(self.value - value) <= self._slack(other) * abs(value):
            return True
        if self.meant in ("more", "at_least"):
            return self.value <= value <= (1 + _ABOVE) * self.value
        if self.meant in ("nearly", "less", "at_most"):
            return (1 - _ABOVE) * self.value <= value <= self.value
        if self.meant == "limit" and abs(self.value - value) <= _ABOVE * self.value:
            return True
        return self._rounds(value, other.digits)

    def _slack(self, other: Amount) -> float:
        """Say by what part a span of time may be off that is told in another unit."""
        told = {self.told_in, other.told_in}
        if None in told or len(told) == 1:
            return 0.0
        return _CALENDAR if "M" in told and told & {"W", "D"} else _LOOSELY

    def _rounds(self, value: float, digits: int) -> bool:
        """Is this the source's value, told less finely, or the other way round?"""
        few = min(self.digits, digits)
        if self.digits == digits or few < 1 or (few < 2 and self.meant == ""):
            return False
        return _close(_rounded(self.value, few), _rounded(value, few))


def _is_other_money(one: Amount, other: Amount) -> bool:
    """Is one told in a money that has a sign or a code, and the other in one by name?"""
    return kind(one.unit) == "money" and other.head in words_of("facts", "money")


def _agree_as_meant(one: Amount, other: Amount, value: float) -> bool:
    """Is the way a number is meant borne out, where the numbers are the same?"""
    if not _close(one.value, value):
        return True
    low, high = {"more", "at_least"}, {"less", "nearly", "at_most"}
    if (one.meant in low and other.meant in high) or (one.meant in high and other.meant in low):
        return False
    if one.told_in and re.match(r"over\b", one.span.text, re.IGNORECASE):
        return True  # "over two years" they called twice: in these two years
    return not (one.meant == "more" and other.meant in ("", "about", "at_least"))


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-3 * max(1.0, abs(one), abs(other))


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


@cache
def _modifiers() -> re.Pattern[str]:
    groups = (f"(?P<{name}>{'|'.join(_longest_first(sections('facts')[name]))})" for name in _MEANT)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)


def _longest_first(entries: tuple[str, ...]) -> list[str]:
    return [re.escape(each) for each in sorted(entries, key=len, reverse=True)]


@cache
def _parts() -> dict[str, float]:
    found: dict[str, float] = {}
    for entry in sections("facts")["parts"]:
        words, _, value = entry.partition("=")
        found |= dict.fromkeys(words.split(), float(value))
    return found


@cache
def _ranks_in_words() -> dict[str, float]:
    """Give the ordinals as numbers: "third" 3; the parts of a whole have the same words."""
    return {"second": 2.0} | {word: value for word, value in _parts().items() if value > 2}


def amounts_of(line: Line) -> list[Amount]:
    """Give the amounts of a line in the order they stand: figures and spans of time."""
    plain = [*_figures(line), *_shares(line), *_ranks(line), *_durations(line)]
    found = _joined(line, sorted(plain, key=lambda each: each.span.start))
    told = (
        replace(
            each,
            per=per(line, each.span),
            is_change=is_change(line, each.span),
            of=(
                is_besides(line, each.span),
                is_whole(line, each.span),
                is_offset(line, each.span),
            ),
        )
        for each in found
    )
    return sorted(told, key=lambda each: each.span.start)


def _joined(line: Line, amounts: list[Amount]) -> Iterator[Amount]:
    """Make one of "four years and two months" and of "four metres and eleven centimetres"."""
    whole: Amount | None = None
    for each in amounts:
        if whole is not None:
            part = whole._converted(each)
            gap = line.document.text[whole.span.end : each.span.start]
            if (
                part is not None
                and _is_measured(whole)
                and 0 < part < _size(whole)
                and _JOINED.fullmatch(gap)
            ):
                span = line.document.span(whole.span.start, each.span.end)
                value, raw = whole.value + part, whole.raw + each.raw
                digits = whole.digits + each.digits
                whole = replace(
                    whole,
                    span=span,
                    value=value,
                    raw=raw,
                    digits=digits,
                    told_in=each.told_in,
                    first=whole.slot,
                )
                continue
            yield whole
        whole = each
    if whole is not None:
        yield whole


def _is_measured(amount: Amount) -> bool:
    """Has it a unit that smaller ones make up?"""
    return amount.unit == "day" or kind(amount.unit) not in (None, "share", "money", "time")


def _size(amount: Amount) -> float:
    """Give how much one of the unit is that it is told in."""
    return UNITS.get(amount.told_in or "", 0.0) if amount.unit == "day" else 1.0


def _shares(line: Line) -> Iterator[Amount]:
    """Give "a quarter of", "half of" and "one in four" as percentages."""
    for span in line.parts:
        found = SHARE.match(line.document.text, span.start)
        if found is None:
            continue
        value = 50.0
        if found["part"]:
            value = 100 * (number([found["many"]]) or 1) / _parts()[found["part"].lower()]
        elif found["some"]:
            value = 100 * (number([found["some"]]) or 0) / (number([found["all"]]) or 1)
        yield Amount(span, value, _meant(line, span) or "about", "%", None, 2, f"{value:g}")


def _ranks(line: Line) -> Iterator[Amount]:
    """Give "third-longest" as 3 of those that are long."""
    for span in line.parts:
        found = RANK.match(line.document.text, span.start)
        if found is None:
            continue
        value = found["digits"] or _ranks_in_words()[found["word"].lower()]
        of = re.split(r"[-\s]", found["of"].lower())
        yield Amount(span, float(value), "", f"{RANKED}{' '.join(of)}", None, 1, str(value))


def _figures(line: Line) -> Iterator[Amount]:
    for figure in line.figures:
        if figure.value is None or any(figure.span.overlaps(each) for each in line.parts):
            continue
        if figure.span.text.lower() == "one" and _OTHER.search(line.behind(figure.span.end)):
            continue  # "from one camp to the other"
        if _BETWEEN.search(line.before(figure.span.start)) and " and " in figure.span.text:
            continue  # "between six and nine" are no fifteen
        if figure.of is None and figure.unit is None and is_clock(line, figure.span):
            continue
        value, unit, head = figure.value, figure.unit, _head(figure)
        if head in _parts():
            value, unit, head = 100 * value / _parts()[head], "%", None
        elif _POINTS.match(line.behind(figure.span.end).lstrip(" -")):
            unit, head = "point", None
        elif unit is None and (numbered := _NUMBERED.search(line.before(figure.span.start))):
            unit, head = f"{NUMBERED}{numbered[1].lower()}", None
        elif _YEARS_OLD.match(line.behind(figure.span.end)):
            unit, head = "age", None
        elif figure.of is None and unit is None and _is_age(line, figure):
            unit = "age"
        span = figure.span
        if line.before(span.start).lower().endswith("half ") and span.text.startswith("a "):
            value /= 2  # "half a dozen"
        yield Amount(span, value, _meant(line, span), unit, head, *_digits(span.text, value))


def _is_age(line: Line, figure: Figure) -> bool:
    """Is it "Odd Lund, 61," or "children under five"?"""
    before, behind = line.before(figure.span.start), line.behind(figure.span.end)
    if not 0 < (figure.value or 0) < _OLDEST:
        return False
    if (limit := _LIMIT.search(before)) is not None:
        return bool(limit["age"]) or bool(nouns_in(_singular(limit["who"].lower())))
    if behind[:1] not in (",", ")", ".", ";") and not re.match(r"\s(?:from|in|who)\b", behind):
        return False
    if (somebody := _SOMEBODY_OF.search(before)) is not None:
        noun = somebody[1].lower()
        return noun.endswith("man") or bool(nouns_in(noun))  # "a retired engineer of 61"
    found = _AGE.search(before)
    reach = _BEHIND + len(found.group()) if found else 0
    return found is not None and any(
        0 <= figure.span.start - each.span.end <= reach for each in line.mentions
    )


def _singular(noun: str) -> str:
    return {"children": "child", "people": "person", "women": "woman", "men": "man"}.get(
        noun, noun.removesuffix("s")
    )


def _head(figure: Figure) -> str | None:
    words: list[str] = re.findall(r"[^\W_]+", figure.of.text.lower()) if figure.of else []
    if not words or words[-1] in words_of("facts", "apart"):
        return None  # "11 fewer"
    return words[-1]


def _digits(text: str, value: float) -> tuple[int, str]:
    """Give with how many digits a number is told, and which: 1,200 with two, "3.50 million" 3."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    written = number.group().replace(",", "") if number else f"{value:.10g}"
    told = written if "." in written else written.rstrip("0")
    return len(told.replace(".", "").lstrip("0")) or 1, written.replace(".", "").strip("0")


def _durations(line: Line) -> Iterator[Amount]:
    for time in line.times:
        days = days_of(time)
        if _PART_OF.search(line.before(time.span.start)):
            continue  # "a quarter of an hour"
        if days is not None and not is_rate(line, time.span) and not is_clock(line, time.span):
            is_age = bool(re.search(r"[- ]old\b|^aged\b", time.span.text)) or line.behind(
                time.span.end
            ).lstrip("- ").startswith("old")
            meant = _meant(line, time.span)
            if not meant and time.mod in ("MORE_THAN", "LESS_THAN", "APPROX"):
                meant = {"MORE_THAN": "more", "LESS_THAN": "less", "APPROX": "about"}[time.mod]  # type: ignore[assignment]
                meant = _turned(line, time.span, meant)
            during = line.document.text[time.span.start - 5 : time.span.end]
            if meant == "more" and (_THROUGH.match(time.span.text) or _THROUGH.match(during)):
                meant = ""
            if is_age:
                yield Amount(
                    time.span,
                    round(days / 365.25),
                    meant,
                    "age",
                    None,
                    *_digits("", round(days / 365.25)),
                )
            else:
                yield Amount(
                    time.span,
                    days,
                    meant,
                    "day",
                    None,
                    *_digits(time.span.text, count_of(time)),
                    told_in=unit_of(time),
                )


def _meant(line: Line, span: Span) -> Meant:
    own = _modifiers().match(span.text + " ")
    found = own or _modifiers().search(line.before(span.start))
    meant: Meant = "" if found is None else found.lastgroup  # type: ignore[assignment]
    start = span.start if found is None or own else span.start - len(found.group())
    return _turned(line, line.document.span(start, span.end), meant)


def _turned(line: Line, span: Span, meant: Meant) -> Meant:
    """Leave open which way a limit is meant that is denied: "nobody may draw more than"."""
    is_limit = meant in ("more", "less", "at_least", "at_most")
    return "limit" if is_limit and is_denied(line, span) else meant
