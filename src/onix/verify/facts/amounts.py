"""What a number in a text says: figures and spans of time in, amounts that can be compared out.

"about 200", "more than 200", "3.5 million", "two-thirds", "six years": an amount has a value, how
it is meant, what it counts, and how finely it is told. Whether two agree is said by
`quantities.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onix.model import Figure, Span
from onix.reading.grammar.numbers import number
from onix.reading.names.persons import nouns_in
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
from onix.verify.facts.measures import kind
from onix.verify.facts.quantities import Amount, Meant

_MEANT: tuple[Meant, ...] = ("about", "nearly", "more", "less", "at_least", "at_most")
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
_OLDEST = 120  # years
_BEHIND = 8  # characters at most from a name to its age


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
            part = whole.converted(each)
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
