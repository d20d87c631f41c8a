"""Slips that everybody makes: two values in, whether one is easily written for the other.

Digits that changed places, one digit more or less, a name with another letter. A value that
the record does not have, beside one that is such a slip of it, is seldom another fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_SHORT = 3  # letters


def is_slip_of_digits(one: str, other: str) -> bool:
    """Are these digits written for those: 1956 for 1965, 19 for 9?

    Digits that changed places, or one more or less; another digit makes another number.
    """
    if one == other or max(len(one), len(other)) < 2 or not one or not other:
        return False
    return sorted(one) == sorted(other) or (
        len(one) != len(other) and OSA.distance(one, other) == 1
    )


def are_transposed(one: str, other: str) -> bool:
    """Have two digits side by side changed places: 11,836 for 11,386?"""
    return sorted(one) == sorted(other) and OSA.distance(one, other) == 1


def is_slip_of_name(one: str, other: str) -> bool:
    """Is one name another's, misspelt: Lindquist, Lindqvist?"""
    a, b = one.casefold(), other.casefold()
    if a == b or min(len(a), len(b)) < 4:  # "Lee" and "Lea" are two names
        return False
    if "-" in a and sorted(a.split("-")) == sorted(b.split("-")):
        return True  # "Prosser-Nye", "Nye-Prosser"
    distance = OSA.distance(a, b)
    return distance <= (1 if max(len(a), len(b)) < 6 else 2)


def is_slip_of_short(one: str, other: str) -> bool:
    """Is one name of three letters another's but for one: Pim, Pym? Alone they may be two people's.

    That is for behind the same first name.
    """
    a, b = one.casefold(), other.casefold()
    return len(a) == len(b) == _SHORT and OSA.distance(a, b) == 1


def is_one_letter(words: Sequence[str], others: Sequence[str]) -> bool:
    """Do two full names differ in one letter of one word, which is not its first, nor an "s"?

    More than that, what tells of something else names somebody else.
    """
    pairs = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) < 2 or len(words) != len(others) or len(pairs) != 1:
        return False
    one, other = pairs[0]
    is_plural = {f"{one}s", f"{other}s"} & {one, other}
    return not is_plural and one[0] == other[0] and OSA.distance(one, other) == 1
