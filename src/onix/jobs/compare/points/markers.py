"""What stands before a point: "1.", "(a)", "Article 3", "Section 2(a)", "II.", "- ", "## ".

In: a line. Out: where its own words begin, what kind of mark it is, and its number as a value, so
that "3.", "(3)", "III." and "Article 3" are the same number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from onix.reading.grammar.lexicon import lines

MarkerKind = Literal["none", "number", "article", "bullet", "heading"]
Number = tuple[str, ...]
"""The parts of a number, digits and small letters: ("2", "a") for "Section 2(a)"."""

_ROMAN = re.compile(r"(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PART = r"(?:\d{1,3}|[ivxlIVXL]{1,6}|[a-zA-Z]|[a-zA-Z]{2}(?=\)))"
_CITED = (
    r"(?:\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?|[ivxlIVXL]{1,6}|[a-zA-Z])(?:\s(?:bis|ter|quater))?"
    rf"(?:\s?\({_PART}\))*"
)
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen", "twenty")  # fmt: skip
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
             "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth",
             "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth")  # fmt: skip
_HEADING = re.compile(r"(?P<mark>#{1,6})[ \t]+")
_BULLET = re.compile(r"(?P<mark>[•·▪◦●‣*+–—-])[ \t]+(?=\S)")
_NUMBER = re.compile(
    rf"(?:\((?P<round>{_PART}(?:\.\d{{1,3}})*)\)"  # (1) (a) (iv)
    rf"|(?P<dotted>(?:\d{{1,3}}(?:\.\d{{1,3}})*[a-zA-Z]|{_PART}(?:\.\d{{1,3}})*))"
    r"(?:[.):]|\.\))"  # 1. a) IV. 1.)
    rf"(?:\({_PART}\))*"
    rf"|(?P<bare>\d{{1,3}}[a-zA-Z]?(?:\.\d{{1,3}})+(?:\({_PART}\))*)"  # 1.2
    rf"|(?P<tied>\d{{1,3}}[a-z]?(?:\s?\({_PART}\))+)"  # 2(a)
    r"|(?P<lettered>[A-Z]\.\d{1,3}(?:\.\d{1,3})*[.):]?)"  # A.1
    r"|(?P<square>\[\d{1,3}\])"  # [1]
    r"|(?P<slashed>\d{1,3}/)"  # 1/
    r"|(?P<dashed>(?:\d{1,3}|[IVX]{1,6})(?:[ \t][–—-](?=[ \t]+[^\d\s])|\.[–—-]))"  # 1 – and 1.–
    r"|(?P<tabbed>\d{1,3}(?=\t))"  # a number in a column of its own
    rf"|(?P<ordinal>(?:{'|'.join(ORDINALS)})[.:]))"  # First.
    r"(?:[*_]{2})?(?:[ \t]+|$)"
)
_BOXED = re.compile(r"(?P<mark>(?:\d\ufe0f?\u20e3)+|\U0001f51f|[\u2460-\u2473])[ \t]*")  # 1️⃣ and ①
_BOXED_TEN = "\U0001f51f"
_ANNEXED = "annex"  # point 3 of an annex is not point 3
_LONGEST_LETTERED = 2  # "bb" comes behind "z"
# Bold in Markdown that nobody took away, and the rest of a title that is set in it.
_STARS = re.compile(r"[*_]{2}")
_BOLD_TITLE = re.compile(r"[^*_]{1,80}[*_]{2}[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with.

    Attributes:
        length: Characters until the line's own words begin, spaces before the mark included.
        written: The mark as it is written, without spaces.
        level: Of headings 1 to 6; else how deep the kind of number usually lies.
    """

    kind: MarkerKind = "none"
    length: int = 0
    written: str = ""
    number: Number = ()
    level: int = 0


@cache
def annexes() -> frozenset[str]:
    """Give what parts are called that number their points anew."""
    return frozenset(lines("annexes.txt"))


@cache
def _article() -> re.Pattern[str]:
    names = "|".join(re.escape(each) for each in (*lines("articles.txt"), *sorted(annexes())))
    return re.compile(
        # "NOTE" is no number, and "No. I" hardly ever one.
        rf"(?P<name>(?:{names})(?![a-z])\.?|(?:no\.|nr\.|n[°º])(?=\s*\d)|§{{1,2}}|¶)\s*"
        rf"(?P<number>{'|'.join(WORDS)}|{_CITED})(?!\w)"
        # "Article 5 shall apply" at the beginning of a line is a sentence.
        r"(?:\s*[.:)—–-](?:[ \t]+|$)|[ \t]+(?-i:(?![a-z]))|$)",
        re.IGNORECASE,
    )


def marker_of(line: str) -> Marker:
    """Give what a line begins with; a heading may have a number behind its mark."""
    indent = len(line) - len(line.lstrip())
    rest = line[indent:]
    if heading := _HEADING.match(rest):
        inner = marker_of(rest[heading.end() :])
        if inner.kind in ("number", "article"):
            length = indent + heading.end() + inner.length
            return Marker("heading", length, inner.written, inner.number, len(heading["mark"]))
        return Marker("heading", indent + heading.end(), "", (), len(heading["mark"]))
    stars = _STARS.match(rest)
    begun = stars.end() if stars else 0
    if found := _article().match(rest, begun):
        written = f"{found['name']} {found['number']}"
        number = number_of(found["number"])
        if found["name"].lower() in annexes():
            number = (_ANNEXED, *number)
        return Marker("article", indent + found.end(), written, number, 1)
    if (alone := rest.strip("*_: ")).lower() in annexes():
        return Marker("article", len(line), alone, (_ANNEXED,), 1)
    if found := _NUMBER.match(rest, begun):
        written = found[0].strip().rstrip("*_")
        end = behind_title(rest, found, stars[0] if stars else None)
        return Marker("number", indent + end, written, number_of(written), 2)
    if found := _BOXED.match(rest):
        written = _unboxed(found["mark"])
        return Marker("number", indent + found.end(), written, number_of(written), 2)
    if bullet := _BULLET.match(rest):
        inner = marker_of(rest[bullet.end() :])
        if inner.kind == "number":  # "- 1. The port"
            return replace(inner, length=indent + bullet.end() + inner.length)
        return Marker("bullet", indent + bullet.end(), bullet["mark"], (), 3)
    return Marker("none", indent)


def behind_title(line: str, mark: re.Match[str], stars: str | None) -> int:
    """Give where a line's own words begin: behind its mark, and a title set in bold with it."""
    is_open = stars is not None and not mark[0].rstrip().endswith(stars)
    title = _BOLD_TITLE.match(line, mark.end()) if is_open else None
    return title.end() if title else mark.end()


def _unboxed(mark: str) -> str:
    """Give the number in a box or a circle as digits."""
    plain = unicodedata.normalize("NFKC", mark.replace(_BOXED_TEN, "10"))
    return "".join(each for each in plain if each.isdigit())


def number_of(written: str) -> Number:
    """Give the parts of a number: Roman figures as digits, letters small, "2A" one part."""
    if written.lower() in WORDS:
        return (str(WORDS.index(written.lower()) + 1),)
    if is_ordinal(written):
        return (str(ORDINALS.index(_in_words(written)) + 1),)
    parts = re.findall(r"\d+[A-Za-z](?![A-Za-z])|\d+|[A-Za-z]+", written)
    return tuple(_value(part) for part in parts)


def is_ordinal(written: str) -> bool:
    """Is it a number in words, as in "First.", "Second:" and "Thirdly,"?"""
    return _in_words(written) in ORDINALS


def _in_words(written: str) -> str:
    return written.rstrip(".:,").removesuffix("ly")


def ordinal(part: str) -> str:
    """Give a letter of a number as its place in the alphabet; figures stay."""
    if part[0].isdigit() or not part.isascii() or len(part) > _LONGEST_LETTERED:
        return part
    return str((len(part) - 1) * 26 + ord(part[0]) - ord("a") + 1)


def _value(part: str) -> str:
    # "i", "v" and "x" alone may be letters; among (a) to (h) they are told apart by their
    # neighbours in `settled`.
    if part.isdigit():
        return str(int(part))
    if _ROMAN.fullmatch(part) and part.lower() not in ("c", "l"):
        return str(roman(part))
    return part.lower()


def roman(part: str) -> int:
    """Give the value of a Roman figure."""
    values = [_ROMAN_VALUES[each] for each in part.lower()]
    return sum(
        -one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True)
    )
