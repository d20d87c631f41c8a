"""Which documents gave a timeline nothing, and why: ids and what was told in, notes out.

A timeline without a document looks as if nothing had been said there. So it is named, with what
keeps it out: a transcript, no day against which "on Monday" could be read, or no date at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.jobs.timeline.choosing import Choice, Everything
from onix.jobs.timeline.saying import count
from onix.model import Document
from onix.record import Record
from onix.record.hiding import file_name

SHOWN = 3  # documents that a note names


def notes_on_silent(
    record: Record, ids: Sequence[str], choice: Choice, *, is_empty: bool = False
) -> tuple[str, ...]:
    """Say which documents have no entry: a note for each reason why.

    Asked for a name or topic only transcripts are told of: that another document has no event of
    it is what was asked.

    Args:
        ids: Of those that were looked in and gave no event.
        is_empty: Nothing has an entry, which is said already.
    """
    documents = [record.document(each) for each in ids]
    transcripts = [each for each in documents if each.turns]
    rest = [each for each in documents if not each.turns and isinstance(choice, Everything)]
    undated = [each for each in rest if each.published is None]
    found = []
    if transcripts:
        is_one = len(transcripts) == 1
        found.append(
            f"{count(len(transcripts), 'transcript')} {'is' if is_one else 'are'} left out, as "
            f"what is said there is somebody's word: {_named(transcripts)}. "
            "Look there with: onix quotes"
        )
    if undated:
        found.append(
            f"{count(len(undated), 'document')} without a date of {_own(undated)} own "
            f"{_verb(undated)} no dated event, as “on Monday” is no day there: {_named(undated)}. "
            f"Give one with: onix record amend {_name(undated[0])!r} --published DATE"
        )
    plain = [each for each in rest if each.published is not None]
    if plain and not is_empty:
        found.append(
            f"{count(len(plain), 'document')} {_verb(plain)} no dated event: {_named(plain)}."
        )
    return tuple(found)


def _named(documents: Sequence[Document]) -> str:
    more = len(documents) - SHOWN
    return ", ".join(map(_name, documents[:SHOWN])) + (f" and {more} more" if more > 0 else "")


def _name(document: Document) -> str:
    return file_name(document.address) or document.title or document.id


def _own(documents: Sequence[Document]) -> str:
    return "its" if len(documents) == 1 else "their"


def _verb(documents: Sequence[Document]) -> str:
    return "has" if len(documents) == 1 else "have"
