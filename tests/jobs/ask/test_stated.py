"""How sure an answer is said to be: less among several stories, and where another stands close."""

from __future__ import annotations

from dataclasses import replace

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.stated import signs, stated
from onix.model import Span
from tests.jobs.ask.asking import asked
from tests.jobs.ask.test_edges import read

QUESTION = "Who won the regatta?"
WON = "Ann Lee won the regatta."


def _elsewhere(sentence: str, words: str, score: float) -> Reading:
    """A reading of another document."""
    found = read(sentence, words)
    whole = Span("e", 0, len(sentence), sentence)
    start = sentence.index(words)
    return replace(
        found, sentence=whole, span=Span("e", start, start + len(words), words), score=score
    )


def _sure(first: Reading, *others: Reading) -> float:
    return stated(signs(asked(QUESTION), first, [first, *others], _says_the_same))


def _says_the_same(one: Reading, other: Reading) -> bool:
    return one.last_word == other.last_word


def test_a_close_second_that_says_something_else_makes_it_less_sure() -> None:
    """So does any other story; one that says the same makes it surer."""
    first = read(WON, "Ann Lee")
    far = _elsewhere("Bo Roth came second.", "Bo Roth", -3.0)
    close = replace(far, score=0.9)
    same = _elsewhere("Lee took the regatta on Sunday.", "Lee", 0.2)
    assert _sure(first, close) < _sure(first, far) < _sure(first)
    assert _sure(first, same) > _sure(first, far)


def test_an_answer_is_surer_the_surer_the_reading_is() -> None:
    """And the more of the question its very sentence says."""
    first = read(WON, "Ann Lee")
    assert _sure(replace(first, score=0.2)) < _sure(first) < _sure(replace(first, score=2.0))
    assert _sure(read("Ann Lee came in first.", "Ann Lee")) < _sure(first)
