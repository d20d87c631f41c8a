"""A document by its id: the id of an address in, the document out, or why it is not here."""

from __future__ import annotations

from onix.errors import InputError
from onix.jobs.sources import day
from onix.model import Document
from onix.record import Record


class NotHereError(InputError):
    """There is no document of this id."""

    status = 404


class RemovedError(InputError):
    """The document was taken out of the record."""

    status = 410


def find(record: Record, document_id: str) -> Document:
    """Give a document, or say why it is not here."""
    try:
        return record.document(document_id)
    except InputError as problem:
        for stone in record.tombstones():
            if stone.id == document_id:
                raise RemovedError(
                    f"“{stone.title or stone.id}” was taken out of the record on "
                    f"{day(stone.removed)}: {stone.why}. Ask about it with: onix ask"
                ) from problem
        raise NotHereError(
            f"There is no document {document_id} in this record. "
            "Look for its words with: onix search"
        ) from problem
