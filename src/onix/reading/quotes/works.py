"""Names in quote marks: in comes a marked string, out comes whether it only names something.

A programme, a book or a nickname stands in marks as speech does, but nobody says it.
It is its own file because it asks about the words around a string, and never who speaks.
"""

from __future__ import annotations

import re

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    PRONOUNS,
    RELATIVES,
    cue_classes,
)
from onix.reading.grammar.quotemarks import Piece
from onix.reading.words import sections, verb_forms

SMALL = frozenset(sections("grammar")["small"])
_LONGEST_HEADED = 4  # words
_LONGEST = 100
_REACH = 48  # characters on either side
_BEFORE = frozenset(sections("grammar")["before_names"])
_NAME_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w.’'-]*\s$")
_JUDGED = verb_forms("cues", "judge")
_WORKS = frozenset(sections("grammar")["works"])
_PERFORMED = verb_forms("grammar", "performed")
_COMPLEMENTS = frozenset({"the", "a", "an", "one", "his", "her", "its", "their"})
_ENDS = ".!?:\n”\"’'"
_GIVEN = frozenset({"as", "it", "him", "her", "them", "us", "me", "you"})
# What a thing goes by, "a book called", and never what somebody calls it, "which she called".
_PEOPLE = "|".join(sorted(AUXILIARIES | PRONOUNS | RELATIVES | ADVERBS))
_GOES_BY = re.compile(
    rf"(?:^|\s)(?!(?:{_PEOPLE})\b)(?:[a-z][\w-]*|[A-Z]{{2,}}),? "
    r"(?:called|dubbed|named|nicknamed|known as)(?: simply| just)?(?: an?| the)?,? $"
)
# A person who reads something reads it; a sign that does says it.
_READ = re.compile(rf"(?:^|\s)(?i:{_PEOPLE}|first|next|everyone|anyone|people) read(?:ing)? $")
# A headline is written like any sentence: 'Her column, “Mayor, tell us more,” was late.'
_APPOSED = re.compile(
    r"\b(?:article|book|column|commentary|editorial|essay|letter|memoir|op-ed|report|song|story), $"
)
_JUDGED_BEHIND = re.compile(r"\s+(?:is|was|has|had|will|won|ran|appeared|came)\b")
_LISTED = re.compile(r",[”\"’']+ (?:and )?$")
_NAMED = _WORKS | frozenset(sections("grammar")["named"])
# What is called out is no name, capitals or not: chants of “Save the Pier”, their slogan “Sail On”.
_CALLED_OUT = re.compile(
    r"(?:^|\W)(?:(?:chants?|shouts?|cries|boos|yells?) of|chants?|slogans?|mottos?|refrain|mantra)"
    r"[,:]? $"
)


def is_called_out(before: str) -> bool:
    """Do the words before marks tell of what people shout, or have as their slogan?"""
    return _CALLED_OUT.search(before) is not None


def is_capitalised(words: str) -> bool:
    """Is every word written as in a title?"""
    return all(not word[0].islower() or word in SMALL for word in words.split())


def is_name(text: str, piece: Piece) -> bool:
    """Does a short marked string name a work or a person, and say nothing?

    As in: on CNN’s “New Day”, her book “Becoming”, told “Fox & Friends”, Robert “Bobby” Scott.
    """
    if piece.end - piece.start > _LONGEST:
        return False
    before = text[max(0, piece.outer_start - _REACH) : piece.outer_start]
    words = text[piece.start : piece.end].rstrip(",.").split()
    if piece.headed and (text[piece.end - 1] == "." or len(words) > _LONGEST_HEADED):
        return False  # every word of a headline may have a capital
    apposed = text[piece.end - 1] == "," and _APPOSED.search(before)
    if apposed and _JUDGED_BEHIND.match(text, piece.outer_end):
        return True
    if not is_capitalised(" ".join(words)) or text[piece.end - 1] in "!?":
        return False
    if is_called_out(before):
        return False
    after = text[piece.outer_end : piece.outer_end + _REACH].split(" ")
    inside = _NAME_BEFORE.search(before) and not after[0] and after[1:] and after[1][:1].isupper()
    if inside and len(words) < 3 and text[piece.end - 1] not in ",.!?":
        return True
    lead = before.rstrip().rpartition(" ")[2].lower()
    if lead.rstrip(",") in _WORKS or lead in ("on", "titled", "entitled"):
        return True
    if lead.endswith(("’s", "'s", "s’", "s'")) or not _NAMED.isdisjoint(after[1:3]):
        return True
    heavy = [word for word in words if word not in SMALL and word[0].isalpha()]
    if not heavy or (len(heavy) > 1 and all(map(str.isupper, heavy))):
        return False  # "NO MORE" is on a sign
    if sum(word not in SMALL for word in words) > 1 and (lead in _BEFORE or lead in _JUDGED):
        return True
    judged = "name" in cue_classes().get(lead, ()) and not after[0]
    if judged and len(words) > 1 and after[1:] and after[1] in _COMPLEMENTS:
        return True  # "called “Low Tide” the best of them"
    if lead in _PERFORMED or any(shape.search(before) for shape in (_READ, _GOES_BY, _LISTED)):
        return True
    return not _is_spoken(before.rstrip(), text[piece.end - 1] + after[0], after[1:6], len(heavy))


def _is_spoken(before: str, end: str, after: list[str], heavy: int) -> bool:
    """Do the words around capitalised ones in marks lead to what somebody says or calls it?

    Args:
        end: The last character in the marks and what follows them without a space.
        after: The words behind.
        heavy: How many of the words in marks are capitalised in text, too.
    """
    known = cue_classes()
    words = re.split(r"[.!?\n]", before)[-1].split()
    sentence = [word.lower() for word in words]
    lead = sentence[-1] if sentence else ""
    if lead in _GIVEN and sentence[-2:] != ["such", "as"]:
        return True
    if known.get(lead.rstrip(",:"), frozenset()) - {"noun"} or (lead and words[-1].isupper()):
        return True
    if any("name" in known.get(word, ()) for word in sentence[-5:]):
        return True  # "called the county “Everytown America”"
    if before and before[-1] not in _ENDS:
        return heavy == 1 and before[-1] in ",;—–("
    if "," in end:
        return heavy == 1 or any("say" in known.get(w.lower().rstrip(",."), ()) for w in after)
    return "." in end
