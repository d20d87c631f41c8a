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
from onix.verify.facts.changes import is_change, per
from onix.verify.facts.durations import count_of, days_of
from onix.verify.facts.lines import RANK, SHARE, Line
from onix.verify.facts.measures import factor, kind

Meant = Literal["", "about", "nearly", "more", "less", "at_least", "at_most"]
_MEANT: tuple[Meant, ...] = ("about", "nearly", "more", "less", "at_least", "at_most")
_ROUGH = 0.1  # of the value, which "about" leaves open
_ABOVE = 0.25  # of the value, by which more is still told as "more than"
_POINTS = re.compile(r"percentage[\s-]points?")
_AGE = re.compile(r"(?:,|\()\s*(?:aged\s+)?$|\baged\s+$")
_LIMIT = re.compile(
    r"(?:(?P<age>\bthe\sage\sof|\baged)|(?P<who>\w+)\s(?:under|over|below|above))\s(?:the\sage\sof\s)?$"
)
RANKED = "rank "
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
        if self.meant in ("more", "at_least"):
            return self.value <= value <= (1 + _ABOVE) * self.value
        if self.meant in ("nearly", "less", "at_most"):
            return (1 - _ABOVE) * self.value <= value <= self.value
        return self._rounds(value, other.digits)

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
    found = [*_figures(line), *_shares(line), *_ranks(line), *_durations(line)]
    told = (
        replace(each, per=per(line, each.span), is_change=is_change(line, each.span))
        for each in found
    )
    return sorted(told, key=lambda each: each.span.start)


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
        value, unit, head = figure.value, figure.unit, _head(figure)
        if head in _parts():
            value, unit, head = 100 * value / _parts()[head], "%", None
        elif _POINTS.match(line.behind(figure.span.end).lstrip(" -")):
            unit, head = "point", None
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
    closes = behind[:1] in (",", ")", ".") and _AGE.search(before)
    return bool(closes) and any(
        0 <= figure.span.start - each.span.end <= _BEHIND for each in line.mentions
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
        if days is not None:
            is_age = bool(re.search(r"[- ]old\b", time.span.text)) or line.behind(
                time.span.end
            ).lstrip("- ").startswith("old")
            meant = _meant(line, time.span)
            if not meant and time.mod in ("MORE_THAN", "LESS_THAN", "APPROX"):
                meant = {"MORE_THAN": "more", "LESS_THAN": "less", "APPROX": "about"}[time.mod]  # type: ignore[assignment]
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
                    time.span, days, meant, "day", None, *_digits(time.span.text, count_of(time))
                )


def _meant(line: Line, span: Span) -> Meant:
    own = _modifiers().match(span.text + " ")
    found = own or _modifiers().search(line.before(span.start))
    return "" if found is None else found.lastgroup  # type: ignore[return-value]
