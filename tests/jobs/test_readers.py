"""Reading in several processes: order, deaths, errors, stopping."""

from __future__ import annotations

import gc
import io
import os
import pickle
import time
from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest

from onix.errors import OnixError
from onix.jobs import readers
from onix.jobs.readers import Readers, ReadingError, news_reader, read_here
from onix.model import Document, Marks
from onix.reading import NewsReader
from tests.jobs.light import LightReader, broken_reader, light_reader, no_reader


def article(text: str, number: int = 0) -> Document:
    """Make a document."""
    return Document(f"d{number}", "article", text)


def wait_until_reading(open_readers: Readers, count: int, batch: Sequence[Document]) -> None:
    """Give every process a batch, and come back when all of them read."""
    for _ in range(count):
        open_readers.submit(batch)
    while sum(worker.is_ready for worker in open_readers._started) < count:
        time.sleep(0.01)
    time.sleep(0.05)  # ready is said just before a batch is taken up


@pytest.fixture
def two() -> Iterator[Readers]:
    """Two processes with light readers."""
    with closing(Readers(2, light_reader)) as open_readers:
        yield open_readers


def test_batches_come_back_whole_and_in_order(two: Readers) -> None:
    """Whichever process is faster, a batch's future holds the marks of its own documents."""
    batches = [
        [article(f"The minister spoke {n}. He left.", n * 10 + m) for m in range(3)]
        for n in range(6)
    ]
    futures = [two.submit(batch) for batch in batches]
    for batch, future in zip(batches, futures, strict=True):
        answers = future.result()
        assert [each.document for each in answers if isinstance(each, Marks)] == batch
        assert all(isinstance(each, Marks) and len(each.sentences) == 2 for each in answers)


def test_only_the_document_that_kills_its_process_is_lost(two: Readers) -> None:
    """A killed process is replaced, and the batch's other documents are read after all."""
    batch = [article("A calm one.", 1), article("KILL ME.", 2), article("Another calm one.", 3)]
    first, second, third = two.submit(batch).result()
    assert isinstance(first, Marks) and isinstance(third, Marks)
    assert isinstance(second, ReadingError)
    assert "was killed (is there enough memory?)" in str(second)
    (only,) = two.submit([article("LEAVE.")]).result()
    assert "ended with 3" in str(only)
    (after,) = two.submit([article("It goes on.")]).result()
    assert isinstance(after, Marks)


def test_a_document_that_never_ends_is_given_up(
    two: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text on which the reader hangs costs its time limit, not the run."""
    monkeypatch.setattr(readers, "PATIENCE", 1.0)
    (only,) = two.submit([article("LINGER.")]).result()
    assert "took longer than 1 seconds" in str(only)


def test_an_error_in_reading_stays_with_its_document(two: Readers) -> None:
    """An exception, here or in another process, leaves out one document and says which error."""
    batch = [article("A calm one.", 1), article("RAISE.", 2)]
    for answers in (two.submit(batch).result(), read_here(LightReader(), batch)):
        assert isinstance(answers[0], Marks)
        assert "ValueError: a text it cannot bear" in str(answers[1])


def test_a_missing_model_is_said_once_for_all() -> None:
    """When no reader can be made, that is an error of the run, with its remedy."""
    for factory, says in ((no_reader, "pip install model"), (broken_reader, "ended with 7 before")):
        with closing(Readers(1, factory)) as open_readers:
            future = open_readers.submit([article("A calm one.")])
            with pytest.raises(OnixError, match=says):
                future.result()


def test_closing_stops_at_once_and_leaves_no_process() -> None:
    """In the middle of a long document everything ends within a moment."""
    open_readers = Readers(2, light_reader)
    wait_until_reading(open_readers, 2, [article("LINGER.")])
    processes = [worker.process.pid for worker in open_readers._started]
    begun = time.monotonic()
    open_readers.close()
    assert time.monotonic() - begun < 5
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_closing_while_processes_are_replaced_ends_those_too() -> None:
    """A stop that comes while killed processes start again leaves nothing behind."""
    open_readers = Readers(1, light_reader)
    wait_until_reading(open_readers, 1, [article("KILL ME.", n) for n in range(20)])
    open_readers.close()
    assert all(worker.process.poll() is not None for worker in open_readers._started)


def test_a_worker_answers_batch_after_batch() -> None:
    """What a worker process does, done here: take the factory, say it is ready, answer."""
    inbox, outbox = io.BytesIO(), io.BytesIO()
    batch = [article("A calm one."), article("RAISE.")]
    for value in (light_reader, batch):
        pickle.dump(value, inbox)
    inbox.seek(0)
    with pytest.raises(EOFError):  # nothing more comes
        readers._serve(inbox, outbox)
    gc.unfreeze()
    outbox.seek(0)
    assert pickle.load(outbox) == []  # noqa: S301 - written just above
    marks, problem = pickle.load(outbox)  # noqa: S301 - as above
    assert isinstance(marks, Marks)
    assert isinstance(problem, ReadingError)


def test_a_worker_without_a_model_says_so() -> None:
    """The reason is sent in place of an answer; a missing model is no document's fault."""
    inbox, outbox = io.BytesIO(pickle.dumps(no_reader)), io.BytesIO()
    readers._serve(inbox, outbox)
    outbox.seek(0)
    said = pickle.load(outbox)  # noqa: S301 - written just above
    assert "pip install model" in str(said)
    with pytest.raises(OnixError, match="pip install model"):
        read_here(LightReader(), [article("A calm one."), article("NO MODEL.")])


def test_the_reader_of_onix_is_the_usual_one() -> None:
    """Without another choice documents are read by NewsReader."""
    assert isinstance(news_reader(), NewsReader)


def test_no_more_processes_are_started_than_are_needed() -> None:
    """One small batch after another is read by one process, however many there could be."""
    with closing(Readers(8, light_reader)) as open_readers:
        for number in range(3):
            open_readers.submit([article("A calm one.", number)]).result()
        assert len(open_readers._started) == 1
