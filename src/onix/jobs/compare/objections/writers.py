"""Who argues in an article of their own: a document in, who wrote the letter, whose leader it is.

Whoever wrote a report is against nothing that it tells of. But much of what a plan meets with is no
report: a letter to the editor, signed below, and an editorial, which is the paper's own word.
"""

from __future__ import annotations

import re

from onix.model import Document

# "Letter: Do not close it", "To the Editor:", "Sir, – In January …"
_LETTER = re.compile(r"\W*(?:letters?(?: to the editor)?\s*[:–—-]|to the editor\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"\W*(?:dear (?:sir|madam|editor)\b|(?:sir|madam)\W)", re.IGNORECASE)
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
_SIGNED = re.compile(r"\W{0,3}((?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+)(?:,[^.!?]*)?\W{0,3}$")
_LAST_LINES = 4  # a name, and below it who that is and where


def writer_of(document: Document) -> str | None:
    """Give in whose own name an article speaks; None for a report, or where nobody is named."""
    heads = [document.title or "", *document.text.split("\n", 2)[:2]]
    if any(map(_LETTER.match, heads)) or any(map(_ADDRESS.match, heads[1:])):
        return _signed(document.text) or next(iter(document.authors), None)
    if any(map(_LEADER.match, heads)) or _OWN_WORD.search(document.text):
        return document.outlet
    if any(map(_COLUMN.match, heads)):
        return next(iter(document.authors), None)
    return None


def _signed(text: str) -> str | None:
    """Give the name that stands alone in a line at the end."""
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines[1:][-_LAST_LINES:]:
        if found := _SIGNED.match(line):
            return found[1]
    return None
