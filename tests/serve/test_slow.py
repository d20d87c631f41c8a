"""What takes long is worked out once, tells how far it is, and ends when the server does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from onix.errors import InputError
from onix.jobs.report import Progress
from onix.serve.slow import MOST_WAITING, BusyError, Slow, StoppedError

Tell = Callable[[Progress], None]


@pytest.fixture
def slow() -> Iterator[Slow[str]]:
    """Give a place for results that is let go of."""
    made: Slow[str] = Slow(most=2)
    yield made
    made.close()


def test_a_result_is_found_once(slow: Slow[str]) -> None:
    """The second who asks gets what the first waited for; another question is another one."""
    asked: list[str] = []

    def make(_: Tell) -> str:
        asked.append("once")
        return "found"

    assert [slow.find("key", make), slow.find("key", make)] == ["found", "found"]
    assert asked == ["once"]
    assert slow.find("other", make) == "found"
    assert len(asked) == 2


def test_what_is_not_there_yet_says_how_far_it_is(slow: Slow[str]) -> None:
    """A request does not wait for ever: it hears how far the work is, and later the result."""
    go, told = threading.Event(), threading.Event()

    def make(tell: Tell) -> str:
        tell(Progress(3, 10))
        told.set()
        go.wait(10)
        return "found"

    slow.find("key", make, patience=0)
    assert told.wait(10)
    assert slow.find("key", make, patience=0) == Progress(3, 10)
    go.set()
    assert slow.find("key", make, patience=10) == "found"


def test_a_failure_is_told_and_tried_again(slow: Slow[str]) -> None:
    """What cannot be done says why each time; it is not remembered for the next."""

    def fail(_: Tell) -> str:
        raise InputError("no such thing")

    with pytest.raises(InputError, match="no such thing"):
        slow.find("key", fail)
    assert slow.find("key", lambda _: "found") == "found"


def test_only_the_last_few_are_kept(slow: Slow[str]) -> None:
    """Results do not pile up: the oldest is worked out again when it is asked for again."""
    asked: list[str] = []

    def make(key: str) -> Callable[[Tell], str]:
        return lambda _: asked.append(key) or key  # type: ignore[func-returns-value] # None is false

    for key in ("a", "b", "c", "a"):
        assert slow.find(key, make(key)) == key
    assert asked == ["a", "b", "c", "a"]


def test_too_many_questions_are_refused(slow: Slow[str]) -> None:
    """There is an end to what waits, and whoever comes too late hears it at once."""
    go = threading.Event()

    def make(_: Tell) -> str:
        go.wait(10)
        return "found"

    for number in range(MOST_WAITING):
        slow.find(number, make, patience=0)
    with pytest.raises(BusyError):
        slow.find("one more", make, patience=0)
    go.set()


def test_closing_ends_what_is_under_way() -> None:
    """A server that stops does not wait for a whole record to be read."""
    slow: Slow[str] = Slow()
    begun, ended = threading.Event(), threading.Event()

    def make(tell: Tell) -> str:
        begun.set()
        try:
            while True:
                tell(Progress())
                ended.wait(0.01)
        except StoppedError:
            ended.set()
            raise

    slow.find("key", make, patience=0)
    assert begun.wait(10)
    slow.close()
    assert ended.is_set()
