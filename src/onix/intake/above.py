"""What stands above the text of an article: lines of a page in, headline, outlet and day out.

Headline and byline are facts of their own and no part of the text. It is its own file as it looks
at lines alone, whichever way they were found.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onix.intake.dates import date_in
from onix.intake.metadata import Facts
from onix.intake.text import day_behind, day_of_line

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_BY = re.compile(r"(?:By|BY|by)\s+[A-ZÀ-Þ]")
_JOINED = re.compile(r"\s+[-–—|·•:]\s+")
_OUTLET_WORDS = 5


def called_as_above(facts: Facts, lines: list[str]) -> Facts:
    """Give the facts with the headline above the text, where the page's title adds its outlet.

    "Tarn Courier - Quay shut", above which "Quay shut" stands, is of the Tarn Courier.
    """
    parts = _JOINED.split(facts.title or "")
    if len(parts) != 2:
        return facts
    for line in lines[:3]:
        for headline, outlet in (parts, parts[::-1]):
            if plain(headline) == plain(line) and len(outlet.split()) <= _OUTLET_WORDS:
                is_told = facts.outlet is not None and " " in facts.outlet  # and is no bare host
                return replace(facts, title=line, outlet=facts.outlet if is_told else outlet)
    return facts


def day_said(line: str) -> str | None:
    """Give the day of a line that holds a date, or a byline and one: "By Ann Lee, 3 May 2025"."""
    return day_of_line(line) or (day_behind(line)[1] if _BY.match(line) else None)


def under_headline(lines: list[str], title: str | None) -> list[str]:
    """Give the lines under the headline; what short lines stand above it are not the article's."""
    wanted = plain(title or "")
    for position, line in enumerate(lines[:12]):
        if wanted and plain(line) == wanted:
            return under_headline(lines[position + 1 :], title)
        if len(line.split()) > 20:
            break
    return lines


def under_byline(lines: list[str]) -> list[str]:
    """Give the lines under "By Maren Holt | Nov. 26, 2025": who and when are facts of their own."""
    while lines and len(lines[0].split()) <= 8 and _is_byline(lines[0]):
        lines = lines[1:]
    return lines


def _is_byline(line: str) -> bool:
    says_who_or_when = date_in(line) is not None or _BY.match(line) is not None
    return says_who_or_when and not SENTENCE_END.search(line)


def plain(line: str) -> str:
    """Give the letters and digits of a line, by which two are compared."""
    return re.sub(r"\W+", "", line).casefold()
