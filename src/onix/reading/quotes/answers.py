"""Interviews whose answers stand in quote marks: in come paragraphs, out come those that answer.

A question without marks stands before each, and nothing says who answers: it is whom the interview
is with. It is its own file because labels tell who speaks in other interviews (`interviews.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence

from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.quotes.interviewed import find_interviewed
from onix.reading.speakers.cast import Cast

_WORD = re.compile(r"\w")
_FEWEST = 3  # questions that are answered in marks
_WHOLE = 2  # of them answered by nothing else
_TRIMMED = " \t\n*_"  # around a question, also what makes it bold


class Answers:
    """The answers of an interview, in the order of the text; often none.

    Args:
        regions: Their paragraphs.
        begins: Where the first question stands: before it is told who is interviewed.
    """

    def __init__(self, regions: Sequence[Region] = (), begins: int = 0) -> None:
        self._regions = regions
        self._begins = begins
        self._who: str | None = None

    def name(self, text: str, cast: Cast, askers: Container[str]) -> None:
        """Find whom the interview is with: whom its lead introduces, or the first it names."""
        if not self._regions:
            return
        lead = text[: self._begins]
        named = [
            (lead.find(name), name)
            for name, person in cast.people.items()
            if name in lead and " " in name and person.is_sure
            if name not in askers and person.credits < person.times
        ]
        first = min(named)[1] if named else None
        self._who = find_interviewed(lead, "", cast, askers) or first

    def speaker(self, position: int) -> str | None:
        """Give who answers at a place; None where nobody does, or where it is open who."""
        number = bisect_right(self._regions, (position + 1,)) - 1
        inside = number >= 0 and position < self._regions[number][1]
        return self._who if inside else None


def find_answers(masked: str, parts: Sequence[Region]) -> Answers:
    """Give the answers of a document in which several paragraphs in marks stand behind a question.

    Where these do, others may stand behind something that is no question ("Many would doubt it.").

    Args:
        masked: The text with what stands in quote marks masked.
        parts: Its paragraphs.
    """
    found: list[Region] = []
    first, asked, whole = 0, 0, 0
    before, starts = "", 0
    for start, end in parts:
        words = masked[start:end].strip(_TRIMMED)
        if words.startswith(MASK) and before and MASK not in before:
            asks, is_whole = before.endswith("?"), _WORD.search(words) is None
            if asks and not asked:
                first = starts
            asked += asks
            whole += asks and is_whole
            if asks or (is_whole and not before.endswith(":")):
                found.append((start, end))
        before, starts = words, start
    return Answers(found, first) if asked >= _FEWEST and whole >= _WHOLE else Answers()
