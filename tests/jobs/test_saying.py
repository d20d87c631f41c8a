"""What stands out in an answer, wherever its spans lie, and what is said beside it."""

from __future__ import annotations

import pytest

from onix.jobs.saying import (
    as_told,
    carried,
    hedged,
    how_said,
    how_sure,
    in_marks,
    standouts,
    undisputed,
)
from onix.model import (
    Answer,
    Citation,
    Disagreement,
    Origins,
    Provenance,
    Quotation,
    Quote,
    QuoteKind,
    Span,
    Statement,
)

TEXT = "It will reportedly close on Monday, reportedly."


def span(words: str, start: int, document: str = "a") -> Span:
    """Give words that stand somewhere."""
    return Span(document, start, start + len(words), words)


def statement(answer: Span | None = None, *hedges: Span, confidence: float = 0.8) -> Statement:
    """Give a sentence that stands at 100 in its document."""
    return Statement(
        TEXT, answer, (Citation(span(TEXT, 100)),), hedges=hedges, confidence=confidence
    )


def shown(found: Statement) -> list[tuple[str, str]]:
    """Give the words that stand out."""
    return [(found.text[each.start : each.end], each.kind) for each in standouts(found)]


def test_words_stand_out_where_their_offsets_say() -> None:
    """The second "reportedly" is not taken for the first."""
    found = statement(span("Monday", 128), span("reportedly", 136))
    assert shown(found) == [("Monday", "answer"), ("reportedly", "hedge")]
    assert [each.start for each in standouts(found)] == [28, 36]


def test_words_of_another_document_stand_out_where_they_are_found() -> None:
    """A near-copy has the same words at another place."""
    assert shown(statement(span("Monday", 7, "b"))) == [("Monday", "answer")]
    assert shown(statement(span("Tuesday", 7, "b"))) == []


def test_what_overlaps_stands_out_once() -> None:
    """A hedge inside the answer is part of it; two that begin together are no error."""
    found = statement(span("reportedly close", 108), span("reportedly", 108))
    assert shown(found) == [("reportedly close", "answer")]


def test_how_sure_is_said_no_finer_than_it_is_known() -> None:
    """Tens of percent, and nothing where the whole sentence is what was found."""
    answer = span("Monday", 128)
    assert how_sure(statement(answer)) == "about 80 % sure that this answers"
    assert how_sure(statement(answer, confidence=0.99)) == "over 90 % sure that this answers"
    assert how_sure(statement()) is None


def test_hedges_are_said_once() -> None:
    """The words of the text, each of them once; nothing where there are none."""
    assert hedged(statement(None, span("reportedly", 108), span("reportedly", 136))) == (
        "“reportedly”"
    )
    assert hedged(statement()) is None


def test_outlets_and_origins() -> None:
    """One outlet goes without saying."""
    assert carried(Origins(1, 1, ("A",))) == ""
    assert carried(Origins(3, 1, ("A",))) == "3 outlets carry this; it goes back to 1 origin: A."
    assert carried(Origins(2, 2)) == "2 outlets carry this; it goes back to 2 origins."


def test_readings_of_a_disagreement_are_not_said_twice() -> None:
    """What stands in the table does not stand above it, too."""
    one, other = statement(span("Monday", 128)), statement()
    answer = Answer("?", statements=(one, other), disagreements=(Disagreement("?", (one,)),))
    assert undisputed(answer) == [other]


@pytest.mark.parametrize(
    ("kind", "text", "cue", "content", "told"),
    [
        ("direct", "“It closes,” said Roe", "said", "It closes,", "“It closes,”"),
        ("indirect", "Roe denied that it closes", "denied", "that it closes", None),
        ("indirect", "Roe did not say when", "did not say", "when", None),
        ("indirect", "It closes, Roe said", "said", "It closes", "It closes"),
        ("mixed", "Roe said on Friday it “closes”", "said", "it “closes”", "said … it “closes”"),
    ],
)
def test_words_without_marks_are_told_with_their_verb(
    kind: QuoteKind, text: str, cue: str, content: str, told: str | None
) -> None:
    """What somebody denied, or did not say, is never shown as if they had said it."""
    where = {each: Span("a", text.index(each), text.index(each) + len(each), each)
             for each in (cue, content)}  # fmt: skip
    quote = Quote(kind, (where[content],), cue=(where[cue],))
    value = Quotation(quote, "Ann Roe", (Citation(where[content]),))
    assert as_told(value) == (told or f"{cue} {content}")


def test_words_that_no_verb_tells_stand_alone() -> None:
    """A quotation may hang on nothing but its source."""
    words = span("that it closes", 4)
    assert as_told(Quotation(Quote("indirect", (words,)), None, ())) == "that it closes"


def test_a_post_that_has_no_name_is_shown_as_it_speaks() -> None:
    """Else nobody could tell the clerk of a transcript from whoever asked."""
    quote = Quote("direct", (span("Carried.", 0),), speaker="Town Clerk")
    assert list(how_said(quote, None)) == ["as “Town Clerk”"]
    assert list(how_said(quote, "Town Clerk")) == []


def test_a_source_is_not_said_twice() -> None:
    """ "as “an aide” · goes back to “an aide”" says one thing."""
    source = span("an aide", 10)
    words = (span("It is late.", 0),)
    quote = Quote(
        "direct", words, source=(source,), provenance=(Provenance("unnamed", None, source),)
    )
    assert list(how_said(quote, None)) == ["as “an aide”"]


def test_what_an_outlet_heard_itself_is_its_own_reporting() -> None:
    """ "He told us": nobody understands "goes back to “us”"."""
    told = Provenance("own", None, span("us", 10))
    quote = Quote("direct", (span("It is late.", 0),), provenance=(told,))
    assert list(how_said(quote, None)) == ["goes back to the outlet’s own reporting"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We will stop.", "“We will stop.”"),
        ("We will stop,” she said. “There is no money.", "“We will stop, … There is no money.”"),
        ('We will stop," she said. "There is no money.', "“We will stop, … There is no money.”"),
        ("said “it will stop” in June", "said “it will stop” in June"),
        ('a "shame," and a "slap," she said', 'a "shame," and a "slap," she said'),
    ],
)
def test_what_a_text_tells_within_a_quotation_is_an_ellipsis(text: str, shown: str) -> None:
    """Between what closes a part and what opens the next one."""
    assert in_marks(text) == shown
