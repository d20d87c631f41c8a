"""Where an answer begins and ends: whole times, numbers with their unit, names without verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.ask.edges import edged
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Document, Marks, Span
from onix.reading.times.times import find_times
from tests.jobs.ask.asking import asked, parser


def read(sentence: str, words: str) -> Reading:
    """A reading of these words of a sentence."""
    whole = Span("d", 0, len(sentence), sentence)
    start = sentence.index(words)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,), 0)
    return Reading(window, whole, Span("d", start, start + len(words), words), 1.0, ())


def marks_of(sentence: str) -> Marks:
    """The times of a sentence that was printed on 5 June 2025."""
    document = Document("d", "article", sentence, published="2025-06-05")
    whole = (document.span(0, len(sentence)),)
    return Marks(document, whole, times=find_times(document, whole))


def given_edges(question: str, sentence: str, words: str) -> str:
    """The answer words, with edges."""
    reading = read(sentence, words)
    found = edged(
        asked(question), reading, lambda _: marks_of(sentence), lambda t: parser().parse([t])[0]
    )
    return found.span.text if found.span is not None else ""


@pytest.mark.parametrize(
    ("question", "sentence", "words", "whole"),
    [
        (
            "When did the show begin?",
            "The show began on August 22, 2021, in a tent.",
            "August 22",
            "August 22, 2021",
        ),
        ("When did the inquiry begin?", "The inquiry began on Friday.", "on Friday", "Friday"),
        (
            "Who won the award?",
            "Vikna — The poet Eva Holm and translator Jon Feld won the award.",
            "Jon Feld",
            "Eva Holm and translator Jon Feld",
        ),
        (
            "When does it expect an eruption?",
            "It expects no eruption in July 2025.",
            "July 2025",
            "no eruption in July 2025",
        ),
        (
            "How many points has the plan?",
            "The plan has nineteen points.",
            "nineteen",
            "nineteen points",
        ),
        (
            "By how many votes did the budget pass?",
            "The budget passed on Wednesday by 61 votes to 57.",
            "57",
            "61 votes to 57",
        ),
        (
            "How many women are on the jury?",
            "A jury of seven women and five men heard it.",
            "seven women and five",
            "seven women",
        ),
        (
            "How many people live there?",
            "At least 140 people live there.",
            "140",
            "At least 140 people",
        ),
        (
            "How much did it cost?",
            "The roof cost about $1.8 million.",
            "$1.8",
            "about $1.8 million",
        ),
        ("How much did it fall?", "The crown fell 1.8% on Monday.", "1.8", "1.8%"),
        ("How many boats are there?", "In port lie 12 of 30 boats.", "12", "12"),
        ("How many cars fit?", "It takes 300 passengers and 60 cars.", "300", "60 cars"),
        ("How many died?", "The toll rose to 57 on Friday, of 60 men.", "57", "57"),
        ("How many people came?", "Some 300 guests met 60 people.", "300", "Some 300"),
        (
            "How many points has the plan now?",
            "It now has 16 points instead of 19.",
            "19",
            "16 points",
        ),
        (
            "How many points had the plan before?",
            "It now has 16 points instead of 19.",
            "16 points",
            "19",
        ),
        (
            "How many people lived there before the war?",
            "Some 14,000 people live there, down from 52,000 before the war.",
            "14,000",
            "52,000",
        ),
        (
            "Who won the final?",
            "Ann Lee defeated Eva Lund in the final.",
            "Ann Lee defeated Eva Lund",
            "Ann Lee",
        ),
        (
            "Who won the tour?",
            "Ole Berg (Team Sund) won the tour.",
            "Ole Berg (Team Sund",
            "Ole Berg",
        ),
        (
            "Who directed the film?",
            "The film was directed by Ann Lee and written by Eva Lund.",
            "Ann Lee and written by Eva Lund",
            "Ann Lee",
        ),
        (
            "Who opened it?",
            "Ann Lee and Eva Lund opened it.",
            "Ann Lee and Eva Lund",
            "Ann Lee and Eva Lund",
        ),
        ("Who rang?", "“I did not ring,” he said.", "I did not ring", "I did not ring"),
        (
            "What did she say?",
            'She said he had "other duties".',
            'he had "other duties',
            'he had "other duties"',
        ),
        ("Where was it found?", "It was found in Orre by the police.", "in Orre by the", "in Orre"),
        (
            "Why did they go?",
            "He explained why it had to be shut.",
            "why it had to be shut",
            "it had to be shut",
        ),
        ("Did they go?", "They went on", "went on", "went on"),
        (
            "Who is Odd Lund?",
            "Ann Lee talks to Odd Lund, who flew for 20 years.",
            "Ann Lee talks to Odd Lund, who flew for 20 years",
            "who flew for 20 years",
        ),
        ("By when is it due?", "It is due by 1 June.", "1 June.", "1 June"),
        ("How many people came?", "In all 12,400 people came.", "400 people", "12,400 people"),
    ],
)
def test_an_answer_has_whole_edges(question: str, sentence: str, words: str, whole: str) -> None:
    """What is asked for decides where it begins and ends."""
    assert given_edges(question, sentence, words) == whole


@given(
    st.sampled_from(
        ["When was it?", "How many were there?", "Who won it?", "Where is it?", "What is it?"]
    ),
    st.data(),
)
def test_edges_stay_inside_the_sentence(question: str, data: st.DataObject) -> None:
    """Whatever the reader points at, the answer is words of its sentence, as they stand there."""
    sentence = "On 3 May Ann Lee (Team Sund) and 12 of 1,400 guests left Orre, down from 52 boats."
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    whole = Span("d", 0, len(sentence), sentence)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,), 0)
    reading = Reading(window, whole, Span("d", start, end, sentence[start:end]), 1.0, ())
    found = edged(
        asked(question), reading, lambda _: marks_of(sentence), lambda t: parser().parse([t])[0]
    )
    assert found.span is not None
    assert found.span.text == sentence[found.span.start : found.span.end] != ""
    assert found.score == reading.score
