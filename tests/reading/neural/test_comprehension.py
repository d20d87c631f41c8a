"""The reader: which words of a text answer, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.reading.neural.comprehension import (
    LONGEST_ANSWER,
    Comprehension,
    comprehension,
    whole_words,
)

CALL = (
    "The envoy, Gideon Marsh, met the minister in Ostrel on Thursday. "
    "He handed over a plan of 19 points, a diplomat said."
)


def answer(question: str, text: str = CALL) -> tuple[str, float]:
    """The words the reader points at, and their margin."""
    (found,) = comprehension().read(question, [text])
    return text[found.start : found.end], found.margin


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who met the minister?", "Gideon Marsh"),
        ("Where did Marsh and the minister meet?", "Ostrel"),
        ("On which day did they meet?", "Thursday"),
        ("How many points did the plan have?", "19"),
    ],
)
def test_the_words_that_answer_are_pointed_at(question: str, words: str) -> None:
    """The answer is found in the words of the text."""
    found, margin = answer(question)
    assert words in found
    assert margin > 0


def test_a_text_about_something_else_lies_behind() -> None:
    """What does not answer has less speaking for it than what does."""
    other = "The museum in Lisbon will stay closed until the roof has been mended."
    one, two = comprehension().read("Who met the minister?", [CALL, other])
    assert one.margin > two.margin


def test_a_text_is_read_alike_whatever_is_read_beside_it() -> None:
    """An answer does not hang on what else was found, nor on what was asked before."""
    texts = [CALL, "The museum is closed.", f"{CALL} {CALL}"]
    together = Comprehension().read("Who met the minister?", texts)
    alone = [Comprehension().read("Who met the minister?", [text])[0] for text in texts]
    assert together == alone


def test_what_was_read_before_is_known() -> None:
    """A question that is asked again is not read again; another about the same text is."""
    reader = Comprehension()
    one = reader.read("Who met the minister?", [CALL])[0]
    assert reader.read("Who met the minister?", [CALL])[0] is one
    assert reader.read("When was the minister met?", [CALL])[0] is not one


def test_nothing_is_read_where_there_is_nothing() -> None:
    """No texts, no readings; an empty text has no words to point at."""
    assert comprehension().read("Who?", []) == []
    (found,) = comprehension().read("Who?", [""])
    assert (found.start, found.end) == (0, 0)


def test_a_very_long_text_is_read_from_its_beginning() -> None:
    """What does not fit is left out, and said nothing of."""
    found, margin = answer("Who met the minister?", CALL + " And so on." * 400)
    assert "Gideon Marsh" in found
    assert margin > 0


def test_stretches_are_whole_words() -> None:
    """An answer never begins or ends inside a word, nor with a mark."""
    text = "He said: “Ostrel’s airport.”"
    start = text.index("strel")
    assert text[slice(*whole_words(text, start, text.index("port")))] == "Ostrel’s airport"
    assert text[slice(*whole_words(text, start - 2, len(text)))] == "Ostrel’s airport"
    assert whole_words("…", 0, 1) == (0, 1)


@settings(max_examples=30)
@given(question=st.text(max_size=60), text=st.text(max_size=200))
def test_anything_can_be_read(question: str, text: str) -> None:
    """Whatever is asked of whatever text, offsets lie in it and stances are shares."""
    (found,) = comprehension().read(question, [text])
    assert 0 <= found.start <= found.end <= len(text)
    assert len(text[found.start : found.end].split()) <= LONGEST_ANSWER
    assert sum(found.stance) == pytest.approx(1.0, abs=1e-3)
