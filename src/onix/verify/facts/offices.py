"""Whether two titles contradict: what a draft calls somebody, and what the record does.

A person may be many things; a title is wrong only where the record gives the same one with another
rank, of another field, for another house, or a post of which people have one at a time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from onix.reading.grammar import lexicon
from onix.reading.speakers.cast import alike
from onix.reading.words import sections, words_of
from onix.verify.facts.titles import LEAVING, ONCE, SAME_RANK, Title, sides


def is_same_office(title: Title, other: Title) -> bool:
    """Are the nouns alike, and what they are for?"""
    nouns = other.head in alike(title.head) or lexicon.match(title.head, other.head) > 0
    if not nouns or _are_grades(title, other) or _is_other_learning(title, other):
        return False
    one, two = title.portfolio, other.portfolio
    if not (one and two):
        return True
    mine, theirs = one - {"chief"}, two - {"chief"}
    if mine and theirs and "chief" in one & two and mine != theirs:
        return _share(mine, theirs)  # "chief technology officer", "chief financial officer"
    # "Ministry inspector", "the ministry's lead inspector"
    return _share(one, two | other.houses) or _share(title.houses, two)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(lexicon.match(a, b) > 0 for a in one for b in other)


def contradicts(
    title: Title, others: Sequence[Title], beside: frozenset[str] = frozenset()
) -> Title | None:
    """Give the title of the record that this one contradicts; None where one bears it out.

    Args:
        others: What the record says the same person is.
        beside: Stems of the words in the sentences that name them there.
    """
    if "fellow" in title.fields or any(
        SAME_RANK.get(one.head, one.head) in other.ranks
        for each in others
        for one, other in ((title, each), (each, title))
    ):
        return None  # "his deputy" is the deputy mayor; whoever's fellow is, is anything
    if title.portfolio:
        told = {each.head for each in others if each.portfolio}
        others = [each for each in others if each.portfolio or each.head not in told]
    against = next((each for each in others if _are_two_sides(title, each, beside)), None)
    if against is not None:
        return against
    alikes = [each for each in others if is_same_office(title, each)]
    if any(not _differ(title, each) and not _other_house(title, each, beside) for each in alikes):
        return None
    nearly = alikes or [each for each in others if title.fields & each.fields]
    for each in nearly:
        differ = _differ(title, each)
        is_kept = differ == {"former"} and _is_carried(title)  # a retired colonel is a colonel
        is_kept |= "professor" in (title.head, each.head) and _is_address(title, each)
        other_rank = each in alikes and bool(differ) and not is_kept
        if other_rank or _other_house(title, each, beside):
            return each
    chiefs = [each for each in others if _is_other_chief(title, each)]
    if chiefs and not alikes:
        return chiefs[0]
    same = [each for each in others if each.head == title.head]
    if same:
        return next((each for each in same if _is_other_field(title, each)), None)
    learned = [each for each in others if _is_other_learning(title, each)]
    if learned and not alikes:
        return learned[0]
    if lexicon.stem(title.head) in beside and not alikes:
        return None
    return next((each for each in others if _is_other_post(title, each)), None)


def _differ(one: Title, other: Title) -> frozenset[str]:
    """Give the ranks that only one of two has; whoever is to leave is still it, or is it no more.

    "The outgoing mayor" is the mayor until the next one comes, and the former mayor then.
    """
    differ = one.ranks ^ other.ranks
    return differ - {LEAVING, ONCE, "former"} if differ & {LEAVING, ONCE} else differ


_LIKE_AN_ADJECTIVE = re.compile(r"(?:al|ic|ed|ing|ive|ous|ary|an|ese|ish|or|ior|est|[^r]y)$")


def _is_other_chief(one: Title, other: Title) -> bool:
    """Are both a firm's chief of something, and not of the same?"""
    chiefs = all("chief" in each.fields and len(each.fields) > 1 for each in (one, other))
    is_one = one.head == other.head == "officer"
    return chiefs and is_one and not is_same_office(one, other)


def _is_other_field(one: Title, other: Title) -> bool:
    """Are both the same of two fields: "physics teacher", "minister of water"?"""
    if not (one.portfolio and other.portfolio):
        return False
    if (
        one.houses & one.named
        and other.houses & other.named
        and not _share(one.houses, other.houses)
    ):
        return False  # the artistic director of one house may be the creative one of another
    if one.head == "minister" or (one.matters and other.matters):
        return True
    if one.head in words_of("facts", "leading"):
        return not _share(_led(one), _led(other))
    if one.head in words_of("facts", "loose") or any(
        len(each.portfolio) != 1 for each in (one, other)
    ):
        return False
    fields = one.portfolio | other.portfolio
    return not any(_LIKE_AN_ADJECTIVE.search(each) or not each.islower() for each in fields)


@cache
def _learning() -> dict[str, int]:
    """Give what people are by their learning, and the number of its family."""
    families = enumerate(sections("facts")["learning"])
    return {noun: number for number, family in families for noun in family.split()}


def _is_other_learning(one: Title, other: Title) -> bool:
    """Has each learned something, and not the same: a geologist, a biologist?"""
    mine, theirs = (_learning().get(each.head) for each in (one, other))
    return mine is not None and theirs is not None and mine != theirs


def _is_other_post(one: Title, other: Title) -> bool:
    """Are both posts of which people have one at a time: "chief economist", "deputy governor"?

    Whoever is a judge is no prosecutor; whoever leads a house may be called anything that leads,
    and what somebody was says nothing of what they are.
    """
    is_once = ONCE in one.ranks | other.ranks
    if not is_once and ("former" in one.ranks) != ("former" in other.ranks):
        return False
    if _are_grades(one, other):
        return True
    if _is_carried(one) != _is_carried(other):
        return False  # a colonel may lead a delegation
    if _are_officers(one, other):
        return True
    chairs = [each.head.startswith("chair") for each in (one, other)]
    if any(chairs) and not all(chairs):
        return "chief" in _led(one) | _led(other)  # a house's chair does not run it
    if other.head in alike(one.head) or lexicon.match(one.head, other.head) > 0:
        both = _led(one), _led(other)
        return all(both) and not _share(*both)
    return not any(map(_goes_with_others, (one, other)))


def _are_officers(one: Title, other: Title) -> bool:
    """Are they two offices of one body, as far as is told: its chair, its treasurer?"""
    officers = words_of("facts", "officers")
    if not (one.head in officers and other.head in officers) or other.head in alike(one.head):
        return False
    if one.head.startswith("chair") and other.head.startswith("chair"):
        return False
    return not (one.houses and other.houses) or _share(one.houses, other.houses)


def _goes_with_others(title: Title) -> bool:
    """May who is called that have any post besides: an official, an engineer?"""
    if title.head in words_of("facts", "loose") | words_of("roles", "besides"):
        return True
    if title.head in _learning():
        return True  # a geologist may direct an institute
    if title.houses & {"years", "years'", "decades"}:
        return True  # "a nurse of thirty years' standing"
    is_bare = not (title.houses or title.fields or title.ranks)
    return is_bare and title.head in words_of("facts", "professions")


def _is_address(one: Title, other: Title) -> bool:
    """Is one no more than what its holder is called: "Professor Luyten", who is emeritus?"""
    return any(not (each.ranks or each.fields or each.houses) for each in (one, other))


def _is_carried(title: Title) -> bool:
    """Does whoever has this grade keep it in any other post?"""
    return not words_of("facts", "carried").isdisjoint(title.head.split("-"))


def _are_grades(one: Title, other: Title) -> bool:
    """Are they two grades of a police or an army?"""
    return one.head != other.head and {one.head, other.head} <= words_of("facts", "grades")


def _led(title: Title) -> frozenset[str]:
    """Give what the leader of a part leads; "chief" where it is the whole."""
    if title.head not in words_of("facts", "leading") and not (
        title.head == "head" and title.matters
    ):
        return frozenset()
    whole = words_of("facts", "whole")
    return frozenset("chief" if each in whole else each for each in title.portfolio)


def _other_house(one: Title, other: Title, beside: frozenset[str]) -> bool:
    """Are both of some house, and not of the same?

    Only names tell names apart, and nouns nouns: "the buyer" may be anybody by name.
    """
    houses = one.houses | other.houses
    if not one.houses or not other.houses or _share(one.houses, other.houses):
        return False
    if any(b in alike(a) for a in one.houses for b in other.houses):
        return False
    if {"opposition"} in (one.houses, other.houses):
        return False  # whoever leads it leads a party, too
    if any(_is_short_for(*pair) for pair in ((one, other), (other, one))):
        return False
    local = words_of("facts", "local")
    if one.houses & local and other.houses & local:
        return False
    nouns = words_of("roles", "bodies") | words_of("facts", "areas")
    if houses <= (one.named | other.named) - nouns:
        return True
    if not all(each & nouns for each in (one.houses, other.houses)):
        return False
    return not any(lexicon.stem(each) in beside for each in one.houses & nouns)


def _are_two_sides(one: Title, other: Title, beside: frozenset[str]) -> bool:
    """Do two who plead do so for the two sides of a case: the families, the company?

    Who sues a company may be another, whereas the bereaved are people.
    """
    mine, theirs = _pleads_for(one), _pleads_for(other)
    signs = {sides()[each] for each in mine}, {sides()[each] for each in theirs}
    if len(signs[0]) != 1 or len(signs[1]) != 1 or signs[0] == signs[1]:
        return False
    is_sure = not (mine | theirs) & words_of("facts", "suing")
    return is_sure or not any(lexicon.stem(each) in beside for each in mine)


def _pleads_for(title: Title) -> frozenset[str]:
    """Give the side of a case for which whoever has a title pleads, as far as that is told."""
    if title.head == "prosecutor":
        return frozenset({"prosecution"})
    if title.head not in words_of("facts", "pleading"):
        return frozenset()
    return frozenset(each for each in title.houses if each in sides())


def _is_short_for(one: Title, other: Title) -> bool:
    """May a house of one be written by the initials of the other's: "CDC director"?"""
    initials = Counter(word[0] for word in other.houses & other.named)
    return any(
        1 < len(word) <= initials.total() and Counter(word) <= initials
        for word in one.houses & one.named
    )
