"""Who argues in an article of their own: a document in, who wrote the letter, whose leader it is.

Whoever wrote a report is against nothing that it tells of. But much of what a plan meets with is no
report: letters to the editor, each signed below, an editorial, which is the paper's own word, and
a column, whose writer says "I".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onix.model import Document
from onix.reading.names.genders import COURTESIES

# "Letter: Do not close it", "To the Editor:", "Sir, – In January …"
_LETTER = re.compile(r"\W*(?:letters?(?: to the editor)?\s*[:–—-]|to the editor\b)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\W*(?:dear (?:sir|madam|editor)\b|(?:sir|madam)\W)", re.IGNORECASE | re.MULTILINE
)
_LEADER = re.compile(
    r"\W*(?:editorial|leader|leading article|our view|the \w+(?: \w+)? view)\s*[:–—|-]",
    re.IGNORECASE,
)
_OWN_WORD = re.compile(
    r"\bthis (?:news)?paper (?:thinks|believes|holds|has (?:long|always)|supports|opposes|takes"
    r"|cannot|does not|would|will not|urges)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\W*(?:opinion|comment|column|viewpoint)\s*[:–—|-]", re.IGNORECASE)
# "Hetty Vance", "Dr A. J. Moe", "Hetty Vance, Quay Street"
_SIGNED = re.compile(
    rf"\W{{0,3}}(?:(?:{'|'.join(COURTESIES)}|Professor|Councillor|Rev)\.? )?"
    r"((?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+)(?:,[^.!?]*)?\W{0,3}$"
)
_BYLINE = re.compile(
    r"^\W{0,3}[Bb]y ((?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+)\W{0,3}$", re.MULTILINE
)
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]")
_MYSELF = re.compile(r"\b(?:I(?:[’'](?:m|ve|d|ll))?|my|me)\b")
_OFTEN = 4  # times that whoever writes speaks of themselves, in a column
_LAST_LINES = 4  # a name, and below it who that is and where


class Writing(NamedTuple):
    """Up to which place of a document somebody argues in their own name; None for nobody named."""

    until: int
    who: str | None


def writings(document: Document) -> tuple[Writing, ...]:
    """Give in whose own name an article speaks up to where; () for a report, or for nobody."""
    several = _letters(document.text)
    if several:
        return several
    who = _writer_of(document)
    return (Writing(len(document.text), who),) if who else ()


def writer_at(own: tuple[Writing, ...], position: int) -> str | None:
    """Give in whose own name a place of an article speaks."""
    return next((each.who for each in own if position < each.until), None)


def _letters(text: str) -> tuple[Writing, ...]:
    """Give who wrote each of several letters of a page; () where there are none.

    What stands above them, and a letter that nobody signed, is nobody's.
    """
    begins = [each.start() for each in _ADDRESS.finditer(text)]
    if len(begins) < 2:
        return ()
    ends = [*begins[1:], len(text)]
    letters = (Writing(b, _signed(text[a:b])) for a, b in zip(begins, ends, strict=True))
    return Writing(begins[0], None), *letters


def _writer_of(document: Document) -> str | None:
    heads = [document.title or "", *document.text.split("\n", 2)[:2]]
    if any(map(_LETTER.match, heads)) or any(map(_ADDRESS.match, heads[1:])):
        return _signed(document.text) or next(iter(document.authors), None)
    if any(map(_LEADER.match, heads)) or _OWN_WORD.search(document.text):
        return document.outlet
    if any(map(_COLUMN.match, heads)) or _speaks_of_themselves(document.text):
        byline = _BYLINE.search("\n".join(document.text.split("\n")[:_LAST_LINES]))
        return next(iter(document.authors), byline[1] if byline else None)
    return None


def _speaks_of_themselves(text: str) -> bool:
    """Does whoever writes say "I" again and again, in words that are nobody else's?"""
    return len(_MYSELF.findall(_MARKED.sub(" ", text))) >= _OFTEN


def _signed(text: str) -> str | None:
    """Give the name that stands alone in a line at the end."""
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines[1:][-_LAST_LINES:]:
        if found := _SIGNED.match(line):
            return found[1]
    return None
