"""Whom "his wife" and "her husband" mean: a place in a text in, somebody named in it or nobody out.

Whose relative it is settles it, by the family name or by what the text says somebody is. It is its
own file because it asks for two people at once, where all else asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender, gender_of_noun
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.speakers.bodies import keeps, subject_before
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.memory import Memory
from onix.reading.words import words_of

_OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_PARTNERS = frozenset({"wife", "husband", "spouse", "widow", "widower"})
_NEAR = 1_500  # characters within which somebody is remembered as a relative
_TURNS = 6
_KIN = "|".join(sorted(words_of("roles", "kin")))
# Not "her husband Odd Lund", "her husband, Odd Lund, said", "her husband’s" nor "husband-to-be".
_RELATIVE = re.compile(
    rf"\b(?P<owner>[Hh]is|[Hh]er) (?:late |older |elder |younger )?(?P<noun>{_KIN})\b"
    r"(?!,? [A-Z]|[’'-]|, (?:an?|the|who)\b)"
)
# "Wiremu Boyd, |who is married to| Ngaire Lund"
_MARRIED = re.compile(
    r"(?:,? who)? (?:is|was) (?:now |once )?married to |,? who married "
    r"|,? whose (?:husband|wife) is "
)
_OWN = re.compile(rf"my (?:late |older |elder |younger )?(?P<noun>{_KIN})")
# "the inspector and |his wife|": the relative of somebody without a name.
_UNNAMED = re.compile(r"\b[a-z][\w-]*,? (?:and|with) \Z")


def find_relatives(masked: str) -> Iterator[Region]:
    """Give the places of "his wife" where no name follows.

    Args:
        masked: The text with what stands in quote marks masked.
    """
    for match in _RELATIVE.finditer(masked):
        yield match.span()


def relative(masked: str, at: Region, cast: Cast, memory: Memory) -> str | None:
    """Give whom "his wife" means: the only one of his family or of the text who may be his wife."""
    match = _RELATIVE.match(masked, at[0])
    if match is None:
        return None
    noun, gender = match["noun"], _OWNERS[match["owner"].lower()]
    so = [name for name in cast.known_as(noun) if name in cast.people]
    here = memory.paragraph_at(at[0])
    spoke = {turn.name for turn in memory.turns[-_TURNS:] if turn.paragraph == here}
    if len(so) == 1 and so[0] in spoke and noun in cast.people[so[0]].nouns:
        return so[0]  # "|Odd Lund|, his brother, said so. It rained. |His brother| added"
    owner = _owner(at[0], cast.fitting(gender), memory)
    if owner is None or _UNNAMED.search(masked, max(0, at[0] - 30), at[0]):
        return None
    name = _spouse(owner, masked, at[0], memory) if noun in _PARTNERS else None
    name = name or _only(noun, owner, cast)
    if name is None or name in _family(owner, cast) or _was_named(name, at[0], memory):
        return name
    return None


def relative_of(words: str, speaker: str | None, cast: Cast) -> str | None:
    """Give whom "my uncle" means in somebody's words, by the text around them.

    Args:
        words: In lower case.
    """
    match = _OWN.fullmatch(words)
    return _only(match["noun"], speaker, cast) if match and speaker else None


def _only(noun: str, owner: str, cast: Cast) -> str | None:
    """Give the only one of his family or of the text who may be this to somebody."""
    wanted = gender_of_noun(noun)
    fits = {name for name in cast.fitting(wanted) - {owner} if cast.people[name].gender is not None}
    so = {name for name in fits if cast.people[name].is_known_as(noun)}
    family = _family(owner, cast) & fits
    found = so & family or (so or family if noun in _PARTNERS else set())
    return next(iter(found)) if len(found) == 1 else None


def _spouse(owner: str, masked: str, at: int, memory: Memory) -> str | None:
    """Give to whom the text says close by that somebody is married."""
    near = list(memory.between(at - _NEAR, at))
    for one, other in pairwise(near):
        married = _MARRIED.match(masked, one.end)
        if one.name == owner and married is not None and married.end() == other.start:
            return other.name or None
    return None


def _family(owner: str, cast: Cast) -> set[str]:
    return cast.families.get(words_of_name(owner)[-1], set())


def _owner(position: int, fits: frozenset[str], memory: Memory) -> str | None:
    """Give whose relative it is: whom the sentence or the one before is about, or who spoke."""
    for name in (subject_before(memory, position), keeps(memory, position)):
        if name is not None:
            return name if name in fits else None
    return None


def _was_named(name: str, position: int, memory: Memory) -> bool:
    return any(place.name == name for place in memory.between(position - _NEAR, position))
