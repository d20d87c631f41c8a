"""Whose campaign "the campaign" is: the names of a text in, a campaign by its candidate out.

A campaign is a body that says things and has no name but its candidate's. It is its own file as the
model that finds names sees only the candidate in "the Lund campaign".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onix.model import Mention
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.speakers.cast import Cast

# "the |Lund| campaign", "|Lund|’s presidential campaign"
_BEHIND = re.compile(
    r"(?:[’']s?)?(?: \d{4})?(?: (?:presidential|re-election|reelection|primary))? campaign\b"
    r"(?! [a-z]+ers?\b)"
)
_REACH = 2_000  # characters within which a campaign was named that is "the campaign"
_OWNED = re.compile(r"[Hh](?:is|er)(?: own)? campaign")
_PLAIN = re.compile(r"[Tt]he campaign")


class Campaigns:
    """The campaigns of one text.

    Args:
        masked: The text with what stands in quote marks masked.
        mentions: In the order of the text.
    """

    def __init__(self, masked: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._masked = masked
        self._ends: list[int] = []
        self._names: list[str] = []
        self.runs: set[str] = set()  # who has one
        for mention in mentions:
            named = mention.name in cast.people
            behind = _BEHIND.match(masked, mention.span.end) if named else None
            if behind is not None and mention.name is not None:
                self._ends.append(behind.end())
                self._names.append(f"{_family(mention.name)} campaign")
                self.runs.add(mention.name)

    def of(self, source: Region) -> str | None:
        """Give the campaign that a source names, or the last one where it is "the campaign"."""
        number = bisect_left(self._ends, source[1])
        if number < len(self._ends) and self._ends[number] == source[1]:
            return self._names[number]
        if not _PLAIN.fullmatch(self._masked, *source):
            return None
        since = bisect_left(self._ends, source[0] - _REACH)
        near = set(self._names[since:number]) or set(self._names)
        return near.pop() if len(near) == 1 else None

    def owned_by(self, name: str | None) -> str | None:
        """Give the campaign of somebody, where the text calls it by their name anywhere."""
        own = None if name is None else f"{_family(name)} campaign"
        return own if own in self._names else None


def is_owned(words: str) -> bool:
    """Are these the words of somebody's campaign: "his campaign"?"""
    return _OWNED.fullmatch(words) is not None


def _family(name: str) -> str:
    """Give the family name as it is written: "Lund" of "Ann Lund"."""
    size = len(words_of_name(name)[-1])
    last = [word for word in name.split() if len(word.strip(".,")) == size]
    return last[-1].strip(".,") if last else name.split()[-1]
