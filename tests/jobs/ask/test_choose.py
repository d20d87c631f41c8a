"""Which readings are chosen: plain yeses, and the words of whom and on what was asked."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.choose import (
    is_of_another_one,
    is_of_other_tense,
    names_another,
    repeats_the_question,
)
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Document, Marks, Span
from onix.reading.times.times import find_times
from onix.record import Record
from tests.jobs.ask.asking import asked, record_of, record_of_files


@pytest.mark.parametrize(
    "question",
    [
        "What did Brandt say about the water?",  # Lindqvist spoke of it
        "What did Lindqvist say about her resignation?",  # nobody did
    ],
)
def test_words_of_another_or_on_something_else_are_no_answer(record: Record, question: str) -> None:
    """ "What did X say about Y" is refused rather than answered by Z, or by X on W."""
    answer = ask(record, question)
    for statement in answer.statements:
        assert "wait for the water" not in statement.text


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("the Karsovan adviser Pavel Orlenko", True),
        ("the adviser, Pavel Orlenko", True),
        ("Gideon Marsh and the Karsovan adviser", True),
        ("the chief adviser of Pavel Orlenko", False),
        ("the envoy Karl Vogt", False),
        ("a former judge", False),
        ("the head of Coast Bank", False),
    ],
)
def test_who_stands_beside_somebody_is_not_who_that_is(words: str, *, another: bool) -> None:
    """In "Karl Vogt and the adviser Pavel Orlenko" the adviser is somebody else."""
    span = Span("d", 0, len(words), words)
    window = Window(span, (span,), span, Citation(span), (1.0,), 0)
    reading = Reading(window, span, span, 1.0, ())
    assert names_another(asked("Who is Karl Vogt?"), reading) is another


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Who published the second tape?", "The first tape was published by the Post.", True),
        ("Who published the second tape?", "The second tape was published by the Post.", False),
        ("Who published the second tape?", "The first tape and the second tape hum.", False),
        ("Who published the second tape?", "The tape was published by the Post.", False),
        ("Who published the second tape?", "The first edition has the tape.", False),
        ("Who published the tape?", "The first tape was published by the Post.", False),
        ("Who opposes point 9?", "The mayor opposes point 7.", True),
        ("Who opposes point 9?", "The mayor opposes points 7 and 9.", False),
        ("Who opposes point 9?", "The mayor opposes the point.", False),
    ],
)
def test_the_first_is_not_the_second(question: str, sentence: str, *, another: bool) -> None:
    """What is told of one of several is no answer to what is asked of another."""
    assert is_of_another_one(asked(question), sentence) is another


def reading_in(words: str, sentence: str) -> tuple[Reading, Marks]:
    """A reading of these words in a sentence printed on 5 June 2025, with the marks of it."""
    document = Document("d", "article", sentence, published="2025-06-05")
    whole = document.span(0, len(sentence))
    start = sentence.index(words)
    citation = Citation(whole, published="2025-06-05")
    window = Window(whole, (whole,), whole, citation, (1.0,), 0)
    span = document.span(start, start + len(words))
    marks = Marks(document, (whole,), times=find_times(document, (whole,)))
    return Reading(window, whole, span, 1.0, ()), marks


@pytest.mark.parametrize(
    ("question", "words", "sentence", "is_so"),
    [
        ("When is it to be signed?", "20 May 2025", "It was agreed on 20 May 2025.", True),
        ("When will it be signed?", "14 June", "It will be signed on 14 June.", False),
        ("When was it signed?", "14 June 2025", "It will be signed on 14 June 2025.", True),
        ("When was it signed?", "20 May 2025", "It was signed on 20 May 2025.", False),
        ("When is the final?", "20 May 2025", "It was agreed on 20 May 2025.", False),
        ("When will it be signed?", "Wednesday", "It was agreed on Wednesday.", False),
    ],
)
def test_a_day_that_is_over_is_not_to_come(
    question: str, words: str, sentence: str, *, is_so: bool
) -> None:
    """Nor is one to come over; a bare day of the week may be read of either week."""
    reading, marks = reading_in(words, sentence)
    assert is_of_other_tense(asked(question), reading, marks) is is_so


@pytest.mark.parametrize(
    ("words", "is_so"), [("312", True), ("312 men", True), ("40 men", False), ("men", False)]
)
def test_a_number_of_the_question_is_no_answer_to_it(words: str, *, is_so: bool) -> None:
    """ "How many were given for the 312?" is not answered by 312."""
    reading, _ = reading_in(words, "They gave 40 men for 312 men.")
    assert repeats_the_question(asked("How many were given for the 312?"), reading) is is_so


def test_a_topic_is_answered_by_the_sentences_that_have_it() -> None:
    """A word or two give the sentence that says them, and not the one before it."""
    text = (
        "The council met on Monday. The harbour bridge will be shut in May. Nobody was surprised."
    )
    with record_of(("Post", "2026-03-11", text)) as record:
        (found,) = ask(record, "harbour bridge").statements
    assert found.text == "The harbour bridge will be shut in May."


def test_what_another_says_of_themselves_is_no_reason_of_hers() -> None:
    """ "I left because …", an engineer says, is why he left; the clerk's own words are hers."""
    talk = (
        "CHAIR: Why did the two of you go?\n\nJON ROTH: I left because I would not sign the form."
        "\n\nCHAIR: And Ms Quay has left, too.\n\nROSA QUAY: That is so."
    )
    with record_of_files(session=talk) as record:
        assert not ask(record, "Why did Rosa Quay leave?").statements
        roth = ask(record, "Why did Jon Roth leave?").statements
        assert roth and "would not sign" in roth[0].text


def test_whom_to_call_answers_nothing() -> None:
    """A telephone number is no price."""
    text = "Tarn Yards names a head. Rosa Quay will lead it.\nPress office: +44 20 7946 0000"
    with record_of(("Post", "2026-03-13", text)) as record:
        for each in ask(record, "What is the share price of Tarn Yards?").statements:
            assert "7946" not in each.text
