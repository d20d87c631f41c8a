""" "What did X say about Y" is answered from quotations: joined, X's own, and on Y."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.record import Record, open_record
from tests.jobs.ask.asking import asked, record_of, record_of_files

BRIDGE = "The old bridge cannot carry a single bus more"
STORIES = {
    "Gazette": (
        "Anna Varga, the mayor of Geneva, spoke to traders on Friday. She was asked about many "
        f"things. “{BRIDGE}, and I will not wait for it to prove me right,” she said.\n\n"
        "“Taxes stay where they are,” she added.\n\n"
        "Tom Reyes leads the opposition. “The bridge has ten good years left,” he said."
    ),
    "Courier": (
        "The mayor, Anna Varga, warned of an accident. “The old bridge cannot carry a single bus "
        "more,” Varga told reporters at the market."
    ),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Two outlets quote the same words of a mayor, one of them at more length."""
    lines = "".join(
        json.dumps({"doc_id": name, "title": "Sollen", "outlet": name, "text": text}) + "\n"
        for name, text in STORIES.items()
    )
    path: Path = tmp_path_factory.mktemp("quoted") / "news.onix"
    with open_record(path, create=True, write=True) as opened:
        list(add(opened, ["-"], stdin=io.BytesIO(lines.encode()), workers=1))
        yield opened


@pytest.mark.parametrize(
    ("question", "name", "about"),
    [
        ("What did Anna Varga say about the old bridge?", "Anna Varga", "old bridge"),
        ("What did Varga tell reporters about taxes?", "Varga", "taxes"),
        ("What did Anna Varga say that Reyes knew about taxes?", "Anna Varga", "reyes taxes"),
        ("What did Anna Varga say?", "Anna Varga", ""),
        ("What did Varga call the bridge?", "Varga", None),
        ("How many buses did Varga count?", "", None),
    ],
)
def test_what_somebody_is_asked_about(question: str, name: str, about: str | None) -> None:
    """Whose words are asked for, and on what; "call" wants one word and not all that was said."""
    understood = asked(question)
    assert (" ".join(understood.speakers), understood.about) == (name, about)


def test_outlets_that_quote_the_same_words_carry_one_answer(record: Record) -> None:
    """Each is cited, however much of the sentence it prints."""
    answer = ask(record, "What did Anna Varga say about the old bridge?")
    first = answer.statements[0]
    assert first.answer is not None
    assert "cannot carry a single bus more" in first.answer.text
    assert first.speaker == "Anna Varga"
    assert {each.outlet for each in first.citations} == {"Gazette", "Courier"}
    assert (answer.origins.outlets, answer.origins.origins) == (2, 2)
    for each in first.citations:
        text = record.document(each.span.document_id).text
        assert text[each.span.start : each.span.end] == each.span.text
        assert "cannot carry a single bus more" in each.span.text


def test_words_behind_a_pronoun_are_found(record: Record) -> None:
    """Her name does not stand in the sentence in which she speaks of taxes."""
    answer = ask(record, "What did Anna Varga say about taxes?")
    assert answer.statements
    assert "Taxes stay where they are" in answer.statements[0].text
    assert answer.statements[0].speaker == "Anna Varga"


def test_words_of_another_are_no_answer(record: Record) -> None:
    """The opposition's words on the bridge are not the mayor's, and of schools nobody spoke."""
    answer = ask(record, "What did Tom Reyes say about the bridge?")
    assert "ten good years" in answer.statements[0].text
    assert all("cannot carry" not in each.text for each in answer.statements)
    assert not ask(record, "What did Tom Reyes say about schools?").statements


def test_all_that_somebody_said_may_be_asked_for(record: Record) -> None:
    """ "What did X say" without a subject gives the quotations of X."""
    answer = ask(record, "What did Anna Varga say?")
    said = " ".join(each.text for each in answer.statements)
    assert "cannot carry a single bus more" in said
    assert "Taxes stay where they are" in said
    assert {each.speaker for each in answer.statements} == {"Anna Varga"}


def test_asked_about_something_somebody_speaks_of_it() -> None:
    """The matter may stand in the sentence around the quotation, and not in its words."""
    text = (
        "“Now I have a proof to go with the theory,” President Ilse Brandt said when she was asked "
        "about the tape on Sunday evening.\nThe locks are shut."
    )
    with record_of(("Post", "2025-05-12", text)) as record:
        answer = ask(record, "What did Brandt say about the tape?")
    first = answer.statements[0]
    assert first.answer is not None and "proof" in first.answer.text


def test_what_somebody_told_others_is_not_what_they_told_the_jury() -> None:
    """Where whom they told is said, it has to be whom the question names."""
    text = (
        "Rosa Quay, a clerk, has told police that she signed nothing.\n"
        "The trial goes on. Odd Lund told the jury that the ledger was burned."
    )
    with record_of(("Post", "2026-03-13", text)) as record:
        jury = ask(record, "What did Rosa Quay tell the jury?")
        police = ask(record, "What did Rosa Quay tell police?")
        lund = ask(record, "What did Odd Lund tell the jurors?")
    assert not jury.statements
    assert police.statements and "signed nothing" in police.statements[0].text
    assert lund.statements and "burned" in lund.statements[0].text


def test_who_told_the_board_is_heard_before_what_they_told_others() -> None:
    """Also in the transcript of its session, where nobody says to whom it is told."""
    talk = "CHAIR: Ms Quay?\n\nROSA QUAY: The pump was never tested.\n\nCHAIR: Thank you."
    later = (
        "Quay leaves the yard\n\nRosa Quay has left. “I am glad to go,” Rosa Quay said on Friday."
    )
    with record_of_files(
        session=f"Board of inquiry, session of 2 March\n\n{talk}", story=later
    ) as record:
        found = ask(record, "What did Rosa Quay tell the board?").statements
    assert found and "never tested" in found[0].text
    assert not any("glad to go" in each.text for each in found)


def test_a_spokeswoman_is_nobody_with_a_name() -> None:
    """What "a spokeswoman" says of somebody is not said by them."""
    text = (
        "Rosa Quay gave up the chair. “Ms Quay's term was over,” a spokeswoman said. “She was not "
        "dismissed.” Rosa Quay said: “The board has my letter about Odd Lund.”"
    )
    with record_of(("Post", "2026-03-13", text)) as record:
        found = ask(record, "What did Rosa Quay say about Odd Lund?").statements
    assert found and all("dismissed" not in each.text for each in found)
