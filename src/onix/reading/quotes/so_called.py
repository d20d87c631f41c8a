"""What everybody calls something: in comes what stands beside words in marks, out comes whether.

The so-called “Old Pier”, the Greek word “salt”, too new to be called a “classic”, the “top” level:
nobody has said so. It is its own file because a verb of calling stands there and nobody who calls.
"""

from __future__ import annotations

import re

from onix.reading.grammar.sentence_words import Region
from onix.reading.words import sections

# What something is called by everybody, or means, is nobody's word: known as the “Old Pier”.
_SO_CALLED = re.compile(
    r"\b(?:so[- ]called|known(?:\s+as)?|marked|mean(?:s|t|ing)"
    r"|the\s+(?:[\w-]+\s+){0,2}(?:words?|terms?|phrases?|acronym|abbreviation|hashtag)"
    r"|(?:rated|deemed|listed|classified|register(?:s|ed|ing)?|defined|stamped|tagged)(?:\s+as)?"
    r"|(?:definitions?|meanings?)\s+(?:of|for)|defin(?:e|es|ed|ing)"
    r"|(?:changed|translat(?:es|ed|ing))\s+(?:in)?to|short\s+for|stands\s+for"
    r"|(?:mis)?spell(?:s|ed|ing)?|spelt|pronounced|entered\s+as)"
    r"(?:\s+(?:the|an?|his|her|its|their))?(?:\s*\x01++,?\s*(?:and|or)?)*\s*$"
)
# "a box |labelled| “later”", but not "a plan labelled “a mess” by the board"
_LABELLED = re.compile(r"(?<=[a-z] )labell?ed\s+$")
_BY = re.compile(r",?\s+by\b")
# "too new to be called a “classic”": nobody is named who calls it so.
_CALLED_SO = re.compile(
    r"\b(?:be|been|being|is|are|was|were|once|often|sometimes|commonly|widely|officially|also)\s+"
    r"(?:called|described(?:\s+as)?|branded|dubbed|considered|referred\s+to\s+as|labell?ed)"
    r"(?:\s+(?:an?|the))?\s*$"
)

# What stands on a thing that is worn or held up: "a mug reading “No”". A letter says what it reads.
_WRITTEN_ON = re.compile(
    rf"\b(?:{'|'.join(sections('documents')['written_on'])})s?\s+"
    r"(?:(?:that|which)\s+(?:reads?|said|says?)|reading|saying|inscribed(?:\s+with)?"
    r"|bearing(?:\s+the\s+(?:words?|slogan|name|message))?|emblazoned(?:\s+with)?|with)"
    r"(?:\s+the\s+words?)?,?:?\s*$"
)
# "pushed the “ferry first” narrative": the words in marks only tell which one.
_WHICH = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that|such)\s+(?:(?!of\b|as\b)[a-z-]+\s+){0,2}$"
)
_SORT = re.compile(rf"\s+(?:{'|'.join(sections('grammar')['sorts'])})s?\b")
_SORT_REACH = 40


def is_so_called(masked: str, start: int, marked: Region, end: int) -> bool:
    """Do words in marks only name something, or tell what it means or of which sort it is?

    Args:
        start: Where the words that may lead up to them begin; `end` those behind.
    """
    if any(each.search(masked, start, marked[0]) for each in (_SO_CALLED, _WRITTEN_ON)):
        return True
    if _LABELLED.search(masked, start, marked[0]) and not _BY.match(masked, marked[1], end):
        return True
    which = _WHICH.search(masked, max(start, marked[0] - _SORT_REACH), marked[0])
    return which is not None and _SORT.match(masked, marked[1], end) is not None


def is_called_so(masked: str, start: int, end: int) -> bool:
    """Do they tell that something is called so, and not by whom?"""
    return _CALLED_SO.search(masked, start, end) is not None
