"""What statements go back to is told by the words that say so, and never guessed."""

from __future__ import annotations

import pytest

from onix.model import Document, Turn
from onix.reading.provenance import find_provenance
from tests.reading.speech import document, provenance


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The sale was first reported by Bloomberg.", "outlet", "Bloomberg"),
        ("Tom Reyes told the BBC it was sold.", "outlet", "BBC"),
        ("The New York Times reported that it was sold.", "outlet", "New York Times"),
        ("It was sold, according to a report in The Guardian.", "outlet", "Guardian"),
        ("It was sold, according to the transcript.", "document", "the transcript"),
        ("Court documents show it was sold.", "document", "Court documents"),
        ("A leaked memo obtained by the board says it was sold.", "document", "A leaked memo"),
        ("Two officials said it was sold.", "unnamed", None),
        ("A senior diplomat told reporters it was sold.", "unnamed", None),
        ("It was sold, people familiar with the matter said.", "unnamed", None),
        ("He spoke on condition of anonymity.", "unnamed", None),
        ("It was sold, according to two aides.", "unnamed", None),
        ("It was sold, according to Tom Reyes.", "named", "Tom Reyes"),
        ("It was sold, according to the Harbour Board.", "named", "Harbour Board"),
        ("Reyes told this newspaper it was sold.", "own", None),
        ("The contract was seen by this newspaper.", "own", None),
    ],
)
def test_each_kind_is_told_by_its_words(text: str, kind: str, name: str | None) -> None:
    """Own reporting, outlets, documents, named and unnamed sources."""
    found = provenance(text)
    assert [(each.kind, each.name) for each in found][:1] == [(kind, name)]
    assert len(found) == 1


def test_its_own_outlet_is_own_reporting() -> None:
    """ "told The Gazette", in The Gazette, is own reporting."""
    found = provenance("Tom Reyes told Reuters it was sold.", outlet="Reuters")
    assert [(each.kind, each.name) for each in found] == [("own", "Reuters")]


@pytest.mark.parametrize(
    "text",
    [
        "“Two officials said so,” he said.",
        "The board acted according to its rules.",
        "He told Fox News anchor Jane Roe a story.",
        "Tom Reyes said it was sold.",
        "A friend of Tom Reyes at the Harbour Review wrote a letter.",
        "Officials were told nothing.",
        "The police said it was sold.",
    ],
)
def test_what_goes_back_to_nothing_has_no_provenance(text: str) -> None:
    """Quotations, rules, and people who are named anyway give none."""
    assert provenance(text) == ()


def test_words_outside_of_any_sentence_are_left_out() -> None:
    """Provenance belongs to sentences."""
    read = document("Two officials said so.")
    assert find_provenance(read, (), ()) == ()


def test_transcripts_have_no_provenance() -> None:
    """Every word of a transcript is a speaker's."""
    text = "REYES: Two officials said so."
    turn = Turn("Tom Reyes", document(text).span(7, len(text)))
    read = Document("d", "transcript", text, turns=(turn,))
    assert find_provenance(read, (read.span(0, len(text)),), ()) == ()
