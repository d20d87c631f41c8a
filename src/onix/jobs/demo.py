"""The bundled story in a fresh record, and three questions put to it.

In: a folder for the record, or none. Out: what was added and the three answers, as values. One
answer is somebody's words, one a date that outlets agree on, one a refusal: nobody in the story
knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from onix.errors import InputError
from onix.jobs.add import Added, add
from onix.jobs.ask import ask
from onix.model import Answer
from onix.record import Record, open_record
from onix.story import files, publication

QUESTIONS = (
    "What did Tereshin say about the long version of the plan?",
    "When did Tereshin and Marsh meet in Ostrel?",
    "Who leaked the recordings?",
)


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration did.

    Attributes:
        record: Where the record was kept; None when it was a temporary one and is gone.
        added: What became of each file of the story, in the order of publication.
        answers: One for each of `QUESTIONS`.
    """

    record: Path | None
    added: tuple[Added, ...]
    answers: tuple[Answer, ...]


def add_story(record: Record) -> Iterator[Added]:
    """Add the bundled story to a record, in the order of publication."""
    for known, paths in groupby(files(), key=publication):
        # Twenty short files are read before a second process would have started.
        yield from add(record, [str(path) for path in paths], workers=1, **known)


def demo(folder: Path | None = None) -> Demo:
    """Give what a fresh record of the bundled story answers to three questions.

    Args:
        folder: Where to keep the record; None for a temporary one.

    Raises:
        InputError: There is something at `folder` already.
    """
    with _fresh(folder) as path, open_record(path, create=True, write=True) as record:
        added = tuple(add_story(record))
        answers = tuple(ask(record, question) for question in QUESTIONS)
    return Demo(folder, added, answers)


@contextmanager
def _fresh(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        with TemporaryDirectory(prefix="onix-demo-") as temporary:
            yield Path(temporary) / "story.onix"
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            f"Could not make a fresh record: there is something at {folder} already. "
            "Name another place with --record, or leave it out for a temporary record."
        )
    yield folder
