"""What a headline tells as news: in comes a document's marks, out what has just happened, to whom.

A headline tells in the present tense what happened in the days before it was published ("Halden
mayor resigns"), so a text that dates the same event to another month contradicts it. It is apart
from datings.py, which compares what sentences say of days: a headline says no day and is no
sentence, and parsers take its verbs for nouns, so it is read by its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

from onix.model import Marks, Span
from onix.reading.events.dated import Dating, stems
from onix.reading.events.happenings import forms
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of

LINES: Final = 3  # above the text, among which a headline stands
_ENDS: Final = frozenset(".!?”\"’'")


@dataclass(frozen=True, slots=True)
class News:
    """What a headline says has just happened.

    Attributes:
        what: The stem of the event.
        words: The headline.
        span: Where it stands; None for a title that is not in the text.
    """

    what: str
    words: str
    span: Span | None

    def is_of(self, dating: Dating) -> bool:
        """Does a sentence date this event: the same, of somebody or something in the headline?"""
        named = dating.whom.stems | stems(dating.whom.name or "")
        return dating.what == self.what and named <= stems(self.words)


def find_news(marks: Marks) -> tuple[News, ...]:
    """Give what the title, or a line without a full stop above the text, tells as just happened.

    Only events are looked for that happen to the same but once in some weeks.
    """
    if marks.document.day is None:
        return ()
    lines = takewhile(lambda each: each.text[-1:] not in _ENDS, marks.sentences[:LINES])
    headlines = [*((each.text, each) for each in lines), (marks.document.title or "", None)]
    return tuple(
        News(lexicon.stem(word), words, span)
        for words, span in headlines
        for word in words_of(words)
        if word in _telling()
    )


@cache
def _telling() -> frozenset[str]:
    """Give "resigns": of the present tense what can be told from "to resign"."""
    told = forms("once") | forms("once_in_a_while")
    return frozenset(each for each in told if each.endswith("s"))
