"""Who argues in an article of their own: a document in, who wrote the letter, whose leader it is.

Whoever wrote a report is against nothing that it tells of. But much of what a plan meets with is no
report: letters to the editor, each signed below, an editorial, which is the paper's own word, and
a column, whose writer says "I".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onix.model import Document
from onix.reading.names.genders import COURTESIES
from onix.reading.names.persons import PARTICLE

# "Letter: Do not close it", "To the Editor:", "Sir, – In January …"
_LETTER = re.compile(r"\W*(?:letters?(?: to the editor)?\s*[:–—-]|to the editor\b)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^\W*(?:dear (?:sir|madam|editor)\b|(?:sir|madam)\W|to the editor\s*[:–—-])",
    re.IGNORECASE | re.MULTILINE,
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
# "Letters to the editor", "Your letters", "Readers write": what stands above several letters.
_PAGE = re.compile(
    r"\W*(?:(?:(?:your|the|our|readers[’']?|reader) )?letters\b|readers write\b"
    r"|readers[’'] (?:views|say)\b|(?:have )?your (?:views|say)\b|from our readers\b"
    r"|(?:post|mail) ?bag\b)",
    re.IGNORECASE,
)
_ARGUES = r"(?:an? )?(?:opinion|comment|commentary|column|viewpoint|essay|guest essay)"
_COLUMN = re.compile(rf"\W*{_ARGUES}(?:\s*[:–—|-]| by\b)", re.IGNORECASE)
# ".../opinion/2031/": in which part of a paper a column stands.
_OPINIONS = re.compile(
    r"/(?:opinions?|comment|commentary|commentisfree|columns?|columnists?|views?|op-?eds?)/",
    re.IGNORECASE,
)
_FULL = rf"(?:[A-Z][\w’'-]*\.? ){{1,3}}(?:{PARTICLE}[ -]){{0,2}}[A-Z][\w’'-]+"
_TITLE = rf"(?i:{'|'.join((*COURTESIES, 'Professor', 'Councillor', 'Rev'))})\.?"
# "Hetty Vance", "Dr A. J. Moe", "Hetty Vance (Mrs), Quay Street"
_SIGNED = re.compile(rf"\W{{0,3}}(?:{_TITLE} )?({_FULL})(?: \({_TITLE}\))?(?:,[^.!?]*)?\W{{0,3}}$")
_BYLINE = re.compile(rf"^\W{{0,3}}(?:(?i:{_ARGUES}) )?[Bb]y ({_FULL})\W{{0,3}}$", re.MULTILINE)
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘\n]*?[’'](?!\w)")
_MYSELF = re.compile(r"\b(?:I(?:[’'](?:m|ve|d|ll))?|[Mm]y|me)\b")
_OFTEN = 4  # times that whoever writes speaks of themselves, in a column of any length
_SELDOM, _WORDS = 2, 75  # times in a short one, and words for each
_ENDED = re.compile(r"[.!?…][”\"’')]*\s*$")
_LAST_LINES = 4  # a name, and below it who that is and where


class Writing(NamedTuple):
    """Up to which place of a document somebody argues in their own name; None for nobody named."""

    until: int
    who: str | None


def writings(document: Document) -> tuple[Writing, ...]:
    """Give in whose own name an article speaks up to where; () for a report, or for nobody."""
    several = _letters(document.text)
    if not several and any(map(_PAGE.match, _heads(document))):
        several = tuple(_signed_letters(document.text))
    if len(several) > 1:
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


def _signed_letters(text: str) -> Iterator[Writing]:
    """Give who wrote each letter of a page on which nobody is addressed: each ends with a name.

    What stands below a letter that ends is a name, and what stands below a name a headline.
    """
    ended = False
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        found = _SIGNED.match(line[0]) if ended else None
        if found is not None:
            yield Writing(line.end(), _name(found))
        ended = found is None and _ENDED.search(line[0]) is not None


def _heads(document: Document) -> list[str]:
    return [document.title or "", *document.text.split("\n", 2)[:2]]


def _writer_of(document: Document) -> str | None:
    heads = _heads(document)
    if any(map(_LETTER.match, heads)) or any(map(_ADDRESS.match, heads[1:])):
        return _signed(document.text) or next(iter(document.authors), None)
    if any(map(_LEADER.match, heads)) or _OWN_WORD.search(document.text):
        return document.outlet
    is_column = any(map(_COLUMN.match, heads)) or _OPINIONS.search(document.address or "")
    if is_column or _speaks_of_themselves(document.text):
        byline = _BYLINE.search("\n".join(document.text.split("\n")[:_LAST_LINES]))
        return next(iter(document.authors), byline[1] if byline else None)
    return None


def _speaks_of_themselves(text: str) -> bool:
    """Does whoever writes say "I" again and again, in words that are nobody else's?"""
    own = _MARKED.sub(" ", text)
    often = max(_SELDOM, min(_OFTEN, len(own.split()) // _WORDS))
    return len(_MYSELF.findall(own)) >= often


def _signed(text: str) -> str | None:
    """Give the name that stands alone in a line at the end."""
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines[1:][-_LAST_LINES:]:
        if found := _SIGNED.match(line):
            return _name(found)
    return None


def _name(signed: re.Match[str]) -> str:
    """Give a name as the news writes it: "HETTY VANCE" is Hetty Vance."""
    return signed[1].title() if signed[1].isupper() else signed[1]
