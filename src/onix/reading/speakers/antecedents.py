"""Whom "who" goes back to, and what "which" does: where it stands in, the mention before it out.

Grammar alone settles it: the name stands right before, or only what says more of it lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onix.model import Mention, MentionKind
from onix.reading.grammar.function_words import PREPOSITIONS
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.persons import nouns_in
from onix.reading.words import words_of

_BEHIND_NAME = re.compile(
    r"(?:\s\([^()\n]{1,20}\))?"
    r"(?:\s(?:of|from|in|at)\s(?:the\s)?(?:[a-z]+\s)?(?:[A-Z][\w.]*\s?){1,3})?"
    r"(?:,?\s|\s?[—–-]\s?|\s\()\Z"
)
# "Ann Lee, |the mayor of Riga, |who said", "Ann Lee, |a vet |who says"
_BEHIND_APPOSED = re.compile(
    r"(?:\s\([^()\n]{1,20}\))?(?:\s(?:of|from|in)\s(?:[A-Z][\w.]*\s?){1,3})?,\s"
    r"((?:an?|the|one|his|her|its|their|former|[A-Z][\w.’'-]*|\d+)\b[^.;:!?\n\x01“”\"]{0,100})\Z"
)
# "Ann Lee |is a registered nurse |who says"
_IS_ONE = re.compile(r"\s(?:is|was|became|remains)\s(?:also\s)?(?:an?|the)\s((?:[\w’-]+\s){1,6})\Z")
_OF_BODY = re.compile(r",?\s(?:of|from|at)\s(?:the\s)?(?:[a-z]+\s)?")
_BOTH = re.compile(r",?\s(?:and|or)\s(?:[\w.]+\s){0,2}")
_OF_SOMEBODY = re.compile(
    r"\b(?:aide|spokes\w+|\w+er|\w+or|wife|son)s?\s(?:of|for|to)\s(?:[A-Z][\w.]*\s){0,2}\Z"
)
_ARE_SEVERAL = re.compile(r"\s(?:are|were|have)\b")
_RELATIVE: dict[str, MentionKind] = {
    "who": "person",
    "whose": "person",
    "which": "organisation",
}
_LOOK_BACK = 140  # characters between a name and "who"
_WHO = re.compile(r"\bwho\b")


class Antecedents:
    """The names of a text, as words go back to them.

    Args:
        masked: The text without what stands in quotation marks.
        mentions: In the order of the text.
    """

    def __init__(self, text: str, masked: str, mentions: Sequence[Mention]) -> None:
        self._text, self._masked, self._mentions = text, masked, mentions
        self._starts = [each.span.start for each in mentions]

    def all(self) -> Iterator[tuple[Region, Mention]]:
        """Give every "who" that goes back to a name, with that."""
        for match in _WHO.finditer(self._masked):
            mention = self.of(match.span())
            if mention is not None:
                yield match.span(), mention

    def of(self, source: Region) -> Mention | None:
        """Give where whom "who" goes back to is named: "Ann Lee, a vet from Riga, |who| said".

        The word may end longer words that were taken for a source: "|kind to Ann Lee, who| said".
        And what "which" goes back to where nothing stands between: "by Lund Glass, |which| said".
        """
        word = self._text[slice(*source)].lower().rpartition(" ")[2]
        source = source[1] - len(word), source[1]
        kind = _RELATIVE.get(word)
        if kind is None or _ARE_SEVERAL.match(self._masked, source[1]):
            return None
        number = bisect_left(self._starts, source[0]) - 1
        while number >= 0 and not self._may_be(self._mentions[number], kind):
            number -= 1
        if number < 0:
            return None
        mention, earlier = self._mentions[number], self._mentions[max(0, number - 1)]
        start, end = mention.span.start, mention.span.end
        if source[0] - end > _LOOK_BACK or not self._is_beside(end, source[0], kind):
            return None
        between = self._masked[earlier.span.end : start]
        if earlier.kind == kind and _OF_BODY.fullmatch(between):
            return earlier  # "Ann Lee of the group Clean Air, |who| said"
        if _BOTH.fullmatch(between) or _OF_SOMEBODY.search(self._masked, max(0, start - 40), start):
            return None  # "Ann Lee and Odd Lund, |who| said", "an aide to Ann Lee, |who| said"
        return mention

    def _may_be(self, mention: Mention, kind: MentionKind) -> bool:
        """Is a name of this kind, and not only whose something is: "Ann Lee’s"?"""
        end = mention.span.end
        return mention.kind == kind and self._masked[end : end + 2] not in ("’s", "'s")

    def _is_beside(self, end: int, start: int, kind: MentionKind) -> bool:
        """Does nothing stand between a name and "who" but what says more of whose name it is?"""
        if _BEHIND_NAME.fullmatch(self._masked, end, start):
            # "the Iowa Republicans |who|" are several
            plain = self._masked[end : start - 1] == ""
            return kind == "person" and self._masked[end - 1] != "s" if plain else True
        apposed = _BEHIND_APPOSED.fullmatch(self._masked, end, start)
        last = apposed[1].rstrip().rpartition(" ")[2] if apposed is not None else ""
        if kind != "person":  # "Lund Glass, |a Danish group, |which"
            return last[-1:] == "," and last[:-1] in words_of("roles", "bodies")
        is_one = _IS_ONE.fullmatch(self._masked, end, start)
        if is_one is not None:
            return PREPOSITIONS.isdisjoint(is_one[1].split())
        if apposed is None:
            return False
        return last[-1] == "," or last[0].isupper() or bool(nouns_in(last))
