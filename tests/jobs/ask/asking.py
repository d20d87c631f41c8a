"""For the tests of `ask`: questions understood without a record, and small records."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.jobs.ask.asked.question import Question, understand
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.model import Disagreement, Marks
from onix.reading.neural.syntax import Parser
from onix.record import Record, open_record

Told = tuple[str, str, str]  # outlet, day of print, text


@cache
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


def asked(text: str) -> Question:
    """A question understood."""
    return understand(text, parser().parse([text])[0])


def seen(windows: Sequence[Window] = (), marks: Marks | None = None) -> Seen:
    """What readings are held against: these windows, and the marks of their one document."""

    def marked(document_id: str) -> Marks:
        assert marks is not None, f"nobody needs the marks of {document_id}"
        return marks

    return Seen(windows, marked, lambda text: parser().parse([text])[0])


@contextmanager
def record_of(*told: Told) -> Iterator[Record]:
    """A record of a few short articles."""
    rows = [
        {"doc_id": f"d{n}", "title": text.split(".")[0], "outlet": outlet, "text": text}
        | ({"published": day} if day else {})
        for n, (outlet, day, text) in enumerate(told)
    ]  # fmt: skip
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    with (
        TemporaryDirectory() as folder,
        open_record(Path(folder, "news.onix"), create=True, write=True) as record,
    ):
        for each in add(record, ["-"], stdin=io.BytesIO(lines), workers=1):
            assert each.document_id is not None, each.why
        yield record


@contextmanager
def record_of_files(**files: str) -> Iterator[Record]:
    """A record of a few files, by their names without the ending, as they are added to it."""
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
        with open_record(Path(folder, "news.onix"), create=True, write=True) as record:
            for each in add(record, [str(Path(folder, f"{name}.txt")) for name in files]):
                assert each.document_id is not None, each.why
            yield record


def disputed(question: str, *told: Told) -> set[str]:
    """The answer words that stand side by side."""
    with record_of(*told) as record:
        answer = ask(record, question)
    assert answer.statements, answer.abstained
    found: tuple[Disagreement, ...] = answer.disagreements
    return {
        reading.answer.text if reading.answer is not None else reading.text
        for each in found
        for reading in each.readings
    }
