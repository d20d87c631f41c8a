"""Whatever the text: speech is read without an error, in linear time, and spans give it back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onix.model import Document, Span
from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.quotemarks import find_pieces, mask, paragraphs
from onix.reading.grammar.sentences import find_sentences
from onix.reading.provenance.grounds import ground
from onix.reading.provenance.hedges import find_hedges
from onix.reading.provenance.provenance import find_provenance
from onix.reading.quotes.quotes import find_quotes
from tests.reading.speech import document, mentions

PARTS = st.sampled_from(
    [
        *("“", "”", '"', "‘", "’", "``", "''", "„", "«", "»", "\n\n", "\n", ". ", ", ", ": ", " "),
        *(" said ", "Reyes", "Ilse Varga", "he", " told ", "reporters", "that ", "according to "),
        *(
            "adding ",
            "The ",
            "and ",
            "but ",
            "(",
            ")",
            "—",
            " called it ",
            "Two officials",
            "İ",
            "\x01",
        ),
        *(
            "reportedly ",
            "may have left",
            "claimed ",
            "the transcript ",
            "the BBC",
            "’s ",
            "who ",
            "in a letter ",
            "told this newspaper ",
            "two officials ",
            "seen by the Ledger ",
            "🙂",
        ),
    ]
)
# Whole clauses reach further than loose words: any verb of saying, of anybody, joined anyhow.
CUES = st.sampled_from(sorted(cue_classes()))
WHO = st.sampled_from(["Reyes", "he", "two officials", "the Ledger", "the report", "who", "it"])
WHAT = st.sampled_from(
    ["the cost", "“no”", "“It is late,”", "telling voters", "the claim that it fell", "his plan"]
)
JOINED = st.sampled_from(
    [
        *(", while ", ", but ", " and ", " as ", " that ", ", citing ", ", adding that ", ". "),
        *(", saying ", " of ", " to ", " in favor of ", ", ", ": ", "; ", ", according to ", " "),
    ]
)
CLAUSES = st.lists(
    st.tuples(WHO, st.just(" "), CUES, JOINED, WHAT, JOINED).map("".join), min_size=1, max_size=4
).map(lambda clauses: "".join(clauses) + ".")
TEXTS = st.lists(PARTS, max_size=40).map("".join) | CLAUSES | st.text(max_size=200)


def spans(read: Document) -> Iterator[Span]:
    """Give every span that reading speech makes of a document."""
    sentences, names = find_sentences(read), mentions(read)
    said = find_quotes(read, sentences, names)
    hedged = find_hedges(read, sentences, said)
    origins = find_provenance(read, sentences, names, said)
    for quote in ground(read, sentences, said, hedged, origins):
        assert quote.content
        yield from (*quote.content, *quote.marked, *quote.cue, *quote.source, *quote.hedges)
        yield from (each.span for each in quote.provenance)
    for hedge in hedged:
        assert hedge.covers is not None and hedge.covers.covers(hedge.span)
        yield from (hedge.span, hedge.covers)
    yield from (each.span for each in origins)


@settings(max_examples=150)
@given(TEXTS)
@example("he, ,  said ")
@example("Reyes voted in favor of telling voters, while two officials opposed, citing the cost.")
def test_spans_give_back_their_text(text: str) -> None:
    """Any text is read, and every span lies where its words stand."""
    for span in spans(document(text)):
        assert text[span.start : span.end] == span.text
        assert span.text.strip()


@settings(max_examples=150)
@given(TEXTS)
def test_marked_strings_do_not_overlap(text: str) -> None:
    """Marked strings come in order, inside a paragraph, and masking them keeps the length."""
    parts = paragraphs(text)
    pieces = find_pieces(text, parts)
    for before, after in pairwise(pieces):
        assert before.outer_end <= after.outer_start
    for piece in pieces:
        assert piece.outer_start < piece.start < piece.end <= piece.outer_end
        assert any(start <= piece.outer_start and piece.outer_end <= end for start, end in parts)
    assert len(mask(text, pieces)) == len(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "“" + "and so it went on " * n,
        lambda n: "She said " + "“no” and " * n,
        lambda n: "'" * n + '"' * n + "‘" * n,
        lambda n: "Reyes said he said that he, Varga, told " * n,
        lambda n: "a" * (10 * n),
        lambda n: "(" * n + "said " * n,
        lambda n: "according to the " * n,
        lambda n: "“No,” he said. " * n,
        lambda n: "is reportedly said to have been " * n,
        lambda n: "told the Ledger in a letter seen by " * n,
        lambda n: "“No,” two men told us by e-mail, in the " * n,
        lambda n: "Two A, " * n + "said “no”",
        lambda n: ". \n" * n,
        lambda n: "“We stay” said Ilse Varga and " * n,
        lambda n: '"' * 10 * n,
        lambda n: "“‘\"'”’ " * n,
        lambda n: "The ‘pier” of ‘“Reyes” means ‘it,’ " * n,
    ],
)
def test_time_grows_linearly(make: Callable[[int], str]) -> None:
    """Four times the text takes about four times as long, even if it is one sentence."""

    def cost(n: int) -> float:
        read = document(make(n))
        sentences, names = (read.span(0, len(read.text)),), mentions(read)
        begun = time.process_time()
        said = find_quotes(read, sentences, names)
        hedged = find_hedges(read, sentences, said)
        origins = find_provenance(read, sentences, names, said)
        ground(read, sentences, said, hedged, origins)
        return time.process_time() - begun

    def least(n: int) -> float:  # of three: a collection of garbage falls into one of them
        return min(cost(n) for _ in range(3))

    cost(10)
    assert least(1_000) < 9 * max(least(250), 0.01)


def test_two_megabytes_behind_one_opening_mark() -> None:
    """A huge paragraph that never closes its mark is read, and costs nothing but itself."""
    text = "He left.\n\n“" + "and so it went on, he said, " * 75_000 + "\n\n“We stay,” said Reyes."
    read = document(text)
    said = find_quotes(read, find_sentences(read), mentions(read))
    assert said[-1].speaker == "Tom Reyes"
    assert [span.text for span in said[-1].marked] == ["We stay,"]
