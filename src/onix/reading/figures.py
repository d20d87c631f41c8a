"""How many: every number of a document with its value, its unit and the words it counts.

In come a document and its sentences, out come the figures in the order they stand. What is a date,
a clock time or a span of time is none; times.py has those.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import zip_longest

from onix.model import Document, Figure, Span, TimeExpression
from onix.reading.grammar.numbers import number
from onix.reading.times.patterns import PARTS
from onix.reading.times.times import find_times
from onix.reading.times.tokens import Tokens, compiled, tokens
from onix.reading.words import sections, words_of

_around = partial(words_of, "counted")

_LONG = 3  # digits, or a part of them behind a point, of what is surely money behind one letter
_DEGREES = frozenset({"C", "F"})  # that stand right behind a number
_SPEEDS = {"mile": "mph", "km": "km/h"}
_TO = frozenset({" to ", "-", "–", "—"})  # between the two ends of a range
_FAR = 20  # by how many times one end is larger, at most, where they share what they are of
_THOUSAND = 1000
_TELEPHONE = re.compile(  # "+44 20 7946 0123", "020 7946 0123", "(212) 555-0188", "212-555-0188"
    r"(?<!\w)(?:\+\d{1,3}(?: ?\(0\))?(?:[ ./-]?\(?\d{2,5}\)?){2,6}"
    r"|\(?0\d{1,4}\)?[ /-]?\d{3,4}[ -]\d{3,4}"
    r"|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4})(?![\w,.]\d)(?!\w)"
)
_REACH = 5  # words that a counted noun may stand away from its number


@cache
def _pattern() -> re.Pattern[str]:
    """Give the regex of a number over codes: digits or words, with their magnitude."""
    digits = r"NUMERAL(?: {day}/{day}|/{day})?(?:(?: |-)?{scale}){0,2}"
    words = r"(?:{ones|tens|half}|{a} {scale|dozen|half}|{dozen}|{scale}(?= {and} {ones|tens}))"
    and_half = r"(?:(?: |-){and}(?: |-){a}(?: |-){half}(?!-)(?: {scale})?)?"
    more = r"(?:(?: |-)(?:{and}(?: |-))?{ones|tens|scale|dozen}){0,6}" + and_half
    return compiled(
        f"(?P<digits>{digits})|(?P<words>{words}{more})|(?P<vague>{{vague|some}})", PARTS
    )


@cache
def _units() -> dict[str, dict[str, str]]:
    """Give for signs, currencies and measures how each spelling is written as a unit."""
    units: dict[str, dict[str, str]] = {}
    for section, entries in sections("units").items():
        for entry in entries:
            spellings, _, unit = (part.strip() for part in entry.partition("="))
            units.setdefault(section, {}).update(dict.fromkeys(spellings.split(), unit))
    return units


def find_figures(
    document: Document,
    sentences: Sequence[Span],
    times: Sequence[TimeExpression] | None = None,
) -> tuple[Figure, ...]:
    """Give the figures of a document: numbers in digits and words that are no part of a time.

    The span is the number with its magnitude and unit ("$3.5 billion", "20 percent"); in
    "28-point plan" it is "28" and what is counted is "point". The value of "dozens" is None.

    Args:
        times: What find_times gave for the same sentences; it is asked again when left out.
    """
    if times is None:
        times = find_times(document, sentences)
    taken = sorted((time.span.start, time.span.end) for time in times)
    starts = [start for start, _ in taken]
    found: list[Figure] = []
    for sentence in sentences:
        pieces = tokens(sentence.text)
        places: list[Place] = []
        numbers = [each.span() for each in _TELEPHONE.finditer(sentence.text)]
        for match in _pattern().finditer(pieces.codes):
            begins, ends = (sentence.start + pieces.starts[place] for place in match.span())
            nearest = bisect_left(starts, ends) - 1
            in_a_time = nearest >= 0 and taken[nearest][1] > begins
            at = begins - sentence.start
            is_called = any(start <= at < end for start, end in numbers)
            if in_a_time or is_called or (place := _figure(pieces, match)) is None:
                continue
            places.append(place)
        found += [each.on(pieces, document, sentence) for each in _shared(pieces, places)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure among the pieces of a sentence."""

    begins: int
    ends: int
    value: float | None
    unit: str | None
    counted: tuple[int, int] | None

    def on(self, pieces: Tokens, document: Document, sentence: Span) -> Figure:
        """Give the figure with its spans in the document."""

        def span(begins: int, ends: int) -> Span:
            return document.span(
                sentence.start + pieces.starts[begins], sentence.start + pieces.starts[ends]
            )

        of = span(*self.counted) if self.counted else None
        return Figure(span(self.begins, self.ends), self.value, self.unit, of)


def _shared(pieces: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Give to the first of two figures what both share: "from 4.9 to 5.1 million", "3 to 5%"."""
    for each, following in zip_longest(places, places[1:]):
        if following is None or each.unit not in (None, following.unit) or each.counted:
            yield each
            continue
        gap = "".join(pieces.words[each.ends : following.begins])
        scale = _scale(pieces.words[following.begins : following.ends], following.value)
        near = scale * (each.value or 0.0) / (following.value or 1.0)
        if gap not in _TO or not 1 / _FAR < near < _FAR:
            yield each
        elif scale > 1 and each.ends - each.begins <= 2:
            yield replace(each, value=(each.value or 0.0) * scale, unit=following.unit)
        else:
            yield replace(each, unit=following.unit)


def _scale(words: Sequence[str], value: float | None) -> float:
    """Give by what a number is multiplied, that its words name behind it: a million."""
    first = next((one for each in words if (one := number([each]))), None)
    scale = round((value or 0.0) / first) if first else 1
    return scale if scale >= _THOUSAND else 1.0


def _figure(pieces: Tokens, match: re.Match[str]) -> Place | None:
    """Give the figure that a number is, or None when it is part of a name or says no number."""
    begins, ends = match.span()
    if begins == 0 and pieces.codes[ends : ends + 1] in {".", ")"}:
        return None  # the label of a point in a list
    vague = match.lastgroup == "vague"
    value = None if vague else number(pieces.words[begins:ends])
    if _is_a_name(pieces, begins, ends) or (value is None and not vague):
        return None
    if value is not None and _are_millions(pieces.words, ends):
        ends, value = ends + 1, value * 1e6
    begins, ends, unit = _with_unit(pieces, begins, ends)
    if unit and unit not in _units()["measure"].values() and pieces.words[ends : ends + 1] == ["m"]:
        ends, value = ends + 1, (value or 0.0) * 1e6  # "€20m" is millions, "20m" meters
    counted = None if unit else _counted(pieces, ends)
    if _says_little(pieces, match, unit, counted):
        return None
    return Place(begins, ends, value, unit, counted)


def _are_millions(words: Sequence[str], ends: int) -> bool:
    """Does "m" behind a number stand for millions: "40m zlotys", "12m tonnes", "3m people"?"""
    if words[ends : ends + 2] != ["m", " "]:
        return False
    following = _word(words, ends + 1)
    return following == "people" or any(
        following in _units()[each] and len(following) > 1 for each in ("currency", "measure")
    )


def _is_a_name(pieces: Tokens, begins: int, ends: int) -> bool:
    """Does the number belong to a word: F-16, B2, COVID-19, 4x4?"""
    words = pieces.words
    before = words[begins - 1] if begins else ""
    if (before[-1:].isalnum() or before == "_") and _letters(pieces, begins, ends) is None:
        return True
    if begins > 1 and words[begins - 1] in "-–/." and words[begins - 2][-1].isalpha():
        return True
    following = words[ends] if ends < len(words) else ""
    if following == "m" and begins and words[begins - 1].lower() in _units()["sign"]:
        return False
    if following in _DEGREES or following.lower() in _units()["currency"]:
        return False
    return following[:1].isalpha() and following.lower() not in _units()["measure"]


def _letters(pieces: Tokens, begins: int, ends: int) -> tuple[int, str] | None:
    """Give where letters begin that stand for a currency before a number, and which one it is.

    "Sh90 million", "Rs. 500", "kr 450"; "R45" may be a name, and "R2.3 billion" is none.
    """
    words, place = pieces.words, begins - 1
    if words[place : place + 1] and words[place].isspace():
        place -= 1
    if place > 0 and words[place] == ".":
        place -= 1
    if place < 0 or (unit := _units()["letters"].get(words[place])) is None:
        return None
    is_long = ends - begins > 1 or len(words[begins]) >= _LONG
    is_sure = len(words[place]) > 1 or (place == begins - 1 and is_long)
    is_own = place == 0 or not words[place - 1][-1].isalnum()
    return (place, unit) if is_sure and is_own else None


def _with_unit(pieces: Tokens, begins: int, ends: int) -> tuple[int, int, str | None]:
    """Give the place widened by its unit: the sign before it or the word after it."""
    units, words = _units(), pieces.words
    before = begins - 1 if begins and not words[begins - 1].isspace() else begins - 2
    if before >= 0 and (sign := units["sign"].get(words[before].lower())):
        country = units["sign"].get(words[before - 1].lower() + "$") if before else None
        if words[before] == "$" and country is not None:
            return before - 1, ends, country
        if not words[before].isalpha() or words[before].isupper():
            return before, ends, sign
    if (letters := _letters(pieces, begins, ends)) is not None:
        return letters[0], ends, letters[1]
    if "".join(words[ends : ends + 4]).lower() == " per cent":
        return begins, ends + 4, "%"
    if words[ends : ends + 1] and words[ends] in _DEGREES:
        return begins, ends + 1, _units()["degrees"][words[ends].lower()]
    after = ends + 1 if ends < len(words) and words[ends] in {" ", "-", "\n"} else ends
    if after < len(words):
        word = words[after].lower()
        if (power := units["square"].get(word)) is not None:
            of = _word(words, after + 1)
            length = units["measure"].get(of)
            return (begins, after + 3, length + power) if length else (begins, ends, None)
        if word in units["measure"] and (
            len(word) > 1 or not words[after].isalpha() or after == ends
        ):
            return _with_more(words, begins, after + 1, units["measure"][word])
        if word in units["measure"] and words[after].islower() and len(word) == 1:
            return begins, after + 1, units["measure"][word]
        if word in units["currency"]:
            return begins, after + 1, units["currency"][word]
    return begins, ends, None


def _with_more(
    words: Sequence[str], begins: int, ends: int, unit: str
) -> tuple[int, int, str | None]:
    """Give the place and the unit with what stands behind it: "miles an hour", "36 degrees C"."""
    following = "".join(words[ends : ends + 5]).lower()
    if unit in _SPEEDS and (hour := re.match(r"(?: an hour| per hour|/h)\b", following)):
        return begins, ends + (2 if "/" in hour.group() else 4), _SPEEDS[unit]
    if unit == "°":
        gap = 1 if words[ends : ends + 1] == [" "] else 0
        scale = _units()["degrees"].get("".join(words[ends + gap : ends + gap + 1]).lower())
        if scale is not None:
            return begins, ends + gap + 1, scale
    return begins, ends, unit


def _counted(pieces: Tokens, ends: int) -> tuple[int, int] | None:
    """Give the place of the words counted: up to the noun, by a simple rule; None when unclear.

    They reach to the first plural noun ("long-range missiles"); a single word may be any noun.
    """
    words = pieces.words
    if words[ends : ends + 1] == ["-"] and words[ends + 1 : ends + 2] and words[ends + 1].isalpha():
        return ends + 1, ends + 2  # "28-point plan"
    place = _after_determiner(words, ends)
    first = place + 1
    reached = 0
    while place + 1 < len(words) and words[place].isspace() and reached < _REACH:
        word = words[place + 1].lower()
        if not word[0].isalpha() or word in _around("stop"):
            joins = reached == 1 and word in {"and", "or"}
            reached += joins  # "six current and former officials" is unclear
            break
        reached, place = reached + 1, place + 2
        if word in _around("plural") or _looks_plural(word):
            return first, place
        while words[place : place + 1] == ["-"] and words[place + 1 : place + 2]:
            place += 2  # "long-range" is one word here, and so is "farmer-owners"
        if _looks_plural(words[place - 1].lower()):
            return first, place
    alone = reached == 1 and not words[place - 1].endswith(("ed", "ing", "ly"))
    return (first, place) if alone else None


def _after_determiner(words: Sequence[str], ends: int) -> int:
    """Give the place after "of the" ("three of the hostages") or "half the", else the one given."""
    place = ends
    of = _word(words, place) == "of"
    if of:
        place += 2
    if _word(words, place) in _around("determiner") and (of or words[ends - 1].lower() == "half"):
        place += 2
    return place


def _word(words: Sequence[str], place: int) -> str:
    """Give the word after a space at `place`, in small letters; nothing where there is none."""
    follows = place + 1 < len(words) and words[place].isspace()
    return words[place + 1].lower() if follows else ""


def _looks_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in _around("no_plural")


def _says_little(
    pieces: Tokens, match: re.Match[str], unit: str | None, counted: tuple[int, int] | None
) -> bool:
    """Is it "one" or "half" as a pronoun, or "several" as an adjective, and no figure?"""
    words = "".join(pieces.words[match.start() : match.end()]).lower()
    following = _word(pieces.words, match.end())
    if match.lastgroup == "vague":
        return words in _around("adjective") or following != "of" or not counted
    if words not in {"one", "half", "a half"}:
        return False
    preceding = "".join(pieces.words[max(0, match.start() - 2) : match.start()]).lower()
    pronoun = following in {"of", "another", "day", "who", "that"} or preceding == "no "
    return pronoun or not (unit or counted)
