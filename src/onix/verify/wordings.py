"""The words of a claim: what is compared, and where the draft says that it left something out.

In: the text between quotation marks. Out: its tokens, and before which of them stand an ellipsis
or a bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onix.alignment import Ids, tokenise
from onix.reading.words import words_of

_LETTER = re.compile(r"\[(\w)\](?=\w)")
# "we [Congress]'re" is "we're" with a bracket in it, "[Congress]'s" a bracket alone.
_HOST = re.compile(r"\b(\w+)(\s*\[[^\]\[]*\])(?=['’]\w)")
_BRACKET = re.compile(r"\[([^\]\[]*)\](?:['’]\w+)?|\(\s*(?:…|\.\s?\.\s?\.)\s*\)")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.(?:\s?\.)?|\*\s?\*\s?\*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as it is compared.

    Attributes:
        compared: The text with spaces for what stands in brackets.
        ids: What each token is; `numbers` are the same as a list.
        starts: Where each token starts in the claim's text; `ends` likewise.
        breaks: Numbers of the tokens before which an ellipsis stands.
        brackets: Where in the text the bracket is that stands before a token.
        has_letter: A letter stands in brackets: "[t]he".
    """

    text: str
    compared: str
    ids: Ids
    numbers: list[int]
    starts: list[int]
    ends: list[int]
    breaks: frozenset[int]
    brackets: dict[int, tuple[int, int]]
    has_letter: bool

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, first: int, last: int) -> str:
        """Give what is compared from token `first` up to, not including, token `last`."""
        return self.compared[self.starts[first] : self.ends[last - 1]] if last > first else ""

    @property
    def is_marked(self) -> bool:
        """Does the draft say that it left out or put in something?"""
        return bool(self.breaks or self.brackets or self.has_letter)


def read_wording(text: str) -> Wording:
    """Give the words of a claim; what stands in brackets is none of them."""
    holes: list[tuple[int, int, bool]] = []
    cut = _LETTER.sub(r"'\1'", text)
    for place in _HOST.finditer(cut):
        if place[1].lower() in words_of("speech", "hosts"):
            start, end = place.span(2)
            holes.append((start, end, False))
            cut = cut[:start] + "'" * (end - start) + cut[end:]
    for place in _BRACKET.finditer(cut):
        inside = place.group(1)
        is_break = inside is None or not re.search(r"\w", inside)
        holes.append((place.start(), place.end(), is_break))
        cut = cut[: place.start()] + " " * (place.end() - place.start()) + cut[place.end() :]
    holes += [(*place.span(), True) for place in _ELLIPSIS.finditer(cut)]
    tokens = tokenise(cut)
    starts: list[int] = tokens.starts.tolist()
    breaks: set[int] = set()
    brackets: dict[int, tuple[int, int]] = {}
    for start, end, is_break in holes:
        token = bisect_left(starts, start)
        if not is_break:
            brackets[token] = (start, end)
        elif 0 < token < len(starts):
            breaks.add(token)
    return Wording(
        text,
        cut,
        tokens.ids,
        tokens.ids.tolist(),
        starts,
        tokens.ends.tolist(),
        frozenset(breaks),
        brackets,
        bool(_LETTER.search(text)),
    )
