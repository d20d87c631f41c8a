"""Which rules fit at a place of a sentence, longest first.

In come a sentence's codes and a place, out come the rules of patterns.py with their matches. It is
its own file because it knows how rules are tried fast, and nothing of what they look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onix.reading.times.patterns import PARTS, RULES
from onix.reading.times.tokens import compiled, section_names

# Sections whose words begin no time expression, so that most words are passed over at once.
NEVER_FIRST = {
    "of",
    "and",
    "to",
    "or",
    "on",
    "in",
    "than",
    "extra",
    "th",
    "s",
    "m",
    "old",
    "oclock",
    "time",
    "local",
    "zone_word",
    "sports_season",
    "period",
    "before",
    "after",
    "ago",
    "hence",
    "from",
    "times",
    "through",
    "long",
    "other",
    "moment",
    "present",
    "plus",
    "so",
    "fraction",
    "new",
    "longer",
}


Rule = tuple[str, re.Pattern[str]]
TOGETHER = 8  # rules that are first asked together, and one by one only when any of them fits


@cache
def _rules() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...]]:
    """Give one pattern that finds where any rule fits, and the rules with their groups."""
    rules = [(name, compiled(rule, PARTS)) for name, rule in RULES.items()]
    batches = tuple(
        (
            re.compile(_any_of(rules[first : first + TOGETHER])),
            tuple(rules[first : first + TOGETHER]),
        )
        for first in range(0, len(rules), TOGETHER)
    )
    first = "|".join(name for name in section_names() if name not in NEVER_FIRST)
    starts = compiled(f"(?={{{first}}}|')", {}).pattern
    return re.compile(f"{starts}(?:{_any_of(rules)})"), batches


def _any_of(rules: Iterable[Rule]) -> str:
    return "|".join(
        f"(?:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', pattern.pattern)})" for _, pattern in rules
    )


def next_place(codes: str, position: int) -> int | None:
    """Give the first place from `position` on where any rule fits; None when there is none."""
    found = _rules()[0].search(codes, position)
    return found.start() if found else None


def candidates(codes: str, position: int) -> list[tuple[str, re.Match[str]]]:
    """Give the rules that fit at `position` with their matches, longest first."""
    fitting = [
        (name, match)
        for together, rules in _rules()[1]
        if together.match(codes, position)
        for name, pattern in rules
        if (match := pattern.match(codes, position))
    ]
    return sorted(fitting, key=lambda fit: -fit[1].end())
