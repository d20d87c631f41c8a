"""The time that goes with an answer is that of its own verb, or none."""

from __future__ import annotations

import pytest

from onix.jobs.ask.timing import time_of
from onix.model import Document
from onix.reading.grammar.sentences import find_sentences
from onix.reading.neural.syntax import Parser, Tree
from onix.reading.times.times import find_times

DAM = "The dam, built in 1961 by the Corrib Company, holds back 80 million cubic metres."


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The model's parser."""
    return Parser()


@pytest.mark.parametrize(
    ("text", "answer", "when"),
    [
        (DAM, "80 million cubic metres", None),
        (DAM, "the Corrib Company", "1961"),
        (DAM, "in 1961", "1961"),
        ("Lindqvist on Tuesday ordered a review of the dam.", "Lindqvist", "Tuesday"),
        ("Marsh, who lives in Paris, resigned on Tuesday.", "Paris", None),
        ("Marsh, who lives in Paris, resigned on Tuesday.", "Marsh", "Tuesday"),
        ("After Tuesday's hearing, Marsh left for Rome.", "Rome", None),
        ("Fourteen people drowned, the ministry said on Monday.", "Fourteen people", None),
        ("Varga came on Monday and on Friday.", "Varga", None),
        ("The company was sold in 2019.", None, "2019"),
        ("Nobody said a word.", None, None),
        ("The van costs £300 a year.", "costs £300 a year", None),
        ("The van runs every Monday.", "runs every Monday", "every Monday"),
    ],
)
def test_a_time_is_that_of_the_answers_own_verb(
    parser: Parser, text: str, answer: str | None, when: str | None
) -> None:
    """A date elsewhere in the sentence may be that of something else."""
    document = Document("d", "article", text, published="2025-03-12", language="en")
    (sentence,) = find_sentences(document)
    span = None
    if answer is not None:
        span = document.span(text.index(answer), text.index(answer) + len(answer))
    found = time_of(
        span, sentence, find_times(document, [sentence]), lambda each: parser.parse([each])[0]
    )
    assert (found.span.text if found else None) == when


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("“We will stay,” Varga said on Friday.", "We will stay"),
        ("They will stay, Varga said on Friday.", "They will stay"),
    ],
)
def test_what_is_said_has_the_day_on_which_it_was_said(
    parser: Parser, text: str, answer: str
) -> None:
    """Where the words are asked for; of a number told that day it is not the day."""
    document = Document("d", "article", text, published="2025-03-12", language="en")
    (sentence,) = find_sentences(document)
    span = document.span(text.index(answer), text.index(answer) + len(answer))
    times = find_times(document, [sentence])

    def parse(each: str) -> Tree:
        return parser.parse([each])[0]

    said = time_of(span, sentence, times, parse, is_said=True)
    assert said is not None and said.span.text == "Friday"
    assert time_of(span, sentence, times, parse) is None
