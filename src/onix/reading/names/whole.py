"""Whole names of people: in comes where the model saw one, out comes where all of it stands.

The model leaves out a part now and then: "Moon Jae|-in", "Christine |Ana Ruiz", "Petra Starling|
Lund", "Aaron |Judge|". It is its own file because what a name lacks is seen only beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.reading.grammar.function_words import AUXILIARIES
from onix.reading.names.kinds import Found
from onix.reading.names.persons import first_names, nouns_in
from onix.reading.words import sections

_TITLES = frozenset(sections("names")["titles"])
# "Moon Jae|-in|", "Lee Min|-ho|", but not "Lund|-led| talks".
_SYLLABLE = re.compile(
    r"-(?!(?:aged|and|backed|based|born|era|free|led|like|made|only|owned|run|style|turned)\b)"
    r"[a-z]{2,5}(?![\w-])"
)
_SHORT_NAME = re.compile(r"[A-Z][\w’'-]*\s[A-Z][a-z]{1,4}")
# "Christine |Ana Ruiz|", within a sentence: before it stands a word.
_GIVEN_BEFORE = re.compile(r"[\w,]\s([A-Z][a-z]+)\s\Z")
_REACH = 24  # characters
_FAMILY = re.compile(r"\s([A-Z][a-z]{2,})(?=[,.;:)’']|\s[a-z])")


def whole_name(text: str, found: Found) -> Found:
    """Give all of a person's name of which a part was found; anything else as it is."""
    start, end, kind = found
    if kind != "person":
        return found
    name = text[start:end]
    syllable = _SYLLABLE.match(text, end) if _SHORT_NAME.fullmatch(name) else None
    if syllable is not None:
        end = syllable.end()
    given = _GIVEN_BEFORE.search(text, max(0, start - _REACH), start)
    if given is not None and " " in name and _is_given(given[1]) and _is_given(name.split()[0]):
        start = given.start(1)
    family = _FAMILY.match(text, end) if " " not in name and _is_given(name) else None
    if family is not None and _is_title(family[1].lower()):
        end = family.end(1)  # "Aaron |Judge| hit it", but not "Aaron, Judge Lund’s clerk"
    return start, end, kind


def with_family_names(text: str, found: Sequence[Found]) -> list[Found]:
    """Join two names of people that are one: "Petra Starling" and "Lund" right behind it."""
    joined: list[Found] = []
    for start, end, kind in found:
        before = joined[-1] if joined else None
        if before is not None and before[2] == kind == "person" and start - before[1] == 1:
            first, last = text[before[0] : before[1]].split(), text[start:end]
            apart = text[before[1]] != " " or " " in last or last in first or last in first_names()
            if not apart and len(first) > 1 and last.istitle():
                joined[-1] = before[0], end, kind
                continue
        joined.append((start, end, kind))
    return joined


def _is_given(word: str) -> bool:
    return word in first_names() and word.lower() not in AUXILIARIES


def _is_title(word: str) -> bool:
    return word in _TITLES and bool(nouns_in(word))
