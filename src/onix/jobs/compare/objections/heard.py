"""An article made ready to be held against a plan: its marks in, whose each sentence is out.

`voices.py` says whose a sentence is. Here its words are what counts of them, with what stands
around it, and with its clauses where it turns from one thing to another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onix.jobs.compare.objections.askers import others_question
from onix.jobs.compare.objections.references import Around
from onix.jobs.compare.objections.voices import Voice, paragraphs, voices, voices_within
from onix.model import Marks
from onix.reading.grammar.openings import DATELINE, opening

_LEAST = 2  # words of a clause that may be on a point of its own
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Who the speaker is says nothing of what is spoken of.
_ASIDE = re.compile(r"(?<=,)\s+(?:an?|the|who|whose|whom)\b[^,.;“”\"]*(?=,)")
# Where a sentence may turn from one point to another: "praised the fund but rejected the fee".
_TURN = re.compile(
    r";\s+|,?\s+(?:but|while|whereas|although|though|yet)\s+|,?\s+and\s+(?=[a-z]+(?:ed|s)\b)"
    # "…, which the Anglers' Union called a bad joke"
    r"|,\s+(?:(?:to|against|of)\s+)?which\s+(?=(?:the\s+)?[A-Z ])"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that may be on a point of its own.

    Attributes:
        start: Half-open offsets in the sentence.
        window: The clause as it is read, behind the one before it.
        voice: Whose it is: the sentence's, or of its own subject.
    """

    sentence: int
    start: int
    end: int
    window: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Heard:
    """An article made ready: sentences as they count, whose they are, and what is around each.

    Attributes:
        windows: Each sentence as it is read, behind the one before it in its paragraph.
        clauses: Of the sentences that turn from one thing to another.
    """

    texts: tuple[str, ...]
    voices: Mapping[int, Voice]
    around: tuple[Around, ...]
    windows: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()

    def clause(self, number: int) -> str:
        """Give the text of a clause as it counts."""
        each = self.clauses[number]
        return self.texts[each.sentence][each.start : each.end]


def hear(marks: Marks) -> Heard:
    """Make an article ready: whose its sentences are, who speakers are left out of them."""
    found = voices(marks)
    around = [Around()] * len(marks.sentences)
    for paragraph in paragraphs(marks):
        for at in paragraph:
            own, after = found.get(at), found.get(at + 1)
            goes_on = own is not None and after is not None and own.who == after.who
            around[at] = Around(
                at - 1 if at - 1 in paragraph else -1,
                at + 1 if at + 1 in paragraph and goes_on else -1,
            )
    texts, windows = tuple(_matters(marks, found)), tuple(_windows(marks, around))
    places = [(at, *place) for at in sorted(found) for place in _clauses(texts[at])]
    spans = [marks.sentences[at].part(start, end) for at, start, end in places]
    clauses = [
        Clause(at, start, end, marks.sentences[at].text[:end], own or found[at])
        for (at, start, end), own in zip(places, voices_within(marks, spans), strict=True)
    ]
    return Heard(texts, found, tuple(around), windows, tuple(clauses))


def _clauses(text: str) -> list[tuple[int, int]]:
    """Give where the clauses of a sentence stand that turns to something else; () where none do."""
    cuts = [0, *(match.start() for match in _TURN.finditer(text)), len(text)]
    found = [(start, end) for start, end in pairwise(cuts)]
    enough = all(len(_WORD.findall(text[start:end])) >= _LEAST for start, end in found)
    return found if len(found) > 1 and enough else []


def _windows(marks: Marks, around: Sequence[Around]) -> Iterator[str]:
    text = marks.document.text
    for each, near in zip(marks.sentences, around, strict=True):
        start = marks.sentences[near.before].start if near.before >= 0 else each.start
        yield text[start : each.end]


def _matters(marks: Marks, found: Mapping[int, Voice]) -> Iterator[str]:
    """Give the sentences, spaces in the place of names and of what only says who somebody is."""
    people = [each.span for each in marks.mentions if each.kind == "person" and each.name]
    for number, sentence in enumerate(marks.sentences):
        text = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence.text)
        quote = found[number].quote if number in found else None
        own = quote.source if quote is not None else ()
        places = [(each.start - sentence.start, each.end - sentence.start)
                  for each in (*people, *own) if sentence.covers(each)]  # fmt: skip
        filed = DATELINE.match(text)
        places.append((0, filed.end() if filed is not None else opening(text)))
        for start, end in places + (others_question(sentence, quote) if quote is not None else []):
            text = text[:start] + " " * (end - start) + text[end:]
        yield text
