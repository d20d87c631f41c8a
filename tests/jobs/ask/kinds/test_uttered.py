"""What somebody said is in their own words, and in nobody else's."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.uttered import in_their_words
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation
from onix.reading import NewsReader
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.kinds.test_roles import answered
from tests.record.making import article

HALL = (
    "The town clerk, Ruth Lund, told members the hall costs 40,000 crowns a year. She did not say "
    "who would pay for it.\n\n"
    "Builder Odd Vik drew the hall in 2019. The owners of the mill next door lost everything.\n\n"
    "A neighbour said that the roof had leaked since May.\n\n"
    "The skipper of the Anna, Jon Roth, was cheerful. “We had one bar of chocolate,” said Hanna "
    "Dahl, who led the search."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the town clerk say?", "the hall costs 40,000 crowns a year"),
        ("What did the neighbour say?", "that the roof had leaked since May"),
        ("What did Hanna Dahl say?", "We had one bar of chocolate"),
        ("What did the skipper say?", None),  # another's words
        ("What did the owners say?", None),  # they lost everything
        ("What did the builder say?", None),  # he drew the hall
    ],
)
def test_what_somebody_said_is_given_whole_and_nothing_else(
    question: str, words: str | None
) -> None:
    """Not what they did, what they did not say, or what another said."""
    assert answered(question, HALL) == words


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        (
            "What did Ann Lee say about the tape?",
            "“I never heard it,” Ann Lee said of the tape on Radio Nine.",
            "Radio Nine",
            "I never heard it,",
        ),
        (
            "What did Ann Lee call the tape?",
            "Ann Lee did not deny it but called the tape “a forgery”.",
            "did not deny it but called the tape “a forgery",
            "a forgery",
        ),
        (
            "What did Ann Lee promise?",
            "Ann Lee promised a park for the quarter.",
            "a park",
            "a park",
        ),
    ],
)
def test_an_answer_is_moved_to_the_words_themselves(
    question: str, sentence: str, words: str, right: str
) -> None:
    """Off the station on which they were said, and without the verb that says so."""
    (marks,) = NewsReader().read([article(sentence, published="2026-03-11")])
    whole = marks.sentences[0]
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,), 0)
    start = sentence.index(words)
    reading = Reading(window, whole, whole.part(start, start + len(words)), 1.0, ())
    (found,) = in_their_words(asked(question), [reading], seen((), marks))
    assert found.span is not None and found.span.text == right
    assert found.score == reading.score
