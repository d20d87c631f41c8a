"""A line of a proof, and what it is told by: do words stand at a place of a text?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onix.jobs.check.saved import JSON

State = Literal["proved", "not proved", "unknown"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a saved check says, and whether it is so.

    Attributes:
        about: What it is about: "file", "draft", "quotation 3", "document", "passage".
        state: "unknown" where it cannot be told without the document.
        says: What was found, in a sentence without its stop.
        document_id: Of the document, or of the one the passage stands in; None for the others.
        title: By which people know that document: its title, or its file.
    """

    about: str
    state: State
    says: str
    document_id: str | None = None
    title: str | None = None


def stands(words: JSON, text: str) -> bool:
    """Do the words of a place stand at its offsets in this text?"""
    start, end = words.get("start"), words.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        return False
    return text[start:end] == str(words.get("text"))


def holds(passage: JSON, span: JSON) -> bool:
    """Does a passage of the file give back a span of the same document?"""
    start, end = span["start"] - passage["start"], span["end"] - passage["start"]
    return bool(0 <= start <= end and passage["text"][start:end] == span["text"])


def worded(label: str) -> str:
    """Give a label as it is said."""
    return label.replace("_", " ")
