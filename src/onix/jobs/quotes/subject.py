"""Is a quotation about these words? The words by stem or synonym, in it or in its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onix.model import Marks, Quote, Span
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.words import sections

# Who is spoken to is not spoken of: "Mr Roth, who signed it?", "Is that so, Dr Lee?"
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_TITLED = rf"(?:Cllr|Dame|Dr|Lady|Lord|Miss|Mrs?|Ms|Prof(?:essor)?|Senator|Sir)\.? {_NAME}"
SPOKEN_TO = re.compile(
    rf"(?:^|(?<=[.?!] ))(?:{_TITLED},(?! (?:who|whose|an?|the)\b[^?]*$)|{_NAME},(?=[^.?!]*\?))"
    rf"|, {_TITLED}(?=\?)"
)
_TAKEN_UP = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "that", "this"})
_OPENING = 20  # characters, of a quotation
AROUND = 0.5  # what a word counts that stands in the sentence around and not in the quotation
LEAST = 0.5  # of the words must be borne out at all


class Subject:
    """What quotations are to be about.

    Raises:
        ValueError: There is no word in it.
    """

    def __init__(self, text: str) -> None:
        words = list(dict.fromkeys(words_of(text)))
        small = frozenset(sections("grammar")["small"])
        self.words = [word for word in words if word not in small] or words
        if not self.words:
            raise ValueError("nothing to look for")
        self._matcher = Matcher(self.words)

    def score(self, quote: Quote, around: str) -> float:
        """Say how much of the words a quotation bears out; 0 when it is not about them."""
        said = " ".join(SPOKEN_TO.sub(" ", each.text) for each in quote.content)
        inside = self._matcher.strengths(words_of(said))
        near = self._matcher.strengths(words_of(SPOKEN_TO.sub(" ", around)))
        best = [max(one, AROUND * other) for one, other in zip(inside, near, strict=True)]
        return sum(best) if sum(map(bool, best)) >= LEAST * len(best) else 0.0


def around(quote: Quote, marks: Marks) -> str:
    """Give the sentences in which a quotation stands.

    Where it opens with "he" or "it", the one before says whom it means, if it is of its paragraph.
    """
    sentences = marks.sentences
    first = bisect_right(sentences, quote.content[0].start, key=_start) - 1
    last = bisect_left(sentences, quote.content[-1].end, key=_start)
    opens = words_of(quote.content[0].text[:_OPENING])[:1]
    if first > 0 and opens and opens[0] in _TAKEN_UP:
        between = marks.document.text[sentences[first - 1].end : sentences[first].start]
        first -= "\n" not in between
    return " ".join(each.text for each in sentences[max(0, first) : last])


def _start(span: Span) -> int:
    return span.start
