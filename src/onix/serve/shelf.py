"""Stories that were read lately, their marks unpacked: whoever turns a page does not wait again.

In: a record and a document. Out: its marks. What is kept is bounded by the length of the texts.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from onix.model import Document, Marks
from onix.record import Record

# What a story's page is made of; the rest stays packed.
READ = ("quotes", "mentions", "times")
MOST = 600_000  # characters of text; their marks take some forty times as many bytes


class Shelf:
    """The marks of the documents that were looked at last.

    Args:
        only: Which fields of the marks are unpacked.
        most: How many characters their texts may have together.
    """

    def __init__(self, only: Iterable[str], *, most: int = MOST) -> None:
        self._only = tuple(only)
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Marks] = OrderedDict()

    def marks(self, record: Record, document: Document) -> Marks:
        """Give the marks of a document that the record has now."""
        with self._lock:
            found = self._kept.get(document.id)
            # What was taken out and came back under its id may be another text.
            if found is not None and found.document == document:
                self._kept.move_to_end(document.id)
                return found
        found = record.marks(document.id, only=self._only)
        with self._lock:
            self._kept[document.id] = found
            self._kept.move_to_end(document.id)
            while len(self._kept) > 1 and self._characters() > self._most:
                self._kept.popitem(last=False)
        return found

    def __len__(self) -> int:
        return len(self._kept)

    def _characters(self) -> int:
        return sum(len(each.document.text) for each in self._kept.values())
