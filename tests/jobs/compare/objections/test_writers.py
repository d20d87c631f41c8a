"""Whose an article is that argues: letters have a writer, leaders a paper, reports nobody."""

from __future__ import annotations

import pytest

from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.objections import with_objections
from onix.jobs.compare.objections.writers import writer_of
from onix.jobs.readers import news_reader
from onix.model import Document
from tests.jobs.compare.plans import plan

OLD = "1. The baths close at nine.\n2. Dogs may bathe in May.\n3. A ticket costs four crowns.\n"
NEW = "1. The baths close at six.\n2. Dogs may bathe in May.\n3. A ticket costs nine crowns.\n"


@pytest.mark.parametrize(
    ("title", "text", "writer"),
    [
        (
            "Letter: Keep the baths open",
            "It is too early.\n\nHetty Vance\nQuay Street",
            "Hetty Vance",
        ),
        ("Baths", "Sir, – It is too early to close.\n\nDr A. J. Moe, Tarn", "Dr A. J. Moe"),
        ("Editorial: Open the baths", "Six is too early.", "Tarn Post"),
        ("Open the baths", "This newspaper thinks that six is too early.", "Tarn Post"),
        ("Opinion: Open the baths", "Six is too early.", "Ann Lee"),
        ("Letter from the mayor angers bathers", "The baths close at six.\n\nAnn Lee", None),
        ("Baths close at six", "The council said so on Monday.", None),
    ],
)
def test_who_argues_in_their_own_name(title: str, text: str, writer: str | None) -> None:
    """A letter is signed, an editorial the paper's, and nobody argues in a report."""
    article = Document("a", "article", text, title=title, outlet="Tarn Post", authors=("Ann Lee",))
    assert writer_of(article) == writer


def test_who_wrote_a_letter_objects() -> None:
    """Though nobody is named beside their words; whoever wrote a report does not."""
    text = (
        "The baths must not close at six, which is far too early and unfair.\n\nHetty Vance\nTarn"
    )
    for title, who in (("Letter: Keep the baths open", ["Hetty Vance"]), ("A day in Tarn", [])):
        article = Document("a", "article", text, title=title, outlet="Tarn Post", language="en")
        history = compare_all([plan(OLD, "old"), plan(NEW, "new")])
        found = with_objections(history, news_reader().read([article]))
        assert [each.who for each in found.steps[0].objections] == who


def test_reasons_for_what_is_defended_are_no_objection() -> None:
    """Whoever stands up for a change may blame those who made it necessary."""
    text = (
        "The head of the baths, Odd Lund, defended the changes. "
        "The tickets, he said, had been shamefully abused at four crowns."
    )
    article = Document("a", "article", text, title="Baths", outlet="Tarn Post", language="en")
    history = compare_all([plan(OLD, "old"), plan(NEW, "new")])
    assert with_objections(history, news_reader().read([article])).steps[0].objections == ()
