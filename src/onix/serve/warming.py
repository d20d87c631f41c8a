"""What is done before anybody asks: models, pages and templates are loaded, so that nobody waits.

In: the record. Out: nothing; a question was answered and a story was drawn for no reader.
"""

from __future__ import annotations

from itertools import islice

from onix.reading.neural.comprehension import comprehension
from onix.record import Record
from onix.serve.pages.asking import Asked, answer
from onix.serve.pages.documents import story
from onix.serve.rights import NOBODY
from onix.serve.showing import Face

QUESTION = "Who said what about the plan?"


def warm(record: Record) -> None:
    """Answer a question."""
    # By itself, as a record need not have anything to be read on a question.
    comprehension().read(QUESTION, [QUESTION])
    answer(record, face=Face(NOBODY, "/ask", record.path), asked=Asked(QUESTION))
    warm_soon(record)


def warm_soon(record: Record) -> None:
    """Draw a story, for which no model is needed."""
    for document_id in islice(record.ids(), 1):
        story(record, face=Face(NOBODY, "/", record.path), document_id=document_id)
