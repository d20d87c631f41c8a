"""What the documents of a record tell: in come ids, out come events, a sentence each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onix.jobs.quotes.reading import OnProgress
from onix.jobs.report import Progress
from onix.jobs.timeline.choosing import FIELDS, Choice
from onix.jobs.timeline.dating import Told, date
from onix.reading.events import Parse, find_events
from onix.record import Record


def told_in(
    record: Record,
    ids: Sequence[str],
    choice: Choice,
    parse: Parse,
    *,
    speech: bool = False,
    on_progress: OnProgress | None = None,
) -> Iterator[Told]:
    """Give each event that is asked for and stands in the documents, dated.

    Args:
        speech: Reports of words, too.
    """
    progress = Progress(total=len(ids))
    for done, document_id in enumerate(ids, start=1):
        marks = record.marks(document_id, only=FIELDS)
        if not marks.document.turns:
            starts = [each.start for each in marks.sentences]
            for event in find_events(marks, parse, among=choice.wanted(marks)):
                if (event.kind != "said" or speech) and choice.fits(event):
                    sentence = marks.sentences[bisect_right(starts, event.what.start) - 1]
                    yield date(event, sentence, marks)
        if on_progress is not None:
            title = marks.document.title or document_id
            on_progress(Progress(done, progress.total, current=title))
