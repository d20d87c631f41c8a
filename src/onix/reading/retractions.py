"""What a note of correction repeats only to take it back: a sentence in, yes or no out.

"An earlier version said the repair would cost £460,000" stands in a text that says otherwise now,
so it neither answers what the repair costs nor bears out a draft that has it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_EARLIER: Final = r"\b(?:earlier|previous|prior|original) (?:version|edition|headline|caption)s?"
_STORY: Final = r"(?:article|story|report|post|piece|column|headline|caption|live ?blog)"
_WRONGLY: Final = r"(?:incorrectly|wrongly|mistakenly|erroneously)"
_SAID: Final = (
    r"(?:said|stated|gave|named|listed|reported|described|identified|referred|quoted|suggested|"
    r"implied|mis(?:stated|identified|spelled|spelt|quoted|attributed|characteri[sz]ed|named))"
)
_NEEDED: Final = (
    *("ersion", "dition", "eadline", "aption"),
    *("lert", "ntry", "item", "pdate"),
    *("rticle", "story", "eport", "post", "piece", "olumn", "blog"),
)
_BEFORE: Final = rf"(?:{_WRONGLY}|originally|initially|previously|earlier|at first|first)"
_OF_A_STORY: Final = re.compile(
    rf"{_EARLIER} of (?:this|the|our) {_STORY}\b"
    rf"|\bthis {_STORY} (?:had )?(?:{_WRONGLY} \w+|{_BEFORE} {_SAID}\b|mis\w+ed\b)"
    rf"|\bthis {_STORY} (?:was|has been) \w+ to (?:remove|delete|withdraw) ",
    re.IGNORECASE,
)
# A plan's earlier version may have said something, too; a text that was corrected means its own.
_OF_ITSELF: Final = re.compile(
    rf"{_EARLIER},? (?:had )?(?:{_WRONGLY} )?{_SAID}\b"
    r"|\b(?:an|our|the) (?:earlier|previous|original) (?:alert|article|entry|item|piece|post|story"
    rf"|update),? (?:here )?(?:had )?(?:{_WRONGLY} )?{_SAID}\b"
    rf"|\bthe {_STORY} (?:had )?(?:{_BEFORE} {_SAID}\b|mis\w+ed\b)",
    re.IGNORECASE,
)
_CORRECTED: Final = re.compile(
    rf"\b{_STORY} (?:was|has been) (?:amended|corrected|updated|clarified|edited)\b"
    rf"|^\W*(?:correction|clarification|amendment|editor[’']s note)s?\b",
    re.IGNORECASE | re.MULTILINE,
)
# "Corrections and clarifications", "For the record: 24 March": nothing but notes on other stories.
_COLUMN: Final = re.compile(
    r"\W*(?:(?:corrections?|clarifications?)(?: (?:and|&) (?:corrections?|clarifications?))?"
    r"|for the record)(?:\W*\d.*|\W+(?:\w+ )?\d.*|\W*)",
    re.IGNORECASE,
)
# In one: "An article on 18 March about the ferry (The last trip, page 3) said that it was sold".
_OF_ANOTHER: Final = re.compile(
    rf"\W*(?:in )?(?:an?|our) (?:\S+ ){{0,3}}?{_STORY}\b.*\b(?<!should have ){_SAID}\b",
    re.IGNORECASE | re.DOTALL,
)
# Behind such a sentence: "It also described him as the director; he was her deputy".
_AND_MORE: Final = re.compile(
    rf"\W*(?:it|we|the {_STORY}) also (?:{_WRONGLY} )?{_SAID}\b", re.IGNORECASE
)


_UPDATED: Final = re.compile(
    rf"\W*(?:this|the|our) {_STORY} (?:was|has been) "
    r"(?:amended|corrected|updated|clarified|edited) (?:to|with|on|at|throughout|after)\b",
    re.IGNORECASE,
)


def is_column(title: str | None) -> bool:
    """Is a text by its title a column of corrections, which are of other stories?"""
    return title is not None and _COLUMN.fullmatch(title) is not None


def still_holding(
    sentences: Iterable[str], *, corrected: bool, title: str | None = None
) -> list[bool]:
    """Say of each of some sentences in a row whether it holds: false where it is taken back.

    Args:
        corrected: The text is known to have been corrected.
        title: Of the text.
    """
    found: list[bool] = []
    in_column = is_column(title)
    for each in sentences:
        # A column goes on with the same story behind what is right: "The article also said …".
        goes_on = _AND_MORE.match(each) is not None
        goes_on = goes_on and (in_column or (bool(found) and not found[-1]))
        of_another = in_column and is_of_another(each)
        found.append(not (goes_on or of_another or is_retraction(each, corrected=corrected)))
    return found


def is_of_another(sentence: str) -> bool:
    """Does a sentence in a column of corrections repeat what another story had wrong?"""
    return _OF_ANOTHER.match(sentence) is not None


def is_retraction(sentence: str, *, corrected: bool) -> bool:
    """Does a sentence repeat what its text said before it was corrected?

    Args:
        corrected: The text is known to have been corrected.
    """
    if not any(each in sentence for each in _NEEDED):  # as fast as can be: few have any
        return False
    if _OF_A_STORY.search(sentence) is not None:
        return True
    return corrected and _OF_ITSELF.search(sentence) is not None


def is_taken_back(text: str, start: int, end: int, *, title: str | None = None) -> bool:
    """Does a sentence repeat what its text said before, as far as its paragraph and title tell?

    "An earlier version said so" does behind "This article was amended", and alone it may be a plan.
    """
    sentence = text[start:end]
    if is_column(title) and (is_of_another(sentence) or _AND_MORE.match(sentence) is not None):
        return True
    if not is_retraction(sentence, corrected=True):
        return False
    if is_retraction(sentence, corrected=False):
        return True
    return _CORRECTED.search(text, text.rfind("\n", 0, start) + 1, end) is not None


def is_note(text: str, start: int, end: int) -> bool:
    """Does a sentence only tell how the text was changed: "This story has been updated to …"?"""
    return _UPDATED.match(text, start, end) is not None
