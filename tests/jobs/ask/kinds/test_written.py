"""What a document says is known by what quotations go back to."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import record_of

FERRY = (
    "Memo warned of crack\n"
    "Managers were told of “a visible fracture” in the hull of the ferry Anna, according to an "
    "internal memo. The memo, dated 11 February and signed by the superintendent, Piet Maas, "
    "recommends that the ferry be withdrawn “without delay”.\n"
    "Olga Stern told the assembly that the memo published by the Post was genuine. In a statement, "
    "Tarn Lines said it could not comment on purported papers. Eva Holm said that the hull was old."
)


@pytest.mark.parametrize(
    ("question", "found", "others"),
    [
        ("What did the memo say?", ["visible fracture", "be withdrawn"], ["genuine", "was old"]),
        (
            "What does the memo say about the hull?",
            ["visible fracture"],
            ["genuine", "be withdrawn", "was old"],
        ),
        ("What did the statement say?", ["could not comment"], ["visible", "genuine"]),
    ],
)
def test_a_document_says_what_goes_back_to_it(
    question: str, found: list[str], others: list[str]
) -> None:
    """And not what is said about it, whoever signed it."""
    with record_of(("Post", "2026-03-09", FERRY)) as record:
        answer = ask(record, question)
    told = " ".join(each.answer.text for each in answer.statements if each.answer is not None)
    assert all(each in told for each in found)
    assert not any(each in told for each in others)


@pytest.mark.parametrize(
    "question", ["What did the memo say about the crew?", "What did the letter say?"]
)
def test_a_document_says_nothing_of_another_matter(question: str) -> None:
    """Nor does another document say it."""
    with record_of(("Post", "2026-03-09", FERRY)) as record:
        assert ask(record, question).abstained is not None


def test_what_somebody_said_is_shown_to_the_end_of_the_quotation() -> None:
    """A quotation that goes on over sentences is not cut where one of them ends."""
    text = (
        "Union wants him out\nThe ferry sank in March. Its captain, Jon Feld, said: “He says he "
        "did not read it. Then what is he for?” The ferry firm did not reply."
    )
    with record_of(("Post", "2026-03-09", text)) as record:
        answer = ask(record, "What did Jon Feld say?")
    (first,) = answer.statements
    assert first.text.endswith("“He says he did not read it. Then what is he for?”")
    assert first.answer is not None
    assert first.answer.text.endswith("read it. Then what is he for?")
    assert first.citations[0].span.text == first.text
