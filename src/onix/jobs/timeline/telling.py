"""What the documents of a record tell: in come ids, out come events, a sentence each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onix.intake.text import is_stamp
from onix.jobs.quotes.reading import OnProgress
from onix.jobs.report import Progress
from onix.jobs.timeline.choosing import FIELDS, Choice
from onix.jobs.timeline.dating import Told, date
from onix.model import Event, Span
from onix.reading.events.events import Parse, find_events
from onix.reading.neural.trees import Tree
from onix.reading.retractions import is_taken_back
from onix.record import Record

# "A version of this article appears in print on May 16", "This page was last updated on 3 May".
_OF_THE_PAGE = re.compile(
    r"\W*(?:(?:A|An earlier) version of )?this (?:article|story|report|post|page|piece|column) "
    r"(?:(?:was|is|has been) )?(?:\w+ )?(?:appear(?:s|ed)|published|posted|updated|amended)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r"\s+(?:not\s+)?to\s+\w[^,;:.!?“”\"()—–]*")


def told_in(
    record: Record,
    ids: Sequence[str],
    choice: Choice,
    parse: Parse,
    *,
    speech: bool = False,
    named: bool = False,
    on_progress: OnProgress | None = None,
) -> Iterator[Told]:
    """Give each event that is asked for and stands in the documents, dated.

    Args:
        speech: Reports of words, too.
        named: Events without a date, too, that a noun only names ("his resignation").
    """
    progress = Progress(total=len(ids))
    for done, document_id in enumerate(ids, start=1):
        marks = record.marks(document_id, only=FIELDS)
        if not marks.document.turns:
            starts = [each.start for each in marks.sentences]
            once = _Once(parse)
            places = choice.places(marks, once)
            among = choice.wanted(marks, places)
            for event in find_events(marks, once, among=among, also=places, named=named):
                sentence = marks.sentences[bisect_right(starts, event.what.start) - 1]
                told = _with_aim(event, sentence)
                if is_stamp(sentence.text) or _OF_THE_PAGE.match(sentence.text):
                    continue  # "Press release – 19 March 2026" says when it was published
                document = marks.document
                if is_taken_back(document.text, sentence.start, sentence.end, title=document.title):
                    continue  # "An earlier version said that it opened in 2021": it did not
                if (event.kind != "said" or speech) and choice.fits(event, told):
                    yield date(choice.called(event), sentence, marks)
        if on_progress is not None:
            title = marks.document.title or document_id
            on_progress(Progress(done, progress.total, current=title))


class _Once:
    """Parses each sentence of a document once, whoever asks for its tree."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._known: dict[str, Tree] = {}

    def __call__(self, texts: Sequence[str]) -> list[Tree]:
        """Give the trees of sentences."""
        new = [each for each in dict.fromkeys(texts) if each not in self._known]
        self._known.update(zip(new, self._parse(new), strict=True))
        return [self._known[each] for each in texts]


def _with_aim(event: Event, sentence: Span) -> str:
    """Give the clause of an event with what it was for: "the council voted … to close the bridge".

    Without it a timeline of the bridge would leave the vote out.
    """
    aim = _AIM.match(sentence.text, event.what.end - sentence.start)
    return event.what.text + (aim[0] if aim else "")
