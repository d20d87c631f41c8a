"""Who did it, and to what, where sentences say so outright."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.doers import deed_asked
from onix.jobs.ask.kinds.undergone import deed_asked as undergone_asked
from tests.jobs.ask.asking import asked, record_of

CUP = (
    ("Post", "2026-03-02", "Tarn won the Norland Cup on Sunday, beating Lenn in the final."),
    (
        "Ledger",
        "2026-03-03",
        "Crowds greeted the team. The Norland Cup was won by Tarn after a long night in Orre.",
    ),
    (
        "Herald",
        "2026-03-04",
        "Karl Roth played on for years. In 1958 Lund won the Norland Cup, and Roth wept. "
        "Vikna are the favourites to win the Norland Cup next year.",
    ),
)
PRIZE = (
    ("Post", "2026-03-02", "Karl Roth, the potter, is 80. Roth won the Halm Prize in 2002."),
    ("Post", "2026-03-03", "The Halm Prize was awarded today to the jailed poet Ida Falk."),
)
CHILD = (
    (
        "Post",
        "2026-03-02",
        "Ada and Karl Lund named their daughter Tora in a private ceremony. The child was baptized "
        "on Friday by Bishop Piet Maas.",
    ),
    ("Post", "2026-03-05", "Poet Eva Holm and translator Jon Feld won the Vikna Award on Sunday."),
)
SHOP = (
    (
        "Post",
        "2026-03-02",
        "Ida Falk, the painter, died on Monday at a clinic in Lund of pneumonia. Her brother Jon "
        "died of cancer in May.\n"
        "Nils Brandt bought the shipyard of Vikna. “A good day,” wrote Eva Holm of the union.\n"
        "Olga Stern celebrates catching the golden herring of Vikna. "
        "Karl Roth, the diver, died at the age of 82 of pneumonia.",
    ),
)


@pytest.mark.parametrize(
    ("question", "told", "words"),
    [
        ("Who won the Norland Cup?", CUP, "Tarn"),
        ("Who beat Lenn?", CUP, "Tarn"),
        ("Who won the Halm Prize?", PRIZE, "Ida Falk"),
        ("Who baptized the daughter of Ada and Karl Lund?", CHILD, "Bishop Piet Maas"),
        ("Who won the Vikna Award?", CHILD, "Eva Holm"),
        ("What did Ida Falk die of?", SHOP, "pneumonia"),
        ("What did Karl Roth die of?", SHOP, "pneumonia"),
        ("Who bought the shipyard of Vikna?", SHOP, "Nils Brandt"),
        ("Who caught the golden herring?", SHOP, "Olga Stern"),
    ],
)
def test_what_sentences_say_outright_is_the_answer(
    question: str, told: tuple[tuple[str, str, str], ...], words: str
) -> None:
    """The newest event of its kind, and not what was long ago or is only hoped for."""
    with record_of(*told) as record:
        answer = ask(record, question)
    first = answer.statements[0]
    assert first.answer is not None
    assert first.answer.text == words


@pytest.mark.parametrize(
    "question",
    ["Who wrote the letter of Vikna?", "Who painted the shipyard?"],
)
def test_who_does_something_else_is_no_answer(question: str) -> None:
    """Who "wrote" what is quoted wrote no letter."""
    with record_of(*SHOP) as record:
        assert not ask(record, question).statements


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("Who won the cup?", True),
        ("Who was beaten by Tarn?", False),
        ("Who will win the cup?", True),
        ("Which team won the cup?", True),
        ("Who is the captain of Tarn?", False),
        ("Who did Tarn beat?", False),
    ],
)
def test_of_which_questions_a_doer_is_asked(question: str, is_asked: bool) -> None:
    """Of those that name a deed that was done to something."""
    assert (deed_asked(asked(question)) is not None) == is_asked


@pytest.mark.parametrize(
    ("question", "prepositions"),
    [
        ("What did Ida Falk die of?", {"of", "from"}),
        ("What did Falk buy?", set()),
        ("What did Falk say?", None),
        ("Who won the cup?", None),
    ],
)
def test_of_which_questions_an_object_is_asked(
    question: str, prepositions: set[str] | None
) -> None:
    """Of those that name who did it; the words of a speaker are another matter."""
    deed = undergone_asked(asked(question))
    assert (None if deed is None else deed.prepositions) == prepositions


def test_what_was_won_long_ago_is_no_yes() -> None:
    """The prize is given every year, and this year's is meant."""
    with record_of(*PRIZE) as record:
        found = ask(record, "Did Karl Roth win the Halm Prize?").statements
    assert not found or found[0].stance != "yes"
