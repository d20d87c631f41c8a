"""Numbers that are told without a figure: a text in, where they stand and what they are worth out.

"A quarter of", "one in four", "third-longest", "the fourth time in ten years", "twice", "tripled":
`lines.py` looks for them, as they are places that are compared, and `amounts.py` says what they
are amounts of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onix.reading.grammar.numbers import number
from onix.reading.words import sections

RANKED = "rank "
NTH = "nth"  # "the fourth time"
NUMBERED = "number of a "  # "chapter nine", "the seventh round"
FOLD = "fold"  # "three times as many", "tripled"
SHARE = re.compile(
    r"\b(?!(?<=\sand\s)a\shalf\b(?!\sof\b))(?:(?P<many>an?|one|three|four|five)\s(?P<part>half|third|quarter|fifth|sixth|eighth|tenth)s?"
    r"(?!\s(?:time|term|consecutive|straight|successive|day|night|of\san?)\b)"
    r"|(?P<half>half)(?=\s(?:of|its|the|their|his|her|all|pay|wages|price|fare|rent)\b)"
    r"|(?<=pay\s)half(?=[.,;]|$)|(?P<full>full)(?=\s(?:pay|wages|price|fare|rent)\b)"
    r"|(?<![\d.,$£€-])(?P<some>one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out\sof)\s"
    r"(?:every\s)?(?P<all>two|three|four|five|six|seven|eight|ten|100|10|20|50|[2-9])"
    r"(?!-|[.,]\d|\s(?:second|minute|hour|day|week|month|year)s?\b))\b",
    re.IGNORECASE,
)
_ORDINAL = (
    r"(?:(?P<word>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"|(?P<digits>\d{1,3})(?:st|nd|rd|th))"
)
_RANK = re.compile(rf"\b{_ORDINAL}[-\s](?P<of>(?:most|least)[-\s]\w+|\w{{2,}}est)\b", re.IGNORECASE)
# Only what is counted up to now: "the second suspect" is one of several, and no count of them.
_NTH = re.compile(
    rf"\b{_ORDINAL}(?=\s(?:(?:time|term|consecutive|straight|successive)\b"
    r"|(?:[\w-]+\s){0,6}(?:in\sa\srow|running|this\s(?:year|month|week|season|century)|since\s"
    r"|in\s(?:(?:as\smany|the\s(?:last|past)|less\sthan|under|about|only|just)\s)?"
    r"(?:(?:\d+|[a-z]+)\s)?(?:years|months|weeks|days|decades)\b)))",
    re.IGNORECASE,
)
# Of what is played or run one after the other, one is not the next.
_ROUND = re.compile(
    rf"\b{_ORDINAL}(?=[-\s](?P<round>round|lap|stage|leg|set|heat|inning|hole|edition|instalment)\b)",
    re.IGNORECASE,
)
_FOLD = re.compile(
    r"\b(?:(?P<twice>twice)|(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\stimes"
    r"|(?P<verb>doubled|doubling|tripled|tripling|trebled|trebling|quadrupled|quadrupling))"
    r"(?=\s(?P<than>as\s|the\s|its\s|their\s|his\s|her\s|that\s|what\s|more\s|higher\s|larger\s"
    r"|bigger\s|greater\s)|(?(verb)|(?(twice)|(?!))))\b",
    re.IGNORECASE,
)
_VERBS = {"d": 2.0, "t": 3.0, "q": 4.0}


class Part(NamedTuple):
    """A number that is told without a figure: its worth, its unit, its noun, how it is written."""

    value: float
    unit: str | None
    head: str | None
    raw: str

    @property
    def is_share(self) -> bool:
        """Is it a part of a whole, which is most often rounded?"""
        return self.unit == "%"


def parts_in(text: str) -> Iterator[tuple[int, int]]:
    """Give where such numbers stand, each pattern's in the order of the text."""
    for pattern in (SHARE, _RANK, _NTH, _ROUND, _FOLD):
        yield from (each.span() for each in pattern.finditer(text))


def part_at(text: str, start: int) -> Part | None:
    """Give what the number that begins at a place is worth."""
    if found := SHARE.match(text, start):
        value = 100.0 if found["full"] else 50.0
        if found["part"]:
            value = 100 * (number([found["many"]]) or 1) / worth_of_parts()[found["part"].lower()]
        elif found["some"]:
            value = 100 * _counted(found["some"]) / _counted(found["all"])
        return Part(value, "%", None, f"{value:g}")
    if found := _RANK.match(text, start) or _NTH.match(text, start):
        ordinal = _ordinal(found)
        of = found.groupdict().get("of")
        unit = RANKED + of.lower().replace("-", " ") if of else NTH
        return Part(ordinal, unit, None, f"{ordinal:g}")
    if found := _ROUND.match(text, start):
        ordinal = _ordinal(found)
        return Part(ordinal, f"{NUMBERED}{found['round'].lower()}", None, f"{ordinal:g}")
    if found := _FOLD.match(text, start):
        value = _VERBS[found["verb"][0].lower()] if found["verb"] else 2.0
        if found["count"]:
            value = number([found["count"]]) or 0.0
        is_fold = bool(found["verb"] or found["than"])
        return Part(value, FOLD if is_fold else None, None if is_fold else "times", f"{value:g}")
    return None


def _counted(word: str) -> float:
    return float(word) if word.isdigit() else number([word.lower()]) or 1.0


def _ordinal(found: re.Match[str]) -> float:
    return float(found["digits"] or _ordinals()[found["word"].lower()])


@cache
def worth_of_parts() -> dict[str, float]:
    """Give how many of a part make a whole: "quarters" 4."""
    worth: dict[str, float] = {}
    for entry in sections("facts")["parts"]:
        words, _, value = entry.partition("=")
        worth |= dict.fromkeys(words.split(), float(value))
    return worth


@cache
def _ordinals() -> dict[str, float]:
    """Give the ordinals as numbers: "third" 3; the parts of a whole have the same words."""
    return {"second": 2.0} | {word: value for word, value in worth_of_parts().items() if value > 2}
