"""Whom a sentence is about that names nobody: a sentence in, where and of which gender out.

"A roofer said so", "Her brother left".
Who comes next may be them, so they are kept in mind with those who are named. It is its own file
because everywhere else a name is found or missing.
"""

from __future__ import annotations

import re

from onix.reading.grammar.units import Unit
from onix.reading.names.genders import Gender, gender_of_name, gender_of_noun
from onix.reading.names.identities import words_of
from onix.reading.names.kinds import is_known
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import NOUN_ENDS, peoples
from onix.reading.speakers.sourced import Sourced

_UNNAMED = re.compile(
    r"(?:(?:And|But|Even|Now|Only|So|Still|Then|Yet) (?=[a-z]))?"
    r"(?i:(An?|One|Another|Her|His|My|Our|Their|The))"
    r"((?: [A-Z][a-z]+)?(?: [a-z][\w’'-]*){1,6}|(?: [A-Z][a-z]+))"
)
# "|Okoro| wished him well": somebody, although the text never gives a full name.
_ALONE = re.compile(
    r"([A-Z][a-z][\w’'-]*) (?:apologi[sz]ed|congratulated|cried|frowned|grinned|joked|laughed"
    r"|nodded|prayed|shrugged|sighed|smiled|sobbed|thanked|waved|wept|winced|wished)\b"
)
# "|He| asked not to be named", "she spoke on condition of anonymity"
_HIDES = re.compile(
    r"s?he (?:[a-z]+ ){1,5}(?:not to be (?:named|identified|quoted)|anonymity)\b",
    re.IGNORECASE,
)


def hides(masked: str, at: int) -> bool:
    """Does "he" or "she" at a place keep a name out, and so is nobody who is named?"""
    return _HIDES.match(masked, at) is not None


def whom_it_is_about(
    masked: str, unit: Unit, cast: Cast, sourced: Sourced
) -> tuple[int, Gender | None, bool] | None:
    """Give where a sentence opens with somebody without a name, their gender, and if definite.

    "The actress" may be somebody who was named, "an actress" is not.

    Args:
        masked: The text with what stands in quote marks masked.
    """
    match = _UNNAMED.match(masked, unit.start, unit.end)
    if match is None:
        alone = _ALONE.match(masked, unit.start, unit.end)
        if alone is None or is_known(alone[1]):
            return None
        known = {word for name in cast.people for word in words_of(name)}
        is_new = known.isdisjoint(words_of(alone[1]))
        return (unit.start, gender_of_name(alone[1]), False) if is_new else None
    words = match.group(2).lower().split()
    stop = next((k for k, word in enumerate(words) if word in NOUN_ENDS), len(words))
    called = reversed(words[:stop])
    noun = next((word for word in called if nouns_in(word) or word in peoples()), None)
    definite = match.group(1).lower() == "the"
    if noun is None or (definite and cast.known_as(noun)):
        return None
    start, end = unit.start, match.end()
    if sourced.inside((start, end + 2)) or sourced.apposed((start, end)):
        return None
    return start, gender_of_noun(noun), definite
