"""What a number in a text says: figures and spans of time in, amounts that can be compared out.

"about 200", "more than 200", "3.5 million", "two-thirds", "six years": an amount has a value, how
it is meant, what it counts, and how finely it is told. Whether two agree is said by
`quantities.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from onix.model import Figure, Span
from onix.reading.grammar.numbers import number
from onix.reading.names.persons import nouns_in
from onix.reading.words import one_of, sections, verb_forms, words_of
from onix.verify.facts.changes import (
    is_besides,
    is_change,
    is_clock,
    is_denied,
    is_offset,
    is_rate,
    is_whole,
    per,
    way,
)
from onix.verify.facts.durations import UNITS, count_of, days_of, unit_of
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.measures import kind
from onix.verify.facts.parts import NUMBERED, part_at, worth_of_parts
from onix.verify.facts.quantities import Amount, Meant

_MEANT: tuple[Meant, ...] = ("about", "nearly", "more", "less", "at_least", "at_most")
_OTHER = re.compile(r"^[^,;.]*\s(?:the\sother|another|the\snext)\b")
_PART_OF = re.compile(
    r"\b(?:(?P<half>half)|(?:(?P<many>an?|one|two|three)\s)?(?P<part>thirds?|quarters?))(?:\sof)?\s$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b[bB]etween\s$")
_NOTHING = 1_000  # of which one makes up a unit beside which nobody tells it
_JOINED = re.compile(r"(?:,|,?\sand)?\s")
_THROUGH = re.compile(r"over\s(?:the|these|those|that|its|his|her|their|all)\b", re.IGNORECASE)
_POINTS = re.compile(r"(?:percentage|(?P<basis>basis))[\s-]points?")
_OF_THEM = re.compile(
    r"\sof\s(?:them|those|these|whom|which)\s(?:were\s|are\s)?(?P<noun>[a-z]{3,}s|children|women|men|people)\b"
)
_AGE = re.compile(
    r"(?:,|\()\s*(?:aged\s+)?$|\baged\s+$|\bwho\s(?:is|was)\s(?:now\s)?$|\bat\sthe\sage\sof\s$"
)
_YEARS_OLD = re.compile(r"[-\s]years?[-\s]old\b")
_SOMEBODY_OF = re.compile(r"\b(\w+)\sof\s$")
_NOW = re.compile(r",\snow\s$")
_LIMIT = re.compile(
    r"(?:(?P<age>\bthe\sage\sof|\baged)|(?P<who>\w+)\s(?:under|over|below|above))\s(?:the\sage\sof\s)?$"
)
_NUMBERED = re.compile(
    r"\b(chapter|episode|page|line|platform|gate|room|article|section|move|game|round|lap|stage"
    r"|kilometre|kilometer|mile|verse|act|scene|volume|part|level|phase|grade|class|unit|flight)\s$",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"(?:\s[a-z]+)?\sor\sso\b")
_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|his\s|her\s|all\s|some\s|about\s)*")
_OF_WHOLE = re.compile(r"\sof\s((?:[\w-]+\s?){1,4})")
# "A row over the £2m" is over no more than that.
_ABOUT_THE = re.compile(r"\b(?:over|under|above|below)\sthe\s$", re.IGNORECASE)
_OLDEST = 120  # years
_BEHIND = 8  # characters at most from a name to its age


@cache
def _modifiers() -> re.Pattern[str]:
    groups = (f"(?P<{name}>{one_of(sections('facts')[name])})" for name in _MEANT)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)


def amounts_of(line: Line) -> list[Amount]:
    """Give the amounts of a line in the order they stand: figures and spans of time."""
    plain = [*_figures(line), *_told_in_words(line), *_durations(line)]
    found = _joined(line, sorted(plain, key=lambda each: each.span.start))
    told = (
        replace(
            each,
            per=per(line, each.span),
            is_change=is_change(line, each.span),
            way=way(line, each.span),
            of=(
                is_besides(line, each.span),
                is_whole(line, each.span),
                is_offset(line, each.span),
            ),
        )
        for each in found
    )
    return sorted(told, key=lambda each: each.span.start)


def with_shares(line: Line, amounts: Sequence[Amount]) -> list[Amount]:
    """Give the amounts of a line and the shares that two of them make: "22 of the 106 patients"."""
    return [*amounts, *_made_of_two(line, amounts)]


def _made_of_two(line: Line, amounts: Sequence[Amount]) -> Iterator[Amount]:
    text = line.document.text
    for one, other in pairwise(amounts):
        gap = text[one.span.end : other.span.start]
        part, whole = (one, other) if _OUT_OF.fullmatch(gap) else (other, one)
        if part is other and not (one.of[1] and part.head is None):
            continue
        if _is_of_it(part, whole) and 0 < part.value < whole.value:
            share = 100 * part.value / whole.value
            raw = f"{share:.10g}"
            yield Amount(part.span, share, "about", "%", None, 2, raw, is_worked_out=True)


def _is_of_it(part: Amount, whole: Amount) -> bool:
    """Does one count what the other does: "22 of 106", "of the 6 million crowns, 2 million"?"""
    if whole.unit is None:
        return part.unit is None
    is_money = kind(whole.unit) == "money"
    return is_money and (part.unit == whole.unit or (part.unit is None and part.head is None))


def _joined(line: Line, amounts: list[Amount]) -> Iterator[Amount]:
    """Make one of "four years and two months" and of "four metres and eleven centimetres"."""
    whole: Amount | None = None
    for each in amounts:
        if whole is not None:
            part = whole.converted(each)
            gap = line.document.text[whole.span.end : each.span.start]
            if (
                part is not None
                and _is_measured(whole)
                and _is_rest(part, whole)
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


def _is_rest(part: float, whole: Amount) -> bool:
    """Is it less than one of the unit and more than nothing beside it?

    "He signed for two years, eight minutes before noon" has two lengths.
    """
    size = _size(whole)
    return (size / _NOTHING if whole.unit == "day" else 0.0) < part < size


def _size(amount: Amount) -> float:
    """Give how much one of the unit is that it is told in."""
    return UNITS.get(amount.told_in or "", 0.0) if amount.unit == "day" else 1.0


def _told_in_words(line: Line) -> Iterator[Amount]:
    """Give "a quarter of" as a percentage, "third-longest" as 3 of those that are long."""
    for span in line.parts:
        part = part_at(line.document.text, span.start)
        # "A year and a half" is no half of anything.
        if part is not None and not any(span.overlaps(each.span) for each in line.times):
            value, unit, head, raw = part
            # "The car went over twice" is no more than twice.
            meant = "" if part.head else _meant(line, span) or ("about" if part.is_share else "")
            yield Amount(span, value, meant, unit, head, 2 if part.is_share else 1, raw)


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
        value, unit, head = figure.value, figure.unit, _head(figure) or _of_them(line, figure)
        if head in worth_of_parts():
            value, unit, head = 100 * value / worth_of_parts()[head], "%", None
        elif points := _POINTS.match(line.behind(figure.span.end).lstrip(" -")):
            unit, head = "basis point" if points["basis"] else "point", None
        elif unit is None and (numbered := _NUMBERED.search(line.before(figure.span.start))):
            unit, head = f"{NUMBERED}{numbered[1].lower()}", None
        elif _YEARS_OLD.match(line.behind(figure.span.end)):
            unit, head = "age", None
        elif figure.of is None and unit is None and _is_age(line, figure):
            unit = "age"
        span = figure.span
        if span.text.startswith("a ") and (of := _PART_OF.search(line.before(span.start))):
            worth = 2.0 if of["half"] else worth_of_parts()[of["part"].lower()]
            value *= (number([of["many"] or "a"]) or 1) / worth  # "half a dozen"
            span = line.document.span(span.start - len(of.group()), span.end)
        digits, raw = _digits(span.text, value)
        meant = _meant(line, span)
        if (
            unit == "%"
            and head is None
            and figure.of is not None
            and _head(figure) in worth_of_parts()
        ):
            span = line.document.span(span.start, max(span.end, figure.of.end))  # "two fifths"
        whole = _whole(line, span) if unit == "%" else ()
        if kind(figure.unit) == "money" and _ABOUT_THE.search(line.before(span.start)):
            meant = ""
        yield Amount(span, value, meant, unit, head, digits, raw, first=figure.span, whole=whole)


def _whole(line: Line, span: Span) -> tuple[str, ...]:
    """Give the words that say of what a share is one: "12 percent of the polling stations"."""
    found = _OF_WHOLE.match(line.behind(span.end))
    return tuple(words_in(found[1])) if found else ()


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
    if behind[:1] == "," and _NOW.search(before):
        return True  # "the shepherd, now 63,"
    found = _AGE.search(before)
    reach = _BEHIND + len(found.group()) if found else 0
    return found is not None and any(
        0 <= figure.span.start - each.span.end <= reach for each in line.mentions
    )


def _singular(noun: str) -> str:
    return {"children": "child", "people": "person", "women": "woman", "men": "man"}.get(
        noun, noun.removesuffix("s")
    )


def _of_them(line: Line, figure: Figure) -> str | None:
    """Give what some of those are that were told of: "1,150 of them lorries"."""
    found = _OF_THEM.match(line.behind(figure.span.end)) if figure.unit is None else None
    return found["noun"] if found else None


def _head(figure: Figure) -> str | None:
    words: list[str] = re.findall(r"[^\W_]+", figure.of.text.lower()) if figure.of else []
    if not words or words[-1] in words_of("facts", "apart") or words[-1] == "left":
        return None  # "11 fewer", "there are 138 left"
    return words[-1]


def _digits(text: str, value: float) -> tuple[int, str]:
    """Give with how many digits a number is told, and which: 1,200 with two, "3.50 million" 3."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    written = digits.group().replace(",", "") if digits else f"{value:.10g}"
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
    if (
        found is not None
        and not own
        and (_is_particle(line, span, found) or _is_known_limit(found))
    ):
        found = None
    meant: Meant = "" if found is None else found.lastgroup  # type: ignore[assignment]
    if not meant and _OR_SO.match(line.behind(span.end)):
        meant = "about"
    start = span.start if found is None or own else span.start - len(found.group())
    return _turned(line, line.document.span(start, span.end), meant)


def _is_known_limit(modifier: re.Match[str]) -> bool:
    """Is a limit told by its number, "above the 8-degree limit", and no number by a limit?"""
    return modifier.lastgroup in ("more", "less") and modifier.group().lower().endswith("the ")


def _is_particle(line: Line, span: Span, modifier: re.Match[str]) -> bool:
    """Is "over" a part of the verb before it: "will hand over £2m"?"""
    before = line.before(span.start)[: modifier.start()].split()
    is_over = modifier.group().strip().lower() == "over"
    return is_over and before[-1:] != [] and before[-1].lower() in verb_forms("facts", "over")


def _turned(line: Line, span: Span, meant: Meant) -> Meant:
    """Leave open which way a limit is meant that is denied: "nobody may draw more than"."""
    is_limit = meant in ("more", "less", "at_least", "at_most")
    return "limit" if is_limit and is_denied(line, span) else meant
