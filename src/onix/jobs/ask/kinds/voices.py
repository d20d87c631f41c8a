"""Who speaks in a transcript: "who was on the call", "who spoke at the hearing" in, out an answer.

Nobody says in a transcript who is on the call; its turns show it. So where a transcript of the
record is called so ("Board call", `2025-03-04-call.vtt`), the first words of each who speaks in it
are the answer: all of them together, as half of those on a call are no answer to who was on it.
"What did Roth say on the call" is asked of that transcript alone, whose words have no "call".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from onix.model import Answer, Document, Statement
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.words import words_of as listed
from onix.record import Query, Record, origins
from onix.verify.people import Asked

MOST: Final = 12  # speakers shown of all transcripts together, those who speak first
FITTING: Final = 3  # transcripts; where more are called so, the question means none of them surely
LEAST: Final = 3  # words of a sentence that is shown for a speaker if any is: not "Morning."

_ASKED: Final = re.compile(
    r"who\s(?:all\s|else\s)?(?:(?P<there>was|were|is)\s(?:all\s|there\s)?(?:present\s|heard\s)?"
    r"|(?:spoke|speaks|talked|took\spart|participated)\s|(?:were|are)\sthe\s(?:speakers|participants)\s)"
    r"(?:on|in|at|during|of)\s(?:the\s|this\s|that\s)?(?P<what>[^?]+?)\s*\?*\s*",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"(?P<said>what\s(?:did|does|has|had)\s(?P<who>.+?)\s(?:say|said|tell|told|ask|asked|promise|claim"
    r"|argue|answer|reply|warn)(?:\s(?P<before>about\s.+?))?)\s(?:on|in|at|during)\s(?:the|that)\s"
    r"(?P<what>[^?]+?)(?:\s(?P<about>about\s[^?]+))?\s*\?*\s*",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"\s(?:on|of|with|about|between|in|at|from|by|last|yesterday)\b")


@dataclass(frozen=True, slots=True)
class Occasion:
    """On what occasion somebody was, and what says which one it was.

    Attributes:
        is_of_speaking: It asks who spoke, and not only who was there.
    """

    noun: str
    rest: tuple[str, ...]
    is_of_speaking: bool


def asked_voices(question: str) -> Occasion | None:
    """Give what "Who was on the call?", "Who spoke at the hearing?" ask; None for any other."""
    found = _ASKED.fullmatch(question)
    if found is None:
        return None
    return _occasion(found["what"], is_of_speaking=found["there"] is None)


def said_there(record: Record, query: Query) -> tuple[str, tuple[str, ...]] | None:
    """Give "What did Roth say?" and the ids of the transcripts of "the call" that names both.

    Args:
        query: "What did Roth say on the call?", with its filters.
    """
    found = _SAID.fullmatch(query.words)
    if found is None or (asked := _occasion(found["what"], is_of_speaking=True)) is None:
        return None
    who = Asked(found["who"])
    ids = tuple(
        each
        for each in _fitting(record, query, asked)
        if any(
            turn.speaker is not None and who.may_be(turn.speaker, "person")
            for turn in record.document(each).turns
        )
    )
    plain = " ".join(filter(None, (found["said"], found["about"])))
    return (f"{plain}?", ids) if 0 < len(ids) <= FITTING else None


def _occasion(what: str, *, is_of_speaking: bool) -> Occasion | None:
    behind = _BEHIND.search(what)
    head = words_of(what[: behind.start()] if behind else what)
    if not head:
        return None
    small = listed("stopwords", "english")
    rest = [word for word in (*head[:-1], *words_of(what[len(head[-1]) :])) if word not in small]
    rest = [word for word in dict.fromkeys(rest) if word != head[-1]]
    return Occasion(head[-1], tuple(rest), is_of_speaking)


def voices(record: Record, query: Query, asked: Occasion) -> Answer | None:
    """Give those who speak in the transcript that is asked about; None where none surely is it.

    Args:
        query: The question with its filters.
    """
    fitting = _fitting(record, query, asked)
    if not 0 < len(fitting) <= FITTING:
        return None
    shown = [each for document_id in fitting for each in _first_words(record, document_id)][:MOST]
    if not shown:
        return None
    return Answer(
        query.words,
        as_of=query.as_of,
        statements=tuple(shown),
        origins=origins(citation for each in shown for citation in each.citations),
        looked_at=len(fitting),
    )


def _fitting(record: Record, query: Query, asked: Occasion) -> list[str]:
    called = [
        each.id
        for each in record.listed(query, kinds=("transcript", "recording"))
        if _has(each.title, each.address, asked.noun)
    ]
    return [each for each in called if _is_it(record.document(each), asked)]


def _has(title: str | None, address: str | None, noun: str) -> bool:
    called = _called(title, address)
    return any(lexicon.match(noun, word) >= lexicon.DERIVED for word in called)


def _called(title: str | None, address: str | None) -> list[str]:
    """Give the words of a document's title and of its file's name."""
    stem = PurePath(address or "").stem
    return [*words_of(title or ""), *words_of(re.sub(r"[\W_]+", " ", stem))]


def _is_it(document: Document, asked: Occasion) -> bool:
    """Does a transcript bear out what says which one it is: "with Roth", "of 16 March"?"""
    if not asked.rest:
        return True
    day = document.day.strftime("%A %-d %B %Y") if document.day else ""
    speakers = " ".join(turn.speaker or "" for turn in document.turns)
    told = " ".join((day, speakers, document.outlet or "", document.text))
    words = [*_called(document.title, document.address), *words_of(told)]
    return min(Matcher(asked.rest).strengths(words)) >= lexicon.DERIVED


def _first_words(record: Record, document_id: str) -> Iterator[Statement]:
    marks = record.marks(document_id, only=("sentences",))
    seen: set[str] = set()
    for turn in marks.document.turns:
        if turn.speaker is None or turn.speaker in seen:
            continue
        seen.add(turn.speaker)
        inside = [each for each in marks.sentences if turn.span.covers(each)]
        told = next((each for each in inside if len(words_of(each.text)) >= LEAST), turn.span)
        place = record.citation(document_id, told.start, told.end)
        yield Statement(
            text=told.text, answer=None, citations=(replace(place, span=told),),
            speaker=turn.speaker,
        )  # fmt: skip
