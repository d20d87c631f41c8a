"""What something is, where a text says it beside the name."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.definitions import definitions
from tests.jobs.ask.asking import parser, record_of


def found(name: str, sentence: str) -> list[str]:
    """What a sentence says that something is, the most outright first."""
    tree = parser().parse([sentence])[0]
    words = [each.text.lower() for each in parser().parse([name])[0].words]
    return [
        sentence[tree.words[first].start : tree.words[last].end]
        for _, (first, last) in sorted(definitions(words, tree))
    ]


@pytest.mark.parametrize(
    ("name", "sentence", "what"),
    [
        (
            "Larchfield", "Larchfield is a pumping station on the Wenn.",
            "a pumping station on the Wenn",
        ),
        (
            "Project Larch", "They dropped Project Larch, a plan to move the line, on Monday.",
            "a plan to move the line",
        ),
        (
            "Wenn accord", "He signed the Wenn accord, which ended a dispute over eels.",
            "which ended a dispute over eels",
        ),
        ("Solvik", "The shipping firm Solvik pays the toll.", "The shipping firm"),
        ("Solvik", "The shipping firm, Solvik, pays the toll.", "The shipping firm"),
        (
            "Blue Door", "It ran a scheme known as Blue Door for years.",
            "a scheme",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_the_name_is_it(name: str, sentence: str, what: str) -> None:
    """In whichever form the text says it."""
    assert found(name, sentence)[0] == what


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Larch", "They read the Larch paper, a draft of the plan."),
        ("Heron", "They dropped Blue Heron, a plan to move the line."),
        ("Larchfield", "Larchfield is not a town."),
        ("Solvik", "Solvik, whose owner left, pays the toll."),
        ("Solvik", "Solvik pays the toll that a court set."),
    ],
)
def test_what_is_said_of_another_is_not(name: str, sentence: str) -> None:
    """Nor what is denied, or said of what belongs to it."""
    assert not found(name, sentence)


def test_what_the_text_says_more_of_it_is_taken_along() -> None:
    """As little is told by "an account"."""
    sentence = 'They moved it to an account known as "Blue Door", where nobody looked.'
    assert found("Blue Door", sentence)[0] == (
        'an account known as "Blue Door", where nobody looked'
    )


def test_a_question_is_answered_with_it() -> None:
    """Though the sentence is about somebody else."""
    text = (
        "Ann Roth, a lawyer, was named harbour master in May. She had drafted the Wenn accord,"
        " which ended a dispute over eels. The board met on Monday."
    )
    with record_of(("Post", "2026-06-03", text)) as record:
        answer = ask(record, "What's the Wenn accord?")
        other = ask(record, "What is the Larch accord?")
    assert answer.statements and answer.statements[0].answer is not None
    assert answer.statements[0].answer.text == "which ended a dispute over eels"
    assert other.abstained is not None
