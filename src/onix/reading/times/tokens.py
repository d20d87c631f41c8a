"""The words of a sentence with one code letter each, so that patterns over words are short regexes.

In comes a text, out come its pieces (words, digits, spaces, marks: nothing is dropped), where each
begins, and a string of codes, one character a piece: a month is one code, a unit another.
It is its own file because times and figures both read this way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from onix.reading.words import sections

# Read only with a capital: "march" and "may" are verbs, "sat" and "sun" are words.
CAPITAL = {"month_short", "month_or_word", "weekday_short", "zone", "zone_word", "holiday"}
DASHES = "-‐‑‒–—"
APOSTROPHES = "'’‘`"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of a text; `codes` has one character for each of them."""

    words: list[str]
    starts: list[int]
    codes: str


class Codes(dict[str, str]):
    """The code of every piece: those of the lists, and by its looks that of any other."""

    LIMIT = 50_000  # pieces remembered, so that a common word is looked at once

    def __missing__(self, piece: str) -> str:
        """Give the code of a piece that stands in no list."""
        code = "9" if "0" <= piece[0] <= "9" else " " if piece.isspace() else "x"
        if len(self) < self.LIMIT:
            self[piece] = code
        return code


@cache
def _lists() -> tuple[Codes, dict[str, str], dict[str, str]]:
    """Give for every spelling its code and its meaning, and for every section its code."""
    code_of = Codes()
    value_of: dict[str, str] = {}
    class_codes: dict[str, str] = {}
    for name in ("times", "numbers"):
        for section, entries in sections(name).items():
            code = class_codes.setdefault(section, chr(0xE000 + len(class_codes)))
            for entry in entries:
                spellings, _, value = (part.strip() for part in entry.partition("="))
                for spelling in [spellings] if section == "holiday" else spellings.split():
                    value_of[spelling.lower()] = value
                    forms = {spelling} if section == "holiday" else {spelling.capitalize()}
                    forms.add(spelling.upper())
                    if section not in CAPITAL:
                        forms.add(spelling)
                    code_of.update(dict.fromkeys(forms, code))
    for section, numbers in (
        ("day", [f"{n}" for n in range(1, 32)] + [f"{n:02}" for n in range(1, 10)]),
        ("small", [f"{n}" for n in range(32, 100)] + ["0", "00"]),
        ("year", [f"{n}" for n in range(1000, 2200)]),
    ):
        code = class_codes.setdefault(section, chr(0xE000 + len(class_codes)))
        code_of.update(dict.fromkeys(numbers, code))
    class_codes["number"] = "9"
    code_of.update({"\n": " ", **dict.fromkeys(DASHES, "-"), **dict.fromkeys(APOSTROPHES, "'")})
    code_of.update({mark: mark for mark in ' .,:;/()$€£¥%"'})
    return code_of, value_of, class_codes


@cache
def _pieces() -> re.Pattern[str]:
    """Give the regex that cuts a text: spaces, holidays of several words, words, numbers, marks."""
    holidays = [entry.partition("=")[0].strip() for entry in sections("times")["holiday"]]
    phrases = sorted((h for h in holidays if not h.isalpha()), key=len, reverse=True)
    several = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(
        rf"\s+|(?=[{''.join(sorted({p[0] for p in phrases}))}])(?:{several})\b(?![/\d])"
        r"|[^\W\d_]+|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|."
    )


@lru_cache(maxsize=1024)  # times and figures read the same sentences one after the other
def tokens(text: str) -> Tokens:
    """Give the pieces of `text`; joined they are the text. Not to be changed: they are shared."""
    words = _pieces().findall(text)
    codes = "".join(map(_lists()[0].__getitem__, words))
    return Tokens(words, [0, *accumulate(map(len, words))], codes)


def meaning(word: str) -> str:
    """Give what stands after "=" for a listed word, or nothing."""
    return _lists()[1].get(word.lower(), "")


def section_names() -> list[str]:
    """Give the names of all sections that a template can ask for."""
    return list(_lists()[2])


def compiled(template: str, parts: dict[str, str]) -> re.Pattern[str]:
    """Give a template as a regex over codes.

    `{month}` is any word of that section, `{month|weekday}` of either, `NAME` is `parts["NAME"]`,
    and a space is any stretch of white space. Everything else is regular expression.
    """
    for _ in range(8):  # parts are made of parts
        template = re.sub(r"\b[A-Z_]{3,}\b", lambda found: f"(?:{parts[found[0]]})", template)
    class_codes = _lists()[2]
    return re.compile(
        re.sub(
            r"\{([a-z_]+(?:\|[a-z_]+)*)\}",
            lambda found: "[" + "".join(class_codes[name] for name in found[1].split("|")) + "]",
            template,
        )
    )
