"""What users of other tools report as wrong, one test a complaint, through the whole reader."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader

Expected = tuple[list[str], list[str], str | None, str | None]


def read(text: str) -> list[Quote]:
    """Give the quotes of an article, as anybody who uses the package gets them."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


def told(quote: Quote) -> Expected:
    """Give the content, the words in marks, the source and the speaker of a quote."""
    return (
        [span.text for span in quote.content],
        [span.text for span in quote.marked],
        quote.source[0].text if quote.source else None,
        quote.speaker,
    )


def in_marks(text: str) -> list[Expected]:
    """Give all that is said in marks in an article."""
    return [told(quote) for quote in read(text) if quote.marked]


def test_fragments_in_marks_are_part_of_what_was_said() -> None:
    """Two words in marks neither cut the reported clause nor lose who says it."""
    text = "Mediator Elin Brandt said the talks touched “sensitive points” but would resume in May."
    assert in_marks(text) == [
        (
            ["the talks touched “sensitive points” but would resume in May"],
            ["sensitive points"],
            "Mediator Elin Brandt",
            "Elin Brandt",
        )
    ]


@pytest.mark.parametrize(
    ("tail", "content", "marked"),
    [
        ("adding that crews “did all they could.”", "that crews “did all they could", "did all"),
        ("calling the blaze “a freak of nature.”", "a freak of nature.", "a freak"),
        ("urging drivers to “stay off the coast road.”", "to “stay off the coast road", "stay off"),
    ],
)
def test_a_subject_is_carried_over(tail: str, content: str, marked: str) -> None:
    """ "adding", "calling" and "urging" go back to whoever spoke before the comma."""
    text = f"Fire chief Omar Haddad said the depot was lost, {tail}"
    (quote,) = in_marks(text)
    assert quote[0][0].startswith(content.removesuffix(".”"))
    assert quote[1][0].startswith(marked)
    assert quote[2:] == ("Fire chief Omar Haddad", "Omar Haddad")


def test_a_block_quote_in_its_own_paragraph_has_who_the_colon_leads_from() -> None:
    """A lead-in that ends in a colon, then a paragraph that is nothing but the quotation."""
    text = (
        "In his note to staff, harbour master Peter Klein wrote:\n\n"
        "“The cranes will stand still on Friday. Go home and see your families.”\n\n"
        "Nobody at the port would say more."
    )
    words = "The cranes will stand still on Friday. Go home and see your families."
    assert in_marks(text) == [([words], [words], "harbour master Peter Klein", "Peter Klein")]


def test_a_transcript_tail_takes_no_quotation_away() -> None:
    """Behind ", according to the transcript" the quotation goes on, and the speaker stays."""
    text = (
        "“Close the gates before noon,” Maria Lopez said, according to a transcript of the call. "
        "“Nobody leaves with a box.”"
    )
    words = ["Close the gates before noon,", "Nobody leaves with a box."]
    (quote,) = [each for each in read(text) if each.marked]
    assert told(quote) == (words, words, "Maria Lopez", "Maria Lopez")
    assert [each.kind for each in quote.provenance] == ["document"]


def test_a_pronoun_leads_to_the_name() -> None:
    """ "he said" is whoever the paragraph is about, by full name."""
    text = (
        "Bakery owner Paul Renner opened his doors at four on Sunday.\n\n"
        "“People queued in the snow,” he said."
    )
    words = ["People queued in the snow,"]
    assert in_marks(text) == [(words, words, "he", "Paul Renner")]


def test_a_quotation_that_reopens_paragraph_after_paragraph_is_one() -> None:
    """Marks that open again and close only at the end do not end the quotation."""
    text = (
        "“We rebuilt the school first,” Ruth Hale said.\n\n"
        "“Then the church asked us for a roof.\n\n"
        "“Last of all we rebuilt the pub.”"
    )
    found = in_marks(text)
    assert [words for _, marked, _, _ in found for words in marked] == [
        "We rebuilt the school first,",
        "Then the church asked us for a roof.",
        "Last of all we rebuilt the pub.",
    ]
    assert {(source, speaker) for *_, source, speaker in found} == {("Ruth Hale", "Ruth Hale")}
    assert all(content == marked for content, marked, _, _ in found)


def test_an_odd_mark_costs_its_paragraph_at_most() -> None:
    """A mark that nobody closed does not turn the text behind it inside out."""
    text = (
        "The mayor spoke of “a new start and left by the back door.\n\n"
        "“I saw him run,” said Nora Pike.\n\n"
        "The town hall was dark.\n\n"
        "“He owes us an answer,” said Nora Pike."
    )
    assert [told_of[1] for told_of in in_marks(text)] == [
        ["I saw him run,"],
        ["He owes us an answer,"],
    ]
    assert {told_of[2:] for told_of in in_marks(text)} == {("Nora Pike", "Nora Pike")}


def test_apostrophes_are_no_marks() -> None:
    """Possessives, contractions and decades open and close nothing, in either house style."""
    assert in_marks("The workers' hall wasn't the union's in the '90s, Nora Pike said.") == []
    said = ["The workers’ hall isn’t ours,"]
    for text in (
        "‘The workers’ hall isn’t ours,’ Nora Pike said.",
        "“The workers’ hall isn’t ours,” Nora Pike said.",
    ):
        assert in_marks(text) == [(said, said, "Nora Pike", "Nora Pike")]
    said = ["The workers' hall isn't ours,"]
    text = "'The workers' hall isn't ours,' Nora Pike said."
    assert in_marks(text) == [(said, said, "Nora Pike", "Nora Pike")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The dam is a ticking clock,” the report said.", "the report"),
        ("“The dam is a ticking clock,” according to the report.", "the report"),
        ("The audit called the dam “a ticking clock.”", "The audit"),
    ],
)
def test_a_document_is_never_the_speaker(text: str, source: str) -> None:
    """What a report says has a source in the text, and nobody is made its speaker."""
    (quote,) = in_marks(text)
    assert quote[2:] == (source, None)
    assert quote[0][0] in ("The dam is a ticking clock,", "a ticking clock.")
    assert quote[0] == quote[1]
