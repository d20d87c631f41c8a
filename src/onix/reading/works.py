"""Names in quote marks: in comes a marked string, out comes whether it only names something.

A programme, a book or a nickname stands in marks as speech does, but nobody says it.
It is its own file because it asks about the words around a string, and never who speaks.
"""

from __future__ import annotations

import re

from onix.reading.quotemarks import Piece
from onix.reading.words import sections, verb_forms

SMALL = frozenset(sections("grammar")["small"])
_LONGEST = 100
_BEFORE = frozenset(sections("grammar")["before_names"])
_NAME_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w.’'-]*\s$")
_JUDGED = verb_forms("cues", "judge")
_WORKS = frozenset(sections("grammar")["works"])
_NAMED = _WORKS | frozenset(sections("grammar")["named"])


def is_capitalised(words: str) -> bool:
    """Is every word written as in a title?"""
    return all(not word[0].islower() or word in SMALL for word in words.split())


def is_name(text: str, piece: Piece) -> bool:
    """Does a short marked string name a work or a person, and say nothing?

    As in: on CNN’s “New Day”, her book “Becoming”, told “Fox & Friends”, Robert “Bobby” Scott.
    """
    if piece.end - piece.start > _LONGEST:
        return False
    before = text[max(0, piece.outer_start - 24) : piece.outer_start]
    words = text[piece.start : piece.end].rstrip(",.").split()
    if not is_capitalised(" ".join(words)) or text[piece.end - 1] in "!?":
        return False
    after = text[piece.outer_end : piece.outer_end + 24].split(" ")
    inside = _NAME_BEFORE.search(before) and not after[0] and after[1:] and after[1][:1].isupper()
    if inside and len(words) < 3 and text[piece.end - 1] not in ",.!?":
        return True
    lead = before.rstrip().rpartition(" ")[2].lower()
    if lead.rstrip(",") in _WORKS or lead in ("on", "titled", "entitled"):
        return True
    if lead.endswith(("’s", "'s")) or not _NAMED.isdisjoint(after[1:3]):
        return True
    long = sum(word not in SMALL for word in words) > 1
    return long and (lead in _BEFORE or lead in _JUDGED) and not all(map(str.isupper, words))
