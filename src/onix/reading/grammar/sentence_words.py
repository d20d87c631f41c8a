"""The words of a sentence: in comes a masked text, out come its tokens and where they stand.

It is its own file because how words are cut has nothing to do with the phrases they form.
"""

from __future__ import annotations

import re

from onix.reading.grammar.quotemarks import MASK

Region = tuple[int, int]
Tokens = tuple[int, int]
# A quotation; a word or a number, with its stop where the sentence goes on; any other sign.
_TOKEN = re.compile(
    r"\x01+|--+"
    r"|[\w$€£#@%](?:[\w.\-/&@%’']|(?<=\d),(?=\d))*(?<![.’'])(?:\.(?=\s*[\w,\x01]))?"
    r"|[^\w\s\u200b-\u200f\ufeff]"
)

# However a dash is typed, it sets a clause apart; a hyphen does where spaces are around it.
_DASHES = frozenset({"--", "---", "―", "‒"})

_CONTRACTED = re.compile(r"(?:he|she|it|who|they|we|you|i)([’'](?:s|d|ll|ve|re|m))")

# Verbs behind which no helping verb stands: "May said" and "Will Moe told" are about people.
_NAMES_TOO = frozenset({"May", "Will", "Long", "Still", "Early", "June", "April", "August", "Jan"})
_BODIES_TOO = frozenset({"WHO", "TODAY", "IT"})  # "WHO officials", "USA |TODAY| reported"
TOLD = frozenset({"said", "says", "told", "tells", "wrote", "writes", "added", "adds"})


def _speaks(behind: list[str], raw: list[str]) -> bool:
    """Does a verb of saying with a tense follow, at once or behind one more name?"""
    return not TOLD.isdisjoint(behind[:1] if raw and raw[0].islower() else behind)


def _are_capitals(words: list[str]) -> bool:
    """Is everything in capitals, as in a heading, so that they say nothing?"""
    return all(word.isupper() or not word.isalpha() for word in words)


class Words:
    """The words of one sentence, with quotations masked."""

    def __init__(self, masked: str, start: int, end: int) -> None:
        spans = [match.span() for match in _TOKEN.finditer(masked, start, end)]
        self.raw = [masked[first:last] for first, last in spans]
        self.words = [
            word.lower() if word[-1] != "." else word.lower().rstrip(".") or word
            for word in self.raw
        ]
        for k, word in enumerate(self.words):
            if word in _DASHES or (
                word == "-" and masked[spans[k][0] - 1 : spans[k][1] + 1] == " - "
            ):
                self.words[k] = "—"
        for k, word in enumerate(self.raw):
            said = word in _NAMES_TOO and _speaks(
                self.words[k + 1 : k + 3], self.raw[k + 1 : k + 2]
            )
            initial = len(word) == 2 and word[1] == "." and word[0].isupper()  # "Ann |A.| Lee"
            if said or initial or word == "US":  # "US officials" are nobody's "us"
                self.words[k] = word  # as it stands, and so no word of grammar
            elif word in _BODIES_TOO and not _are_capitals(self.raw[max(0, k - 1) : k + 2]):
                self.words[k] = word
        self.starts = [first for first, _ in spans]
        self.ends = [last for _, last in spans]
        self.size = len(spans)
        self.masked = masked

    def __len__(self) -> int:
        return self.size

    def is_marked(self, index: int) -> bool:
        """Is the token a quotation?"""
        return 0 <= index < self.size and self.raw[index][0] == MASK

    def is_name(self, index: int) -> bool:
        """Does the token hold a capital (Ann, deGrom), or is it the name of an account (@ann)?"""
        if not 0 <= index < self.size:
            return False
        word = self.raw[index]
        if word[0].isupper():
            return True
        return not word.islower() if word[0].islower() else word[0] == "@" and len(word) > 1

    def word(self, index: int) -> str:
        """Give the token in lower case; "" beyond the ends."""
        return self.words[index] if 0 <= index < self.size else ""

    def region(self, first: int, last: int) -> Region | None:
        """Give the offsets from token `first` to `last`, both included, without odd ends."""
        while first <= last and self.words[first] in (",", ";", ":", "—", "–", "-", "."):
            first += 1
        while last >= first and self.words[last] in (",", ";", ":", "—", "–", "-", ".", "!", "?"):
            last -= 1
        return (self.starts[first], self.ends[last]) if first <= last else None

    def offsets(self, tokens: Tokens) -> Region:
        """Give where the first of two tokens starts and the last ends, without "’s" or "’d"."""
        first = tokens[0]
        while first < tokens[1] and not (
            self.raw[first][0].isalnum() or self.raw[first][0] in "@$€£#"
        ):
            first += 1  # a quote mark or a dash that is part of no name
        contracted = _CONTRACTED.fullmatch(self.words[tokens[1]])
        verb = len(contracted.group(1)) if contracted else 0
        return self.starts[first], self.ends[tokens[1]] - verb
