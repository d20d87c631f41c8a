"""What a headline tells as news: in comes a document's marks, out what has just happened, to whom.

A headline tells in the present tense what happened in the days before it was published ("Halden
mayor resigns", "Leaked memo surfaces"), so a text that dates the same event to another month
contradicts it. It is apart from datings.py, which compares what sentences say of days: a headline
says no day and is no sentence, and parsers take its verbs for nouns, so it is read by its words.
"""

from __future__ import annotations

from collections.abc import Iterator
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
REACH: Final = 3  # words behind "leaked recording" among which "surfaces" stands
_ENDS: Final = frozenset(".!?”\"’'")


@dataclass(frozen=True, slots=True)
class News:
    """What a headline says has just happened.

    Attributes:
        what: The stem of the event.
        is_known: "The leak" is this event, whatever it is of.
        words: The headline.
        span: Where it stands; None for a title that is not in the text.
    """

    what: str
    is_known: bool
    words: str
    span: Span | None

    def is_of(self, dating: Dating) -> bool:
        """Does a sentence date this event: the same, of somebody or something in the headline?"""
        whom = dating.whom
        if whom is None:
            return self.is_known and dating.what == self.what
        named = whom.stems | stems(whom.name or "")
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
        News(what, is_known, words, span)
        for words, span in headlines
        for what, is_known in _told(words_of(words))
    )


def _told(words: list[str]) -> Iterator[tuple[str, bool]]:
    for place, word in enumerate(words):
        after = words[place + 2 : place + 2 + REACH]
        if word in forms("lets_out") and not _present("comes_out").isdisjoint(after):
            yield lexicon.stem(word), True
        elif word in _third("once") | _third("once_in_a_while"):
            yield lexicon.stem(word), False


@cache
def _third(section: str) -> frozenset[str]:
    """Give "resigns": of the present tense what can be told from "to resign"."""
    return frozenset(each for each in forms(section) if each.endswith("s"))


@cache
def _present(section: str) -> frozenset[str]:
    """Give the forms of the present: "surface" and "surfaces"."""
    return frozenset(each for each in forms(section) if not each.endswith(("ed", "ing")))
