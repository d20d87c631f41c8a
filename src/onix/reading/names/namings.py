"""Names by how they are written: in come words, out comes whether they name an outlet or a person.

Its own file because nothing is chosen here among people: `speakers.py` does that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from onix.model import Mention
from onix.reading.grammar.function_words import DETERMINERS, PRONOUNS, SUBJECTS, TIMES
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import is_document
from onix.reading.names.persons import nouns_in
from onix.reading.words import sections

_OUTLETS = frozenset(name.lower() for name in sections("outlets")["outlets"])
_NO_NAMES = (
    frozenset(sections("people")["sources"])
    | frozenset(sections("documents")["nouns"])
    | PRONOUNS
    | SUBJECTS
    | DETERMINERS
    | TIMES
)
_STAMPED = re.compile(r"\d[.:]\d\d(?: ?[ap]\.?m\.?)?\W+\Z")  # "13:30 |Geologists| say"
_ENDS = frozenset({"", ".", "!", "?", ":"})
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LONGEST = 3  # words of a name that nothing else bears out
# Who is told something for an outlet: "told CNN’s |", "Speaking to the Gazette’s reporter |".
_ASKER = re.compile(
    r"\b(?:told|tells|to|with|by) (?:the )?((?:[A-Z][\w.&]*\s)*[A-Z][\w.&]*)[’']s?\s"
    r"(?:[a-z]+\s){0,2}$"
)
# Who writes: "our reporter |", "Our Riga correspondent, |".
_OURS = re.compile(
    r"\b[Oo]ur (?:[\w’'-]+ ){0,3}(?:reporter|correspondent|editor|colleague|writer),? $"
)


def is_outlet(words: str) -> bool:
    """Is this the name of a news outlet or an agency?"""
    name = words.strip().lower().removeprefix("the ")
    return name in _OUTLETS


def unknown_name(masked: str, source: Region) -> str | None:
    """Give a source that is a name by its capitals, though not known for one: “…,” Pelé said.

    At the beginning of a sentence capitals say nothing; there it has to stand elsewhere, too.
    """
    before = masked[max(0, source[0] - 3) : source[0]]
    words = masked[slice(*source)].split()
    if not 0 < len(words) <= _LONGEST:
        return None
    if not all(word[0].isupper() and _LETTERS.fullmatch(word) for word in words):
        return None
    if not _NO_NAMES.isdisjoint(map(str.lower, words)) or nouns_in(words[-1].lower()):
        return None  # "said Chinese Ambassador to Norway Ann Lee"
    name = " ".join(words)
    if name.isupper() or is_outlet(name) or is_document(name):
        return None
    opens = before.rstrip()[-1:] in _ENDS or "\n" in before
    opens = opens or _STAMPED.search(masked, max(0, source[0] - 12), source[0]) is not None
    return name if not opens or _stands_inside(masked, name) else None


def _stands_inside(masked: str, name: str) -> bool:
    """Does a name stand behind a word in small letters somewhere, so that its capital is its own?

    Plurals do not count: they may be a people or a party.
    """
    if name[-1] == "s":
        return False
    at = masked.find(f" {name} ")
    while at > 0 and not (masked[at - 1].islower() or masked[at - 1] == ","):
        at = masked.find(f" {name} ", at + 1)
    return at > 0


def askers(text: str, mentions: Sequence[Mention]) -> Set[str]:
    """Give whom a text only names as reporters: "Speaking to CNN’s Ann Lee", "our reporter"."""
    told: dict[str, bool] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.name is not None:
            start = mention.span.start
            asker = _ASKER.search(text, max(0, start - 50), start)
            asks = asker is not None and is_outlet(asker[1])
            asks = asks or _OURS.search(text, max(0, start - 50), start) is not None
            told[mention.name] = told.get(mention.name, True) and asks
    return {name for name, always in told.items() if always}
