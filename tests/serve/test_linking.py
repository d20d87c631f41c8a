"""Addresses that lead to words, whatever is in an id or a text."""

from __future__ import annotations

from onix.model import Citation, Span
from onix.serve.linking import differences, document_address, original, place, quotes_by


def cited(words: str, address: str | None = "https://a.example/x#top") -> Citation:
    """Give words of a document."""
    return Citation(Span("a/b?", 3, 3 + len(words), words), address=address)


def test_ids_are_encoded() -> None:
    """An id is one step of the address, and never a query or a way out of it."""
    assert document_address("../a?b#c") == "/documents/..%2Fa%3Fb%23c"
    assert place(cited("word").span) == "/documents/a%2Fb%3F?start=3&end=7#cited"
    assert differences("a", "b&c") == "/documents/a/differences?with=b%26c"
    assert quotes_by("Ada & Co") == "/quotes?speaker=Ada+%26+Co"


def test_a_sentence_is_found_in_the_original_as_it_stands() -> None:
    """Dashes and commas mean something in a text fragment, so they are encoded."""
    assert original(cited("“No-one, he said”")) == (
        "https://a.example/x#top:~:text=No%2Done%2C%20he%20said"
    )


def test_a_long_passage_is_found_by_its_ends() -> None:
    """So that it is found across paragraphs, too."""
    words = "It was closed on Monday.\nNobody knew for how long it would be"
    assert original(cited(words)) == (
        "https://a.example/x#top:~:text=It%20was%20closed%20on,long%20it%20would%20be"
    )
    assert "," in original(cited("word " * 40))


def test_without_words_it_is_the_page() -> None:
    """A document as a whole has no words to go to."""
    assert original(cited("")) == "https://a.example/x#top"
