"""Single marks in headings, in a text whose speech stands in double ones."""

from __future__ import annotations

import pytest

from onix.model import Document, Quote
from onix.reading import NewsReader


def read(text: str) -> list[Quote]:
    """Give the quotations, read with everything on."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return list(marks.quotes)


STORY = "“The worst is behind us, I hope,” said Clara Reuss, who runs the mill.\n"


@pytest.mark.parametrize(
    "headline",
    [
        "Mill shares jump as CEO says ‘worst is behind us’",
        "‘Worst is behind us’: mill shares jump",
        "Mill shares jump: 'worst is behind us'",
    ],
)
def test_words_of_a_headline_are_of_who_says_them_below(headline: str) -> None:
    """Marked in the style of headlines, with whoever the story tells."""
    first, *_ = read(f"{headline}\n\n{STORY}")
    assert [each.text.casefold() for each in first.marked] == ["worst is behind us"]
    assert (first.kind, first.speaker) == ("direct", "Clara Reuss")


def test_words_of_a_heading_are_not_of_who_spoke_above_it() -> None:
    """A heading sums up what is below; nobody is given where nobody says so."""
    below = "Odd Lund mends nets. “It is hard, but we stay,” said Lund.\n"
    found = read(f"Mill sold\n\n{STORY}\n‘It is hard’\n\n{below}\n‘A dark day’\n\nIt rained.\n")
    speakers = {each.marked[0].text: each.speaker for each in found if each.marked}
    assert speakers["It is hard"] == "Odd Lund"
    assert speakers["A dark day"] is None


@pytest.mark.parametrize("line", ["The workers’ mill is sold", "The ’90s are back, say its owners"])
def test_apostrophes_of_a_heading_are_no_marks(line: str) -> None:
    """Those that open nothing, or that nothing closes."""
    assert not any(each.marked for each in read(f"{line}\n\nIt rained. {STORY}")[:-1])


def test_sentences_in_single_marks_stay_as_they_are() -> None:
    """What ends like a sentence is none."""
    found = read(f"Mill sold\n\nThey call it ‘the barn’, all of them.\n\n{STORY}")
    assert [each.marked[0].text for each in found if each.marked] == [
        "The worst is behind us, I hope,"
    ]
